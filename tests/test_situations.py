"""Which cases fit which answers, and what the browser is given to rank by."""

from __future__ import annotations

from typing import Any

import pytest

from macros.finding.situations import answer_values, question_rows, reaches, situation_data
from macros.library.content import Content
from tests.examples import case


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kommuner": ["fanoe"]}, ("en-kommune",)),
        ({"kommuner": ["fanoe", "esbjerg"]}, ("flere-kommuner",)),
        ({"kommuner": ["fanoe"], "organiseringsform": ["flere-kommuner"]}, ("en-kommune", "flere-kommuner")),
        ({"kommuner": None, "omraade": "Vestjylland"}, ("hel-egn",)),
        (
            {"kommuner": None, "omraade": "Fyn", "organiseringsform": ["flere-kommuner"]},
            ("flere-kommuner", "hel-egn"),
        ),
    ],
)
def test_the_size_of_the_area_follows_from_the_case(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert reaches(case(**changes)[1]) == expected


def test_a_case_has_its_values_by_list() -> None:
    assert answer_values(case()[1]) == {
        "temaer": {"specifikke-kompetencer"},
        "virkemidler": {"opkvalificering"},
        "maalgrupper": {"ledige"},
        "aktoertyper": {"kommune", "virksomhed"},
        "raekkevidde": {"en-kommune"},
    }


def test_every_answer_leads_to_a_case(content: Content) -> None:
    assert [row.answer.id for _, rows in question_rows(content) for row in rows if not row.cases] == []


def test_no_answer_fits_every_case(content: Content) -> None:
    """An answer that all cases fit would tell nothing."""
    rows = [row for _, rows in question_rows(content) for row in rows]
    assert [row.answer.id for row in rows if len(row.cases) == len(content.cases)] == []


def test_there_are_four_questions_with_names_that_stand_in_addresses(content: Content) -> None:
    assert [question.id for question in content.terms("spoergsmaal")] == ["problem", "med", "omraade", "for"]
    assert [question.id for question in content.terms("spoergsmaal") if question.flere] == ["med", "for"]


def test_the_browser_gets_a_digit_for_each_case(content: Content) -> None:
    data = situation_data(content)
    assert data["cases"] == [case.id for case in content.cases]
    parties = data["spoergsmaal"]["med"]["fagforeninger"]
    digits = dict(zip(data["cases"], parties["traef"], strict=True))
    assert digits["robotakademiet-odense"] == "2"  # both trade unions and unemployment funds
    assert digits["horsens-alliancen"] == "1"
    assert digits["krydsservice-hedensted"] == "0"
    assert (parties["liste"], parties["filter"]) == ("aktoertyper", "aktoer")
    assert data["spoergsmaal"]["omraade"]["en-kommune"]["filter"] == ""


def test_no_digit_has_two_places(content: Content) -> None:
    many = content.cases[0].model_copy(update={"maalgrupper": tuple(content.vocabularies["maalgrupper"])})
    data = situation_data(type(content)(**{**vars_of(content), "cases": (many,)}))
    assert all(len(row["traef"]) == 1 for rows in data["spoergsmaal"].values() for row in rows.values())


def vars_of(content: Content) -> dict[str, Any]:
    """The content's fields, without what it has worked out."""
    return {name: getattr(content, name) for name in content.__dataclass_fields__}
