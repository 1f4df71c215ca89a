"""Small files that a page fetches one by one: each case by itself, and the names of all ids."""

from __future__ import annotations

from typing import Any

from macros.finding.list_data import list_data
from macros.finding.situations import situation_data
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.open_data import compact_json, public_case, to_json

WITHDRAWN_KEYS = ("id", "titel", "trukket_tilbage", "adresse")


def case_file(case: Case) -> tuple[str, str]:
    """A case's text, with the same keys as its entry in cases.json, and the file to edit.

    Of a case that is withdrawn nothing is told but its name and why.
    """
    data = public_case(case)
    if case.trukket_tilbage:
        data = {key: value for key, value in data.items() if key in WITHDRAWN_KEYS}
    return to_json(data), f"cases/{case.id}.yml"


def shared_files(content: Content) -> dict[str, str]:
    """Files below data/ that pages of our own read, and that may change with them."""
    files: dict[str, Any] = {
        "navne.json": names(content),
        "titler.json": [[case.id, case.titel, content.place(case)] for case in content.cases],
        "spoergsmaal.json": situation_data(content),
        "liste.json": list_data(content),
    }
    return {name: compact_json(data) for name, data in files.items()}


def names(content: Content) -> dict[str, dict[str, str]]:
    """What readers see for an id, by list: every list whose values have names, clause types and sources."""
    found = {
        vocabulary: {identifier: row.navn for identifier, row in rows.items()}
        for vocabulary, rows in content.vocabularies.items()
        if all(hasattr(row, "navn") for row in rows.values()) and vocabulary != "spoergsmaal"
    }
    found["klausuler"] = {clause.id: clause.titel for clause in content.clauses}
    found["udgivelser"] = {
        item.id: f"{item.udgiver} ({item.aar}): {item.titel}" for item in content.terms("udgivelser")
    }
    return found
