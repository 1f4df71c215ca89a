"""A spreadsheet to case files: what is known is placed, what is not is told, nothing is guessed."""

from __future__ import annotations

from macros.editing.import_cases import Imported, import_cases
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case
from macros.reading.faults import check_model
from macros.reading.table_reader import Row
from macros.reading.yaml_source import parse

ROW: Row = {
    "id": "lodser-i-nordby", "nummer": "", "titel": "Lodser i Nordby", "kort": "Kommunen lærer ledige op.",
    "tema": "Specifikke kompetencer", "kommuner": "Fanø, Esbjerg", "brancher": "Turisme", "maalgrupper": "ledige",
    "virkemidler": "Opkvalificering", "resultattyper": "Opkvalificering til bestemte brancher", "side": "12-13",
    "aktoerer": "Fanø Kommune (kommune), Havnen", "kilde": "", "link": "https://x", "formaal": "=1+1",
}  # fmt: skip
FIGURE: Row = {"case": "lodser-i-nordby", "tal": "1.200", "enhed": "lodser", "hvad": "Lodser i job", "aar": "2017"}
LESSON: Row = {"case": "lodser-i-nordby", "id": "lodser-i-nordby#smaat", "tekst": "Begynd småt.", "omraade": "Ledelse"}


def taken(content: Content, *rows: Row, **beside: list[Row]) -> Imported:
    """What becomes of these rows."""
    return import_cases({"cases": list(rows), **beside}, content, "2026-11-22")


def theme(content: Content) -> str:
    """The name of the third theme."""
    return str(content.term("temaer", "specifikke-kompetencer").navn)


def test_names_become_ids_and_texts_stay_text(content: Content) -> None:
    source = content.terms("udgivelser")[0]
    row = {**ROW, "tema": theme(content), "kilde": source.titel}
    result = taken(content, row, noegletal=[FIGURE], laering=[LESSON])
    case, problems = check_model(parse(result.files["lodser-i-nordby"], "a.yml"), Case)
    assert problems == () and case is not None
    assert (case.tema, case.kommuner, case.kilde.udgivelse) == (
        "specifikke-kompetencer",
        ("fanoe", "esbjerg"),
        source.id,
    )
    assert (case.formaal, str(case.gennemgaaet)) == ("=1+1", "2026-11-22")
    assert [actor.navn for actor in case.aktoerer] == ["Fanø Kommune"]
    assert [figure_sentence(figure) for figure in case.noegletal] == ["1.200 lodser"]
    assert (case.laering[0].id, case.laering[0].omraade) == ("smaat", "ledelse")
    assert result.report == [
        "Række 2 (lodser-i-nordby), aktoerer: »Havnen« kunne ikke placeres: "
        "skriv slagsen i parentes, fx Fanø Kommune (kommune)."
    ]


def test_what_has_no_place_is_told_cell_by_cell(content: Content) -> None:
    row = {**ROW, "tema": theme(content), "brancher": "Rumfart", "noegletal": "12 både", "laering": "Et råd", "ny": "x"}
    said = "\n".join(taken(content, row).report)
    assert "brancher: »Rumfart« kunne ikke placeres: værdien findes ikke i listen brancher" in said
    assert "noegletal: »12 både« kunne ikke placeres: tal hører til i arket noegletal" in said
    assert "laering: »Et råd« kunne ikke placeres" in said
    assert "ny: »x« kunne ikke placeres: kolonnen findes ikke i modellen" in said


def test_rows_without_a_name_and_rows_named_twice_are_left_out(content: Content) -> None:
    result = taken(content, {"titel": "", "kort": "x"}, {"titel": "Ærø"}, {"titel": "ærø"})
    assert list(result.files) == ["aeroe"]
    assert [line for line in result.report if line.startswith("Række 2:")]
    assert "Række 4: id aeroe står to gange. Kun den første er med." in result.report


def test_cases_that_may_be_the_same_are_pointed_out(content: Content) -> None:
    known = content.cases[0]
    figures = [FIGURE, {**FIGURE, "tal": "7"}]
    other = [{**figure, "case": "b"} for figure in figures]
    rows = [{"id": "lodser-i-nordby", "titel": known.titel.upper()}, {"id": "b", "titel": "B"}]
    said = taken(content, *rows, noegletal=[*figures, *other]).report
    assert f"lodser-i-nordby: samme titel som {known.id}. Er det den samme case?" in said
    assert "b: de samme tal som lodser-i-nordby. Er det den samme case?" in said


def test_a_name_may_hold_a_comma(content: Content) -> None:
    name = next(term.navn for term in content.terms("brancher") if ", " in term.navn)
    result = taken(content, {"id": "a", "titel": "A", "brancher": f"Turisme, {name}, turisme"})
    assert result.report == []
    assert (
        parse(result.files["a"], "a.yml").data["brancher"][1]
        == content.terms("brancher")[[term.navn for term in content.terms("brancher")].index(name)].id
    )


def test_our_own_export_comes_back(content: Content) -> None:
    """The names in the columns of our own spreadsheet are all known."""
    case = content.case_by_id["horsens-alliancen"]
    row = {
        "id": case.id, "titel": case.titel, "tema": content.term("temaer", case.tema).navn, "kort": case.kort,
        "brancher": ", ".join(content.term("brancher", item).navn for item in case.brancher),
        "maalgrupper": ", ".join(content.term("maalgrupper", item).navn for item in case.maalgrupper),
        "resultattyper": ", ".join(content.term("resultattyper", item).navn for item in case.resultattyper),
    }  # fmt: skip
    assert taken(content, row).report == []
