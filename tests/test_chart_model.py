"""Charts as editors write them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.model.chart_model import Chart, ChartBar

BAR = {"noegletal": "match-2015", "navn": "match i 2015"}


def test_a_bar_may_have_parts_that_have_parts() -> None:
    bar = ChartBar.model_validate({**BAR, "dele": [{**BAR, "dele": [BAR]}]})
    assert bar.dele[0].dele[0].navn == "match i 2015"
    assert bar.rest is None


def test_a_chart_has_one_scale_unless_it_says_otherwise() -> None:
    data = {"id": "x", "case": "y", "titel": "T", "forklaring": "F", "felter": [{"navn": "N", "soejler": [BAR]}]}
    assert Chart.model_validate(data).samme_skala
    assert not Chart.model_validate({**data, "samme_skala": "nej"}).samme_skala


def test_a_bar_holds_no_number_of_its_own() -> None:
    with pytest.raises(ValidationError):
        ChartBar.model_validate({**BAR, "tal": "95"})
