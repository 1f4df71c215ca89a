"""Compiled templates: kept, made anew when their source changes, and never read damaged."""

from __future__ import annotations

from pathlib import Path

from jinja2 import DictLoader, Environment

from macros.ground.build_cache import BuildCache
from macros.html.template_cache import TemplateCache


def shown(folder: Path, source: str, ground: bytes = b"kode") -> str:
    """A template rendered in an environment of its own that shares a cache."""
    env = Environment(loader=DictLoader({"a.html": source}), bytecode_cache=TemplateCache(BuildCache(folder, ground)))
    return env.get_template("a.html").render(name="Ærø")


def entries(folder: Path) -> list[Path]:
    """What is kept."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert shown(tmp_path, "Hej {{ name }}") == "Hej Ærø"
    (entry,) = entries(tmp_path)
    written = entry.stat().st_mtime_ns
    assert shown(tmp_path, "Hej {{ name }}") == "Hej Ærø"
    assert [one.stat().st_mtime_ns for one in entries(tmp_path)] == [written]


def test_another_source_or_other_code_is_compiled_anew(tmp_path: Path) -> None:
    assert [shown(tmp_path, "Hej {{ name }}"), shown(tmp_path, "Farvel {{ name }}")] == ["Hej Ærø", "Farvel Ærø"]
    shown(tmp_path, "Hej {{ name }}", b"anden kode")
    assert len(entries(tmp_path)) == 3


def test_a_damaged_entry_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "Hej {{ name }}")
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    for length in (0, 5, 20, len(whole) // 2, len(whole) - 1):
        entry.write_bytes(whole[:length])
        assert shown(tmp_path, "Hej {{ name }}") == "Hej Ærø"
        assert entry.read_bytes() == whole
