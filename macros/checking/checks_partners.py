"""The rules for how a case is organised and paid for: each question rests on a lesson, each payer on the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.ground.problem import Problem
from macros.model.case_model import Case
from macros.model.fields import quoted
from macros.reading.yaml_source import Source


def check_financing_is_told(source: Source, case: Case) -> Iterator[Problem]:
    """A case that names who pays also tells what the source says."""
    if case.finansieringsform and not case.finansiering:
        tip = "Skriv i finansiering, hvad kilden siger, eller slet finansieringsform."
        yield source.problem(("finansieringsform",), "finansieringsform står uden finansiering", "begge felter", tip)


def check_considerations(
    rows: Sequence[tuple[Source, int, Any]],
    areas: Sequence[tuple[Source, int, Any]],
    cases: Sequence[tuple[Source, Case]],
) -> Iterator[Problem]:
    """A question to consider rests on a lesson of a case with that form, or on one of the catalogue's general ones."""
    general = {point.id for _, _, area in areas for point in area.punkter}
    by_id = {case.id: case for _, case in cases}
    for source, index, form in rows:
        for place, question in enumerate(form.overvej):
            here = (index, "overvej", place)
            if question.case is None:
                if areas and question.laering not in general:
                    expected = "et punkt i cases/_laeringsomraader.yml"
                    yield source.problem((*here, "laering"), f"ukendt læring: {quoted(question.laering)}", expected)
                continue
            case = by_id.get(question.case)
            if case is None:  # unknown, which the references tell, or with faults of its own
                continue
            if question.laering not in {lesson.id for lesson in case.laering}:
                expected = f"et punkt under laering i cases/{case.id}.yml"
                yield source.problem((*here, "laering"), f"ukendt læring: {quoted(question.laering)}", expected)
            if form.id not in case.organiseringsform:
                tip = f"Tilføj {form.id} i casen, eller vælg læring fra en anden case."
                yield source.problem((*here, "case"), f"{quoted(case.id)} har ikke formen {form.id}", tip=tip)
