"""What a proposal changes, in words that a caseworker reads: two versions of each file in, changes out.

Files are compared as data and not as lines, so that a new order of fields or another way to quote is no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.editing.change_words import became, number, rewritten, shown
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.model.model_shape import BY_KEY, MANY, Shape, shape
from macros.model.vocabularies import CATALOGUE, TEMPLATES, VOCABULARIES, vocabulary_path
from macros.model.vocabulary_model import Catalogue
from macros.reading.clause_source import parse_clause
from macros.reading.yaml_source import Source, parse

Names = Mapping[str, Mapping[str, str]]
_LISTS = {vocabulary_path(name): (name, model) for name, model in VOCABULARIES.items()}
_SECTIONS = ("Cases", "Aftaler", "Klausuler", "Fælles lister", "Sider", "Kode og andet")
_CONTENT = re.compile(r"cases/\w[\w-]*\.yml|agreements/(_klausuler/)?\w[\w-]*\.(yml|md)|docs/(?!assets/)[\w/-]+\.md")
# What tells one row of a list from another, best first.
_MARKS = ("id", "navn", "hvad", "titel", "part", "organisation", "sted", "udgivelse")


@dataclass(frozen=True)
class Change:
    """All that is changed in one file; heading and lines are safe in Markdown."""

    section: str
    heading: str
    lines: tuple[str, ...]


def changes(files: Mapping[str, tuple[str | None, str | None]], names: Names) -> tuple[Change, ...]:
    """The changes of files given as path -> (text before, text now), None where there is no file; by section and path.

    names holds what people see for the ids of each list.
    """
    found = [change for path in sorted(files) if (change := _change(path, *files[path], names))]
    return tuple(sorted(found, key=lambda change: _SECTIONS.index(change.section)))


def only_content(paths: Iterable[str]) -> bool:
    """Whether a proposal holds nothing but what editors write: cases, agreements, clauses, lists and pages of text."""
    return all(_CONTENT.fullmatch(path) and path not in TEMPLATES for path in paths)


def _change(path: str, old: str | None, new: str | None, names: Names) -> Change | None:
    folder, _, name = path.rpartition("/")
    if path in TEMPLATES:
        return Change(_SECTIONS[5], shown(path), (_how(old, new),))
    if folder in ("cases", "agreements") and name.endswith(".yml") and not name.startswith("_"):
        model, section = (Case, _SECTIONS[0]) if folder == "cases" else (Agreement, _SECTIONS[1])
        address = f"/{'cases' if folder == 'cases' else 'aftaler'}/{name[:-4]}/"
        return _item(section, path, address, model, parse_or_none(old, path), parse_or_none(new, path), names)
    if folder == "agreements/_klausuler" and name.endswith(".md"):
        before, now = (None if text is None else parse_clause(text, path) for text in (old, new))
        return _item(_SECTIONS[2], path, f"/aftaler/klausuler/{name[:-3]}/", ClauseType, before, now, names)
    if path in _LISTS or path == CATALOGUE:
        return _shared(path, parse_or_none(old, path), parse_or_none(new, path), names)
    section = _SECTIONS[4] if path.startswith("docs/") and path.endswith(".md") else _SECTIONS[5]
    return Change(section, shown(path), (_how(old, new),))


def parse_or_none(text: str | None, path: str) -> Source | None:
    """The file as data, or None where there is no file."""
    return None if text is None else parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), path)


def _how(old: str | None, new: str | None) -> str:
    return "filen er ny" if old is None else "filen er slettet" if new is None else "filen er ændret"


def _item(
    section: str, path: str, address: str, model: type[BaseModel], old: Source | None, new: Source | None, names: Names
) -> Change | None:
    noun = {"Cases": "Case", "Aftaler": "Aftale", "Klausuler": "Klausul"}[section]
    data = next((one.data for one in (new, old) if one and isinstance(one.data, dict)), {})
    number = str(data.get("nummer", "")) if section == "Cases" else ""
    heading = (
        f"{noun}{f' {number}' if number.isdecimal() and number.isascii() else ''}: {shown(data.get('titel', path))}"
    )
    if old is None or new is None:
        whole = {"Cases": "Casen", "Aftaler": "Aftalen", "Klausuler": "Klausulen"}[section]
        told = (
            f"er ny og får adressen {shown(address)}"
            if old is None
            else f"er slettet, og {shown(address)} virker ikke mere"
        )
        return Change(section, heading, (f"{whole} {told}",))
    lines = tuple(_compared(model, old, new, names))
    return Change(section, heading, lines) if lines else None


def _compared(model: type[BaseModel], old: Source, new: Source, names: Names) -> Iterator[str]:
    if new.problems or not isinstance(new.data, dict):
        yield "filen kan ikke læses, som den er nu; se fejlene"
    elif not isinstance(old.data, dict):
        yield "filen kunne ikke læses før"
    else:
        if str(old.data.get("id")) != str(new.data.get("id")):
            yield f"adressen er en anden: {became(str(old.data.get('id')), str(new.data.get('id')))}"
        yield from _fields(model, old.data, new.data, names)


def _shared(path: str, old: Source | None, new: Source | None, names: Names) -> Change | None:
    name, model = _LISTS.get(path, ("katalog", Catalogue))
    heading = f"Listen {shown(name)}"
    if old is None or new is None:
        return Change(_SECTIONS[3], heading, (_how("" if old else None, "" if new else None),))
    if path == CATALOGUE:
        lines = tuple(_compared(model, old, new, names))
    elif new.problems or not isinstance(new.data, list):
        lines = ("listen kan ikke læses, som den er nu; se fejlene",)
    else:
        lines = tuple(_rows("listen", model, old.data if isinstance(old.data, list) else [], new.data, names))
    return Change(_SECTIONS[3], heading, lines) if lines else None


def _fields(model: type[BaseModel], old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> Iterator[str]:
    for name, info in model.model_fields.items():
        before, now = old.get(name), new.get(name)
        if before != now and name != "id":
            yield from _field(str(info.title or name), shape(info), before, now, names)
    for name in sorted({*old, *new} - model.model_fields.keys()):
        if old.get(name) != new.get(name):
            yield f"feltet {shown(name)}, som modellen ikke kender, er ændret"


def _field(label: str, found: Shape, old: Any, new: Any, names: Names) -> Iterator[str]:
    known = names.get(found.refers, {})
    if found.amount == BY_KEY:
        yield from _rows(label.lower(), found.model, _keyed(old), _keyed(new), names)
    elif found.amount == MANY and found.model:
        yield from _rows(label.lower(), found.model, _list(old), _list(new), names)
    elif found.amount == MANY:
        yield from _values(label, [str(item) for item in _list(old)], [str(item) for item in _list(new)], known)
    elif found.model:
        parts = [value if isinstance(value, dict) else {} for value in (old, new)]
        yield from (f"{label}: {line}" for line in _fields(found.model, parts[0], parts[1], names))
    elif old is None or new is None:
        value = known.get(str(new if old is None else old), str(new if old is None else old))
        yield f"{label} er {'føjet til' if old is None else 'slettet'}: {shown(value)}"
    elif found.kind and found.kind.name == "text":
        yield from (f"{label}: {line}" for line in rewritten(str(old), str(new)))
    else:
        yield f"{label}: {became(known.get(str(old), str(old)), known.get(str(new), str(new)))}"


def _values(label: str, old: list[str], new: list[str], known: Mapping[str, str]) -> Iterator[str]:
    added, gone = [item for item in new if item not in old], [item for item in old if item not in new]
    for what, items in (("føjet til", added), ("fjernet", gone)):
        if items:
            yield f"{label}: {', '.join(shown(known.get(item, item)) for item in items)} er {what}"
    if not added and not gone and old != new:
        yield f"{label}: rækkefølgen er en anden"


def _rows(noun: str, model: type[BaseModel] | None, old: list[Any], new: list[Any], names: Names) -> Iterator[str]:
    before, now = _by_mark(old), _by_mark(new)
    gone = [mark for mark in before if mark not in now]
    for mark, row in now.items():
        if mark in before:
            if before[mark] != row and model:
                yield from (f"{_name(noun, row)}: {line}" for line in _row(model, before[mark], row, names))
            elif before[mark] != row:
                yield f"{_name(noun, row)}: {became(str(before[mark]), str(row))}"
        elif other := next((mark for mark in gone if _same_but_id(before[mark], row)), None):
            gone.remove(other)
            said = became(before[other]["id"], row["id"])
            yield f"{_name(noun, row)} har fået et nyt id, så gamle links virker ikke: {said}"
        else:
            yield f"Nyt i {noun}: {shown(_words(row))}"
    yield from (f"Fjernet fra {noun}: {shown(_words(before[mark]))}" for mark in gone)


def _same_but_id(old: Any, new: Any) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict) or not old.get("id") or not new.get("id"):
        return False
    return {**old, "id": ""} == {**new, "id": ""}


def _row(model: type[BaseModel], old: Any, new: Any, names: Names) -> Iterator[str]:
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield became(str(old), str(new))
        return
    figure = "tal" in old and "tal" in new and old["tal"] != new["tal"]
    if figure and isinstance(old["tal"], str) and isinstance(new["tal"], str):
        yield f"tallet {number(old['tal'])} er blevet {number(new['tal'])}"
        old, new = {**old, "tal": ""}, {**new, "tal": ""}
    yield from _fields(model, old, new, names)


def _by_mark(rows: Iterable[Any]) -> dict[str, Any]:
    """Rows by what tells one from another, and by their place where nothing does."""
    found: dict[str, Any] = {}
    for place, row in enumerate(rows):
        mark = next((f"{key} {row[key]}" for key in _MARKS if row.get(key)), "") if isinstance(row, dict) else ""
        found[mark if mark and mark not in found else f"{place} {mark}"] = row
    return found


def _name(noun: str, row: Any) -> str:
    return f"{noun.capitalize()} {shown(_words(row), 60)}"


def _words(row: Any) -> str:
    """What a row is about, in few words."""
    if not isinstance(row, dict):
        return str(row)
    return str(
        next(
            (row[key] for key in ("navn", "hvad", "titel", "tekst", "part", "sted", "id") if row.get(key)), "uden navn"
        )
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _keyed(value: Any) -> list[Any]:
    """What stands by key as rows that know their key."""
    pairs = value.items() if isinstance(value, dict) else ()
    return [{**row, "id": key} if isinstance(row, dict) else {"id": key, "tekst": str(row)} for key, row in pairs]
