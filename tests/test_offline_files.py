"""What may be kept offline is listed with its size, each build has its own name, and a build can take it all away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.site.offline_files import LIST, OFFLINE_PAGE, WORKER, address, offline_files, row_of

PAGE = b'<link rel="stylesheet" href="../assets/main.css"><script src="../assets/javascripts/main.mjs" type="module">'
BUILT = {
    "index.html": b"forside", "offline/index.html": PAGE, "assets/main.css": b"a{}",
    "assets/javascripts/main.mjs": b"1", "assets/javascripts/offline/kept.mjs": b"2", "data/cases.json": b"[]",
}  # fmt: skip


def made(built: dict[str, bytes], **options: Any) -> dict[str, str]:
    """Both files."""
    return offline_files({path: row_of(data) for path, data in built.items()}, built[OFFLINE_PAGE].decode(), **options)


def listed(built: dict[str, bytes], **options: Any) -> dict[str, Any]:
    """The list."""
    found: dict[str, Any] = json.loads(made(built, **options)[LIST])
    return found


def test_a_file_stands_with_its_address_size_and_hash() -> None:
    rows = {path: (size, digest) for path, size, digest in listed(BUILT)["filer"]}
    assert set(rows) == {address(path) for path in BUILT} and "" in rows and "offline/" in rows
    assert rows["assets/main.css"][0] == 3


@pytest.mark.parametrize(
    "path", ["admin/index.html", "sw.js", LIST, "assets/delekort/x.png", "assets/javascripts/bundle.1.js", "404.html"]
)
def test_what_no_reader_needs_is_left_out(path: str) -> None:
    assert listed({**BUILT, path: b"x"}) == listed(BUILT)


def test_what_looks_like_it_is_kept() -> None:
    near = {"administration/index.html": b"x", "assets/javascripts/bundle-list/a.mjs": b"x", "data/swjs.js": b"x"}
    assert len(listed({**BUILT, **near})["filer"]) >= len(BUILT) + 2


def test_a_build_is_named_by_what_is_in_it() -> None:
    same, other = listed(dict(reversed(BUILT.items()))), listed({**BUILT, "data/cases.json": b"[1]"})
    assert same["udgave"] == listed(BUILT)["udgave"] != other["udgave"]
    assert f'self.BUILD = "{same["udgave"]}"' in made(BUILT)[WORKER]


def test_the_worker_begins_with_what_the_offline_page_needs() -> None:
    core = json.loads(made(BUILT)[WORKER].split("self.CORE = ")[1].split(";\n")[0])
    assert set(core) == {
        "offline/", "assets/main.css", "assets/javascripts/main.mjs", "assets/javascripts/offline/kept.mjs",
    }  # fmt: skip


def test_the_switch_gives_a_worker_without_a_name() -> None:
    assert 'self.BUILD = "";' in made(BUILT, on=False)[WORKER]


def test_the_built_site_lists_every_page_and_the_size_it_says(built_site: Path) -> None:
    built = json.loads((built_site / LIST).read_text(encoding="utf-8"))
    sizes = {path: size for path, size, _ in built["filer"]}
    pages = {address(file.relative_to(built_site).as_posix()) for file in built_site.rglob("index.html")}
    assert {page for page in pages if not page.startswith(("admin/", "indlejr/"))} <= set(sizes)
    assert sizes["assets/main.css"] == (built_site / "assets" / "main.css").stat().st_size
    assert sum(sizes.values()) < 12_000_000
    core = json.loads((built_site / WORKER).read_text(encoding="utf-8").split("self.CORE = ")[1].split(";\n")[0])
    styles = {path for path in sizes if path.startswith(("assets/stylesheets/main.", "assets/stylesheets/tools."))}
    assert len(styles) == 2
    assert {"offline/", "assets/javascripts/offline-page.mjs", *styles} <= set(core) <= set(sizes)
