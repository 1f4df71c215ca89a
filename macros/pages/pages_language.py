"""The page on how the site is written: the words it has chosen, and how hard each case is to read."""

from __future__ import annotations

import json
from dataclasses import astuple

from macros.editing.readability import Reading, case_text, reading
from macros.ground.build_cache import Keep
from macros.html.rendering import render
from macros.library.content import Content
from macros.library.content_digest import CaseRun, case_runs


class LanguagePages:
    """Mixed into Pages: one function per macro on the page."""

    content: Content
    keep: Keep

    def word_list(self) -> str:
        """The words the site uses, those it does not use, and why."""
        return render("word_list.html", "bidrag/sprog/", choices=self.content.terms("ordvalg"))

    def reading_table(self) -> str:
        """The cases with their LIX, the hardest first."""
        rows = [row for run in case_runs(self.content) for row in zip(run.cases, self._readings(run), strict=True)]
        rows.sort(key=lambda row: (-row[1].lix, row[0].nummer or 0))
        return render("reading_table.html", "bidrag/sprog/", rows=rows)

    def _readings(self, run: CaseRun) -> list[Reading]:
        """To weigh a case takes half a millisecond, so a changed case has only those of its run weighed anew."""

        def made() -> bytes:
            return json.dumps([astuple(reading(case_text(case))) for case in run.cases]).encode()

        return [Reading(*row) for row in json.loads(self.keep(("lixtal", run.made_of), made))]
