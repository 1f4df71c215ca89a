"""The day of the build."""

from __future__ import annotations

from datetime import date

import pytest

from macros.ground.build_date import build_date


def test_the_environment_may_set_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert build_date() == date(2026, 11, 22)


def test_otherwise_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_date() == date.today()
