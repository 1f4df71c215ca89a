"""The fields of a model as plain data, for whoever asks an editor for them: the web form, the CMS, the command line.

Nothing here knows a form. The words of each check are those of the command line, so that every way in says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.checking.checks import ADD_ONE, AT_LEAST_ONE, DROP_ONE, EMPTY_LIST, REPEATED, UNKNOWN, kind_of
from macros.editing.text_advice import TOO_LONG, at_most
from macros.model.fields import Kind
from macros.model.model_shape import BY_KEY, MANY, ONE, Shape, shape
from macros.reading.faults import MISSING, missing_words

Names = Mapping[str, Mapping[str, str]]


def form_fields(model: type[BaseModel], names: Names) -> list[dict[str, Any]]:
    """Each field of a model in the order it is written; names holds what people see for the ids of each list.

    A field has: key, label, help, example, required, kind, checks, advice. Its kind is one of
    line, text, id, number, whole, date, years, pages, yesno, url (one text), choice (one of choices),
    list (several, each as item says), group (fields once), rows (fields, several times), map (fields by key).
    A check has: id, message, expected, tip, pattern; a message's {value} is the text quoted as »…«, cut at 40 signs.
    An advice never stops anybody: it has the same keys, and longest.
    """
    return [_field(name, info, names) for name, info in model.model_fields.items()]


def _field(name: str, info: FieldInfo, names: Names) -> dict[str, Any]:
    found = shape(info)
    expected, tip = missing_words(name, info)
    missing = [_check("mangler", MISSING, expected, tip)] if info.is_required() else []
    return {
        "key": name,
        "label": info.title or name,
        "help": info.description or "",
        "example": str((info.examples or [""])[0]),
        "required": info.is_required(),
        "default": info.default if isinstance(info.default, str) and info.default else "",
        "advice": _advice(found),
        **_content(found, names, missing),
    }


def _content(found: Shape, names: Names, missing: list[dict[str, str]]) -> dict[str, Any]:
    least = [_check("mindst-en", EMPTY_LIST, AT_LEAST_ONE, ADD_ONE)] if found.least else []
    if found.amount == ONE and found.model:
        return {"kind": "group", "checks": missing, "fields": form_fields(found.model, names)}
    if found.amount == MANY and found.model:
        return {"kind": "rows", "checks": [*missing, *least], "fields": form_fields(found.model, names)}
    if found.amount == BY_KEY:
        keys = _one(found.keys, found.refers, names)
        values = {"fields": form_fields(found.model, names)} if found.model else {"item": _one(found.kind, "", names)}
        return {"kind": "map", "checks": missing, "keys": keys, **values}
    one = _one(found.kind, found.refers, names)
    if found.amount == MANY:
        repeated = [_check("gentaget", REPEATED, "hver værdi én gang", DROP_ONE)] if found.refers else []
        return {"kind": "list", "checks": [*missing, *least, *repeated], "item": one}
    return one | {"checks": [*missing, *one["checks"]]}


def _one(kind: Kind | None, refers: str, names: Names) -> dict[str, Any]:
    """One text: its kind, its choices with what people see, and its checks."""
    checks = [asdict(check) for check in kind.checks] if kind else []
    if refers:
        what = kind_of(refers)
        checks.append(_check("ukendt", UNKNOWN.replace("{kind}", what), f"en {what}"))
        choices = [{"id": value, "name": name} for value, name in names.get(refers, {}).items()]
        return {"kind": "choice", "list": refers, "choices": choices, "checks": checks}
    found: dict[str, Any] = {"kind": kind.name if kind else "line", "checks": checks}
    if kind and kind.choices:
        found["choices"] = [{"id": value, "name": name} for value, name in kind.choices]
    return found


def _check(identifier: str, message: str, expected: str = "", tip: str = "") -> dict[str, str]:
    return {"id": identifier, "message": message, "expected": expected, "tip": tip, "pattern": ""}


def _advice(found: Shape) -> list[dict[str, Any]]:
    if not found.longest:
        return []
    expected, tip = at_most(found.longest)
    return [{**_check("laengde", TOO_LONG, expected, tip), "longest": found.longest}]
