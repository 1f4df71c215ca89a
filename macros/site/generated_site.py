"""Every generated page and file of a build, ready to be written: a page is a shell of the theme's with its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

from markupsafe import escape

from macros.html import page_shell
from macros.html.page_body import Entry, contents, headings
from macros.html.page_shell import Shell, shell_depth
from macros.sharing.social_cards import COMMON
from macros.site.building import Building
from macros.site.page_bodies import PageBodies
from macros.site.site_files import GeneratedPage, SiteFile, file_groups, generated_pages

# Path below the site's root and content, one file after the other.
Written = Iterator[tuple[str, str | bytes]]
# So many pages are one piece of work.
_PAGES_A_PART = 20


class Theme(Protocol):
    """What the pages need of a theme."""

    def shell(self, depth: int, hide: tuple[str, ...]) -> Shell:
        """A page so many folders down, with marks where pages differ."""

    def contents(self, entries: list[Entry]) -> str:
        """The list of a page's headings."""


def site_parts(now: Building, theme: Theme, styles: str) -> list[Callable[[], Written]]:
    """Everything that is made from items, in parts that can be made in any order and process, the longest first."""
    pages = tuple(generated_pages(now.content, now.today))
    groups = file_groups(now.content, now.today, now.site_url, styles, now.cache.keep, now.addresses)
    filled = _Filled(now, theme)
    filled.make_shells(pages)
    return [
        *(partial(_group, now, name, make, styles) for name, make in groups),
        *(partial(filled.files, pages[at : at + _PAGES_A_PART]) for at in range(0, len(pages), _PAGES_A_PART)),
    ]


def written_files(now: Building, theme: Theme, styles: str) -> Written:
    """All parts, one after the other."""
    for part in site_parts(now, theme, styles):
        yield from part()


def case_pages(now: Building, theme: Theme, identifiers: Sequence[str]) -> Written:
    """Some cases' pages alone, with the files that belong to each."""
    wanted = {f"cases/{identifier}.md" for identifier in identifiers}
    return _Filled(now, theme).files([page for page in generated_pages(now.content, now.today) if page.path in wanted])


def _group(now: Building, name: str, make: Callable[[], Iterator[tuple[str, SiteFile]]], styles: str) -> Written:
    parts = ("filer", name, now.everything, styles)
    return now.cache.each_file(parts, lambda: ((path, made.content) for path, made in make()))


class _Filled:
    """Pages filled into the shells of a theme."""

    def __init__(self, now: Building, theme: Theme) -> None:
        self.bodies, self.shell = PageBodies(now), cache(theme.shell)
        self.listed = cache(lambda found: theme.contents(contents(found)))

    def make_shells(self, pages: Sequence[GeneratedPage]) -> None:
        """Render every shell that the pages ask for, so that no process does it for itself."""
        for place in dict.fromkeys((shell_depth(page.address), page.hide) for page in pages):
            self.shell(*place)

    def files(self, pages: Sequence[GeneratedPage]) -> Written:
        """The pages with all that belongs to them."""
        for page in pages:
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
            shell = self.shell(shell_depth(page.address), page.hide)
            yield f"{page.address}index.html", shell.filled(values)
            yield from parts.files.items()


def _head_text(text: str) -> str:
    return str(escape(" ".join(text.split())))
