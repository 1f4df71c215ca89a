"""A page of the theme with room for what differs: rendered once, then filled for each generated page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Letters only, so that no filter of a theme changes them; nothing anyone writes looks like one.
_MARK = "qzx{}xzq"
ADDRESS, TITLE, SUMMARY, CARD, EDIT, ANCHOR, CONTENTS, BODY, HEAD = (
    _MARK.format(name) for name in ("adresse", "titel", "resume", "kort", "ret", "anker", "indhold", "krop", "hoved")
)
# The theme adds a heading of its own to a page that has none.
BODY_HTML = f"<h1>{BODY}</h1>"
_WHOLE = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.DOTALL)
_INDENTED, _TRAILING = re.compile(r"\n\s+"), re.compile(r"[ \t]+\n")
_KEPT = ("<pre", "<textarea", "<script")
_MARKS = re.compile(_MARK.format("[a-z]+?"))


def lean(html: str) -> str:
    """HTML without indentation and blank lines, where they mean nothing."""
    if not any(sign in html for sign in _KEPT):
        return _lean(html)
    return "".join(part if part.startswith(_KEPT) else _lean(part) for part in _WHOLE.split(html))


def _lean(html: str) -> str:
    # Both patterns begin or end with a new line, which Python finds many times faster than it takes lines apart.
    made = _INDENTED.sub("\n", html)
    return _TRAILING.sub("\n", made) if " \n" in made or "\t\n" in made else made


def shell_address(depth: int) -> str:
    """The address of a page that stands for all pages so many folders down."""
    return f"{ADDRESS}/" * depth


def shell_depth(address: str) -> int:
    """How many folders down an address is."""
    return address.count("/")


@dataclass(frozen=True)
class Shell:
    """A rendered page cut where the marks are: texts[0], marks[0], texts[1] …"""

    texts: tuple[str, ...]
    marks: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The page with a value, as HTML, for each mark."""
        parts = [self.texts[0]]
        for mark, text in zip(self.marks, self.texts[1:], strict=True):
            parts += (values[mark], text)
        return "".join(parts)


def cut_shell(html: str, depth: int) -> Shell:
    """A shell from the page that was rendered at shell_address(depth) with marks as its values."""
    whole = lean(html).replace(BODY_HTML, BODY).replace(shell_address(depth), ADDRESS)
    return Shell(tuple(_MARKS.split(whole)), tuple(_MARKS.findall(whole)))
