"""What a real agreement answers: told apart from what it does not say, and from what the source does not show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.checking.agreement_facts import FACTS, WHOLE, agreement_facts, short
from macros.library.content import Content
from tests.examples import agreement


def facts(**changes: Any) -> Any:
    """The facts of the example agreement with changes."""
    return agreement_facts(agreement(**changes)[1])


def test_every_agreement_has_the_facts_there_are_and_no_others(content: Content) -> None:
    for item in content.agreements:
        found = agreement_facts(item)
        assert found.keys() == FACTS.keys()
        for name, rows in found.items():
            for row in [rows] if name == WHOLE else rows or []:
                assert tuple(row) == FACTS[name], name
        assert json.loads(json.dumps(found)) == found


def test_what_is_not_said_is_empty_and_what_is_not_shown_is_unknown() -> None:
    said = facts(
        maal=[{"tekst": "Flere lodser."}],
        bilag=[{"navn": "Bilag 1", "tekst": "x"}, {"navn": "Bilag 2", "tekst": "x", "vedlagt": "nej"}],
    )
    assert (said["maal"][0]["frist"], said["maal"][0]["frist_dato"]) == ("", "")
    assert [row["vedlagt"] for row in said["bilag"]] == [None, ""]
    assert said["klausuler"] == [{"id": "opsigelse", "navn": "opsigelse", "variant": ""}]
    assert facts(ikke_i_kilden=["maal"])["maal"] is None


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ({"tekst": "x", "fra": "januar 2023 (dagen mangler)", "til": "15. december 2025", "maaneder": "36"},
         ("fast", 36, "2023-01", "2025-12")),
        ({"tekst": "x", "fra": "datoen for underskrift", "til": "engang"}, ("fast", None, None, None)),
        ({"tekst": "x"}, ("", "", "", "")),
    ],
)  # fmt: skip
def test_the_term_is_read(term: dict[str, str], expected: tuple[Any, ...]) -> None:
    whole = facts(periode=term)[WHOLE]
    assert tuple(whole[name] for name in ("loebetid", "loebetid_maaneder", "start", "slut")) == expected


def test_a_term_without_end_runs_when_the_agreement_tells_of_it() -> None:
    clauses = {"loebetid": {"findes": "ja", "tekst": "Til den bliver opsagt."}}
    assert facts(klausuler=clauses)[WHOLE]["loebetid"] == "loebende"
    assert facts(klausuler={"loebetid": {"findes": "nej"}})[WHOLE]["loebetid"] == ""


def test_notice_and_evaluation_are_read() -> None:
    whole = facts(evaluering={"hvornaar": "hvert forår", "gange_pr_aar": "1"})[WHOLE]
    assert (whole["varsel_maaneder"], whole["evaluering_hvornaar"], whole["status_aarlig"]) == (
        3, "1 gange om året", "ja"
    )  # fmt: skip
    whole = facts(opsigelse={"findes": "nej"}, evaluering={"hvornaar": "når det er slut"})[WHOLE]
    assert (whole["varsel"], whole["varsel_maaneder"], whole["evaluering_hvornaar"]) == ("", "", "")


def test_a_long_text_is_called_by_its_beginning() -> None:
    assert short("Kort.\n") == "Kort"
    name = short("Parterne vil i fællesskab sørge for, at langt flere unge vælger en erhvervsuddannelse.")
    assert name == "Parterne vil i fællesskab sørge for, at langt flere unge vælger en …"
