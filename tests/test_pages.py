"""What each page shows, and that hostile text in any field stays text on every page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest

from macros import define_env
from macros.finding.search_files import search_files
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.pages.pages import MACROS, Pages
from macros.sharing.data_files import data_files
from macros.sharing.feed import feed
from macros.site import building
from tests.examples import AGREEMENT, CASE, changed

TODAY = date(2026, 11, 22)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*191 }}{% raw %}{# x #}"
    "[x](javascript:alert(1)) \"><b onmouseover='alert(1)'>{ .x #y onclick=alert(1) }"
)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
# Fields that hold ids, numbers and dates: their own rules let no sign through.
CLOSED = {"id", "type", "tema", "kommuner", "regioner", "brancher", "maalgrupper", "virkemidler", "resultattyper",
          "klausuler", "udgivelse", "se_ogsaa", "gennemgaaet", "dato", "tal", "aar", "side", "nummer",
          "findes", "maaneder", "moeder_pr_aar", "gange_pr_aar", "vedlagt", "ikke_i_kilden",
          "uundvaerlig", "art"}  # fmt: skip


class _Page(HTMLParser):
    """A page's elements and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(text: str) -> _Page:
    """What a macro returns, as the generator shows it."""
    return _Page(markdown.markdown(text, extensions=EXTENSIONS))


def hostile(value: Any, key: str = "", inside: str = "") -> Any:
    """The same data with hostile text in every field that takes text."""
    if isinstance(value, dict):
        return {name: hostile(inner, name, key) for name, inner in value.items()}
    if isinstance(value, list):
        return [hostile(inner, key, inside) for inner in value]
    if key in CLOSED or (key == "omraade" and inside == "laering"):
        return value
    return HOSTILE


FULL_CASE = changed(CASE, {
    "titel": "x", "finansiering": "x", "periode": "x", "organisering": "x", "resultater": "x", "omraade": "x",
    "kilde": {**CASE["kilde"], "note": "x"},
})  # fmt: skip
FULL_AGREEMENT = changed(AGREEMENT, {
    "parter": [{"navn": "x", "type": "kommune", "note": "x", "underskriver": "x"}],
    "organer": [{"navn": "x", "medlemmer": [{"organisation": "x", "rolle": "x"}], "moeder": "x", "opgaver": ["x"],
                 "periode": "x"}],
    "maal": [{"tekst": "x", "delmaal": ["x"], "frist": "x", "maaltal": "x", "ansvarlig": "x"}],
    "indsatsomraader": [{"titel": "x", "vision": "x", "aktiviteter": [{"tekst": "x", "hvornaar": "x"}], "bilag": "x"}],
    "rester": [{"sted": "x", "tekst": "x"}], "evaluering": {"hvornaar": "x", "gange_pr_aar": "1"}, "tovholder": "x",
    "sekretariat": "x", "bilag": [{"navn": "x", "tekst": "x"}],
    "versioner": [{"udgivelse": "kl-2018", "note": "x"}], "periode": {"fra": "x", "til": "x", "tekst": "x"},
})  # fmt: skip
FIELD = {"etiket": "x", "hjaelp": "x", "eksempel": "x", "art": "tekst"}
CLAUSE_DATA = {
    "id": "opsigelse", "nummer": "1", "titel": "x", "kort": "x", "hjaelp": "x", "felter": {"varsel": FIELD},
    "varianter": [{"id": "a", "titel": "x", "passer_naar": "x", "tekst": "x"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def attacked(content: Content) -> Content:
    """The real content with a hostile case, agreement and clause type in it, as if the lint had let them by."""
    case = Case.model_validate(hostile(FULL_CASE))
    clause = ClauseType.model_validate(hostile(CLAUSE_DATA))
    answers = {item.id: {"findes": "ja", "tekst": "x", "sted": "x"} for item in content.clauses}
    data = hostile({**FULL_AGREEMENT, "klausuler": {}})
    data["klausuler"] = {name: {"findes": "ja", "tekst": HOSTILE, "sted": HOSTILE} for name in answers}
    data["ansvar"] = [{"part": HOSTILE, "tekst": HOSTILE}]
    agreement = Agreement.model_validate(data)
    clauses = tuple(clause if item.id == clause.id else item for item in content.clauses)
    return replace(
        content, cases=(*content.cases, case), agreements=(*content.agreements, agreement), clauses=clauses
    )  # fmt: skip


# Macro -> the item that is hostile, and one that is not, where the macro shows one item.
PAGES: dict[str, tuple[str, str]] = {
    "front_page": ("", ""),
    "case_finder": ("", ""),
    "case_page": ("lodser-i-nordby", "horsens-alliancen"),
    "theme_list": ("", ""),
    "theme_page": ("specifikke-kompetencer", "specifikke-kompetencer"),
    "lesson_overview": ("", ""),
    "result_overview": ("", ""),
    "partner_kinds": ("", ""),
    "partner_picture": ("", ""),
    "partner_pairs": ("", ""),
    "organisation_forms": ("", ""),
    "financing_forms": ("", ""),
    "place_list": ("", ""),
    "agreement_list": ("", ""),
    "agreement_page": ("aftale-i-nordby", "partnerskabsaftale-lejre"),
    "agreement_matrix": ("", ""),
    "agreement_check": ("", ""),
    "clause_statistics": ("", ""),
    "clause_list": ("", ""),
    "clause_page": ("opsigelse", "evaluering"),
    "agreement_builder": ("", ""),
    "agreement_drafts": ("", ""),
    "source_notes": ("", ""),
}
FROM_MARKDOWN = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote", "span", "div"}


def shown(content: Content, name: str, identifier: str) -> _Page:
    """A macro's page."""
    return page_of(getattr(Pages(content, TODAY), name)(*([identifier] if identifier else [])))


@pytest.mark.parametrize("name", PAGES)
def test_hostile_text_stays_text(name: str, attacked: Content, content: Content) -> None:
    page = shown(attacked, name, PAGES[name][0])
    calm = {tag for tag, _ in shown(content, name, PAGES[name][1]).elements}
    for tag, attributes in page.elements:
        assert tag in calm | FROM_MARKDOWN, tag
        assert not any(key.startswith("on") for key in attributes), attributes
        assert not re.match(r"\s*(javascript|data|vbscript):", str(attributes.get("href", "")), re.IGNORECASE)
        assert "alert" not in str(attributes.get("src", ""))
    assert "1337" not in page.text


@pytest.mark.parametrize("name", ["case_page", "agreement_page", "clause_page", "case_finder", "agreement_list"])
def test_template_marks_are_shown_as_they_were_written(name: str, attacked: Content) -> None:
    assert "{{ 7*191 }}{% raw %}{# x #}" in shown(attacked, name, PAGES[name][0]).text


def test_hostile_text_stays_text_in_data_files(attacked: Content) -> None:
    files = data_files(attacked)
    case = next(row for row in json.loads(files["cases.json"]) if row["id"] == "lodser-i-nordby")
    assert case["titel"] == HOSTILE
    assert "<script>" not in feed(attacked, "https://a.example/")
    assert HOSTILE in json.loads(search_files(attacked, TODAY)["data/soeg/start.json"])["titler"]


# Every macro


@pytest.fixture(scope="module")
def pages(content: Content) -> Pages:
    """The pages of the real content."""
    return Pages(content, TODAY)


def test_every_macro_is_registered_under_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_current", [])

    class Environment:
        def __init__(self) -> None:
            self.macros: dict[str, Any] = {}

        def macro(self, function: Any, name: str) -> None:
            self.macros[name] = function

    environment = Environment()
    define_env(environment)
    assert tuple(environment.macros) == MACROS
    assert "Horsens Alliancen" in environment.macros["case_page"]("horsens-alliancen")


def test_an_unknown_item_is_a_fault(pages: Pages) -> None:
    for name in ("case_page", "agreement_page", "clause_page", "theme_page"):
        with pytest.raises(KeyError):
            getattr(pages, name)("findes-ikke")


def test_a_case_page_has_every_section_with_its_anchor(pages: Pages, content: Content) -> None:
    for case in content.cases:
        page = page_of(pages.case_page(case.id))
        ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
        assert len(ids) == len(set(ids))
        sections = {"fakta", "formaal", "organisering", "aktoerer", "resultater", "laering", "beslaegtede", "kilde"}
        assert sections <= set(ids)
        assert ("noegletal" in ids) == bool(case.noegletal)
        assert {f"laering-{lesson.id}" for lesson in case.laering} <= set(ids)


def test_a_case_page_shows_every_fact(pages: Pages, content: Content) -> None:
    for case in content.cases:
        text = " ".join(page_of(pages.case_page(case.id)).text.split())
        assert case.titel in text and case.kort in text
        for place in case.kommuner:
            assert content.term("kommuner", place).navn in text
        for actor in case.aktoerer:
            assert actor.navn in text
        for figure in case.noegletal:
            assert f"{figure.display_number} {figure.enhed}" in text
            assert figure.hvad in text


def test_what_the_source_does_not_say_is_said(pages: Pages, content: Content) -> None:
    for case in content.cases:
        text = page_of(pages.case_page(case.id)).text
        silent = not (case.finansiering and case.periode)
        assert ("Ikke oplyst i kilden" in text) >= silent
        assert ("Kilden giver ingen læringspunkter" in text) == (not case.laering)
        assert ("Kilden nævner ingen kommune" in text) == (not case.kommuner)


def test_the_notes_page_lists_what_is_not_known(pages: Pages, content: Content) -> None:
    text = page_of(pages.source_notes()).text
    for note in content.terms("kildenoter"):
        assert note.sted.lower() in text.lower()
    assert "Det siger kilden ikke" in text


def test_regions_follow_the_calendar(content: Content) -> None:
    def regions(day: date) -> int:
        return Pages(content, day).place_list().count('aria-labelledby="region-')

    assert regions(date(2026, 12, 31)) == 5
    assert regions(date(2027, 1, 1)) == 4


def test_a_theme_page_has_its_cases_and_no_other(pages: Pages, content: Content) -> None:
    for theme in content.terms("temaer"):
        html = pages.theme_page(theme.id)
        shown = set(re.findall(r'case-card__title"><a href="\.\./\.\./cases/([a-z0-9-]+)/"', html))
        assert shown == {case.id for case in content.cases if case.tema == theme.id}


def test_the_builder_holds_every_model_text_without_a_script(pages: Pages, content: Content) -> None:
    text = page_of(pages.agreement_builder()).text
    for clause in content.clauses:
        assert clause.titel in text
        for variant in clause.varianter:
            assert variant.titel in text
