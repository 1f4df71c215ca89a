"""The style sheets of pages that stand alone: the site's colours and a small sheet each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_STYLES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "stylesheets"


@lru_cache(maxsize=1)
def standalone_styles() -> dict[str, str]:
    """Path below the site's root to style sheet."""
    tokens = (_STYLES / "10-tokens.css").read_text(encoding="utf-8").strip()
    sheets = sorted((_STYLES / "standalone").glob("*.css"))
    return {f"assets/{file.name}": f"{tokens}\n{file.read_text(encoding='utf-8').strip()}\n" for file in sheets}
