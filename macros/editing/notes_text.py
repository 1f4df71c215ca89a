"""Notes as Markdown for a comment: advice below the changes, folded in few lines."""

from __future__ import annotations

from collections.abc import Sequence

from macros.editing.change_words import shown
from macros.ground.problem import Problem

MOST_NOTES = 15


def notes_text(notes: Sequence[Problem]) -> list[str]:
    """The paragraphs of a comment: none where there are no notes."""
    if not notes:
        return []
    lines = [
        f"- {shown(note.path)} linje {note.line}: {shown(note.message)}; bedre: {shown(note.expected or note.tip)}"
        for note in notes[:MOST_NOTES]
    ]
    rest = (
        [f"- … og {len(notes) - MOST_NOTES} råd mere: python3 scripts/validate.py --raad"]
        if len(notes) > MOST_NOTES
        else []
    )
    return ["### Råd", "Et råd er ikke en fejl; du bestemmer selv.", "\n".join([*lines, *rest])]
