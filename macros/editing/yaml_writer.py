"""Writes a record as an editor's file: fields in the model's order, each explained where that is wanted.

What is written reads back as the same text (yaml_source), whatever signs it holds.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.fields import Kind
from macros.model.model_shape import BY_KEY, MANY, ONE, Shape, shape
from macros.reading.yaml_source import parse

WIDTH = 110


def scalar(text: str) -> str:
    """A text on one line as YAML: bare where it reads back the same, in quotes where it would not."""
    if text and "\n" not in text:
        source = parse(f"a: {text}\n", "")
        if not source.problems and source.data == {"a": text}:
            return text
    return json.dumps(text, ensure_ascii=False)


def write_record(model: type[BaseModel], values: Mapping[str, Any], explain: bool = False) -> str:
    """A file with the values by field; a field without a value is left out, or kept as a remark where explained.

    Values are texts, lists of texts, mappings and lists of mappings, as an editor would write them.
    """
    return "\n".join(_fields(model, values, explain, "")) + "\n"


def example(model: type[BaseModel]) -> dict[str, Any]:
    """The needed fields of a model with the examples of their help texts."""
    return {name: _example(info) for name, info in model.model_fields.items() if info.is_required()}


def _fields(model: type[BaseModel], values: Mapping[str, Any], explain: bool, indent: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        value = values.get(name)
        told = _explained(info, indent) if explain else []
        if value not in (None, "", [], {}):
            yield from told
            yield from _field(name, value, shape(info), explain, indent)
        elif explain:
            yield from told
            lines = list(_field(name, _example(info), shape(info), False, ""))
            yield from (f"{indent}# {line}".rstrip() for line in lines)


def _explained(info: FieldInfo, indent: str) -> list[str]:
    label = f"{info.title} (skal udfyldes)" if info.is_required() else str(info.title)
    lines = textwrap.wrap(f"{label}: {info.description}", WIDTH - len(indent))
    space = [] if indent else [""]
    return [*space, *(f"{indent}# {line}" for line in lines)]


def _field(name: str, value: Any, found: Shape, explain: bool, indent: str) -> Iterator[str]:
    deeper = indent + "  "
    if found.amount == ONE and found.model:
        yield f"{indent}{name}:"
        yield from _fields(found.model, value, explain, deeper)
    elif found.amount == BY_KEY:
        yield f"{indent}{name}:"
        for key, item in value.items():
            if found.model:
                yield f"{deeper}{key}:"
                yield from _fields(found.model, item, explain, deeper + "  ")
            else:
                yield f"{deeper}{key}: {scalar(str(item))}"
    elif found.amount == MANY and found.model:
        yield f"{indent}{name}:"
        for number, item in enumerate(value):
            yield from _row(list(_fields(found.model, item, explain and not number, deeper + "  ")), deeper)
    elif found.amount == MANY:
        yield from _list(name, [str(item) for item in value], indent)
    else:
        yield from _text(name, str(value), found.kind, indent)


def _row(lines: list[str], indent: str) -> Iterator[str]:
    """A group's lines with the dash before its first field; what explains that field stands above it."""
    first = next((number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    for number, line in enumerate(lines):
        yield f"{indent}- {line.strip()}" if number == first else line


def _list(name: str, items: list[str], indent: str) -> Iterator[str]:
    line = f"{indent}{name}: [{', '.join(items)}]"
    if len(line) <= WIDTH and parse(f"{line.strip()}\n", "").data == {name: items}:
        yield line
        return
    yield f"{indent}{name}:"
    for item in items:
        yield from _text("-", item, None, indent + "  ")


def _text(name: str, text: str, kind: Kind | None, indent: str) -> Iterator[str]:
    head = f"{indent}{name}" if name == "-" else f"{indent}{name}:"
    text = text.strip()
    if kind is None or kind.name != "text" or ("\n" not in text and len(text) <= WIDTH):
        yield f"{head} {scalar(text)}"
        return
    yield f"{head} |"
    for paragraph in text.split("\n"):
        wrapped = textwrap.wrap(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)
        simple = not paragraph.startswith((" ", "\t", "-", "*", "+")) and len(paragraph) > WIDTH
        yield from (f"{indent}  {line}".rstrip() for line in (wrapped if simple else [paragraph]))


def _example(info: FieldInfo) -> Any:
    found = shape(info)
    text = str((info.examples or ["…"])[0])
    if found.amount == ONE:
        return example(found.model) if found.model else text
    if found.amount == MANY:
        return [example(found.model)] if found.model else [text]
    return {text: example(found.model) if found.model else "…"}
