"""Cases that are not read again: the same, found wrong again, and new as soon as their file is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from macros.ground import processes
from macros.ground.build_cache import BuildCache
from macros.library import content as content_module
from macros.library.content import ContentError, load_content
from macros.library.kept_items import LateSource, found_item, packed_item, unpacked_item
from macros.reading.yaml_source import read_source
from tests.examples import write, write_case


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    """An empty cache."""
    return BuildCache(tmp_path / "lager", b"kode")


def test_content_is_the_same_with_and_without(tmp_path: Path, cache: BuildCache) -> None:
    write_case(tmp_path)
    write_case(tmp_path, id="anden", titel="Anden")
    plain = load_content(tmp_path)
    assert load_content(tmp_path, cache) == plain
    assert load_content(tmp_path, cache) == plain


def test_a_right_file_is_read_once_and_a_changed_one_again(
    tmp_path: Path, cache: BuildCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = content_module.read_text
    monkeypatch.setattr(content_module, "read_text", lambda file, name: read.append(name) or real(file, name))
    file = write_case(tmp_path)
    for _ in range(2):
        load_content(tmp_path, cache)
    assert read.count(f"cases/{file.name}") == 1
    file.write_text(file.read_text(encoding="utf-8").replace("som lodser", "som styrmænd"), encoding="utf-8")
    assert "styrmænd" in load_content(tmp_path, cache).cases[0].kort
    assert read.count(f"cases/{file.name}") == 2


def problems(root: Path, cache: BuildCache | None = None) -> list[str]:
    """What is wrong below root, as the editor reads it."""
    with pytest.raises(ContentError) as caught:
        load_content(root, cache)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("changes", [{"tema": "ukendt-tema"}, {"kort": None}, {"id": "anden", "se_ogsaa": ["tredje"]}])
def test_a_wrong_file_is_told_each_time_with_its_place(
    changes: dict[str, object], tmp_path: Path, cache: BuildCache
) -> None:
    write_case(tmp_path)
    write_case(tmp_path, **changes)
    told = problems(tmp_path)
    assert told and problems(tmp_path, cache) == problems(tmp_path, cache) == told


def test_a_kept_file_that_others_make_wrong_is_told_with_its_place(tmp_path: Path, cache: BuildCache) -> None:
    write_case(tmp_path)
    other = write_case(tmp_path, id="anden", titel="Anden", se_ogsaa=["lodser-i-nordby"])
    load_content(tmp_path, cache)
    (tmp_path / "cases" / "lodser-i-nordby.yml").unlink()
    assert problems(tmp_path, cache) == problems(tmp_path)
    assert any(f"cases/{other.name}" in line for line in problems(tmp_path))


def test_a_place_is_found_when_it_is_asked_for(tmp_path: Path) -> None:
    file = write_case(tmp_path)
    late, real = LateSource("cases/a.yml", file=file), read_source(file, "cases/a.yml")
    assert late.position(("tema",)) == real.position(("tema",)) != (1, 1)
    assert late.problem(("tema",), "x") == real.problem(("tema",), "x")


def test_an_item_is_found_as_long_as_its_file_is_the_same(tmp_path: Path, cache: BuildCache) -> None:
    file = write_case(tmp_path)
    assert found_item(cache, file, "a") is None
    for kept in (cache, None):
        assert unpacked_item(packed_item(kept, file, "a", lambda: "noget")) == "noget"
    assert found_item(cache, file, "a") == ("noget",)
    file.write_text("titel: en anden\n", encoding="utf-8")
    assert found_item(cache, file, "a") is None


def test_nothing_that_is_wrong_is_kept_as_right(tmp_path: Path, cache: BuildCache) -> None:
    file = write_case(tmp_path)
    assert unpacked_item(packed_item(cache, file, "a", lambda: None)) is None
    assert found_item(cache, file, "a") == (None,)


def test_many_are_read_by_several_processes(tmp_path: Path, cache: BuildCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_module, "share_out", partial(processes.share_out, few=1))
    monkeypatch.setattr(processes, "processors", lambda: 2)
    for number in range(4):
        write_case(tmp_path, id=f"case-{number}", titel=f"Case {number}")
    shared = load_content(tmp_path, cache)
    monkeypatch.setattr(content_module, "read_source", None)
    assert {case.id for case in shared.cases} == {f"case-{number}" for number in range(4)}
    for case in shared.cases:
        assert found_item(cache, tmp_path / "cases" / f"{case.id}.yml", f"cases/{case.id}.yml") == (case,)


def test_many_are_read_alike_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        write_case(tmp_path, id=name, titel=f"Lodser {name}", se_ogsaa=["a" if name != "a" else "b"])
    alone = load_content(tmp_path)
    broken = [write_case(tmp_path, id="d", titel="Lodser d", nummer="tolv")]
    broken.append(write(tmp_path / "cases" / "e.yml", "titel: [\n"))
    broken.append(write_case(tmp_path, id="f", titel="Lodser f", formaal="Se <b>her</b>."))
    told = problems(tmp_path)
    monkeypatch.setattr(content_module, "share_out", partial(processes.share_out, few=1, at_a_time=2))
    monkeypatch.setattr(content_module, "FEW", 1)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    assert problems(tmp_path) == told
    assert {line.split(":")[0] for line in told if not line.startswith(" ")} == {f"cases/{name}.yml" for name in "def"}
    for file in broken:
        file.unlink()
    assert load_content(tmp_path) == alone
    write_case(tmp_path, id="a", titel="Lodser a", se_ogsaa=["findes-ikke"])
    (line,) = problems(tmp_path)
    assert "ukendt case: »findes-ikke«" in line and not line.startswith("cases/a.yml:1:")
