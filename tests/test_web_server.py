"""The server of the measurements sends what a host sends: compressed texts, right types, 404."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts.measuring.web_server import serve


def get(address: str, encoding: str = "gzip") -> tuple[bytes, dict[str, str]]:
    """The body as sent, and the headers."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read(), dict(answer.headers)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page, a module and a picture."""
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "index.html").write_text("<p>" + "æ" * 500, encoding="utf-8")
    (tmp_path / "a.mjs").write_text("export {};", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_text_is_compressed_for_whom_can_read_it(folder: Path) -> None:
    with serve(folder) as address:
        body, headers = get(address + "under/")
        plain, without = get(address + "under/", "identity")
    assert headers["Content-Encoding"] == "gzip" and len(body) == int(headers["Content-Length"]) < len(plain)
    assert gzip.decompress(body) == plain and "Content-Encoding" not in without


def test_types_are_a_hosts(folder: Path) -> None:
    with serve(folder) as address:
        assert get(address + "a.mjs")[1]["Content-Type"].startswith("text/javascript")
        body, headers = get(address + "a.png")
    assert headers["Content-Type"] == "image/png" and body == b"\x89PNG"


def test_a_changed_file_is_sent_anew_and_a_missing_one_is_404(folder: Path) -> None:
    with serve(folder) as address:
        get(address + "a.mjs")
        (folder / "a.mjs").write_text("export const now = 1;", encoding="utf-8")
        assert b"now" in gzip.decompress(get(address + "a.mjs")[0])
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(address + "b.mjs")


def test_what_travels_is_noted_by_its_compressed_size(folder: Path) -> None:
    sent: list[tuple[str, int]] = []
    with serve(folder, sent) as address:
        body, _ = get(address + "under/")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(address + "b.mjs")
    assert sent == [("/under/", len(body))]
