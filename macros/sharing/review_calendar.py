"""When each case and agreement is to be held up against its source again, as a calendar that one can subscribe to."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from macros.library.content import Content
from macros.sharing.citations import citable

REVIEW_MONTHS = 24


def due(reviewed: date, months: int = REVIEW_MONTHS) -> date:
    """The day a number of months later, the last of the month where that day does not exist."""
    years, month = divmod(reviewed.month - 1 + months, 12)
    year, month = reviewed.year + years, month + 1
    return date(year, month, min(reviewed.day, monthrange(year, month)[1]))


def review_calendar(content: Content, site_url: str) -> bytes:
    """The calendar as an .ics file: a whole day for each item; equal content gives equal bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alliancebanken//Gennemgang//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Alliancebanken: gennemgang")
    for item in sorted(citable(content), key=lambda one: (one.gennemgaaet, one.id)):
        event = Event()
        event.add("uid", f"gennemgang-{item.id}@alliancebanken")
        event.add("dtstamp", datetime.combine(item.gennemgaaet, time(), UTC))
        event.add("dtstart", due(item.gennemgaaet))
        event.add("summary", f"Gennemgå: {item.titel}")
        event.add("description", f"Sidst holdt op mod kilden {item.gennemgaaet.isoformat()}.")
        event.add("url", site_url + item.url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
