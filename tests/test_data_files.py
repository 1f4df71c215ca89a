"""The open data files: complete, of the promised shape, readable by other programs, and no formulas."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from macros.library.content import Content
from macros.model.vocabularies import VOCABULARIES
from macros.sharing.data_files import DATA_FILES, data_files, newest
from macros.sharing.data_schema import schemas
from macros.sharing.published_model import PUBLISHED

SITE = "https://alliancebanken.example/"
SHAPE = Path(__file__).parent / "fixtures" / "datafelter.txt"
ELSEWHERE = {"feed.xml", "gennemgang.ics"}


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, str | bytes]:
    """Every data file."""
    return data_files(content, SITE)


def text(files: dict[str, str | bytes], name: str) -> str:
    """A file that is text."""
    found = files[name]
    return found if isinstance(found, str) else found.decode()


def table(source: str, separator: str = ";") -> list[dict[str, str]]:
    """A CSV file's rows, as a spreadsheet reads them."""
    assert source.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(source.removeprefix("\ufeff"), newline=""), delimiter=separator))


def test_the_page_lists_every_file(files: dict[str, str | bytes]) -> None:
    made = {name for name in files if not name.startswith(("v1/", "eksempel.")) and ".komma." not in name}
    assert made | ELSEWHERE == DATA_FILES.keys()


def test_the_same_content_gives_the_same_bytes(files: dict[str, str | bytes], content: Content) -> None:
    assert data_files(content, SITE) == files


@pytest.mark.parametrize("name", [name for name in DATA_FILES if name.endswith((".json", ".jsonld"))])
def test_json_can_be_read_and_compared(name: str, files: dict[str, str | bytes]) -> None:
    assert json.loads(files[name])
    assert text(files, name).endswith("\n") and "\\u00" not in text(files, name)


def closed(schema: Any) -> Any:
    """A schema that knows no fields but its own: what we publish must all be named, though readers allow more."""
    if isinstance(schema, dict):
        kept = {key: closed(value) for key, value in schema.items()}
        return {**kept, "additionalProperties": False} if "properties" in schema and schema.get("type") else kept
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_record_is_as_its_schema_says(name: str, files: dict[str, str | bytes]) -> None:
    schema = json.loads(files[f"{PUBLISHED[name][1]}.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{SITE}data/v1/{PUBLISHED[name][1]}.schema.json"
    assert files[f"v1/{PUBLISHED[name][1]}.schema.json"] == files[f"{PUBLISHED[name][1]}.schema.json"]
    records = json.loads(files[name])
    strict = Draft202012Validator(closed(schema))
    for record in records if isinstance(records, list) else [records]:
        assert [error.message for error in strict.iter_errors(record)] == []
        assert not strict.is_valid({**record, "nyt_felt": 1})
        assert Draft202012Validator(schema).is_valid({**record, "nyt_felt": 1}), "nye felter må ikke vælte læsere"
        assert not Draft202012Validator(schema).is_valid(
            {key: value for key, value in record.items() if key != next(iter(record))}
        )


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_explains_every_field(name: str) -> None:
    schema = schemas()[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(row.get("description") and row.get("title") for row in schema["properties"].values())


def test_the_openapi_description_is_valid_and_names_files_that_are_there(files: dict[str, str | bytes]) -> None:
    description = json.loads(files["openapi.json"])
    validate(description)
    assert description["openapi"].startswith("3.1")
    named = {path.removeprefix("/data/") for path in description["paths"] if path.startswith("/data/")}
    assert named - files.keys() - ELSEWHERE == set()
    assert {f"/data/{name}" for name in PUBLISHED} <= description["paths"].keys()
    broken = {**description, "paths": {"/x": {"get": {"responses": {"200": {}}}}}}
    with pytest.raises(Exception, match="description"):
        validate(broken)


# Spreadsheets


@pytest.mark.parametrize("name", [name for name in DATA_FILES if name.endswith(".csv")])
def test_both_kinds_of_csv_hold_the_same_and_no_formula(name: str, files: dict[str, str | bytes]) -> None:
    semicolon, comma = table(text(files, name)), table(text(files, name.replace(".csv", ".komma.csv")), ",")
    assert len(semicolon) == len(comma) > 0
    assert [list(row) for row in semicolon] == [list(row) for row in comma]
    for row, other in zip(semicolon, comma, strict=True):
        assert {key: value for key, value in row.items() if key != "tal"} == {
            key: value for key, value in other.items() if key != "tal"
        }
        assert not any(str(cell).startswith(("=", "+", "-", "@")) for cell in row.values())


def test_numbers_are_danish_with_semicolon_and_plain_with_comma(files: dict[str, str | bytes]) -> None:
    danish, plain = table(text(files, "noegletal.csv")), table(text(files, "noegletal.komma.csv"), ",")
    pair = next((row["tal"], other["tal"]) for row, other in zip(danish, plain, strict=True) if row["tal"] == "9.000")
    assert pair == ("9.000", "9000")
    assert all(float(row["tal"]) >= 0 for row in plain)


def test_the_workbook_opens_with_a_sheet_for_each_table(files: dict[str, str | bytes], content: Content) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["alliancebanken.xlsx"]))  # type: ignore[arg-type]
    assert book.sheetnames[0] == "om"
    for name in book.sheetnames[1:]:
        rows = list(book[name].iter_rows(values_only=True))
        read = table(text(files, f"{name}.csv"))
        assert list(rows[0]) == list(read[0])
        assert len(rows) == len(read) + 1
        assert not [cell for row in book[name].iter_rows() for cell in row if cell.data_type == "f"]
        assert book[name].freeze_panes == "B2" and book[name].auto_filter.ref
    figures = list(book["noegletal"].iter_rows(min_row=2, min_col=4, max_col=4, values_only=True))
    assert all(isinstance(row[0], int | float) for row in figures)
    assert book.properties.created.date() == newest(content)
    assert "CC BY 4.0" in str(book["om"]["A2"].value)


# The promise


def shape(files: dict[str, str | bytes]) -> set[str]:
    """Every file with its fields, columns or tables, one a line."""
    found = {f"{name}" for name in files}
    for name in PUBLISHED:
        found |= {f"{name} {path}" for path in paths(json.loads(files[f"{PUBLISHED[name][1]}.schema.json"]))}
    for name in files:
        if name.endswith(".csv"):
            separator = "," if "komma" in name else ";"
            head = next(csv.reader(io.StringIO(text(files, name).removeprefix("\ufeff")), delimiter=separator))
            found |= {f"{name} {column}" for column in head}
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["alliancebanken.sqlite"])  # type: ignore[arg-type]
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in tables:
        if "_fts_" not in name:
            columns = connection.execute(f"PRAGMA table_info([{name}])").fetchall()
            found |= {f"alliancebanken.sqlite {name}.{row[1]} {row[2]}".strip() for row in columns}
    return found


def paths(schema: dict[str, Any], part: Any = None, at: str = "", seen: tuple[str, ...] = ()) -> set[str]:
    """The fields of a schema with their types: "noegletal[].tal string"."""
    part = schema if part is None else part
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        return set() if name in seen else paths(schema, schema["$defs"][name], at, (*seen, name))
    found = set()
    for key, value in part.get("properties", {}).items():
        here = f"{at}.{key}".lstrip(".")
        kinds = [value, *value.get("anyOf", [])]
        found.add(f"{here} {'/'.join(str(kind['type']) for kind in kinds if 'type' in kind) or 'object'}")
        found |= {path for kind in kinds for path in paths(schema, kind, here, seen)}
    if isinstance(part.get("items"), dict):
        found |= paths(schema, part["items"], f"{at}[]", seen)
    if isinstance(part.get("additionalProperties"), dict):
        found |= paths(schema, part["additionalProperties"], f"{at}.*", seen)
    return found


def test_what_was_once_published_is_still_there(files: dict[str, str | bytes]) -> None:
    """Lines are only ever added to the list: fields come, none go, and none changes its type."""
    promised = set(SHAPE.read_text(encoding="utf-8").splitlines())
    assert promised - shape(files) == set()


def test_what_is_published_is_promised(files: dict[str, str | bytes]) -> None:
    """A new field or file is promised from the day it is published: add its line to the list, in order."""
    lines = SHAPE.read_text(encoding="utf-8").splitlines()
    missing = sorted(shape(files) - set(lines))
    assert not missing, "Føj disse linjer til tests/fixtures/datafelter.txt:\n" + "\n".join(missing)
    assert lines == sorted(set(lines))


def test_lists_are_all_there(files: dict[str, str | bytes], content: Content) -> None:
    lists = json.loads(files["lister.json"])
    assert lists.keys() == VOCABULARIES.keys()
    assert [row["id"] for row in lists["temaer"]] == [theme.id for theme in content.terms("temaer")]


# Citations of everything


def test_the_citations_of_all_hold_each_page_and_each_source_once(
    files: dict[str, str | bytes], content: Content
) -> None:
    pages = len(content.cases) + len(content.agreements)
    sources = {item.kilde.udgivelse for item in (*content.cases, *content.agreements)}
    items = json.loads(files["citater.csl.json"])
    assert len(items) == len({item["id"] for item in items}) == pages + len(sources)
    assert text(files, "citater.bib").count("@") == pages + len(sources)
    records = text(files, "citater.ris").split("ER  - \r\n")
    assert len(records) == pages + len(sources) + 1 and records[-1] == ""
    assert all(record.startswith("TY  - ") for record in records[:-1])
