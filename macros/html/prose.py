"""Markdown that an editor wrote, to safe HTML: rendered once, then cleaned by an allow-list."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}
# What Markdown may read as more than words; a text without it is plain already.
_MARKED = re.compile(r"[*_`\[\]<>&\\#]")
# A line is looked for by the sign before it, which is found many times faster than each line's beginning.
_BEGUN = re.compile(r"\n\s*(?:[-+=~]|\d+[.)])")
# A line that begins something else than a paragraph; with one, paragraphs hang together.
_BLOCK = re.compile(r"\n(?:[-+*>#=~`|:_]|\d+[.)])")
# Signs that Markdown or a browser reads in ways of their own; the only blanks left are a space and a new line.
_ODD = re.compile(r"[^\n\x20-\x7e\xa1-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff]")
# Three of either begin a block of code where a page's own Markdown meets this HTML, and it could set attributes.
_FENCES = str.maketrans({"`": "&#96;", "~": "&#126;"})
_HEADING = re.compile(r"^#", re.MULTILINE)
# Control signs, which an entity may stand for: no feed and no Word file that holds one can be read.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
# Markdown looks for the end of each anew, so that thousands would take minutes; no person writes so many, and they
# are shown as they stand.
_MOST_OPENINGS = 200
_SCHEMES = {"https", "http", "mailto", "tel"}


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """Block Markdown as HTML that is safe to put in a page.

    Paragraphs without marks are most of all text, and need neither Markdown nor cleaning: a hundred times faster.
    """
    indented = "\n " in text or " \n" in text or text != text.strip(" ")
    # A name for an address, or HTML, reaches beyond its paragraph too.
    joined = "]:" in text or "<" in text or _BLOCK.search(f"\n{text}")
    if indented or joined or _ODD.search(text):
        return Markup(_converted(text))
    blocks = [found for block in text.split("\n\n") if (found := block.strip("\n"))]
    return Markup("\n".join([_converted(block) if _MARKED.search(block) else f"<p>{block}</p>" for block in blocks]))


def _converted(text: str) -> str:
    if text.count("[") + text.count("<") > _MOST_OPENINGS:
        return _cleaned(f"<p>{escape(text)}</p>")
    return _cleaned(_converter().reset().convert(text))


def _cleaned(html: str) -> str:
    safe = nh3.clean(html, tags=_TAGS, attributes={"*": set(), "a": {"href"}}, url_schemes=_SCHEMES)
    # Replaced, not removed: what stands on either side of one must not become a scheme after the cleaning.
    return _CONTROL.sub("\ufffd", _HEADING.sub("&#35;", safe.translate(_FENCES)))


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")


def prose_line(text: str) -> Markup:
    """A single paragraph of Markdown as inline HTML, without the paragraph around it."""
    html = prose(text)
    single = html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>")
    return Markup(html[3:-4]) if single else html


def plain(text: str) -> str:
    """Markdown as plain text on one line, for summaries, search and feeds."""
    if not (_MARKED.search(text) or _BEGUN.search(f"\n{text}")):
        return " ".join(text.split())
    return " ".join(prose(text).striptags().split())
