"""Danish spelling of ids, numbers, dates and lists; knows nothing of the content."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_TRANSLITERATION = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_SEPARATORS = str.maketrans(",.", ".,")
# Danish order: a-z, then æ, ø, å; aa sorts as å.
_SORT_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}", "é": "e"})


def slug(text: str) -> str:
    """An ASCII id of a Danish text: "Ærø Kommune" becomes "aeroe-kommune"."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_TRANSLITERATION)
    plain = unicodedata.normalize("NFD", lowered).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def sort_key(text: str) -> str:
    """The key that sorts Danish texts as a Danish reader expects, Aarhus among å."""
    return unicodedata.normalize("NFC", text).lower().replace("aa", "å").translate(_SORT_ALPHABET)


def format_number(value: int | Decimal) -> str:
    """A number the Danish way: 9.000 and 42,5."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.translate(_SEPARATORS)


def format_date(day: date) -> str:
    """A date the Danish way: 15. september 2021."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def join_list(items: Iterable[str], last: str = "og") -> str:
    """A list in a sentence: "a, b og c"."""
    texts = list(items)
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def span(text: str | None) -> str | None:
    """Years or pages from and to, with the dash that Danish has between them: 2014–2017."""
    return text and text.replace("-", "–")


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 case", "22 cases"."""
    return f"{format_number(number)} {one if number == 1 else many}"
