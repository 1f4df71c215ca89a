"""The list of lessons: filters in the address, counts, announcements, and the whole list without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.insight.lesson_topics import topic_groups
from macros.insight.lessons import LessonEntry, all_lessons
from macros.library.content import Content
from tests.browser.conftest import components_ready

SHOWN = "[data-lesson]:visible"


@pytest.fixture(scope="module")
def lessons(content: Content) -> tuple[LessonEntry, ...]:
    """Every lesson."""
    return tuple(all_lessons(content))


def opened(page: Page, site: str, rest: str = "") -> Page:
    """The page of lessons with its component running."""
    page.goto(f"{site}laering/{rest}")
    components_ready(page)
    return page


def test_a_topic_in_the_address_leaves_its_lessons(page: Page, site: str, content: Content) -> None:
    for group in topic_groups(content)[:3]:
        opened(page, site, f"?emne={group.term.id}")
        expect(page.locator(SHOWN)).to_have_count(len(group.lessons))
        expect(page.locator("lesson-filter [data-count]")).to_have_text(str(len(group.lessons)))
        expect(page.get_by_label("Emne", exact=True)).to_have_value(group.term.id)


def test_choices_go_into_the_address_and_back_again(page: Page, site: str, lessons: tuple[LessonEntry, ...]) -> None:
    opened(page, site)
    expect(page.locator(SHOWN)).to_have_count(len(lessons))
    page.get_by_label("Emne", exact=True).select_option("tovholder")
    page.get_by_label("Klausul", exact=True).select_option("sekretariat")
    expect(page).to_have_url(f"{site}laering/?emne=tovholder&klausul=sekretariat")
    both = [item for item in lessons if "tovholder" in item.emner and "sekretariat" in item.klausuler]
    expect(page.locator(SHOWN)).to_have_count(len(both))
    expect(page.locator("lesson-filter [data-announce]")).to_have_text(f"{len(both)} af {len(lessons)} læringspunkter")
    page.go_back()
    expect(page).to_have_url(f"{site}laering/?emne=tovholder")
    expect(page.get_by_label("Klausul", exact=True)).to_have_value("")
    page.reload()
    expect(page.get_by_label("Emne", exact=True)).to_have_value("tovholder")


def test_counts_follow_the_other_choices(page: Page, site: str, lessons: tuple[LessonEntry, ...]) -> None:
    opened(page, site, "?omraade=ledelse")
    number = sum(1 for item in lessons if item.omraade == "ledelse" and "maal-og-opfoelgning" in item.emner)
    expect(page.locator('option[value="maal-og-opfoelgning"]')).to_have_text(f"Mål og opfølgning ({number})")
    expect(page.locator('option[value="godt-match"]')).to_be_disabled()
    expect(page.locator(".lesson-group:visible")).to_have_count(1)


def test_general_lessons_belong_to_no_theme(page: Page, site: str, lessons: tuple[LessonEntry, ...]) -> None:
    opened(page, site, "?tema=skole-og-virksomhed")
    expected = [item for item in lessons if item.case and item.case.tema == "skole-og-virksomhed"]
    expect(page.locator(SHOWN)).to_have_count(len(expected))


def test_words_are_found_with_endings_and_without_markup_risk(page: Page, site: str) -> None:
    opened(page, site)
    field = page.get_by_label("Ord i punktet")
    field.fill("ildsjæle")
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(SHOWN)).to_contain_text("ildsjæl")
    field.fill("<img src=x onerror=alert(1)>")
    expect(page.locator(".lesson-filter__notice")).to_have_text(
        "Intet punkt passer på det hele. Fjern et ord eller et filter."
    )
    page.get_by_role("button", name="Ryd filtre").click()
    expect(page.locator(".lesson-filter__notice")).to_be_hidden()
    expect(page.get_by_role("button", name="Ryd filtre")).to_be_hidden()
    expect(field).to_be_focused()


def test_an_unknown_value_is_told_and_ignored(page: Page, site: str, lessons: tuple[LessonEntry, ...]) -> None:
    opened(page, site, "?emne=%3Cb%3Efindes-ikke")
    expect(page.locator(SHOWN)).to_have_count(len(lessons))
    expect(page.locator(".lesson-filter__notice")).to_have_text(
        "Adressen nævner »<b>findes-ikke« under Emne. Det findes ikke, så vi ser bort fra det."
    )


def test_an_address_that_ends_in_the_middle_of_a_sign_shows_the_list(
    page: Page, site: str, lessons: tuple[LessonEntry, ...]
) -> None:
    opened(page, site, "#laering-%E0%A4%A")
    expect(page.locator(SHOWN)).to_have_count(len(lessons))


def test_a_lesson_in_the_address_is_shown_even_where_a_filter_would_hide_it(page: Page, site: str) -> None:
    opened(page, site, "?emne=godt-match#laering-klare-maal")
    expect(page.locator("#laering-klare-maal")).to_be_in_viewport()
    expect(page.get_by_label("Emne", exact=True)).to_have_value("")


def test_related_lessons_unfold(page: Page, site: str) -> None:
    opened(page, site, "?emne=tovholder")
    first = page.locator(SHOWN).first
    expect(first.locator(".lesson__related li").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator(".lesson__related a").first).to_be_visible()


def test_the_whole_list_stands_without_a_script(
    new_context: Callable[..., BrowserContext], site: str, lessons: tuple[LessonEntry, ...]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}laering/?emne=tovholder#punkter")
    expect(page.locator(SHOWN)).to_have_count(len(lessons))
    expect(page.locator(".lesson-filter__form")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_only_the_matrix_scrolls_sideways(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, site)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    head = page.locator(".lesson-matrix tbody th").first
    before = head.bounding_box()
    page.evaluate("document.querySelector('.lesson-matrix').scrollTo(400, 0)")
    after = head.bounding_box()
    assert before and after and before["x"] == after["x"]
