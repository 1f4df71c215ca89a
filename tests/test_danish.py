"""Danish ids, order, numbers, dates and lists."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.ground.danish import MONTHS, count, format_date, format_number, join_list, slug, sort_key, span
from macros.model.fields import ID_PATTERN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ærø Kommune", "aeroe-kommune"),
        ("Høje-Taastrup", "hoeje-taastrup"),
        ("Åben skole", "aaben-skole"),
        ("A\u030aben skole", "aaben-skole"),
        ("  Hvem – er med?  ", "hvem-er-med"),
        ("Idé & café, 2. udgave", "ide-cafe-2-udgave"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or re.match(ID_PATTERN, made)
    assert slug(made) == made


def test_danish_order_puts_ae_oe_aa_last_and_aarhus_among_them() -> None:
    places = ["Aarhus", "Ærø", "Odense", "Aalborg", "Ørsted", "Zealand", "Assens", "Ålsgårde"]
    assert sorted(places, key=sort_key) == [
        "Assens",
        "Odense",
        "Zealand",
        "Ærø",
        "Ørsted",
        "Aalborg",
        "Ålsgårde",
        "Aarhus",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(7, "7"), (999, "999"), (9000, "9.000"), (Decimal(100000), "100.000"), (Decimal("1042.5"), "1.042,5")],
)
def test_numbers(value: int | Decimal, expected: str) -> None:
    assert format_number(value) == expected


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_can_be_read_again(value: int) -> None:
    assert int(format_number(value).replace(".", "")) == value


def test_dates() -> None:
    assert format_date(date(2021, 9, 15)) == "15. september 2021"
    assert len(MONTHS) == 12


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_lists(items: list[str], expected: str) -> None:
    assert join_list(items) == expected


def test_lists_may_end_in_or() -> None:
    assert join_list(["a", "b"], last="eller") == "a eller b"


@pytest.mark.parametrize(("number", "expected"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (9000, "9.000 cases")])
def test_counts(number: int, expected: str) -> None:
    assert count(number, "case", "cases") == expected


def test_from_and_to_have_a_dash_between_them() -> None:
    assert span("2014-2017") == "2014–2017" and span("11") == "11"
    assert span(None) is None and span("") == ""
