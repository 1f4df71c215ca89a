"""The static files described as an API by OpenAPI 3.1, so that programs and people find their way in them."""

from __future__ import annotations

from typing import Any

from macros.library.content import Content
from macros.sharing.data_schema import VERSION, components

_JSON = "application/json"
# Kind of item -> the folder of its pages, the file with all of them, how it is called, and an example's list.
_ITEMS = {
    "case": ("cases/{id}/", "cases.json", "Én case", "cases"),
    "aftale": ("aftaler/{id}/", "aftaler.json", "Én aftale", "agreements"),
    "klausul": ("aftaler/klausuler/{id}/", "klausuler.json", "Én klausultype", "clauses"),
}
_OEMBED = {
    "type": "object",
    "required": ["version", "type", "width", "height", "html"],
    "properties": {
        "version": {"const": "1.0"},
        "type": {"const": "rich"},
        "title": {"type": "string"},
        "html": {"type": "string", "description": "Koden, man sætter ind."},
        "width": {"type": "integer"},
        "height": {"type": "integer"},
    },
}


def examples(content: Content) -> dict[str, str]:
    """The id that stands as an example of each kind of item: all that a description has of the content."""
    return {kind: getattr(content, items)[0].id for kind, (_, _, _, items) in _ITEMS.items()}


def openapi(content: Content, site_url: str) -> dict[str, Any]:
    """The description; site_url is the root with its last slash."""
    names, schemas = components()
    ids = examples(content)
    paths = {f"/data/{file}": _get(_title(file), _whole(file, name)) for file, name in names.items()}
    for kind, (folder, file, title, _) in _ITEMS.items():
        answer = {_JSON: {"schema": _named(names[file])}}
        paths[f"/{folder}index.json"] = _one(title, kind, ids[kind], answer)
        paths[f"/{folder}index.md"] = _one(
            f"{title} som Markdown", f"{kind}Markdown", ids[kind], _text("text/markdown")
        )
    paths["/indlejr/case/{id}/oembed.json"] = _one(
        "Kort af en case som oEmbed", "caseOembed", ids["case"], {_JSON: {"schema": _named("Oembed")}}
    )
    for path, (title, media) in _OTHERS.items():
        paths[path] = _get(title, _text(media))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Alliancebankens åbne data",
            "version": VERSION,
            "description": "Faste filer uden nøgle og uden grænse. Felter kommer til, men forsvinder aldrig.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": site_url.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": {**schemas, "Oembed": _OEMBED}},
    }


_OTHERS = {
    "/data/alliancebanken.sqlite": ("Alt indhold som én SQLite-fil", "application/vnd.sqlite3"),
    "/data/alliancebanken.xlsx": (
        "Alle tabeller som ét regneark",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "/data/cases.csv": ("Cases med semikolon", "text/csv"),
    "/data/cases.komma.csv": ("Cases med komma", "text/csv"),
    "/data/feed.xml": ("Atom-feed med det nyeste", "application/atom+xml"),
    "/data/dcat.ttl": ("Beskrivelse af datasættet efter DCAT-AP-DK", "text/turtle"),
}


def _title(file: str) -> str:
    return {
        "cases.json": "Alle cases",
        "aftaler.json": "Alle aftaler",
        "klausuler.json": "Alle klausultyper",
        "laering.json": "Alle læringspunkter",
        "lister.json": "Alle faste lister",
    }[file]


def _named(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _whole(file: str, name: str) -> dict[str, Any]:
    schema = _named(name) if file == "lister.json" else {"type": "array", "items": _named(name)}
    return {_JSON: {"schema": schema}}


def _text(media: str) -> dict[str, Any]:
    return {media: {"schema": {"type": "string"}}}


def _get(title: str, answer: dict[str, Any]) -> dict[str, Any]:
    return {"get": {"summary": title, "responses": {"200": {"description": title, "content": answer}}}}


def _one(title: str, operation: str, example: str, answer: dict[str, Any]) -> dict[str, Any]:
    identifier = {"name": "id", "in": "path", "required": True, "example": example, "schema": {"type": "string"}}
    found = {"description": title, "content": answer}
    return {
        "get": {
            "operationId": operation,
            "summary": title,
            "parameters": [identifier],
            "responses": {"200": found, "404": {"description": "Der er ingen med det id."}},
        }
    }
