"""The questions that a new case begins with, made from the model, and the file that the answers become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from macros.checking.checks import CASE_REFERENCES, check_references, kind_of
from macros.editing.yaml_writer import write_record
from macros.ground.danish import slug
from macros.ground.problem import Problem
from macros.model.case_model import Case
from macros.model.fields import Kind, quoted
from macros.model.model_shape import MANY, ONE, shape
from macros.reading.faults import check_model, nearest
from macros.reading.yaml_source import parse

Names = Mapping[str, Mapping[str, str]]
# Fields that a case may do without, but that a reader always asks for.
_ALSO = ("kommuner", "omraade")
# Fields that stand better after others: the id is made from the title.
_FIRST = ("titel", "id")


class AnswerError(Exception):
    """Raised for an answer that cannot be used; says in Danish why and what is expected."""


@dataclass(frozen=True)
class Question:
    """One question: the field it fills (with a dot for a part), how it is asked, and what it may be answered with."""

    key: str
    label: str
    help: str
    example: str
    required: bool
    several: bool
    kind: Kind
    refers: str
    # What people see for each id that may be chosen.
    choices: Mapping[str, str]


def questions(names: Names) -> tuple[Question, ...]:
    """What is asked, in order: the title, the id, every field that must be there, and the place."""
    found = {question.key: question for question in _questions(Case, "", names)}
    first = [found[key] for key in _FIRST]
    return (*first, *(question for key, question in found.items() if key not in _FIRST))


def _questions(model: type[BaseModel], base: str, names: Names) -> Iterator[Question]:
    for name, info in model.model_fields.items():
        found = shape(info)
        if not info.is_required() and (base or name not in _ALSO):
            continue
        if found.model:
            yield from _questions(found.model, f"{base}{name}.", names)
        elif found.kind:
            yield Question(
                f"{base}{name}", str(info.title), str(info.description), str((info.examples or [""])[0]),
                info.is_required(), found.amount == MANY, found.kind, found.refers, names.get(found.refers, {}),
            )  # fmt: skip


def suggestion(question: Question, answers: Mapping[str, Any], today: str) -> str:
    """A sensible answer that needs only a nod, or nothing."""
    if question.key == "id":
        return slug(str(answers.get("titel", "")))
    if question.kind.name == "date":
        return today
    return next(iter(question.choices)) if len(question.choices) == 1 else ""


def answer(question: Question, typed: str) -> Any:
    """The text or list of texts that an answer stands for; AnswerError where it cannot be used."""
    text = typed.strip()
    if not text and not question.required:
        return None
    if question.several:
        values = [_one(question, part) for part in text.split(",") if part.strip()]
        if not values:
            raise AnswerError("Skriv mindst én værdi. Skil flere med komma.")
        return list(dict.fromkeys(values))
    return _one(question, text)


def _one(question: Question, typed: str) -> str:
    text = typed.strip()
    if question.refers and question.choices:
        return _chosen(question, text)
    try:
        question.kind.read(text)
    except PydanticCustomError as error:
        context = error.context or {}
        tip = f" {context['tip']}" if context.get("tip") else ""
        raise AnswerError(f"{context.get('message')} (forventet: {context.get('expected')}).{tip}") from None
    return text


def _chosen(question: Question, text: str) -> str:
    """An id from its number in the list, its id or its name."""
    ids = list(question.choices)
    if text.isdecimal() and 1 <= int(text) <= len(ids) and text not in ids:
        return ids[int(text) - 1]
    by_name = {name.casefold(): identifier for identifier, name in question.choices.items()}
    found = text if text in ids else by_name.get(text.casefold())
    if found is None:
        tip = nearest(text, [*ids, *question.choices.values()]) or "Skriv et nummer fra listen."
        raise AnswerError(f"ukendt {kind_of(question.refers)}: {quoted(text)}. {tip}")
    return found


def case_file(answers: Mapping[str, Any], names: Names) -> tuple[str, tuple[Problem, ...]]:
    """The new case's file with every field explained, and what is still wrong with it.

    answers has texts and lists by the questions' keys; names the ids of each list.
    """
    values: dict[str, Any] = {}
    for key, value in answers.items():
        name, _, part = key.partition(".")
        if value is None:
            continue
        if not part:
            values[name] = value
        elif shape(Case.model_fields[name]).amount == ONE:
            values.setdefault(name, {})[part] = value
        else:
            values.setdefault(name, [{}])[0][part] = value
    text = write_record(Case, values, explain=True).lstrip("\n")
    source = parse(text, f"cases/{values.get('id', '')}.yml")
    case, problems = check_model(source, Case)
    if case is None:
        return text, (*source.problems, *problems)
    known = {name: dict(names.get(name, {})) for name in set(CASE_REFERENCES.values())}
    return text, (*source.problems, *check_references(source, case, CASE_REFERENCES, known))
