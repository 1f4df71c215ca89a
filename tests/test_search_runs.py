"""The index joined from runs is that of all documents at once, wherever runs begin and whatever was kept before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from macros.finding.search_documents import search_documents
from macros.finding.search_index import search_index
from macros.finding.search_runs import JoinedIndex, Run, joined_index
from macros.ground.build_cache import BuildCache, Keep, made_anew
from macros.library.content import Content
from tests.search_reader import read_positions, read_postings

Documents = Sequence[Sequence[str]]
SYNONYMS = [("elev", "lærling"), ("EUD", "faglig uddannelse"), ("chauffør", "bus")]
NAMES = ["København"]


@pytest.fixture(scope="module")
def documents(content: Content) -> Documents:
    """The real documents, and some that try what joins words of several documents."""
    odd = [("Havn", "Bus", "", "faglig uddannelse", ""), ("København", "", "EUD elev", "Business Havnefront", "→")]
    return [*(document.fields() for document in search_documents(content)), *odd]


def joined(documents: Documents, ends: Sequence[int], keep: Keep = made_anew) -> JoinedIndex:
    """The index of documents in runs that end at some places."""
    parts = [documents[start:end] for start, end in pairwise((0, *ends, len(documents)))]
    return joined_index([Run(tuple(map(repr, part)), lambda part=part: part) for part in parts], SYNONYMS, NAMES, keep)  # type: ignore[misc]


def assert_same(found: JoinedIndex, documents: Documents) -> None:
    """The joined index holds just what the index of all documents at once holds."""
    whole = search_index(documents, SYNONYMS, NAMES)
    postings = {root: classes for root, classes in whole.postings.items() if classes}
    assert {root: read_postings(data) for root, data in found.postings.items()} == postings
    assert found.documents == {root: sum(map(len, classes.values())) for root, classes in postings.items()}
    assert {root: read_positions(data) for root, data in found.positions.items()} == {
        root: list(places) for root, places in whole.positions.items()
    }
    assert found.lengths == [end - start for start, end in pairwise((*whole.starts, whole.end))]
    assert found.words == whole.words


@pytest.mark.parametrize("ends", [(), (1,), (3, 9, 20), (0, 5, 5, 6, 7, 8)])
def test_where_runs_end_does_not_matter(ends: Sequence[int], documents: Documents) -> None:
    assert_same(joined(documents, ends), documents)


def test_what_was_kept_serves_after_each_kind_of_change(documents: Documents, tmp_path: Path) -> None:
    """A word that was nowhere before may be a part of words in runs that did not change, and may go again."""
    cache, ends = BuildCache(tmp_path, b"kode"), (3, 9, 20)
    havn = next(at for at, document in enumerate(documents) if document[0] == "Havn")
    for changed in (
        documents,
        [*documents[:4], ("Kran", "front", "", "", ""), *documents[5:]],
        [*documents[:havn], ("Andet", "", "", "", ""), *documents[havn + 1 :]],
        documents[1:],
        [("Nyt", "faglig uddannelse", "", "bus", ""), *documents],
        documents,
    ):
        assert_same(joined(changed, ends, cache.keep), changed)


def test_one_changed_document_is_read_with_its_run_alone(documents: Documents, tmp_path: Path) -> None:
    cache, read = BuildCache(tmp_path, b"kode"), []

    def index(parts: Sequence[Documents]) -> JoinedIndex:
        def fields(at: int) -> Documents:
            read.append(at)
            return parts[at]

        runs = [Run(tuple(map(repr, part)), lambda at=at: fields(at)) for at, part in enumerate(parts)]  # type: ignore[misc]
        return joined_index(runs, SYNONYMS, NAMES, cache.keep)

    parts = [documents[:3], documents[3:9], documents[9:]]
    index(parts)
    assert read == [0, 1, 2]
    index(parts)
    index([parts[0], [("Helt", "ny", "", "", ""), *parts[1]], parts[2]])
    assert read == [0, 1, 2, 1]
