"""What a draft answers: in the same shape as a real agreement's facts, and unknown where a person has rewritten it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from macros.checking.agreement_facts import FACTS, WHOLE

pytestmark = pytest.mark.one_page

FACTS_IN_PAGE = """async ([root, changes]) => {
  const { draftFacts } = await import(`${root}assets/javascripts/agreement/facts.mjs`);
  const drafts = await import(`${root}assets/javascripts/agreement/draft.mjs`);
  const { loadDraft, addClause, editClause, chooseVariant } = drafts;
  const data = await (await fetch(`${root}data/byg.json`)).json();
  const empty = { id: "0123456789abcdef", navn: "", parter: [], maal: [], aktiviteter: [], organer: [], klausuler: [],
    svar: {}, grundlag: {}, forgaenger: "", ...changes.draft };
  let { draft } = loadDraft(empty, data);
  for (const [id, variant] of Object.entries(changes.clauses ?? {}))
    draft = chooseVariant(addClause(draft, data, id), data, id, variant);
  for (const [id, text] of Object.entries(changes.edited ?? {})) draft = editClause(draft, data, id, text);
  return draftFacts(draft, data);
}"""


def facts(page: Page, site: str, **changes: Any) -> Any:
    """The facts of a draft with these rows and answers (draft), clauses with variants, and edited texts."""
    return page.evaluate(FACTS_IN_PAGE, [site, changes])


def test_a_draft_has_the_facts_there_are(page: Page, site: str) -> None:
    found = facts(
        page,
        site,
        draft={
            "parter": [{"navn": "Egeby Kommune", "art": "kommune"}],
            "maal": [{"tekst": "Flere lærlinge", "frist": "1/2-2028"}],
            "aktiviteter": [{"tekst": "Messe"}],
            "organer": [{"navn": "Kredsen", "medlemmer": [{"rolle": "chef", "organisation": "Egeby"}]}],
        },
        clauses={"bilag": "faste-bilag"},
    )
    assert found.keys() == FACTS.keys()
    for name, rows in found.items():
        for row in [rows] if name == WHOLE else rows:
            assert set(row) - {"place"} == set(FACTS[name]), name
    assert found["maal"][0]["frist_dato"] == "2028-02-01"
    assert found["organer"][0]["medlemmer"] == "chef Egeby"
    assert [row["place"] for row in found["parter"]] == ["part-1", "part-2"]


def test_a_fixed_term_is_read_from_its_clause_and_answers(page: Page, site: str) -> None:
    answers = {
        "startdato": "1. januar 2027",
        "slutdato": "31/12-2030",
        "droeftelsesfrist": "et halvt år",
        "varsel": "3 mdr.",
    }
    whole = facts(
        page, site, draft={"svar": answers}, clauses={"loebetid": "fast-periode", "opsigelse": "gensidigt-varsel"}
    )[WHOLE]
    assert (whole["loebetid"], whole["start"], whole["slut"]) == ("fast", "2027-01-01", "2030-12-31")
    assert (whole["loebetid_maaneder"], whole["varsel_maaneder"], whole["opfoelgning"]) == (48, 3, "et halvt år")


def test_what_no_clause_asks_for_is_not_said(page: Page, site: str) -> None:
    answers = {"tovholder": "Jobcentret", "statusmaaned": "maj", "slutdato": "31. december 2030"}
    whole = facts(page, site, draft={"svar": answers}, clauses={"loebetid": "indtil-opsigelse"})[WHOLE]
    assert (whole["loebetid"], whole["slut"], whole["sekretariat"], whole["status_aarlig"]) == ("loebende", "", "", "")


@pytest.mark.parametrize(
    ("clause", "variant", "text", "field"),
    [
        ("loebetid", "fast-periode", "Aftalen gælder, så længe månen er rund.", "loebetid"),
        ("opsigelse", "gensidigt-varsel", "Hver part kan gå.", "varsel"),
        ("sekretariat", "en-tovholder", "Skolen tager sig af møderne.", "sekretariat"),
        ("evaluering", "aarlig-evaluering", "Parterne ser på det hvert forår.", "evaluering_hvornaar"),
    ],
)
def test_a_rewritten_clause_cannot_be_seen(
    page: Page, site: str, clause: str, variant: str, text: str, field: str
) -> None:
    assert facts(page, site, clauses={clause: variant}, edited={clause: text})[WHOLE][field] is None


def test_a_rewritten_clause_that_keeps_its_field_can(page: Page, site: str) -> None:
    whole = facts(
        page,
        site,
        draft={"svar": {"varsel": "14 dage"}},
        clauses={"opsigelse": "gensidigt-varsel"},
        edited={"opsigelse": "Varslet er [varsel]."},
    )[WHOLE]
    assert whole["varsel"] == "14 dage"
    assert round(whole["varsel_maaneder"], 2) == 0.47


def test_goals_and_duties_in_prose_are_seen_as_far_as_they_go(page: Page, site: str) -> None:
    found = facts(
        page,
        site,
        draft={
            "parter": [{"navn": "Egeby Skole"}, {"navn": "Egeby Kommune"}],
            "svar": {"maal": "40 flere unge i lære\n- 10 nye pladser", "ansvarsfordeling": "egeby skole: uddanner"},
        },
        clauses={"maal": "maal-med-frist", "roller-og-ansvar": "ansvar-for-hver-part"},
    )
    assert [(row["tekst"], row["maal"]) for row in found["maal"]] == [
        ("40 flere unge i lære", None),
        ("10 nye pladser", None),
    ]
    assert [row["rolle"] for row in found["parter"]] == ["egeby skole: uddanner", ""]


def test_annexes_that_are_named_are_looked_for_on_the_list(page: Page, site: str) -> None:
    found = facts(
        page,
        site,
        draft={
            "aktiviteter": [{"tekst": "Se bilag 2 og Bilag A. Bilagene og bilag 12x er noget andet."}],
            "svar": {"bilagsliste": "Bilag 1: Mål\nBilag 2: Plan"},
        },
        clauses={"bilag": "faste-bilag"},
    )
    assert [(row["navn"], row["vedlagt"]) for row in found["bilag"]] == [
        ("Bilag 1", "ja"),
        ("Bilag 2", "ja"),
        ("Bilag A", ""),
    ]


SPANS = {
    "tre måneder": 3, "3 mdr.": 3, "én måned": 1, "et halvt år": 6, "1 år": 12, "to kvartaler": 6, "": "",
    "snart": None, "mange måneder": None, "3": None, "3 kilo": None, "tolv måneders": 12,
}  # fmt: skip


def test_spans_of_time_are_read_as_danes_write_them(page: Page, site: str) -> None:
    script = """async ([root, texts]) => {
      const m = await import(`${root}assets/javascripts/agreement/time-spans.mjs`);
      return texts.map((text) => m.monthsIn(text));
    }"""
    assert page.evaluate(script, [site, list(SPANS)]) == list(SPANS.values())


def test_leftovers_are_looked_for_where_a_person_has_written(page: Page, site: str) -> None:
    found = facts(
        page,
        site,
        draft={"parter": [{"navn": "Egeby?"}], "svar": {"varsel": "xx", "rettefrist": "bruges ikke ?"}},
        clauses={"opsigelse": "gensidigt-varsel", "formaal": "et-faelles-formaal"},
        edited={"formaal": "Formålet er [formaal]."},
    )
    assert [(row["navn"], row["place"]) for row in found["tekster"]] == [
        ("Part 1", "part-1"),
        ("Formål", "§formaal"),
        ("Opsigelsesvarsel", "varsel"),
    ]
