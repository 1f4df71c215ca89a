"""Advice on the content: what could read better or be told more fully. A note stops nothing and nobody.

A note has the form of a problem, so that it is shown the same way: file, line, what, what would be better, how.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.checking.checks_results import check_since_notes
from macros.checking.checks_situations import check_values_are_reached
from macros.editing.text_advice import TOO_LONG, at_most, text_advice
from macros.editing.word_choice import word_choice
from macros.ground.problem import Problem
from macros.library.content import PROJECT, Content
from macros.model.case_model import COUNTED, Case
from macros.model.fields import quoted
from macros.model.model_shape import ONE, shape
from macros.model.vocabularies import vocabulary_path
from macros.reading.yaml_source import Location, Source, read_source


def notes(content: Content, root: Path = PROJECT, paths: Collection[str] | None = None) -> tuple[Problem, ...]:
    """All notes on the content below root, sorted; with paths only those on these files."""
    found: list[Problem] = []
    sources: list[tuple[Source, Case]] = []
    for folder, items in (("cases", content.cases), ("agreements", content.agreements)):
        for item in items:
            path = f"{folder}/{item.id}.yml"
            if paths is None or path in paths:
                source = read_source(root / path, path)
                found += _item_notes(source, item, content)
                if isinstance(item, Case):
                    sources.append((source, item))
    found += (note for source, case in sources for note in note_same_figures(source, case, content))
    if paths is None:
        found += _list_notes(content, root)
    return tuple(sorted(set(found)))


def _item_notes(source: Source, item: BaseModel, content: Content) -> Iterator[Problem]:
    yield from word_choice(source.path, source.text, content.terms("ordvalg"))
    for location, text, longest in _texts(item, ()):
        if longest and len(text) > longest:
            yield source.problem(location, TOO_LONG.format(length=len(text)), *at_most(longest))
        for message, expected, tip in text_advice(text):
            yield source.problem(location, message, expected, tip)
    if isinstance(item, Case):
        yield from note_missing_years(source, item)


def _texts(item: BaseModel, base: Location) -> Iterator[tuple[Location, str, int]]:
    """Each text that is read as prose or has a length, however deep."""
    for name, info in type(item).model_fields.items():
        found, value = shape(info), getattr(item, name)
        if value is None:
            continue
        values: Any = [((), value)] if found.amount == ONE else _numbered(value)
        for step, part in values:
            if found.model:
                yield from _texts(part, (*base, name, *step))
            elif found.kind and (found.kind.name == "text" or found.longest):
                yield (*base, name, *step), part, found.longest


def _numbered(value: Any) -> list[tuple[Location, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [((key,), part) for key, part in pairs]


def note_missing_years(source: Source, case: Case) -> Iterator[Problem]:
    """A counted figure says when it was counted, where the source does."""
    for index, figure in enumerate(case.noegletal):
        if figure.art == COUNTED and not figure.aar:
            message = f"tallet {figure.display_number} har intet år"
            tip = "Tilføj aar, hvis kilden har det. Ellers lad feltet stå ude."
            yield source.problem(("noegletal", index), message, "aar, fx aar: 2015-2016", tip)


def note_same_figures(source: Source, case: Case, content: Content) -> Iterator[Problem]:
    """Two cases with the same figures may be the same case."""
    own = {(figure.tal, figure.enhed.casefold()) for figure in case.noegletal}
    if len(own) < 2:
        return
    for other in content.cases:
        if other.id != case.id and own == {(figure.tal, figure.enhed.casefold()) for figure in other.noegletal}:
            message = f"casen har de samme tal som {quoted(other.titel)}"
            tip = f"Sammenlign med cases/{other.id}.yml. Er det den samme case, så behold kun den ene."
            yield source.problem(("noegletal",), message, "en case med sine egne tal", tip)


def _list_notes(content: Content, root: Path) -> Iterator[Problem]:
    """What the shared lists could say more of, now that the items are as they are."""
    cases = [(Source(f"cases/{case.id}.yml"), case) for case in content.cases]
    yield from check_since_notes(_rows("siden_2018", content, root), cases)
    known = {name: dict.fromkeys(rows, "") for name, rows in content.vocabularies.items()}
    yield from check_values_are_reached(_rows("spoergsmaal", content, root), known)


def _rows(name: str, content: Content, root: Path) -> list[tuple[Source, int, Any]]:
    path = vocabulary_path(name)
    source = read_source(root / path, path) if (root / path).exists() else Source(path)
    return [(source, index, row) for index, row in enumerate(content.terms(name))]
