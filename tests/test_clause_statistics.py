"""Counts across the agreements: right, with the number they rest on, and pointing at agreements that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.agreement.clause_statistics import MEASURES, builder_statistics, clause_statistics, times, word
from macros.library.content import Content

HORSENS, TAASTRUP, LEJRE = (
    "lokal-alliance-horsens-hedensted-odder",
    "partnerskabsaftale-hoeje-taastrup",
    "partnerskabsaftale-lejre",
)
# What a reader of the three agreements counts by hand.
COUNTED = {
    "opsigelse": {"tre måneders varsel": {HORSENS, LEJRE}},
    "loebetid": {"løber, til den bliver opsagt": {HORSENS, LEJRE}, "fast periode på tre år": {TAASTRUP}},
    "moeder": {"to gange om året": {HORSENS, TAASTRUP, LEJRE}, "tre gange om året i arbejdsgrupperne": {LEJRE}},
    "evaluering": {"uden fast tidspunkt": {HORSENS}, "to gange om året": {TAASTRUP}, "én gang om året": {LEJRE}},
    "sekretariat": {"delt mellem to": {HORSENS}, "hos én enhed": {LEJRE}, "ikke navngivet": {TAASTRUP}},
    "underskrift": {"dato ved underskriften": {LEJRE}, "ingen dato ved underskriften": {HORSENS, TAASTRUP}},
    "indsatsomraader": {"tre områder med vision og aktiviteter": {HORSENS}},
    "roller-og-ansvar": {"hver part har en opgave": {TAASTRUP, LEJRE}, "nogle parter har ingen opgave": {HORSENS}},
    "maal": {
        "tre mål i selve aftalen": {TAASTRUP},
        "mål uden tal og frist": {TAASTRUP},
        "målene står i et bilag": {LEJRE},
    },
}  # fmt: skip


@pytest.mark.parametrize("clause", COUNTED)
def test_counts_are_those_of_the_agreements(content: Content, clause: str) -> None:
    found = {
        item.text: {agreement.id for agreement in item.agreements}
        for item in clause_statistics(content, content.clause_by_id[clause])
        if not item.variant
    }
    assert found == COUNTED[clause]


def test_every_count_names_what_it_rests_on(content: Content) -> None:
    for clause in content.clauses:
        for item in clause_statistics(content, clause):
            assert 0 < item.agreements_count <= item.total == len(content.agreements)
            assert item.receipt == f"{item.agreements_count} af 3 aftaler: {item.text}"
            for agreement in item.agreements:
                assert agreement.klausuler[clause.id].findes, (clause.id, item.text)


def test_variants_are_counted_by_the_model_they_come_nearest(content: Content) -> None:
    notice = clause_statistics(content, content.clause_by_id["opsigelse"])
    near = [item for item in notice if item.variant]
    assert [(item.variant, item.agreements_count) for item in near] == [("gensidigt-varsel", 2)]
    assert near[0].text == "nærmest modelteksten »Gensidigt varsel, aftalen fortsætter«"


def test_the_builder_gets_lines_variants_and_ids(content: Content) -> None:
    first = builder_statistics(content, content.clause_by_id["opsigelse"])[0]
    assert first == {"tekst": "2 af 3 aftaler: tre måneders varsel", "variant": "", "aftaler": [HORSENS, LEJRE]}


def test_one_agreement_is_counted_as_one(content: Content) -> None:
    alone = replace(content, agreements=content.agreements[:1])
    assert clause_statistics(alone, content.clause_by_id["opsigelse"])[0].receipt.startswith("1 af 1 aftale: ")


def test_every_measure_has_a_clause_type_and_something_to_say(content: Content) -> None:
    assert {clause for clause, _ in MEASURES} <= content.clause_by_id.keys()
    for clause, measure in MEASURES:
        assert any(list(measure(content, item)) for item in content.agreements), clause


def test_numbers_are_words_while_they_are_small() -> None:
    assert (word(1), word(1, neuter=True), word(12), word(13)) == ("én", "ét", "tolv", "13")
    assert (times(1), times(2)) == ("én gang om året", "to gange om året")
