"""What the search looks up: each root with the documents it leads to, and where in them it stands.

Pure arithmetic on texts; how it is written to files is search_shards' matter. A root leads to a document in one class,
the best of: a field that holds the word itself, a field that holds it as a part of a compound, a word that the list of
synonyms says means the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.search_words import fold, parts_of, stem, written_words

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
_RANK = {kind: rank for rank, kind in enumerate(RANKING)}
_STRONG = frozenset(RANKING[: RANKING.index(TEXT)])
# Between two fields, so that no phrase runs from one into the next.
_FIELD_GAP = 10


@dataclass(frozen=True)
class SearchIndex:
    """postings: root -> class -> document numbers, rising; positions: root -> document -> places of its words, rising.

    words: root -> the form of it that stands most often, in small letters.
    """

    postings: dict[str, dict[int, list[int]]]
    positions: dict[str, dict[int, list[int]]]
    words: dict[str, str]


class _Roots(dict[str, str]):
    """A written word's root, reckoned once."""

    def __missing__(self, word: str) -> str:
        root = self[word] = stem(fold(word))
        return root


def search_index(
    documents: Iterable[Sequence[str]], synonyms: Iterable[Sequence[str]], names: Iterable[str] = ()
) -> SearchIndex:
    """The index over documents, each as its five fields; names have no parts: there is no "havn" in København."""
    roots = _Roots()
    written: Counter[str] = Counter()
    best: defaultdict[str, dict[int, int]] = defaultdict(dict)
    positions: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    for number, fields in enumerate(documents):
        _read(number, fields, roots, written, best, positions)
    groups = [[tuple(stem(fold(word)) for word in written_words(text)) for text in group] for group in synonyms]
    _add_parts(best, {roots[name] for name in names})
    _add_phrases(best, positions, groups)
    _add_synonyms(best, groups)
    return SearchIndex(
        {root: _by_class(found) for root, found in best.items()},
        positions,
        _common_forms(roots, written),
    )


def _read(
    number: int, fields: Sequence[str], roots: _Roots, written: Counter[str],
    best: defaultdict[str, dict[int, int]], positions: defaultdict[str, dict[int, list[int]]],
) -> None:  # fmt: skip
    counts: Counter[str] = Counter()
    here: defaultdict[str, list[int]] = defaultdict(list)
    kinds: dict[str, int] = {}
    place = 0
    for field, text in enumerate(fields):
        found = written_words(text)
        written.update(found)
        row = [roots[word] for word in found]
        for at, root in enumerate(row, start=place):
            here[root].append(at)
        if field == TEXT:
            counts.update(row)
        kinds = dict.fromkeys(row, field) | kinds
        place += len(row) + _FIELD_GAP
    for root, places in here.items():
        positions[root][number] = places
        often = kinds[root] == TEXT and counts[root] >= _OFTEN
        best[root][number] = OFTEN if often else kinds[root]


def _better(found: dict[int, int], number: int, kind: int) -> None:
    known = found.get(number)
    if known is None or _RANK[kind] < _RANK[known]:
        found[number] = kind


def _add_parts(best: dict[str, dict[int, int]], names: set[str]) -> None:
    """Each document also stands under the parts of its compounds: "læreplads" under "plads"."""
    whole = {root: dict(found) for root, found in best.items()}
    for word, root in parts_of(whole.keys() - names, whole):
        found = best[root]
        for number, field in whole[word].items():
            _better(found, number, _PART + field)


def _add_phrases(
    best: dict[str, dict[int, int]], positions: dict[str, dict[int, list[int]]], groups: list[list[tuple[str, ...]]]
) -> None:
    """A synonym of several words ("faglig uddannelse") is a root of its own, where the words stand side by side."""
    for phrase in {roots for group in groups for roots in group if len(roots) > 1}:
        rows = [positions.get(root, {}) for root in phrase]
        found: dict[int, int] = {}
        for number in set(rows[0]).intersection(*rows[1:]):
            starts = set(rows[0][number])
            for offset, row in enumerate(rows[1:], start=1):
                starts &= {place - offset for place in row[number]}
            if starts:
                found[number] = TEXT
        best[" ".join(phrase)] = found


def _add_synonyms(best: dict[str, dict[int, int]], groups: list[list[tuple[str, ...]]]) -> None:
    own = {root: dict(best.get(root, {})) for group in groups for roots in group for root in [" ".join(roots)]}
    for group in groups:
        members = [" ".join(roots) for roots in group]
        for root in members:
            found = best.setdefault(root, {})
            for other in members:
                for number, kind in own[other].items():
                    # A short root is a part of too much: no "bus" in "business".
                    chance = len(other) <= _SHORT and kind >= _PART
                    if number not in own[root] and not chance:
                        _better(found, number, SYNONYM if kind in _STRONG else WEAK_SYNONYM)


def _by_class(found: dict[int, int]) -> dict[int, list[int]]:
    classes: defaultdict[int, list[int]] = defaultdict(list)
    for number, kind in sorted(found.items()):
        classes[kind].append(number)
    return dict(classes)


def _common_forms(roots: dict[str, str], written: Counter[str]) -> dict[str, str]:
    """The form of each root that stands most often; of equals the shortest, then the first by letter."""
    counts: Counter[tuple[str, str]] = Counter()
    for word, number in written.items():
        counts[roots[word], word.lower()] += number
    chosen: dict[str, tuple[int, int, str]] = {}
    for (root, form), number in counts.items():
        row = (-number, len(form), form)
        chosen[root] = min(chosen.get(root, row), row)
    return {root: form for root, (_, _, form) in chosen.items()}
