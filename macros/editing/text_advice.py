"""Advice on how a text reads: length, long sentences, passive voice, LIX. No page is stopped by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.editing.readability import reading
from macros.model.fields import quoted

TOO_LONG = "teksten er på {length} tegn"
LONG_SENTENCE = 30
# The LIX from which a text is for specialists; see DEGREES in macros/editing/readability.py.
HARD = 55
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\s|$)|\n|$)")
_PASSIVE = re.compile(
    r"(?i)\b(?:bliver|blev|blevet)\s+(?:ikke\s+|også\s+)?"
    r"(?!(?:det|et|lidt|godt|let|nemt|svært|mest)\b)\w{2,}(?:et|ede|t)\b"
    r"|\b(?:skal|kan|må|vil|bør|kunne|skulle)\s+(?:ikke\s+|også\s+)?(?!(?:deres|vores|jeres|alles)\b)\w{3,}es\b"
)


def at_most(longest: int) -> tuple[str, str]:
    """What is expected of a text that is to be short, and how to mend it."""
    return f"højst {longest} tegn", "Sig kun det vigtigste."


def text_advice(text: str) -> Iterator[tuple[str, str, str]]:
    """What could read better in a text, each as message, what is expected and how."""
    found = reading(text)
    if found.words >= 20 and found.lix >= HARD:
        message = f"teksten er meget svær at læse (LIX {found.lix})"
        yield message, f"LIX under {HARD}", "Del de lange sætninger, og brug kortere ord."
    for sentence in _SENTENCE.findall(text):
        words = len(sentence.split())
        if words > LONG_SENTENCE:
            yield f"sætningen er på {words} ord: {quoted(sentence)}", f"højst {LONG_SENTENCE} ord", "Sæt et punktum."
    for place in _PASSIVE.finditer(text):
        tip = "Skriv, hvem der gør det: »skolen underviser« i stedet for »eleverne bliver undervist«."
        yield f"passiv: {quoted(place[0])}", "hvem der gør hvad", tip
