"""What the parser stumbled over, in Danish, at the place where it can be mended."""

from __future__ import annotations

import pytest
import yaml

from macros.reading.yaml_source import parse
from macros.reading.yaml_syntax import syntax_problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: x\nb\nc: y\n", "a.yml:2:1: der mangler et kolon efter feltnavnet: »b«"),
        ('a: x\nb: "y\nc: z\n', 'a.yml:2:4: et citationstegn er aldrig lukket: »b: "y«'),
        ("a: [x\nb: y\n", "a.yml:1:4: en kantet parentes er ikke lukket rigtigt: »a: [x«"),
        ("a: {x: y\nb: y\n", "a.yml:1:4: en krøllet parentes er ikke lukket rigtigt: »a: {x: y«"),
        ("a: |x\n  y\n", "a.yml:1:5: der står noget på linjen efter | eller >: »a: |x«"),
        ("a:\n  - x\n b: y\n", "a.yml:3:2: indrykningen passer ikke med linjerne over: »b: y«"),
        ("%YAML 2.0\n---\na: x\n", "a.yml:1:1: filen er ikke gyldig YAML her: »%YAML 2.0«"),
    ],
)
def test_the_place_is_where_it_can_be_mended(text: str, said: str) -> None:
    (problem,) = parse(text, "a.yml").problems
    assert str(problem).startswith(said)
    assert problem.expected and problem.tip


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "expected"),
    [
        ("a: b: c\n", 3, 5, "et kolon midt i teksten", "tekst med kolon i citationstegn"),
        ("a:\n\tb: c\n", 4, 1, "et tegn kan ikke stå først på linjen", "mellemrum som indrykning"),
        ("a: `x`\n", 3, 4, "et tegn kan ikke stå først på linjen", "mellemrum som indrykning"),
        ("a: x\nb\nc: y\n", 4, 1, "der mangler et kolon efter feltnavnet", "feltnavn, kolon og mellemrum"),
        ("a: *\n", 3, 4, "& og * først i en værdi", "tekst i citationstegn"),
        ("a: & x\n", 3, 4, "& og * først i en værdi", "tekst i citationstegn"),
        ("a: - b\n", 3, 4, "en bindestreg kan ikke stå efter kolon", "listen på linjen under"),
        ("a: [\n", 3, 5, "her mangler en værdi", "en værdi efter kolon eller bindestreg"),
        ("a: ]\n", 3, 4, "her mangler en værdi", "en værdi efter kolon eller bindestreg"),
        ("a: [x\nb: y\n", 3, 4, "en kantet parentes er ikke lukket", "[en, to]"),
        ("a: [x, {b: c]\n", 3, 8, "en krøllet parentes er ikke lukket", "tekst i citationstegn"),
        ("a: >x\n y\n", 3, 5, "der står noget på linjen efter | eller >", "teksten på linjerne under"),
        ("a: |9999\n x\n", 3, 6, "der står noget på linjen efter | eller >", "teksten på linjerne under"),
        ('b: x\na: "x\\\n', 4, 4, "et citationstegn er aldrig lukket", "citationstegn i par"),
        ('a: "C:\\gemt"\n', 3, 7, "en omvendt skråstreg i citationstegn", "tekst uden omvendt skråstreg"),
        ('a: "\\ud83d"\n', 3, 7, "koden efter den omvendte skråstreg", "selve tegnet"),
        ("a: 'x' y\n", 3, 8, "der står noget efter det sidste citationstegn", "al teksten mellem to"),
        ("b: x\na: 'x' y\n", 4, 8, "der står noget efter det sidste citationstegn", "al teksten mellem to"),
        ('a: "x" y\n', 3, 8, "der står noget efter det sidste citationstegn", "al teksten mellem to"),
        ("a:\n  b: x\n c: y\n", 5, 2, "indrykningen passer ikke", "samme indrykning som felterne"),
        ("a: x\n- b\n", 4, 1, "indrykningen passer ikke", "samme indrykning som felterne"),
        ("a: x\n\n\n\tb: 1\n", 6, 1, "filen er ikke gyldig YAML her", "YAML som i de andre filer"),
        ("!<x\n", 3, 4, "filen er ikke gyldig YAML her", "YAML som i de andre filer"),
    ],
)
def test_each_fault_has_its_own_words_and_place(text: str, line: int, column: int, message: str, expected: str) -> None:
    """In a text that begins on the third line of its file."""
    (problem,) = parse(text, "a.yml", 3).problems
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.startswith(message) and problem.expected.startswith(expected)
    assert problem.tip and problem.field == "" and problem.path == "a.yml"


def test_a_fault_after_the_last_line_is_told_at_its_end() -> None:
    mark = yaml.Mark("", 0, 7, 3, None, None)
    told = syntax_problem("a.yml", "a: x\nb: yX\n\n", yaml.MarkedYAMLError(problem="andet", problem_mark=mark), 2)
    assert (told.line, told.column) == (4, 6) and "»b: yX«" in told.message


def test_a_fault_with_two_places_is_told_at_the_last_but_where_it_began() -> None:
    first, last = yaml.Mark("", 0, 0, 1, None, None), yaml.Mark("", 0, 1, 2, None, None)
    text = "a: x\nb: y\n"

    def place(said: str, *, begun: bool = True) -> tuple[int, int]:
        mark = first if begun else None
        told = syntax_problem(
            "a.yml", text, yaml.MarkedYAMLError(context_mark=mark, problem=said, problem_mark=last), 0
        )
        return told.line, told.column

    assert place("flow sequence") == (1, 2) and place("flow sequence", begun=False) == (2, 3)
    assert place("unknown escape character") == (2, 3) and place("andet") == (2, 3)
    only = yaml.MarkedYAMLError(context="did not find expected x", context_mark=first)
    assert syntax_problem("a.yml", text, only, 0).line == 1
    said = syntax_problem("a.yml", text, yaml.MarkedYAMLError(problem="expected <block end>"), 0)
    assert said.message.startswith("indrykningen passer ikke") and (said.line, said.column) == (1, 1)


def test_pyyamls_own_parser_gives_the_same() -> None:
    """Where PyYAML was built without libyaml."""
    text = "a: x\n b: y\n"
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, Loader=yaml.SafeLoader)
    assert parse(text, "a.yml").problems == (syntax_problem("a.yml", text, caught.value, 0),)


def test_a_fault_without_a_place_stands_first() -> None:
    assert syntax_problem("a.md", "x", yaml.MarkedYAMLError(problem="andet"), 1).line == 2
