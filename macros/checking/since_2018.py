"""What has changed since 2018: which dated notes a case needs, by the names that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from macros.model.case_model import Case
from macros.model.vocabulary_model import SinceNote


def names_in(names: Iterable[str], case: Case) -> tuple[str, ...]:
    """Those names that stand in a case as words of their own."""
    text = _text(case)
    # Most names stand nowhere in a case, which Python sees a hundred times faster than a pattern does.
    return tuple(name for name in names if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def notes_for(notes: Iterable[SinceNote], case: Case) -> tuple[SinceNote, ...]:
    """The notes that a reader of a case needs."""
    return tuple(note for note in notes if names_in(note.navne, case))


@lru_cache(maxsize=256)
def _text(case: Case) -> str:
    actors = (f"{actor.navn}, {actor.rolle or ''}" for actor in case.aktoerer)
    figures = (f"{figure.enhed}. {figure.hvad}" for figure in case.noegletal)
    prose = (case.titel, case.kort, case.finansiering, case.formaal, case.organisering, case.resultater)
    texts = [*actors, *figures, *filter(None, prose), *(lesson.tekst for lesson in case.laering)]
    return " ".join(" ".join(texts).split())
