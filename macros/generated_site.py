"""Every generated page and file of a build, ready to be written: a page is a shell of the theme's with its body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol

from markupsafe import escape

from macros import page_shell
from macros.building import Building
from macros.page_body import Entry, contents, headings, page_body
from macros.page_shell import Shell, shell_depth
from macros.pages import Pages
from macros.site_files import GeneratedPage, generated_pages, other_files


class Theme(Protocol):
    """What the pages need of a theme."""

    def shell(self, depth: int, hide: tuple[str, ...]) -> Shell:
        """A page so many folders down, with marks where pages differ."""

    def contents(self, entries: list[Entry]) -> str:
        """The list of a page's headings."""


def written_files(now: Building, theme: Theme, styles: str) -> Iterator[tuple[str, str | bytes]]:
    """Path below the site's root and content of everything that is made from items."""
    yield from _whole_pages(now, theme)
    parts = ("filer", now.everything, styles)
    yield from now.cache.files(
        parts,
        lambda: {
            path: made.content
            for path, made in other_files(now.content, now.today, now.site_url, styles, now.cache.keep).items()
        },
    ).items()


def _whole_pages(now: Building, theme: Theme) -> Iterator[tuple[str, str]]:
    pages = Pages(now.content, now.today, now.site_url, now.addresses)
    shell = cache(theme.shell)
    for page in generated_pages(now.content, now.today):
        html = body(now, pages, page)
        found = headings(html)
        values = {
            page_shell.ADDRESS: page.address,
            page_shell.TITLE: _head_text(page.title),
            page_shell.SUMMARY: _head_text(page.summary),
            page_shell.CARD: str(escape(page.card)),
            page_shell.EDIT: page.edit_path,
            page_shell.ANCHOR: found[0].id if found else "",
            page_shell.CONTENTS: theme.contents(contents(found)),
            page_shell.BODY: html,
        }
        yield f"{page.address}index.html", shell(shell_depth(page.address), page.hide).filled(values)


def body(now: Building, pages: Pages, page: GeneratedPage) -> str:
    """A page's body as HTML."""
    parts = ("makro", page.macro, (page.identifier,), now.everything)
    return now.cache.text(parts, lambda: page_body(getattr(pages, page.macro)(page.identifier)))


def _head_text(text: str) -> str:
    return str(escape(" ".join(text.split())))
