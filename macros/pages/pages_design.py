"""The page of every component in every state, and the booklet of all cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.agreement.clauses import clause_rows
from macros.finding.facet_pages import theme_listing
from macros.finding.facets import facets
from macros.ground.contrast import pair_rows, sizes
from macros.html.long_lists import share
from macros.html.rendering import render
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure

_LONG = "En titel, der er så lang, at den må brydes over flere linjer, også på en bred skærm med god plads"

# So many cases are printed; who wants others chooses them in the reader's own list.
PRINTED_CASES = 60


class DesignPages:
    """Mixed into Pages: one function per macro."""

    content: Content
    today: date

    def design_page(self) -> str:
        """Every component from its own template, with invented words in real models."""
        content = self.content
        clause = max(content.clauses, key=lambda item: len(item.felter))
        tone = next(facet for facet in facets(content, self.today) if facet.key == "tema")
        return render(
            "design_page.md", "om/design/", content=content, pairs=pair_rows(), sizes=sizes(),
            sample_cases=sample_cases(content), figures=sample_figures(), facet=tone,
            lesson=next(lesson for lesson in all_lessons(content) if lesson.case and lesson.klausuler),
            clause=clause, rows=clause_rows(content)[:2],
        )  # fmt: skip

    def booklet(self) -> str:
        """All cases one after the other, by theme, to be printed."""
        content = self.content
        publication: Any = content.term("udgivelser", content.catalogue.udgivelse)
        groups = [
            (theme, [case for case in content.cases if case.tema == theme.id]) for theme in content.terms("temaer")
        ]
        most = share((len(cases) for _, cases in groups), PRINTED_CASES)
        return render(
            "booklet.html", "om/haefte/", content=content, groups=groups, most=most, publication=publication,
            today=self.today, listing_of=theme_listing,
        )  # fmt: skip


def sample_figures() -> tuple[tuple[str, KeyFigure], ...]:
    """Key figures with and without a caveat and a year."""
    figure = KeyFigure.model_validate({"tal": "1.234", "enhed": "lærlinge", "hvad": "Det, tallet tæller"})
    return (
        ("Med forbehold og år", figure.model_copy(update={"forbehold": "mere end", "aar": "2015-2016"})),
        ("Med år", figure.model_copy(update={"aar": "2017"})),
        ("Uden år", figure),
    )


def sample_cases(content: Content) -> tuple[tuple[str, Case], ...]:
    """Cases that lack or have too much of something, one of each theme."""
    first = [next(case for case in content.cases if case.tema == theme.id) for theme in content.terms("temaer")]
    short = {"kort": "Én sætning, der siger, hvad casen er.", "noegletal": (sample_figures()[0][1],)}
    states: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Med tal", {"titel": "En case med tal"}),
        ("Uden tal", {"titel": "En case uden tal", "noegletal": ()}),
        ("Uden nummer", {"titel": "En case uden nummer", "nummer": None}),
        ("Lang titel og mange steder", {"titel": _LONG, "kommuner": tuple(content.vocabularies["kommuner"])[:9]}),
    )
    return tuple(
        (name, case.model_copy(update={**short, **changes}))
        for case, (name, changes) in zip(first, states, strict=False)
    )
