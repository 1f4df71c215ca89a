"""The bodies of generated pages, each kept under the digest of what it is made from, and made by several processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from functools import cached_property

from macros.building import Building
from macros.facet_pages import FacetPage, facet_pages
from macros.page_body import page_body
from macros.page_shell import lean
from macros.pages import Pages
from macros.partner_files import code_of
from macros.related import related_cases
from macros.site_files import GeneratedPage

# Fewer pages are made sooner than a process starts.
FEW = 150
_AT_A_TIME = 50


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
        workers = min(os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1, 8)
        if len(missing) < FEW or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
            return
        starts = range(0, len(missing), _AT_A_TIME)
        # What a process makes it keeps, and body() finds it there.
        with multiprocessing.get_context("fork").Pool(workers, _begin, (self,)) as pool:
            for _ in pool.imap_unordered(_make, (missing[start : start + _AT_A_TIME] for start in starts)):
                pass


_mine: list[PageBodies] = []


def _begin(bodies: PageBodies) -> None:
    _mine[:] = [bodies]


def _make(some: Sequence[GeneratedPage]) -> None:
    bodies = _mine[0]
    now = bodies.now
    for page in some:
        bodies.body(page)
        if page.macro == "case_page":
            # The slowest of a case's files, so it is made here too.
            code_of(now.content.case_by_id[page.identifier], now.site_url, now.cache.keep)
