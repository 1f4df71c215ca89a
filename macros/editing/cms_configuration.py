"""The editors' tool (Decap CMS) as it is to be set up: collections, fields and hints, all from the content model.

The tool holds texts only, as the content does: a date or a number is a text with a pattern, or 9.000 would become 9.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from macros.editing.form_fields import form_fields
from macros.editing.new_case import without_files
from macros.html.rendering import render
from macros.html.security_policy import content_security_policy
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.sharing.case_files import names

FORMAT = "alliancebanken"
TRIAL = "test-repo"
# Whose page it is, and what it loads beside the site's own files.
GITHUB = ("https://api.github.com", "https://www.githubstatus.com")
# The styles that the tool puts into its page by text, each by its hash, as this one release has them: the words of
# its notices, those of its chooser of pictures, and the empty sheet that it then writes its own rules in.
STYLES_OF = "d4649a3072bc38acd78b2455bf0bbd9f0047a0fc0091ff77cac5395866ffdf60"
STYLES = (
    "'sha256-4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8='",
    "'sha256-oLQo1xOLbYlsNCDIECXg24EuQKwYCOy/jJqds+fExxE='",
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
)
_EACH = {"line", "id", "number", "whole", "date", "years", "pages", "url"}
# Patterns that every text has to pass, and that the tool's own "required" tells of.
_GENERAL = {"mangler", "udfyldt", "en-linje", "langt"}
_COLLECTIONS: tuple[tuple[str, str, str, type[BaseModel]], ...] = (
    ("cases", "Cases", "Case", Case),
    ("agreements", "Aftaler", "Aftale", Agreement),
)


def cms_configuration(content: Content, repository: str, login: str) -> dict[str, Any]:
    """The whole configuration; without a service that logs people in, the tool runs as a trial."""
    known = names(content) | {"cases": {case.id: case.titel for case in content.cases}}
    return {
        "backend": backend(repository, login),
        "publish_mode": "editorial_workflow",
        "locale": "da",
        "media_folder": "docs/assets/billeder",
        "public_folder": "/assets/billeder",
        "show_preview_links": False,
        "collections": [
            {
                "name": folder, "label": label, "label_singular": one, "folder": folder, "extension": "yml",
                "format": FORMAT, "create": True, "delete": False, "slug": "{{fields.id}}",
                "identifier_field": "titel", "summary": "{{titel}}",
                # The shared lists lie in the same folder; admin.mjs marks what is an entry as it reads it.
                "filter": {"field": "_slags", "value": "post"},
                "editor": {"preview": False},
                "fields": [widget(field) for field in form_fields(model, known)],
            }
            for folder, label, one, model in _COLLECTIONS
        ],
    }  # fmt: skip


def backend(repository: str, login: str) -> dict[str, Any]:
    """Where the tool saves: GitHub, in a fork for those who may not write, or nowhere."""
    if not login:
        return {"name": TRIAL}
    path = urlsplit(repository).path.strip("/")
    return {"name": "github", "repo": path, "branch": "main", "base_url": login.rstrip("/"), "open_authoring": True}


def widget(field: dict[str, Any]) -> dict[str, Any]:
    """One field of the form as the tool asks for it."""
    example = f"Fx {field['example']}" if field["example"] else ""
    said = {
        "name": field["key"],
        "label": field["label"],
        "required": field["required"],
        "hint": " ".join(filter(None, (without_files(field["help"]), example if field["kind"] in _EACH else ""))),
    }
    if field["default"]:
        said["default"] = field["default"]
    return said | _kind(field)


def _kind(field: dict[str, Any]) -> dict[str, Any]:
    kind, fields = field["kind"], field.get("fields", [])
    if kind == "group":
        inner = [widget(one) for one in fields]
        return {"widget": "object", "collapsed": False, "fields": inner if field["required"] else _left_out(inner)}
    if kind == "rows":
        inner = [widget(one) for one in fields]
        named = next((one["name"] for one in inner if one["name"] != "id"), "id")
        return {"widget": "list", "collapsed": True, "summary": f"{{{{fields.{named}}}}}", "fields": inner}
    if kind == "map":
        return {
            "widget": "object",
            "collapsed": True,
            "fields": [_keyed(field, key) for key in _choices(field["keys"])],
        }
    if kind == "list":
        item = field["item"]
        if "choices" in item:
            return {"widget": "select", "multiple": True, "options": _choices(item)}
        return {"widget": "list", "field": {"name": "vaerdi", "label": field["label"], **_text(item)}}
    return _text(field)


def _left_out(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of a group that may be left out: the tool asks for a group's fields even when all are empty.

    Whether a group that was begun is whole is seen by the checks of the change. Rows are asked for only once added.
    """
    return [
        field | {"required": False} | ({"fields": _left_out(field["fields"])} if field["widget"] == "object" else {})
        for field in fields
    ]


def _keyed(field: dict[str, Any], key: dict[str, str]) -> dict[str, Any]:
    """One of the groups that stand by key."""
    inner = field.get("fields")
    said = {"name": key["value"], "label": key["label"], "required": False}
    if inner is None:
        return said | _text(field["item"])
    return said | {
        "widget": "object",
        "collapsed": True,
        "fields": _left_out([widget(one) for one in inner]),
    }


def _choices(field: dict[str, Any]) -> list[dict[str, str]]:
    return [{"label": choice["name"], "value": choice["id"]} for choice in field.get("choices", [])]


def _text(field: dict[str, Any]) -> dict[str, Any]:
    if field["kind"] == "choice":
        return {"widget": "select", "options": _choices(field)}
    if field["kind"] == "yesno":
        return {"widget": "select", "options": ["ja", "nej"]}
    if field["kind"] == "text":
        return {"widget": "text"}
    if field["kind"] not in _EACH:
        raise ValueError(f"no widget for the kind {field['kind']}")
    checks = [check for check in field["checks"] if check["pattern"] and check["id"] not in _GENERAL]
    if not checks:
        return {"widget": "string"}
    # The tool takes one pattern a field, and says »feltet matchede ikke: …« of a text that does not fit it.
    return {"widget": "string", "pattern": [checks[0]["pattern"], checks[0]["expected"]]}


def admin_policy(login: str, *, as_header: bool = False) -> str:
    """The policy of the tool's own page, and why it is wider than everyone else's.

    The tool checks its configuration by code that it compiles, and does not start without it (script-src
    'unsafe-eval'). It puts three known styles into its page (STYLES), and speaks with GitHub and with the service that
    logs people in (connect-src). No inline script and no other inline style may run, there as elsewhere.
    """
    hosts = [*GITHUB, login.rstrip("/")] if login else []
    return content_security_policy(
        as_header=as_header,
        extra={
            "script-src": "'unsafe-eval'",
            "style-src": " ".join(STYLES),
            **({"img-src": "https://avatars.githubusercontent.com", "connect-src": " ".join(hosts)} if login else {}),
        },
    )


def admin_page(login: str) -> str:
    """The tool's page, which is no page of the site's theme: it is not in the menu, and robots leave it alone."""
    return render("admin.html", "admin/", policy=admin_policy(login), trial=not login)
