"""The pages of results: effects and figures, what the labels of knowledge mean, what has changed since 2018."""

from __future__ import annotations

from macros.checking.since_2018 import notes_for
from macros.html.long_lists import LISTED_FIGURES, share
from macros.html.rendering import render
from macros.insight.charts import all_charts
from macros.insight.knowledge import TOLD, UNKNOWN, knowledge_rows
from macros.insight.results import all_figures, effect_rows
from macros.library.content import Content

# So many cases stand under the kinds of result together.
CASES_OF_RESULTS = 150


class ResultPages:
    """The part of Pages that knows results."""

    content: Content

    def result_overview(self) -> str:
        """The effects, kinds of result, charts and all key figures."""
        content = self.content
        rows = [row for row in knowledge_rows(content) if row.kind.id not in (TOLD, UNKNOWN)]
        effects = effect_rows(content)
        most = share((len(result.cases) for row in effects for result in row.types), CASES_OF_RESULTS)
        return render(
            "result_overview.md", "resultater/", content=content, effects=effects, most=most,
            figures=all_figures(content), listed_figures=LISTED_FIGURES, knowledge_rows=rows,
            drawings=all_charts(content),
        )  # fmt: skip

    def knowledge_overview(self) -> str:
        """Each kind of knowledge, with how much of it there is."""
        content = self.content
        return render(
            "knowledge_overview.md", "om/viden/", content=content, rows=knowledge_rows(content),
            total=len(all_figures(content)), told=TOLD, unknown=UNKNOWN,
        )  # fmt: skip

    def since_list(self) -> str:
        """What has changed since 2018, each with the cases that name it."""
        content = self.content
        rows = [
            (note, [case for case in content.cases if notes_for([note], case)]) for note in content.terms("siden_2018")
        ]
        return render("since_list.md", "om/siden-2018/", content=content, rows=rows)
