"""The folder of a built site: what is right is left as it is, what nobody made goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.site.offline_files import row_of
from macros.site.site_folder import remove_others, write_files

LONG_AGO = 1_000_000_000


def test_files_are_written_below_a_new_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    rows = write_files(site, iter([("a/b/c.txt", "æ"), ("a/b/d.bin", b"\0"), ("e", "")]))
    assert (site / "a" / "b" / "c.txt").read_bytes() == "æ".encode()
    assert (site / "a" / "b" / "d.bin").read_bytes() == b"\0"
    assert rows == {"a/b/c.txt": row_of("æ".encode()), "a/b/d.bin": row_of(b"\0"), "e": row_of(b"")}


def test_only_a_file_that_differs_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, [("samme", "tekst"), ("anden", "tekst"), ("laengere", "tekst"), ("kortere", "tekst")])
    for file in tmp_path.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    now = [("samme", "tekst"), ("anden", "tegst"), ("laengere", "tekst og mere"), ("kortere", "te")]
    write_files(tmp_path, now)
    assert [(path, (tmp_path / path).read_text()) for path, _ in now] == now
    untouched = {file.name for file in tmp_path.iterdir() if file.stat().st_mtime == LONG_AGO}
    assert untouched == {"samme"}


@pytest.mark.parametrize("at", [0, 1_500_000, 2_499_999])
def test_a_large_file_that_differs_anywhere_is_written(at: int, tmp_path: Path) -> None:
    data = bytearray(2_500_000)
    write_files(tmp_path, [("stor", bytes(data))])
    os.utime(tmp_path / "stor", (LONG_AGO, LONG_AGO))
    write_files(tmp_path, [("stor", bytes(data))])
    assert (tmp_path / "stor").stat().st_mtime == LONG_AGO
    data[at] = 1
    write_files(tmp_path, [("stor", bytes(data))])
    assert (tmp_path / "stor").read_bytes() == data


def test_a_file_may_stand_where_a_folder_stood_and_the_other_way_about(tmp_path: Path) -> None:
    write_files(tmp_path, [("a/b/c", "fil"), ("d", "fil")])
    write_files(tmp_path, [("a/b", "fil"), ("d/e/f", "fil")])
    assert (tmp_path / "a" / "b").read_text() == "fil"
    assert (tmp_path / "d" / "e" / "f").read_text() == "fil"


def test_what_nobody_made_goes_with_its_folders(tmp_path: Path) -> None:
    write_files(tmp_path, [("a/gammel/x", ""), ("a/ny", ""), ("b/c/y", ""), ("z", ""), (".nojekyll", ""), ("d/.x", "")])
    remove_others(tmp_path, {"a/ny"})
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()} == {
        "a/ny", ".nojekyll", "d/.x",
    }  # fmt: skip
    assert not (tmp_path / "b").exists()


def test_a_link_to_a_folder_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    write_files(tmp_path, [("ude/vigtig", ""), ("site/x", "")])
    (tmp_path / "site" / "link").symlink_to(tmp_path / "ude")
    remove_others(tmp_path / "site", {"x"})
    assert not (tmp_path / "site" / "link").exists()
    assert (tmp_path / "ude" / "vigtig").exists()
