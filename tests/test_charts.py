"""Charts as they are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.insight.charts import PART, REST, STEP, WHOLE, DrawnChart, all_charts, charts_of
from macros.library.content import Content


@pytest.fixture(scope="module")
def fyn(content: Content) -> DrawnChart:
    """The chart of Byg til Vækst."""
    (drawn,) = charts_of(content, content.case_by_id["byg-til-vaekst-fyn"])
    return drawn


def test_every_chart_is_drawn_with_the_numbers_of_its_case(content: Content) -> None:
    for drawn in all_charts(content):
        own = {figure.display_number for figure in drawn.case.noegletal}
        shown = {bar.number.split()[-1] for panel in drawn.panels for bar in panel.bars if bar.number}
        assert shown and shown <= own
        assert {figure.display_number for figure in drawn.figures} == shown


def test_parts_follow_each_other_and_fill_their_whole(fyn: DrawnChart) -> None:
    agreements, trial = fyn.panels
    assert [(bar.number, bar.start, bar.width) for bar in agreements.bars] == [
        ("72", "0.00", "77.42"), ("30", "0.00", "32.26"), ("42", "32.26", "45.16"),
    ]  # fmt: skip
    assert [(bar.kind, bar.level, bar.number) for bar in trial.bars] == [
        (WHOLE, 0, "93"), (PART, 1, "56"), (PART, 2, "43"), (PART, 2, "13"), (REST, 1, ""),
    ]  # fmt: skip
    assert (trial.bars[-1].start, trial.bars[-1].width) == ("60.22", "39.78")


def test_no_bar_leaves_the_drawing(content: Content) -> None:
    for drawn in all_charts(content):
        for panel in drawn.panels:
            tops = [bar.top for bar in panel.bars]
            assert tops == sorted(set(tops)) and panel.height == tops[-1] + STEP
            assert all(0 < float(bar.width) <= 100.01 - float(bar.start) for bar in panel.bars)


def test_panels_that_count_different_things_have_their_own_scale(content: Content) -> None:
    (drawn,) = charts_of(content, content.case_by_id["midtjysk-erhvervsudviklingsakademi"])
    assert [panel.bars[0].width for panel in drawn.panels] == ["100.00", "100.00"]
    assert [bar.number for bar in drawn.panels[1].bars] == ["næsten 700", "cirka 650"]


def test_a_panel_can_be_read_aloud(fyn: DrawnChart) -> None:
    assert fyn.panels[0].spoken == (
        "Aftaler om job og lære, 2015–2016: 72 ledige blev selvforsørgende; 30 fik job; 42 fik en lærlingeaftale."
    )


def test_a_chart_whose_case_is_not_there_is_left_out(content: Content, fyn: DrawnChart) -> None:
    without = replace(content, cases=tuple(case for case in content.cases if case is not fyn.case))
    assert fyn.chart.id not in {drawn.chart.id for drawn in all_charts(without)}
