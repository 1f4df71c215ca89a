"""Notes on what has changed since the catalogue."""

from __future__ import annotations

import pytest

from macros.checking.since_2018 import names_in, notes_for
from macros.library.content import Content
from tests.examples import case


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("Havnen", True),
        ("Fanø Kommune", True),
        ("lodser", True),
        ("lods", False),
        ("havnen", True),
        ("HAVNEN", False),
        ("Kommunen og havnen", True),
    ],
)
def test_a_name_is_a_word_of_its_own(name: str, stands: bool) -> None:
    _, item = case()
    assert bool(names_in([name], item)) is stands


def test_a_name_may_run_over_a_line_in_the_file() -> None:
    _, item = case(organisering="Vi bruger Ungdommens\nUddannelsesvejledning.")
    assert names_in(["Ungdommens Uddannelsesvejledning"], item)


def test_a_name_may_be_part_of_a_longer_one() -> None:
    _, item = case(organisering="LO-Nordby og LOKALE folk.")
    assert names_in(["LO"], item)
    _, item = case(organisering="Kun LOKALE folk.")
    assert not names_in(["LO"], item)


def test_a_case_gets_the_notes_on_what_it_names(content: Content) -> None:
    notes = content.terms("siden_2018")
    found = {note.id for note in notes_for(notes, content.case_by_id["trepartsaftale-kalundborg"])}
    assert found == {"lo-og-ftf", "integrationsydelse"}
    assert all(any(notes_for([note], item) for item in content.cases) for note in notes)


def test_a_note_says_when_it_was_written_and_who_says_so(content: Content) -> None:
    for note in content.terms("siden_2018"):
        assert note.dato.year >= 2026
        assert note.adresse.startswith("https://") and note.kilde
