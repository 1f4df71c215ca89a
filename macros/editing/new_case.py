"""The form where anyone writes a new case, as data for the browser: its steps, its fields and the words of every check.

Fields and checks come from the model, so a new field shows up here by itself; it stands in the last step until STEPS
names its place. The browser knows no rule that is not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from macros.checking.checks import CASE_CHECKS, check_unique
from macros.editing.form_fields import form_fields
from macros.ground.problem import Problem
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Publication
from macros.reading.faults import check_model
from macros.reading.yaml_source import Source
from macros.sharing.case_files import names

# Id, heading, what a person is told first, and the fields.
STEPS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "casen", "Casen", "Begynd med navnet og én sætning. Du kan rette alt senere.",
        ("titel", "id", "kort", "tema"),
    ),
    (
        "kilde", "Kilden", "Alt i en case står i en kilde, som andre kan slå op. Fortæl, hvor du har det fra.",
        ("kilde", "gennemgaaet"),
    ),
    (
        "sted", "Sted og tid", "Vælg de kommuner, kilden nævner. Nævner den ingen, så skriv området.",
        ("kommuner", "omraade", "regioner", "periode"),
    ),
    (
        "parter", "Hvem er med", "Skriv organisationer og roller. Skriv aldrig navne på personer.",
        ("aktoerer", "maalgrupper", "brancher", "organiseringsform"),
    ),
    (
        "indsats", "Indsatsen", "Fortæl med egne ord, hvad parterne vil, og hvad de gør.",
        ("formaal", "virkemidler", "organisering", "finansieringsform", "finansiering"),
    ),
    (
        "resultater", "Resultater", "Skriv, hvad der kom ud af det. Hvert tal har et år, hvis kilden giver det.",
        ("resultater", "noegletal", "resultattyper"),
    ),
    (
        "laering", "Læring", "Hvad kan andre lære? Skriv ét punkt ad gangen. Har kilden ingen læring, så gå videre.",
        ("laering",),
    ),
)  # fmt: skip
LAST = ("mere", "Mere", "Det sidste kan du springe over.")
# What no new case has: a place in the catalogue of 2018, a diagram that shows a figure by its id, a withdrawal.
LATER = {"nummer", "noegletal.id", "trukket_tilbage"}
# Two fields of which one is enough.
EITHER = ("kommuner", "omraade")
# What the form has done beforehand, told beside its help.
DONE = {"gennemgaaet": "Dagen i dag står her allerede.", "rettigheder": "Lad teksten stå, hvis du er i tvivl."}
# What stands for a source that is not on the list yet, and what the form asks about it.
NEW_SOURCE = "ny-kilde"
_SOURCE_FIELDS = ("titel", "udgiver", "aar", "adresse", "rettigheder", "id")
_RIGHTS = (
    "Rettighederne ligger hos udgiveren. Alliancebanken gengiver ikke teksten. "
    "Vi har uafhængigt af udgiveren skrevet et referat med vores egne ord."
)
# A sentence for those who write in files; whoever chooses from a list does not need it.
_FILE_TALK = re.compile(r"(:?\s*)\b(en værdi|værdier|id|klausultyper) (fra|i) (cases|agreements)/_\w+(\.yml)?", re.I)
_FILE_NAME = re.compile(r"\s*:?\s*\b(cases|agreements)/_\w+(\.yml)?")


def new_case_data(content: Content) -> dict[str, Any]:
    """All that the form is made from: steps, fields, the new source's fields, rules, and what people see for ids."""
    known = names(content) | {"cases": {case.id: case.titel for case in content.cases}}
    fields = [_for_people(field, field["key"]) for field in form_fields(Case, known) if field["key"] not in LATER]
    labels = {field["key"]: field["label"] for field in fields}
    for field in fields:
        if field["key"] in EITHER:
            field["orElse"] = labels[EITHER[1 - EITHER.index(field["key"])]]
    source = {field["key"]: _for_people(field, field["key"]) for field in form_fields(Publication, known)}
    source["rettigheder"]["default"] = _RIGHTS
    return {
        "trin": steps([field["key"] for field in fields]),
        "felter": fields,
        "nyKilde": {"id": NEW_SOURCE, "felter": [source[key] for key in _SOURCE_FIELDS]},
        "regler": rules(),
        "om": _descriptions(content),
    }


def steps(keys: Iterable[str]) -> list[dict[str, Any]]:
    """The steps with their fields; a field that no step names stands in the last."""
    placed = {key for *_, some in STEPS for key in some}
    rest = tuple(key for key in keys if key not in placed)
    all_steps = (*STEPS, (*LAST, rest)) if rest else STEPS
    return [
        {"id": identifier, "navn": name, "intro": intro, "felter": list(some)}
        for identifier, name, intro, some in all_steps
    ]


def _for_people(field: dict[str, Any], path: str) -> dict[str, Any]:
    """A field without talk of files, which the form's reader does not see; path is its key with those around it."""
    shown = {**field, "help": f"{without_files(field['help'])} {DONE.get(path, '')}".strip()}
    shown["checks"] = [{**check, "expected": without_files(check["expected"])} for check in field["checks"]]
    if "fields" in field:
        inside = {f"{path}.{inner['key']}": inner for inner in field["fields"]}
        shown["fields"] = [_for_people(inner, name) for name, inner in inside.items() if name not in LATER]
    return shown


def without_files(text: str) -> str:
    """A help text without the names of files, and without what then says nothing."""
    bare = _FILE_NAME.sub("", _FILE_TALK.sub("", text)).strip(" :,.")
    if bare == text.strip(" :,."):
        return text
    if not bare:
        return ""
    return bare[0].upper() + bare[1:] + ("." if text.endswith(".") else "")


def _descriptions(content: Content) -> dict[str, dict[str, str]]:
    """List to id to what the value means, where the list says so."""
    return {
        name: {identifier: row.beskrivelse for identifier, row in rows.items() if getattr(row, "beskrivelse", "")}
        for name, rows in content.vocabularies.items()
        if any(getattr(row, "beskrivelse", "") for row in rows.values())
    }


_SAMPLE: dict[str, Any] = {
    "id": "a", "titel": "{value}", "kort": "a", "tema": "a", "kommuner": ["a"],
    "aktoerer": [{"navn": "a", "type": "a"}], "brancher": ["a"], "maalgrupper": ["a"], "virkemidler": ["a"],
    "resultattyper": ["a"], "kilde": {"udgivelse": "a"}, "gennemgaaet": "2020-01-01",
}  # fmt: skip
_LESSON = {"id": "mark", "tekst": "a", "omraade": "a"}
# What is wrong in each sample: the rule's id to what is changed. The words are then the check's own.
_BROKEN: dict[str, dict[str, Any]] = {
    "sted": {"kommuner": []},
    "regioner": {"regioner": ["a"]},
    "fremtid": {"gennemgaaet": "9999-12-31"},
    "finansiering": {"finansieringsform": ["a"]},
    "laering-id": {"laering": [_LESSON, _LESSON]},
}


def rules() -> dict[str, dict[str, str]]:
    """Each rule over several fields with the command line's words; {value} is the text as it is quoted."""
    found = {name: _words(_problem(change)) for name, change in _BROKEN.items()}
    source, case = _sample({})
    other = Source("cases/{id}.yml")
    problem = next(check_unique([(other, case), (source, case)], "titel"))
    return found | {"titel-brugt": _words(problem)}


def _sample(change: dict[str, Any]) -> tuple[Source, Case]:
    source = Source("cases/a.yml", data=deepcopy(_SAMPLE) | change)
    case, problems = check_model(source, Case)
    if case is None:
        raise ValueError(f"the sample does not fit the model: {problems}")
    return source, case


def _problem(change: dict[str, Any]) -> Problem:
    source, case = _sample(change)
    return next(problem for check in CASE_CHECKS for problem in check(source, case))


def _words(problem: Problem) -> dict[str, str]:
    """The words of a problem with the sample's own value taken out."""
    message = problem.message.replace("»{value}«", "{value}").replace("»mark«", "{value}")
    return {"message": message.replace("9999-12-31", "{bare}"), "expected": problem.expected, "tip": problem.tip}
