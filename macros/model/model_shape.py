"""What the fields of a model are made of, read from its types: one value or many, of which kind, from which list."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.fields import Kind

ONE, MANY, BY_KEY = "one", "many", "by-key"


@dataclass(frozen=True)
class Shape:
    """One field: how many values it has, and what each of them is: of a kind, or a group of fields."""

    amount: str
    kind: Kind | None = None
    model: type[BaseModel] | None = None
    # The kind of the keys where the values stand by key.
    keys: Kind | None = None
    # The list whose ids it holds (as keys, where the values stand by key).
    refers: str = ""
    # How many signs read well, and how many rows there must be; 0 where nothing is said.
    longest: int = 0
    least: int = 0


def shape(info: FieldInfo) -> Shape:
    """The shape of one field of a model."""
    said = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    extra: dict[str, Any] = {"refers": said.get("liste", ""), "longest": said.get("hoejst", 0)}
    extra["least"] = said.get("minItems", 0)
    annotation: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    amount, value, key = _parts(annotation)
    kind, model = _value(value)
    return Shape(amount, kind, model, _value(key)[0], **extra)


def _parts(annotation: Any) -> tuple[str, Any, Any]:
    """How many, of what, by which key."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _parts(next(item for item in arguments if item is not type(None)))
    if origin is tuple:
        return MANY, arguments[0], None
    if origin is dict:
        return BY_KEY, arguments[1], arguments[0]
    return ONE, annotation, None


def _value(annotation: Any) -> tuple[Kind | None, type[BaseModel] | None]:
    kind = next((item for item in get_args(annotation) if isinstance(item, Kind)), None)
    if kind is None and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None, annotation
    return kind, None


def references(model: type[BaseModel]) -> dict[str, str]:
    """Where a model points at lists: path of a field ("*" for each in a list, "#" for keys) -> name of the list."""
    return dict(_references(model, "", ()))


def _references(model: type[BaseModel], base: str, above: tuple[type[BaseModel], ...]) -> Iterator[tuple[str, str]]:
    if model in above:  # a group that holds itself, such as a chart's bars
        return
    for name, info in model.model_fields.items():
        found = shape(info)
        path = f"{base}{name}"
        if found.refers:
            yield path + {ONE: "", MANY: ".*", BY_KEY: ".#"}[found.amount], found.refers
        if found.model and found.amount != BY_KEY:
            inner = f"{path}." if found.amount == ONE else f"{path}.*."
            yield from _references(found.model, inner, (*above, model))
