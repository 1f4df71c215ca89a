"""The calendar of reviews: a day for each item, two years on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from macros.library.content import Content
from macros.sharing.review_calendar import due, review_calendar

SITE = "https://alliancebanken.example/"


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        (date(2026, 11, 22), date(2028, 11, 22)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_the_day_is_two_years_on(reviewed: date, expected: date) -> None:
    assert due(reviewed) == expected


def test_months_are_counted_over_new_year() -> None:
    assert due(date(2026, 11, 30), 3) == date(2027, 2, 28)


def test_every_item_has_its_day(content: Content) -> None:
    calendar = Calendar.from_ical(review_calendar(content, SITE))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == len(content.cases) + len(content.agreements)
    event = events["gennemgang-kube-ringkoebing-skjern@alliancebanken"]
    assert event.decoded("dtstart") == due(content.case_by_id["kube-ringkoebing-skjern"].gennemgaaet)
    assert str(event["url"]) == f"{SITE}cases/kube-ringkoebing-skjern/"


@pytest.mark.parametrize("title", ["a, b; c \\ d", "to\nlinjer", "æøå " * 40, "END:VEVENT", "qzxidxzq"])
def test_any_title_is_read_back_from_short_lines(title: str, content: Content) -> None:
    case = content.cases[0].model_copy(update={"titel": title})
    made = review_calendar(replace(content, cases=(case, *content.cases[1:])), SITE)
    titles = {str(event["uid"]): str(event["summary"]) for event in Calendar.from_ical(made).walk("VEVENT")}
    assert titles[f"gennemgang-{case.id}@alliancebanken"] == f"Gennemgå: {title}"
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_equal_content_gives_equal_bytes(content: Content) -> None:
    assert review_calendar(content, SITE) == review_calendar(content, SITE)
