"""The open data files: complete, readable by machines, and no formulas."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from pydantic import BaseModel

from macros.agreement_model import Agreement
from macros.case_model import Case
from macros.clause_model import ClauseType
from macros.content import Content
from macros.draft_model import DraftFile
from macros.open_data import DATA_FILES, data_files, formula_safe, to_csv
from macros.vocabularies import VOCABULARIES

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "＋1", "－1", "＠a", "\0=1"]


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, str]:
    """Every data file."""
    return data_files(content)


def table(text: str) -> list[dict[str, str]]:
    """A CSV file's rows, as a spreadsheet reads them."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_page_lists_every_file(files: dict[str, str]) -> None:
    assert files.keys() | {"feed.xml"} == DATA_FILES.keys()


@pytest.mark.parametrize("name", [name for name in DATA_FILES if name.endswith(".json")])
def test_json_can_be_read_and_compared(name: str, files: dict[str, str]) -> None:
    assert json.loads(files[name])
    assert files[name].endswith("\n") and "\\u00" not in files[name]


def test_items_are_all_there_with_their_addresses(files: dict[str, str], content: Content) -> None:
    for name, items in (
        ("cases.json", content.cases),
        ("aftaler.json", content.agreements),
        ("klausuler.json", content.clauses),
    ):
        rows = json.loads(files[name])
        assert [row["id"] for row in rows] == [item.id for item in items]
        assert [row["adresse"] for row in rows] == [item.url for item in items]


def test_a_case_can_be_made_again_from_its_data(files: dict[str, str], content: Content) -> None:
    for row, case in zip(json.loads(files["cases.json"]), content.cases, strict=True):
        del row["adresse"]
        for figure in row["noegletal"]:
            figure["tal"] = figure["tal"].replace(".", ",")
        assert Case.model_validate(row) == case


def test_what_is_not_known_is_left_out(files: dict[str, str]) -> None:
    assert "null" not in json.dumps(json.loads(files["cases.json"]))
    assert "null" not in json.dumps(json.loads(files["aftaler.json"]))


def test_clauses_carry_lessons_and_what_agreements_have(files: dict[str, str]) -> None:
    rows = {row["id"]: row for row in json.loads(files["klausuler.json"])}
    assert sorted(rows["opsigelse"]["aftaler"].values()) == [False, True, True]
    assert rows["evaluering"]["laering"][0].keys() == {"tekst", "adresse", "case"}
    assert rows["opsigelse"]["varianter"][0].keys() == {"id", "titel", "passer_naar", "tekst"}


def test_lists_are_all_there(files: dict[str, str], content: Content) -> None:
    lists = json.loads(files["lister.json"])
    assert lists.keys() == VOCABULARIES.keys()
    assert [row["id"] for row in lists["temaer"]] == [theme.id for theme in content.terms("temaer")]


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("case.schema.json", Case),
        ("aftale.schema.json", Agreement),
        ("klausul.schema.json", ClauseType),
        ("kladde.schema.json", DraftFile),
    ],
)
def test_a_schema_knows_every_field(name: str, model: type[BaseModel], files: dict[str, str]) -> None:
    schema = json.loads(files[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"].keys() == model.model_fields.keys()
    assert all(row.get("description") and row.get("title") for row in schema["properties"].values())
    assert schema["additionalProperties"] is False


def test_the_spreadsheet_of_cases(files: dict[str, str], content: Content) -> None:
    rows = table(files["cases.csv"])
    assert [row["id"] for row in rows] == [case.id for case in content.cases]
    horsens = next(row for row in rows if row["id"] == "horsens-alliancen")
    assert horsens["kommuner"] == "Horsens"
    assert horsens["side"] == "25"
    assert horsens["nummer"] == "21"
    assert "\r\n" in files["cases.csv"]


def test_the_spreadsheet_of_figures(files: dict[str, str], content: Content) -> None:
    rows = table(files["noegletal.csv"])
    assert len(rows) == sum(len(case.noegletal) for case in content.cases)
    figure = next(row for row in rows if row["case"] == "hoeje-taastrup-virksomhedsindsats")
    assert (figure["forbehold"], figure["tal"], figure["side"]) == ("mere end", "9.000", "13")


@pytest.mark.parametrize("name", ["cases.csv", "noegletal.csv"])
def test_no_cell_is_a_formula(name: str, files: dict[str, str]) -> None:
    for row in table(files[name]):
        assert not any(str(cell).startswith(("=", "+", "-", "@")) for cell in row.values())


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_made_text(text: str) -> None:
    assert formula_safe(text) == "'" + text
    assert table(to_csv(["a"], [[text]]))[0]["a"].startswith("'")


@pytest.mark.parametrize("text", ["Horsens", "1=1", "9.000", "", "a-b", "»=«"])
def test_other_text_is_left_alone(text: str) -> None:
    assert formula_safe(text) == text


@pytest.mark.parametrize("cell", ['Et "citat"; og en linje\nmere', "a;b", "x\ty", ""])
def test_a_cell_survives(cell: Any) -> None:
    assert table(to_csv(["a", "b"], [[cell, None]]))[0] == {"a": cell, "b": ""}
