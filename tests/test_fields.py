"""Every kind of field: what it takes, how it reads it, and what it says to what it does not take."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.library.content import Content
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
    assert said in fault["ctx"]["message"] == fault["msg"]
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


def test_a_record_comes_back_whole_and_lighter(content: Content) -> None:
    case = content.cases[0]
    kept = pickle.loads(pickle.dumps(case))
    assert kept == case
    assert kept.model_dump_json() == case.model_dump_json()
    assert (kept.model_fields_set, case.model_fields_set > {"id", "titel"}) == (set(), True)
    changed = kept.model_copy(update={"titel": "Ny"})
    assert (changed.titel, kept.titel, kept.model_fields_set) == ("Ny", case.titel, set())


def test_a_long_value_is_cut_where_it_is_quoted() -> None:
    assert fields.quoted("x" * 40) == f"»{'x' * 40}«"
    assert fields.quoted("x" * 41) == f"»{'x' * 39}…«"
    assert fields.quoted("a\n  b") == "»a b«"


SHAPES = {
    "Line": ({"minLength": 1, "type": ["string", "number"]}, {"type": "string"}),
    "Prose": ({"minLength": 1, "type": ["string", "number"]}, {"type": "string"}),
    "Identifier": ({"pattern": fields.ID_PATTERN, "type": ["string", "integer"]}, {"type": "string"}),
    "Number": ({"pattern": fields._NUMBER.pattern, "type": ["string", "number"]}, {"type": "string"}),
    "Whole": ({"pattern": fields._WHOLE.pattern, "type": ["string", "integer"]}, {"type": "integer"}),
    "Day": ({"pattern": fields._DAY_FORM.pattern, "type": "string"}, {"format": "date", "type": "string"}),
    "Years": ({"pattern": fields._YEARS.pattern, "type": ["string", "integer"]}, {"type": "string"}),
    "Pages": ({"pattern": fields._PAGES.pattern, "type": ["string", "integer"]}, {"type": "string"}),
    "YesNo": ({"pattern": fields._YES_NO.pattern, "type": "string"}, {"type": "boolean"}),
    "Address": ({"pattern": fields._ADDRESS.pattern, "type": "string"}, {"type": "string"}),
}
# Kind -> its name and the checks by their ids, which the web form knows them by.
NAMES = {
    "Line": ("line", ["udfyldt", "en-linje", "langt"]),
    "Prose": ("text", ["udfyldt", "langt"]),
    "Identifier": ("id", ["udfyldt", "en-linje", "langt", "id"]),
    "Number": ("number", ["udfyldt", "en-linje", "langt", "tal"]),
    "Whole": ("whole", ["udfyldt", "en-linje", "langt", "tal", "helt-tal"]),
    "Day": ("date", ["udfyldt", "en-linje", "langt", "dato", "kalenderdag"]),
    "Years": ("years", ["udfyldt", "en-linje", "langt", "aar", "raekkefoelge"]),
    "Pages": ("pages", ["udfyldt", "en-linje", "langt", "sider"]),
    "YesNo": ("yesno", ["udfyldt", "en-linje", "langt", "ja-nej"]),
    "Address": ("url", ["udfyldt", "en-linje", "langt", "adresse"]),
}


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_the_shape_of_a_field_is_told_for_editors_and_for_readers(kind: str) -> None:
    typed, read = SHAPES[kind]
    assert adapter(kind).json_schema() == typed
    assert adapter(kind).json_schema(mode="serialization") == read
    (made,) = [one for one in getattr(fields, kind).__metadata__ if isinstance(one, fields.Kind)]
    assert (made.name, [check.id for check in made.checks]) == NAMES[kind]
    assert all(check.expected for check in made.checks)


def refused(kind: Any, typed: Any) -> dict[str, str]:
    """What is said of a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(typed)
    (fault,) = caught.value.errors()
    return dict(fault["ctx"])


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL", "", " ", "\n\t"])
def test_yamls_words_for_nothing_are_nothing(word: str) -> None:
    assert refused(fields.Line, word)["message"] == "feltet er tomt"
    assert refused(fields.Prose, word)["tip"] == "Skriv noget, eller slet hele linjen."
    assert TypeAdapter(fields.Line).validate_python(f"{word}a") == f"{word}a".strip()


def test_a_text_may_be_so_long_and_no_longer() -> None:
    for kind, most in ((fields.Line, 1_000), (fields.Prose, 20_000)):
        assert TypeAdapter(kind).validate_python("x" * most)
        assert refused(kind, "x" * (most + 1))["message"] == "teksten er alt for lang"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("Number", "999.999.999.999.999", "1.999.999.999.999.999"),
        ("Number", "9" * 15, "9" * 16),
        ("Number", "0,123456789", "0,1234567891"),
        ("Number", "100.000", "1000.000"),
        ("Pages", "1234-1234", "12345"),
        ("Years", "2015-2016", "20155"),
        ("YesNo", "jA", "jaa"),
        ("Whole", "12,00", "12,01"),
        ("Address", "https://a", "xhttps://a"),
    ],
)
def test_the_last_that_passes_and_the_first_that_does_not(kind: str, good: str, bad: str) -> None:
    adapter(kind).validate_python(good)
    assert refused(getattr(fields, kind), bad)["expected"]


def test_a_list_or_a_group_in_the_place_of_a_text_says_what_it_is() -> None:
    assert refused(fields.Line, ["a"]) == refused(fields.Line, ("a",)) | {"message": "her står en liste"}
    assert refused(fields.Line, ["a"])["expected"] == "tekst"
    assert refused(fields.Line, {"a": "b"})["message"] == "her står en gruppe af felter"
    assert "citationstegn" in refused(fields.Line, ["a"])["tip"]
    assert refused(fields.Whole, "2,5")["tip"] == "Skriv tallet uden komma."


def test_a_choice_names_its_values() -> None:
    colour = Annotated[str, fields.one_of("en farve", roed="Rød", blaa="Blå", groen="Grøn")]
    assert TypeAdapter(colour).validate_python(" blaa ") == "blaa"
    told = refused(colour, "gul")
    assert (told["message"], told["expected"]) == ("»gul« er ikke en farve", "roed, blaa eller groen")
    assert refused(colour, "blaaa") and told["tip"] == "Vælg en af dem."
    assert TypeAdapter(colour).json_schema() == {"enum": ["roed", "blaa", "groen"], "type": "string"}
    (kind,) = [one for one in get_args(colour) if isinstance(one, fields.Kind)]
    assert (kind.name, kind.choices) == ("choice", (("roed", "Rød"), ("blaa", "Blå"), ("groen", "Grøn")))
    assert [check.id for check in kind.checks] == ["udfyldt", "en-linje", "langt", "valg"]


def test_what_editors_see_of_a_field_follows_it() -> None:
    needed = fields.needed("Navn", "Et navn.", "Bent", refers="liste-a", longest=3, least=2)
    assert needed.is_required() and (needed.title, needed.description) == ("Navn", "Et navn.")
    assert needed.examples == ["Bent"]
    assert needed.json_schema_extra == {"liste": "liste-a", "hoejst": 3, "minItems": 2}
    bare = fields.needed("Navn", "Et navn.")
    assert bare.examples is None and bare.json_schema_extra is None
    spare = fields.optional("Note", "En note.", "Kort", default="x", refers="liste-b", longest=4)
    assert (spare.default, spare.examples, spare.title) == ("x", ["Kort"], "Note")
    assert spare.description == "En note." and spare.json_schema_extra == {"liste": "liste-b", "hoejst": 4}
    bare = fields.optional("Note", "En note.")
    assert (bare.default, bare.examples, bare.json_schema_extra) == (None, None, None)


def test_a_check_without_a_pattern_has_its_rule() -> None:
    assert fields._DAY.passes("2024-02-29") and not fields._DAY.passes("2023-02-29")
    assert fields._IN_ORDER.passes("2015") and fields._IN_ORDER.passes("2015–2016")
    assert not fields._IN_ORDER.passes("2016-2015") and not fields._IN_ORDER.passes("2016–2015")
    assert fields._YEARS.passes("2015") and not fields._YEARS.passes("i fjor")
