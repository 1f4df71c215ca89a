"""What an editor reads when a file does not fit its model."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.vocabulary_model import Term
from macros.reading.faults import check_model, nearest
from macros.reading.yaml_source import parse
from tests.examples import AGREEMENT, CASE, changed, to_yaml


def said_of(kind: Any, example: dict[str, Any], **changes: Any) -> list[str]:
    """What is said of an example with changes."""
    _, problems = check_model(parse(to_yaml(changed(example, changes)), "a.yml"), kind)
    return [str(problem) for problem in problems]


def test_the_examples_are_right() -> None:
    assert said_of(Case, CASE) == said_of(Agreement, AGREEMENT) == []


def test_a_mistyped_field_is_recognised() -> None:
    (text,) = said_of(Case, CASE, finasiering="Staten betaler.")
    assert ": finasiering: ukendt felt" in text
    assert "Tip: Mente du »finansiering«?" in text


def test_a_strange_field_gets_the_list_of_fields() -> None:
    (text,) = said_of(Case, CASE, aktoerer=[{"navn": "Havnen", "type": "virksomhed", "zzz": "x"}])
    assert "aktoerer[1].zzz: ukendt felt" in text
    assert "Tip: Felterne her er: navn, type, rolle." in text


def test_the_position_is_that_of_the_field_itself() -> None:
    _, (problem,) = check_model(parse("id: a\nnavn: A\nbeskrivelse: x\nnvn: y\n", "a.yml"), Term)
    assert (problem.line, problem.column) == (4, 1)


def test_a_missing_field_says_what_it_is_for_and_how_it_looks() -> None:
    (text,) = said_of(Case, CASE, gennemgaaet=None)
    assert "a.yml:1:1: gennemgaaet: feltet mangler" in text
    assert "forventet: Dagen, hvor nogen sidst holdt casen op mod kilden" in text
    assert "Tip: Tilføj linjen, fx gennemgaaet: 2026-11-22" in text


def test_a_field_missing_deep_down_is_placed_at_its_group() -> None:
    (text,) = said_of(Agreement, AGREEMENT, klausuler={"opsigelse": {"tekst": "x"}})
    assert "klausuler.opsigelse.findes: feltet mangler" in text
    assert not text.startswith("a.yml:1:1:")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"aktoerer": "Havnen"}, "aktoerer: her står teksten »Havnen« (forventet: en liste)"),
        ({"aktoerer": ["Havnen"]}, "aktoerer[1]: her står teksten »Havnen« (forventet: en gruppe af felter)"),
        ({"brancher": {"a": "b"}}, "brancher: her står en gruppe af felter (forventet: en liste)"),
        ({"kilde": "side 9"}, "kilde: her står teksten »side 9« (forventet: en gruppe af felter)"),
        ({"kilde": ["side 9"]}, "kilde: her står en liste (forventet: en gruppe af felter)"),
        ({"kilde": ""}, "kilde: her står ingenting (forventet: en gruppe af felter)"),
        ({"kort": ["a"]}, "kort: her står en liste (forventet: tekst)"),
        ({"kort": ""}, "kort: feltet er tomt (forventet: tekst)"),
        ({"noegletal": [{"tal": "mange", "enhed": "x", "hvad": "y"}]}, "noegletal[1].tal: »mange« er ikke et tal"),
        ({"kommuner": ["Fanø"]}, "kommuner[1]: »Fanø« er ikke et gyldigt id"),
    ],
)
def test_the_wrong_shape(changes: dict[str, Any], said: str) -> None:
    (text,) = said_of(Case, CASE, **changes)
    assert said in text


def test_all_faults_of_a_file_come_at_once() -> None:
    assert len(said_of(Case, CASE, kort=None, nummer="tolv", zzz="x", kilde="x")) == 4


def test_a_wrong_key_in_a_group_is_a_fault_of_the_key() -> None:
    (text,) = said_of(Agreement, AGREEMENT, klausuler={"Op sigelse": {"findes": "nej"}})
    assert "klausuler.Op sigelse: »Op sigelse« er ikke et gyldigt id" in text


def test_a_list_of_rows_is_checked_row_by_row() -> None:
    source = parse("- id: a\n  navn: A\n  beskrivelse: x\n- id: b\n  nvn: B\n  beskrivelse: y\n", "a.yml")
    rows, problems = check_model(source, tuple[Term, ...])
    assert rows is None
    assert {problem.field for problem in problems} == {"[2].navn", "[2].nvn"}
    assert "Mente du »navn«?" in {problem.tip for problem in problems}


@pytest.mark.parametrize(
    ("word", "tip"), [("ledge", "Mente du »ledige«?"), ("ledige", "Mente du »ledige«?"), ("xyz", "")]
)
def test_the_nearest_word(word: str, tip: str) -> None:
    assert nearest(word, ("unge", "ledige")) == tip


def test_among_very_many_words_only_those_like_it_are_looked_at() -> None:
    """A first letter that is wrong, or four letters too many, is not looked for among thousands."""
    few, many = [f"ord{number}" for number in range(299)], [f"ord{number}" for number in range(300)]
    for words, tip in (([*few, "ledige"], "Mente du »ledige«?"), ([*many, "ledige"], "")):
        assert nearest("xedige", words) == tip
    assert nearest("ledig", [*many, "ledige"]) == "Mente du »ledige«?"
    assert nearest("ledi", [*many, "ledigei"]) == "Mente du »ledigei«?"
    assert nearest("ledige", [*many, "ledigeledi"]) == "" != nearest("ledige", ["ledigeledi"])


def test_each_part_of_a_place_is_told() -> None:
    """Field, line and column of a fault deep down, of an unknown key and of a missing one."""
    source = parse("a: x\nled:\n  - navn: y\n    nvn: z\n", "a.yml")

    class Part(BaseModel):
        model_config = ConfigDict(extra="forbid")
        navn: str
        rolle: str

    class Whole(BaseModel):
        a: str
        led: tuple[Part, ...]

    _, problems = check_model(source, Whole)
    assert [(problem.line, problem.column, problem.field, problem.message) for problem in problems] == [
        (3, 5, "led[1].rolle", "feltet mangler"),
        (4, 5, "led[1].nvn", "ukendt felt"),
    ]
    assert problems[0].tip == "Tilføj linjen rolle: …" and problems[0].expected == ""
    assert problems[1].tip == "Mente du »navn«?" and problems[1].expected == "et af modellens felter"


def test_a_field_missing_in_a_group_has_the_words_of_the_group() -> None:
    (text,) = said_of(Case, CASE, kilde={"side": "9"})
    assert "kilde.udgivelse: feltet mangler" in text and "Tip: Tilføj linjen, fx udgivelse: " in text


def test_the_fields_of_a_group_are_known_however_deep_it_lies() -> None:
    class Leaf(BaseModel):
        model_config = ConfigDict(extra="forbid")
        grad: str

    class Branch(BaseModel):
        blade: tuple[Leaf, ...]
        krone: dict[str, Leaf]

    class Tree(BaseModel):
        grene: tuple[Branch, ...]

    text = "grene:\n  - blade:\n      - grad: x\n        grat: y\n    krone:\n      a:\n        graad: z\n"
    _, problems = check_model(parse(text, "a.yml"), Tree)
    assert [(problem.field, problem.line, problem.tip) for problem in problems] == [
        ("grene[1].blade[1].grat", 4, "Mente du »grad«?"),
        ("grene[1].krone.a.grad", 7, "Tilføj linjen grad: …"),
        ("grene[1].krone.a.graad", 7, "Mente du »grad«?"),
    ]
    (said,) = said_of(Case, CASE, kilde=CASE["kilde"] | {"sidee": "9"})
    assert "Tip: Mente du »side«?" in said


def test_what_has_no_words_of_ours_is_still_answered() -> None:
    _, (problem,) = check_model(parse("tal: x\n", "a.yml"), dict[str, int])
    assert (problem.line, problem.column, problem.field) == (1, 6, "tal")
    assert problem.message == "værdien »x« kan ikke bruges her" and problem.tip == "Se siden /bidrag/felter/."
    value, problems = check_model(parse("tal: 3\n", "a.yml"), dict[str, int])
    assert (value, problems) == ({"tal": 3}, ())


YAML_LIKE = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*CASE, "zzz"]), inner, max_size=4),
)


@given(YAML_LIKE)
def test_whatever_stands_in_a_file_is_answered_in_danish(data: Any) -> None:
    for text in said_of(Case, {}, **data) if isinstance(data, dict) else said_of(Case, CASE, kilde=data):
        assert "kan ikke bruges her" not in text
        assert not any(word in text for word in ("Input", "should", "Field", "valid "))
