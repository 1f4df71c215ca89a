"""The pages for those who look for cases without a script: every facet, and every value of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from macros.finding.facet_pages import ROOT, FacetPage, facet_pages, facet_url, listing_url
from macros.finding.facets import facets
from macros.html.rendering import render
from macros.library.content import Content
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
        return facet_text(shared_content(self.content), self._facet_page_by_id[identifier], len(self.content.cases))

    def facet_overview(self) -> str:
        """Every facet with its values, each a link."""
        every = facets(self.content, self.today)
        return render("facet_overview.html", ROOT, content=self.content, facets=every, facet_url=facet_url)


def facet_text(shared: Content, page: FacetPage, total: int) -> str:
    """One value's page, from the cases it shows, what all cases share, and the number of cases."""
    return render(
        "facet_page.md", page.url, content=shared, total=total, page=page,
        facet_url=facet_url, listing_url=listing_url, root=ROOT,
    )  # fmt: skip
