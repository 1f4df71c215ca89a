"""The rules for organisation and financing, each with what breaks it."""

from __future__ import annotations

from typing import Any

from macros.checking.checks_partners import check_considerations, check_financing_is_told
from macros.model.vocabulary_model import LessonArea, OrganisationForm
from macros.reading.yaml_source import Source, parse
from tests.examples import case, to_yaml

FORM = {"id": "en-kommune", "navn": "Én kommune", "beskrivelse": "Kommunen leder."}
AREA = {
    "id": "ledelse", "navn": "Ledelse", "beskrivelse": "Om ledelse.",
    "punkter": [{"id": "klare-maal", "tekst": "Sæt mål.", "side": "9"}],
}  # fmt: skip


def rows(kind: type[Any], data: dict[str, Any], path: str) -> list[tuple[Source, int, Any]]:
    """A list with one row, as the reader of files makes it."""
    fields = {**data} if "syntese" not in kind.model_fields else {"syntese": "Kort.", **data}
    return [(parse(to_yaml([data]), path), 0, kind.model_validate(fields))]


def problems(question: dict[str, str], **changes: Any) -> list[str]:
    """What is wrong with a form that asks one question."""
    forms = rows(OrganisationForm, {**FORM, "overvej": [question]}, "cases/_organiseringsformer.yml")
    areas = rows(LessonArea, AREA, "cases/_laeringsomraader.yml")
    chosen = [case(**{"organiseringsform": ["en-kommune"], **changes})]
    return [problem.message for problem in check_considerations(forms, areas, chosen)]


def test_a_question_may_rest_on_a_case_or_on_the_general_lessons() -> None:
    assert problems({"tekst": "Små hold?", "case": "lodser-i-nordby", "laering": "begynd-smaat"}) == []
    assert problems({"tekst": "Klare mål?", "laering": "klare-maal"}) == []


def test_a_question_without_a_lesson_is_a_fault() -> None:
    assert problems({"tekst": "Hvad?", "laering": "findes-ikke"}) == ["ukendt læring: »findes-ikke«"]
    assert problems({"tekst": "Hvad?", "case": "lodser-i-nordby", "laering": "klare-maal"}) == [
        "ukendt læring: »klare-maal«"
    ]


def test_a_question_rests_on_a_case_with_that_form() -> None:
    question = {"tekst": "Små hold?", "case": "lodser-i-nordby", "laering": "begynd-smaat"}
    assert problems(question, organiseringsform=["flere-kommuner"]) == ["»lodser-i-nordby« har ikke formen en-kommune"]


def test_an_unknown_case_is_left_to_the_references() -> None:
    assert problems({"tekst": "Hvad?", "case": "findes-ikke", "laering": "klare-maal"}) == []


def test_a_payer_needs_the_words_of_the_source() -> None:
    told = case(finansieringsform=["region"], finansiering="Regionen betaler.")
    silent = case(finansieringsform=["region"])
    assert list(check_financing_is_told(*told)) == []
    (problem,) = check_financing_is_told(*silent)
    assert "finansieringsform står uden finansiering" in problem.message
