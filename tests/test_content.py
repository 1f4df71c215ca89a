"""All content at once: every problem of every file, small roots, and every fact of the real content."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest

from macros.ground.problem import report
from macros.insight.lessons import all_lessons
from macros.insight.results import figure_sentence
from macros.library.content import PROJECT, Content, load_content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case, KeyFigure
from macros.model.clause_model import ClauseType
from macros.model.vocabularies import VOCABULARIES, vocabulary_path
from macros.reading.yaml_source import read_source
from tests.examples import problems_in, write, write_agreement, write_case, write_example

WRONG = Path(__file__).parent / "fixtures" / "alt_er_galt"
CASES = sorted(file.stem for file in (PROJECT / "cases").glob("[!_]*.yml"))
# The cases of the catalogue, which the facts below were read in; other cases come and go.
CATALOGUED = [name for name in CASES if "\nnummer: " in (PROJECT / "cases" / f"{name}.yml").read_text(encoding="utf-8")]
AGREEMENTS = ("lokal-alliance-horsens-hedensted-odder", "partnerskabsaftale-hoeje-taastrup", "partnerskabsaftale-lejre")
CLAUSES = sorted(file.stem for file in (PROJECT / "agreements" / "_klausuler").glob("*.md"))

# The catalogue's printed table of contents: number -> the page a case begins on.
STARTS = {
    1: 10, 2: 11, 3: 11, 4: 12, 5: 13, 6: 13, 7: 14, 8: 15, 9: 16, 10: 17, 11: 18,
    12: 19, 13: 19, 14: 20, 15: 21, 16: 22, 17: 22, 18: 23, 19: 24, 20: 24, 21: 25, 22: 25,
}  # fmt: skip
THEMES = {
    "koordineret-virksomhedsindsats": range(1, 7),
    "skole-og-virksomhed": range(7, 11),
    "specifikke-kompetencer": range(11, 19),
    "bestemte-grupper-i-job": range(19, 23),
}
WITHOUT_LESSONS = {6, 13, 16, 20, 22}

# Number -> figures that the source counts: caveat, number, and a word that says what is counted.
FIGURES = {
    1: ["mere end 500 virksomhed"],
    3: ["33 moduler", "næsten 700 deltagere", "17 moduler", "cirka 650 deltagere"],
    4: ["9 kommuner", "19 chauffører"],
    5: ["mere end 9.000 job"],
    11: ["72 ledige", "30 ledige", "42 lærlinge", "100.000 kr.", "93 snusepraktik", "56 snusepraktik",
         "43 snusepraktik", "13 snusepraktik"],
    12: ["1.000 ansatte", "17 ledige", "10 job", "4 løntilskud", "11 virksomheder"],
    13: ["cirka 100 virksomheder", "cirka 400 ledige"],
    14: ["19 kommuner", "over 100 ledige"],
    18: ["mere end 270 ingeniørstuderende", "300 studerende", "25 virksomheder"],
    19: ["95 match", "42 internationale", "18 etnisk", "10 fastansættelser", "82 match", "40 internationale",
         "8 etnisk", "34 dansk", "7 fastansættelser", "18 virksomhedspraktikker", "9 studiejob", "48 studiepraktikker"],
    20: ["indtil videre 13 flygtninge"],
    21: ["150 borgere", "600 forsørgelse", "60 unge", "21 virksomheder", "90 småjob", "30 selvforsørgelse"],
    22: ["godt 300 borgere", "42 virksomhedsrettet"],
}  # fmt: skip
YEARS = {(3, "33"): "2015", (3, "17"): "2016", (11, "72"): "2015-2016", (11, "93"): "2017", (18, "270"): "2017",
         (18, "300"): "2018", (19, "95"): "2015", (19, "82"): "2016", (22, "300"): "2017"}  # fmt: skip

# Words at the start of a lesson that point back at a text the reader of the lesson alone has not seen.
POINTS_BACK = re.compile(r"^(Dette|Det her|Derfor|Desuden|Derudover|Herved|Hermed|Også|Men|Og|Sådan|Disse|Denne)\b")
NAMED_PERSON = re.compile(
    r"\b(Hr\.|Fru|borgmester|direktør|formand|konsulent|leder) [A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+"
)


def numbered(content: Content, number: int) -> Case:
    """The case with a number in the catalogue."""
    return next(case for case in content.cases if case.nummer == number)


def texts(value: Any) -> list[str]:
    """Every text in an item, however deep."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


# Problems


def test_everything_that_is_wrong_is_told_at_once_and_in_full() -> None:
    """After a deliberate change: put the new text into expected.txt and read it as an editor would."""
    assert report(problems_in(WRONG)) + "\n" == (WRONG / "expected.txt").read_text(encoding="utf-8")


def test_every_problem_says_what_is_expected_and_how_to_mend_it() -> None:
    assert [str(problem) for problem in problems_in(WRONG) if not (problem.expected and problem.tip)] == []


def test_the_problems_are_the_same_every_time() -> None:
    assert problems_in(WRONG) == problems_in(WRONG)


def test_a_small_root_borrows_the_projects_lists(tmp_path: Path) -> None:
    write_case(tmp_path)
    assert problems_in(tmp_path) == ()
    assert [case.id for case in load_content(tmp_path).cases] == ["lodser-i-nordby"]


def test_an_empty_root_is_no_problem_here(tmp_path: Path) -> None:
    assert problems_in(tmp_path) == ()


def test_a_root_may_have_clause_types_of_its_own(tmp_path: Path) -> None:
    loaded = load_content(write_example(tmp_path))
    assert [clause.id for clause in loaded.clauses] == ["opsigelse"]
    assert [agreement.id for agreement in loaded.agreements] == ["aftale-i-nordby"]


def test_a_root_may_have_lists_of_its_own(tmp_path: Path) -> None:
    write_example(tmp_path)
    write(tmp_path / "cases" / "_brancher.yml", "- id: soefart\n  navn: Søfart\n  beskrivelse: Skibe.\n")
    (problem,) = problems_in(tmp_path)
    assert problem.message == "ukendt værdi i _brancher.yml: »industri-og-metal«"
    write_case(tmp_path, brancher=["soefart"])
    assert problems_in(tmp_path) == ()


def test_one_fault_gives_one_problem_even_where_others_point_at_the_file(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "cases", tmp_path / "cases")
    shutil.copytree(PROJECT / "agreements", tmp_path / "agreements")
    file = tmp_path / "cases" / "horsens-alliancen.yml"
    write(file, file.read_text(encoding="utf-8").replace("nummer: 21", "nummer: enogtyve"))
    (problem,) = problems_in(tmp_path)
    assert str(problem).startswith("cases/horsens-alliancen.yml:2:9: nummer: »enogtyve« er ikke et tal")


def test_one_fault_in_a_list_gives_one_problem(tmp_path: Path) -> None:
    write_example(tmp_path)
    write(tmp_path / "cases" / "_brancher.yml", "- id: soefart\n  navn: Søfart\n")
    (problem,) = problems_in(tmp_path)
    assert problem.field == "[1].beskrivelse"


def test_a_missing_case_is_told_where_it_is_pointed_at(tmp_path: Path) -> None:
    write_case(tmp_path, se_ogsaa=["lodser-i-sydby"])
    (problem,) = problems_in(tmp_path)
    assert problem.message == "ukendt case: »lodser-i-sydby«"


@pytest.mark.parametrize(
    ("name", "stray"),
    [
        ("cases/noter.txt", True),
        ("cases/_egen_liste.yml", True),
        ("cases/mappe/a.yml", True),
        ("cases/lodser.yaml", True),
        ("cases/.skjult.yml", True),
        ("agreements/_klausuler/a.yml", True),
        ("agreements/billede.png", True),
        ("README.md", False),
    ],
)
def test_strays_are_pointed_out(tmp_path: Path, name: str, stray: bool) -> None:
    write_example(tmp_path)
    write(tmp_path / name, "x\n")
    assert bool(problems_in(tmp_path)) == stray
    assert all("hører ikke til i mappen" in problem.message for problem in problems_in(tmp_path))


def test_hand_written_pages_are_read_too(tmp_path: Path) -> None:
    write(write_example(tmp_path) / "docs" / "om" / "index.md", "# Om\n\n<b>x</b>\n")
    (problem,) = problems_in(tmp_path)
    assert (problem.path, problem.line) == ("docs/om/index.md", 3)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "mkfifo"), reason="kun på systemer med navngivne rør")
def test_a_folder_named_as_a_case_is_told(tmp_path: Path) -> None:
    write_example(tmp_path)
    (tmp_path / "cases" / "a.yml").mkdir()
    assert "filen kan ikke læses" in {problem.message for problem in problems_in(tmp_path)}


# The object


def test_content_does_not_change(content: Content) -> None:
    with pytest.raises(FrozenInstanceError):
        content.cases = ()  # type: ignore[misc]


def test_order(content: Content, tmp_path: Path) -> None:
    assert [case.nummer for case in content.cases if case.nummer] == list(range(1, 23))
    assert [clause.nummer for clause in content.clauses] == list(range(1, len(content.clauses) + 1))
    write_case(tmp_path, id="b", titel="Ærø")
    write_case(tmp_path, id="a", titel="Odense")
    write_case(tmp_path, id="c", titel="Sidst", nummer="90")
    assert [case.id for case in load_content(tmp_path).cases] == ["c", "a", "b"]


@pytest.mark.advice
def test_places(content: Content) -> None:
    assert content.place(numbered(content, 2)) == "Guldborgsund og Lolland"
    assert content.place(numbered(content, 3)) == "Region Midtjylland"


@pytest.mark.advice
def test_lookups(content: Content) -> None:
    assert content.case_by_id["horsens-alliancen"].nummer == 21
    assert content.agreement_by_id["partnerskabsaftale-lejre"].omraade == "Lejre Kommune"
    assert content.clause_by_id["opsigelse"].titel == "Opsigelse"
    assert content.term("temaer", "skole-og-virksomhed").nummer == 2
    assert len(content.terms("temaer")) == 4
    with pytest.raises(KeyError):
        content.term("temaer", "findes-ikke")


# Every case


@pytest.mark.advice
def test_the_catalogue_is_complete(content: Content) -> None:
    assert sorted(case.nummer or 0 for case in content.cases if case.nummer) == list(range(1, 23))
    assert sorted(case.id for case in content.cases) == CASES


@pytest.mark.advice
@pytest.mark.parametrize("identifier", CATALOGUED)
def test_case(identifier: str, content: Content) -> None:
    case = content.case_by_id[identifier]
    assert case.kort.endswith(".") and "\n" not in case.kort and len(case.kort) <= 200
    assert case.kilde.side, "siden i kilden mangler"
    if case.nummer:
        assert case.kilde.udgivelse == "kl-2018"
        assert int(case.kilde.side.split("-")[0]) == STARTS[case.nummer]
        assert case.nummer in THEMES[case.tema]
        assert bool(case.laering) == (case.nummer not in WITHOUT_LESSONS)
    assert case.kommuner or case.omraade
    assert case.formaal or case.organisering or case.resultater
    assert not any(NAMED_PERSON.search(text) for text in texts(case.model_dump()))


@pytest.mark.advice
@pytest.mark.parametrize("identifier", CATALOGUED)
def test_figures_of_a_case(identifier: str, content: Content) -> None:
    case = content.case_by_id[identifier]
    for figure in case.noegletal:
        assert not re.search(r"\d", figure.enhed), f"tallet hører til i tal: {figure.enhed}"
        assert figure.enhed[0].islower()
        assert len(figure.hvad.split()) >= 2
        assert not figure.hvad.endswith(".")
        if figure.aar:
            assert all(1990 <= int(year) <= 2019 for year in figure.aar.split("-"))
    shown = [(figure_sentence(figure), figure.hvad, figure.aar) for figure in case.noegletal]
    assert len(set(shown)) == len(shown), "samme tal står to gange"


@pytest.mark.advice
@pytest.mark.parametrize("identifier", CATALOGUED)
def test_lessons_of_a_case_stand_alone(identifier: str, content: Content) -> None:
    for lesson in content.case_by_id[identifier].laering:
        assert not POINTS_BACK.match(lesson.tekst), lesson.tekst
        assert lesson.tekst[0].isupper() or lesson.tekst[0] in "»"
        assert lesson.tekst.rstrip().endswith((".", "!", "?", "«"))
        assert len(lesson.tekst.split()) >= 4, lesson.tekst


@pytest.mark.advice
@pytest.mark.parametrize(("number", "counted"), [(key, text) for key, rows in FIGURES.items() for text in rows])
def test_figures_agree_with_the_source(number: int, counted: str, content: Content) -> None:
    amount, word = counted.rsplit(" ", 1)
    figures = numbered(content, number).noegletal
    found = [figure for figure in figures if f" {figure_sentence(figure)} ".find(f" {amount} ") >= 0]
    assert any(word in f"{figure.enhed} {figure.hvad}".lower() for figure in found), [*map(figure_sentence, figures)]


@pytest.mark.advice
@pytest.mark.parametrize(("number", "figure", "year"), [(*key, year) for key, year in YEARS.items()])
def test_years_agree_with_the_source(number: int, figure: str, year: str, content: Content) -> None:
    found = [item.aar for item in numbered(content, number).noegletal if item.display_number == figure]
    assert year in found


@pytest.mark.advice
def test_no_municipality_is_guessed(content: Content) -> None:
    for number in (3, 11, 14, 17):
        case = numbered(content, number)
        assert case.kommuner == ()
        assert case.omraade


def test_a_number_is_shown_as_danes_write_it() -> None:
    figure = KeyFigure.model_validate({"tal": "9000,5", "enhed": "job", "hvad": "Nye job"})
    assert figure.display_number == "9.000,5"


def test_addresses_follow_from_the_id(content: Content) -> None:
    assert content.case_by_id["horsens-alliancen"].url == "cases/horsens-alliancen/"
    assert content.agreement_by_id["partnerskabsaftale-lejre"].url == "aftaler/partnerskabsaftale-lejre/"
    assert content.clause_by_id["opsigelse"].url == "aftaler/klausuler/opsigelse/"


def test_lessons_have_addresses_of_their_own(content: Content) -> None:
    addresses = [lesson.url for lesson in all_lessons(content)]
    assert len(addresses) == len(set(addresses))


# The lists


@pytest.mark.advice
def test_the_catalogues_tables(content: Content) -> None:
    assert len(content.terms("resultattyper")) == 19
    assert len(content.terms("effekter")) == 3
    assert {kind.effekt for kind in content.terms("resultattyper")} == {x.id for x in content.terms("effekter")}
    assert [theme.nummer for theme in content.terms("temaer")] == [1, 2, 3, 4]
    areas = {"faelles-grundlag", "virksomheder", "ledelse", "medarbejdere"}
    assert {area.id for area in content.terms("laeringsomraader")} == areas
    assert all(area.punkter for area in content.terms("laeringsomraader"))


def test_municipalities_and_regions(content: Content) -> None:
    places = content.terms("kommuner")
    assert len(places) == 98
    assert len({place.kode for place in places}) == 98
    assert all(re.fullmatch(r"0\d{3}", place.kode) for place in places)
    regions = {region.id: region for region in content.terms("regioner")}
    assert {place.region for place in places} <= regions.keys()
    merged = [region for region in regions.values() if region.til]
    assert len(merged) == 2
    assert all(regions[region.efterfoelger].fra > region.til for region in merged)


@pytest.mark.advice
def test_the_source_is_described_in_full(content: Content) -> None:
    book = content.term("udgivelser", "kl-2018")
    assert (book.udgiver, book.aar, book.produktionsnummer) == ("KL", "2018", "830313")
    assert set(book.isbn) == {"978-87-93668-22-5", "978-87-93668-23-2", "978-87-93668-18-8", "978-87-93668-19-5"}
    assert "KL" in book.rettigheder


@pytest.mark.parametrize("name", [*VOCABULARIES, "katalog"])
def test_every_list_is_a_file_of_the_project(name: str) -> None:
    source = read_source(PROJECT / vocabulary_path(name), name)
    assert source.data and not source.problems


def test_every_case_of_a_note_knows_the_note(content: Content) -> None:
    noted = {identifier for note in content.terms("kildenoter") for identifier in (*note.cases, *note.aftaler)}
    assert noted
    kinds = {"trykfejl", "modstrid", "scanningsskade", "uudfyldt", "valg"}
    assert {note.art for note in content.terms("kildenoter")} <= kinds


# Agreements and clause types


@pytest.mark.advice
@pytest.mark.parametrize("identifier", AGREEMENTS)
def test_agreement(identifier: str, content: Content) -> None:
    agreement: Agreement = content.agreement_by_id[identifier]
    assert agreement.klausuler.keys() == content.clause_by_id.keys()
    assert agreement.kort.endswith(".")
    assert len(agreement.parter) >= 3
    assert not any(NAMED_PERSON.search(text) for text in texts(agreement.model_dump()))
    for statement in agreement.klausuler.values():
        assert statement.tekst or not statement.findes


@pytest.mark.advice
def test_what_the_agreements_say(content: Content) -> None:
    horsens, taastrup, lejre = (content.agreement_by_id[name] for name in AGREEMENTS)
    assert len(horsens.versioner) == 2
    assert len(horsens.parter) == 8
    assert (horsens.opsigelse.findes, taastrup.opsigelse.findes, lejre.opsigelse.findes) == (True, False, True)
    assert not taastrup.klausuler["opsigelse"].findes
    assert str(lejre.underskrevet.dato) == "2021-09-15"
    assert taastrup.underskrevet.dato is None and horsens.underskrevet.dato is None
    assert len(taastrup.parter) == 5
    assert len(lejre.parter) == 3
    assert lejre.opsigelse.maaneder == 3
    assert "januar 2023" in str(taastrup.periode.fra) and "december 2025" in str(taastrup.periode.til)
    assert {annex.navn for annex in horsens.bilag} == {"Bilag A", "Bilag C"}


def test_there_are_clause_types_enough(content: Content) -> None:
    assert len(content.clauses) >= 16
    assert sorted(clause.id for clause in content.clauses) == CLAUSES


@pytest.mark.advice
@pytest.mark.parametrize("identifier", CLAUSES)
def test_clause_type(identifier: str, content: Content) -> None:
    clause: ClauseType = content.clause_by_id[identifier]
    assert clause.varianter
    assert clause.hjaelp.strip().endswith((".", "?"))
    for variant in clause.varianter:
        assert variant.passer_naar.endswith(".")
        assert not re.search(r"^#", variant.tekst, re.MULTILINE)
        assert set(variant.placeholders) <= clause.felter.keys()
    for name, item in clause.felter.items():
        assert re.fullmatch(r"[a-z0-9_]+", name)
        assert item.hjaelp.endswith("."), item.hjaelp


def test_a_small_agreement_answers_the_projects_clause_types(tmp_path: Path, content: Content) -> None:
    write_agreement(tmp_path)
    (problem,) = problems_in(tmp_path)
    assert problem.message.startswith("klausultyper uden svar: aendringer, bilag, ")
    answers = {name: {"findes": "nej"} for name in content.clause_by_id}
    write_agreement(tmp_path, klausuler={**answers, "opsigelse": {"findes": "ja", "tekst": "x"}})
    assert problems_in(tmp_path) == ()
