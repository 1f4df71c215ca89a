"""Danish words made comparable: spelling folded (æ/ae, ø/oe, å/aa), endings cut, parts of compounds found.

The browser's half is docs/assets/javascripts/search/danish.mjs; a test in Chromium holds the two equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

# Cut again and again, the longest first, so that all inflections of a word end at one root.
_ENDINGS = (
    "elserne", "elsers", "elsens", "elser", "elsen", "elses", "endes", "ende", "else", "erer", "eret", "eren", "ens",
    "ets", "ers", "enes", "ene", "ede", "es", "er", "en", "et",
)  # fmt: skip
_SHORTEST_ROOT = 4
_SHORTEST_OF_ALL = 3
# What may also be cut from a word of three letters, so that "faget" is "fag"; "er" may not, or "maler" would be "mål".
_OF_SHORT = ("enes", "ene", "ens", "ets", "en", "et")
_SHORT_ROOT = re.compile("[^aeiouy][aeiouy][^aeiouy]")
_NO_ENDING = frozenset(("vejen", "viden", "siden", "noget", "meget"))
_DOUBLED = frozenset("bdfgklmnprst")
# "jobs", but not "kurs" or "pris".
_BEFORE_S = frozenset("bdfgkmnptv")
_LONGEST_ENDING = max(map(len, _ENDINGS))
_ENDING_SET = frozenset(_ENDINGS)
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
    plain = (text if text.isascii() else unicodedata.normalize("NFC", text)).lower()
    if not plain.isascii() or "a" in plain or "o" in plain:
        plain = _FOLDED.sub(lambda found: "o" if found[1] else "a", plain)
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if unicodedata.category(sign)[0] != "M")


def written_words(text: str) -> list[str]:
    """The words of a text as they are written, in order."""
    normal = unicodedata.normalize("NFC", text)
    return (_WORD if _MARKS.isdisjoint(normal) else _MARKED_WORD).findall(normal)


# A word of a text in the quickest form to count: in the bytes of a Western alphabet, in small letters, or as it stands.
WordToken = bytes | str
_ALPHABET = "cp1252"
_SIGNS = [bytes([code]).decode(_ALPHABET, "replace") for code in range(256)]
_SMALL_LETTERS = b"".join(sign.lower().encode(_ALPHABET) if _WORD.fullmatch(sign) else b" " for sign in _SIGNS)


def word_tokens(text: str) -> Sequence[WordToken]:
    """The words of a text, in order: as written_words() gives them, but many times faster for ordinary Danish."""
    try:
        return text.encode(_ALPHABET).translate(_SMALL_LETTERS).split()
    except UnicodeEncodeError:
        return [word.lower() for word in written_words(text)]


def form_of(token: WordToken) -> str:
    """A token as the word it is, in small letters."""
    return token.decode(_ALPHABET) if isinstance(token, bytes) else token


def stem(word: str) -> str:
    """The root of a folded word: "laerlingene" and "laerlinge" end at one."""
    if len(word) == _SHORTEST_OF_ALL + 1 and word[-1] == "s" and word[2] in _BEFORE_S and word[:2].isalpha():
        return _single(word[:-1])
    root = _single(word)
    while (shorter := _shorter(root)) != root:
        root = _single(shorter)
    return root


def _shorter(word: str) -> str:
    length = len(word)
    if length <= _SHORTEST_OF_ALL:
        return word
    if word.endswith("rne") and length - 2 >= _SHORTEST_ROOT:
        return word[:-2]
    if word.endswith("rnes") and length - 3 >= _SHORTEST_ROOT:
        return word[:-3]
    if word.endswith(_ENDINGS):
        for lost in range(min(_LONGEST_ENDING, length - _SHORTEST_ROOT), 1, -1):
            if word[-lost:] in _ENDING_SET:
                return word[:-lost]
    if word.endswith(_OF_SHORT) and word[_SHORTEST_OF_ALL:] in _OF_SHORT and _may_be_short(word):
        return word[:_SHORTEST_OF_ALL]
    if word.endswith("gt") and length > _SHORTEST_ROOT:
        return word[:-1]
    if (word[-1] == "s" and length > _SHORTEST_ROOT) or word[-1] == "e":
        return word[:-1]
    return word


def _may_be_short(word: str) -> bool:
    root = word[:_SHORTEST_OF_ALL]
    return word not in _NO_ENDING and root.isascii() and root.isalpha() and _SHORT_ROOT.fullmatch(root) is not None


def _single(word: str) -> str:
    """The word with one consonant at its end: "jobb" (of "jobbet") is "job"."""
    if len(word) > _SHORTEST_OF_ALL and word[-1] == word[-2] and word[-1] in _DOUBLED and word[-4:-2].isalpha():
        return word[:-1]
    return word


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
    """Each word with each root that is a part of it, by looking up every piece of the word rather than every root."""
    parts = {root for root in roots if can_be_part(root)}
    beginnings = {part[:_LONG_PART] for part in parts if len(part) >= _LONG_PART}
    for word in words:
        if not word.isalpha():
            continue
        length = len(word)
        ends = {word[:_END_PART], word[-_END_PART:], word[:_SHORT_PART], word[-_SHORT_PART:]}
        found = {part for part in ends & parts if is_part(part, word)}
        for at in [at for at in range(length - _END_PART) if word[at : at + _LONG_PART] in beginnings]:
            found |= parts.intersection([word[at:end] for end in range(at + _LONG_PART, length + 1)])
        found.discard(word)
        for part in found:
            yield word, part
