"""What earlier builds kept: the same for the same parts, made anew for any other, and never damaged."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.ground.build_cache import BuildCache, digest, files_digest, made_anew, packed, unpacked


class Maker:
    """Makes bytes and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        """What is made."""
        self.times += 1
        return b"lavet %d" % self.times


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    """An empty cache."""
    return BuildCache(tmp_path / "lager", digest(["kode 1"]))


def test_what_was_made_is_made_once(cache: BuildCache) -> None:
    make = Maker()
    assert [cache.keep(("a", 1), make) for _ in range(3)] == [b"lavet 1"] * 3
    assert BuildCache(cache.folder, cache.ground).keep(("a", 1), make) == b"lavet 1"


@pytest.mark.parametrize("other", [("a", 2), ("b", 1), ("a",), ("a", 1, ""), ("a1",), ("a", "1"), ("", "a", 1)])
def test_any_other_part_makes_it_anew(cache: BuildCache, other: tuple[object, ...]) -> None:
    make = Maker()
    cache.keep(("a", 1), make)
    assert cache.keep(other, make) == b"lavet 2"


def test_other_code_makes_it_anew(cache: BuildCache) -> None:
    make = Maker()
    cache.keep(("a",), make)
    assert BuildCache(cache.folder, digest(["kode 2"])).keep(("a",), make) == b"lavet 2"


@pytest.mark.parametrize("damage", [b"", b"x", b"0123456789abcdef", b"0123456789abcdeflavet 7"])
def test_a_damaged_entry_is_made_anew_and_mended(cache: BuildCache, damage: bytes) -> None:
    make = Maker()
    cache.keep(("a",), make)
    (entry,) = (file for file in cache.folder.rglob("*") if file.is_file())
    for spoiled in (damage, entry.read_bytes()[:-1], entry.read_bytes() + b"!"):
        times = make.times
        entry.write_bytes(spoiled)
        assert cache.keep(("a",), make) == b"lavet %d" % (times + 1)
        assert cache.keep(("a",), make) == b"lavet %d" % (times + 1)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ikke en mappe")
    make = Maker()
    cache = BuildCache(tmp_path / "fil", b"")
    assert [cache.keep(("a",), make) for _ in range(2)] == [b"lavet 1", b"lavet 2"]


def test_many_may_build_at_once(cache: BuildCache) -> None:
    def build(_: int) -> list[bytes]:
        own = BuildCache(cache.folder, cache.ground)
        return [own.keep((number,), lambda number=number: b"%d" % number * 5000) for number in range(40)]  # type: ignore[misc]

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(build, range(8)))
    assert all(result == [b"%d" % number * 5000 for number in range(40)] for result in results)
    assert len([file for file in cache.folder.rglob("*") if file.is_file()]) == 40


def test_what_fails_is_not_kept(cache: BuildCache) -> None:
    def fail() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        cache.keep(("a",), fail)
    assert cache.keep(("a",), Maker()) == b"lavet 1"


@given(st.dictionaries(st.text(), st.binary()))
def test_files_come_back_as_they_were(files: dict[str, bytes]) -> None:
    assert unpacked(packed(files)) == files


@given(st.lists(st.one_of(st.text(), st.binary(), st.integers(), st.none(), st.tuples(st.text()))), st.data())
def test_parts_run_together_are_other_parts(parts: list[object], data: st.DataObject) -> None:
    other = data.draw(st.lists(st.one_of(st.text(), st.binary(), st.integers())))
    shown = [part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass") for part in parts]
    others = [part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass") for part in other]
    assert (digest(parts) == digest(other)) == (shown == others)


def test_a_file_counts_with_its_path_and_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    first = files_digest(tmp_path, ["*.txt"])
    assert files_digest(tmp_path, ["*.txt"]) == first
    (tmp_path / "b.md").write_text("1")
    assert files_digest(tmp_path, ["*.txt"]) == first
    (tmp_path / "a.txt").write_text("2")
    second = files_digest(tmp_path, ["*.txt"])
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    assert len({first, second, files_digest(tmp_path, ["*.txt"])}) == 3


def test_without_a_cache_everything_is_made() -> None:
    make = Maker()
    assert [made_anew(("a",), make) for _ in range(2)] == [b"lavet 1", b"lavet 2"]
