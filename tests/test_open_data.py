"""The records of the open data: complete, without what is not known, and enough to make a case again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.ground.build_cache import made_anew
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.data_pieces import whole_lists_json
from macros.sharing.open_data import json_items, json_list, published_lists, to_json


def published(content: Content) -> dict[str, Any]:
    """Every data file's records, as JSON gives them back."""
    whole = {name: json.loads(text) for name, text in whole_lists_json(content, made_anew)}
    return whole | {name: json.loads(to_json(found)) for name, found in published_lists(content).items()}


@pytest.fixture(scope="module")
def records(content: Content) -> dict[str, Any]:
    """Every data file's records, as JSON gives them back."""
    return published(content)


def test_items_are_all_there_with_their_addresses(records: dict[str, Any], content: Content) -> None:
    for name, items in (
        ("cases.json", content.cases),
        ("aftaler.json", content.agreements),
        ("klausuler.json", content.clauses),
    ):
        assert [row["id"] for row in records[name]] == [item.id for item in items]
        assert [row["adresse"] for row in records[name]] == [item.url for item in items]


def test_a_case_can_be_made_again_from_its_data(records: dict[str, Any], content: Content) -> None:
    for row, case in zip(records["cases.json"], content.cases, strict=True):
        del row["adresse"]
        for figure in row["noegletal"]:
            figure["tal"] = figure["tal"].replace(".", ",")
        assert Case.model_validate(row) == case


def test_what_is_not_known_is_left_out(content: Content) -> None:
    for name in ("cases.json", "aftaler.json", "laering.json"):
        assert "null" not in json.dumps(published(content)[name])


def test_clauses_carry_lessons_and_what_agreements_have(records: dict[str, Any]) -> None:
    rows = {row["id"]: row for row in records["klausuler.json"]}
    assert sorted(rows["opsigelse"]["aftaler"].values()) == [False, True, True]
    assert rows["evaluering"]["laering"][0].keys() == {"tekst", "adresse", "case"}
    assert rows["opsigelse"]["varianter"][0].keys() == {"id", "titel", "passer_naar", "tekst"}


def test_lessons_have_an_address_and_their_own_id(records: dict[str, Any], content: Content) -> None:
    lessons = list(all_lessons(content))
    assert [row["adresse"] for row in records["laering.json"]] == [lesson.url for lesson in lessons]
    assert len({row["id"] for row in records["laering.json"]}) == len(lessons)


@pytest.mark.parametrize("ends", [(), (0,), (1, 1, 3)])
def test_a_list_in_parts_is_written_like_the_whole(ends: tuple[int, ...]) -> None:
    items = [{"a": "æ\n", "b": []}, {"c": [1, {"d": None}]}, {}, "x"]
    for rows in (items, []):
        parts = [rows[start:end] for start, end in zip((0, *ends), (*ends, len(rows)), strict=True)]
        assert json_list(map(json_items, parts)) == to_json(rows).encode()
