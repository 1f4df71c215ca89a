"""The calendar file, read as a calendar reads it (RFC 5545)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.next_drafts import SCHOOL_AND_MUNICIPALITY, changed, run_next

pytestmark = pytest.mark.one_page

AWKWARD = 'A;b,c\\d "e" \U0001f600 æøå é ' + "langt-ord-" * 30


def calendar_text(page: Page, site: str, raw: Any, first_meeting: str = "", title: str = "Aftale") -> str:
    """The file's text."""
    text: str = run_next(page, site, raw, "return m.toCalendar(plan, draft.id, v[1])", first_meeting, title)
    return text


def test_a_calendar_reads_every_event(page: Page, site: str) -> None:
    text = calendar_text(page, site, SCHOOL_AND_MUNICIPALITY)
    expected = run_next(page, site, SCHOOL_AND_MUNICIPALITY, "return plan.events")
    found = Calendar.from_ical(text).walk("VEVENT")
    assert [item["DTSTART"].dt for item in found] == [date.fromisoformat(event["day"]) for event in expected]
    assert all(item["DTEND"].dt == item["DTSTART"].dt + timedelta(1) for item in found)
    summaries = [str(item["SUMMARY"]) for item in found]
    assert summaries == [f"{item['text']}{' (forslag)' if item['basis'] == 'foreslaaet' else ''}" for item in expected]
    assert not [item for item in Calendar.from_ical(text).walk() if item.errors]
    last = next(item for item in found if str(item["SUMMARY"]) == "Aftalen udløber")
    assert str(last["DESCRIPTION"]) == "Aftale: Aftale\nGrundlag: Slutdatoen (skrevet i kladden)"


def test_the_same_draft_gives_the_same_bytes_and_marks(page: Page, site: str) -> None:
    """The marks hold when dates move, so that a calendar can know its events again; another draft has others."""
    first = calendar_text(page, site, SCHOOL_AND_MUNICIPALITY)
    assert calendar_text(page, site, SCHOOL_AND_MUNICIPALITY) == first

    def marks(raw: Any, meeting: str = "") -> list[str]:
        return sorted(
            str(item["UID"]) for item in Calendar.from_ical(calendar_text(page, site, raw, meeting)).walk("VEVENT")
        )

    assert len(set(marks(SCHOOL_AND_MUNICIPALITY))) == len(marks(SCHOOL_AND_MUNICIPALITY))
    assert marks(SCHOOL_AND_MUNICIPALITY, "20/1-2027") == marks(SCHOOL_AND_MUNICIPALITY)
    assert not set(marks(changed(id="fedcba9876543210"))) & set(marks(SCHOOL_AND_MUNICIPALITY))


@pytest.mark.parametrize("word", ["kort", AWKWARD, "to\nlinjer\r\nog tre", "BEGIN:VEVENT\nEND:VCALENDAR"])
def test_any_text_survives_folding_and_escaping(page: Page, site: str, word: str) -> None:
    raw = changed(aktiviteter=[{"tekst": word, "hvem": word, "hvornaar": "1/3-2027"}])
    text = calendar_text(page, site, raw, "", word)
    lines = text.split("\r\n")
    assert lines.pop() == "" and not [line for line in lines if "\n" in line or "\r" in line]
    assert max(len(line.encode()) for line in lines) <= 75
    found = next(
        item
        for item in Calendar.from_ical(text).walk("VEVENT")
        if str(item["CATEGORIES"].to_ical().decode()) == "Aktivitet"
    )
    line = " ".join(word.split())
    assert str(found["SUMMARY"]) == line
    assert f"\nAnsvarlig: {line[:190]}" in str(found["DESCRIPTION"])
    assert text.count("BEGIN:VCALENDAR") == 1
    assert len([line for line in lines if line == "BEGIN:VEVENT"]) == len(Calendar.from_ical(text).walk("VEVENT"))
