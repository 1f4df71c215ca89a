"""When each case and agreement is to be held up against its source again, as a calendar that one can subscribe to."""

from __future__ import annotations

import marshal
import re
from calendar import monthrange
from datetime import UTC, date, datetime, time
from functools import lru_cache, partial

from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline

from macros.ground.build_cache import Keep, made_anew
from macros.library.content import Content
from macros.library.content_digest import kept_of_runs
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case

REVIEW_MONTHS = 24
_ID, _TITLE, _ADDRESS = "qzxidxzq", "qzxtitelxzq", "qzxadressexzq"
_MARKED = re.compile(f"(.*)({_ID}|{_TITLE}|{_ADDRESS})(.*)")


def due(reviewed: date, months: int = REVIEW_MONTHS) -> date:
    """The day a number of months later, the last of the month where that day does not exist."""
    years, month = divmod(reviewed.month - 1 + months, 12)
    year, month = reviewed.year + years, month + 1
    return date(year, month, min(reviewed.day, monthrange(year, month)[1]))


def review_calendar(content: Content, site_url: str, keep: Keep = made_anew) -> bytes:
    """The calendar as an .ics file: a whole day for each item; equal content gives equal bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alliancebanken//Gennemgang//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Alliancebanken: gennemgang")
    head, end, _ = calendar.to_ical().partition(b"END:VCALENDAR")
    pieces = kept_of_runs(content, keep, "gennemgang", partial(_piece, site_url), site_url)
    events = [event for piece in pieces for event in marshal.loads(piece)]
    events += [_dated(item, site_url) for item in content.agreements]
    return b"".join([head, *(event for *_, event in sorted(events)), end, b"\r\n"])


def _piece(site_url: str, content: Content) -> bytes:
    return marshal.dumps([_dated(case, site_url) for case in content.cases])


def _dated(item: Case | Agreement, site_url: str) -> tuple[str, str, bytes]:
    """An item's day and id, by which events are ordered, and its event."""
    event = _event(item.gennemgaaet, item.id, item.titel, site_url + item.url)
    return item.gennemgaaet.isoformat(), item.id, event


def _event(reviewed: date, identifier: str, title: str, address: str) -> bytes:
    """One item's day, filled into the event that the library makes of a day."""
    values = {_ID: identifier, _TITLE: vText(title).to_ical().decode(), _ADDRESS: address}
    return b"".join([
        before + _line(f"{name}{values[mark]}{rest}") if mark else before
        for before, name, mark, rest in _pattern(reviewed)
    ])  # fmt: skip


def _line(text: str) -> bytes:
    folded: bytes = Contentline(text).to_ical()  # type: ignore[no-untyped-call]
    return folded + b"\r\n"


@lru_cache(maxsize=1024)
def _pattern(reviewed: date) -> tuple[tuple[bytes, str, str, str], ...]:
    """What is the same for all items of a day, and the lines they differ in: before, the line's start, mark and end."""
    event = Event()
    event.add("uid", f"gennemgang-{_ID}@alliancebanken")
    event.add("dtstamp", datetime.combine(reviewed, time(), UTC))
    event.add("dtstart", due(reviewed))
    event.add("summary", f"Gennemgå: {_TITLE}")
    event.add("description", f"Sidst holdt op mod kilden {reviewed.isoformat()}.")
    event.add("url", _ADDRESS)
    event.add("transp", "TRANSPARENT")
    rows, same = [], b""
    for line in event.to_ical().splitlines(keepends=True):
        if found := _MARKED.match(line.rstrip(b"\r\n").decode()):
            rows.append((same, found[1], found[2], found[3]))
            same = b""
        else:
            same += line
    return (*rows, (same, "", "", ""))
