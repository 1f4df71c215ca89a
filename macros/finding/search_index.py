"""What the search looks up: each root with the documents it leads to, and where in them it stands.

Pure arithmetic on texts; how it is written to files is search_shards' matter. A root leads to a document in one class,
the best of: a field that holds the word itself, a field that holds it as a part of a compound, a word that the list of
synonyms says means the same.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.finding.search_words import WordToken, fold, form_of, parts_of, stem, word_tokens, written_words

TITLE, SUMMARY, LESSONS, TEXT, LABELS, OFTEN = range(6)
FIELDS = 6  # the five fields of a document, and a text that holds a word often
_PART = FIELDS
SYNONYM, WEAK_SYNONYM = 2 * FIELDS, 2 * FIELDS + 1
# Classes from best to worst; the browser's weights (WEIGHTS in search/engine.mjs) fall in the same order.
RANKING = (
    TITLE, _PART + TITLE, SUMMARY, LESSONS, _PART + SUMMARY, OFTEN, _PART + LESSONS, TEXT, _PART + OFTEN, SYNONYM,
    _PART + TEXT, LABELS, WEAK_SYNONYM, _PART + LABELS,
)  # fmt: skip
_OFTEN = 3
_SHORT = 3
_STRONG = frozenset(RANKING[: RANKING.index(TEXT)])
# Between two fields or documents, so that no phrase runs from one into the next.
_FIELD_GAP = 10


# Root -> the numbers of the documents that hold it in one class, rising.
_Found = defaultdict[str, list[int]]


@dataclass(frozen=True)
class SearchIndex:
    """postings: root -> class -> document numbers, rising; positions: root -> the places where it stands, rising.

    All texts lie one after the other, so a place is a number in the whole; starts: document -> its first place;
    end: the first place behind the last document. words: root -> its commonest form, in small letters.
    """

    postings: dict[str, dict[int, list[int]]]
    positions: Mapping[str, Sequence[int]]
    starts: list[int]
    end: int
    words: dict[str, str]


class _Roots(dict[WordToken, str]):
    """A written word's root, reckoned once."""

    def __missing__(self, token: WordToken) -> str:
        root = self[token] = stem(fold(form_of(token)))
        return root


class _Read:
    """What the documents hold, gathered one by one: a loop over millions of words, so it is plain and flat."""

    def __init__(self) -> None:
        self.roots = _Roots()
        self.written: Counter[WordToken] = Counter()
        self.own: list[_Found] = [defaultdict(list) for _ in range(FIELDS)]
        self.places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.starts: list[int] = []
        self.end = 0

    def add(self, fields: Sequence[str]) -> None:
        """One more document, as its fields."""
        number = len(self.starts)
        self.starts.append(self.end)
        seen: set[str] = set()
        for field, text in enumerate(fields):
            tokens = word_tokens(text)
            self.written.update(tokens)
            row = list(map(self.roots.__getitem__, tokens))
            places = self.places
            for place, root in enumerate(row, self.end):
                places[root].append(place)
            self.end += len(row) + _FIELD_GAP
            fresh = set(row) - seen
            seen |= fresh
            if field == TEXT:
                counts = Counter(row)
                often = {root for root in fresh if counts[root] >= _OFTEN}
                self._note(OFTEN, often, number)
                fresh -= often
            self._note(field, fresh, number)

    def _note(self, kind: int, roots: set[str], number: int) -> None:
        found = self.own[kind]
        for root in roots:
            found[root].append(number)

    def classes(self, root: str) -> list[tuple[int, list[int]]]:
        """The classes in which the documents themselves hold a root."""
        return [(kind, found[root]) for kind, found in enumerate(self.own) if root in found]


def search_index(
    documents: Iterable[Sequence[str]], synonyms: Iterable[Sequence[str]], names: Iterable[str] = ()
) -> SearchIndex:
    """The index over documents, each as its five fields; names have no parts: there is no "havn" in København."""
    read = _Read()
    for fields in documents:
        read.add(fields)
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for word, part in parts_of(read.places.keys() - {stem(fold(name)) for name in names}, read.places):
        holders[part].append(word)
    postings = {root: _best(read, root, holders.get(root, ())) for root in read.places}
    groups = [[tuple(stem(fold(word)) for word in written_words(text)) for text in group] for group in synonyms]
    for phrase in {roots for group in groups for roots in group if len(roots) > 1}:
        found = _standing_together(phrase, read)
        postings[" ".join(phrase)] = {TEXT: found} if found else {}
    _add_synonyms(postings, [[" ".join(roots) for roots in group] for group in groups])
    return SearchIndex(postings, read.places, read.starts, read.end, _common_forms(read))


def _best(read: _Read, root: str, holders: Iterable[str]) -> dict[int, list[int]]:
    """Each document once, in the best of its classes; it also stands under the parts of its compounds."""
    if not holders:
        return dict(read.classes(root))
    rows: defaultdict[int, list[Iterable[int]]] = defaultdict(list)
    for kind, numbers in read.classes(root):
        rows[kind].append(numbers)
    for word in holders:
        for kind, numbers in read.classes(word):
            rows[_PART + kind].append(numbers)
    return _ranked(rows)


def _ranked(rows: Mapping[int, list[Iterable[int]]]) -> dict[int, list[int]]:
    """Each document in the best of the classes that name it, in rising order."""
    best: dict[int, int] = {}
    for kind in reversed(RANKING):
        for numbers in rows.get(kind, ()):
            best.update(dict.fromkeys(numbers, kind))
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(best):
        found[best[number]].append(number)
    return dict(found)


def _standing_together(phrase: tuple[str, ...], read: _Read) -> list[int]:
    """The documents in which a phrase stands: a synonym of several words ("faglig uddannelse") is a root of its own."""
    starts = set(read.places.get(phrase[0], ()))
    for offset, root in enumerate(phrase[1:], start=1):
        starts &= {place - offset for place in read.places.get(root, ())}
    return sorted({bisect_right(read.starts, place) - 1 for place in starts})


def _add_synonyms(postings: dict[str, dict[int, list[int]]], groups: list[list[str]]) -> None:
    own = {root: dict(postings.get(root, {})) for group in groups for root in group}
    for members in groups:
        for root in members:
            mine = {number for numbers in own[root].values() for number in numbers}
            # A root in several groups keeps what the first have found.
            rows: defaultdict[int, list[Iterable[int]]] = defaultdict(list)
            for kind, numbers in postings.get(root, {}).items():
                rows[kind].append(numbers)
            for other in members:
                for kind, numbers in own[other].items():
                    # A short root is a part of too much: no "bus" in "business".
                    if len(other) > _SHORT or kind < _PART:
                        rows[SYNONYM if kind in _STRONG else WEAK_SYNONYM].append(set(numbers) - mine)
            postings[root] = _ranked(rows)


def _common_forms(read: _Read) -> dict[str, str]:
    """The form of each root that stands most often; of equals the shortest, then the first by letter."""
    counts: Counter[tuple[str, str]] = Counter()
    for token, number in read.written.items():
        counts[read.roots[token], form_of(token)] += number
    chosen: dict[str, tuple[int, int, str]] = {}
    for (root, form), number in counts.items():
        row = (-number, len(form), form)
        chosen[root] = min(chosen.get(root, row), row)
    return {root: form for root, (_, _, form) in chosen.items()}
