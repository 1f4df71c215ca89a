"""Notes on the content: told with file and line, and never an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.editing.notes import notes
from macros.ground.problem import advice
from macros.library.content import Content, load_content
from tests.examples import CASE, problems_in, write_case

FIGURE = CASE["noegletal"][0]


def noted(root: Path, **changes: Any) -> list[str]:
    """The notes on the example case with changes, which must have no faults."""
    write_case(root, **changes)
    assert problems_in(root) == ()
    return [str(note) for note in notes(load_content(root), root, {"cases/lodser-i-nordby.yml"})]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kort": "x" * 201}, "kort: teksten er på 201 tegn (forventet: højst 200 tegn)"),
        ({"kort": "x" * 200}, ""),
        ({"noegletal": [{**FIGURE, "aar": "2017"}]}, ""),
        ({"noegletal": [{"tal": "12", "enhed": "lodser", "hvad": "Lodser"}]}, "noegletal[1]: tallet 12 har intet år"),
        ({"noegletal": [{"tal": "12", "enhed": "lodser", "hvad": "Lodser", "art": "maal"}]}, ""),
        ({"formaal": "Der skal laves praktikpladser."}, "»praktikpladser« er ikke vores ord"),
        ({"laering": [{**CASE["laering"][0], "tekst": "Holdet bliver undervist."}]}, "laering[1].tekst: passiv"),
    ],
)
def test_what_is_noted(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    found = noted(tmp_path, **changes)
    assert any(said in note for note in found) if said else found == []


def test_two_cases_with_the_same_figures_are_pointed_out(tmp_path: Path) -> None:
    figures = [FIGURE, {**FIGURE, "tal": "7", "enhed": "både"}]
    write_case(tmp_path, noegletal=figures)
    write_case(tmp_path, id="lodser-i-sydby", titel="Lodser i Sydby", noegletal=figures)
    found = [note.message for note in notes(load_content(tmp_path), tmp_path)]
    assert "casen har de samme tal som »Lodser i Sydby«" in found
    write_case(tmp_path, id="lodser-i-sydby", titel="Lodser i Sydby", noegletal=figures[:1])
    assert not [note for note in notes(load_content(tmp_path), tmp_path) if "samme tal" in note.message]


def test_one_case_less_is_a_note_on_the_lists_and_no_fault(tmp_path: Path) -> None:
    """Whoever corrects a name in a case is not stopped by a list somewhere else that named it."""
    write_case(tmp_path)
    assert problems_in(tmp_path) == ()
    found = [note.path for note in notes(load_content(tmp_path), tmp_path)]
    assert "cases/_siden_2018.yml" in found


def test_notes_say_that_they_are_no_faults(content: Content) -> None:
    text = advice(notes(content))
    assert "Et råd er ikke en fejl" in text.splitlines()[0]
    assert advice([]) == ""


def test_every_note_on_the_real_content_says_what_would_be_better(content: Content) -> None:
    assert [note for note in notes(content) if not (note.line and note.expected and note.tip)] == []
