"""Words for a difference between two texts, safe to put in Markdown: quoted, cut, and as code where a sign is odd."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from macros.reading.source_text import invisible_name

LONGEST = 120
MOST_PLACES = 4
# What Markdown and GitHub read as no more than words.
_PLAIN = re.compile(r"[^\W_ªº](?:[^\W_ªº]|[ .,:;()%§–'’/\"+=?-])*")
_LINKED = re.compile(r"(?i)://|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b")


def shown(text: str, longest: int = LONGEST) -> str:
    """A text as it may stand in a comment: »plain words«, or `code` where it holds signs that mean something there."""
    words = " ".join("".join("?" if invisible_name(sign) else sign for sign in str(text)).split())
    words = words if len(words) <= longest else f"{words[: longest - 1]}…"
    if _PLAIN.fullmatch(words.removesuffix("…")) and not _LINKED.search(words):
        return f"»{words}«"
    return f"`{words.replace('`', '´')}`" if words else "»«"


def number(text: str) -> str:
    """A number as it stands; anything else as text."""
    return text if re.fullmatch(r"[0-9][0-9.,]{0,20}", text) else shown(text)


def became(old: str, new: str) -> str:
    """What a short text was and is."""
    return f"{shown(old)} er blevet {shown(new)}"


def rewritten(old: str, new: str) -> Iterator[str]:
    """The places where a longer text is another, at most a few."""
    before, after = old.split(), new.split()
    if not before or not after:
        yield became(old, new)
        return
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    places = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    for kind, start, end, begin, stop in places[:MOST_PLACES]:
        was, now = " ".join(before[start:end]), " ".join(after[begin:stop])
        if kind == "replace":
            yield became(was, now)
        elif kind == "insert":
            yield f"{shown(now)} er føjet til"
        else:
            yield f"{shown(was)} er slettet"
    if len(places) > MOST_PLACES:
        yield f"og {len(places) - MOST_PLACES} steder mere"
