"""The pages for those who look for cases without a script: every facet, and every value of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from markupsafe import Markup

from macros.finding.facet_pages import ROOT, FacetPage, facet_pages, facet_url, listing_url
from macros.finding.facets import facets
from macros.html.rendering import render
from macros.library.content import Content
from macros.model.case_model import Case
from macros.pages.pages_case import shared_content


class FacetPages:
    """The macros of these pages."""

    content: Content
    today: date

    @cached_property
    def _facet_page_by_id(self) -> dict[str, FacetPage]:
        return {page.id: page for page in facet_pages(self.content, self.today)}

    def facet_page(self, identifier: str) -> str:
        """The cases that have one value."""
        page = self._facet_page_by_id[identifier]
        return facet_text(shared_content(self.content), page, len(self.content.cases), self._card_of)

    @cached_property
    def _cards(self) -> dict[tuple[int, str], Markup]:
        return {}

    def _card_of(self, here: str, case: Case) -> Markup:
        """A case's card, made once for all pages as many folders down: each case stands on a dozen of them."""
        key = (here.count("/"), case.id)
        if key not in self._cards:
            shared = shared_content(self.content)
            self._cards[key] = Markup(render("_case_card.html", here, case=case, content=shared))
        return self._cards[key]

    def facet_overview(self) -> str:
        """Every facet with its values, each a link."""
        every = facets(self.content, self.today)
        return render("facet_overview.html", ROOT, content=self.content, facets=every, facet_url=facet_url)


def facet_text(shared: Content, page: FacetPage, total: int, card_of: Callable[[str, Case], Markup]) -> str:
    """One value's page, from the cases it shows, what all cases share, and the number of cases."""
    return render(
        "facet_page.md", page.url, content=shared, total=total, page=page,
        facet_url=facet_url, listing_url=listing_url, root=ROOT, card_of=card_of,
    )  # fmt: skip
