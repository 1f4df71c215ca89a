"""The search's index joined from what was made of some documents at a time, so that one changed case costs one run.

Rising numbers are written as their gaps, and the gaps within a run stay the same wherever the run comes to stand: only
the gap to the run before it is new. Roots of other runs may be parts of a run's words, and so the parts are given to
what is made of it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.finding.search_index import (
    RANKING,
    Groups,
    ReadTexts,
    common_forms,
    parts_by_word,
    phrases_of,
    postings_of,
    rooted,
    standing_together,
)  # fmt: skip
from macros.finding.search_shards import rising, varint
from macros.ground.build_cache import Keep

# For many keys at once: the key, how many numbers it has, the first, the last, and the gaps between them.
_Cut = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[bytes, ...]]


@dataclass(frozen=True)
class Run:
    """Documents that follow each other: what their fields are made of, and the fields."""

    made_of: tuple[object, ...]
    fields: Callable[[], Iterable[Sequence[str]]]


@dataclass(frozen=True)
class JoinedIndex:
    """What search_index.SearchIndex holds, as it is written.

    postings: root -> its documents by class; documents: root -> how many; positions: root -> its places;
    lengths: document -> how many places it takes up; words: root -> its commonest form.
    """

    postings: dict[str, bytes]
    documents: dict[str, int]
    positions: dict[str, bytes]
    lengths: list[int]
    words: dict[str, str]


def joined_index(
    runs: Sequence[Run], synonyms: Iterable[Sequence[str]], names: Iterable[str], keep: Keep
) -> JoinedIndex:
    """The index over the documents of all runs, as search_index() makes it of all at once."""
    groups = rooted(synonyms)
    positions, times, root_of, place = _Joined(), dict[str, int](), dict[str, str](), 0
    roots_of, sizes, lengths = list[tuple[str, ...]](), list[int](), list[int]()
    for run in runs:
        forms, roots, counts, cut, long = marshal.loads(_words(run, groups, keep))
        root_of.update(zip(forms, roots, strict=True))
        for form, count in zip(forms, counts, strict=True):
            times[form] = times.get(form, 0) + count
        positions.add(cut, place)
        place += sum(long)
        lengths += long
        roots_of.append(cut[0])
        sizes.append(len(long))
    forms_of: dict[str, list[str]] = {}
    for form, root in root_of.items():
        forms_of.setdefault(root, []).append(form)
    parts: dict[str, list[str]] = marshal.loads(_parts(forms_of, list(names), keep))
    postings, first = {kind: _Joined() for kind in sorted(RANKING)}, 0
    for run, roots, size in zip(runs, roots_of, sizes, strict=True):
        own = {root: parts[root] for root in roots if root in parts}
        for kind, cut in marshal.loads(_postings(run, groups, own, keep)):
            postings[kind].add(cut, first)
        first += size
    places = {root: written for root, _, written in positions.written()}
    return JoinedIndex(*_by_class(postings), places, lengths, common_forms(forms_of, times))


def _parts(roots: Collection[str], names: list[str], keep: Keep) -> bytes:
    made_of = "soegning, dele", names, "\0".join(sorted(roots)).encode()
    return keep(made_of, lambda: marshal.dumps(parts_by_word(roots, names)))


def _words(run: Run, groups: Groups, keep: Keep) -> bytes:
    """The words of a run: forms, each one's root and times, the places of each root, and the documents' lengths."""

    def made() -> bytes:
        read = ReadTexts(run.fields())
        # The same reading serves both, and that is most of the work.
        keep(("soegning, opslag", *run.made_of, groups), lambda: _own(read, groups))
        times = read.times()
        root_of = {form: root for root, forms in read.forms.items() for form in forms}
        lengths = [end - start for start, end in pairwise((*read.starts, read.end))]
        return marshal.dumps((
            tuple(root_of), tuple(root_of.values()), tuple(map(times.__getitem__, root_of)), _cut(read.places), lengths,
        ))  # fmt: skip

    return keep(("soegning, ord", *run.made_of, groups), made)


def _own(read: ReadTexts, groups: Groups) -> bytes:
    phrases = {" ".join(phrase): standing_together(phrase, read) for phrase in sorted(phrases_of(groups))}
    return marshal.dumps((read.own, phrases))


def _postings(run: Run, groups: Groups, parts: Mapping[str, list[str]], keep: Keep) -> bytes:
    """The documents of a run that each root leads to, by class; parts are those of the run's words."""

    def made() -> bytes:
        kept = keep(("soegning, opslag", *run.made_of, groups), lambda: _own(ReadTexts(run.fields()), groups))
        own, phrases = marshal.loads(kept)
        by_class: dict[int, dict[str, list[int]]] = {}
        for root, classes in postings_of(own, phrases, parts, groups).items():
            for kind, numbers in classes.items():
                by_class.setdefault(kind, {})[root] = numbers
        return marshal.dumps([(kind, _cut(found)) for kind, found in by_class.items()])

    return keep(("soegning, svar", *run.made_of, groups, marshal.dumps(list(parts.items()))), made)


def _cut(numbers: Mapping[str, Sequence[int]]) -> _Cut:
    firsts = [found[0] for found in numbers.values()]
    return (
        tuple(numbers), tuple(map(len, numbers.values())), tuple(firsts),
        tuple(found[-1] for found in numbers.values()),
        tuple(rising(found)[len(varint(first)) :] for found, first in zip(numbers.values(), firsts, strict=True)),
    )  # fmt: skip


class _Joined:
    """Rising numbers by key, joined run by run."""

    def __init__(self) -> None:
        # Key -> how many numbers it has, the last of them, and how they are written.
        self._rows: dict[str, tuple[int, int, bytearray]] = {}

    def add(self, cut: _Cut, base: int) -> None:
        """The numbers of the next run, each base higher than it stands there."""
        rows, found = self._rows, self._rows.get
        for key, count, first, last, gaps in zip(*cut, strict=True):
            row = found(key)
            if row is None:
                rows[key] = count, last + base, bytearray(varint(first + base) + gaps)
            else:
                before, end, written = row
                written += varint(first + base - end) + gaps
                rows[key] = before + count, last + base, written

    def written(self) -> Iterator[tuple[str, int, bytes]]:
        """Each key, how many numbers it has, and that and the numbers as search_shards.rising() writes them."""
        return ((key, count, varint(count) + written) for key, (count, _, written) in self._rows.items())


def _by_class(postings: Mapping[int, _Joined]) -> tuple[dict[str, bytes], dict[str, int]]:
    """Each root's documents: which classes there are, as bits, then each class's numbers; and how many they are."""
    masks, rows, documents = dict[str, int](), dict[str, bytearray](), dict[str, int]()
    for kind, found in postings.items():
        for root, count, written in found.written():
            masks[root] = masks.get(root, 0) | 1 << kind
            documents[root] = documents.get(root, 0) + count
            rows.setdefault(root, bytearray()).extend(written)
    return {root: varint(masks[root]) + row for root, row in rows.items()}, documents
