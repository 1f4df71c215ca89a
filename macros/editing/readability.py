"""How hard a Danish text is to read, as the measure LIX (Björnsson 1968): long words and long sentences weigh."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.html.prose import prose
from macros.model.case_model import Case

LONG_WORD = 7
# The highest LIX of each degree; harder than the last is very hard.
DEGREES = ((24, "meget let"), (34, "let"), (44, "middel"), (54, "svær"))
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s+[A-ZÆØÅ»\d]|\s*$)", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """What a text weighs."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int:
        """Words a sentence, plus long words in a hundred."""
        return round(self.words / self.sentences + 100 * self.long_words / self.words) if self.words else 0

    @property
    def sentence_length(self) -> int:
        """Words a sentence on average."""
        return round(self.words / self.sentences) if self.words else 0

    @property
    def degree(self) -> str:
        """The LIX in a word."""
        return next((name for top, name in DEGREES if self.lix <= top), "meget svær")


def reading(text: str) -> Reading:
    """The measure of a plain text; each line of it ends a sentence, as a list's items do."""
    lines = [(line, found) for line in text.split("\n") if (found := _WORD.findall(line))]
    words = [word for _, found in lines for word in found]
    ends = sum(len(_SENTENCE_END.findall(line)) + (not _SENTENCE_END.search(line[-2:])) for line, _ in lines)
    # Most words are short or nothing but letters, which is seen at a glance.
    long = [word for word in words if len(word) >= LONG_WORD]
    return Reading(len(words), ends, sum(word.isalpha() or sum(map(str.isalpha, word)) >= LONG_WORD for word in long))


def lix(text: str) -> int:
    """The LIX of a plain text."""
    return reading(text).lix


def case_text(case: Case) -> str:
    """What is told in a case, as plain text with a line for each paragraph and list item."""
    told = [case.kort, case.finansiering, case.formaal, case.organisering, case.resultater]
    told += [lesson.tekst for lesson in case.laering]
    html = "\n".join(str(prose(text)).replace("\n", " ") for text in told if text)
    return re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li)>", "\n", html))
