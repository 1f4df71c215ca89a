"""The form for a new case, as data: every field has a place, every rule its words, and a new field shows by itself."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from pydantic import Field, create_model

from macros.checking.checks import CASE_CHECKS
from macros.editing import new_case
from macros.editing.new_case import NEW_SOURCE, STEPS, new_case_data, rules, steps, without_files
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.fields import Line, optional
from tests.examples import case


@pytest.fixture(scope="module")
def data(content: Content) -> dict[str, Any]:
    """All that the form is made from."""
    return new_case_data(content)


def test_every_field_stands_in_one_step(data: dict[str, Any]) -> None:
    placed = [key for step in data["trin"] for key in step["felter"]]
    assert sorted(placed) == sorted(Case.model_fields.keys() - new_case.LATER)
    assert all(step["navn"] and step["intro"] for step in data["trin"])


def test_a_new_field_shows_up_by_itself() -> None:
    placed = steps(["titel", "noget_nyt"])
    assert placed[-1]["felter"] == ["noget_nyt"]
    assert [step["id"] for step in steps([key for *_, keys in STEPS for key in keys])] == [step[0] for step in STEPS]


def test_a_field_added_to_the_model_is_in_the_form(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    fields: dict[str, Any] = {"vejr": (Annotated[Line | None, Field()], optional("Vejr", "Hvordan vejret var.", "sol"))}
    monkeypatch.setattr(new_case, "Case", create_model("Case", __base__=Case, **fields))
    made = new_case_data(content)
    assert made["trin"][-1]["felter"][-1] == "vejr"
    assert made["felter"][-1]["label"] == "Vejr"


def test_the_new_source_is_described_and_stands_on_no_list(data: dict[str, Any], content: Content) -> None:
    assert data["nyKilde"]["id"] == NEW_SOURCE not in content.vocabularies["udgivelser"]
    assert {field["key"] for field in data["nyKilde"]["felter"]} >= {"id", "titel", "udgiver", "aar", "rettigheder"}


def test_nobody_reads_of_files_in_the_form(data: dict[str, Any]) -> None:
    def told(fields: list[dict[str, Any]]) -> str:
        here = " ".join(field["help"] + " ".join(check["expected"] for check in field["checks"]) for field in fields)
        return here + "".join(told(field.get("fields", [])) for field in fields)

    assert "cases/_" not in told(data["felter"]) and "agreements/_" not in told(data["felter"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("En værdi fra cases/_temaer.yml.", ""),
        ("Værdier fra cases/_emner.yml: det, punktet handler om.", "Det, punktet handler om."),
        ("Hvem der leder: værdier fra cases/_organiseringsformer.yml.", "Hvem der leder."),
        ("Casens navn.", "Casens navn."),
        ("", ""),
    ],
)
def test_help_loses_the_names_of_files(text: str, shown: str) -> None:
    assert without_files(text) == shown


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("sted", {"kommuner": None}),
        ("regioner", {"regioner": ["hovedstaden"]}),
        ("finansiering", {"finansieringsform": ["kommunen"]}),
        ("fremtid", {"gennemgaaet": "9999-12-31"}),
    ],
)
def test_the_rules_have_the_command_lines_words(rule: str, change: dict[str, Any]) -> None:
    found = case(**change)
    said = [problem.message for check in CASE_CHECKS for problem in check(*found)]
    assert rules()[rule]["message"].replace("{bare}", "9999-12-31") in said


def test_it_is_plain_data_of_a_fair_size(data: dict[str, Any]) -> None:
    assert len(json.dumps(data, ensure_ascii=False).encode()) < 90_000


def test_nobody_is_asked_for_what_a_new_case_cannot_have(data: dict[str, Any]) -> None:
    fields = {field["key"]: field for field in data["felter"]}
    assert "nummer" not in fields
    assert "id" not in {field["key"] for field in fields["noegletal"]["fields"]}
    assert "id" in {field["key"] for field in fields["laering"]["fields"]}


def test_two_fields_of_which_one_is_enough_name_each_other(data: dict[str, Any]) -> None:
    fields = {field["key"]: field for field in data["felter"]}
    assert {key: field["orElse"] for key, field in fields.items() if "orElse" in field} == {
        "kommuner": "Område", "omraade": "Kommuner"
    }  # fmt: skip


def test_what_the_form_has_filled_in_is_told(data: dict[str, Any]) -> None:
    fields = {field["key"]: field["help"] for field in [*data["felter"], *data["nyKilde"]["felter"]]}
    for key, told in new_case.DONE.items():
        assert fields[key].endswith(told) and fields[key] != told
