"""The agreement's calendar: what is computed, what is proposed, and what cannot be known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.next_drafts import SCHOOL_AND_MUNICIPALITY, changed, events, run_next, with_variant

pytestmark = pytest.mark.one_page

DURATIONS = {
    "tre måneder": (3, 0),
    "ét år": (12, 0),
    "et halvt år": (6, 0),
    "halvandet år": (18, 0),
    "14 dage": (0, 14),
    "to uger": (0, 14),
    "mindst 2 mdr.": (2, 0),
    "et kvartal": (3, 0),
    "løbende måned plus tre måneder": None,
    "tre": None,
    "måneder": None,
    "0 dage": None,
    "1000 år": None,
    "": None,
}
TIMES = {
    "1/3-2027": ("day", "2027-03-01"),
    "senest den 1. marts 2027": ("day", "2027-03-01"),
    "marts 2027": ("month", "2027-03-01"),
    "i jan. 2028": ("month", "2028-01-01"),
    "januar–marts 2027": ("month", "2027-01-01"),
    "2. kvartal 2027": ("month", "2027-04-01"),
    "foråret 2027": ("month", "2027-03-01"),
    "uge 1, 2027": ("day", "2027-01-04"),
    "uge 53 2026": ("day", "2026-12-28"),
    "udgangen af 2027": ("day", "2027-12-31"),
    "november": ("yearly", 11, 0),
    "1. december": ("yearly", 12, 1),
    "31. april": None,
    "5. kvartal 2027": None,
    "uge 54 2027": None,
    "løbende": None,
    "2027": None,
    "marts 1807": None,
    "__proto__ 2027": None,
    "": None,
}


def test_stretches_of_time_are_read_as_danes_write_them(page: Page, site: str) -> None:
    found = run_next(page, site, None, "return v[1].map((text) => m.parseDuration(text))", "", list(DURATIONS))
    assert [item and (item["months"], item["days"]) for item in found] == list(DURATIONS.values())


def test_times_of_the_year_are_read_as_danes_write_them(page: Page, site: str) -> None:
    found = run_next(page, site, None, "return v[1].map((text) => m.parseWhen(text))", "", list(TIMES))
    told = [item and tuple(item.values()) for item in found]
    assert dict(zip(TIMES, told, strict=True)) == TIMES


def easter(year: int) -> date:
    """Easter Sunday by Butcher's method, which is another one than the script's."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def closed(day: date) -> bool:
    """Whether no one is asked to meet that day."""
    feast = {easter(day.year) + timedelta(days) for days in (-3, -2, 1, 39, 40, 50)}
    around_new_year = (day.month == 12 and day.day >= 22) or (day.month == 1 and day.day <= 3)
    summer = day.month == 7 or (day.month == 8 and day.day <= 9)
    return day.weekday() >= 5 or day in feast or around_new_year or summer or (day.month, day.day) == (6, 5)


def test_meetings_are_proposed_on_days_when_people_work(page: Page, site: str) -> None:
    """Every day of thirty years, against a calendar written anew."""
    days = [date(2020, 1, 1) + timedelta(number) for number in range(0, 365 * 30)]
    found = run_next(page, site, None, "return v[1].map((day) => m.meetingDay(day))", "", [str(day) for day in days])
    expected = []
    for day in days:
        while closed(day):
            day += timedelta(1)
        expected.append(str(day))
    assert found == expected


def test_every_date_says_what_it_rests_on(page: Page, site: str) -> None:
    found = {event["key"]: event for event in events(page, site, SCHOOL_AND_MUNICIPALITY)}
    told = {key: (item["day"], item["basis"]) for key, item in found.items() if not key.startswith("moede")}
    assert told == {
        "start": ("2027-01-01", "skrevet"),
        "status-2027": ("2027-11-15", "foreslaaet"),
        "status-2028": ("2028-11-15", "foreslaaet"),
        "status-2029": ("2029-11-15", "foreslaaet"),
        "droeftelse": ("2029-06-30", "beregnet"),
        "opsigelse": ("2029-09-30", "beregnet"),
        "evaluering": ("2029-10-02", "beregnet"),
        "udloeb": ("2029-12-31", "skrevet"),
        **{key: (item["day"], "skrevet") for key, item in found.items() if item["kind"] in ("maal", "aktivitet")},
    }
    assert all(item["why"] for item in found.values())
    assert found["droeftelse"]["why"] == "Et halvt år før slutdatoen"


def test_meetings_are_spread_over_the_years_body_by_body(page: Page, site: str) -> None:
    meetings = [item for item in events(page, site, SCHOOL_AND_MUNICIPALITY) if item["kind"] == "moede"]
    by_body = {
        name: [item for item in meetings if item["text"] == f"Møde: {name}"]
        for name in ("Styregruppen", "Skolegruppen")
    }
    assert [len(items) for items in by_body.values()] == [12, 6]
    assert [item["day"] for item in by_body["Styregruppen"][:4]] == [
        "2027-01-15",
        "2027-04-15",
        "2027-08-10",
        "2027-10-15",
    ]
    assert {item["who"] for item in by_body["Styregruppen"]} == {"Jobcenter Egeby"}
    assert len({item["day"] for item in meetings}) == len(meetings)
    assert all(item["basis"] == "foreslaaet" for item in meetings)


def test_the_first_meeting_is_held_when_one_says(page: Page, site: str) -> None:
    """Also on a Saturday: it is their meeting."""
    meetings = [item for item in events(page, site, SCHOOL_AND_MUNICIPALITY, "6/2-2027") if item["kind"] == "moede"]
    assert (meetings[0]["day"], meetings[0]["basis"]) == ("2027-02-06", "skrevet")
    assert meetings[0]["text"] == "Møde: Styregruppen"
    assert [item["basis"] for item in meetings[1:]] == ["foreslaaet"] * (len(meetings) - 1)


def test_without_bodies_the_answers_tell_how_often(page: Page, site: str) -> None:
    raw = with_variant(changed(organer=[]), "moeder", "styregruppe-og-arbejdsgrupper")
    raw["svar"] |= {"moeder_pr_aar": "2", "arbejdsgruppemoeder_pr_aar": "tre"}
    meetings = [item for item in events(page, site, raw) if item["kind"] == "moede"]
    counts = {
        text: len([item for item in meetings if item["text"] == text]) for text in {item["text"] for item in meetings}
    }
    assert counts == {"Møde: Styregruppen": 6, "Møde: Arbejdsgrupperne": 9}


def test_where_no_one_meets_there_is_still_a_first_time(page: Page, site: str) -> None:
    meetings = [item for item in events(page, site, changed(organer=[])) if item["kind"] == "moede"]
    assert [(item["key"][:6], item["day"], item["text"]) for item in meetings] == [
        ("moede-", "2027-01-15", "Møde: Parterne")
    ]


def test_what_has_no_time_is_told_and_not_guessed(page: Page, site: str) -> None:
    plan = run_next(page, site, SCHOOL_AND_MUNICIPALITY, "return plan")
    assert [item["text"] for item in plan["undated"]] == ["Besøg", "Mål: Hver klasse besøger en virksomhed"]
    month = next(item for item in plan["events"] if item["text"] == "Åbent værksted")
    assert (month["day"], month["month"], month["why"]) == ("2027-03-01", True, "Aktivitet: marts 2027")


def test_a_running_agreement_shows_three_years_and_each_years_last_notice(page: Page, site: str) -> None:
    raw = with_variant(SCHOOL_AND_MUNICIPALITY, "loebetid", "indtil-opsigelse")
    plan = run_next(page, site, raw, "return plan")
    assert (plan["running"], plan["last"], plan["years"]) == (True, "2029-12-31", [2027, 2028, 2029])
    notices = [item["day"] for item in plan["events"] if item["key"].startswith("opsigelse")]
    assert notices == ["2027-09-30", "2028-09-30", "2029-09-30"]
    assert not [item for item in plan["events"] if item["key"] == "udloeb"]


def test_an_answer_to_a_dropped_variant_says_nothing(page: Page, site: str) -> None:
    raw = with_variant(SCHOOL_AND_MUNICIPALITY, "evaluering", "aarlig-evaluering")
    found = events(page, site, raw)
    assert "evaluering" not in {item["key"] for item in found}
    assert {item["text"] for item in found if item["kind"] == "status"} == {"Status på målene og årlig evaluering"}


LACKS: list[tuple[dict[str, Any], str]] = [
    (changed(svar__startdato=""), "Skriv startdatoen eller datoen for det første møde."),
    (changed(svar__startdato="snart"), "Skriv startdatoen eller datoen for det første møde."),
    (changed(svar__slutdato="1/1-2026"), "Slutdatoen ligger før startdatoen."),
    (changed(svar__statusmaaned=""), "Skriv måneden for den årlige status, fx november."),
    (changed(svar__varsel="rimelig tid"), "Skriv opsigelsesvarslet som et antal dage, uger eller måneder."),
    (changed(organer=[{"navn": "Rådet"}]), "Skriv, hvor mange møder om året Rådet holder."),
    (changed(organer=[], svar__statusmaaned=""), "Skriv, hvor ofte I mødes."),
]


@pytest.mark.parametrize(("raw", "text"), LACKS, ids=[text for _, text in LACKS])
def test_what_is_lacking_is_said(page: Page, site: str, raw: dict[str, Any], text: str) -> None:
    assert text in [item["text"] for item in run_next(page, site, raw, "return plan.lacking")]


def test_nothing_is_lacking_where_all_is_answered(page: Page, site: str) -> None:
    assert run_next(page, site, SCHOOL_AND_MUNICIPALITY, "return plan.lacking") == []


def test_a_hundred_year_agreement_ends_in_ten(page: Page, site: str) -> None:
    plan = run_next(
        page, site, changed(svar__slutdato="31/12-2126", organer=[{"navn": "A", "moeder_pr_aar": "99"}]), "return plan"
    )
    assert plan["last"] == "2036-12-31"
    assert len([item for item in plan["events"] if item["kind"] == "moede"]) <= 120
    assert plan["events"][-1]["key"] == "udloeb"


def test_two_activities_with_the_same_words_are_two_events(page: Page, site: str) -> None:
    twice = [{"tekst": "Messe", "hvornaar": "maj 2027"}, {"tekst": "Messe", "hvornaar": "maj 2027"}]
    found = [item["key"] for item in events(page, site, changed(aktiviteter=twice)) if item["kind"] == "aktivitet"]
    assert len(found) == len(set(found)) == 2
