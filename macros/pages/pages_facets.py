"""The pages for those who look for cases without a script: every facet, and every value of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from markupsafe import Markup

from macros.finding.facet_pages import ROOT, FacetPage, facet_pages, facet_url, listing_url
from macros.finding.facets import facets
from macros.html.rendering import render
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.model.case_model import Case


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
        return render(
            "facet_page.md", page.url, content=shared_content(self.content), total=len(self.content.cases), page=page,
            facet_url=facet_url, listing_url=listing_url, root=ROOT, cards_of=self._cards_of, others_of=self._others_of,
        )  # fmt: skip

    def _cards_of(self, here: str, cases: Sequence[Case]) -> Markup:
        """Cases as cards, each made once for all pages as many folders down: a case stands on a dozen of them."""
        made, shared = self._made_cards.setdefault(here.count("/"), {}), shared_content(self.content)
        for case in cases:
            if case.id not in made:
                made[case.id] = render("_facet_card.html", here, case=case, content=shared)
        return Markup("\n".join([made[case.id] for case in cases]))

    def _others_of(self, here: str, page: FacetPage) -> Markup:
        """The facet's other values, each made once for all pages as many folders down."""
        key = page.facet.key
        made = self._made_values.setdefault((key, here.count("/")), {})
        if not made:
            for value in page.facet.values:
                made[value.id] = render("_facet_value.html", here, key=key, value=value, facet_url=facet_url)
        return Markup("\n".join([made[value.id] for value in page.facet.values if value.id != page.value.id]))

    @cached_property
    def _made_cards(self) -> dict[int, dict[str, str]]:
        return {}

    @cached_property
    def _made_values(self) -> dict[tuple[str, int], dict[str, str]]:
        return {}

    def facet_overview(self) -> str:
        """Every facet with its values, each a link."""
        every = facets(self.content, self.today)
        return render("facet_overview.html", ROOT, content=self.content, facets=every, facet_url=facet_url)
