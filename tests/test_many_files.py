"""Very many files are read by several workers, and what comes out is what one reader gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library import many_files
from macros.library.content import load_content
from macros.library.many_files import read_many
from tests.examples import problems_in, write, write_case


def files(root: Path) -> list[tuple[Path, str]]:
    """The case files below a root, as they are asked for."""
    return [(file, f"cases/{file.name}") for file in sorted((root / "cases").glob("*.yml"))]


def test_few_files_start_no_workers(tmp_path: Path) -> None:
    write_case(tmp_path)
    assert read_many(files(tmp_path)) == {}


def test_workers_give_what_one_reader_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        write_case(tmp_path, id=name, titel=f"Lodser {name}", se_ogsaa=["a" if name != "a" else "b"])
    alone = load_content(tmp_path)
    broken = write_case(tmp_path, id="d", titel="Lodser d", nummer="tolv")
    write(tmp_path / "cases" / "e.yml", "titel: [\n")
    write_case(tmp_path, id="f", titel="Lodser f", formaal="Se <b>her</b>.")
    told = problems_in(tmp_path)
    monkeypatch.setattr(many_files, "MANY", 2)
    monkeypatch.setattr(many_files, "_CHUNK", 2)
    if not read_many(files(tmp_path)):
        pytest.skip("maskinen har kun én kerne")
    assert set(read_many(files(tmp_path))) == {"cases/a.yml", "cases/b.yml", "cases/c.yml"}
    assert problems_in(tmp_path) == told
    assert {problem.path for problem in told} == {"cases/d.yml", "cases/e.yml", "cases/f.yml"}
    for file in (broken, tmp_path / "cases" / "e.yml", tmp_path / "cases" / "f.yml"):
        file.unlink()
    assert load_content(tmp_path) == alone
    write_case(tmp_path, id="a", titel="Lodser a", se_ogsaa=["findes-ikke"])
    (problem,) = problems_in(tmp_path)
    assert (problem.line > 1, problem.message) == (True, "ukendt case: »findes-ikke«")
