"""What a case's page weighs as it is sent, at any number of cases and with much in it."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.library.content import Content
from macros.pages.pages import Pages
from scripts.measuring.synthetic_cases import content_of

MOST, SHEETS_MOST = 8_000, 20_000
START, END = '<nav class="crumbs"', "<copy-links>"
SYNTHETIC = 60


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
    pages = Pages(made, date(2026, 11, 22))
    frame = page_of(built_site, content.cases[0].id)
    before, after = frame[: frame.index(START)], frame[frame.index(END) :]
    weights = [weight(before + lean(page_body(pages.case_page(case.id))) + after) for case in made.cases]
    assert len(weights) == SYNTHETIC and max(weights) < MOST


def test_what_every_page_needs_of_style_sheets_is_light(built_site: Path) -> None:
    folder = built_site / "assets" / "stylesheets"
    main, *more = sorted(folder.glob("main.*.css"))
    assert not more and weight(main.read_text(encoding="utf-8")) < SHEETS_MOST
    html = page_of(built_site, "horsens-alliancen")
    assert html.count('rel="stylesheet"') == 2 and html.count('media="print"') == 1
