"""A page for each value of each facet, so that every way into the cases is a link that needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.case_model import Case
from macros.content import Content
from macros.facets import Facet, FacetValue, facet_values, facets
from macros.vocabulary_model import Theme

ROOT = "cases/efter/"
# Themes have pages of their own, which say more.
_OWN_PAGES = {"tema": "temaer/{}/"}


@dataclass(frozen=True)
class FacetPage:
    """One value of one facet, with the cases that have it by theme, and the facet's other values."""

    facet: Facet
    value: FacetValue
    groups: tuple[tuple[Theme, tuple[Case, ...]], ...]

    @property
    def id(self) -> str:
        """The page's name below the root of these pages: "branche/metal"."""
        return f"{self.facet.key}/{self.value.id}"

    @property
    def title(self) -> str:
        """The page's heading: "Branche: Metal"."""
        return f"{self.facet.navn}: {self.value.navn}"


def facet_url(key: str, value: str) -> str:
    """The address of a value's page below the site's root."""
    return _OWN_PAGES[key].format(value) if key in _OWN_PAGES else f"{ROOT}{key}/{value}/"


def facet_pages(content: Content, today: date) -> Iterator[FacetPage]:
    """Every page, in the order of the facets; values without cases have none."""
    rows = [(case, facet_values(content, case, today)) for case in content.cases]
    for facet in facets(content, today):
        if facet.key in _OWN_PAGES:
            continue
        having: dict[tuple[str, str], list[Case]] = {}
        for case, row in rows:
            for identifier in set(row[facet.key]):
                having.setdefault((identifier, case.tema), []).append(case)
        for value in facet.values:
            groups = ((theme, tuple(having.get((value.id, theme.id), ()))) for theme in content.terms("temaer"))
            yield FacetPage(facet, value, tuple((theme, cases) for theme, cases in groups if cases))
