"""Every rule for clause types: seen to fail, and to let a near miss pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.checking import checks_clauses
from macros.model.clause_model import FIELD_KINDS
from tests.examples import VARIANTS, clause

FIELD = {"etiket": "Varsel", "hjaelp": "Hvor længe.", "eksempel": "tre måneder", "art": "tekst"}
SECOND = VARIANTS.replace("{#gensidigt}", "{#andet}")

# Rule -> (variants, changes to the example, what is said); nothing said is a near miss.
RULES: dict[str, list[tuple[str, dict[str, Any], str]]] = {
    "check_variants_have_own_ids": [
        ("", {}, "varianter: der er ingen modeltekst"),
        (VARIANTS + "\n" + VARIANTS, {}, "varianter[2].id: »gensidigt« bruges to gange"),
        (VARIANTS + "\n" + SECOND, {}, ""),
    ],
    "check_placeholders_are_declared": [
        (VARIANTS.replace("[varsel]", "[varsl]"), {}, "varianter[1].tekst: feltet [varsl] er ikke erklæret"),
        (VARIANTS.replace("[varsel]", "[varsel](https://kl.dk)"), {}, ""),
        (VARIANTS.replace("[varsel]", "[Varsel] og [1.a]"), {}, ""),
    ],
    "check_declared_fields_are_used": [
        (VARIANTS, {"felter": {"varsel": FIELD, "frist": FIELD}}, "felter.frist: feltet bruges ikke i nogen variant"),
        (VARIANTS + "\n" + SECOND.replace("[varsel]", "[frist]"), {"felter": {"varsel": FIELD, "frist": FIELD}}, ""),
    ],
    "check_field_kinds": [
        (VARIANTS, {"felter": {"varsel": {**FIELD, "art": "texst"}}}, "felter.varsel.art: »texst« er ikke en art"),
        *[(VARIANTS, {"felter": {"varsel": {**FIELD, "art": kind}}}, "") for kind in FIELD_KINDS],
    ],
    "check_lists_stand_alone": [
        (VARIANTS, {"felter": {"varsel": {**FIELD, "art": "liste"}}}, "[varsel] skal stå alene på sin linje"),
        (VARIANTS, {"felter": {"varsel": {**FIELD, "art": "underskrifter"}}}, "[varsel] skal stå alene på sin linje"),
        (VARIANTS, {"felter": {"varsel": {**FIELD, "art": "parter"}}}, ""),
        (
            VARIANTS.replace(" [varsel].", ":\n\n  [varsel]  "),
            {"felter": {"varsel": {**FIELD, "art": "liste"}}},
            "",
        ),
    ],
}


@pytest.mark.parametrize(
    ("rule", "variants", "changes", "said"), [(rule, *row) for rule, rows in RULES.items() for row in rows]
)
def test_rules(rule: str, variants: str, changes: dict[str, Any], said: str, tmp_path: Path) -> None:
    found = [str(problem) for problem in getattr(checks_clauses, rule)(*clause(tmp_path, variants, **changes))]
    assert len(found) == bool(said), found
    assert said in "".join(found)


def test_a_mistyped_placeholder_gets_the_nearest_field(tmp_path: Path) -> None:
    (problem,) = checks_clauses.check_placeholders_are_declared(
        *clause(tmp_path, VARIANTS.replace("[varsel]", "[varsl]"))
    )
    assert problem.tip == "Mente du »varsel«?"
    assert problem.line > 10


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"etiket": "Frist"}, "felter.varsel: feltet har en anden etiket eller art end i"),
        ({"art": "dato"}, "(forventet: Varsel (tekst))"),
        ({"hjaelp": "Skriv antal måneder."}, ""),
    ],
)
def test_check_shared_fields_are_equal(change: dict[str, str], said: str, tmp_path: Path) -> None:
    one = clause(tmp_path)
    other = clause(tmp_path, id="loebetid", titel="Løbetid", nummer="2", felter={"varsel": {**FIELD, **change}})
    found = [str(problem) for problem in checks_clauses.check_shared_fields_are_equal([one, other])]
    assert len(found) == bool(said)
    assert said in "".join(found)


def test_check_clauses_runs_every_rule(tmp_path: Path) -> None:
    wrong = clause(tmp_path, VARIANTS.replace("[varsel]", "[varsl]"), felter={"frist": {**FIELD, "art": "x"}})
    said = [problem.message for problem in checks_clauses.check_clauses([wrong])]
    assert said == ["feltet [varsl] er ikke erklæret", "feltet bruges ikke i nogen variant", "»x« er ikke en art"]
