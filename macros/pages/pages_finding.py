"""The pages that lead from finding cases to using them: compare some, and find those like one's own situation."""

from __future__ import annotations

from macros.finding.comparisons import ready_comparisons
from macros.finding.facet_pages import facet_url
from macros.finding.situations import question_rows
from macros.html.rendering import render
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Theme

# Up to here a page may name every case; beyond it the page must not grow with them.
MOST_LISTED = 60
# As many cases are named under an answer for those who read without a script.
MOST_NAMED = 12


class FindingPages:
    """Mixed into Pages: one function per macro."""

    content: Content

    def case_comparison(self) -> str:
        """Two to five cases side by side, made by the script; without it the main facts of all cases."""
        content = self.content
        listed = content.cases if len(content.cases) <= MOST_LISTED else ()
        groups: list[tuple[Theme, list[Case]]] = [
            (theme, [case for case in listed if case.tema == theme.id]) for theme in content.terms("temaer")
        ]
        return render(
            "case_comparison.html", "cases/sammenlign/", content=content, listed=listed, groups=groups,
            ready=ready_comparisons(content), total=len(content.cases),
            publication=content.term("udgivelser", content.catalogue.udgivelse),
        )  # fmt: skip

    def situation_finder(self) -> str:
        """Four questions that rank the cases; without a script each answer leads to its cases."""
        return render(
            "situation_finder.html", "hvad-ligner-jer/", content=self.content,
            questions=question_rows(self.content), most_named=MOST_NAMED, total=len(self.content.cases),
            page_of=facet_url,
        )  # fmt: skip
