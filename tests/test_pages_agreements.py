"""The agreements' pages: the check told fairly, counts with receipts, and clauses and lessons that know each other."""

from __future__ import annotations

import re
from datetime import date

import pytest

from macros.html.prose import plain
from macros.insight.lessons import all_lessons, lessons_for_clause
from macros.library.content import Content
from macros.pages.pages import Pages

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def pages(content: Content) -> Pages:
    """The pages of the real content."""
    return Pages(content, TODAY)


def test_an_agreement_tells_what_the_check_found_and_could_not_see(pages: Pages) -> None:
    page = pages.agreement_page("partnerskabsaftale-lejre")
    assert "Arbejdsgruppen Skole« har ingen medlemmer" in page
    assert "Det kan vi ikke se i kilden" in page
    assert "Det siger ikke, at parterne ikke har styr på det" in page


def test_every_question_is_on_the_checks_page_with_an_anchor(pages: Pages, content: Content) -> None:
    page = pages.agreement_check()
    for rule in content.terms("tjek"):
        assert f'id="{rule.id}"' in page
    assert page.count('data-state="') == len(content.terms("tjek")) * len(content.agreements)


def test_the_matrix_leads_from_each_cell_to_its_place(pages: Pages, content: Content) -> None:
    page = pages.agreement_matrix()
    places = re.findall(r'class="matrix__place"><a href="([^"]+)"', page)
    assert len(places) == len(content.clauses) * len(content.agreements)
    assert places[0].endswith("#klausul-titel-og-indledning")
    assert page.count("Findes ikke") == sum(
        not said.findes for item in content.agreements for said in item.klausuler.values()
    )


def test_statistics_stand_on_the_list_and_on_clause_pages(pages: Pages) -> None:
    for page in (pages.clause_statistics(), pages.clause_page("opsigelse")):
        assert "2 af 3 aftaler" in page and "tre måneders varsel" in page
        assert "#klausul-opsigelse" in page


# Clauses and lessons, both ways


def test_a_clause_without_a_lesson_says_so_and_what_it_rests_on(pages: Pages, content: Content) -> None:
    """Neither case nor lesson is made up for it; the agreements that have it are counted instead."""
    for clause in content.clauses:
        page = pages.clause_page(clause.id)
        bare = not list(lessons_for_clause(content, clause.id))
        assert ("Ingen af casene og ingen af læringspunkterne taler for denne klausul." in page) == bare, clause.id
    assert "Den er med, fordi 3 af 3 aftaler har den." in pages.clause_page("nye-parter")
    assert "fordi enhver aftale bør sige noget om det. 3 af 3 aftaler har den." in pages.clause_page("underskrift")


def test_cases_and_lessons_lead_into_the_builder(pages: Pages, content: Content) -> None:
    case = content.case_by_id["horsens-alliancen"]
    page = pages.case_page(case.id)
    assert f'aftaler/byg/?case={case.id}"' in page
    assert page.count("aftaler/byg/?laering=") == len(case.laering)
    assert f"aftaler/byg/?laering={case.id}%23{case.laering[0].id}" in page
    assert pages.lesson_overview().count("aftaler/byg/?laering=") == len(list(all_lessons(content)))


def test_a_lesson_shows_the_clauses_it_argues_for_and_they_show_the_lesson(pages: Pages, content: Content) -> None:
    """What a case says of a clause type, the clause type says of the case; and no more."""
    clause_pages = {clause.id: pages.clause_page(clause.id) for clause in content.clauses}
    for lesson in all_lessons(content):
        own_page = pages.case_page(lesson.case.id) if lesson.case else pages.lesson_overview()
        anchor = f'id="fra-{lesson.case.id + "-" if lesson.case else ""}{lesson.id}"'
        for clause, page in clause_pages.items():
            assert (anchor in page) == (clause in lesson.klausuler), (lesson.id, clause)
        for clause in lesson.klausuler:
            assert f"aftaler/klausuler/{clause}/" in own_page, (lesson.id, clause)


def test_a_clause_page_says_what_each_agreement_has_or_that_it_has_nothing(pages: Pages, content: Content) -> None:
    for clause in content.clauses:
        page = pages.clause_page(clause.id)
        for agreement in content.agreements:
            said = agreement.klausuler[clause.id]
            assert f"{agreement.url}#klausul-{clause.id}" in page
            assert not said.tekst or plain(said.tekst)[:30] in plain(page)
        assert page.count('class="absent"') == sum(not item.klausuler[clause.id].findes for item in content.agreements)


def test_every_clause_type_is_worked_out(content: Content) -> None:
    """Two to four variants, each for its own situation; a clause without lessons is one that any agreement needs."""
    for clause in content.clauses:
        assert 2 <= len(clause.varianter) <= 4, clause.id
        assert len({variant.passer_naar for variant in clause.varianter}) == len(clause.varianter)
        assert len(plain(clause.hjaelp).split(". ")) >= 3, clause.id
        assert all(len(plain(variant.tekst)) > 80 for variant in clause.varianter), clause.id
    assert len(content.clauses) >= 18
    assert len([clause for clause in content.clauses if lessons_for_clause(content, clause.id)]) >= 13
