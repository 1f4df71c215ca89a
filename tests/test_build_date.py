"""The day of the build."""

from __future__ import annotations

from datetime import date

import pytest

from macros.ground.build_date import build_date


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1795305600", date(2026, 11, 22)),
        ("0", date(1970, 1, 1)),
        ("1835395199", date(2028, 2, 28)),
        ("1835395200", date(2028, 2, 29)),
        ("4102444800", date(2100, 1, 1)),
    ],
)
def test_the_environment_may_set_the_day(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_date() == day


@pytest.mark.parametrize("epoch", ["i dag", "1e9", "1795305600.5", "2026-11-22", "9" * 40])
def test_a_day_that_is_none_is_refused_with_what_it_should_be(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="skal være et helt antal sekunder siden 1970"):
        build_date()


def test_otherwise_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_date() == date.today()
