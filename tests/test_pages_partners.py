"""The page on who works with whom says what the cases say, with the numbers they rest on."""

from __future__ import annotations

from datetime import date

import pytest

from macros.insight.partners import kind_rows, pair_rows, without_payer
from macros.library.content import Content
from macros.pages.pages import Pages

DAY = date(2026, 11, 22)


@pytest.fixture
def pages(content: Content) -> Pages:
    return Pages(content, DAY)


def test_every_kind_of_party_stands_with_its_number_of_cases(pages: Pages, content: Content) -> None:
    shown = pages.partner_kinds()
    for row in kind_rows(content):
        assert row.kind.navn in shown
        assert f"aktoer={row.kind.id}" in shown


def test_every_pair_names_the_cases_behind_its_number(pages: Pages, content: Content) -> None:
    shown = pages.partner_pairs()
    together = [pair for pair in pair_rows(content) if pair.cases]
    assert together
    for pair in together:
        assert all(case.titel in shown for case in pair.cases)


def test_every_form_of_organisation_stands_with_its_cases(pages: Pages, content: Content) -> None:
    shown = pages.organisation_forms()
    for term in content.terms("organiseringsformer"):
        assert term.navn in shown
    assert all(case.titel in shown for case in content.cases if case.organiseringsform)


def test_it_is_said_in_how_many_cases_nobody_says_who_pays(pages: Pages, content: Content) -> None:
    shown = pages.financing_forms()
    assert f"I {len(without_payer(content))} cases gør den ikke" in shown


def test_the_picture_has_its_pairs_in_words(pages: Pages, content: Content) -> None:
    shown = pages.partner_picture()
    assert "<svg" in shown
    assert f"af {len(content.cases)} cases" in shown
