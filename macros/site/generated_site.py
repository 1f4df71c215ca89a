"""Every generated page and file of a build, ready to be written: a page is a shell of the theme's with its body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Protocol

from markupsafe import escape

from macros.html import page_shell
from macros.site.building import Building
from macros.site.page_bodies import PageBodies
from macros.html.page_body import Entry, contents, headings
from macros.sharing.page_head import PageHeads
from macros.html.page_shell import Shell, shell_depth
from macros.site.site_files import GeneratedPage, file_groups, generated_pages
from macros.sharing.social_cards import COMMON


class Theme(Protocol):
    """What the pages need of a theme."""

    def shell(self, depth: int, hide: tuple[str, ...]) -> Shell:
        """A page so many folders down, with marks where pages differ."""

    def contents(self, entries: list[Entry]) -> str:
        """The list of a page's headings."""


def written_files(now: Building, theme: Theme, styles: str) -> Iterator[tuple[str, str | bytes]]:
    """Path below the site's root and content of everything that is made from items."""
    yield from _whole_pages(now, theme)
    for name, make in file_groups(now.content, now.today, now.site_url, styles, now.cache.keep, now.addresses):
        yield from now.cache.files(
            ("filer", name, now.everything, styles),
            lambda make=make: {path: made.content for path, made in make().items()},  # type: ignore[misc]
        ).items()


def case_pages(now: Building, theme: Theme, identifiers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Path and content of some cases' pages alone."""
    wanted = {f"cases/{identifier}.md" for identifier in identifiers}
    pages = (page for page in generated_pages(now.content, now.today) if page.path in wanted)
    yield from _filled(now, PageBodies(now), theme, islice(pages, len(wanted)))


def _whole_pages(now: Building, theme: Theme) -> Iterator[tuple[str, str]]:
    bodies = PageBodies(now)
    made = tuple(generated_pages(now.content, now.today))
    bodies.make_all(made)
    yield from _filled(now, bodies, theme, made)


def _filled(
    now: Building, bodies: PageBodies, theme: Theme, pages: Iterable[GeneratedPage]
) -> Iterator[tuple[str, str]]:
    heads = PageHeads(now.content, now.site_url)
    shell, listed = cache(theme.shell), cache(lambda found: theme.contents(contents(found)))
    for page in pages:
        html = bodies.body(page)
        found = headings(html)
        top = found[:1]
        values = {
            page_shell.ADDRESS: page.address,
            page_shell.TITLE: _head_text(page.title),
            page_shell.SUMMARY: _head_text(page.summary),
            page_shell.CARD: str(escape(page.card or COMMON)),
            page_shell.EDIT: page.edit_path,
            page_shell.ANCHOR: top[0].id if top else "",
            # The theme lists what stands below the page's own heading, so pages alike share a list.
            page_shell.CONTENTS: listed((*(replace(one, id="", name="") for one in top), *found[1:])),
            page_shell.BODY: html,
            page_shell.HEAD: heads.html(page.address, page.title, page.summary),
        }
        yield f"{page.address}index.html", shell(shell_depth(page.address), page.hide).filled(values)


def _head_text(text: str) -> str:
    return str(escape(" ".join(text.split())))
