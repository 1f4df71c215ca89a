"""Reads a clause type: front matter and one "## Titel {#id}" section per variant, as one Source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from macros.ground.problem import Problem
from macros.reading.source_text import read_text
from macros.reading.yaml_source import Location, Position, Source, parse

_HEADING = re.compile(r"^## +(?P<titel>.+?) *\{#(?P<id>[^}\s]*)\} *$")
_HEAD_TIP = "Skriv ## foran variantens titel og {#id} efter."
_FITS = re.compile(r"^Passer når: *(?P<tekst>.*)$")


def read_clause(file: Path, name: str) -> Source:
    """One clause file; variants stand under the key varianter, each with its position."""
    text, problems = read_text(file, name)
    return Source(name, problems=problems) if problems else parse_clause(text, name)


def parse_clause(text: str, name: str) -> Source:
    """The text of a clause file called name."""
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
        tip = "Se en anden fil i mappen: --- øverst, felterne, --- og derefter varianterne."
        return Source(
            name,
            text,
            problems=(Problem(name, 1, 1, "", "filens hoved med felter mangler", "--- først", tip),),
        )
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    head = parse("\n".join(lines[1:end]), name, first_line=2)
    if head.problems or not isinstance(head.data, dict):
        return head if head.problems else Source(name, text, data=head.data, positions=head.positions)
    variants, positions, faults = _variants(lines, end + 1, name)
    return Source(
        name, text, {**head.data, "varianter": variants}, {**head.positions, **positions},
        head.key_positions, tuple(faults),
    )  # fmt: skip


def _variants(
    lines: list[str], start: int, name: str
) -> tuple[list[dict[str, Any]], dict[Location, Position], list[Problem]]:
    variants: list[dict[str, Any]] = []
    positions: dict[Location, Position] = {("varianter",): (start + 1, 1)}
    faults: list[Problem] = []
    for number, line in enumerate(lines[start:], start + 1):
        heading = _HEADING.match(line)
        fits = _FITS.match(line)
        if heading:
            here: Location = ("varianter", len(variants))
            for location in (here, (*here, "titel"), (*here, "id")):
                positions[location] = (number, 1)
            variants.append({"id": heading["id"], "titel": heading["titel"], "tekst": ""})
        elif line.startswith("#"):
            faults.append(Problem(name, number, 1, "", "overskriften kan ikke læses", "## Titel {#id}", _HEAD_TIP))
        elif not variants:
            if line.strip():
                faults.append(Problem(name, number, 1, "", "tekst før den første variant", "## Titel {#id}", _HEAD_TIP))
        elif fits and "passer_naar" not in variants[-1]:
            variants[-1]["passer_naar"] = fits["tekst"]
            positions["varianter", len(variants) - 1, "passer_naar"] = (number, 1)
        else:
            if line.strip() and not variants[-1]["tekst"].strip():
                positions["varianter", len(variants) - 1, "tekst"] = (number, 1)
            variants[-1]["tekst"] += line + "\n"
    return variants, positions, faults
