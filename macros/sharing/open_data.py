"""What the open data say of each case, agreement, clause type, lesson and list, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json as json_bytes

from macros.insight.lessons import LessonEntry, lessons_for_clause
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType


def to_json(value: Any) -> str:
    """JSON that a person can read and git can compare."""
    # The same text as Python's own encoder writes, ten times as fast.
    return json_bytes(value, indent=1).decode() + "\n"


def json_items(items: Iterable[Any]) -> bytes:
    """Some of the items of a list as they stand in to_json() of the whole, for json_list()."""
    return json_bytes(list(items), indent=1)[2:-2]


def json_list(parts: Iterable[bytes]) -> bytes:
    """The JSON of a list from parts of it, as to_json() writes it."""
    joined = b",\n".join(filter(None, parts))
    return b"[\n%b\n]\n" % joined if joined else b"[]\n"


def compact_json(value: Any) -> str:
    """JSON for programs, without spaces."""
    return json_bytes(value).decode()


def names(content: Content, vocabulary: str, identifiers: Iterable[str]) -> str:
    """What readers see for some ids of a list, on one line."""
    rows = content.vocabularies[vocabulary]
    return ", ".join([rows[identifier].navn for identifier in identifiers])


def record(model: BaseModel) -> dict[str, Any]:
    """A record as plain data, without the fields that are not there."""
    return model.model_dump(mode="json", exclude_none=True)


def public_case(case: Case) -> dict[str, Any]:
    """A case as others may read it: its fields and its address below the site's root."""
    return {**record(case), "adresse": case.url}


def public_agreement(agreement: Agreement) -> dict[str, Any]:
    """An agreement as others may read it."""
    return {**record(agreement), "adresse": agreement.url}


def clause_record(content: Content, clause: ClauseType) -> dict[str, Any]:
    """A clause type with the lessons that argue for it and the agreements that have it."""
    lessons = [
        {"tekst": lesson.tekst, "adresse": lesson.url, "case": lesson.case.id if lesson.case else None}
        for lesson in lessons_for_clause(content, clause.id)
    ]
    agreements = {item.id: item.klausuler[clause.id].findes for item in content.agreements}
    return {**record(clause), "adresse": clause.url, "laering": lessons, "aftaler": agreements}


def lesson_record(lesson: LessonEntry) -> dict[str, Any]:
    """A lesson by its reference, with its own address."""
    found = {
        "id": lesson.reference, "tekst": lesson.tekst, "omraade": lesson.omraade, "emner": list(lesson.emner),
        "klausuler": list(lesson.klausuler), "case": lesson.case.id if lesson.case else None,
        "side": lesson.side or None, "adresse": lesson.url,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def published_lists(content: Content) -> dict[str, Any]:
    """Data file to what it holds, of those that grow little with the cases: a list of records, or the lists by name."""
    return {
        "aftaler.json": [public_agreement(item) for item in content.agreements],
        "klausuler.json": [clause_record(content, clause) for clause in content.clauses],
        "lister.json": {name: [record(row) for row in rows.values()] for name, rows in content.vocabularies.items()},
    }
