"""What a case's page weighs as it is sent, at any number of cases and with much in it."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.library.content import Content
from macros.pages.pages import Pages
from scripts.measuring.synthetic_cases import content_of

MOST, SHEETS_MOST = 8_000, 20_000
START, END = '<nav class="crumbs"', "<copy-links>"
SYNTHETIC = 60
DAY = date(2026, 11, 22)


def weight(text: str) -> int:
    """Bytes as an ordinary host sends them."""
    return len(gzip.compress(text.encode(), 9))


def page_of(site: Path, case: str) -> str:
    """A case's page as it was built."""
    return (site / "cases" / case / "index.html").read_text(encoding="utf-8")


def test_every_case_is_light(built_site: Path, content: Content) -> None:
    weights = {case.id: weight(page_of(built_site, case.id)) for case in content.cases}
    assert {case: bytes_ for case, bytes_ in weights.items() if bytes_ >= MOST} == {}


def test_the_heaviest_of_many_synthetic_cases_is_light(built_site: Path, content: Content) -> None:
    """In the frame of a built page, whose weight does not depend on how many cases there are."""
    made = content_of(content, SYNTHETIC, 1)
    pages = Pages(made, DAY)
    frame = page_of(built_site, content.cases[0].id)
    before, after = frame[: frame.index(START)], frame[frame.index(END) :]
    weights = [weight(before + lean(page_body(pages.case_page(case.id))) + after) for case in made.cases]
    assert len(weights) == SYNTHETIC and max(weights) < MOST


MANY = 400
# Thousands of signs in a page that tells of many cases, however many there are.
ROOM = {
    "lesson_overview": 330, "result_overview": 150, "partner_pairs": 140, "organisation_forms": 30,
    "financing_forms": 25, "place_list": 60, "theme_list": 10, "booklet": 330, "facet_overview": 40,
    "source_notes": 110, "card_chooser": 130, "front_page": 40, "municipality_map": 70,
}  # fmt: skip
ROOM_OF = {"theme_page": 100, "clause_page": 60}


@pytest.fixture(scope="module")
def many(content: Content) -> Content:
    """Twenty times as many cases as there are."""
    return content_of(content, MANY, 1)


@pytest.mark.parametrize("macro", ROOM)
def test_a_page_about_many_cases_is_no_larger_than_its_room(macro: str, many: Content) -> None:
    assert len(lean(page_body(getattr(Pages(many, DAY), macro)()))) < ROOM[macro] * 1000


@pytest.mark.parametrize("macro", ROOM_OF)
def test_a_page_of_a_theme_or_a_clause_is_no_larger_than_its_room(macro: str, many: Content) -> None:
    items = many.terms("temaer") if macro == "theme_page" else many.clauses
    pages = Pages(many, DAY)
    weights = {item.id: len(lean(page_body(getattr(pages, macro)(item.id)))) for item in items}
    assert {name: size for name, size in weights.items() if size >= ROOM_OF[macro] * 1000} == {}


def test_what_every_page_needs_of_style_sheets_is_light(built_site: Path) -> None:
    folder = built_site / "assets" / "stylesheets"
    main, *more = sorted(folder.glob("main.*.css"))
    assert not more and weight(main.read_text(encoding="utf-8")) < SHEETS_MOST
    html = page_of(built_site, "horsens-alliancen")
    assert html.count('rel="stylesheet"') == 2 and html.count('media="print"') == 1
