"""Every rule for what the builder begins with: seen to fail, and to let a near miss pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.checking import checks_builder
from macros.ground.problem import Problem
from macros.model.clause_model import ClauseType
from macros.model.starter_model import Starter
from macros.reading.yaml_source import Source, parse
from tests.examples import VARIANTS, agreement, clause, to_yaml

KNOWN = {"opsigelse": "Opsigelse", "loebetid": "Løbetid"}


def starter(valg: dict[str, str]) -> tuple[Source, int, Starter]:
    """A starter with those choices, as the second of its file."""
    row = {"id": "lille", "navn": "Lille", "hjaelp": "Til to parter.", "valg": valg}
    source = parse(to_yaml([{**row, "id": "stor", "navn": "Stor"}, row]), "agreements/_skabeloner.yml")
    return source, 1, Starter.model_validate(row)


def said(problems: Any) -> str:
    """What the rule says, and on which line."""
    found: list[Problem] = list(problems)
    return "\n".join(f"{problem} {problem.tip}" for problem in found)


@pytest.mark.parametrize(
    ("valg", "words"),
    [
        ({"opsigelse": "gensidig"}, "[2].valg.opsigelse: opsigelse har ingen variant »gensidig«"),
        ({"opsigelse": "x"}, "Vælg en af: gensidigt."),
        ({"opsigels": "gensidigt"}, "ukendt klausultype: »opsigels«"),
        ({"opsigelse": "gensidigt"}, ""),
        ({"loebetid": "en-hvilken-som-helst"}, ""),  # its own file has faults, so nothing can be said of its variants
    ],
)
def test_check_starter_choices(valg: dict[str, str], words: str, tmp_path: Path) -> None:
    found = said(checks_builder.check_starter_choices(*starter(valg), [clause(tmp_path)], KNOWN))
    assert words in found and bool(words) == bool(found)


@pytest.mark.parametrize(
    ("needed", "valg", "words"),
    [
        ("ja", {"loebetid": "fast"}, "uundværlige klausultyper mangler: opsigelse"),
        ("ja", {"opsigelse": "gensidigt"}, ""),
        ("nej", {"loebetid": "fast"}, ""),
    ],
)
def test_check_starter_has_what_is_needed(needed: str, valg: dict[str, str], words: str, tmp_path: Path) -> None:
    clauses = [clause(tmp_path, uundvaerlig=needed)]
    found = said(checks_builder.check_starter_has_what_is_needed(*starter(valg), clauses))
    assert words in found and bool(words) == bool(found)


@pytest.mark.parametrize(
    ("valg", "words"),
    [
        ({"opsigelse": "gensidigt"}, "teksten henviser til klausuler, der ikke er med: loebetid"),
        ({"opsigelse": "gensidigt", "loebetid": "fast"}, ""),
        ({"opsigelse": "andet"}, ""),
    ],
)
def test_check_starter_references(valg: dict[str, str], words: str, tmp_path: Path) -> None:
    clauses = [clause(tmp_path, VARIANTS.replace("[varsel]", "[varsel], jf. [§loebetid]"))]
    found = said(checks_builder.check_starter_references(*starter(valg), clauses))
    assert words in found and bool(words) == bool(found)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ({"findes": "ja", "tekst": "Tre.", "model": "gensidig"}, "opsigelse har ingen variant »gensidig«"),
        ({"findes": "nej", "model": "gensidigt"}, "en model er angivet, selv om findes er nej"),
        ({"findes": "ja", "tekst": "Tre.", "model": "gensidigt"}, ""),
        ({"findes": "ja", "tekst": "Tre."}, ""),
    ],
)
def test_check_agreement_models(statement: dict[str, str], words: str, tmp_path: Path) -> None:
    source, item = agreement(klausuler={"opsigelse": statement})
    found = said(checks_builder.check_agreement_models(source, item, [clause(tmp_path)]))
    assert words in found and bool(words) == bool(found)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("[§loebetit]", "Mente du »loebetid«?"),
        ("[§opsigelse]", "[§opsigelse] henviser til sig selv"),
        ("[§loebetid]", ""),
        ("§ 4 og [§ 4]", ""),
    ],
)
def test_check_references_lead_somewhere(reference: str, words: str, tmp_path: Path) -> None:
    text = VARIANTS.replace("[varsel]", f"[varsel], jf. {reference}")
    found = said(checks_builder.check_references_lead_somewhere(*clause(tmp_path, text), KNOWN))
    assert words in found and bool(words) == bool(found)


def test_check_builder_runs_every_rule(tmp_path: Path) -> None:
    source, item = clause(tmp_path, VARIANTS.replace("[varsel]", "[§x]"), uundvaerlig="ja", felter={})
    clauses: list[tuple[Source, ClauseType]] = [(source, item)]
    agreements = [agreement(klausuler={"opsigelse": {"findes": "nej", "model": "gensidigt"}})]
    found = list(checks_builder.check_builder([starter({"y": "z"})], agreements, clauses, KNOWN))
    assert len(found) == 4
