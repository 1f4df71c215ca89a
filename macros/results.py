"""The catalogue's effects and kinds of result, each with the cases that show it and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.case_model import Case, KeyFigure
from macros.content import Content


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


def figure_sentence(figure: KeyFigure) -> str:
    """A figure as text: "mere end 9.000 nye job"."""
    return " ".join(part for part in (figure.forbehold, figure.display_number, figure.enhed) if part)
