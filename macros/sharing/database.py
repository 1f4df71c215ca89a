"""All content as one SQLite file by Datasette's conventions: foreign keys, full-text tables beside the texts.

The same content gives the same bytes: the rows are written in order, and the program's version is left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.html.prose import plain
from macros.library.content import Content
from macros.sharing.database_tables import TABLES, Table

# Table -> the columns of its full-text table, which is called <table>_fts.
SEARCHED = {
    "cases": ("titel", "kort", "formaal", "organisering", "finansiering", "resultater"),
    "laering": ("tekst",),
    "modeltekster": ("titel", "passer_naar", "tekst"),
    "aftaleklausuler": ("tekst",),
}
# Where the file says in four bytes which program wrote it last.
_WRITTEN_BY, _NEUTRAL_VERSION = 96, (3_040_000).to_bytes(4, "big")


def database(content: Content, site_url: str) -> bytes:
    """The file; site_url ends with a slash and makes the addresses whole."""
    # In a file rather than in memory, since in a large library it is as large as all content, and is copied out.
    with TemporaryDirectory(prefix="alliancebanken-") as folder:
        file = Path(folder) / "data.sqlite"
        connection = sqlite3.connect(file)
        try:
            # Nobody else reads it, and what is not whole is thrown away.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _fill_all(connection, content, site_url)
        finally:
            connection.close()
        with file.open("r+b") as made:
            made.seek(_WRITTEN_BY)
            made.write(_NEUTRAL_VERSION)
        return file.read_bytes()


def _fill_all(connection: sqlite3.Connection, content: Content, site_url: str) -> None:
    with connection:
        for table in TABLES:
            connection.execute(_create(table))
            _fill(connection, table, table.rows(content, site_url))
        for name, columns in SEARCHED.items():
            _search(connection, name, columns)
    connection.execute("PRAGMA foreign_keys = ON")
    if wrong := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise ValueError(f"rækker peger på noget, der ikke er der: {wrong[:3]}")


def metadata(content: Content, site_url: str) -> dict[str, Any]:
    """What Datasette shows of the file: titles, source, licence, and which column names a row."""
    tables = {
        table.name: {"description": table.text} | ({"label_column": table.label} if table.label else {})
        for table in TABLES
    }
    rights = plain(content.term("udgivelser", content.catalogue.udgivelse).rettigheder)
    return {
        "title": "Alliancebanken",
        "description": rights,
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "source": "Alliancebanken",
        "source_url": site_url,
        "databases": {"alliancebanken": {"tables": tables}},
    }


def _create(table: Table) -> str:
    columns = [f"[{name}] {kind}" for name, kind in table.columns.items()]
    if table.key:
        columns.append(f"PRIMARY KEY ({', '.join(f'[{name}]' for name in table.key)})")
    columns += [f"FOREIGN KEY ([{name}]) REFERENCES [{other}]([id])" for name, other in table.foreign.items()]
    return f"CREATE TABLE [{table.name}] (\n  " + ",\n  ".join(columns) + "\n)"


def _fill(connection: sqlite3.Connection, table: Table, rows: Iterator[Sequence[Any]]) -> None:
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO [{table.name}] VALUES ({marks})", rows)
    for name in table.foreign:
        if name != table.key[0]:
            connection.execute(f"CREATE INDEX [idx_{table.name}_{name}] ON [{table.name}] ([{name}])")


def _search(connection: sqlite3.Connection, name: str, columns: Sequence[str]) -> None:
    # Danish letters are letters of their own, so diacritics stay: å is not a.
    listed = ", ".join(f"[{column}]" for column in columns)
    connection.execute(
        f"CREATE VIRTUAL TABLE [{name}_fts] USING FTS5 "
        f"({listed}, content=[{name}], tokenize='unicode61 remove_diacritics 0')"
    )
    connection.execute(f"INSERT INTO [{name}_fts] (rowid, {listed}) SELECT rowid, {listed} FROM [{name}]")
