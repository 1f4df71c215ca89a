"""The questions of a new case: made from the model, answered in a person's way, and a right file at the end."""

from __future__ import annotations

from typing import Any

import pytest

from macros.editing.case_interview import AnswerError, Question, answer, case_file, questions, suggestion
from macros.library.content import Content
from macros.model.case_model import Case
from macros.reading.yaml_source import parse
from macros.sharing.case_files import names

ANSWERS: dict[str, Any] = {
    "titel": "Lodser i Nordby",
    "id": "lodser-i-nordby",
    "kort": "Kommunen og havnen lærer ledige op som lodser.",
    "tema": "specifikke-kompetencer",
    "kommuner": ["fanoe"],
    "aktoerer.navn": "Fanø Kommune",
    "aktoerer.type": "kommune",
    "brancher": ["industri-og-metal"],
    "maalgrupper": ["ledige"],
    "virkemidler": ["opkvalificering"],
    "resultattyper": ["opkvalificering-til-brancher"],
    "kilde.udgivelse": "kl-2018",
    "gennemgaaet": "2026-11-22",
}


@pytest.fixture
def asked(content: Content) -> dict[str, Question]:
    """The questions by key."""
    return {question.key: question for question in questions(names(content))}


def test_everything_that_must_be_there_is_asked_for(asked: dict[str, Question]) -> None:
    needed = {name for name, info in Case.model_fields.items() if info.is_required()}
    assert needed == {key.partition(".")[0] for key, question in asked.items() if question.required}
    assert list(asked)[:2] == ["titel", "id"]
    assert set(asked) - {"omraade"} == set(ANSWERS)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("tema", "1", "koordineret-virksomhedsindsats"),
        ("tema", "specifikke-kompetencer", "specifikke-kompetencer"),
        ("brancher", "turisme, Industri og metal, turisme", ["turisme", "industri-og-metal"]),
        ("kommuner", "Fanø", ["fanoe"]),
        ("kommuner", "", None),
        ("titel", " Lodser: nu i Nordby ", "Lodser: nu i Nordby"),
        ("gennemgaaet", "2026-11-22", "2026-11-22"),
    ],
)
def test_an_answer_is_a_number_an_id_or_a_name(asked: dict[str, Question], key: str, typed: str, value: Any) -> None:
    assert answer(asked[key], typed) == value


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("tema", "specifike-kompetencer", "ukendt værdi i _temaer.yml: »specifike-kompetencer«. Mente du"),
        ("brancher", "", "Skriv mindst én værdi"),
        ("brancher", "0", "ukendt værdi i _brancher.yml: »0«"),
        ("titel", "", "feltet er tomt (forventet: tekst). Skriv noget"),
        ("id", "Nordby", "»Nordby« er ikke et gyldigt id"),
        ("gennemgaaet", "i dag", "»i dag« er ikke en dato (forventet: ÅÅÅÅ-MM-DD"),
    ],
)
def test_a_wrong_answer_is_told_with_the_words_of_the_check(
    asked: dict[str, Question], key: str, typed: str, said: str
) -> None:
    with pytest.raises(AnswerError, match="") as caught:
        answer(asked[key], typed)
    assert str(caught.value).startswith(said)


def test_sensible_answers_are_proposed(asked: dict[str, Question]) -> None:
    assert suggestion(asked["id"], {"titel": "Ærø lærer op"}, "2026-11-22") == "aeroe-laerer-op"
    assert suggestion(asked["gennemgaaet"], {}, "2026-11-22") == "2026-11-22"
    assert suggestion(asked["titel"], {}, "2026-11-22") == ""


def test_the_file_is_right_and_explains_the_rest(content: Content) -> None:
    text, problems = case_file(ANSWERS, names(content))
    assert problems == ()
    data = parse(text, "a.yml").data
    assert data["aktoerer"] == [{"navn": "Fanø Kommune", "type": "kommune"}]
    assert data["kilde"] == {"udgivelse": "kl-2018"}
    assert "\n# Finansiering: Hvem der betaler.\n# finansiering: " in text


def test_what_is_still_wrong_is_told(content: Content) -> None:
    _, problems = case_file({**ANSWERS, "tema": "findes-ikke"}, names(content))
    assert [problem.field for problem in problems] == ["tema"]
    _, problems = case_file({key: value for key, value in ANSWERS.items() if key != "kort"}, names(content))
    assert [problem.message for problem in problems] == ["feltet mangler"]
