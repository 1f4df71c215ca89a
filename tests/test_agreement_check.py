"""Every rule of the agreement check: a bad case that it finds, and a near miss that it lets pass."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from macros.agreement.agreement_check import (
    BESIDE,
    FOUND,
    UNSEEN,
    WELL,
    Scope,
    check_agreement,
    findings,
    folded,
    holds,
)
from macros.checking.agreement_facts import agreement_facts
from macros.library.content import Content
from macros.model.check_model import Condition

GOOD: dict[str, Any] = {
    "aftale": {
        "loebetid": "fast", "loebetid_maaneder": 36, "start": "2027-01-01", "slut": "2029-12-31",
        "opfoelgning": "seks måneder", "varsel": "tre måneder", "varsel_maaneder": 3, "sekretariat": "Jobcenter Egeby",
        "evaluering_hvornaar": "november", "status_aarlig": "ja", "persondata_kontakt": "Egeby Kommune",
        "maal_i_bilag": "",
    },
    "klausuler": [
        {"id": kind, "navn": kind, "variant": variant}
        for kind, variant in {
            "maal": "maal-med-frist", "organisering": "partskreds", "moeder": "faste-moeder",
            "sekretariat": "en-tovholder", "oekonomi": "egne-udgifter", "kommunikation": "faelles-plan",
            "persondata": "kun-med-hjemmel-og-aftale", "nye-parter": "optagelse-i-enighed",
            "politisk-godkendelse": "orientering", "evaluering": "aarlig-evaluering", "loebetid": "fast-periode",
            "opsigelse": "gensidigt-varsel", "aendringer": "skriftligt-tillaeg", "bilag": "faste-bilag",
        }.items()
    ],
    "parter": [
        {"navn": "Egeby Kommune", "art": "kommune", "rolle": "finder elever", "underskriver": "borgmester"},
        {"navn": "Egeby Skole", "art": "erhvervsskole", "rolle": "uddanner", "underskriver": "direktør"},
    ],
    "maal": [
        {
            "navn": "Flere lærlinge", "tekst": "Flere lærlinge", "maaltal": "lærlinge", "start": "40 i 2026",
            "maal": "60", "frist": "31. december 2028", "frist_dato": "2028-12-31", "ansvarlig": "Egeby Skole",
        }
    ],
    "aktiviteter": [{"navn": "Messe", "tekst": "Messe", "hvem": "Egeby Skole", "hvornaar": "2027"}],
    "organer": [
        {"navn": "Kredsen", "medlemmer": "chef", "moeder_pr_aar": "2", "indkalder": "Skolen", "opgaver": "følger op"}
    ],
    "bilag": [{"navn": "Bilag 1", "vedlagt": "ja"}],
    "tekster": [{"navn": "Baggrund", "tekst": "Der mangler faglærte. Se [tovholder] og [§opsigelse]."}],
}  # fmt: skip
# A change to the good facts: a list or field by its path; "-": a clause less; "+type": another variant; "*list": rows.
Change = dict[str, Any]
# Rule -> (what it finds, what it lets pass because it holds or has no bearing).
RULES: dict[str, tuple[list[Change], list[Change]]] = {
    "intet-maal": ([{"maal": []}], [{"maal": [], "aftale.maal_i_bilag": "ja"}]),
    "maal-uden-maaling": ([{"maal.0.maaltal": ""}, {"maal.0.maal": " "}], [{"maal.0.tekst": "", "maal.0.maal": ""}]),
    "maal-uden-udgangspunkt": ([{"maal.0.start": ""}], [{"maal.0.start": "", "maal.0.maaltal": ""}]),
    "maal-uden-frist": ([{"maal.0.frist": "\n"}], [{"maal.0.frist": "engang"}]),
    "maal-uden-ansvarlig": ([{"maal.0.ansvarlig": ""}], [{"maal": []}]),
    "maal-hos-fremmed": ([{"maal.0.ansvarlig": "Egeby"}], [{"maal.0.ansvarlig": "egeby  SKOLE"}]),
    "maal-efter-udloeb": ([{"maal.0.frist_dato": "2030-01-01"}], [{"maal.0.frist_dato": "2029-12-31"}]),
    "mange-maal": ([{"*maal": 9}], [{"*maal": 8}]),
    "faerre-end-to-parter": ([{"parter.1.navn": ""}], [{"*parter": 3}]),
    "part-to-gange": ([{"parter.1.navn": "egeby  kommune "}], [{"parter.1.navn": "Egeby Kommuner"}]),
    "part-uden-opgave": ([{"parter.0.rolle": ""}], [{"parter.0.rolle": "", "parter.0.navn": ""}]),
    "part-uden-underskriver": ([{"parter.1.underskriver": ""}], [{"parter.1.underskriver": "", "parter.1.navn": ""}]),
    "kun-en-slags-part": ([{"parter.1.art": "kommune"}], [{"parter.1.art": "kommune", "parter.0.navn": ""}]),
    "aktivitet-uden-hvem": ([{"aktiviteter.0.hvem": ""}], [{"aktiviteter": []}]),
    "aktivitet-uden-tid": (
        [{"aktiviteter.0.hvornaar": ""}], [{"aktiviteter.0.tekst": "", "aktiviteter.0.hvornaar": ""}]
    ),
    "ingen-organisering": ([{"organer": [], "-": "organisering"}], [{"organer": []}, {"-": "organisering"}]),
    "organ-uden-moeder": ([{"organer.0.moeder_pr_aar": ""}], [{"organer.0.moeder_pr_aar": "efter behov"}]),
    "organ-uden-medlemmer": ([{"organer.0.medlemmer": ""}], [{"organer": []}]),
    "organ-uden-opgaver": ([{"organer.0.opgaver": ""}], [{"organer.0.opgaver": "", "organer.0.navn": ""}]),
    "ingen-indkalder": (
        [{"organer.0.indkalder": "", "-": "sekretariat"}], [{"organer.0.indkalder": ""}, {"-": "sekretariat"}]
    ),
    "sekretariat-uden-organisation": ([{"aftale.sekretariat": ""}], [{"aftale.sekretariat": "", "-": "sekretariat"}]),
    "ingen-evaluering": ([{"-": "evaluering"}], [{"+evaluering": None}]),
    "evaluering-uden-tid": (
        [{"aftale.evaluering_hvornaar": ""}], [{"aftale.evaluering_hvornaar": "", "-": "evaluering"}]
    ),
    "lang-periode-uden-status": (
        [{"aftale.loebetid_maaneder": 48.1, "aftale.status_aarlig": ""}],
        [{"aftale.loebetid_maaneder": 48, "aftale.status_aarlig": ""}, {"aftale.loebetid_maaneder": 96}],
    ),
    "ingen-loebetid": ([{"-": "loebetid"}], [{"+loebetid": None}]),
    "slut-foer-start": ([{"aftale.slut": "2026-12-31"}], [{"aftale.slut": "2027-01-01"}, {"aftale.slut": ""}]),
    "fast-uden-opfoelgning": (
        [{"aftale.opfoelgning": ""}], [{"aftale.opfoelgning": "", "aftale.loebetid": "loebende"}]
    ),
    "loebende-uden-varsel": (
        [{"aftale.loebetid": "loebende", "aftale.varsel": ""}, {"aftale.loebetid": "loebende", "-": "opsigelse"}],
        [{"aftale.loebetid": "loebende"}, {"aftale.varsel": ""}],
    ),
    "fast-uden-opsigelse": ([{"-": "opsigelse"}], [{"-": "opsigelse", "aftale.loebetid": "loebende"}]),
    "varsel-laengere-end-periode": ([{"aftale.varsel_maaneder": 37}], [{"aftale.varsel_maaneder": 36}]),
    "ingen-oekonomi": ([{"-": "oekonomi"}], [{"+oekonomi": "faelles-budget"}]),
    "kommune-uden-politisk-godkendelse": (
        [{"-": "politisk-godkendelse"}], [{"-": "politisk-godkendelse", "parter.0.art": "erhvervsskole"}]
    ),
    "intet-om-persondata": ([{"-": "persondata"}], [{"+persondata": "ingen-personoplysninger"}]),
    "persondata-uden-kontakt": (
        [{"aftale.persondata_kontakt": ""}],
        [{"aftale.persondata_kontakt": "", "+persondata": "ingen-personoplysninger"}],
    ),
    "intet-om-nye-parter": ([{"-": "nye-parter"}], [{"+nye-parter": None}]),
    "intet-om-aendringer": ([{"-": "aendringer"}], [{"+aendringer": None}]),
    "intet-om-kommunikation": ([{"-": "kommunikation"}], [{"+kommunikation": None}]),
    "bilag-uden-klausul": (
        [{"-": "bilag"}, {"+bilag": "ingen-bilag"}, {"bilag": [], "-": "bilag", "+maal": "maal-i-bilag"}],
        [{"bilag": [], "-": "bilag"}, {"bilag": [], "+bilag": "ingen-bilag"}],
    ),
    "bilag-mangler": ([{"bilag.0.vedlagt": ""}], [{"bilag": []}]),
    "rester": (
        [
            {"tekster.0.tekst": text}
            for text in ("skoleforvaltning?", "xx.xx.xxxx", "den XX", "kr. [beløb]", "____", "den … januar", "[ ]")
        ],
        [{"tekster.0.tekst": text} for text in ("Maxxi", "Se [tovholder].", "Jf. [§opsigelse].", "A_b. Nå!", "")],
    ),
}  # fmt: skip


def facts_with(change: Change) -> dict[str, Any]:
    """The good facts with a change."""
    facts = deepcopy(GOOD)
    for path, value in change.items():
        clauses = facts["klausuler"]
        if path == "-":
            facts["klausuler"] = [row for row in clauses if row["id"] != value]
        elif path[0] == "+":
            rest = [row for row in clauses if row["id"] != path[1:]]
            facts["klausuler"] = [*rest, {"id": path[1:], "navn": path[1:], "variant": value}]
        elif path[0] == "*":
            facts[path[1:]] = facts[path[1:]][:1] * value
        elif "." not in path:
            facts[path] = value
        else:
            name, *place, field = path.split(".")
            (facts[name][int(place[0])] if place else facts[name])[field] = value
    return facts


def state(content: Content, rule: str, change: Change) -> str:
    """What one rule says of the good facts with a change."""
    rules = [item for item in content.terms("tjek") if item.id == rule]
    return check_agreement(rules, facts_with(change))[0].state


def test_good_facts_have_no_finding(content: Content) -> None:
    states = {item.rule.id: item.state for item in check_agreement(content.terms("tjek"), GOOD)}
    beside = {rule for rule, state in states.items() if state == BESIDE}
    assert beside == {"lang-periode-uden-status", "loebende-uden-varsel"}
    assert {states[rule] for rule in states.keys() - beside} == {WELL}


def test_every_rule_has_a_bad_case_and_a_near_miss(content: Content) -> None:
    assert RULES.keys() == {rule.id for rule in content.terms("tjek")}
    assert len(RULES) >= 22


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_bad_case_and_lets_the_near_miss_pass(content: Content, rule: str) -> None:
    bad, near = RULES[rule]
    for change in bad:
        assert state(content, rule, change) == FOUND, change
    for change in near:
        assert state(content, rule, change) in (WELL, BESIDE), change


def test_a_finding_names_its_row(content: Content) -> None:
    facts = facts_with({"parter.1.rolle": ""})
    found = [text for item in check_agreement(content.terms("tjek"), facts) for text in findings(item, facts)]
    assert found == ["»Egeby Skole« har ingen opgave i aftalen."]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("maal-uden-frist", {"maal": None}),
        ("maal-uden-frist", {"maal.0.frist": None}),
        ("intet-maal", {"maal": None}),
        ("fast-uden-opfoelgning", {"aftale.opfoelgning": None}),
        ("fast-uden-opfoelgning", {"aftale.opfoelgning": "", "aftale.loebetid": None}),
        ("bilag-uden-klausul", {"bilag": [], "-": "bilag", "+maal": None}),
        ("kun-en-slags-part", {"parter.1.art": None}),
        ("slut-foer-start", {"aftale.slut": None}),
    ],
)
def test_what_cannot_be_seen_is_never_a_finding(content: Content, rule: str, change: Change) -> None:
    assert state(content, rule, change) == UNSEEN


def test_what_holds_whatever_the_unseen_may_be_is_well(content: Content) -> None:
    assert state(content, "fast-uden-opfoelgning", {"aftale.loebetid": None}) == WELL
    assert state(content, "ingen-organisering", {"organer": None}) == WELL


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ({"antal": {"liste": "parter", "hvor": {"er": {"felt": "art", "vaerdi": ["kommune"]}}, "mindst": "1"}}, True),
        ({"antal": {"liste": "parter", "hoejst": "1"}}, False),
        ({"ikke": {"klausul": "maal"}}, False),
        ({"klausul": "maal", "udfyldt": ["varsel"]}, True),
        ({"hoejst": ["varsel", "3"]}, None),
        ({"ikke_efter": ["start", "maal_i_bilag"]}, None),
        ({"en_af": [{"klausul": "findes-ikke"}, {"hoejst": ["varsel", "3"]}]}, None),
    ],
)
def test_conditions(condition: dict[str, Any], truth: bool | None) -> None:
    assert holds(Condition.model_validate(condition), Scope(GOOD, GOOD["aftale"])) is truth


def test_names_are_compared_without_regard_to_case_and_spacing() -> None:
    assert folded(" Ærø\u00a0 KOMMUNE\n") == folded("ærø kommune")


# What the real agreements show


def found(content: Content, agreement: str) -> set[str]:
    """The rules that find something in a real agreement."""
    facts = agreement_facts(content.agreement_by_id[agreement])
    return {item.rule.id for item in check_agreement(content.terms("tjek"), facts) if item.state == FOUND}


def test_the_findings_that_the_sources_are_known_for(content: Content) -> None:
    horsens = found(content, "lokal-alliance-horsens-hedensted-odder")
    assert {"intet-maal", "part-uden-opgave", "evaluering-uden-tid", "rester", "aktivitet-uden-hvem"} <= horsens
    taastrup = found(content, "partnerskabsaftale-hoeje-taastrup")
    assert {"maal-uden-frist", "maal-uden-maaling", "sekretariat-uden-organisation", "fast-uden-opsigelse"} <= taastrup
    lejre = found(content, "partnerskabsaftale-lejre")
    assert "organ-uden-medlemmer" in lejre
    assert not {"loebende-uden-varsel", "evaluering-uden-tid", "rester", "maal-uden-frist"} & lejre


def test_goals_that_stand_in_an_annex_we_do_not_have_are_unseen(content: Content) -> None:
    facts = agreement_facts(content.agreement_by_id["partnerskabsaftale-lejre"])
    states = {item.rule.id: item.state for item in check_agreement(content.terms("tjek"), facts)}
    assert {states[rule] for rule in states if rule.startswith("maal-")} == {UNSEEN}
    assert states["intet-maal"] == WELL
    assert states["bilag-mangler"] == UNSEEN
