"""Where an agreement begins: starters, real agreements, cases and lessons, in the page and in the address."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.library.content import Content
from tests.browser.builder_page import PARTIES, clause, field, fill_parties, open_builder, paper, step, take_in

pytestmark = pytest.mark.one_page


def draft(page: Page) -> Any:
    """The draft as it stands."""
    return json.loads(page.evaluate("JSON.stringify(document.querySelector('agreement-builder').draft)"))


def test_a_starter_changes_the_clauses_only_and_can_be_undone(page: Page, site: str) -> None:
    """A starter keeps what is written; undo brings one's own choices back."""
    open_builder(page, site)
    fill_parties(page)
    take_in(page, "Bilag")
    before = paper(page).locator("h4").all_inner_texts()
    step(page, "Begynd")
    starter = page.get_by_role("button", name=re.compile("Ramme med styregruppe"))
    starter.click()
    expect(starter).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".builder-start__done")).to_contain_text("Aftalen har nu 20 klausuler.")
    expect(paper(page)).to_contain_text("Aftalen er en rammeaftale.")
    expect(page.get_by_label("Part 3", exact=True)).to_have_value(PARTIES[2])
    page.get_by_role("button", name="Fortryd").click()
    expect(paper(page).locator("h4")).to_have_text(before)
    expect(page.get_by_role("button", name=re.compile("^Fra bunden"))).to_have_attribute("aria-pressed", "true")


def test_a_real_agreements_structure_is_taken_over(page: Page, site: str, content: Content) -> None:
    """Its clauses come in the nearest variants, and each says where it came from, linked."""
    open_builder(page, site)
    agreement = content.agreement_by_id["partnerskabsaftale-lejre"]
    page.get_by_role("button", name=re.compile(f"^{agreement.titel}")).click()
    having = [item.titel for item in content.clauses if agreement.klausuler[item.id].findes]
    expect(paper(page).locator("h4")).to_have_text([f"§ {at} {title}" for at, title in enumerate(having, start=1)])
    step(page, "Klausuler")
    item = clause(page, "Opsigelse")
    expect(item.locator(".builder__origin").locator("visible=true")).to_have_text(f"Fra {agreement.titel}")
    link = item.locator(".builder__origin a").get_attribute("href")
    assert link and link.endswith(agreement.url)


def test_two_cases_give_a_draft_with_their_lessons_as_goals(page: Page, site: str, content: Content) -> None:
    """Found by words, ticked off, put to use: proposals that name their case; undo takes them back."""
    open_builder(page, site)
    page.locator(".builder-start__chooser summary").first.click()
    search = page.get_by_label("Find en case eller et læringspunkt")
    sources = page.locator(".builder-start__source")
    wanted = [
        content.case_by_id[name] for name in ("kube-ringkoebing-skjern", "erhvervsraad-og-jobcentre-lolland-falster")
    ]
    for case in wanted:
        search.fill(case.titel)
        expect(page.locator(".builder-start__found")).to_have_text(re.compile(r"^1 af \d+ passer\.$"))
        source = sources.filter(has_text=case.titel)
        source.locator("summary").click()
        expect(source).to_contain_text("Giver: ")
        source.get_by_label("Alle læringspunkter herfra").check()
    page.get_by_role("button", name=re.compile(r"^Brug de valgte \(\d+\)")).click()
    expect(page.locator(".builder-start__done")).to_contain_text("forslag til mål er kommet med")
    expect(page.locator(".builder-start__basis li")).to_have_count(2)
    goals = draft(page)["maal"]
    assert {goal["fra"].split("#")[0] for goal in goals} == {f"laering:{case.id}" for case in wanted}
    step(page, "Formål og mål")
    first = page.locator(".builder__goals > li").first
    expect(first.locator("summary")).to_contain_text("mangler det, I tæller")
    first.locator("summary").click()
    origin = first.locator(".builder__origin a")
    expect(origin).to_have_text(f"case {wanted[0].nummer}: {wanted[0].titel}")
    first.get_by_label("Det tæller vi", exact=True).fill("virksomheder med aftale")
    expect(paper(page).locator("table")).to_contain_text("virksomheder med aftale")
    step(page, "Klausuler")
    expect(clause(page, "Møder").locator(".builder__origin")).to_contain_text(f"case {wanted[1].nummer}")
    step(page, "Begynd")
    page.get_by_role("button", name="Fortryd").click()
    assert draft(page)["maal"] == []


def test_lessons_that_are_no_goals_can_become_goals(page: Page, site: str) -> None:
    """They stand under the goals until one makes them one."""
    open_builder(page, site, "?case=horsens-alliancen")
    step(page, "Formål og mål")
    page.locator(".builder__lessons-left > summary").click()
    buttons = page.get_by_role("button", name=re.compile("^Gør til et mål"))
    count = buttons.count()
    assert count
    buttons.first.click()
    expect(buttons).to_have_count(count - 1)
    assert len(draft(page)["maal"]) == 1
    expect(page.locator(".builder__goals textarea").first).to_be_focused()


def test_the_address_brings_cases_and_lessons(page: Page, site: str) -> None:
    """?case= and ?laering= preselect and say so; what is unknown is told; nothing runs."""
    lesson = "kube-ringkoebing-skjern%23"
    open_builder(page, site, f"?case=robotakademiet-odense&case=nej&laering={lesson}%3Cb%3E")
    notices = page.locator(".builder__notices")
    expect(notices).to_contain_text("Valgt fra den side, du kom fra: case 12:")
    expect(notices).to_contain_text("Adressen nævner noget, som ikke findes: nej, kube-ringkoebing-skjern#<b>.")
    assert draft(page)["grundlag"]["cases"] == ["robotakademiet-odense"]


@pytest.mark.parametrize(("query", "count"), [("?skabelon=lille", 15), ("?aftale=partnerskabsaftale-lejre", 17)])
def test_the_address_brings_a_beginning(page: Page, site: str, query: str, count: int) -> None:
    """A link can lead straight to a starter or to a real agreement's structure."""
    open_builder(page, site, query)
    expect(paper(page).locator("h4")).to_have_count(count)
    expect(page.locator(".builder__starter[aria-pressed=true]")).to_have_count(1)


def test_a_single_lesson_brings_its_clauses(page: Page, site: str, content: Content) -> None:
    """One lesson from the address is used alone."""
    case = content.case_by_id["horsens-alliancen"]
    lesson = case.laering[0]
    open_builder(page, site, f"?laering={case.id}%23{lesson.id}")
    found = draft(page)
    assert found["grundlag"]["laering"] == [f"{case.id}#{lesson.id}"]
    for name in lesson.klausuler:
        entry = next(item for item in found["klausuler"] if item["id"] == name)
        assert f"laering:{case.id}#{lesson.id}" in entry["fra"]
    assert field(page, "Part 1").input_value() == ""
