"""The shards: what is written reads back as what was meant, in the browser's order, none too big."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.finding.search_shards import (
    HEADER_BYTES,
    SHARD_BYTES,
    rising,
    sealed,
    shards,
    sort_key,
    varint,
    word_list,
)
from tests.search_reader import Reader, read_shard


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


def test_the_list_of_words_names_each_root_with_its_count_and_form() -> None:
    wanted = {"oden": (3, "odense"), "larling": (200, "lærlinge"), "larlin": (1, "larlin"), "ænder": (2, "ænder")}
    made = word_list({root: count for root, (count, _) in wanted.items()}, {"oden": "odense", "larling": "lærlinge"})
    reader, root, found = Reader(made), "", {}
    for _ in range(reader.number()):
        root = reader.root(root)
        found[root] = (reader.number(), reader.text() or root)
    assert reader.done()
    assert found == wanted


def test_a_file_tells_its_stamp_and_length() -> None:
    data = sealed(b"abc", 7)
    assert (data[:4], data[4:HEADER_BYTES], data[HEADER_BYTES:]) == (b"\x07\0\0\0", b"\x03\0\0\0", b"abc")
