"""What in a built page could run or fetch, told from what our own templates write."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.site_reader import PageOnDisk

# What Markdown of data may become, wherever it stands.
PROSE = {("a", "href"), ("a", "rel")} | {
    (tag, "") for tag in ("p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote")
}
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset")
_SAFE = {"https", "http", "mailto", "tel"}


def marks(pages: Iterable[PageOnDisk]) -> set[tuple[str, str]]:
    """Every kind of element, and every attribute of each, as (tag, attribute); the element alone has ""."""
    found = set()
    for page in pages:
        for tag, attributes in page.elements:
            found.add((tag, ""))
            found |= {(tag, name) for name in attributes}
    return found


def schemes(page: PageOnDisk) -> set[str]:
    """The schemes of every address on a page, read as a browser reads them."""
    found = set()
    for _, attributes in page.elements:
        for name in _ADDRESSES:
            address = re.sub(r"[\x00-\x20]", "", attributes.get(name) or "")
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
            if scheme:
                found.add(scheme[1].lower())
    return found - _SAFE


def outline(page: PageOnDisk) -> list[tuple[str, str]]:
    """The landmarks and the one heading of a page, in order: what a text must never change."""
    return [
        (tag, attributes.get("class") or "")
        for tag, attributes in page.elements
        if tag in ("header", "nav", "main", "footer", "form", "h1", "script", "style", "meta")
    ]
