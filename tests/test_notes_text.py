"""Notes below the changes of a comment."""

from __future__ import annotations

from macros.editing.notes_text import MOST_NOTES, notes_text
from macros.ground.problem import Problem


def test_a_note_names_file_line_and_what_is_better() -> None:
    note = Problem("cases/a.yml", 3, 1, "kort", "teksten er på 201 tegn", "højst 200 tegn", "Kort.")
    heading, first, lines = notes_text([note])
    assert heading == "### Råd" and "ikke en fejl" in first
    assert lines == "- »cases/a.yml« linje 3: »teksten er på 201 tegn«; bedre: »højst 200 tegn«"
    assert notes_text([]) == []


def test_many_notes_are_counted() -> None:
    notes = [Problem("cases/a.yml", line, 1, "", "x <b>") for line in range(MOST_NOTES + 2)]
    assert notes_text(notes)[2].splitlines()[-1].startswith("- … og 2 råd mere")
