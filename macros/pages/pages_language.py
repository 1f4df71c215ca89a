"""The page on how the site is written: the words it has chosen, and how hard each case is to read."""

from __future__ import annotations

from macros.editing.readability import case_text, reading
from macros.html.rendering import render
from macros.library.content import Content


class LanguagePages:
    """Mixed into Pages: one function per macro on the page."""

    content: Content

    def word_list(self) -> str:
        """The words the site uses, those it does not use, and why."""
        return render("word_list.html", "bidrag/sprog/", choices=self.content.terms("ordvalg"))

    def reading_table(self) -> str:
        """The cases with their LIX, the hardest first."""
        rows = [(case, reading(case_text(case))) for case in self.content.cases]
        rows.sort(key=lambda row: (-row[1].lix, row[0].nummer or 0))
        return render("reading_table.html", "bidrag/sprog/", rows=rows)
