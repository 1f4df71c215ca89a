"""The site's one style sheet, put together from one file per component."""

from __future__ import annotations

from pathlib import Path


def stylesheet(folder: Path) -> str:
    """All .css files of a folder in order of name, so that a reader's browser asks once."""
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in sorted(folder.glob("*.css"))) + "\n"
