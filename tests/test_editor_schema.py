"""The schemas an editor's program helps by: what our own files pass, and what they catch."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.editing.editor_schema import editor_schemas, schema_files, without_choices
from macros.library.content import PROJECT, Content
from macros.model.vocabularies import VOCABULARIES
from macros.sharing.case_files import names


@pytest.fixture(scope="module")
def schemas(content: Content) -> dict[str, dict[str, Any]]:
    """Every schema with the choices of the real lists."""
    return editor_schemas(names(content))


def test_every_kind_of_file_has_one(schemas: dict[str, dict[str, Any]]) -> None:
    assert schemas.keys() == schema_files().keys() == {"case", "aftale", "katalog", *VOCABULARIES}
    assert [files for files in schema_files().values() if not list(PROJECT.glob(files))] == []


def test_a_list_gives_its_choices_and_takes_a_new_one(schemas: dict[str, dict[str, Any]], content: Content) -> None:
    some, typed = schemas["case"]["properties"]["brancher"]["items"]["anyOf"]
    assert some["enum"] == [term.id for term in content.terms("brancher")]
    assert some["enumDescriptions"][0] == content.terms("brancher")[0].navn
    assert re.search(typed["pattern"], "en-ny-branche") and not re.search(typed["pattern"], "En ny")
    assert "anyOf" in schemas["case"]["properties"]["tema"]
    assert "anyOf" in schemas["aftale"]["properties"]["klausuler"]["propertyNames"]


def test_cases_are_no_choices_for_they_come_every_week(schemas: dict[str, dict[str, Any]]) -> None:
    assert "anyOf" not in schemas["case"]["properties"]["se_ogsaa"]["items"]


def test_nothing_may_be_empty_and_nothing_unknown(schemas: dict[str, dict[str, Any]]) -> None:
    assert schemas["case"]["additionalProperties"] is False
    assert '{"type": "null"}' not in str(schemas).replace("'", '"')
    assert {"id", "titel", "kilde", "gennemgaaet"} <= set(schemas["case"]["required"])


def test_the_models_part_is_what_remains_without_choices(schemas: dict[str, dict[str, Any]]) -> None:
    bare = without_choices(schemas["case"])
    assert bare == without_choices(editor_schemas({name: {"x": "X"} for name in _lists(schemas)})["case"])


def _lists(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["liste"]} if isinstance(value.get("liste"), str) else set()
        return own.union(*map(_lists, value.values())) - {"cases", "aftaler"}
    return set().union(*map(_lists, value)) if isinstance(value, list) else set()
