"""Every rule for the check's own rules: seen to fail, and to let a near miss pass."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checking.checks_rules import check_rules
from macros.model.check_model import CheckRule
from macros.reading.yaml_source import parse
from tests.examples import ROOT, changed, clause, problems_in, read, to_yaml, write, write_example

RULE: dict[str, Any] = {
    "id": "maal-uden-frist",
    "navn": "Mål uden frist",
    "spoergsmaal": "Har hvert mål en frist?",
    "gruppe": "maal",
    "alvor": "boer",
    "hver": "maal",
    "krav": {"udfyldt": ["frist"]},
    "fund": "»{navn}« har ingen frist.",
    "hvorfor": "Ellers er det aldrig for sent.",
    "raad": "Skriv en dag.",
    "trin": "maal",
    "klausul": "opsigelse",
    "scorecard": "Hvad?",
}
# Rule -> changes to the example and what is said; nothing said is a near miss.
RULES: dict[str, list[tuple[dict[str, Any], str]]] = {
    "check_words_are_known": [
        ({}, ""),
        ({"gruppe": "maale"}, "»maale« kan ikke bruges her"),
        ({"alvor": "fejl"}, "»fejl« kan ikke bruges her"),
        ({"trin": "hent"}, "»hent« kan ikke bruges her"),
        ({"hver": "aftale", "fund": "x"}, "»aftale« kan ikke bruges her"),
        ({"hver": None, "krav": {"udfyldt": ["varsel"]}, "fund": "x"}, ""),
    ],
    "check_rule_has_a_source": [({"scorecard": None}, "reglen har ingen kilde")],
    "check_lessons_exist": [
        ({"laering": ["katalog#findes-ikke"]}, "ukendt læringspunkt: »katalog#findes-ikke«"),
        ({"laering": ["ulaest-case#punkt"]}, ""),
    ],
    "check_field_can_be_answered": [
        ({"felt": "slutdato"}, "ukendt felt: »slutdato«"),
        ({"felt": "varsel"}, ""),
        ({"felt": "frist"}, ""),
        ({"felt": "rolle"}, "ukendt felt: »rolle«"),
    ],
    "check_sentence_names_facts": [
        ({"fund": "»{part}« mangler."}, "{part} er ikke et felt i rækken"),
        ({"fund": "{tekst} og {ansvarlig}"}, ""),
    ],
    "check_condition": [
        ({"krav": {}}, "betingelsen spørger ikke om noget"),
        ({"krav": {"antal": {"liste": "maal"}}}, "betingelsen spørger ikke om noget"),
        ({"krav": {"antal": {"liste": "maal", "mindst": "1"}}}, ""),
        ({"krav": {"antal": {"liste": "maalet", "mindst": "1"}}}, "ukendt liste: »maalet«"),
        (
            {"krav": {"antal": {"liste": "parter", "hvor": {"udfyldt": ["frist"]}, "mindst": "1"}}},
            "ukendt felt: »frist«",
        ),
        ({"krav": {"antal": {"liste": "parter", "hvor": {"udfyldt": ["rolle"]}, "mindst": "1"}}}, ""),
        ({"krav": {"udfyldt": ["varsel"]}}, "ukendt felt: »varsel«"),
        ({"krav": {"udfyldt": ["aftale.varsel"]}}, ""),
        ({"krav": {"hoejst": ["frist", "48"]}}, ""),
        ({"krav": {"ikke": {"foerste_gang": "rolle"}}}, "ukendt felt: »rolle«"),
        ({"krav": {"findes_i": {"felt": "ansvarlig", "liste": "parter", "som": "tekst"}}}, "ukendt felt: »tekst«"),
        ({"krav": {"forskellige": {"liste": "parter", "felt": "slags", "mindst": "2"}}}, "ukendt felt: »slags«"),
        ({"naar": {"en_af": [{"klausul": "opsigelsen"}]}}, "ukendt klausultype: »opsigelsen«"),
        ({"naar": {"variant": ["opsigelse/ensidigt"]}}, "»opsigelse« har ikke varianten »ensidigt«"),
        ({"naar": {"variant": ["opsigelse/gensidigt"]}}, ""),
        ({"krav": {"matcher": {"felt": "tekst", "moenster": "[xX]{2,}|\\?"}}}, ""),
        ({"krav": {"matcher": {"felt": "tekst", "moenster": "\\bxx"}}}, "mønstret læses ikke ens"),
        ({"krav": {"matcher": {"felt": "tekst", "moenster": "(xx"}}}, "mønstret læses ikke ens"),
        ({"krav": {"matcher": {"felt": "tekst", "moenster": "(?P<navn>x)"}}}, "mønstret læses ikke ens"),
    ],
}


@pytest.mark.parametrize(("changes", "said"), [case for cases in RULES.values() for case in cases])
def test_a_rule_is_held_and_a_near_miss_passes(tmp_path: Any, changes: dict[str, Any], said: str) -> None:
    source, rule = read(CheckRule, parse(to_yaml(changed(RULE, changes)), "agreements/_tjek.yml"))
    found = [str(problem) for problem in check_rules([(source, 0, rule)], (), (), [clause(tmp_path)], {"ulaest-case"})]
    assert bool(found) == bool(said), found
    assert said in "\n".join(found)


def test_a_fault_in_the_file_is_told_with_its_line(tmp_path: Any) -> None:
    rules = (ROOT / "agreements" / "_tjek.yml").read_text(encoding="utf-8")
    spoiled = rules.replace("krav: {udfyldt: [frist]}", "krav: {udfyldt: [fristen]}")
    root = write_example(tmp_path)
    for name in ("cases", "agreements/_klausuler"):
        for file in (ROOT / name).glob("*"):
            write(root / name / file.name, file.read_text(encoding="utf-8"))
    for file in (ROOT / "agreements").glob("[a-z]*.yml"):
        write(root / "agreements" / file.name, file.read_text(encoding="utf-8"))
    (root / "agreements" / "aftale-i-nordby.yml").unlink()
    (root / "cases" / "lodser-i-nordby.yml").unlink()
    write(root / "agreements" / "_tjek.yml", spoiled)
    (problem,) = problems_in(root)
    line = spoiled[: spoiled.index("[fristen]")].count("\n") + 1
    assert (problem.path, problem.line) == ("agreements/_tjek.yml", line)
    assert "Mente du »frist«?" in str(problem)
