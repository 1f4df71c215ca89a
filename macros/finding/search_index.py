"""What the search looks up: each root with the documents it leads to, and where in them it stands.

Pure arithmetic on texts; how it is written to files is search_shards' matter. A root leads to a document in one class,
the best of: a field that holds the word itself, a field that holds it as a part of a compound, a word that the list of
synonyms says means the same.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import call

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
# A document's number and a field's as one number.
_FIELD_BITS = 3
_FIELD_MASK = (1 << _FIELD_BITS) - 1


# Groups of synonyms, each a text as the roots of its words.
Groups = list[list[tuple[str, ...]]]
# Class -> the numbers of the documents that hold a root in it, rising.
Classes = dict[int, list[int]]


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


class _Places(dict[WordToken, Callable[[int], None]]):
    """For each written word what notes one more place of it."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: dict[WordToken, array[int]] = {}

    def __missing__(self, token: WordToken) -> Callable[[int], None]:
        self.noted[token] = array("I")
        append = self[token] = self.noted[token].append
        return append


class ReadTexts:
    """What the documents hold. There are millions of words, so all that is done to each is done by the library's loops.

    places: root -> where it stands, rising; own: root -> the documents it stands in; forms: root -> its written words;
    starts: document -> its first place; fields: place -> its document and field as one number; end: the first place
    behind the last document.
    """

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        self.starts: list[int] = []
        self.fields = array("I")
        self.noted = self._noted(documents)
        self.end = len(self.fields)
        tokens_of: defaultdict[str, list[WordToken]] = defaultdict(list)
        for token in self.noted:
            tokens_of[stem(fold(form_of(token)))].append(token)
        self.forms = {root: list(dict.fromkeys(map(form_of, tokens))) for root, tokens in tokens_of.items()}
        self.places = {root: self._together(tokens) for root, tokens in tokens_of.items()}
        numbers = list(range(len(self.starts)))
        self.own = {root: self._classes(places, numbers) for root, places in self.places.items()}

    def _noted(self, documents: Iterable[Sequence[str]]) -> dict[WordToken, array[int]]:
        places, end = _Places(), 0
        note = places.__getitem__
        for number, fields in enumerate(documents):
            self.starts.append(end)
            for field, text in enumerate(fields):
                tokens = word_tokens(text)
                behind = end + len(tokens)
                deque(map(call, map(note, tokens), range(end, behind)), maxlen=0)
                end = behind + _FIELD_GAP
                self.fields.extend(array("I", [number << _FIELD_BITS | field]) * (len(tokens) + _FIELD_GAP))
        return places.noted

    def times(self) -> dict[str, int]:
        """How often each written word stands."""
        found: Counter[str] = Counter()
        for token, places in self.noted.items():
            found[form_of(token)] += len(places)
        return found

    def _together(self, tokens: list[WordToken]) -> array[int]:
        """The places of a root's written words as one."""
        if len(tokens) == 1:
            return self.noted[tokens[0]]
        return array("I", sorted(chain.from_iterable(map(self.noted.__getitem__, tokens))))

    def _classes(self, places: array[int], numbers: list[int]) -> Classes:
        """The classes in which the documents themselves hold a root, from where it stands."""
        every = list(map(self.fields.__getitem__, places))
        fields = dict.fromkeys(every)
        often = len(every) - len(fields) >= _OFTEN - 1
        times = Counter(every) if often else Counter[int]()
        found: Classes = {}
        before = -1
        # The first field of a document that holds it is the best; places rise, and so do these.
        for field in fields:
            document = field >> _FIELD_BITS
            if document == before:
                continue
            before = document
            kind = field & _FIELD_MASK
            if often and kind == TEXT and times[field] >= _OFTEN:
                kind = OFTEN
            if kind in found:
                found[kind].append(numbers[document])
            else:
                found[kind] = [numbers[document]]
        return found


def search_index(
    documents: Iterable[Sequence[str]], synonyms: Iterable[Sequence[str]], names: Iterable[str] = ()
) -> SearchIndex:
    """The index over documents, each as its five fields; names have no parts: there is no "havn" in København."""
    read, groups = ReadTexts(documents), rooted(synonyms)
    phrases = {" ".join(phrase): standing_together(phrase, read) for phrase in phrases_of(groups)}
    postings = postings_of(read.own, phrases, parts_by_word(read.places, names), groups)
    return SearchIndex(postings, read.places, read.starts, read.end, common_forms(read.forms, read.times()))


def rooted(synonyms: Iterable[Sequence[str]]) -> Groups:
    """Groups of synonyms, each member as the roots of its words."""
    return [[tuple(stem(fold(word)) for word in written_words(text)) for text in group] for group in synonyms]


def phrases_of(groups: Groups) -> set[tuple[str, ...]]:
    """The synonyms of several words ("faglig uddannelse"); each is a root of its own."""
    return {roots for group in groups for roots in group if len(roots) > 1}


def parts_by_word(roots: Collection[str], names: Iterable[str]) -> dict[str, list[str]]:
    """The roots that are a part of each word, for those that have any."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, part in parts_of(set(roots) - {stem(fold(name)) for name in names}, roots):
        found[word].append(part)
    return {word: sorted(parts) for word, parts in found.items()}


def postings_of(
    own: Mapping[str, Classes], phrases: Mapping[str, list[int]], parts: Mapping[str, Iterable[str]], groups: Groups
) -> dict[str, Classes]:
    """Which documents each root leads to, from where it stands itself; parts may name more words than these."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for word in own.keys() & parts.keys():
        for part in parts[word]:
            holders[part].append(word)
    postings = {root: _best(own, root, holders.get(root, ())) for root in own.keys() | holders.keys()}
    postings |= {phrase: {TEXT: found} if found else {} for phrase, found in phrases.items()}
    _add_synonyms(postings, [[" ".join(roots) for roots in group] for group in groups])
    return postings


def _best(own: Mapping[str, Classes], root: str, holders: Iterable[str]) -> Classes:
    """Each document once, in the best of its classes; it also stands under the parts of its compounds."""
    mine = own.get(root, {})
    if not holders:
        return mine
    rows: defaultdict[int, list[Iterable[int]]] = defaultdict(list)
    for kind, numbers in mine.items():
        rows[kind].append(numbers)
    for word in holders:
        for kind, numbers in own[word].items():
            rows[_PART + kind].append(numbers)
    return _ranked(rows)


def _ranked(rows: Mapping[int, list[Iterable[int]]]) -> Classes:
    """Each document in the best of the classes that name it, in rising order."""
    taken: set[int] = set()
    found: Classes = {}
    for kind in RANKING:
        fresh = set().union(*rows.get(kind, ())) - taken
        if fresh:
            found[kind] = sorted(fresh)
            taken |= fresh
    return found


def standing_together(phrase: tuple[str, ...], read: ReadTexts) -> list[int]:
    """The documents in which a phrase stands."""
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


def common_forms(forms: Mapping[str, Sequence[str]], times: Mapping[str, int]) -> dict[str, str]:
    """The form of each root that stands most often; of equals the shortest, then the first by letter."""
    return {
        root: found[0] if len(found) == 1 else min(found, key=lambda form: (-times[form], len(form), form))
        for root, found in forms.items()
    }
