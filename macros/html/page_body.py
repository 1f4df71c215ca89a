"""The body of a page as HTML, from a template's text: HTML as it is, and Markdown headings with anchors.

The text means the same to Python-Markdown, which other generators use on it; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from macros.ground.danish import slug

PERMALINK, PERMALINK_TITLE = "#", "Link til afsnittet"
_WRITTEN = re.compile(r"^(#{1,6}) +(.*?)(?: *\{ *#([\w-]+) *\})? *$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_LONE_AMPERSAND = re.compile(r"&(?!#?\w+;)")
_MADE = re.compile(
    r'<h([1-6])(?=[^>]*\sid="([^"]+)")[^>]*>((?:(?!</h[1-6]>).)*?)<a class="headerlink"', re.DOTALL
)  # fmt: skip
_PERMALINK_TEXT = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'\sid="([^"]+)"')


_HEADING_OR_TABLE = re.compile(r"<h[1-6][^>]*>(?P<words>.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that the page's contents list: its level, anchor and words as HTML text."""

    level: int
    id: str
    name: str


@dataclass
class Entry:
    """A heading with those below it."""

    heading: Heading
    children: list[Entry] = field(default_factory=list)


def page_body(text: str) -> str:
    """A template's text as HTML."""
    # Most lines are no headings, and to look for the few by the sign they begin with is many times faster.
    before, *found = f"\n{text}".split("\n#")
    parts = [before]
    for part in found:
        line, end, rest = part.partition("\n")
        parts += ("\n", _heading_line(f"#{line}"), end, rest)
    return "".join(parts)[1:]


@lru_cache(maxsize=256)
def _heading_line(line: str) -> str:
    """A line that begins with the sign of a heading; most of them stand on many pages."""
    return _WRITTEN.sub(_heading, line)


def framed_tables(html: str) -> str:
    """Hand-written tables in frames that scroll by keyboard too, each named by the heading above it."""
    name = ""

    def framed(found: re.Match[str]) -> str:
        nonlocal name
        if (words := found["words"]) is not None:
            name = _plain(_PERMALINK_TEXT.sub("", words)).replace('"', "&quot;")
            return found[0]
        label = f"Tabel: {name}" if name else "Tabel"
        return f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}">{found[0]}</div>'

    return _HEADING_OR_TABLE.sub(framed, html)


def _heading(found: re.Match[str]) -> str:
    level = len(found[1])
    words = _LONE_AMPERSAND.sub("&amp;", _ESCAPED.sub(_unescaped, found[2])).replace(">", "&gt;")
    anchor = found[3] or slug(_plain(words))
    link = f'<a class="headerlink" href="#{anchor}" title="{escape(PERMALINK_TITLE)}">{PERMALINK}</a>'
    return f'<h{level} id="{anchor}">{words}{link}</h{level}>'


def _unescaped(found: re.Match[str]) -> str:
    return found[1]


def _plain(html: str) -> str:
    return " ".join(_TAG.sub("", html).split())


def headings(html: str, deepest: int = 3) -> tuple[Heading, ...]:
    """Every heading that can be linked to, in the page's order, down to a level."""
    found = (Heading(int(level), anchor, _plain(words)) for level, anchor, words in _MADE.findall(html))
    return tuple(heading for heading in found if heading.level <= deepest)


def contents(found: Iterable[Heading]) -> list[Entry]:
    """Headings as a tree, each below the nearest larger one before it."""
    tree: list[Entry] = []
    above: list[Entry] = []
    for heading in found:
        entry = Entry(heading)
        while above and above[-1].heading.level >= heading.level:
            above.pop()
        (above[-1].children if above else tree).append(entry)
        above.append(entry)
    return tree


def anchors(html: str) -> set[str]:
    """Every id that can be linked to."""
    return set(_ID.findall(html))
