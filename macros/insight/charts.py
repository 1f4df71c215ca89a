"""Charts as they are drawn: where each bar begins and ends, in percent across and pixels down.

Widths are percent, so that a drawing fills a phone as well as a screen while its text keeps its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.insight.results import figure_number
from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure
from macros.model.chart_model import Chart, ChartBar, ChartPanel

# Pixels from one bar to the next (a line of text, the bar, and air), and the extra air before the next whole.
STEP = 44
AIR = 14
WHOLE, PART, REST = "whole", "part", "rest"


@dataclass(frozen=True)
class DrawnBar:
    """A bar with its label; number is "" for a rest, which the source does not count."""

    kind: str
    level: int
    number: str
    navn: str
    start: str
    width: str
    top: int


@dataclass(frozen=True)
class DrawnPanel:
    """Bars below each other, and how tall they are together."""

    navn: str
    bars: tuple[DrawnBar, ...]

    @property
    def height(self) -> int:
        """Pixels from the first label to the last bar."""
        return self.bars[-1].top + STEP

    @property
    def spoken(self) -> str:
        """The panel as a sentence, for those who do not see it."""
        return f"{self.navn}: {'; '.join(f'{bar.number} {bar.navn}'.strip() for bar in self.bars)}."


@dataclass(frozen=True)
class DrawnChart:
    """A chart ready for its template, with its case and the figures for the table behind it."""

    chart: Chart
    case: Case
    panels: tuple[DrawnPanel, ...]
    figures: tuple[KeyFigure, ...]


def all_charts(content: Content) -> tuple[DrawnChart, ...]:
    """Every chart whose case is there, in the file's order."""
    return tuple(
        _draw(chart, content.case_by_id[chart.case])
        for chart in content.terms("diagrammer")
        if chart.case in content.case_by_id
    )


def charts_of(content: Content, case: Case) -> tuple[DrawnChart, ...]:
    """The charts of one case."""
    return tuple(_draw(chart, case) for chart in content.terms("diagrammer") if chart.case == case.id)


def _draw(chart: Chart, case: Case) -> DrawnChart:
    figures = {figure.id: figure for figure in case.noegletal if figure.id}
    tallest = [max(figures[bar.noegletal].tal for bar in panel.soejler) for panel in chart.felter]
    scales = [max(tallest)] * len(tallest) if chart.samme_skala else tallest
    panels = tuple(_draw_panel(panel, figures, scale) for panel, scale in zip(chart.felter, scales, strict=True))
    named = dict.fromkeys(name for panel in chart.felter for bar in panel.soejler for name in _names(bar))
    return DrawnChart(chart, case, panels, tuple(figures[name] for name in named))


def _names(bar: ChartBar) -> Iterator[str]:
    yield bar.noegletal
    for part in bar.dele:
        yield from _names(part)


def _draw_panel(panel: ChartPanel, figures: dict[str, KeyFigure], scale: Decimal) -> DrawnPanel:
    drawn: list[DrawnBar] = []

    def add(kind: str, level: int, words: tuple[str, str], start: Decimal, length: Decimal) -> None:
        air = AIR if drawn and not level else 0
        top = drawn[-1].top + STEP + air if drawn else 0
        drawn.append(DrawnBar(kind, level, *words, _percent(start, scale), _percent(length, scale), top))

    def draw(bar: ChartBar, start: Decimal, level: int) -> None:
        figure = figures[bar.noegletal]
        add(PART if level else WHOLE, level, (figure_number(figure), bar.navn), start, figure.tal)
        reached = start
        for part in bar.dele:
            draw(part, reached, level + 1)
            reached += figures[part.noegletal].tal
        if bar.rest:
            add(REST, level + 1, ("", bar.rest), reached, start + figure.tal - reached)

    for bar in panel.soejler:
        draw(bar, Decimal(0), 0)
    return DrawnPanel(panel.navn, tuple(drawn))


def _percent(value: Decimal, scale: Decimal) -> str:
    return f"{100 * value / scale:.2f}"
