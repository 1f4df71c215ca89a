"""What a proposal changes, in words: every kind of change told, and nothing told that is no change."""

from __future__ import annotations

from typing import Any

import pytest

from macros.editing.changes import Change, changes
from tests.examples import AGREEMENT, CASE, changed, clause_file, to_yaml

PATH = "cases/lodser-i-nordby.yml"
FIGURE, LESSON = CASE["noegletal"][0], CASE["laering"][0]
NAMES = {"brancher": {"turisme": "Turisme"}, "temaer": {"en": "Det ene"}}


def told(old: dict[str, Any] | None, new: dict[str, Any] | None, path: str = PATH) -> Change:
    """The one change of a file from one version of its data to another."""
    texts = tuple(None if data is None else to_yaml(data) for data in (old, new))
    (found,) = changes({path: (texts[0], texts[1])}, NAMES)
    return found


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"noegletal": [{**FIGURE, "tal": "1.300"}]}, "Nøgletal »Lodser i job«: tallet 1.200 er blevet 1.300"),
        ({"noegletal": [{**FIGURE, "aar": "2017"}]}, "Nøgletal »Lodser i job«: År: »2015-2016« er blevet »2017«"),
        ({"noegletal": [FIGURE, {**FIGURE, "hvad": "Nye både"}]}, "Nyt i nøgletal: »Nye både«"),
        ({"titel": "Lodser"}, "Titel: »Lodser i Nordby« er blevet »Lodser«"),
        ({"formaal": "Havnen mangler mange lodser."}, "Formål: »mange« er føjet til"),
        ({"formaal": "Havnen mangler styrmænd."}, "Formål: »lodser.« er blevet »styrmænd.«"),
        ({"formaal": None}, "Formål er slettet: »Havnen mangler lodser.«"),
        ({"finansiering": "Staten."}, "Finansiering er føjet til: »Staten.«"),
        ({"tema": "en"}, "Tema: »specifikke-kompetencer« er blevet »Det ene«"),
        ({"brancher": ["industri-og-metal", "turisme"]}, "Brancher: »Turisme« er føjet til"),
        ({"laering": None}, "Fjernet fra læring: »Begynd med et lille hold.«"),
        ({"laering": [LESSON, {**LESSON, "id": "mere", "tekst": "Bliv ved."}]}, "Nyt i læring: »Bliv ved.«"),
        ({"laering": [{**LESSON, "tekst": "Begynd med et stort hold."}]},
         "Læring »Begynd med et stort hold.«: Tekst: »lille« er blevet »stort«"),
        ({"laering": [{**LESSON, "id": "begynd"}]},
         "Læring »Begynd med et lille hold.« har fået et nyt id, så gamle links virker ikke: "
         "»begynd-smaat« er blevet »begynd«"),
        ({"kilde": {"udgivelse": "kl-2018", "side": "14"}}, "Kilde: Trykt side: »12-13« er blevet »14«"),
        ({"id": "lodser"}, "adressen er en anden: »lodser-i-nordby« er blevet »lodser«"),
        ({"ukendt": "x"}, "feltet »ukendt«, som modellen ikke kender, er ændret"),
    ],
)  # fmt: skip
def test_a_change_is_told(values: dict[str, Any], line: str) -> None:
    found = told(CASE, changed(CASE, values))
    assert found.heading == f"Case: {'»Lodser«' if 'titel' in values else '»Lodser i Nordby«'}"
    assert found.lines == (line.replace("Trykt side", "Side"),)


def test_a_case_with_a_number_is_named_by_it() -> None:
    found = told({**CASE, "nummer": "12"}, {**CASE, "nummer": "12", "noegletal": [{**FIGURE, "tal": "18"}]})
    assert f"{found.heading}: {found.lines[0]}" == (
        "Case 12: »Lodser i Nordby«: Nøgletal »Lodser i job«: tallet 1.200 er blevet 18"
    )


def test_new_and_removed_files_name_their_addresses() -> None:
    assert told(None, CASE).lines == ("Casen er ny og får adressen `/cases/lodser-i-nordby/`",)
    assert told(CASE, None).lines == ("Casen er slettet, og `/cases/lodser-i-nordby/` virker ikke mere",)
    agreement = told(None, AGREEMENT, "agreements/aftale-i-nordby.yml")
    assert (agreement.section, agreement.lines[0]) == (
        "Aftaler", "Aftalen er ny og får adressen `/aftaler/aftale-i-nordby/`",
    )  # fmt: skip


def test_agreements_by_clause_type() -> None:
    new = changed(AGREEMENT, {"klausuler": {"opsigelse": {"findes": "ja", "tekst": "Seks måneder.", "sted": "§ 9"}}})
    found = told(AGREEMENT, new, "agreements/aftale-i-nordby.yml")
    assert found.lines == (
        "Klausuler »Tre måneder.«: Tekst: »Tre« er blevet »Seks«".replace("»Tre måneder.«", "»Seks måneder.«"),
    )


def test_clause_types_and_their_variants() -> None:
    path = "agreements/_klausuler/opsigelse.md"
    old = clause_file()
    (found,) = changes({path: (old, old.replace("Hver part kan opsige", "Alle kan opsige"))}, {})
    assert found.section == "Klausuler"
    assert found.lines == ("Varianter »Gensidigt varsel«: Tekst: »Hver part« er blevet »Alle«",)


def test_lists() -> None:
    path = "cases/_brancher.yml"
    rows = [{"id": "turisme", "navn": "Turisme", "beskrivelse": "Rejser."}]
    added = [*rows, {"id": "soefart", "navn": "Søfart", "beskrivelse": "Skibe."}]
    (found,) = changes({path: (to_yaml(rows), to_yaml(added))}, {})
    assert (found.heading, found.lines) == ("Listen »brancher«", ("Nyt i listen: »Søfart«",))
    (found,) = changes({path: (to_yaml(added), to_yaml(rows))}, {})
    assert found.lines == ("Fjernet fra listen: »Søfart«",)


def test_what_is_no_change_is_not_told() -> None:
    text = to_yaml(CASE)
    other = "# bemærkning\n" + text.replace("kort: ", 'kort: "').replace("lodser.\n", 'lodser."\n', 1)
    assert changes({PATH: (text, other.replace("\n", "\r\n"))}, {}) == ()


def test_a_file_with_faults_is_told_as_such() -> None:
    (found,) = changes({PATH: (to_yaml(CASE), "titel: [")}, {})
    assert found.lines == ("filen kan ikke læses, som den er nu; se fejlene",)
    (found,) = changes({PATH: ("titel: [", to_yaml(CASE))}, {})
    assert found.lines == ("filen kunne ikke læses før",)


def test_other_files_are_named() -> None:
    found = changes({"docs/om/index.md": ("a", "b"), "macros/x.py": (None, "b"), "README.md": ("a", None)}, {})
    assert [(change.section, change.heading, *change.lines) for change in found] == [
        ("Sider", "»docs/om/index.md«", "filen er ændret"),
        ("Kode og andet", "»README.md«", "filen er slettet"),
        ("Kode og andet", "»macros/x.py«", "filen er ny"),
    ]


@pytest.mark.parametrize("value", [["x"], {"a": "b"}, "", "x"])
@pytest.mark.parametrize("field", ["noegletal", "laering", "kilde", "brancher", "titel", "formaal"])
def test_no_shape_of_data_makes_it_fall(field: str, value: Any) -> None:
    assert told(CASE, {**CASE, field: value}).lines
    assert told({**CASE, field: value}, CASE).lines
