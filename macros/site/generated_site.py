"""Every generated page and file of a build, ready to be written: a page is a shell of the theme's with its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from typing import Protocol

from markupsafe import escape

from macros.ground.build_cache import Digest, digest
from macros.html import page_shell
from macros.html.page_body import Entry, Heading, contents, headings
from macros.html.page_shell import Shell, shell_depth
from macros.sharing.social_cards import COMMON
from macros.site.building import Building
from macros.site.page_bodies import PageBodies
from macros.site.site_files import GeneratedPage, SiteFile, file_groups, generated_pages
from macros.site.site_ledger import Lot, SitePart, Written

# So many pages are one piece of work.
_PAGES_A_PART = 20


class Theme(Protocol):
    """What the pages need of a theme."""

    def shell(self, depth: int, hide: tuple[str, ...], section: str) -> Shell:
        """A page so many folders down in a top folder, with marks where pages differ."""

    def contents(self, entries: list[Entry]) -> str:
        """The list of a page's headings."""


def site_parts(now: Building, theme: Theme, styles: str) -> list[SitePart]:
    """Everything that is made from items, in parts that can be made in any order and process, the longest first."""
    pages = tuple(generated_pages(now.content, now.today))
    groups = file_groups(now.content, now.today, now.site_url, styles, now.cache.keep, now.addresses)
    filled = _Filled(now, theme)
    filled.make_shells(pages)
    return [
        *(SitePart(name, partial(_group, now, name, make, styles)) for name, make in groups),
        *(
            SitePart(f"sider {at}", partial(filled.lots, pages[at : at + _PAGES_A_PART]))
            for at in range(0, len(pages), _PAGES_A_PART)
        ),
    ]


def written_files(now: Building, theme: Theme, styles: str) -> Written:
    """All parts, one after the other."""
    for part in site_parts(now, theme, styles):
        for lot in part.lots():
            yield from lot.make()


def case_pages(now: Building, theme: Theme, identifiers: Sequence[str]) -> Written:
    """Some cases' pages alone, with the files that belong to each."""
    wanted = {f"cases/{identifier}.md" for identifier in identifiers}
    filled = _Filled(now, theme)
    for page in generated_pages(now.content, now.today):
        if page.path in wanted:
            yield from filled.files(page)


def _group(now: Building, name: str, make: Callable[[], Iterator[tuple[str, SiteFile]]], styles: str) -> Iterator[Lot]:
    # Not kept as files, since what is slow to make of them is kept by itself.
    yield Lot(digest(("filer", name, now.everything, styles)), lambda: ((path, made.content) for path, made in make()))


class _Filled:
    """Pages filled into the shells of a theme."""

    def __init__(self, now: Building, theme: Theme) -> None:
        self.bodies, self.shell = PageBodies(now), cache(theme.shell)
        self.listed = cache(lambda found: theme.contents(contents(found)))
        self._digest = cache(lambda shell: digest((shell.texts, shell.marks)))

    def make_shells(self, pages: Sequence[GeneratedPage]) -> None:
        """Render every shell that the pages ask for, so that no process does it for itself."""
        for place in dict.fromkeys(map(_place, pages)):
            self._digest(self.shell(*place))

    @cached_property
    def listing(self) -> Digest:
        """The digest of how the theme lists headings, told by one of each depth (its code is in the ground)."""
        tops = (Heading(1, "a", "b"), Heading(2, "c", "d"), Heading(3, "e", "f"))
        return digest(self.listed(tops[:depth]) for depth in range(len(tops) + 1))

    def shell_of(self, page: GeneratedPage) -> Digest:
        """The digest of the shell that a page is filled into."""
        return self._digest(self.shell(*_place(page)))

    def lots(self, pages: Sequence[GeneratedPage]) -> Iterator[Lot]:
        """Each page with all that belongs to it."""
        for page in pages:
            parts = ("side", page, self.shell_of(page), self.listing, *self.bodies.made_of(page))
            yield Lot(digest(parts), partial(self.files, page))

    def files(self, page: GeneratedPage) -> Written:
        """A page with all that belongs to it."""
        parts = self.bodies.parts_of(page)
        found = headings(parts.body)
        top = found[:1]
        values = {
            page_shell.ADDRESS: page.address,
            page_shell.TITLE: _head_text(page.title),
            page_shell.SUMMARY: _head_text(page.summary),
            page_shell.CARD: str(escape(page.card or COMMON)),
            page_shell.EDIT: page.edit_path,
            page_shell.ANCHOR: top[0].id if top else "",
            # The theme lists what stands below the page's own heading, so pages alike share a list.
            page_shell.CONTENTS: self.listed((*(replace(one, id="", name="") for one in top), *found[1:])),
            page_shell.BODY: parts.body,
            page_shell.HEAD: parts.head,
        }
        yield f"{page.address}index.html", self.shell(*_place(page)).filled(values)
        yield from parts.files.items()


def _place(page: GeneratedPage) -> tuple[int, tuple[str, ...], str]:
    """What pages in the same shell have in common; the top folders are as many however many pages there are."""
    return shell_depth(page.address), page.hide, page.address.partition("/")[0]


def _head_text(text: str) -> str:
    return str(escape(" ".join(text.split())))
