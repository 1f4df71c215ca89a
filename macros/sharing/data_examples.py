"""Small programs that read the open data, for those who begin: each a file, and shown on the page."""

from __future__ import annotations

from pathlib import Path

from macros.html.rendering import environment

_FOLDER = Path(__file__).parent / "examples"
# Ending -> (what it is called, what it does).
_EXAMPLES = {
    "py": ("Python", "Kræver kun Python selv."),
    "R": ("R", "Kræver kun R selv."),
    "pq": ("Excel", "Henter tallene ind i Excel, så de kan opdateres med et tryk."),
    "sql": ("SQLite og Datasette", "Søger i databasen."),
}
Example = tuple[str, str, str, str]


def data_examples(site_url: str) -> tuple[Example, ...]:
    """Ending, name, what it does, and the program; site_url is the site's root with its last slash."""
    return tuple(
        (kind, name, text, _program(kind, site_url)) for kind, (name, text) in _EXAMPLES.items()
    )  # fmt: skip


def example_files(site_url: str) -> dict[str, str]:
    """Name below data/ to program."""
    return {f"eksempel.{kind}": code for kind, _, _, code in data_examples(site_url)}


def _program(kind: str, site_url: str) -> str:
    text = (_FOLDER / f"eksempel.{kind}.txt").read_text(encoding="utf-8")
    return environment().from_string(text).render(site_url=site_url).strip() + "\n"
