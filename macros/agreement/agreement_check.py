"""The agreement check: every rule asked of an agreement's facts; what is found, what is well, what cannot be seen.

A condition is true, false or unknown (None). The rules are data (agreements/_tjek.yml); the browser asks the same of
a draft in docs/assets/javascripts/agreement/check.mjs, and a test holds the two equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from macros.checking.agreement_facts import WHOLE, Facts, Row, Value
from macros.model.check_model import CheckRule, Condition, Count, Different, FoundIn, Match, OneOf

Truth = bool | None
# Named one by one, because Python and JavaScript do not agree on what all spaces are.
_SPACES = re.compile("[ \t\n\r\u00a0]+")
FOUND, UNSEEN, WELL, BESIDE = "fund", "ukendt", "godt", "uden-for"


@dataclass(frozen=True)
class Scope:
    """What a condition is asked of: all facts, one row, and the rows that stand before it in its list."""

    facts: Facts
    row: Row
    before: Sequence[Row] = ()


@dataclass(frozen=True)
class Outcome:
    """What one rule says: its state, and the rows it was found in or cannot be seen in (by place in the list)."""

    rule: CheckRule
    state: str
    found: tuple[int, ...] = ()
    unseen: tuple[int, ...] = ()


def check_agreement(rules: Iterable[CheckRule], facts: Facts) -> tuple[Outcome, ...]:
    """Every rule's outcome, in the rules' order."""
    return tuple(_outcome(rule, facts) for rule in rules)


def findings(outcome: Outcome, facts: Facts) -> tuple[str, ...]:
    """What was found, as sentences: one for each row, or one for the agreement."""
    if outcome.state != FOUND:
        return ()
    if not outcome.rule.hver:
        return (outcome.rule.fund,)
    rows = facts[outcome.rule.hver]
    return tuple(_filled(outcome.rule.fund, rows[index]) for index in outcome.found)


def _filled(sentence: str, row: Row) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda found: str(row.get(found[1]) or ""), sentence)


def _outcome(rule: CheckRule, facts: Facts) -> Outcome:
    rows = facts[rule.hver] if rule.hver else [facts[WHOLE]]
    if rows is None:
        return Outcome(rule, UNSEEN)
    asked = [_row_truth(rule, Scope(facts, row, rows[:index])) for index, row in enumerate(rows)]
    relevant = [truth for matters, truth in asked if matters]
    found = tuple(index for index, (matters, truth) in enumerate(asked) if matters and truth is False)
    unseen = tuple(index for index, (matters, truth) in enumerate(asked) if matters and truth is None)
    state = FOUND if found else UNSEEN if unseen else WELL if relevant else BESIDE
    return Outcome(rule, state, found, unseen)


def _row_truth(rule: CheckRule, scope: Scope) -> tuple[bool, Truth]:
    """Whether the rule matters here, and whether what it asks for holds."""
    matters = holds(rule.naar, scope) if rule.naar else True
    if matters is False:
        return False, True
    truth = holds(rule.krav, scope)
    return True, True if truth else None if matters is None else truth


def holds(condition: Condition, scope: Scope) -> Truth:
    """Whether all that a condition names holds."""
    return _all(
        ask(getattr(condition, name), scope) for name, ask in _ASK.items() if getattr(condition, name) is not None
    )


def _all(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return False if False in seen else None if None in seen else True


def _any(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return True if True in seen else None if None in seen else False


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _value(scope: Scope, field: str) -> Value:
    """A field of the row, or "aftale.field" of the agreement as a whole."""
    whole = field.removeprefix(f"{WHOLE}.")
    row: Row = scope.row if whole == field else scope.facts[WHOLE]
    return row[whole]


def _has_answer(value: Value) -> Truth:
    return None if value is None else _SPACES.sub("", str(value)) != ""


def folded(value: Value) -> str:
    """A value as names are compared: without regard to case and spacing."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", str(value)).lower()).strip(" ")


def _filled_in(fields: Sequence[str], scope: Scope) -> Truth:
    return _all(_has_answer(_value(scope, field)) for field in fields)


def _is_one_of(wanted: OneOf, scope: Scope) -> Truth:
    value = _value(scope, wanted.felt)
    return None if value is None else value in wanted.vaerdi


def _has_clause(kind: str, scope: Scope) -> Truth:
    rows = scope.facts["klausuler"]
    return None if rows is None else any(row["id"] == kind for row in rows)


def _has_variant(wanted: Sequence[str], scope: Scope) -> Truth:
    rows = scope.facts["klausuler"]
    if rows is None:
        return None
    pairs = [place.split("/", 1) for place in wanted]
    return _any(
        None if row["variant"] is None else row["variant"] == variant
        for kind, variant in pairs
        for row in rows
        if row["id"] == kind
    )


def _counts(wanted: Count, scope: Scope) -> Truth:
    rows = scope.facts[wanted.liste]
    if rows is None:
        return None
    truths = [holds(wanted.hvor, Scope(scope.facts, row)) if wanted.hvor else True for row in rows]
    sure, perhaps = truths.count(True), truths.count(True) + truths.count(None)
    enough = wanted.mindst is None or sure >= wanted.mindst or (None if perhaps >= wanted.mindst else False)
    few = wanted.hoejst is None or perhaps <= wanted.hoejst or (None if sure <= wanted.hoejst else False)
    return _all((enough, few))


def _differ(wanted: Different, scope: Scope) -> Truth:
    rows = scope.facts[wanted.liste]
    if rows is None:
        return None
    values = {row[wanted.felt] for row in rows}
    known = values - {None, ""}
    return True if len(known) >= wanted.mindst else None if known != values else False


def _first_time(field: str, scope: Scope) -> Truth:
    value = _value(scope, field)
    if value is None:
        return None
    return folded(value) not in {folded(row[field]) for row in scope.before if row[field] is not None}


def _found_in(wanted: FoundIn, scope: Scope) -> Truth:
    value, rows = _value(scope, wanted.felt), scope.facts[wanted.liste]
    if value is None or rows is None:
        return None
    return _any(None if row[wanted.som] is None else folded(row[wanted.som]) == folded(value) for row in rows)


def _matches(wanted: Match, scope: Scope) -> Truth:
    value = _value(scope, wanted.felt)
    return None if value is None else re.search(wanted.moenster, str(value)) is not None


def _in_order(fields: Sequence[str], scope: Scope) -> Truth:
    first, last = (_value(scope, field) for field in fields)
    return str(first) <= str(last) if first and last else None


def _at_most(terms: Sequence[str], scope: Scope) -> Truth:
    small, large = (int(term) if term.isdigit() else _value(scope, term) for term in terms)
    return small <= large if isinstance(small, int | float) and isinstance(large, int | float) else None


_ASK: dict[str, Callable[[Any, Scope], Truth]] = {
    "udfyldt": _filled_in,
    "er": _is_one_of,
    "klausul": _has_clause,
    "variant": _has_variant,
    "antal": _counts,
    "forskellige": _differ,
    "foerste_gang": _first_time,
    "findes_i": _found_in,
    "matcher": _matches,
    "ikke_efter": _in_order,
    "hoejst": _at_most,
    "ikke": lambda inner, scope: _not(holds(inner, scope)),
    "en_af": lambda options, scope: _any(holds(option, scope) for option in options),
}
