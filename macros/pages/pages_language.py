"""The page on how the site is written: the words it has chosen, and how hard each case is to read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple

from macros.editing.readability import Reading, case_text, reading
from macros.ground.build_cache import Keep
from macros.html.rendering import render
from macros.library.content import Content
from macros.model.case_model import Case

# To weigh a case takes a millisecond, so so many are kept together, and a changed case has only these weighed anew.
_LOT = 50


class LanguagePages:
    """Mixed into Pages: one function per macro on the page."""

    content: Content
    keep: Keep

    def word_list(self) -> str:
        """The words the site uses, those it does not use, and why."""
        return render("word_list.html", "bidrag/sprog/", choices=self.content.terms("ordvalg"))

    def reading_table(self) -> str:
        """The cases with their LIX, the hardest first."""
        cases = self.content.cases
        lots = [cases[start : start + _LOT] for start in range(0, len(cases), _LOT)]
        rows = [row for lot in lots for row in zip(lot, self._readings(lot), strict=True)]
        rows.sort(key=lambda row: (-row[1].lix, row[0].nummer or 0))
        return render("reading_table.html", "bidrag/sprog/", rows=rows)

    def _readings(self, cases: Sequence[Case]) -> list[Reading]:
        def made() -> bytes:
            return json.dumps([astuple(reading(case_text(case))) for case in cases]).encode()

        kept = self.keep(("lixtal", *(case.model_dump_json().encode() for case in cases)), made)
        return [Reading(*row) for row in json.loads(kept)]
