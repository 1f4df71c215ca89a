"""What each field means, read from the models' own help texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.ground.danish import slug
from macros.model.agreement_model import Agreement, Body, ClauseStatement, FocusArea, Goal, Party
from macros.model.case_model import Actor, Case, Citation, KeyFigure, Lesson, Withdrawal
from macros.model.model_shape import MANY, shape


@dataclass(frozen=True)
class FieldRow:
    """One field as editors read of it."""

    key: str
    required: bool
    help: str
    # What it takes: a date, a number, a value of a list.
    form: str
    example: str


# What groups of fields are called, with anchors that others link to; a group without a name here gets its field's.
_NAMES: dict[type[BaseModel], tuple[str, str]] = {
    Case: ("En case", "case"),
    Actor: ("En aktør (aktoerer)", "aktoer"),
    KeyFigure: ("Et nøgletal (noegletal)", "noegletal"),
    Lesson: ("Et læringspunkt (laering)", "laering"),
    Citation: ("Kilden (kilde)", "kilde"),
    Withdrawal: ("En case, der ikke vises (trukket_tilbage)", "trukket-tilbage"),
    Agreement: ("En aftale", "aftale"),
    Party: ("En part (parter)", "part"),
    Body: ("Et organ (organer)", "organ"),
    Goal: ("Et mål (maal)", "maal"),
    FocusArea: ("Et indsatsområde (indsatsomraader)", "indsatsomraade"),
    ClauseStatement: ("Hvad aftalen siger om en klausultype (klausuler)", "klausul"),
}


def field_rows(model: type[BaseModel]) -> tuple[FieldRow, ...]:
    """The fields of one model in the order they are written."""
    return tuple(
        FieldRow(name, info.is_required(), info.description or "", _form(info), str((info.examples or [""])[0]))
        for name, info in model.model_fields.items()
    )


def field_groups(
    models: tuple[type[BaseModel], ...] = (Case, Agreement),
) -> tuple[tuple[str, str, tuple[FieldRow, ...]], ...]:
    """Every group of fields with its heading and anchor: the models, each followed by the groups inside it."""
    found: dict[type[BaseModel], tuple[str, str]] = {}
    for model in models:
        for title, part in ((model.__name__, model), *_parts(model)):
            found.setdefault(part, _NAMES.get(part, (title, slug(title))))
    return tuple((title, anchor, field_rows(model)) for model, (title, anchor) in found.items())


def _parts(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    for name, info in model.model_fields.items():
        part = shape(info).model
        if part is not None:
            yield f"{info.title} ({name})", part
            yield from _parts(part)


def _form(info: FieldInfo) -> str:
    found = shape(info)
    if found.model:
        return "en eller flere grupper af felter" if found.amount == MANY else "en gruppe af felter"
    if found.refers:
        return f"{'værdier' if found.amount == MANY else 'en værdi'} fra {found.refers}"
    last = found.kind.checks[-1].expected if found.kind else "tekst"
    return f"flere gange {last}" if found.amount == MANY else last
