"""YAML text to plain values with a position for every field; knows nothing of what the fields mean.

Every scalar stays text (0101, 12:30 and nej survive), and what makes YAML treacherous is refused: repeated
keys, anchors, aliases, tags, several documents, invisible characters. See "YAML" in README's glossary.

The parser is libyaml's, asked for one event at a time: it keeps its place on the heap, so no depth brings it down,
and we stop it ourselves long before. Where PyYAML was built without libyaml its own parser gives the same events.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.ground.problem import Problem
from macros.model.fields import quoted
from macros.reading.source_text import MAX_BYTES, invisible_name, read_text
from macros.reading.yaml_syntax import ANCHOR, QUOTE_TIP, syntax_problem

__all__ = ["MAX_BYTES", "Location", "Position", "Source", "field_name", "parse", "read_source", "read_text"]

MAX_DEPTH = 20
Location = tuple[str | int, ...]
Position = tuple[int, int]
PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Source:
    """One file as read: its values, where each stands, and what is wrong with its YAML."""

    path: str
    text: str = ""
    data: Any = None
    positions: dict[Location, Position] = field(default_factory=dict)
    key_positions: dict[Location, Position] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def position(self, location: Location) -> Position:
        """Where the value stands, or the nearest field around it that is in the file."""
        for length in range(len(location), -1, -1):
            if location[:length] in self.positions:
                return self.positions[location[:length]]
        return (1, 1)

    def problem(self, location: Location, message: str, expected: str = "", tip: str = "") -> Problem:
        """A problem at a value of this file."""
        line, column = self.position(location)
        return Problem(self.path, line, column, field_name(location), message, expected, tip)


def field_name(location: Location) -> str:
    """The path of a field as editors read it: aktoerer[2].navn, counted from 1."""
    name = ""
    for step in location:
        word = step if isinstance(step, int) else " ".join(step.split())[:60]
        name += f"[{word + 1}]" if isinstance(word, int) else f".{word}" if name else word
    return name


def read_source(file: Path, name: str) -> Source:
    """One YAML file; every fault of its form is in the result's problems."""
    text, problems = read_text(file, name)
    return Source(name, text, problems=problems) if problems else parse(text, name)


@lru_cache(maxsize=500)
def parse(text: str, name: str, first_line: int = 1) -> Source:
    """YAML text whose first line is line first_line of the file called name; the same text is read once."""
    shift = first_line - 1
    try:
        walk = _Walk(name, shift, text)
        data = walk.document()
    except _StopError:
        data = None
    except yaml.MarkedYAMLError as error:
        return Source(name, text, problems=(*walk.problems, syntax_problem(name, text, error, shift)))
    except (yaml.YAMLError, ValueError):
        message, tip = "filen indeholder tegn, som YAML ikke tillader", "Slet det usynlige tegn."
        return Source(name, text, problems=(Problem(name, first_line, 1, "", message, "almindelig tekst", tip),))
    return Source(name, text, data, walk.positions, walk.key_positions, tuple(walk.problems))


class _StopError(Exception):
    """The rest of the file is not worth reading."""


class _Walk:
    """Turns the parser's events into values and notes where each stands."""

    def __init__(self, name: str, shift: int, text: str) -> None:
        self.name, self.shift, self.first_line, self.text = name, shift, shift + 1, text
        self.lines = text.split("\n")
        self.may_be_cut = " #" in text or "\t#" in text
        self.positions: dict[Location, Position] = {}
        self.key_positions: dict[Location, Position] = {}
        self.problems: list[Problem] = []
        self.next = PARSER(text).get_event

    def document(self) -> Any:
        """The values of the only document."""
        self.next()
        if not isinstance(self.next(), yaml.DocumentStartEvent):
            tip = "Kopiér skabelonen eller en anden fil i mappen, og ret i den."
            self._fault(1, 1, (), "filen er tom", "mindst ét felt", tip)
            raise _StopError
        data = self._value(self.next(), ())
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            tip = "Slet linjen med --- inde i filen, eller del den i to filer."
            self._fault(*self._place(event), (), "filen indeholder flere dokumenter (---)", "én fil, ét dokument", tip)
        return data

    def _place(self, event: Any) -> Position:
        mark = event.start_mark
        return mark.line + 1 + self.shift, mark.column + 1

    def _fault(self, line: int, column: int, where: Location, message: str, expected: str, tip: str) -> None:
        self.problems.append(Problem(self.name, line, column, field_name(where), message, expected, tip))

    def _value(self, event: Any, location: Location) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            self._refuse(event, location)
        mark = event.start_mark
        self.positions[location] = mark.line + self.first_line, mark.column + 1
        if kind is yaml.ScalarEvent:
            return self._scalar(event, location)
        if kind is yaml.AliasEvent:
            return "-"
        if len(location) >= MAX_DEPTH:
            message, tip = "filen er indrykket i alt for mange niveauer", "Sammenlign med en anden fil i mappen."
            self._fault(*self._place(event), (), message, f"højst {MAX_DEPTH} niveauer", tip)
            raise _StopError
        return self._mapping(location) if kind is yaml.MappingStartEvent else self._sequence(location)

    def _refuse(self, event: Any, location: Location) -> None:
        """Name the marks that make one value stand in two places, or be something else than it looks."""
        place = self._place(event)
        if event.anchor is not None:
            mark = "*" if type(event) is yaml.AliasEvent else "&"
            self._fault(*place, location, f"{ANCHOR}: {quoted(f'{mark}{event.anchor}')}", "selve teksten", QUOTE_TIP)
        if getattr(event, "tag", None) is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._fault(
                *place, location, f"mærket {tag} må ikke bruges", "selve værdien", "Slet mærket med udråbstegn."
            )

    def _scalar(self, event: Any, location: Location) -> str:
        text = str(event.value)
        if not event.style and text:
            if self.may_be_cut:
                self._check_comment(event, location)
        elif event.style == '"' and (hidden := invisible_name(text)):
            message = f"koden efter \\ giver et usynligt tegn ({hidden})"
            self._fault(*self._place(event), location, message, "almindelig tekst", "Slet koden.")
            return "-"
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def _check_comment(self, event: Any, location: Location) -> None:
        """A text that holds " #" is cut there without a word, so it must be told."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest and rest.lstrip().startswith("#"):
            message = f"{quoted(rest.strip())} bliver ikke læst med: YAML regner det for en bemærkning"
            tip = 'Sæt hele teksten i "citationstegn", eller flyt bemærkningen til en linje for sig.'
            place = (end.line + 1 + self.shift, end.column + 1 + len(rest) - len(rest.lstrip()))
            self._fault(*place, location, message, 'tekst med # i citationstegn, fx "C# og F#"', tip)

    def _sequence(self, location: Location) -> list[Any]:
        values: list[Any] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            values.append(self._value(event, (*location, len(values))))
        return values

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                tip = 'Sæt tekst med { eller [ i "citationstegn".'
                message, expected = "et feltnavn skal være et enkelt ord", "feltnavn, kolon, værdi"
                self._fault(*self._place(event), location, message, expected, tip)
                self._skip(event)
                self._skip(self.next())
                continue
            key = event.value
            here = (*location, key)
            if key in values:
                message = f"feltet står to gange (første gang på linje {self.key_positions[here][0]})"
                tip = "Behold den ene, og slet den anden."
                self._fault(*self._place(event), here, message, "hvert felt én gang", tip)
                self._skip(self.next())
                continue
            self.key_positions[here] = self._place(event)
            values[key] = self._value(self.next(), here)
        return values

    def _skip(self, event: Any) -> None:
        """Read past a value that has no place in the result."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if not depth:
                return
            event = self.next()
