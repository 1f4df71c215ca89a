"""The rules of what is made from key figures: charts, the effects' figures, and notes on what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.checking.since_2018 import names_in
from macros.ground.danish import format_number
from macros.ground.problem import Problem
from macros.model.case_model import COUNTED, Case, KeyFigure
from macros.model.chart_model import ChartBar
from macros.model.fields import quoted
from macros.reading.faults import nearest
from macros.reading.yaml_source import Location, Source

MAX_LABEL = 44
Rows = Sequence[tuple[Source, int, Any]]


def check_charts(rows: Rows, cases: Sequence[tuple[Source, Case]]) -> Iterator[Problem]:
    """A chart shows its case's own figures, and what it leaves out it says."""
    figures = {case.id: {figure.id: figure for figure in case.noegletal if figure.id} for _, case in cases}
    for source, index, chart in rows:
        known = figures.get(chart.case)
        if known is None:  # the reference check has said so already
            continue
        for panel_index, panel in enumerate(chart.felter):
            for bar_index, bar in enumerate(panel.soejler):
                base: Location = (index, "felter", panel_index, "soejler", bar_index)
                yield from _check_bar(source, base, bar, known)


def _check_bar(source: Source, base: Location, bar: ChartBar, known: dict[str, KeyFigure]) -> Iterator[Problem]:
    if bar.noegletal not in known:
        yield _unknown_figure(source, (*base, "noegletal"), bar.noegletal, known)
    for field in ("navn", "rest"):
        text = getattr(bar, field) or ""
        if len(text) > MAX_LABEL:
            message = f"teksten er på {len(text)} tegn"
            yield source.problem((*base, field), message, f"højst {MAX_LABEL} tegn, så den kan læses på en telefon")
    for index, part in enumerate(bar.dele):
        yield from _check_bar(source, (*base, "dele", index), part, known)
    yield from _check_sum(source, base, bar, known)


def _check_sum(source: Source, base: Location, bar: ChartBar, known: dict[str, KeyFigure]) -> Iterator[Problem]:
    whole = known.get(bar.noegletal)
    parts = [known[part.noegletal] for part in bar.dele if part.noegletal in known]
    if whole is None or len(parts) < len(bar.dele):
        return
    total = sum(part.tal for part in parts)
    if bar.dele and total > whole.tal:
        message = f"delene er {format_number(total)} tilsammen, men tallet er {whole.display_number}"
        yield source.problem((*base, "dele"), message, "dele, der går op i tallet")
    elif bar.dele and total < whole.tal and not bar.rest:
        message = f"delene er kun {format_number(total)} af {whole.display_number}"
        yield source.problem((*base, "dele"), message, "feltet rest, der siger, hvad der mangler")
    elif bar.rest and (not bar.dele or total == whole.tal):
        yield source.problem((*base, "rest"), "her er ingen rest", tip="Slet linjen.")


def check_effect_figures(effects: Rows, kinds: Rows, cases: Sequence[tuple[Source, Case]]) -> Iterator[Problem]:
    """An effect names counted figures, and only of cases that show it."""
    by_id = {case.id: case for _, case in cases}
    for source, index, effect in effects:
        shows = {kind.id for _, _, kind in kinds if kind.effekt == effect.id}
        for position, item in enumerate(effect.tal):
            case, base = by_id.get(item.case), (index, "tal", position)
            if case is None:  # the reference check has said so already
                continue
            known = {figure.id: figure for figure in case.noegletal if figure.id}
            if item.noegletal not in known:
                yield _unknown_figure(source, (*base, "noegletal"), item.noegletal, known)
            elif known[item.noegletal].art != COUNTED:
                yield source.problem((*base, "noegletal"), "tallet er et mål eller et skøn", "et optalt tal")
            if not shows & set(case.resultattyper):
                message = f"{quoted(case.id)} har ingen af effektens resultattyper"
                yield source.problem((*base, "case"), message, "en case, der viser effekten")


def _unknown_figure(source: Source, location: Location, name: str, known: dict[str, KeyFigure]) -> Problem:
    tip = nearest(name, tuple(known)) or "Giv casens nøgletal et id, og brug det her."
    return source.problem(
        location, f"casen har intet nøgletal med id {quoted(name)}", "id på et af casens nøgletal", tip
    )


def check_since_notes(rows: Rows, cases: Sequence[tuple[Source, Case]]) -> Iterator[Problem]:
    """Every name of a note stands in some case, or the note would be shown nowhere."""
    for source, index, note in rows:
        for position, name in enumerate(note.navne):
            if not any(names_in([name], case) for _, case in cases):
                message = f"{quoted(name)} står ikke i nogen case"
                tip = "Skriv navnet, præcis som det står i en case."
                yield source.problem((index, "navne", position), message, "et navn, der står i en case", tip)


def check_figures_have_own_ids(source: Source, case: Case) -> Iterator[Problem]:
    """No two key figures of a case have the same id."""
    seen: set[str] = set()
    for index, figure in enumerate(case.noegletal):
        if figure.id and figure.id in seen:
            message = f"{quoted(figure.id)} bruges to gange i casen"
            yield source.problem(("noegletal", index, "id"), message, "et id pr. nøgletal")
        seen.add(figure.id or "")
