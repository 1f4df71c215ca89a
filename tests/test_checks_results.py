"""The rules of charts, the effects' figures and notes: each seen to fail, and to let a near miss pass."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.checks_results import (
    MAX_LABEL,
    check_charts,
    check_effect_figures,
    check_figures_have_own_ids,
    check_since_notes,
)
from macros.model.chart_model import Chart
from macros.model.vocabulary_model import Effect, ResultType, SinceNote
from macros.reading.yaml_source import Source, parse
from tests.examples import case, to_yaml


def figure(name: str, number: str, **more: str) -> dict[str, str]:
    """A key figure of the example case."""
    return {"id": name, "tal": number, "enhed": "lodser", "hvad": "Lodser i job", **more}


FIGURES = [figure("alle", "10"), figure("unge", "4"), figure("gamle", "6"), figure("haab", "99", art="maal")]


def rows(kind: type[Any], *data: dict[str, Any]) -> list[tuple[Source, int, Any]]:
    """A list of rows, as the reader of files makes it."""
    source = parse(to_yaml(list(data)), "cases/_liste.yml")
    assert not source.problems
    return [(source, index, kind.model_validate(item)) for index, item in enumerate(data)]


def chart(bar: dict[str, Any], owner: str = "lodser-i-nordby") -> list[str]:
    """What is wrong with a chart of one bar."""
    data = {
        "id": "x", "case": owner, "titel": "T", "forklaring": "F",
        "felter": [{"navn": "N", "soejler": [{"noegletal": "alle", "navn": "lodser", **bar}]}],
    }  # fmt: skip
    return [str(problem) for problem in check_charts(rows(Chart, data), [case(noegletal=FIGURES)])]


YOUNG, OLD = {"noegletal": "unge", "navn": "unge"}, {"noegletal": "gamle", "navn": "gamle"}
BAR = "[1].felter[1].soejler[1]"


@pytest.mark.parametrize(
    ("bar", "said"),
    [
        ({}, ""),
        ({"dele": [YOUNG, OLD]}, ""),
        ({"dele": [YOUNG], "rest": "resten er ukendt"}, ""),
        ({"dele": [YOUNG]}, f"{BAR}.dele: delene er kun 4 af 10"),
        ({"dele": [YOUNG, OLD, OLD]}, f"{BAR}.dele: delene er 16 tilsammen, men tallet er 10"),
        ({"dele": [YOUNG, OLD], "rest": "resten"}, f"{BAR}.rest: her er ingen rest"),
        ({"rest": "resten"}, f"{BAR}.rest: her er ingen rest"),
        ({"noegletal": "all"}, f"{BAR}.noegletal: casen har intet nøgletal med id »all«"),
        ({"navn": "x" * MAX_LABEL}, ""),
        ({"navn": "x" * (MAX_LABEL + 1)}, f"{BAR}.navn: teksten er på 45 tegn"),
        ({"dele": [YOUNG], "rest": "x" * 45}, f"{BAR}.rest: teksten er på 45 tegn"),
    ],
)  # fmt: skip
def test_a_chart_shows_the_cases_own_figures(bar: dict[str, Any], said: str) -> None:
    found = chart(bar)
    assert len(found) == bool(said), found
    assert said in "".join(found)


def test_a_part_that_is_not_there_is_named_where_it_stands() -> None:
    (problem,) = chart({"dele": [{**YOUNG, "noegletal": "unger"}, OLD]})
    assert f"{BAR}.dele[1].noegletal" in problem


def test_a_chart_of_an_unknown_case_is_left_to_the_references() -> None:
    assert chart({"noegletal": "findes-ikke"}, owner="findes-ikke") == []


def effect(**pointer: str) -> list[str]:
    """What is wrong with an effect that names one figure."""
    data = {"id": "adgang", "navn": "A", "beskrivelse": "B", "side": "8"}
    kinds = rows(ResultType, {**data, "id": "opkvalificering-til-brancher", "effekt": "adgang"})
    item = {"case": "lodser-i-nordby", "noegletal": "alle", **pointer}
    named = rows(Effect, {**data, "tal": [item]})
    shows = pointer.pop("shows", "opkvalificering-til-brancher")
    return [
        str(found) for found in check_effect_figures(named, kinds, [case(noegletal=FIGURES, resultattyper=[shows])])
    ]


def test_an_effect_names_counted_figures_of_cases_that_show_it() -> None:
    assert effect() == []
    assert "casen har intet nøgletal med id »al«" in effect(noegletal="al")[0]
    assert "tallet er et mål eller et skøn" in effect(noegletal="haab")[0]
    assert effect(case="findes-ikke") == []


def test_an_effect_does_not_borrow_figures_from_other_cases() -> None:
    data = {"id": "skole", "navn": "S", "beskrivelse": "B", "side": "8"}
    kinds = rows(ResultType, {**data, "id": "innovative-kompetencer", "effekt": "skole"})
    named = rows(Effect, {**data, "tal": [{"case": "lodser-i-nordby", "noegletal": "alle"}]})
    (problem,) = check_effect_figures(named, kinds, [case(noegletal=FIGURES)])
    assert problem.message == "»lodser-i-nordby« har ingen af effektens resultattyper"


def test_figures_have_ids_of_their_own() -> None:
    assert list(check_figures_have_own_ids(*case(noegletal=FIGURES))) == []
    assert list(check_figures_have_own_ids(*case())) == []
    (problem,) = check_figures_have_own_ids(*case(noegletal=[*FIGURES, figure("alle", "11")]))
    assert problem.field == "noegletal[5].id"


@pytest.mark.parametrize(("name", "said"), [("Havnen", ""), ("Havn", "»Havn« står ikke i nogen case"), ("havnen", "")])
def test_a_note_is_about_something_that_a_case_names(name: str, said: str) -> None:
    note = {
        "id": "havnen-er-solgt", "emne": "E", "tekst": "T", "navne": [name], "dato": "2026-11-22",
        "kilde": "K", "adresse": "https://eksempel.dk/",
    }  # fmt: skip
    found = [problem.message for problem in check_since_notes(rows(SinceNote, note), [case()])]
    assert found == ([said] if said else [])
