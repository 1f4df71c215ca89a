"""A page for each value of each facet, so that every way into the cases is a link that needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.finding.facets import Facet, FacetValue, facet_values, facets
from macros.html.long_lists import OF_THEME
from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case
from macros.model.vocabulary_model import Theme

ROOT = "cases/efter/"
# As many cases stand on one page; the rest on the pages that follow, so that no page grows with the cases.
CASES_A_PAGE = 200
# Themes have pages of their own, which say more.
_OWN_PAGES = {"tema": "temaer/{}/"}


@dataclass(frozen=True)
class FacetPage:
    """One value of one facet, with the cases that have it by theme, and the facet's other values.

    number of pages: the cases of a common value stand on several pages, each with its number from 1.
    """

    facet: Facet
    value: FacetValue
    groups: tuple[tuple[Theme, tuple[Case, ...]], ...]
    number: int = 1
    pages: int = 1

    @property
    def id(self) -> str:
        """The page's name below the root of these pages: "branche/metal", "branche/metal/side-2"."""
        return listing_url(self.facet.key, self.value.id, self.number).removeprefix(ROOT).removesuffix("/")

    @property
    def url(self) -> str:
        """The page's own address below the site's root."""
        return f"{ROOT}{self.id}/"

    @property
    def title(self) -> str:
        """The page's heading: "Branche: Metal"."""
        return f"{self.facet.navn}: {self.value.navn}" + (f", side {self.number}" if self.number > 1 else "")


def facet_url(key: str, value: str) -> str:
    """The address of a value's page below the site's root."""
    return _OWN_PAGES[key].format(value) if key in _OWN_PAGES else listing_url(key, value)


def listing_url(key: str, value: str, number: int = 1) -> str:
    """The address of one of the pages that list a value's cases."""
    return f"{ROOT}{key}/{value}/" + (f"side-{number}/" if number > 1 else "")


def theme_listing(theme: str, number: int) -> str:
    """The address where all of a theme's cases stand: its own page, or the first of several where that shows a part."""
    return listing_url("tema", theme) if number > OF_THEME else facet_url("tema", theme)


def facet_pages(content: Content, today: date) -> tuple[FacetPage, ...]:
    """Every page, in the order of the facets; none for values without cases and themes whose own page will do."""
    kept = _by_day(content)
    if today not in kept:
        kept[today] = tuple(_facet_pages(content, today))
    return kept[today]


@once
def _by_day(_: Content) -> dict[date, tuple[FacetPage, ...]]:
    return {}


def _facet_pages(content: Content, today: date) -> Iterator[FacetPage]:
    rows = [(case, facet_values(content, case, today)) for case in content.cases]
    themes = content.terms("temaer")
    for facet in facets(content, today):
        having: dict[tuple[str, str], list[Case]] = {}
        for case, row in rows:
            for identifier in set(row[facet.key]):
                having.setdefault((identifier, case.tema), []).append(case)
        for value in facet.values:
            if facet.key in _OWN_PAGES and value.antal <= OF_THEME:
                continue
            listed = [(theme, case) for theme in themes for case in having.get((value.id, theme.id), ())]
            parts = [listed[start : start + CASES_A_PAGE] for start in range(0, len(listed), CASES_A_PAGE)]
            for number, part in enumerate(parts, start=1):
                groups = tuple((theme, tuple(case for own, case in part if own is theme)) for theme in themes)
                shown = tuple((theme, cases) for theme, cases in groups if cases)
                yield FacetPage(facet, value, shown, number, len(parts))
