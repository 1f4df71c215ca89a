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


def test_pyyamls_own_parser_gives_the_same() -> None:
    """Where PyYAML was built without libyaml."""
    text = "a: x\n b: y\n"
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, Loader=yaml.SafeLoader)
    assert parse(text, "a.yml").problems == (syntax_problem("a.yml", text, caught.value, 0),)


def test_a_fault_without_a_place_stands_first() -> None:
    assert syntax_problem("a.md", "x", yaml.MarkedYAMLError(problem="andet"), 1).line == 2
