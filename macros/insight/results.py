"""The catalogue's effects and kinds of result, each with the cases that show it and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure


@dataclass(frozen=True)
class ResultRow:
    """A kind of result and the cases that show it."""

    type: Any
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class EffectRow:
    """One of the three effects with its kinds of result."""

    effekt: Any
    types: tuple[ResultRow, ...]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that show at least one kind of result, by case number."""
        found = {case.id: case for row in self.types for case in row.cases}
        return tuple(sorted(found.values(), key=lambda case: (case.nummer or 10**6, case.id)))

    @property
    def figures(self) -> tuple[tuple[Case, KeyFigure], ...]:
        """The figures that say something of this very effect, as its vocabulary names them."""
        by_id = {case.id: case for case in self.cases}
        named = ((by_id[item.case], item.noegletal) for item in self.effekt.tal if item.case in by_id)
        return tuple((case, figure) for case, name in named for figure in case.noegletal if figure.id == name)


def effect_rows(content: Content) -> tuple[EffectRow, ...]:
    """The three effects in the catalogue's order."""
    return tuple(
        EffectRow(
            effect,
            tuple(
                ResultRow(kind, tuple(case for case in content.cases if kind.id in case.resultattyper))
                for kind in content.terms("resultattyper")
                if kind.effekt == effect.id
            ),
        )
        for effect in content.terms("effekter")
    )


def all_figures(content: Content) -> tuple[tuple[Case, KeyFigure], ...]:
    """Every key figure with its case, by case number."""
    return tuple((case, figure) for case in content.cases for figure in case.noegletal)


def figure_number(figure: KeyFigure) -> str:
    """A number with its caveat: "mere end 9.000"."""
    return f"{figure.forbehold or ''} {figure.display_number}".strip()


def figure_sentence(figure: KeyFigure) -> str:
    """A figure as text: "mere end 9.000 nye job"."""
    return f"{figure_number(figure)} {figure.enhed}"
