"""The SQLite file as Datasette reads it: foreign keys, labels, full-text tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from macros.library.content import Content
from macros.sharing.database import SEARCHED, database, metadata
from macros.sharing.database_tables import TABLES

SITE = "https://alliancebanken.example/"


@pytest.fixture(scope="module")
def made(content: Content) -> bytes:
    """The file."""
    return database(content, SITE)


@pytest.fixture(scope="module")
def connection(made: bytes) -> Iterator[sqlite3.Connection]:
    """The file opened."""
    opened = sqlite3.connect(":memory:")
    opened.deserialize(made)
    yield opened
    opened.close()


def test_it_is_whole_and_the_same_every_time(made: bytes, connection: sqlite3.Connection, content: Content) -> None:
    assert database(content, SITE) == made
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in SEARCHED:
        connection.execute(f"INSERT INTO [{name}_fts] ([{name}_fts]) VALUES ('integrity-check')")


def test_every_item_is_there(connection: sqlite3.Connection, content: Content) -> None:
    def count(name: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM [{name}]").fetchone()[0])

    assert count("cases") == len(content.cases)
    assert count("kommuner") == 98
    assert count("aftaleklausuler") == len(content.agreements) * len(content.clauses)
    assert count("noegletal") == sum(len(case.noegletal) for case in content.cases)
    assert count("cases_kommuner") == sum(len(case.kommuner) for case in content.cases)


def test_every_column_that_points_elsewhere_is_a_foreign_key(connection: sqlite3.Connection) -> None:
    for table in TABLES:
        keys = {row[3]: (row[2], row[4]) for row in connection.execute(f"PRAGMA foreign_key_list([{table.name}])")}
        pointing = {name for name in table.columns if name.endswith("_id")}
        assert keys.keys() == pointing, table.name
        assert {target for _, target in keys.values()} <= {"id"}


def test_datasette_finds_the_full_text_table_of_each_text(connection: sqlite3.Connection) -> None:
    """The query is the one that Datasette itself asks with (detect_fts in datasette/utils)."""
    for name in SEARCHED:
        found = connection.execute(
            "select name from sqlite_master where rootpage = 0 and (sql like :a or sql like :b or "
            "(tbl_name = :c and sql like '%VIRTUAL TABLE%USING FTS%'))",
            {"a": f'%VIRTUAL TABLE%USING FTS%content="{name}"%', "b": f"%VIRTUAL TABLE%USING FTS%content=[{name}]%",
             "c": name},
        ).fetchall()  # fmt: skip
        assert found == [(f"{name}_fts",)]


def test_a_search_finds_danish_words_and_keeps_danish_letters_apart(connection: sqlite3.Connection) -> None:
    def found(words: str) -> list[str]:
        query = "SELECT cases.id FROM cases_fts JOIN cases ON cases.rowid = cases_fts.rowid WHERE cases_fts MATCH ?"
        return [row[0] for row in connection.execute(query, (words,))]

    assert "horsens-alliancen" in found("dækningsafgiften")
    assert found("dakningsafgiften") == []


def test_the_metadata_names_every_table_and_a_label_that_is_there(content: Content) -> None:
    told = metadata(content, SITE)
    tables = told["databases"]["alliancebanken"]["tables"]
    assert tables.keys() == {table.name for table in TABLES}
    for table in TABLES:
        assert not table.label or tables[table.name]["label_column"] in table.columns
    assert told["license"] == "CC BY 4.0" and "KL" in told["description"]
