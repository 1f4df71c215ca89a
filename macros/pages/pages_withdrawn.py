"""The page that stands where a case stood: that it is withdrawn, why, and where to look instead."""

from __future__ import annotations

from macros.html.rendering import render
from macros.library.content import Content

# What every case's page promised to answer; its lessons come from the file.
ANCHORS = (
    "fakta", "noegletal", "formaal", "organisering", "aktoerer", "resultater", "laering", "aftale", "beslaegtede",
    "siden-2018", "kilde", "henvis", "henvis-kort", "henvis-apa",
)  # fmt: skip


class WithdrawnPages:
    """Mixed into Pages: one function per macro."""

    content: Content

    def withdrawn_case(self, identifier: str) -> str:
        """A notice in place of a case, with every anchor that others may have linked to."""
        case = next(case for case in self.content.withdrawn if case.id == identifier)
        other = case.trukket_tilbage.se if case.trukket_tilbage else None
        return render(
            "withdrawn_case.md", case.url, case=case, theme=self.content.term("temaer", case.tema),
            anchors=[*ANCHORS, *(f"laering-{lesson.id}" for lesson in case.laering)],
            instead=self.content.case_by_id[other] if other else None,
        )  # fmt: skip
