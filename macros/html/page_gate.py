"""The last look at a hand-written page: nothing in it may run or fetch, however it got past the lint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_FORBIDDEN = {
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "style", "portal",
    "plaintext", "xmp", "marquee", "video", "audio", "image", "foreignobject", "animate", "set", "math",
}  # fmt: skip
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset"}
_SAFE = {"https", "http", "mailto", "tel"}


def unsafe_parts(html: str) -> tuple[str, ...]:
    """What in a page's HTML could run, fetch or restyle, each as a few words; nothing where the page is safe."""
    found: dict[str, None] = {}
    # A browser reads what stands in <noscript> as a tree or as mere text, by whether it runs scripts: look both ways.
    for raw in (False, True):
        gate = _Gate(raw)
        gate.feed(html)
        gate.close()
        found |= dict.fromkeys(gate.found)
    return tuple(found)


class _Gate(HTMLParser):
    def __init__(self, raw: bool) -> None:
        super().__init__()
        self.raw = raw
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        if self.raw and tag == "noscript":
            self.set_cdata_mode(tag)
        if tag in _FORBIDDEN and not _own_module(tag, dict(attrs)):
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}>" for name, value in attrs if any(_faults(name, value or ""))]


def _own_module(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether it is the finder's way to fetch its own scripts early."""
    is_own = re.fullmatch(r"(?:\.\./)*\w[\w./-]*\.mjs", attributes.get("href") or "") is not None
    return tag == "link" and attributes.get("rel") == "modulepreload" and is_own


def _faults(name: str, value: str) -> Iterator[bool]:
    yield name.startswith("on") or name in ("style", "srcdoc", "http-equiv")
    if name in _ADDRESSES:
        # A browser leaves out spaces and control characters before it reads the scheme.
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value))
        yield scheme is not None and scheme[1].lower() not in _SAFE
