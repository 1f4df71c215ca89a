"""What the builder reads: everything it needs, in the agreement's order, and nothing it must render."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.agreement.builder_data import builder_data
from macros.library.content import Content


@pytest.fixture(scope="module")
def data(content: Content) -> dict[str, Any]:
    """The data as the browser reads it."""
    loaded: dict[str, Any] = json.loads(json.dumps(builder_data(content)))
    return loaded


def test_has_the_parts_of_the_contract(data: dict[str, Any]) -> None:
    assert list(data) == ["klausuler", "skabeloner", "aktoertyper", "cases", "laering", "aftaler", "tjek"]


def test_clauses_stand_in_the_agreements_order_with_room_for_statistics(data: dict[str, Any]) -> None:
    numbers = [clause["nummer"] for clause in data["klausuler"]]
    assert numbers == sorted(numbers) and len(numbers) >= 18
    assert all(isinstance(clause["statistik"], list) for clause in data["klausuler"])


def test_every_choice_of_starters_and_agreements_exists(data: dict[str, Any]) -> None:
    variants = {clause["id"]: {item["id"] for item in clause["varianter"]} for clause in data["klausuler"]}
    assert [item["id"] for item in data["skabeloner"]] == ["lille", "bred", "ramme"]
    for item in (*data["skabeloner"], *data["aftaler"]):
        assert item["valg"]
        assert all(variant in variants[clause] for clause, variant in item["valg"]), item["id"]


def test_an_agreement_has_the_clauses_that_it_has(data: dict[str, Any], content: Content) -> None:
    for item in data["aftaler"]:
        statements = content.agreement_by_id[item["id"]].klausuler
        assert {clause for clause, _ in item["valg"]} == {name for name, said in statements.items() if said.findes}
        chosen = dict(item["valg"])
        assert all(said.model == chosen[name] for name, said in statements.items() if said.findes)


def test_cases_and_general_lessons_say_which_clauses_they_argue_for(data: dict[str, Any], content: Content) -> None:
    assert len(data["cases"]) == len(content.cases)
    lessons = [lesson for case in data["cases"] for lesson in case["laering"]]
    assert sum(len(case.laering) for case in content.cases) == len(lessons)
    assert data["laering"] and any(lesson["klausuler"] for lesson in data["laering"])
    for lesson in (*lessons, *data["laering"]):
        assert lesson["adresse"] and "<" not in lesson["tekst"] and "\n" not in lesson["tekst"]
