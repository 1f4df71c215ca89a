"""YAML text to plain values with a position for every field; knows nothing of what the fields mean.

Every scalar stays text (0101, 12:30 and nej survive), and what makes YAML treacherous is refused: repeated
keys, anchors, aliases, tags, several documents, invisible characters. See "YAML" in README's glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.problem import Problem

MAX_BYTES = 2_000_000
Location = tuple[str | int, ...]
Position = tuple[int, int]

_INVISIBLE = {
    "\u00a0": "hårdt mellemrum", "\u00ad": "blød bindestreg", "\u0085": "usynligt linjeskift",
    "\u200b": "nulbredde-mellemrum", "\u200c": "usynligt tegn", "\u200d": "usynligt tegn",
    "\u2028": "usynligt linjeskift", "\u2029": "usynligt linjeskift", "\u2060": "usynligt tegn",
    "\ufeff": "usynligt tegn", "\u202a": "skjult skriveretning", "\u202b": "skjult skriveretning",
    "\u202c": "skjult skriveretning", "\u202d": "skjult skriveretning", "\u202e": "skjult skriveretning",
    "\u2066": "skjult skriveretning", "\u2067": "skjult skriveretning", "\u2068": "skjult skriveretning",
    "\u2069": "skjult skriveretning",
}  # fmt: skip

_INVISIBLE_PATTERN = re.compile(f"[{''.join(_INVISIBLE)}\x00-\x08\x0b-\x1f\x7f-\x9f]")


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
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


class _TextLoader(yaml.SafeLoader):
    """A loader that leaves every scalar as the text that was written."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's own attribute)

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse anchors and aliases before they can make one value stand in two places."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None):
            raise yaml.composer.ComposerError(None, None, "anchor or alias", event.start_mark)
        return super().compose_node(parent, index)


def read_text(file: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file in NFC with plain line ends, and what is wrong with its bytes."""
    try:
        data = file.read_bytes()
    except OSError:
        return "", (Problem(name, 1, 1, "", "filen kan ikke læses", tip="Tjek, at filen findes og må læses."),)
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.1f}".replace(".", ",")
        return "", (Problem(name, 1, 1, "", f"filen fylder {size} MB", "højst 2 MB", "Del indholdet i flere filer."),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        tip = "Gem filen igen med tegnkodningen UTF-8, så æ, ø og å bliver læst rigtigt."
        return "", (Problem(name, line, column, "", "filen er ikke gemt som UTF-8", "UTF-8", tip),)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text, tuple(_invisible_characters(name, text))


def _invisible_characters(name: str, text: str) -> Iterator[Problem]:
    for found in _INVISIBLE_PATTERN.finditer(text):
        char, at = found[0], found.start()
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        what = _INVISIBLE.get(char, "styretegn")
        tip = "Slet tegnet, og skriv et almindeligt mellemrum, hvis der skal stå et."
        yield Problem(name, line, column, "", f"usynligt tegn ({what}, U+{ord(char):04X})", tip=tip)


def read_source(file: Path, name: str) -> Source:
    """One YAML file; every fault of its form is in the result's problems."""
    text, problems = read_text(file, name)
    return Source(name, text, problems=problems) if problems else parse(text, name)


@lru_cache(maxsize=20_000)
def parse(text: str, name: str, first_line: int = 1) -> Source:
    """YAML text whose first line is line first_line of the file called name; the same text is read once."""
    shift = first_line - 1
    try:
        loader = _TextLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        return Source(name, text, problems=(_syntax_problem(name, error, shift),))
    except (yaml.YAMLError, ValueError):
        message = "filen indeholder tegn, som YAML ikke tillader"
        return Source(name, text, problems=(Problem(name, first_line, 1, "", message),))
    except RecursionError:
        message = "filen er indrykket i alt for mange niveauer"
        return Source(name, text, problems=(Problem(name, first_line, 1, "", message),))
    walk = _Walk(name, shift)
    if node is None:
        return Source(name, text, problems=(Problem(name, first_line, 1, "", "filen er tom", "mindst ét felt"),))
    try:
        data = walk.value(node, ())
    except RecursionError:
        message = "filen er indrykket i alt for mange niveauer"
        return Source(name, text, problems=(Problem(name, first_line, 1, "", message),))
    return Source(name, text, data, walk.positions, walk.key_positions, tuple(walk.problems))


class _Walk:
    """Turns nodes into values and notes where each stands."""

    def __init__(self, name: str, shift: int) -> None:
        self.name, self.shift = name, shift
        self.positions: dict[Location, Position] = {}
        self.key_positions: dict[Location, Position] = {}
        self.problems: list[Problem] = []

    def _place(self, node: yaml.Node) -> Position:
        return node.start_mark.line + 1 + self.shift, node.start_mark.column + 1

    def _fault(self, node: yaml.Node, location: Location, message: str, tip: str) -> None:
        line, column = self._place(node)
        self.problems.append(Problem(self.name, line, column, field_name(location), message, tip=tip))

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.positions[location] = self._place(node)
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rsplit(":", 1)[1] not in (
            "str",
            "map",
            "seq",
        ):
            self._fault(node, location, f"mærket {node.tag} må ikke bruges", "Slet mærket med udråbstegn.")
            return ""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, index)) for index, item in enumerate(node.value)]
        return node.value.strip() if getattr(node, "style", None) is None else node.value

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(
                    key_node,
                    location,
                    "et feltnavn skal være et enkelt ord",
                    "Sæt tekst med { i citationstegn.",
                )
                continue
            key = str(key_node.value)
            here = (*location, key)
            if key in values:
                first = self.key_positions[here][0]
                message = f"feltet står to gange (første gang på linje {first})"
                self._fault(key_node, here, message, "Behold den ene, og slet den anden.")
                continue
            self.key_positions[here] = self._place(key_node)
            values[key] = self.value(value_node, here)
        return values


_SYNTAX = (
    (
        "mapping values are not allowed",
        "et kolon midt i teksten forvirrer YAML",
        'Sæt hele teksten i "citationstegn", eller skriv den som blok med | på linjen før.',
    ),
    (
        "cannot start any token",
        "et tegn kan ikke stå først på linjen her",
        'Brug mellemrum i stedet for tabulator, og sæt tekst med særlige tegn i "citationstegn".',
    ),
    (
        "could not find expected ':'",
        "der mangler et kolon efter feltnavnet",
        "Skriv feltnavn, kolon og mellemrum: titel: …",
    ),
    ("anchor or alias", "& og * først i en værdi har en særlig betydning i YAML", 'Sæt teksten i "citationstegn".'),
    (
        "expected <block end>",
        "indrykningen passer ikke med linjerne over",
        "Ryk linjen ind, så den flugter med de andre.",
    ),
    ("expected a single document", "filen indeholder flere dokumenter (---)", "Slet linjen med --- inde i filen."),
    (
        "found unexpected end of stream",
        "et citationstegn er aldrig lukket",
        "Sæt et citationstegn, hvor teksten slutter.",
    ),
)


def _syntax_problem(name: str, error: yaml.MarkedYAMLError, shift: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1 + shift, mark.column + 1) if mark else (1 + shift, 1)
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, message, tip in _SYNTAX:
        if sign in said:
            return Problem(name, line, column, "", message, tip=tip)
    tip = "Sammenlign med en anden fil i mappen: mellemrum efter kolon, samme indrykning, citationstegn i par."
    return Problem(name, line, column, "", "filen er ikke gyldig YAML her", tip=tip)
