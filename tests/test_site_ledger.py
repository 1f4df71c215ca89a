"""What stands in the site's folder as the last build left it is not made again; what anyone altered is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.ground.build_cache import BuildCache
from macros.site.offline_files import row_of
from macros.site.site_ledger import Lot, SitePart, Written, write_part

WANTED = {"a/x": "et", "a/y": "to", "b": "tre"}


class Made:
    """A part of two lots, and which of them were made."""

    def __init__(self, texts: dict[str, str], marks: tuple[bytes, bytes] = (b"1", b"2")) -> None:
        self.made: list[str] = []
        self.part = SitePart(
            "del", lambda: [Lot(marks[0], lambda: self._make("a/")), Lot(marks[1], lambda: self._make("b"))]
        )
        self.texts = texts

    def _make(self, start: str) -> Written:
        self.made.append(start)
        yield from ((path, text) for path, text in self.texts.items() if path.startswith(start))


def build(
    site: Path, folder: Path, texts: dict[str, str] = WANTED, marks: tuple[bytes, bytes] = (b"1", b"2")
) -> list[str]:
    """The lots that a build makes anew; the folder then holds just what is wanted."""
    made = Made(texts, marks)
    rows = write_part(site, made.part, BuildCache(folder, b"kode"))
    assert rows == {path: row_of(text.encode()) for path, text in texts.items()}
    assert {path: (site / path).read_text() for path in texts} == texts
    return made.made


def test_a_lot_is_made_once(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "lager"
    assert build(site, folder) == ["a/", "b"]
    assert build(site, folder) == []
    changed = {**WANTED, "a/y": "andet"}
    assert build(site, folder, changed, (b"3", b"2")) == ["a/"]
    assert build(site, folder, changed, (b"3", b"2")) == []


def test_another_folder_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        build(tmp_path / "en", tmp_path / "lager")
        build(tmp_path / "to", tmp_path / "lager")
    assert build(tmp_path / "en", tmp_path / "lager") == []


def _altered(file: Path) -> None:
    file.write_text("ET")


def _altered_with_its_old_times(file: Path) -> None:
    times = file.stat()
    file.write_text("ET")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _put_in_its_place(file: Path) -> None:
    other = file.with_name("ny")
    other.write_text("ET")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)


def _linked(file: Path) -> None:
    file.replace(file.with_name("flyttet"))
    file.symlink_to("flyttet")


@pytest.mark.parametrize("alter", [_altered, _altered_with_its_old_times, _put_in_its_place, _linked, Path.unlink])
def test_a_file_that_anyone_altered_is_made_again(alter: Callable[[Path], object], tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "lager"
    build(site, folder)
    alter(site / "a" / "x")
    assert build(site, folder) == ["a/"]
    assert build(site, folder) == []


def test_a_file_that_was_only_touched_is_looked_into_and_left(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "lager"
    build(site, folder)
    os.utime(site / "b", (1_000_000_000, 1_000_000_000))
    assert build(site, folder) == ["b"]
    assert (site / "b").stat().st_mtime == 1_000_000_000


def test_a_damaged_ledger_is_passed_over(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "lager"
    build(site, folder)
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])
    assert build(site, folder) == ["a/", "b"]
