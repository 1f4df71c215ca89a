"""Markdown that an editor wrote, to safe HTML: rendered once, then cleaned by an allow-list."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}
# What Markdown may read as more than words; a text without it is plain already.
_MARKED = re.compile(r"[*_`\[\]<>&\\#]")
_BEGUN = re.compile(r"^\s*(?:[-+=~]|\d+[.)])", re.MULTILINE)
_SCHEMES = {"https", "http", "mailto", "tel"}


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """Block Markdown as HTML that is safe to put in a page."""
    html = _converter().reset().convert(text)
    return Markup(nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES))


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
    if not (_MARKED.search(text) or _BEGUN.search(text)):
        return " ".join(text.split())
    spaced = str(prose(text)).replace("</li>", " </li>").replace("</p>", " </p>")
    return " ".join(Markup(spaced).striptags().split())
