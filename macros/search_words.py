"""Danish words made comparable: spelling folded (æ/ae, ø/oe, å/aa), endings cut, parts of compounds found.

The browser's half is docs/assets/javascripts/search/danish.mjs; a test in Chromium holds the two equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Cut again and again, the longest first, so that all inflections of a word end at one root.
_ENDINGS = (
    "elserne", "elsers", "elsens", "elser", "elsen", "elses", "endes", "ende", "else", "erer", "eret", "eren", "ens",
    "ets", "ers", "enes", "ene", "ede", "es", "er", "en", "et",
)  # fmt: skip
_SHORTEST_ROOT = 4
_SHORTEST_OF_ALL = 3
_DOUBLED = re.compile(r"(?<=[^\W\d_]{2})([bdfgklmnprst])\1$")
# "jobs", but not "kurs" or "pris".
_SHORT_WITH_S = re.compile(r"(?<=^[^\W\d_]{2}[bdfgkmnptv])s$")
_FOLDED = re.compile("æ|ae|ä|(ø|oe|ö)|å|aa")
_LONG_PART, _END_PART, _SHORT_PART = 5, 4, 3
_ROOM_FOR_SHORT_PART = 6

# Words that say nothing of what is sought.
_STOP_TEXT = """
af alle andre at blive bliver brug bruge bruger da de den der deres det dig disse du eller en er erfaring erfaringer
et finde finder flere folk for fra følge få fået får gør gøre han har have hjælp hjælpe hos hun hvad hvem hvilke
hvilken hvilket hvor hvordan hvorfor i ikke ind ingen jeg jer jeres kan lave laver man mange med mellem mere mig mod
nogen noget nok ny nye nyt når og om op os over på sammen sig skaffe skaffer skal som så til ud under undgå undgår
var ved vi vil vores være
"""


# Combining marks belong to the word they stand in; Python's \w leaves them out.
_MARKS = frozenset(chr(code) for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M")
_WORD = re.compile(r"[^\W_]+")
_MARKED_WORD = re.compile(f"(?:[^\\W_]|[{''.join(sorted(_MARKS))}])+")


def fold(text: str) -> str:
    """A text in the spelling that all ways of writing Danish letters share."""
    plain = unicodedata.normalize("NFC", text).lower()
    if not plain.isascii() or "a" in plain or "o" in plain:
        plain = _FOLDED.sub(lambda found: "o" if found[1] else "a", plain)
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if unicodedata.category(sign)[0] != "M")


def written_words(text: str) -> list[str]:
    """The words of a text as they are written, in order."""
    normal = unicodedata.normalize("NFC", text)
    return (_WORD if _MARKS.isdisjoint(normal) else _MARKED_WORD).findall(normal)


def stem(word: str) -> str:
    """The root of a folded word: "laerlingene" and "laerlinge" end at one."""
    root = _single(_SHORT_WITH_S.sub("", word))
    while (shorter := _shorter(root)) != root:
        root = _single(shorter)
    return root


def _shorter(word: str) -> str:
    length = len(word)
    for ending, lost in (("rnes", 3), ("rne", 2)):
        if word.endswith(ending) and length - lost >= _SHORTEST_ROOT:
            return word[:-lost]
    for ending in _ENDINGS:
        if word.endswith(ending) and length - len(ending) >= _SHORTEST_ROOT:
            return word[: -len(ending)]
    if word.endswith("gt") and length > _SHORTEST_ROOT:
        return word[:-1]
    if (word.endswith("s") and length > _SHORTEST_ROOT) or (word.endswith("e") and length > _SHORTEST_OF_ALL):
        return word[:-1]
    return word


def _single(word: str) -> str:
    """The word with one consonant at its end: "jobb" (of "jobbet") is "job"."""
    return _DOUBLED.sub(r"\1", word) if len(word) > _SHORTEST_OF_ALL else word


def is_part(part: str, word: str) -> bool:
    """Whether a root is a part of a compound's root; a short one only at either end: "elev" is not in "relevant"."""
    if len(part) >= len(word):
        return False
    if len(part) >= _LONG_PART:
        return part in word
    at_an_end = word.startswith(part) or word.endswith(part)
    return at_an_end and (len(part) == _END_PART or (len(part) == _SHORT_PART and len(word) >= _ROOM_FOR_SHORT_PART))


STOP_WORDS = frozenset(fold(word) for word in _STOP_TEXT.split())
_STOP_ROOTS = frozenset(stem(word) for word in STOP_WORDS)


def can_be_part(root: str) -> bool:
    """Whether a root may stand for the compounds that hold it; numbers and words that say nothing may not."""
    return len(root) >= _SHORT_PART and root.isalpha() and root not in _STOP_ROOTS


def parts_of(words: Iterable[str], roots: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word with each root that is a part of it, without trying every root on every word."""
    by_beginning: dict[str, list[str]] = {}
    for root in roots:
        if can_be_part(root):
            by_beginning.setdefault(root[:_LONG_PART], []).append(root)
    for word in words:
        if not word.isalpha():
            continue
        ends = {word[:_END_PART], word[-_END_PART:], word[:_SHORT_PART], word[-_SHORT_PART:]}
        beginnings = ends | {word[at : at + _LONG_PART] for at in range(len(word) - _END_PART)}
        for beginning in beginnings & by_beginning.keys():
            for root in by_beginning[beginning]:
                if is_part(root, word):
                    yield word, root
