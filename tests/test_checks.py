"""Every rule across files: seen to fail, and to let a near miss pass."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.checking import checks
from macros.checking.checks import (
    AGREEMENT_REFERENCES,
    CASE_REFERENCES,
    VOCABULARY_REFERENCES,
    check_id_is_file_name,
    check_references,
    check_rows_are_unique,
    check_unique,
    values_at,
)
from macros.ground.problem import Problem
from macros.model.case_model import Case
from macros.model.vocabulary_model import Term
from macros.reading.yaml_source import Source, parse
from tests.examples import CASE, ROOT, agreement, case, changed, read, to_yaml

ACTOR = {"navn": "Havnen", "type": "virksomhed"}
LESSON = CASE["laering"][0]
NEXT_WEEK = str(date.today() + timedelta(days=7))
NAMES = {
    name: {"en": "Den ene", "to": "Den anden"}
    for name in {*CASE_REFERENCES.values(), *AGREEMENT_REFERENCES.values(), "effekter"}
}

# Rule -> (changes to the example, what is said); nothing said is a near miss.
OWN_RULES: dict[str, list[tuple[dict[str, Any], str]]] = {
    "check_place": [
        ({"kommuner": None}, "hverken kommuner eller område er udfyldt"),
        ({"kommuner": None, "omraade": "Vestkysten"}, ""),
        ({"omraade": "Vestkysten"}, ""),
        ({"regioner": ["region-syddanmark"]}, "regioner står, selv om kommuner er nævnt"),
        ({"kommuner": None, "omraade": "Vestkysten", "regioner": ["region-syddanmark"]}, ""),
    ],
    "check_lists_have_no_repeats": [
        ({"brancher": ["a", "b", "a"]}, "brancher[3]: »a« står to gange"),
        ({"se_ogsaa": ["x", "x"]}, "se_ogsaa[2]: »x« står to gange"),
        ({"brancher": ["a", "ab"]}, ""),
        ({"brancher": ["a"], "maalgrupper": ["a"]}, ""),
    ],
    "check_lessons_have_own_ids": [
        ({"laering": [LESSON, {**LESSON, "tekst": "Noget andet."}]}, "laering[2].id: »begynd-smaat« bruges to gange"),
        ({"laering": [LESSON, {**LESSON, "id": "begynd-stort"}]}, ""),
        ({"laering": None}, ""),
    ],
    "check_case_does_not_point_at_itself": [
        ({"se_ogsaa": ["anden", "lodser-i-nordby"]}, "se_ogsaa[2]: casen henviser til sig selv"),
        ({"se_ogsaa": ["lodser-i-sydby"]}, ""),
    ],
    "check_reviewed_in_the_past": [
        ({"gennemgaaet": NEXT_WEEK}, f"gennemgaaet: {NEXT_WEEK} ligger i fremtiden"),
        ({"gennemgaaet": str(date.today())}, ""),
    ],
    "check_every_case_has_facets": [
        ({"aktoerer": []}, "aktoerer: listen er tom"),
        ({"brancher": []}, "brancher: listen er tom"),
        ({"maalgrupper": []}, "maalgrupper: listen er tom"),
        ({"virkemidler": []}, "virkemidler: listen er tom"),
        ({"resultattyper": []}, "resultattyper: listen er tom"),
        ({"aktoerer": [ACTOR]}, ""),
    ],
    "check_id_is_file_name": [({}, "")],
}


@pytest.mark.parametrize(
    ("rule", "changes", "said"), [(rule, *row) for rule, rows in OWN_RULES.items() for row in rows]
)
def test_rules_for_a_case_alone(rule: str, changes: dict[str, Any], said: str) -> None:
    found = [str(problem) for problem in getattr(checks, rule)(*case(**changes))]
    assert len(found) == bool(said), found
    assert said in "".join(found)


def test_the_id_is_the_name_of_the_file() -> None:
    _, item = case()
    (problem,) = check_id_is_file_name(Source("cases/andet-navn.yml"), item)
    assert "»lodser-i-nordby« er ikke filens navn (forventet: andet-navn)" in str(problem)
    assert "Omdøb aldrig en fil, der er offentliggjort" in problem.tip


def with_value(path: str, value: str) -> dict[str, Any]:
    """Changes to the example that put a value at a path like laering.*.omraade."""
    first, *rest = path.split(".")
    if not rest:
        return {first: value}
    if rest == ["*"]:
        return {first: [value]}
    if first == "trukket_tilbage":
        return {first: {"dato": "2026-11-01", "grund": "Kommunen har bedt om det.", rest[0]: value}}
    if first == "kilde":
        return {first: {**CASE[first], rest[0]: value}}
    inner = [value] if rest[-1] == "*" else value
    return {first: [{**CASE[first][0], rest[1]: inner}]}


@pytest.mark.parametrize(("path", "vocabulary"), list(CASE_REFERENCES.items()))
def test_every_reference_of_a_case_must_exist(path: str, vocabulary: str) -> None:
    only = {path: vocabulary}
    (problem,) = check_references(*case(**with_value(path, "ukendt")), only, NAMES)
    assert "ukendt" in problem.message
    assert "»ukendt«" in problem.message
    assert problem.line > 1
    assert list(check_references(*case(**with_value(path, "en")), only, NAMES)) == []


def test_a_reference_by_name_or_nearly_right_gets_the_id() -> None:
    names = {"brancher": {"industri-og-metal": "Industri og metal", "turisme": "Turisme"}}
    near = case(brancher=["industri-og-metl"])
    (problem,) = check_references(*near, {"brancher.*": "brancher"}, names)
    assert problem.message == "ukendt værdi i _brancher.yml: »industri-og-metl«"
    assert problem.tip == "Mente du »industri-og-metal«?"
    _, item = case()
    by_name = item.model_copy(update={"brancher": ("Turisme",)})
    (problem,) = check_references(Source("a.yml"), by_name, {"brancher.*": "brancher"}, names)
    assert problem.tip == "Mente du »turisme«?"


def test_a_reference_far_off_gets_the_choices() -> None:
    names = {"brancher": {f"branche-{number}": "x" for number in range(13)}}
    (problem,) = check_references(*case(brancher=["zzz"]), {"brancher.*": "brancher"}, names)
    assert problem.tip.startswith("Vælg en af: branche-0, branche-1, ")
    assert problem.tip.endswith("branche-11 ….")


def test_twelve_choices_are_all_there_is() -> None:
    names = {"brancher": {f"branche-{number}": "x" for number in range(12)}}
    (problem,) = check_references(*case(brancher=["zzz"]), {"brancher.*": "brancher"}, names)
    assert problem.tip.endswith("branche-10, branche-11.")
    assert problem.expected == "en værdi i _brancher.yml" and problem.field == "brancher[1]"


def test_every_unknown_reference_is_told_and_no_known_one() -> None:
    """At its own place, in a list, in a list of groups, in the keys of a group, and where a group is left out."""
    source, item = case(brancher=["x", "en", "y"])
    found = list(check_references(source, item, {"brancher.*": "brancher", "trukket_tilbage.se": "cases"}, NAMES))
    assert [problem.field for problem in found] == ["brancher[1]", "brancher[3]"]
    source, item = case(laering=[LESSON, {**LESSON, "id": "b", "omraade": "en", "klausuler": ["x"]}])
    found = list(check_references(source, item, {"laering.*.klausuler.*": "klausuler"}, NAMES))
    assert [problem.field for problem in found] == ["laering[1].klausuler[1]", "laering[2].klausuler[1]"]
    assert list(values_at(type("A", (), {"a": {"b": 1}})(), "a.#")) == [(("a", "b"), "b")]


def test_what_kinds_of_things_are_called() -> None:
    assert [checks.kind_of(name) for name in ("kommuner", "cases", "aftaler", "klausuler", "brancher")] == [
        "kommune", "case", "aftale", "klausultype", "værdi i _brancher.yml"
    ]  # fmt: skip


def test_a_withdrawn_case_is_no_longer_pointed_at() -> None:
    one, other = case(id="a"), case(id="b", trukket_tilbage={"dato": "2026-11-01", "grund": "Nej.", "se": "a"})
    names = checks._names([one, other], [agreement()], [], {"temaer": [(one[0], 0, Term.model_construct(id="t"))]})
    assert names["cases"] == {"a": one[1].titel} and names["klausuler"] == {}
    assert names["temaer"] == {"t": "t"} and list(names["aftaler"].values()) == [agreement()[1].titel]


def test_nothing_is_said_of_references_to_a_list_with_faults() -> None:
    assert list(check_references(*case(brancher=["zzz"]), {"brancher.*": "brancher"}, {"brancher": {}})) == []


def test_references_of_an_agreement_must_exist() -> None:
    found = list(check_references(*agreement(klausuler={"ukendt": {"findes": "nej"}}), AGREEMENT_REFERENCES, NAMES))
    assert {problem.field for problem in found} == {
        "klausuler.ukendt",
        "kommuner[1]",
        "parter[1].type",
        "parter[2].type",
        "kilde.udgivelse",
    }
    assert "ukendt klausultype: »ukendt«" in {problem.message for problem in found}


def test_references_of_a_list_say_which_row() -> None:
    source, row = Source("cases/_kommuner.yml"), {"region": "ukendt"}
    item = type("Row", (), row)()
    (problem,) = check_references(source, item, VOCABULARY_REFERENCES["kommuner"], NAMES, (4,))
    assert problem.field == "[5].region"


def test_paths_reach_what_they_name() -> None:
    _, item = case()
    assert list(values_at(item, "laering.*.klausuler.*")) == [(("laering", 0, "klausuler", 0), "opsigelse")]
    assert list(values_at(item, "finansiering")) == []


@pytest.mark.parametrize(
    ("field", "one", "other", "said"),
    [
        ("titel", {"titel": "Lodser"}, {"titel": "LODSER"}, "titel: »LODSER« bruges også i cases/a.yml"),
        ("titel", {"titel": "Lodser"}, {"titel": "Lodserne"}, ""),
        ("nummer", {"nummer": "7"}, {"nummer": "7"}, "nummer: »7« bruges også i cases/a.yml"),
        ("nummer", {"nummer": "7"}, {"nummer": "17"}, ""),
        ("nummer", {}, {}, ""),
    ],
)
def test_titles_and_numbers_are_used_once(field: str, one: dict[str, str], other: dict[str, str], said: str) -> None:
    found = [str(problem) for problem in check_unique([case(id="a", **one), case(id="b", **other)], field)]
    assert len(found) == bool(said)
    assert said in "".join(found)
    assert all(text.startswith("cases/b.yml") for text in found)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ({"id": "unge", "navn": "Andre"}, "[2].id: »unge« står to gange i listen"),
        ({"id": "andre", "navn": "UNGE"}, "[2].navn: »UNGE« står to gange i listen"),
        ({"id": "unge-2", "navn": "Unge 2"}, ""),
    ],
)
def test_rows_of_a_list_are_used_once(second: dict[str, str], said: str) -> None:
    rows = [{"id": "unge", "navn": "Unge", "beskrivelse": "x"}, {**second, "beskrivelse": "y"}]
    source, items = read(tuple[Term, ...], parse(to_yaml(rows), "cases/_maalgrupper.yml"))
    found = [str(problem) for problem in check_rows_are_unique([(source, n, row) for n, row in enumerate(items)])]
    assert len(found) == bool(said)
    assert said in "".join(found)


def test_a_code_of_a_list_is_used_once() -> None:
    source = parse("- kode: '0101'\n- kode: '0102'\n- kode: '0101'\n- kode: ''\n", "cases/_kommuner.yml")
    rows = [(source, n, SimpleNamespace(kode=row["kode"], id=str(n))) for n, row in enumerate(source.data)]
    (problem,) = check_rows_are_unique(rows)
    assert (problem.line, problem.field) == (3, "[3].kode") and problem.expected == "noget, der kun bruges én gang"


def rules() -> dict[str, Callable[..., Iterator[Problem]]]:
    """Every rule of every module of rules by its name."""
    modules = [
        importlib.import_module(f"macros.checking.{file.stem}")
        for file in (ROOT / "macros" / "checking").glob("checks*.py")
    ]
    return {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if name.startswith("check_") and inspect.isfunction(value) and name != "check_all"
    }


def test_every_rule_is_tried_by_a_test() -> None:
    """A rule that no test names may be wrong without anybody knowing."""
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_checks*.py"))
    assert [name for name in rules() if name not in tests] == []


def test_every_rule_is_in_use() -> None:
    """A rule that is written but never run is worse than none."""
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros").rglob("*.py"))
    used = set(re.findall(r"(?<!def )\bcheck_\w+", code))
    assert [name for name in rules() if name not in used] == []


def test_every_rule_says_what_it_is() -> None:
    assert [name for name, rule in rules().items() if not (rule.__doc__ or "").strip().endswith(".")] == []


@pytest.mark.parametrize("field", [name for name, info in Case.model_fields.items() if info.is_required()])
def test_a_needed_field_is_needed(field: str) -> None:
    with pytest.raises(AssertionError, match="feltet mangler"):
        read(Case, parse(to_yaml(changed(CASE, {field: None})), "cases/a.yml"))
