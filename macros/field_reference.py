"""What each field means, read from the models' own help texts."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from macros.agreement_model import Agreement, Body, ClauseStatement, FocusArea, Goal, Party
from macros.case_model import Actor, Case, Citation, KeyFigure, Lesson


@dataclass(frozen=True)
class FieldRow:
    """One field as editors read of it."""

    key: str
    required: bool
    help: str
    example: str


_GROUPS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("En case", "case", Case),
    ("En aktør (aktoerer)", "aktoer", Actor),
    ("Et nøgletal (noegletal)", "noegletal", KeyFigure),
    ("Et læringspunkt (laering)", "laering", Lesson),
    ("Kilden (kilde)", "kilde", Citation),
    ("En aftale", "aftale", Agreement),
    ("En part (parter)", "part", Party),
    ("Et organ (organer)", "organ", Body),
    ("Et mål (maal)", "maal", Goal),
    ("Et indsatsområde (indsatsomraader)", "indsatsomraade", FocusArea),
    ("Hvad aftalen siger om en klausultype (klausuler)", "klausul", ClauseStatement),
)


def field_rows(model: type[BaseModel]) -> tuple[FieldRow, ...]:
    """The fields of one model in the order they are written."""
    return tuple(
        FieldRow(name, info.is_required(), info.description or "", str((info.examples or [""])[0]))
        for name, info in model.model_fields.items()
    )


def field_groups() -> tuple[tuple[str, str, tuple[FieldRow, ...]], ...]:
    """Every group of fields with its heading and anchor."""
    return tuple((title, anchor, field_rows(model)) for title, anchor, model in _GROUPS)
