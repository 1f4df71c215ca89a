"""The rules for the rules of the agreement check: they ask for facts that exist, and rest on sources that exist."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from macros.checking.agreement_facts import FACTS, WHOLE
from macros.ground.problem import Problem
from macros.model.case_model import Case
from macros.model.check_model import GROUPS, SEVERITIES, STEPS, CheckRule, Condition
from macros.model.clause_model import ClauseType
from macros.model.fields import quoted
from macros.reading.faults import nearest
from macros.reading.yaml_source import Location, Source

GENERAL = "katalog"
Rows = Sequence[tuple[Source, int, Any]]
# What Python and JavaScript read differently, or not at all: classes of signs by letter, and sets inside sets.
_UNPORTABLE = re.compile(r"\\[A-Za-z0-9]|\(\?[^:=!<]|\(\?<[^=!]|\[\[|\[\]")


def check_rules(
    rules: Rows,
    areas: Rows,
    cases: Sequence[tuple[Source, Case]],
    clauses: Sequence[tuple[Source, ClauseType]],
    unread: Container[str] = (),
) -> Iterator[Problem]:
    """Every rule over every rule of the agreement check; cases that are unread may be pointed at."""
    kinds = {clause.id: clause for _, clause in clauses}
    lessons = lesson_names(areas, cases)
    for source, index, rule in rules:
        yield from check_words_are_known(source, index, rule)
        yield from check_rule_has_a_source(source, index, rule)
        yield from check_lessons_exist(source, index, rule, lessons, unread)
        yield from check_field_can_be_answered(source, index, rule, kinds)
        yield from check_sentence_names_facts(source, index, rule)
        for name in ("naar", "krav"):
            condition = getattr(rule, name)
            if condition:
                yield from check_condition(source, (index, name), condition, rule.hver or WHOLE, kinds)


def lesson_names(areas: Rows, cases: Sequence[tuple[Source, Case]]) -> set[str]:
    """Every lesson as case#lesson; the catalogue's general ones as katalog#lesson."""
    general = {f"{GENERAL}#{point.id}" for _, _, area in areas for point in area.punkter}
    return general | {f"{case.id}#{lesson.id}" for _, case in cases for lesson in case.laering}


def check_words_are_known(source: Source, index: int, rule: CheckRule) -> Iterator[Problem]:
    """A rule's group, severity, step and list are among those there are."""
    words = {"gruppe": tuple(GROUPS), "alvor": SEVERITIES, "trin": STEPS, "hver": tuple(set(FACTS) - {WHOLE})}
    for name, known in words.items():
        value = getattr(rule, name)
        if value is not None and value not in known:
            expected = ", ".join(sorted(known))
            yield source.problem((index, name), f"{quoted(value)} kan ikke bruges her", expected, nearest(value, known))


def check_rule_has_a_source(source: Source, index: int, rule: CheckRule) -> Iterator[Problem]:
    """A rule rests on a lesson, a real agreement or the scorecard, so that nobody need take our word for it."""
    if not (rule.laering or rule.aftaler or rule.scorecard):
        yield source.problem((index,), "reglen har ingen kilde", "laering, aftaler eller scorecard")


def check_lessons_exist(
    source: Source, index: int, rule: CheckRule, lessons: set[str], unread: Container[str]
) -> Iterator[Problem]:
    """The lessons behind a rule exist."""
    for place, name in enumerate(rule.laering):
        if name not in lessons and name.split("#")[0] not in unread:
            tip = nearest(name, tuple(lessons))
            yield source.problem((index, "laering", place), f"ukendt læringspunkt: {quoted(name)}", "case#punkt", tip)


def check_field_can_be_answered(
    source: Source, index: int, rule: CheckRule, kinds: Mapping[str, ClauseType]
) -> Iterator[Problem]:
    """The field that a rule leads to is one of its rows' facts, or one that its clause type asks for."""
    clause = kinds.get(rule.klausul)
    known = (*FACTS.get(rule.hver or "", ()), *(clause.felter if clause else ()))
    if rule.felt and clause and rule.felt not in known:
        expected = "et felt i rækken eller i klausulen"
        yield source.problem((index, "felt"), f"ukendt felt: {quoted(rule.felt)}", expected, nearest(rule.felt, known))


def check_sentence_names_facts(source: Source, index: int, rule: CheckRule) -> Iterator[Problem]:
    """What stands in braces in a rule's sentence is a fact of its rows."""
    known = FACTS.get(rule.hver or "", ())
    for name in re.findall(r"\{([^}]*)\}", rule.fund):
        if name not in known:
            yield source.problem((index, "fund"), f"{{{name}}} er ikke et felt i rækken", ", ".join(known))


def check_condition(
    source: Source, place: Location, condition: Condition, rows: str, kinds: Mapping[str, ClauseType]
) -> Iterator[Problem]:
    """A condition asks something, of facts and clauses that exist, in a way that both languages read alike."""
    asked = condition.model_dump(exclude_none=True)
    if not asked or (condition.antal and condition.antal.mindst is None and condition.antal.hoejst is None):
        yield source.problem(place, "betingelsen spørger ikke om noget", "mindst ét krav")
    if condition.matcher and not _is_portable(condition.matcher.moenster):
        tip = "Skriv tegnene ud i kantede parenteser i stedet for fx \\w og \\d."
        yield source.problem((*place, "matcher"), "mønstret læses ikke ens af Python og JavaScript", "", tip)
    for name, field, of in _fields(condition, rows):
        known = FACTS.get(WHOLE if field.startswith(f"{WHOLE}.") else of)
        bare = field.removeprefix(f"{WHOLE}.")
        if known is None:
            yield source.problem((*place, name), f"ukendt liste: {quoted(of)}", ", ".join(FACTS))
        elif bare not in known:
            yield source.problem(
                (*place, name), f"ukendt felt: {quoted(field)}", ", ".join(known), nearest(bare, known)
            )
    for name, kind, variant in _clauses(condition):
        clause = kinds.get(kind)
        if kinds and clause is None:
            yield source.problem((*place, name), f"ukendt klausultype: {quoted(kind)}", "en klausultype")
        elif clause and variant is not None and variant not in [item.id for item in clause.varianter]:
            yield source.problem((*place, name), f"{quoted(kind)} har ikke varianten {quoted(variant)}", "en variant")
    for inner_place, inner, of in _inner(condition, rows):
        yield from check_condition(source, (*place, *inner_place), inner, of, kinds)


def _is_portable(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return not _UNPORTABLE.search(pattern)


def _fields(condition: Condition, rows: str) -> Iterator[tuple[str, str, str]]:
    """Each field that a condition asks for: the key it stands under, its name, and the list it belongs to."""
    for name in ("udfyldt", "ikke_efter", "hoejst"):
        yield from ((name, field, rows) for field in getattr(condition, name) or () if not field.isdigit())
    for name in ("er", "matcher", "findes_i"):
        if part := getattr(condition, name):
            yield name, part.felt, rows
    if condition.foerste_gang:
        yield "foerste_gang", condition.foerste_gang, rows
    if condition.findes_i:
        yield "findes_i", condition.findes_i.som, condition.findes_i.liste
    if condition.forskellige:
        yield "forskellige", condition.forskellige.felt, condition.forskellige.liste
    if condition.antal and not condition.antal.hvor:
        yield "antal", FACTS.get(condition.antal.liste, ("?",))[0], condition.antal.liste


def _clauses(condition: Condition) -> Iterator[tuple[str, str, str | None]]:
    """Each clause type, and variant of it, that a condition names."""
    if condition.klausul:
        yield "klausul", condition.klausul, None
    for place in condition.variant or ():
        kind, _, variant = place.partition("/")
        yield "variant", kind, variant


def _inner(condition: Condition, rows: str) -> Iterator[tuple[Location, Condition, str]]:
    """The conditions inside a condition, with the list that their fields belong to."""
    if condition.antal and condition.antal.hvor:
        yield ("antal", "hvor"), condition.antal.hvor, condition.antal.liste
    if condition.ikke:
        yield ("ikke",), condition.ikke, rows
    for index, option in enumerate(condition.en_af or ()):
        yield ("en_af", index), option, rows
