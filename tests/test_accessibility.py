"""What the page about accessibility says was tested is what the tests run by, and it does not grow old unseen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from macros.pages.accessibility import AccessibilityTests, accessibility_tests

TESTED = accessibility_tests()


def old(day: date, today: date) -> bool:
    """Whether what was tested on a day must be looked at again."""
    return not timedelta(0) <= today - day <= timedelta(days=366)


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-11-22", False), ("2025-11-22", False), ("2025-11-20", True), ("2026-11-23", True)]
)
def test_the_date_holds_for_a_year(day: str, expected: bool) -> None:
    assert old(date.fromisoformat(day), date(2026, 11, 22)) == expected


def test_it_is_looked_at_every_year() -> None:
    assert not old(TESTED.dato, max(date.today(), TESTED.dato)), "prøv siden igen, og skriv dagen"


def test_the_numbers_are_counted() -> None:
    scenes = {"scener": {"en": "x/", "to": "x/?q=1", "smal": "y/"}, "smalle_scener": ["smal"], "tilstande": ["to"]}
    made = TESTED.model_copy(update=scenes)
    assert made.combinations("to") == [(1280, "light"), (360, "dark")]
    assert made.koersler == 6 + 2 + 4


def test_every_exception_has_its_reason() -> None:
    reasons = [*TESTED.regler_fra.values(), *(review.forklaring for review in TESTED.gennemgang)]
    assert min(map(len, reasons)) > 30
    with pytest.raises(ValidationError):
        AccessibilityTests.model_validate({**TESTED.model_dump(), "ukendt": 1})
