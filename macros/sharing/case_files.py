"""Small files that a page fetches one by one: each case by itself, and the names of all ids."""

from __future__ import annotations

import json
from typing import Any

from macros.finding.list_data import list_data
from macros.finding.situations import situation_data
from macros.library.content import Content
from macros.sharing.open_data import public_case, to_json

WITHDRAWN_KEYS = ("id", "titel", "trukket_tilbage", "adresse")


def case_files(content: Content) -> dict[str, tuple[str, str]]:
    """Path below docs/ to text and the file to edit: a case's file has the same keys as its entry in cases.json.

    Of a case that is withdrawn nothing is told but its name and why.
    """
    told = [public_case(case) for case in content.cases]
    for case in content.withdrawn:
        told.append({key: value for key, value in public_case(case).items() if key in WITHDRAWN_KEYS})
    return {f"{data['adresse']}index.json": (to_json(data), f"cases/{data['id']}.yml") for data in told}


def shared_files(content: Content) -> dict[str, str]:
    """Files below data/ that pages of our own read, and that may change with them."""
    files: dict[str, Any] = {
        "navne.json": names(content),
        "titler.json": [[case.id, case.titel, content.place(case)] for case in content.cases],
        "spoergsmaal.json": situation_data(content),
        "liste.json": list_data(content),
    }
    return {name: json.dumps(data, ensure_ascii=False, separators=(",", ":")) for name, data in files.items()}


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
