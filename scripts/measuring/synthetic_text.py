"""Danish text that reads like our cases and grows in words: a chain over our own texts, and invented compounds.

Everything a piece of text depends on is the seed and the case's number, never how many cases there are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from macros.model.case_model import Case

# Parts of words from the field; any first part goes with any middle and any last part.
FIRST = (
    "arbejds", "asfalt", "bager", "bolig", "bro", "bygge", "båd", "drifts", "dykker", "elektro", "energi", "erhvervs",
    "fag", "fiske", "fjernvarme", "forsynings", "gartner", "glas", "handels", "hotel", "industri", "it-", "jern",
    "job", "kloak", "klima", "kompetence", "kran", "køle", "lager", "land", "ledelses", "luftfarts", "lærlinge",
    "maler", "maskin", "mejeri", "miljø", "murer", "møbel", "natur", "pleje", "plast", "praktik", "produktions",
    "rekrutterings", "rengørings", "robot", "sommer", "sprog", "stål", "svejse", "tag", "tekstil", "tømrer",
    "uddannelses", "vejlednings", "vikar", "vind", "værfts",
)  # fmt: skip
MIDDLE = (
    "afdelings", "aften", "branche", "efter", "elev", "fag", "forsøgs", "fælles", "gruppe", "hjælpe", "kontakt",
    "kursus", "leder", "lærer", "makker", "mester", "mobil", "nat", "netværks", "opgave", "partner", "plan", "prøve",
    "projekt", "service", "side", "skole", "start", "støtte", "team", "tids", "trin", "udviklings", "uge", "ung",
    "veje", "viden", "vinter", "voksen", "øve",
)  # fmt: skip
LAST = (
    "aftale", "akademi", "alliance", "ambassadør", "analyse", "bank", "behov", "besøg", "bro", "brug", "bus", "center",
    "dag", "dialog", "elev", "enhed", "faglært", "forløb", "forum", "gruppe", "guide", "hold", "hus", "indgang",
    "indsats", "kampagne", "klynge", "konsulent", "korps", "kreds", "kursus", "linje", "lærling", "makker", "mentor",
    "messe", "model", "møde", "netværk", "opgave", "pagt", "panel", "plads", "plan", "praktik", "projekt", "pulje",
    "rejse", "ring", "service", "skole", "spor", "stafet", "stilling", "team", "tilbud", "vejleder", "vej", "værksted",
    "ordning",
)  # fmt: skip
_STRIDE = 7919  # a prime that divides none of the sizes below, so that each number gives its own word
SHORT_WORDS = len(FIRST) * len(LAST)
LONG_WORDS = SHORT_WORDS * len(MIDDLE)
END = ""
WORDS_A_CASE = 600


def compound(number: int) -> str:
    """Invented word number 0, 1, 2 …, all different: first those of two parts, then those of three."""
    if number < SHORT_WORDS:
        mixed = number * _STRIDE % SHORT_WORDS
        return FIRST[mixed // len(LAST)] + LAST[mixed % len(LAST)]
    mixed = (number - SHORT_WORDS) * _STRIDE % LONG_WORDS
    first, rest = divmod(mixed, len(MIDDLE) * len(LAST))
    return FIRST[first] + MIDDLE[rest // len(LAST)] + LAST[rest % len(LAST)]


def vocabulary_size(case: int) -> int:
    """How many invented words are in use at a case, by Heaps' law: new words keep coming, ever more slowly."""
    return 60 + int(4.2 * (WORDS_A_CASE * (case + 1)) ** 0.62)


class Text:
    """Makes sentences from what follows what in the prose of some cases."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._next: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._starts: list[tuple[str, str]] = []
        for sentence in _sentences(cases):
            words = [*sentence.split(), END]
            if len(words) > 4:
                self._starts.append((words[0], words[1]))
                for first, second, third in zip(words, words[1:], words[2:], strict=False):
                    self._next[first, second].append(third)

    def sentence(self, random: Random, case: int, longest: int = 28) -> str:
        """One sentence of at least four words, with an invented word now and then."""
        while True:
            words = list(random.choice(self._starts))
            while words[-1] != END and len(words) <= longest:
                words.append(random.choice(self._next[words[-2], words[-1]]))
            if words[-1] == END and len(words) > 4:
                return " ".join(_varied(words[:-1], random, case))

    def paragraph(self, random: Random, case: int, sentences: int) -> str:
        """Some sentences on one line."""
        return " ".join(self.sentence(random, case) for _ in range(sentences))

    def line(self, random: Random, case: int, characters: int) -> str:
        """One sentence of at most so many characters."""
        while True:
            text = self.sentence(random, case, longest=18)
            if len(text) <= characters:
                return text


def invented(random: Random, case: int) -> str:
    """An invented word, an often used one more likely than a rare one."""
    return compound(int(vocabulary_size(case) * random.random() ** 2))


def _varied(words: Sequence[str], random: Random, case: int) -> Iterator[str]:
    """The words, some long ones replaced by invented words with the same mark behind them."""
    for position, word in enumerate(words):
        plain = re.fullmatch(r"([a-zæøå]{7,})([.,:;]?)", word)
        if position and plain and random.random() < 0.22:
            yield invented(random, case) + plain[2]
        else:
            yield word


def _sentences(cases: Iterable[Case]) -> Iterator[str]:
    for case in cases:
        texts = [case.kort, case.formaal, case.organisering, case.resultater, *(item.tekst for item in case.laering)]
        for text in filter(None, texts):
            for block in re.split(r"\n\s*\n|\n(?=- )", text.replace("**", "")):
                plain = " ".join(block.removeprefix("- ").split())
                yield from (part for part in re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ])", plain) if part.endswith("."))
