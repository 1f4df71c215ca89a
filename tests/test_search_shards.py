"""The shards: what is written reads back as what was meant, in the browser's order, none too big."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.finding.search_documents import search_documents
from macros.finding.search_index import SearchIndex, search_index
from macros.finding.search_shards import (
    HEADER_BYTES,
    SHARD_BYTES,
    position_shards,
    posting_shards,
    rising,
    sealed,
    shards,
    sort_key,
    varint,
    word_list,
)
from macros.library.content import Content
from tests.search_reader import Reader, read_positions, read_postings, read_shard


@pytest.fixture(scope="module")
def index(content: Content) -> SearchIndex:
    """The real index."""
    groups = [group.ord for group in content.terms("synonymer")]
    return search_index((document.fields() for document in search_documents(content)), groups)


@given(st.integers(0, 2**40))
def test_a_number_reads_back(number: int) -> None:
    assert Reader(varint(number)).number() == number


@given(st.lists(st.integers(0, 2**32), unique=True).map(sorted))
def test_rising_numbers_read_back(numbers: list[int]) -> None:
    assert Reader(rising(numbers)).rising(len(numbers)) == numbers


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.binary(max_size=4_000), max_size=12))
def test_shards_read_back_in_the_browsers_order(entries: dict[str, bytes]) -> None:
    made = list(shards(entries))
    found = [item for _, payload in made for item in read_shard(payload).items()]
    assert found == sorted(entries.items(), key=lambda item: sort_key(item[0]))
    assert [first for first, _ in made] == [next(iter(read_shard(payload))) for _, payload in made]


def test_a_shard_is_cut_before_it_grows_too_big() -> None:
    made = list(shards({f"ord{number}": b"x" * 1_000 for number in range(100)}))
    assert len(made) > 10
    assert all(len(payload) <= SHARD_BYTES + 1_000 for _, payload in made)


def test_the_real_postings_read_back(index: SearchIndex) -> None:
    found = {root: data for _, payload in posting_shards(index) for root, data in read_shard(payload).items()}
    assert {root: read_postings(data) for root, data in found.items()} == {
        root: classes for root, classes in index.postings.items() if classes
    }


def test_the_real_places_read_back(index: SearchIndex) -> None:
    found = {root: data for _, payload in position_shards(index) for root, data in read_shard(payload).items()}
    assert {root: read_positions(data) for root, data in found.items()} == {
        root: list(places) for root, places in index.positions.items()
    }


def test_the_list_of_words_names_each_root_with_its_count_and_form(index: SearchIndex) -> None:
    reader, root, found = Reader(word_list(index)), "", {}
    for _ in range(reader.number()):
        root = reader.root(root)
        found[root] = (reader.number(), reader.text() or root)
    assert reader.done()
    assert found.keys() == {root for root, classes in index.postings.items() if classes}
    assert found["larling"][1].startswith("lærling")
    assert found["oden"] == (sum(map(len, index.postings["oden"].values())), "odense")


def test_a_file_tells_its_stamp_and_length() -> None:
    data = sealed(b"abc", 7)
    assert (data[:4], data[4:HEADER_BYTES], data[HEADER_BYTES:]) == (b"\x07\0\0\0", b"\x03\0\0\0", b"abc")
