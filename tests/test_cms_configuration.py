"""The editors' tool: its configuration holds every field of the model, and only its own page may do what it does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import create_model

from macros.editing import cms_configuration as module
from macros.editing.cms_configuration import STYLES_OF, admin_page, admin_policy, backend, cms_configuration
from macros.html.security_policy import content_security_policy, header_files
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.fields import Line, optional
from tests.examples import ROOT

REPOSITORY = "https://github.com/alliancebanken/alliancebanken"
LOGIN = "https://login.alliancebanken.example/"


@pytest.fixture(scope="module")
def configuration(content: Content) -> dict[str, Any]:
    """The tool's configuration for a site that has a service to log in with."""
    return cms_configuration(content, REPOSITORY, LOGIN)


def all_of(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every field, however deep."""
    for field in fields:
        yield field
        yield from all_of(field.get("fields", []))


def test_every_field_of_the_models_is_there(configuration: dict[str, Any]) -> None:
    cases, agreements = configuration["collections"]
    assert [field["name"] for field in cases["fields"]] == list(Case.model_fields)
    assert [field["name"] for field in agreements["fields"]] == list(Agreement.model_fields)
    for field in (*all_of(cases["fields"]), *all_of(agreements["fields"])):
        assert field["label"] and field["widget"] in {"string", "text", "select", "list", "object"}


def test_a_field_added_to_the_model_is_in_the_tool(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    fields: dict[str, Any] = {"vejr": (Line | None, optional("Vejr", "Hvordan vejret var.", "sol"))}
    more = create_model("Case", __base__=Case, **fields)
    monkeypatch.setattr(module, "_COLLECTIONS", (("cases", "Cases", "Case", more),))
    last = cms_configuration(content, REPOSITORY, "")["collections"][0]["fields"][-1]
    assert (last["name"], last["label"], last["required"]) == ("vejr", "Vejr", False)


def test_a_group_that_is_left_out_stops_no_one_from_saving(configuration: dict[str, Any]) -> None:
    """The tool asks for the fields of a group even when the group itself is left out; rows are asked for once added."""

    def asked(fields: list[dict[str, Any]]) -> Iterator[str]:
        for field in fields:
            if field["widget"] != "object":
                yield from [field["name"]] if field["required"] else []
            else:
                inner = list(asked(field["fields"]))
                assert field["required"] or inner == [], field["name"]
                yield from inner

    cases, agreements = (list(asked(collection["fields"])) for collection in configuration["collections"])
    assert "titel" in cases and "grund" not in cases
    assert agreements


def test_proposals_go_by_pull_request_and_strangers_by_a_fork(configuration: dict[str, Any]) -> None:
    assert configuration["publish_mode"] == "editorial_workflow" and configuration["locale"] == "da"
    assert configuration["backend"] == {
        "name": "github", "repo": "alliancebanken/alliancebanken", "branch": "main",
        "base_url": "https://login.alliancebanken.example", "open_authoring": True,
    }  # fmt: skip
    assert backend(REPOSITORY, "") == {"name": "test-repo"}


def test_no_value_becomes_a_number_or_a_date(configuration: dict[str, Any]) -> None:
    fields = {field["name"]: field for field in configuration["collections"][0]["fields"]}
    assert fields["gennemgaaet"]["widget"] == fields["nummer"]["widget"] == "string"
    pattern, told = fields["gennemgaaet"]["pattern"]
    assert re.search(pattern, "2026-11-22") and not re.search(pattern, "i går")
    assert told == "ÅÅÅÅ-MM-DD, fx 2021-09-15"


def test_the_lists_beside_the_cases_are_no_cases(configuration: dict[str, Any]) -> None:
    """The tool can only choose by a value, so our reader of files marks what is an entry."""
    script = (ROOT / "docs" / "assets" / "javascripts" / "admin.mjs").read_text(encoding="utf-8")
    for collection in configuration["collections"]:
        assert f'const MARK = "{collection["filter"]["field"]}"' in script
        assert f'[MARK]: "{collection["filter"]["value"]}"' in script


def test_the_configuration_can_be_read_as_json(configuration: dict[str, Any]) -> None:
    assert json.loads(json.dumps(configuration)) == configuration


def test_only_the_tools_own_page_is_let_loose() -> None:
    own, others = admin_policy(LOGIN), content_security_policy()
    assert "unsafe" not in others and "github" not in others
    assert own.count("unsafe") == 1 and "'unsafe-eval'" in own and "blob:" not in own
    script = next(rule for rule in own.split("; ") if rule.startswith("script-src"))
    assert "'unsafe-eval'" in script and "https:" not in script
    assert "https://api.github.com" in own and "https://login.alliancebanken.example" in own
    assert "https:" not in admin_policy("")


def test_the_styles_are_those_of_the_release_that_is_there() -> None:
    """With a new release: take the new hashes from what the browser says in tests/browser/test_admin.py."""
    releases = json.loads((ROOT / "docs" / "assets" / "vendor.json").read_text(encoding="utf-8"))
    assert STYLES_OF in {release["sha256"] for release in releases if release["navn"] == "decap-cms"}


def test_hosts_send_the_page_its_own_policy() -> None:
    policy = admin_policy(LOGIN, as_header=True)
    for path, text in header_files({"admin/": policy}).items():
        if "Content-Security-Policy" not in text:
            continue
        assert text.count(policy) == 1 and "frame-ancestors" in policy, path
        assert text.count(content_security_policy(as_header=True)) == 1, path
        assert text.index(policy) > text.index(content_security_policy(as_header=True)), path
    assert "/admin/*\n  ! Content-Security-Policy\n" in header_files({"admin/": policy})["_headers"]


def test_robots_leave_the_page_alone() -> None:
    page = admin_page("")
    assert '<meta name="robots" content="noindex">' in page
    assert "Det her er en prøve" in page and "hidden" in admin_page(LOGIN)


def test_no_list_for_use_without_the_net_names_the_tool(built_site: Path) -> None:
    """Five megabytes that no reader needs do not travel to readers' devices."""
    for name in ("data/offline.json", "sw.js"):
        if (built_site / name).is_file():
            assert "decap-cms" not in (built_site / name).read_text(encoding="utf-8"), name


def test_nothing_else_loads_the_tool() -> None:
    """Its five megabytes travel to the one page that needs them."""
    files = [*(ROOT / "docs").rglob("*.mjs"), *(ROOT / "macros").rglob("*.html"), ROOT / "mkdocs.yml"]
    users = [file.name for file in files if "decap-cms.js" in file.read_text(encoding="utf-8")]
    assert users == ["admin.mjs"]
    links = [file for file in (ROOT / "docs").rglob("*.md") if "](/admin" in file.read_text(encoding="utf-8")]
    assert links == []
