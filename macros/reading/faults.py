"""Turns what pydantic found wrong in a source into Danish problems with file, line and column."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.ground.problem import Problem
from macros.model.fields import quoted
from macros.reading.yaml_source import Location, Source, field_name

T = TypeVar("T")
MANY = 300
MISSING = "feltet mangler"


def check_model(source: Source, kind: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """The source's data as the model (or tuple of models) it should be, or all that is wrong with it."""
    try:
        return cast(T, _adapter(cast(Any, kind)).validate_python(source.data)), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, tuple(_problem(source, kind, item) for item in found)


@lru_cache(maxsize=200)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def nearest(word: str, words: Sequence[str]) -> str:
    """The tip "Mente du …?" for a word that is close to one of the allowed words, else nothing."""
    if (
        len(words) > MANY
    ):  # comparing with ten thousand names takes seconds; a typing error seldom hits the first letter
        words = [other for other in words if other[:1] == word[:1] and abs(len(other) - len(word)) <= 3]
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f"Mente du »{close[0]}«?" if close else ""


def _problem(source: Source, kind: Any, item: ErrorDetails) -> Problem:
    location: Location = tuple(step for step in item["loc"] if step != "[key]")
    context = item.get("ctx", {})
    if item["type"] == "extra_forbidden":
        return _unknown_key(source, kind, location)
    if item["type"] == "missing":
        return _missing(source, kind, location)
    if item["type"] == "dansk":
        return source.problem(location, context["message"], context["expected"], context["tip"])
    if item["type"] in ("model_type", "model_attributes_type", "dict_type"):
        tip = "Skriv felterne under hinanden, rykket ind, med kolon efter hvert feltnavn."
        return source.problem(location, f"her står {_what(item['input'])}", "en gruppe af felter", tip)
    if item["type"] in ("tuple_type", "list_type"):
        tip = "Skriv én værdi pr. linje med bindestreg og mellemrum foran."
        return source.problem(location, f"her står {_what(item['input'])}", "en liste", tip)
    return source.problem(
        location, f"værdien {quoted(item['input'])} kan ikke bruges her", "en anden værdi", "Se siden /bidrag/felter/."
    )


def _what(value: Any) -> str:
    if isinstance(value, list):
        return "en liste"
    if isinstance(value, dict):
        return "en gruppe af felter"
    return f"teksten {quoted(value)}" if value else "ingenting"


def _unknown_key(source: Source, kind: Any, location: Location) -> Problem:
    line, column = source.key_positions.get(location, source.position(location))
    known = tuple(_keys_at(kind, location[:-1]))
    tip = nearest(str(location[-1]), known) or f"Felterne her er: {', '.join(known)}."
    return Problem(source.path, line, column, field_name(location), "ukendt felt", "et af modellens felter", tip)


def _missing(source: Source, kind: Any, location: Location) -> Problem:
    line, column = source.position(location[:-1])
    model = _model_at(kind, location[:-1])
    info = model.model_fields.get(str(location[-1])) if model else None
    expected, tip = missing_words(str(location[-1]), info) if info else ("", "")
    return Problem(source.path, line, column, field_name(location), MISSING, expected, tip)


def missing_words(name: str, info: FieldInfo) -> tuple[str, str]:
    """What is expected where a field is missing, and how to mend it."""
    example = f"Tilføj linjen, fx {name}: {info.examples[0]}" if info.examples else f"Tilføj linjen {name}: …"
    return (info.description or "").rstrip("."), example


def _keys_at(kind: Any, location: Location) -> Iterator[str]:
    model = _model_at(kind, location)
    yield from model.model_fields if model else ()


def _model_at(kind: Any, location: Location) -> type[BaseModel] | None:
    """The model that describes the group of fields at a location inside a model or a tuple of models."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if not location:
            return kind
        info = kind.model_fields.get(str(location[0]))
        return _model_at(info.annotation, location[1:]) if info else None
    for argument in getattr(kind, "__args__", ()):
        rest = location[1:] if getattr(kind, "__origin__", None) in (tuple, dict) else location
        found = _model_at(argument, rest)
        if found:
            return found
    return None
