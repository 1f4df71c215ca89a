"""The site's own scripts and style sheet as they travel: without comments and spaces, and with short local names.

What a module exports and imports keeps its name and its file, so a browser loads the same modules as in docs/assets.
"""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import minify

SCRIPTS = "assets/javascripts/"


def minified_style(text: str) -> str:
    """A style sheet that means the same."""
    return _minified("text/css", text)


def minified_script(text: str) -> str:
    """A module that does the same."""
    return _minified("text/javascript", text)


def _minified(kind: str, text: str) -> str:
    if multiprocessing.parent_process():
        # The library is a program in Go, whose threads do not follow: it would wait for them for ever.
        raise RuntimeError("Nothing can be minified in a forked process.")
    made: str = minify.string(kind, text)
    return made


def minified_scripts(docs: Path) -> dict[str, str]:
    """Path below docs/ to text for every module of ours; files that others have made are left as they are."""
    files = sorted((docs / SCRIPTS).rglob("*.mjs"))
    return {file.relative_to(docs).as_posix(): minified_script(file.read_text(encoding="utf-8")) for file in files}
