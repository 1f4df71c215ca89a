"""Rows of a spreadsheet to case files, and a report of every cell that could not be placed. Guesses nothing.

The columns are those of our own export. Names of themes, sectors and the rest become ids; what is unknown is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.editing.yaml_writer import write_record
from macros.ground.danish import slug
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.fields import quoted
from macros.model.model_shape import MANY, shape
from macros.reading.table_reader import Row
from macros.sharing.case_files import names

# Columns that tell what others tell already, or that are the site's own.
_DERIVED = {"link", "side", "kilde", "aktoerer", "noegletal", "laering", "adresse"}


@dataclass
class Imported:
    """What became of a spreadsheet: the files by id, and what to say of it, line by line."""

    files: dict[str, str] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)


def import_cases(tables: Mapping[str, list[Row]], content: Content, today: str) -> Imported:
    """Files from the rows; nothing is written here. today (ÅÅÅÅ-MM-DD) is used where no day of review is given."""
    result = Imported()
    found: dict[str, dict[str, Any]] = {}
    reader = _Reader(tables, names(content), result.report)
    for number, row in enumerate(tables.get("cases", ()), 2):
        identifier = slug(row.get("id") or row.get("titel", ""))
        if not identifier:
            result.report.append(f"Række {number}: hverken id eller titel. Rækken er sprunget over.")
        elif identifier in found:
            result.report.append(f"Række {number}: id {identifier} står to gange. Kun den første er med.")
        else:
            found[identifier] = reader.case(identifier, number, row) | {"id": identifier}
            found[identifier].setdefault("gennemgaaet", today)
    result.report += _alike(found, content)
    result.files = {identifier: write_record(Case, values) for identifier, values in found.items()}
    return result


class _Reader:
    """Turns one row at a time to a case's fields."""

    def __init__(
        self, tables: Mapping[str, list[Row]], known: Mapping[str, Mapping[str, str]], report: list[str]
    ) -> None:
        self.tables, self.report = tables, report
        self.ids = {
            name: {key.casefold(): identifier for identifier, shown in rows.items() for key in (identifier, shown)}
            for name, rows in known.items()
        }
        self.ids["udgivelser"] |= {_title(shown): identifier for identifier, shown in known["udgivelser"].items()}

    def case(self, identifier: str, number: int, row: Row) -> dict[str, Any]:
        """The fields of one row, with what stands beside it for the same id."""
        where = f"Række {number} ({identifier})"
        values: dict[str, Any] = {}
        for column, cell in row.items():
            if not cell or column in _DERIVED or column == "id":
                continue
            info = Case.model_fields.get(column)
            if info is None:
                self._miss(where, column, cell, "kolonnen findes ikke i modellen")
                continue
            found = shape(info)
            if found.refers:
                ids = self._ids(
                    where, column, found.refers, self._named(found.refers, cell) if found.amount == MANY else [cell]
                )
                values |= {column: ids if found.amount == MANY else ids[0]} if ids else {}
            else:
                values[column] = cell
        source = self._ids(where, "kilde", "udgivelser", [row["kilde"]]) if row.get("kilde") else []
        values["kilde"] = {"udgivelse": source[0] if source else "", "side": row.get("side", "")}
        values["aktoerer"] = self._actors(where, row)
        values["noegletal"] = self._figures(where, row)
        values["laering"] = self._lessons(where, row)
        return values

    def _beside(self, table: str, row: Row) -> list[Row]:
        key = row.get("id") or ""
        return [other for other in self.tables.get(table, ()) if key and other.get("case") == key]

    def _actors(self, where: str, row: Row) -> list[dict[str, str]]:
        beside = self._beside("aktoerer", row)
        cells = [(one.get("navn", ""), one.get("slags", ""), one.get("rolle", "")) for one in beside]
        if not beside:
            parts = [re.fullmatch(r"(.*?)(?:\((.*)\))?", cell.strip()) for cell in _split(row.get("aktoerer", ""), ",")]
            cells = [(part[1].strip(), part[2] or "", "") for part in parts if part]
        actors = []
        for name, kind, role in cells:
            ids = self._ids(where, "aktoerer", "aktoertyper", [kind]) if kind else []
            if ids:
                actors.append({"navn": name, "type": ids[0], "rolle": role})
            elif not kind:
                self._miss(where, "aktoerer", name, "skriv slagsen i parentes, fx Fanø Kommune (kommune)")
        return actors

    def _figures(self, where: str, row: Row) -> list[dict[str, str]]:
        beside = self._beside("noegletal", row)
        if not beside:
            for cell in _split(row.get("noegletal", ""), "|"):
                self._miss(where, "noegletal", cell, "tal hører til i arket noegletal med tal, enhed, hvad og aar")
        kinds = {"mål eller skøn": "maal"}
        figures = []
        for one in beside:
            if kinds.get(one.get("viden", "").casefold()):
                self._miss(where, "noegletal", one.get("tal", ""), "skriv selv art: maal eller skoen", "læs om det er")
            figures.append({key: one.get(key, "") for key in ("tal", "enhed", "hvad", "aar", "forbehold")})
        return figures

    def _lessons(self, where: str, row: Row) -> list[dict[str, Any]]:
        beside = self._beside("laering", row)
        lessons: list[dict[str, Any]] = []
        for one in beside:
            identifier = one.get("id", "").rpartition("#")[2] or slug(one.get("tekst", ""))[:40].strip("-")
            area = self._ids(where, "laering", "laeringsomraader", [one["omraade"]]) if one.get("omraade") else []
            topics = self._ids(where, "emner", "emner", self._named("emner", one.get("emner", "")))
            clauses = self._ids(where, "klausuler", "klausuler", self._named("klausuler", one.get("klausuler", "")))
            lesson = {"id": slug(identifier), "tekst": one.get("tekst", ""), "omraade": area[0] if area else ""}
            lessons.append({**lesson, "emner": topics, "klausuler": clauses})
        if not beside:
            for cell in _split(row.get("laering", ""), "|"):
                self._miss(where, "laering", cell, "læring hører til i arket laering med tekst og omraade")
        return lessons

    def _ids(self, where: str, column: str, vocabulary: str, cells: Iterable[str]) -> list[str]:
        known, ids = self.ids.get(vocabulary, {}), []
        for cell in (cell.strip() for cell in cells):
            if cell and (identifier := known.get(cell.casefold())):
                ids.append(identifier)
            elif cell and vocabulary in self.ids:
                self._miss(where, column, cell, f"værdien findes ikke i listen {vocabulary}")
            elif cell:
                ids.append(slug(cell))
        return ids

    def _named(self, vocabulary: str, cell: str) -> list[str]:
        """The names in a cell, set apart by commas, where a name may hold commas itself."""
        known, parts, found = self.ids.get(vocabulary, {}), _split(cell, ","), []
        while parts:
            sizes = range(len(parts), 1, -1)
            size = next((size for size in sizes if ", ".join(parts[:size]).casefold() in known), 1)
            found.append(", ".join(parts[:size]))
            parts = parts[size:]
        return found

    def _miss(self, where: str, column: str, cell: str, why: str, what: str = "kunne ikke placeres") -> None:
        self.report.append(f"{where}, {column}: {quoted(cell)} {what}: {why}.")


def _split(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign) if part.strip()]


def _title(shown: str) -> str:
    """The title of a source as the export has it, from what people see for its id."""
    return shown.partition("): ")[2].casefold()


def _alike(found: Mapping[str, Mapping[str, Any]], content: Content) -> list[str]:
    """Cases that may be the same as another: the same title, or the same figures."""
    titles: dict[str, str] = {case.titel.casefold(): case.id for case in content.cases}
    figures: dict[Any, str] = {}
    for case in content.cases:
        key = frozenset((figure.display_number, figure.enhed.casefold()) for figure in case.noegletal)
        figures |= {key: case.id} if len(key) > 1 else {}
    said = []
    for identifier, values in found.items():
        title = str(values.get("titel", "")).casefold()
        other = titles.setdefault(title, identifier) if title else identifier
        if other != identifier:
            said.append(f"{identifier}: samme titel som {other}. Er det den samme case?")
        key = frozenset((one["tal"], one["enhed"].casefold()) for one in values.get("noegletal", ()))
        other = figures.setdefault(key, identifier) if len(key) > 1 else identifier
        if other != identifier:
            said.append(f"{identifier}: de samme tal som {other}. Er det den samme case?")
    return said
