"""The day each page last changed, from the content alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.library.content import Content
from macros.sharing.page_dates import page_date

OLD, NEW = date(2020, 1, 2), date(2030, 3, 4)


@pytest.fixture(scope="module")
def dated(content: Content) -> Content:
    """The content with one case newer than all else and one agreement older."""
    cases = (content.cases[0].model_copy(update={"gennemgaaet": NEW}), *content.cases[1:])
    agreements = tuple(item.model_copy(update={"gennemgaaet": OLD}) for item in content.agreements)
    return replace(content, cases=cases, agreements=agreements)


def test_a_page_is_as_new_as_what_it_shows(dated: Content) -> None:
    first, second = dated.cases[0], dated.cases[1]
    assert page_date(dated, first.url) == NEW
    assert page_date(dated, second.url) == second.gennemgaaet
    assert page_date(dated, f"temaer/{first.tema}/") == NEW
    other = next(theme.id for theme in dated.terms("temaer") if theme.id != first.tema)
    assert page_date(dated, f"temaer/{other}/") == second.gennemgaaet
    assert page_date(dated, dated.agreements[0].url) == OLD
    assert page_date(dated, "aftaler/klausuler/opsigelse/") == OLD
    assert page_date(dated, "aftaler/") == OLD
    for address in ("", "cases/", "laering/", "resultater/", "cases/efter/branche/metal/", "data/"):
        assert page_date(dated, address) == NEW


def test_notes_date_their_own_page(dated: Content) -> None:
    assert page_date(dated, "om/siden-2018/") == max(note.dato for note in dated.terms("siden_2018"))


@pytest.mark.parametrize("address", ["om/", "was/", "bidrag/", "bidrag/felter/", "links/", "del/", "om/viden/"])
def test_a_page_whose_content_has_no_date_has_none(address: str, content: Content) -> None:
    assert page_date(content, address) is None
