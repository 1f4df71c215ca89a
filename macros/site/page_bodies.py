"""The bodies of generated pages, each kept under the digest of what it is made from, and made by several processes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from macros.site.building import Building
from macros.finding.facet_pages import FacetPage, facet_pages
from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.pages.pages import Pages
from macros.sharing.partner_files import code_of
from macros.ground.processes import share_out
from macros.finding.related import related_cases
from macros.site.site_files import GeneratedPage


class PageBodies:
    """The bodies of one build's pages."""

    def __init__(self, now: Building) -> None:
        self.now, self.pages = now, Pages(now.content, now.today, now.site_url, now.addresses)

    @cached_property
    def _facet_pages(self) -> dict[str, FacetPage]:
        return {page.id: page for page in facet_pages(self.now.content, self.now.today)}

    def body(self, page: GeneratedPage) -> str:
        """A page's body as HTML."""
        return self.now.cache.text(
            self.parts(page), lambda: lean(page_body(getattr(self.pages, page.macro)(page.identifier)))
        )

    def parts(self, page: GeneratedPage) -> tuple[object, ...]:
        """What a page's body is made from: everything, or for the many pages just what they show."""
        now, content = self.now, self.now.content
        if page.macro == "case_page":
            case = content.case_by_id[page.identifier]
            kin = ((now.of_case(item.case), item.grund) for item in related_cases(content, case))
            return ("case_page", now.shared, now.of_case(case), *kin)
        if page.macro == "facet_page":
            facet_page = self._facet_pages[page.identifier]
            cases = (tuple(map(now.of_case, cases)) for _, cases in facet_page.groups)
            return ("facet_page", now.shared, len(content.cases), page.identifier, facet_page.facet, *cases)
        return ("makro", page.macro, (page.identifier,), now.everything)

    def make_all(self, made: Sequence[GeneratedPage]) -> None:
        """Make the bodies that are missing, in as many processes as there are processors, where they are many."""
        missing = [page for page in made if not self.now.cache.has(self.parts(page))]
        # What a process makes it keeps, and body() finds it there.
        share_out(missing, self._make)

    def _make(self, page: GeneratedPage) -> None:
        self.body(page)
        if page.macro == "case_page":
            # The slowest of a case's files, so it is made here too.
            code_of(self.now.content.case_by_id[page.identifier], self.now.site_url, self.now.cache.keep)
