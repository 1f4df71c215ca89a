"""The copies that a host sends: the same when they are opened, smaller, and only where it is worth it."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli

from scripts.publishing.compressed import LEAST, compress_site


def test_copies_open_to_the_same(tmp_path: Path) -> None:
    texts = {"a/index.html": "<p>æøå</p>" * 500, "data/b.json": "[1]" * LEAST}
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    number, size = compress_site(tmp_path)
    assert number == 2
    for path, text in texts.items():
        file = tmp_path / path
        assert brotli.decompress(file.with_name(file.name + ".br").read_bytes()).decode() == text
        assert gzip.decompress(file.with_name(file.name + ".gz").read_bytes()).decode() == text
    assert size < sum(map(len, texts.values())) / 10


def test_small_and_compressed_files_get_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a" * (LEAST - 1))
    (tmp_path / "b.png").write_bytes(b"a" * 5000)
    (tmp_path / "c.json").write_bytes(os.urandom(2000))
    compress_site(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.png", "c.json"]


def test_many_files_are_shared_among_processes(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"{number}.html").write_text(f"{number} " * LEAST)
    assert compress_site(tmp_path)[0] == 120
    assert len(list(tmp_path.glob("*.br"))) == len(list(tmp_path.glob("*.gz"))) == 120
    assert compress_site(tmp_path)[0] == 120, "kopier er ikke nye filer"
