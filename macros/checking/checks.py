"""The rules that a single file's model cannot know: references, uniqueness, agreement between fields.

One generator per rule; its docstring is the rule. Sources carry the positions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from macros.checking.checks_agreements import AGREEMENT_CHECKS
from macros.checking.checks_builder import check_builder
from macros.checking.checks_clauses import check_clauses
from macros.checking.checks_partners import check_considerations, check_financing_is_told
from macros.checking.checks_results import (
    check_charts,
    check_effect_figures,
    check_figures_have_own_ids,
)
from macros.checking.checks_rules import check_rules
from macros.checking.checks_situations import check_questions
from macros.ground.problem import Problem
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.model.fields import quoted
from macros.model.model_shape import references, shape
from macros.model.vocabularies import VOCABULARIES
from macros.model.vocabulary_model import Catalogue
from macros.reading.faults import nearest
from macros.reading.yaml_source import Location, Source

Rows = Sequence[tuple[Source, int, Any]]
Names = dict[str, dict[str, str]]

# Where an item points at a list, as the models themselves say: path of a field -> name of the list.
CASE_REFERENCES = references(Case)
AGREEMENT_REFERENCES = references(Agreement)
CATALOGUE_REFERENCES = references(Catalogue)
VOCABULARY_REFERENCES = {name: references(kind) for name, kind in VOCABULARIES.items()}
_SIMPLE_LISTS = tuple(path[:-2] for path in CASE_REFERENCES if path.endswith(".*") and path.count(".") == 1)
_LEAST = {name: least for name, info in Case.model_fields.items() if (least := shape(info).least)}
# What the checks of lists say; the web form says the same.
UNKNOWN, EMPTY_LIST, REPEATED = "ukendt {kind}: {value}", "listen er tom", "{value} står to gange"
AT_LEAST_ONE, DROP_ONE = "mindst én værdi", "Slet den ene."
ADD_ONE, TODAY = "Skriv en værdi efter en bindestreg.", "Skriv dagen, hvor du gennemgik den."
_KINDS = {"kommuner": "kommune", "cases": "case", "aftaler": "aftale", "klausuler": "klausultype"}


def check_all(
    cases: Sequence[tuple[Source, Case]],
    agreements: Sequence[tuple[Source, Agreement]],
    clauses: Sequence[tuple[Source, ClauseType]],
    vocabularies: dict[str, list[tuple[Source, int, Any]]],
    catalogue: tuple[Source, Catalogue] | None,
    unread: Names,
) -> Iterator[Problem]:
    """Every rule over every item that is right in itself; what is unread has faults, but may be pointed at."""
    names = _names(cases, agreements, clauses, vocabularies)
    for kind, ids in unread.items():
        names[kind] |= ids
    for source, case in cases:
        yield from check_references(source, case, CASE_REFERENCES, names)
        for rule in CASE_CHECKS:
            yield from rule(source, case)
    for source, agreement in agreements:
        yield from check_references(source, agreement, AGREEMENT_REFERENCES, names)
        for check in AGREEMENT_CHECKS:
            yield from check(source, agreement, names["klausuler"])
    yield from check_clauses(clauses)
    for items in (cases, agreements, clauses):
        for source, item in items:
            yield from check_id_is_file_name(source, item)
        yield from check_unique(items, "id")
        yield from check_unique(items, "titel")
        yield from check_unique(items, "nummer")
    for vocabulary, rows in vocabularies.items():
        yield from check_rows_are_unique(rows)
        for source, index, row in rows:
            yield from check_references(source, row, VOCABULARY_REFERENCES.get(vocabulary, {}), names, (index,))
    yield from check_considerations(
        vocabularies.get("organiseringsformer", ()), vocabularies.get("laeringsomraader", ()), cases
    )
    yield from check_charts(vocabularies.get("diagrammer", ()), cases)
    yield from check_effect_figures(vocabularies.get("effekter", ()), vocabularies.get("resultattyper", ()), cases)
    yield from check_builder(vocabularies.get("skabeloner", ()), agreements, clauses, names["klausuler"])
    yield from check_questions(vocabularies.get("spoergsmaal", ()))
    areas, seen = vocabularies.get("laeringsomraader", ()), unread["cases"]
    yield from check_rules(vocabularies.get("tjek", ()), areas, cases, clauses, seen)
    if catalogue:
        yield from check_references(*catalogue, CATALOGUE_REFERENCES, names)


def _names(
    cases: Sequence[tuple[Source, Case]],
    agreements: Sequence[tuple[Source, Agreement]],
    clauses: Sequence[tuple[Source, ClauseType]],
    vocabularies: dict[str, list[tuple[Source, int, Any]]],
) -> Names:
    names = {name: {row.id: getattr(row, "navn", row.id) for _, _, row in rows} for name, rows in vocabularies.items()}
    for kind, items in (("cases", cases), ("aftaler", agreements), ("klausuler", clauses)):
        shown = [item for _, item in items if not getattr(item, "trukket_tilbage", None)]
        names[kind] = {item.id: item.titel for item in shown}
    return names


def values_at(item: Any, path: str) -> Iterator[tuple[Location, Any]]:
    """Each value that a field path like "laering.*.omraade" reaches, with its location; "#" means a group's keys."""
    step, _, rest = path.partition(".")
    if step == "#":
        yield from (((key,), key) for key in item)
        return
    children = enumerate(item) if step == "*" else [(step, getattr(item, step))]
    for key, child in children:
        if child is None:
            continue
        if not rest:
            yield (key,), child
        else:
            yield from (((key, *location), value) for location, value in values_at(child, rest))


def check_references(
    source: Source, item: Any, references: dict[str, str], names: Names, base: Location = ()
) -> Iterator[Problem]:
    """What an item points at must exist."""
    for path, vocabulary in references.items():
        known = names[vocabulary]
        if not known:  # the list itself has faults, so nothing can be said of those who use it
            continue
        if known.keys() >= set(_reacher(path)(item)):
            continue
        for location, value in values_at(item, path):
            if value in known:
                continue
            kind = kind_of(vocabulary)
            by_name = {name: identifier for identifier, name in known.items()}
            tip = f"Mente du »{by_name[value]}«?" if value in by_name else nearest(value, tuple(known))
            if not tip:
                tip = f"Vælg en af: {', '.join(list(known)[:12])}{' …' if len(known) > 12 else ''}."
            message = UNKNOWN.format(kind=kind, value=quoted(value))
            yield source.problem((*base, *location), message, f"en {kind}", tip)


@cache
def _reacher(path: str) -> Callable[[Any], list[Any]]:
    """Gives the values that a path reaches, without their locations, which only a fault has use for."""
    if not path:
        return lambda item: [item]
    step, _, rest = path.partition(".")
    further = _reacher(rest)
    if step == "#" or path == "*":
        return list
    if step == "*":
        return lambda item: [value for child in item for value in further(child)]

    def named(item: Any) -> list[Any]:
        child = getattr(item, step)
        return [] if child is None else further(child)

    return named


def kind_of(vocabulary: str) -> str:
    """What a value of a list is called in a message."""
    return _KINDS.get(vocabulary, f"værdi i _{vocabulary}.yml")


def check_id_is_file_name(source: Source, item: Any) -> Iterator[Problem]:
    """An item's id is its file's name, because addresses and links are made from it."""
    stem = source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if item.id != stem:
        tip = f"Ret id til {stem}, eller omdøb en ny fil til {item.id}. Omdøb aldrig en fil, der er offentliggjort."
        yield source.problem(("id",), f"{quoted(item.id)} er ikke filens navn", stem, tip)


def check_unique(items: Sequence[tuple[Source, Any]], field: str) -> Iterator[Problem]:
    """No two items share a title or a number."""
    seen: dict[Any, Source] = {}
    for source, item in items:
        value = getattr(item, field, None)
        key = value.casefold() if isinstance(value, str) else value
        if key is None:
            continue
        if (first := seen.setdefault(key, source)) is not source:
            yield source.problem(
                (field,),
                f"{quoted(value)} bruges også i {first.path}",
                "noget, der kun bruges én gang",
                "Er det den samme, så behold kun den ene fil. Ellers giv den sit eget.",
            )


def check_rows_are_unique(rows: Rows) -> Iterator[Problem]:
    """No two rows of a shared list have the same id or name."""
    for field in ("id", "navn", "kode"):
        seen: dict[str, int] = {}
        for source, index, row in rows:
            value = getattr(row, field, None)
            if value is not None and seen.setdefault(value.casefold(), index) != index:
                yield source.problem(
                    (index, field), f"{quoted(value)} står to gange i listen", "noget, der kun bruges én gang", DROP_ONE
                )


def check_place(source: Source, case: Case) -> Iterator[Problem]:
    """A case names its municipalities, or says in omraade where it is."""
    if not case.kommuner and not case.omraade:
        tip = "Nævner kilden ingen kommune, så skriv området i stedet (feltet omraade)."
        yield source.problem((), "hverken kommuner eller område er udfyldt", "mindst én af dem", tip)
    if case.kommuner and case.regioner:
        yield source.problem(
            ("regioner",),
            "regioner står, selv om kommuner er nævnt",
            "enten kommuner eller regioner",
            "Slet regioner; de følger af kommunerne.",
        )


def check_lists_have_no_repeats(source: Source, case: Case) -> Iterator[Problem]:
    """A list of values names each value once."""
    for field in _SIMPLE_LISTS:
        values = getattr(case, field)
        for index, value in enumerate(values):
            if value in values[:index]:
                yield source.problem(
                    (field, index), REPEATED.format(value=quoted(value)), "hver værdi én gang", DROP_ONE
                )


def check_lessons_have_own_ids(source: Source, case: Case) -> Iterator[Problem]:
    """Every lesson of a case has an id of its own, because it is an address."""
    seen: set[str] = set()
    for index, lesson in enumerate(case.laering):
        if lesson.id in seen:
            yield source.problem(
                ("laering", index, "id"),
                f"{quoted(lesson.id)} bruges to gange i casen",
                "et id pr. punkt",
                "Ret det nye.",
            )
        seen.add(lesson.id)


def check_case_does_not_point_at_itself(source: Source, case: Case) -> Iterator[Problem]:
    """Related cases are other cases."""
    for index, other in enumerate(case.se_ogsaa):
        if other == case.id:
            yield source.problem(("se_ogsaa", index), "casen henviser til sig selv", "en anden case", "Slet linjen.")


def check_reviewed_in_the_past(source: Source, case: Case | Agreement) -> Iterator[Problem]:
    """Nobody has reviewed a case tomorrow."""
    if case.gennemgaaet > date.today():
        yield source.problem(("gennemgaaet",), f"{case.gennemgaaet} ligger i fremtiden", "en dato, der er gået", TODAY)


def check_every_case_has_facets(source: Source, case: Case) -> Iterator[Problem]:
    """A case can be found: it has at least one value in each facet."""
    for field, least in _LEAST.items():
        if len(getattr(case, field)) < least:
            yield source.problem((field,), EMPTY_LIST, AT_LEAST_ONE, ADD_ONE)


CASE_CHECKS: tuple[Callable[[Source, Case], Iterator[Problem]], ...] = (
    check_place,
    check_lists_have_no_repeats,
    check_lessons_have_own_ids,
    check_figures_have_own_ids,
    check_case_does_not_point_at_itself,
    check_reviewed_in_the_past,
    check_every_case_has_facets,
    check_financing_is_told,
)
