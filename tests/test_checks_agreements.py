"""Every rule for an agreement: seen to fail, and to let a near miss pass."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking import checks_agreements
from tests.examples import agreement

CLAUSES = {"opsigelse": "Opsigelse"}
PARTY = {"navn": "Havnen", "type": "virksomhed"}
OTHER = {"navn": "Fanø Kommune", "type": "kommune"}

# Rule -> (changes to the example, what is said); nothing said is a near miss.
RULES: dict[str, list[tuple[dict[str, Any], str]]] = {
    "check_every_clause_type_is_answered": [
        ({"klausuler": {"maal": {"findes": "nej"}}}, "klausuler: klausultyper uden svar: opsigelse"),
        ({"klausuler": {"opsigelse": {"findes": "nej"}}}, ""),
    ],
    "check_existing_clauses_have_text": [
        ({"klausuler": {"opsigelse": {"findes": "ja"}}}, "klausuler.opsigelse: der mangler en tekst"),
        (
            {"klausuler": {"opsigelse": {"findes": "nej", "sted": "§ 9"}}},
            "klausuler.opsigelse.sted: et sted er angivet, selv om findes er nej",
        ),
        ({"klausuler": {"opsigelse": {"findes": "nej", "tekst": "Kun mundtligt."}}}, ""),
        ({"klausuler": {"opsigelse": {"findes": "ja", "tekst": "Tre måneder."}}}, ""),
    ],
    "check_notice_agrees_with_clause": [
        ({"opsigelse": {"findes": "nej"}}, "opsigelse.findes: siger noget andet end klausuler.opsigelse"),
        ({"opsigelse": {"findes": "nej"}, "klausuler": {"opsigelse": {"findes": "nej"}}}, ""),
        ({"klausuler": {"maal": {"findes": "nej"}}}, ""),
    ],
    "check_responsible_parties_are_parties": [
        ({"ansvar": [{"part": "havnen", "tekst": "x"}]}, "ansvar[1].part: »havnen« er ikke en af parterne"),
        ({"ansvar": [{"part": "Havnen", "tekst": "x"}]}, ""),
        ({"ansvar": None}, ""),
    ],
    "check_parties_are_named_once": [
        ({"parter": [PARTY]}, "parter: en aftale har mindst to parter"),
        ({"parter": [PARTY, OTHER, PARTY]}, "parter[3].navn: »Havnen« står to gange"),
        ({"parter": [PARTY, OTHER]}, ""),
    ],
}


@pytest.mark.parametrize(("rule", "changes", "said"), [(rule, *row) for rule, rows in RULES.items() for row in rows])
def test_rules(rule: str, changes: dict[str, Any], said: str) -> None:
    source, item = agreement(**changes)
    found = [str(problem) for problem in getattr(checks_agreements, rule)(source, item, CLAUSES)]
    assert len(found) == bool(said), found
    assert said in "".join(found)


def test_the_parties_are_listed_where_one_is_mistyped() -> None:
    source, item = agreement(ansvar=[{"part": "Havn", "tekst": "x"}])
    (problem,) = checks_agreements.check_responsible_parties_are_parties(source, item, CLAUSES)
    assert problem.tip == "Parterne er: Fanø Kommune, Havnen."
