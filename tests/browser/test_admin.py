"""The editors' tool in its trial: open a case, change a nested list, save; the file that comes out validates."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape
from playwright.sync_api import Locator, Page, expect

from macros.editing.cms_configuration import STYLES
from macros.reading.yaml_source import parse
from tests.browser.conftest import Guard
from tests.browser.test_new_case import content_copy
from tests.examples import ROOT, problems_in, write

CASE = "kube-ringkoebing-skjern"
# The button that logs in, as the tool's own styles have it.
STYLED = "rgb(49, 61, 62)"


def rows(page: Page, label: str) -> Locator:
    """A list of the case, with its rows."""
    return page.locator('[aria-label="list field"]').filter(has=page.locator("label", has_text=label)).first


def said(value: Any) -> str:
    """A value without the line's end that a block of text has."""
    return json.dumps(value).strip().replace('\\n"', '"')


def test_a_case_is_opened_changed_and_saved(page: Page, site: str, tmp_path: Path) -> None:
    """In Danish, without a request to elsewhere (the guard sees to that), and nothing of the file is lost."""
    page.set_default_timeout(20_000)
    page.goto(f"{site}admin/")
    expect(page.get_by_text("Det her er en prøve.")).to_be_visible()
    button = page.get_by_role("button", name="Log ind")
    expect(button).to_have_css("background-color", STYLED)
    button.click()
    page.get_by_text("KUBE i Ringkøbing-Skjern").first.click()
    title = page.get_by_label("Titel", exact=True).first
    expect(title).to_have_value("KUBE i Ringkøbing-Skjern")
    title.fill("KUBE: »ny« & rettet")
    figures = rows(page, "Nøgletal")
    figures.locator("button").nth(2).click()
    figures.get_by_label("Tal", exact=True).fill("9.000")
    figures.get_by_role("button", name="Tilføj nøgletal").click()
    for label, text in (("Tal", "12"), ("Enhed", "nej"), ("Hvad", "12:30 # ikke en kommentar")):
        figures.get_by_label(label, exact=True).last.fill(text)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Dokumentet er gemt")).to_be_visible()
    expect(page.get_by_text("Ændringer gemt")).to_be_visible()
    text = page.evaluate(f"window.repoFilesUnpublished['cases/{CASE}'].diffs[0].content")
    old = parse((ROOT / "cases" / f"{CASE}.yml").read_text(encoding="utf-8"), "gammel").data
    new = parse(text, "ny").data
    assert set(new) == set(old)
    assert new["titel"] == "KUBE: »ny« & rettet"
    assert [row["tal"] for row in new["noegletal"]] == ["9.000", "12"]
    assert new["noegletal"][1]["hvad"] == "12:30 # ikke en kommentar"
    unchanged = {key for key in old if key not in ("titel", "noegletal")}
    assert {key for key in unchanged if said(new[key]) != said(old[key])} == set()
    root = content_copy(tmp_path)
    write(root / "cases" / f"{CASE}.yml", text)
    assert [str(problem) for problem in problems_in(root)] == []


@pytest.mark.parametrize(("grant", "told"), [("'unsafe-eval'", "script-src"), (STYLES[2], "style-src-elem")])
def test_nothing_of_its_policy_can_be_left_out(page: Page, site: str, guard: Guard, grant: str, told: str) -> None:
    """Without the leave to compile it never opens; without the leave for its styles it opens bare."""
    page.set_default_timeout(20_000)
    guard.expected.append("Content Security Policy|brud på politikken|^fejl i script|Error compiling schema")
    text = page.request.get(f"{site}admin/").text()
    assert text.count(escape(grant)) == 1
    page.route("**/admin/", lambda route: route.fulfill(body=text.replace(escape(grant), ""), content_type="text/html"))
    with page.expect_console_message(lambda message: f"brud på politikken: {told}" in message.text):
        page.goto(f"{site}admin/")
    button = page.get_by_role("button", name="Log ind")
    if told == "script-src":
        expect(button).to_have_count(0)
    else:
        expect(button).to_be_visible()
        expect(button).not_to_have_css("background-color", STYLED)


def test_a_wrong_value_is_told_and_the_page_says_when_it_cannot_open(page: Page, site: str, guard: Guard) -> None:
    page.set_default_timeout(20_000)
    # The tool refuses to save by a promise that it rejects with nothing and never catches; the message stands anyhow.
    guard.expected += ["config.yml|Failed to load", "^fejl i script: undefined$"]
    page.route("**/admin/config.yml", lambda route: route.abort())
    page.goto(f"{site}admin/")
    expect(page.locator(".admin__waiting")).to_contain_text("Værktøjet kunne ikke åbne")
    page.unroute("**/admin/config.yml")
    page.reload()
    page.get_by_role("button", name="Log ind").click()
    page.get_by_text("KUBE i Ringkøbing-Skjern").first.click()
    page.get_by_label(re.compile("^Gennemgået")).fill("i går")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Gennemgået matchede ikke: ÅÅÅÅ-MM-DD, fx 2021-09-15.").first).to_be_visible()
    assert page.evaluate("Object.keys(window.repoFilesUnpublished ?? {})") == []
