"""Every kind of field: what it takes, how it reads it, and what it says to what it does not take."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model import fields

# Kind -> what is typed and what it becomes.
GOOD: dict[str, list[tuple[Any, Any]]] = {
    "Line": [("Et navn", "Et navn"), ("  Et navn ", "Et navn"), ("12:30", "12:30"), ("nej", "nej")],
    "Prose": [("To\nlinjer\n", "To\nlinjer"), ("- punkt", "- punkt")],
    "Identifier": [("a", "a"), ("skole-9", "skole-9")],
    "Number": [("9.000", Decimal(9000)), ("42,5", Decimal("42.5")), ("1.234.567,8", Decimal("1234567.8")), ("0", 0)],
    "Whole": [("12", 12), ("1.000", 1000), ("12,0", 12)],
    "Day": [("2021-09-15", date(2021, 9, 15)), (date(2021, 9, 1), date(2021, 9, 1)), ("2024-02-29", date(2024, 2, 29))],
    "Years": [("2017", "2017"), ("2015-2016", "2015-2016"), ("2015–2016", "2015-2016")],
    "Pages": [("9", "9"), ("12-13", "12-13"), ("12–13", "12-13")],
    "YesNo": [("ja", True), ("Nej", False), (True, True)],
    "Address": [("https://kl.dk/a?b=1", "https://kl.dk/a?b=1")],
}  # fmt: skip
# Kind -> what is typed and what is said of it.
BAD: dict[str, list[tuple[Any, str]]] = {
    "Line": [("", "feltet er tomt"), ("  ", "feltet er tomt"), ("a\nb", "teksten står på flere linjer"),
             (["a"], "her står en liste"), ({"a": "b"}, "her står en gruppe af felter")],
    "Prose": [("\n", "feltet er tomt"), (["a"], "her står en liste")],
    "Identifier": [("Nordby", "»Nordby« er ikke et gyldigt id"), ("nord_by", "er ikke et gyldigt id"),
                   ("søby", "er ikke et gyldigt id"), ("-a", "er ikke et gyldigt id"), ("a--b", "et gyldigt id")],
    "Number": [("cirka 40", "»cirka 40« er ikke et tal"), ("9,000.5", "er ikke et tal"), ("1.00", "er ikke et tal"),
               ("10 %", "er ikke et tal"), ("-3", "er ikke et tal"), ("1e3", "er ikke et tal"), ("", "feltet er tomt")],
    "Whole": [("2,5", "»2,5« er ikke et helt tal"), ("to", "»to« er ikke et tal")],
    "Day": [("15-09-2021", "»15-09-2021« er ikke en dato"), ("2021-13-01", "findes ikke i kalenderen"),
            ("2021-02-30", "findes ikke i kalenderen"), ("20210915", "er ikke en dato")],
    "Years": [("17", "»17« er ikke et år"), ("2016-2015", "slutter, før det begynder"), ("2016-2016", "slutter, før"),
              ("2015 og 2016", "er ikke et år")],
    "Pages": [("side 9", "»side 9« er ikke et sidetal"), ("9, 10", "er ikke et sidetal")],
    "YesNo": [("måske", "»måske« er hverken ja eller nej"), ("true", "er hverken ja eller nej")],
    "Address": [("http://kl.dk", "er ikke en webadresse"), ("javascript:alert(1)", "er ikke en webadresse"),
                ("https://a b", "er ikke en webadresse"), ('https://a"b', "er ikke en webadresse")],
}  # fmt: skip


def rows(table: dict[str, list[tuple[Any, Any]]]) -> list[tuple[str, Any, Any]]:
    """The table as parameters."""
    return [(kind, typed, expected) for kind, pairs in table.items() for typed, expected in pairs]


def adapter(kind: str) -> TypeAdapter[Any]:
    """What reads one kind of field."""
    return TypeAdapter(getattr(fields, kind))


@pytest.mark.parametrize(("kind", "typed", "expected"), rows(GOOD))
def test_what_a_field_takes(kind: str, typed: Any, expected: Any) -> None:
    assert adapter(kind).validate_python(typed) == expected


@pytest.mark.parametrize(("kind", "typed", "said"), rows(BAD))
def test_what_a_field_says_of_what_it_does_not_take(kind: str, typed: Any, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        adapter(kind).validate_python(typed)
    (fault,) = caught.value.errors()
    assert fault["type"] == "dansk"
    assert said in fault["ctx"]["message"]
    assert fault["ctx"]["expected"]


def test_every_kind_of_field_is_tried() -> None:
    kinds = {name for name, value in vars(fields).items() if get_origin(value) is Annotated}
    assert kinds == GOOD.keys() == BAD.keys()


@given(st.sampled_from(sorted(GOOD)), st.one_of(st.text(), st.lists(st.text(), max_size=2), st.none()))
def test_nothing_typed_gives_an_english_fault(kind: str, typed: Any) -> None:
    try:
        adapter(kind).validate_python(typed)
    except ValidationError as error:
        assert {fault["type"] for fault in error.errors()} == {"dansk"}


def test_a_record_takes_no_other_fields_and_never_changes() -> None:
    class Thing(fields.Record):
        navn: fields.Line = fields.needed("Navn", "Et navn.", "Bent")
        note: fields.Line | None = fields.optional("Note", "En note.")

    thing = Thing.model_validate({"navn": "a"})
    assert thing.note is None
    with pytest.raises(ValidationError, match="frozen"):
        thing.navn = "b"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Thing.model_validate({"navn": "a", "andet": "b"})


def test_a_long_value_is_cut_where_it_is_quoted() -> None:
    assert fields.quoted("x" * 40) == f"»{'x' * 40}«"
    assert fields.quoted("x" * 41) == f"»{'x' * 39}…«"
    assert fields.quoted("a\n  b") == "»a b«"
