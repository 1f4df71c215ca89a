"""The hand-written pages as the search finds them: address, title, summary and words; knows no other content."""

from __future__ import annotations

import re
from typing import NamedTuple

from macros.html.prose import plain

# Pages that are no place to look something up: the front page, and a page that only leads to another.
_LEFT_OUT = {"docs/index.md", "docs/was/index.md"}
_HEAD = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_FIELD = re.compile(r"(title|description): *(.+)")
# What a page holds beside its words: calls of macros, attribute lists, HTML, and the addresses of links.
_NO_WORDS = re.compile(r"(?s:\{\{.*?\}\})|\{ ?[#.:][^}\n]*\}|</?[a-z][^>]*>|(?<=\])\([^)\n]*\)|^#[^\n]*$", re.MULTILINE)


class WrittenPage(NamedTuple):
    """A page from docs/; url is its address below the site's root, tekst its words on one line."""

    url: str
    titel: str
    kort: str
    tekst: str


def written_page(path: str, text: str) -> WrittenPage | None:
    """A page by its path below the project; None where it has no title and summary, or is no page to find."""
    parts = _HEAD.fullmatch(text)
    if parts is None or path in _LEFT_OUT:
        return None
    fields = {name: value.strip().strip("\"'") for name, value in _FIELD.findall(parts[1])}
    if not fields.keys() >= {"title", "description"}:
        return None
    words = plain(_NO_WORDS.sub("", parts[2]).replace("[", "").replace("]", ""))
    address = path.removeprefix("docs/").removesuffix(".md").removesuffix("index").removesuffix("/") + "/"
    return WrittenPage(address, fields["title"], fields["description"], words)
