"""The files whose Danish a reader, an editor or a user meets, as the tests of language read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACES = (
    "docs/**/*.md",
    "docs/assets/javascripts/**/*.mjs",
    "cases/*.yml",
    "agreements/*.yml",
    "agreements/_klausuler/*.md",
    "macros/**/*.py",
    "macros/templates/*.*",
    "macros/theme/**/*.html",
    "scripts/*.py",
)


def danish_files() -> Iterator[tuple[str, str]]:
    """Each file's name below the project and its text."""
    for place in _PLACES:
        for file in sorted(ROOT.glob(place)):
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
