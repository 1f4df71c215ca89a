"""Words that the site has chosen another word for: found, told with place and reason, and nowhere in the content."""

from __future__ import annotations

import re

import pytest

from macros.editing.reader_text import reader_text
from macros.editing.word_choice import WORD_LIST, word_choice
from macros.library.content import Content
from macros.model.vocabulary_model import WordChoice
from tests.danish_files import ROOT, danish_files

CHOICES = (
    WordChoice.model_validate(
        {
            "id": "laereplads",
            "brug": "læreplads",
            "ikke": ["praktikplads*", "bl.a."],
            "hvorfor": "Det hedder det nu.",
            "undtagelser": [{"fil": "cases/gammel.yml", "ord": "praktikplads*", "hvorfor": "Kildens ord."}],
        }
    ),
    WordChoice.model_validate(
        {"id": "aaben-skole", "brug": "åben skole", "ikke": ["Åben Skole"], "hvorfor": "Ikke et navn."}
    ),
)


def found(text: str, path: str = "cases/x.yml") -> list[str]:
    return [str(problem) for problem in word_choice(path, text, CHOICES)]


def test_a_form_is_told_with_place_word_and_reason() -> None:
    assert found("id: praktikplads\nkort: Ti\n  nye Praktikpladser\n") == [
        "cases/x.yml:3:7: »Praktikpladser« er ikke vores ord (forventet: læreplads)\n  Tip: Det hedder det nu."
    ]


@pytest.mark.parametrize("text", ["kort: Vi har bl.a. ti\n", "kort: Åben Skole er ny\n", "kort: Åben\n  Skole\n"])
def test_forms_with_full_stops_and_of_two_words_are_found(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text", ["kort: Åben skole er ny\n", "kort: en erhvervspraktikplads\n", "type: praktikplads\n"]
)
def test_what_only_looks_like_a_form_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_exception_holds_in_its_own_file_only() -> None:
    text = "kort: Ti praktikpladser\n"
    assert not found(text, "cases/gammel.yml")
    assert found(text, "cases/ny.yml")
    assert not found(text, WORD_LIST)


def test_places_come_in_the_order_of_the_file() -> None:
    places = [problem.column for problem in word_choice("docs/x.md", "Åben Skole, praktikplads, Åben Skole", CHOICES)]
    assert places == sorted(places)
    assert len(places) == 3


def test_no_text_uses_a_form_we_do_not_use(content: Content) -> None:
    choices = content.terms("ordvalg")
    faults = [str(problem) for path, text in danish_files() for problem in word_choice(path, text, choices)]
    assert not faults, "\n" + "\n".join(faults)


def test_every_exception_is_needed_and_every_form_stands_once(content: Content) -> None:
    choices = content.terms("ordvalg")
    forms = [form for choice in choices for form in choice.ikke]
    assert len(forms) == len(set(forms))
    for choice in choices:
        bare = choice.model_copy(update={"undtagelser": ()})
        for exception in choice.undtagelser:
            assert exception.ord in choice.ikke, exception
            text = (ROOT / exception.fil).read_text(encoding="utf-8")
            only = bare.model_copy(update={"ikke": (exception.ord,)})
            assert list(word_choice(exception.fil, text, [only])), f"{exception} bruges ikke"


def test_ranges_of_years_and_pages_have_a_dash_in_running_text() -> None:
    hyphened = re.compile(r"(?<![\d/-])\d+-\d+(?![\d-])")
    faults = [
        f"{path}: {place[0]}"
        for path, text in danish_files()
        if path.startswith(("cases/", "agreements/", "docs/")) and not path.endswith(".mjs")
        for place in hyphened.finditer(reader_text(path, text))
        if "»15/9-21«" not in text[place.start() - 6 : place.end() + 2]
    ]
    assert not faults, "Skriv tankestreg i spænd, fx 2015–2016:\n" + "\n".join(faults)


def test_quotation_marks_are_the_same_everywhere() -> None:
    faults = [
        f"{path}: {mark[0]}"
        for path, text in danish_files()
        if path.startswith(("cases/", "agreements/", "docs/")) and path.endswith((".yml", ".md"))
        for mark in re.finditer("[“”„]", reader_text(path, text))
    ]
    assert not faults, "Skriv citater i »vinkler«:\n" + "\n".join(faults)
