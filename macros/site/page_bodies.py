"""The bodies of generated pages, each kept under the digest of what it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from macros.finding.facet_pages import FacetPage, facet_pages
from macros.finding.related import related_cases
from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.library.shared_content import shared_content
from macros.pages.pages import Pages
from macros.sharing.page_head import PageHeads
from macros.sharing.page_twins import facet_twins
from macros.site.building import Building
from macros.site.site_files import GeneratedPage, own_files

# What a kept page is called among its files; nothing else is at these addresses.
_BODY, _HEAD = "", "/"


@dataclass(frozen=True)
class PageParts:
    """A page's own HTML, what its head says to machines, and the files that belong to it alone, by path."""

    body: str
    head: str
    files: Mapping[str, str | bytes]


class PageBodies:
    """The bodies of one build's pages."""

    def __init__(self, now: Building) -> None:
        self.now, self.pages = now, Pages(now.content, now.today, now.site_url, now.addresses)
        self.heads = PageHeads(now.content, now.site_url)
        self.shared = shared_content(now.content)

    @cached_property
    def _facet_pages(self) -> dict[str, FacetPage]:
        return {page.id: page for page in facet_pages(self.now.content, self.now.today)}

    def parts_of(self, page: GeneratedPage) -> PageParts:
        """A page with all that belongs to it; that of a case is kept as one, since there are many."""
        if page.macro != "case_page":
            body = self.now.cache.text(self.parts(page), lambda: self._body(page))
            return PageParts(body, self._head(page), self._twins(page))
        files = self.now.cache.files(self.parts(page), lambda: self._of_case(page))
        return PageParts(files.pop(_BODY).decode(), files.pop(_HEAD).decode(), files)

    def made_of(self, page: GeneratedPage) -> tuple[object, ...]:
        """What all of parts_of() is made from."""
        return self.parts(page) if page.macro == "case_page" else (*self.parts(page), self._head(page))

    def _twins(self, page: GeneratedPage) -> Mapping[str, str]:
        if page.macro != "facet_page":
            return {}
        return facet_twins(self.shared, self._facet_pages[page.identifier], self.now.site_url)

    def _head(self, page: GeneratedPage) -> str:
        return self.heads.html(page.address, page.title, page.summary)

    def _body(self, page: GeneratedPage) -> str:
        return lean(page_body(getattr(self.pages, page.macro)(page.identifier)))

    def _of_case(self, page: GeneratedPage) -> dict[str, str | bytes]:
        """What is kept of a case: its page and its files see no other case but those that parts() names."""
        now, case = self.now, self.now.content.case_by_id[page.identifier]
        alone = PageHeads(replace(now.content, cases=(case,), withdrawn=()), now.site_url)
        own = own_files(self.shared, case, now.site_url)
        return {
            _BODY: self._body(page),
            _HEAD: alone.html(page.address, page.title, page.summary),
            **{path: made.content for path, made in own.items()},
        }

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
