"""Advice on how a text reads: length, long sentences. A note, never an error: no page is stopped by it."""

from __future__ import annotations

TOO_LONG = "teksten er på {length} tegn"


def at_most(longest: int) -> tuple[str, str]:
    """What is expected of a text that is to be short, and how to mend it."""
    return f"højst {longest} tegn", "Sig kun det vigtigste."
