"""What the YAML parser stumbled over, in Danish: at the place where an editor can mend it."""

from __future__ import annotations

from typing import Any

import yaml

from macros.ground.problem import Problem
from macros.model.fields import quoted

_QUOTE = 'Sæt hele teksten i "citationstegn".'
ANCHOR = "& og * først i en værdi har en særlig betydning i YAML"
QUOTE_TIP = 'Sæt teksten i "citationstegn".'
# What the parser says, what we say, what is expected, how to mend it, and whether the place is where it began.
_SYNTAX: tuple[tuple[str, str, str, str, bool], ...] = (
    (
        "mapping values are not allowed", "et kolon midt i teksten forvirrer YAML",
        'tekst med kolon i citationstegn, fx titel: "Aftale: del 1"',
        'Sæt hele teksten i "citationstegn", eller skriv den som blok med | på linjen før.', False,
    ),
    (
        "cannot start any token", "et tegn kan ikke stå først på linjen her", "mellemrum som indrykning",
        'Brug mellemrum i stedet for tabulator, og sæt tekst med særlige tegn i "citationstegn".', False,
    ),
    (
        "could not find expected ':'", "der mangler et kolon efter feltnavnet", "feltnavn, kolon og mellemrum",
        "Skriv feltnavn, kolon og mellemrum: titel: …", True,
    ),
    ("expected alphabetic or numeric character", ANCHOR, "tekst i citationstegn", QUOTE_TIP, True),
    (
        "entries are not allowed", "en bindestreg kan ikke stå efter kolon på samme linje", "listen på linjen under",
        "Sæt bindestregen på næste linje, rykket ind.", False,
    ),
    ("expected node content", "her mangler en værdi", "en værdi efter kolon eller bindestreg",
     'Skriv værdien, eller sæt tekst med særlige tegn i "citationstegn".', True),
    ("flow sequence", "en kantet parentes er ikke lukket rigtigt", "[en, to]",
     "Skriv ] til sidst, og komma mellem værdierne.", True),
    ("flow mapping", "en krøllet parentes er ikke lukket rigtigt", "tekst i citationstegn",
     'Sæt tekst med { i "citationstegn".', True),
    ("block scalar", "der står noget på linjen efter | eller >", "teksten på linjerne under, rykket ind",
     "Flyt teksten ned på næste linje, og ryk den ind.", False),
    ("found unexpected end of stream", "et citationstegn er aldrig lukket", "citationstegn i par",
     "Sæt et citationstegn, hvor teksten slutter.", True),
    ("unknown escape character", "en omvendt skråstreg i citationstegn har en særlig betydning",
     "tekst uden omvendt skråstreg", "Skriv skråstregen to gange, eller brug 'enkelte citationstegn'.", False),
    ("invalid Unicode character escape", "koden efter den omvendte skråstreg er ikke et tegn", "selve tegnet",
     "Skriv tegnet selv i stedet for koden.", False),
)  # fmt: skip
_INDENT = (
    "indrykningen passer ikke med linjerne over",
    "samme indrykning som felterne omkring",
    "Ryk linjen ind, så den flugter med de andre.",
)
_AFTER_QUOTE = (
    "der står noget efter det sidste citationstegn",
    "al teksten mellem to citationstegn",
    "Flyt det sidste citationstegn til sidst på linjen.",
)
_OTHER_TIP = "Sammenlign med en anden fil i mappen: mellemrum efter kolon, samme indrykning, citationstegn i par."


def syntax_problem(name: str, text: str, error: yaml.MarkedYAMLError, shift: int) -> Problem:
    """The fault as a problem; shift is how many lines of the file stand above the text."""
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, message, expected, tip, where_it_began in _SYNTAX:
        if sign in said:
            mark = (error.context_mark if where_it_began else None) or error.problem_mark or error.context_mark
            return _at(name, text, mark, shift, message, expected, tip)
    mark = error.problem_mark or error.context_mark
    if "did not find expected" in said or "expected <block end>" in said:
        words = _INDENT if mark is None or not _before(text, mark).strip() else _AFTER_QUOTE
        return _at(name, text, mark, shift, *words)
    return _at(name, text, mark, shift, "filen er ikke gyldig YAML her", "YAML som i de andre filer", _OTHER_TIP)


def _before(text: str, mark: Any) -> str:
    """What stands on the line before the place."""
    lines = text.split("\n")
    return lines[mark.line][: mark.column] if mark.line < len(lines) else ""


def _at(name: str, text: str, mark: Any, shift: int, message: str, expected: str, tip: str) -> Problem:
    if mark is None:
        return Problem(name, 1 + shift, 1, "", message, expected, tip)
    lines = text.rstrip("\n").split("\n")
    number, column = mark.line, mark.column
    if number >= len(lines):  # after the end of the file, where nobody can mend anything
        number, column = len(lines) - 1, len(lines[-1])
    line = lines[number].strip()
    said = f"{message}: {quoted(line)}" if line else message
    return Problem(name, number + 1 + shift, column + 1, "", said, expected, tip)
