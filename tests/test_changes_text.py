"""Changes as a comment: by section, short enough for GitHub, and only our own Markdown in it."""

from __future__ import annotations

from macros.editing.changes import Change
from macros.editing.changes_text import MOST_BYTES, changes_text


def test_changes_stand_by_section() -> None:
    text = changes_text([Change("Cases", "Case 1", ("a", "b")), Change("Cases", "Case 2", ("c",))], ["### Råd", "x"])
    assert (
        text == "## Det ændrer forslaget\n\n### Cases\n\n**Case 1**\n\n- a\n- b\n\n**Case 2**\n\n- c\n\n### Råd\n\nx\n"
    )


def test_no_change_is_said() -> None:
    assert "ændrer intet" in changes_text([])


def test_a_long_text_is_cut_at_a_line() -> None:
    many = [Change("Cases", f"Case {number}", tuple(f"æ{'x' * 100}" for _ in range(50))) for number in range(50)]
    text = changes_text(many)
    assert len(text.encode()) <= MOST_BYTES
    assert text.endswith("\n\nResten er for langt til en kommentar; se filerne.\n")
    assert "… og 10 ændringer mere i filen." in text
