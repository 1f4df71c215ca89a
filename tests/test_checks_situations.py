"""The rules of the questions about one's situation: each seen to fail, and to let a near miss pass."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.checks_situations import ANSWER_LISTS, REACHES, check_questions, check_values_are_reached
from macros.model.model_shape import references
from macros.model.vocabulary_model import Question
from macros.reading.yaml_source import parse
from tests.examples import changed, problems_in, to_yaml, write, write_example

ANSWER: dict[str, Any] = {
    "id": "skoler",
    "navn": "Skoler",
    "passer": "en skole er med",
    "passer_ikke": "kilden nævner ingen skole",
    "aktoertyper": ["grundskole"],
}
AREA: dict[str, Any] = {**ANSWER, "id": "overalt", "aktoertyper": None, "raekkevidde": list(REACHES)}
NAMES = {"temaer": {}, "maalgrupper": {}, "aktoertyper": {"grundskole": "Grundskole"}}


def problems(*answers: dict[str, Any], names: dict[str, dict[str, str]] | None = None) -> list[str]:
    """What is wrong with a question that has these answers."""
    data = {"id": "med", "navn": "Hvem?", "hjaelp": "Vælg.", "svar": [changed(answer, {}) for answer in answers]}
    source = parse(to_yaml([data]), "cases/_spoergsmaal.yml")
    row = (source, 0, Question.model_validate(data))
    return [
        str(problem).split("\n")[0]
        for rule in (check_questions([row]), check_values_are_reached([row], names or NAMES))
        for problem in rule
    ]


def test_a_question_that_is_right_passes() -> None:
    assert problems(ANSWER, AREA) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"temaer": ["skole-og-virksomhed"]}, "svaret peger på flere lister"),
        ({"aktoertyper": None}, "svaret peger ikke på noget"),
        ({"raekkevidde": ["hele-landet"], "aktoertyper": None}, "ukendt rækkevidde: »hele-landet«"),
        ({"passer": "En skole er med"}, "»En skole er med« kan ikke stå midt i en sætning"),
        ({"passer": "en skole er med."}, "»en skole er med.« kan ikke stå midt i en sætning"),
        ({"passer_ikke": "Der mangler en skole"}, "kan ikke stå midt i en sætning"),
    ],
)
def test_an_answer_that_is_wrong_is_told(changes: dict[str, Any], said: str) -> None:
    found = problems(ANSWER, {**AREA}, {**ANSWER, "id": "andre", **changes})
    assert len(found) == 1 and said in found[0]


def test_two_answers_of_a_question_have_ids_of_their_own() -> None:
    (said,) = problems(ANSWER, AREA, ANSWER)
    assert "»skoler« bruges til to svar" in said


@pytest.mark.parametrize("name", ["temaer", "maalgrupper", "aktoertyper"])
def test_a_value_that_no_answer_reaches_is_told(name: str) -> None:
    lists = {**NAMES, name: {**NAMES[name], "nyt": "Nyt"}}
    (said,) = problems(ANSWER, AREA, names=lists)
    assert f"intet svar fører til »nyt« fra {name}" in said


def test_a_size_of_area_that_no_answer_reaches_is_told() -> None:
    (said,) = problems(ANSWER, {**AREA, "raekkevidde": list(REACHES[:-1])})
    assert f"intet svar fører til »{REACHES[-1]}«" in said


def test_every_list_with_a_file_is_checked_for_unknown_ids() -> None:
    assert set(references(Question).values()) == set(ANSWER_LISTS) - {"raekkevidde"}


def test_an_unknown_id_is_told_with_its_place(tmp_path: Any) -> None:
    root = write_example(tmp_path)
    data = [{"id": "med", "navn": "Hvem?", "hjaelp": "Vælg.", "svar": [{**ANSWER, "aktoertyper": ["grundskoler"]}]}]
    write(root / "cases" / "_spoergsmaal.yml", to_yaml(data))
    said = [problem for problem in problems_in(root) if "grundskoler" in problem.message]
    assert [(problem.path, problem.line) for problem in said] == [("cases/_spoergsmaal.yml", 10)]
    assert "Mente du" in said[0].tip or "grundskole" in said[0].tip
