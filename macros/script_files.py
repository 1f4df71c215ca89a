"""The site's own scripts as they travel: without comments and needless space, each module still a file of its own."""

from __future__ import annotations

from pathlib import Path

import rjsmin


def script_files(docs: Path) -> dict[str, str]:
    """Path below docs/ to text, for every module of ours; vendored files stay as they came."""
    found = sorted((docs / "assets" / "javascripts").rglob("*.mjs"))
    return {file.relative_to(docs).as_posix(): small_script(file.read_text(encoding="utf-8")) for file in found}


def small_script(text: str) -> str:
    """A script that does the same with fewer bytes."""
    return str(rjsmin.jsmin(text)) + "\n"
