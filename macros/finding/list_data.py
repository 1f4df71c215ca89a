"""What the reader's own list needs beside its cases and the names of all ids: publications and the general lessons."""

from __future__ import annotations

from typing import Any

from macros.html.prose import plain
from macros.insight.lessons import all_lessons
from macros.library.content import Content

_PUBLICATION = ("titel", "udgiver", "aar", "oplag", "isbn")


def list_data(content: Content) -> dict[str, Any]:
    """Publications by id, and the catalogue's lessons with their addresses."""
    publications = {
        item.id: {key: getattr(item, key) for key in _PUBLICATION if getattr(item, key)}
        | {"rettigheder": plain(item.rettigheder)}
        for item in content.terms("udgivelser")
    }
    lessons = [
        {"id": item.id, "tekst": item.tekst, "klausuler": item.klausuler, "side": item.side, "adresse": item.url}
        for item in all_lessons(content)
        if item.case is None
    ]
    return {
        "udgivelser": publications,
        "katalog": {"udgivelse": content.catalogue.udgivelse, "laering": lessons},
    }
