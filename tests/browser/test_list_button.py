"""The buttons that put things on the reader's list, and the count in the header: on every page, in every tab."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.insight.lessons import all_lessons
from macros.library.content import Content
from tests.browser.conftest import components_ready
from tests.browser.list_steps import FIRST, GENERAL, KEY, SECOND, a_list, keep, kept, kept_refs

COUNT = ".list-count__link"
LISTED = 'list-button [aria-pressed="true"]'


def button_of(page: Page, case: str) -> Any:
    """The button on a case's card."""
    return page.locator(f'[data-case="{case}"] .list-button__button')


def test_every_card_and_lesson_has_its_button(page: Page, site: str, content: Content) -> None:
    case = next(item for item in content.cases if item.laering)
    lessons = tuple(all_lessons(content))
    for path, number in (
        ("cases/", len(content.cases)),
        (f"temaer/{case.tema}/", sum(1 + len(item.laering) for item in content.cases if item.tema == case.tema)),
        (case.url, 1 + len(case.laering)),
        ("laering/", len(lessons)),
    ):
        page.goto(site + path)
        expect(page.locator("list-button button")).to_have_count(number)
    refs = page.locator("list-button").evaluate_all("all => all.map(one => one.ref)")
    assert set(refs) == {lesson.reference for lesson in lessons}


def test_a_press_puts_a_case_on_the_list_and_the_next_takes_it_off(page: Page, site: str, content: Content) -> None:
    page.goto(f"{site}cases/")
    title = content.case_by_id[FIRST].titel
    expect(page.locator(COUNT)).to_be_hidden()
    button = page.get_by_role("button", name=re.compile(f"^Læg på min liste ?: {title}$"))
    button.click()
    button = page.get_by_role("button", name=re.compile(f"^På min liste ?: {title}$"))
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(f"{site}cases/")
    expect(page.locator(f'[data-case="{FIRST}"] [role="status"]')).to_have_text("Listen gemmes kun på denne enhed.")
    expect(page.get_by_role("link", name="Min liste 1", exact=True)).to_be_visible()
    button_of(page, SECOND).click()
    expect(page.locator(f'[data-case="{SECOND}"] [role="status"]')).to_have_text("")
    button.click()
    expect(page.locator(LISTED)).to_have_count(1)
    assert kept_refs(page) == [SECOND]
    button_of(page, SECOND).click()
    expect(page.locator(COUNT)).to_be_hidden()
    assert kept(page) is None


def test_nothing_moves_when_the_count_comes(page: Page, site: str) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{site}cases/")
        before = page.locator(".site-search").bounding_box()
        button_of(page, FIRST).click()
        expect(page.locator(COUNT)).to_be_visible()
        assert page.locator(".site-search").bounding_box() == before
        button_of(page, FIRST).click()
        expect(page.locator(COUNT)).to_be_hidden()


def test_a_note_taken_off_with_its_case_can_be_had_back(page: Page, site: str) -> None:
    keep(page, a_list(SECOND, FIRST, notes={SECOND: "Ring til dem"}))
    page.goto(f"{site}cases/")
    button_of(page, SECOND).click()
    page.get_by_role("button", name="Fortryd").click()
    expect(button_of(page, SECOND)).to_have_attribute("aria-pressed", "true")
    assert kept(page)["poster"][0] == {"ref": SECOND, "note": "Ring til dem"}
    expect(button_of(page, SECOND)).to_be_focused()


def test_a_lesson_is_listed_by_itself(page: Page, site: str) -> None:
    page.goto(f"{site}laering/#laering-faelles-maal")
    page.locator("#laering-faelles-maal .list-button__button").click()
    expect(page.locator(LISTED)).to_have_count(1)
    assert kept_refs(page) == [GENERAL]
    page.goto(f"{site}cases/{SECOND}/")
    expect(page.locator(LISTED)).to_have_count(0)
    page.locator(".lesson .list-button__button").first.click()
    expect(page.locator(LISTED)).to_have_count(1)
    expect(page.locator(".case-lead .list-button__button")).to_have_attribute("aria-pressed", "false")
    assert kept_refs(page)[1].startswith(f"{SECOND}#")


def test_a_card_drawn_later_works_by_itself(page: Page, site: str) -> None:
    """A copy, or a card made from data, needs only the element inside something with data-case or data-near."""
    page.goto(f"{site}cases/")
    page.evaluate(
        '([from, to]) => { const copy = document.querySelector(`[data-case="${from}"]`).cloneNode(true);'
        " copy.dataset.near = to; delete copy.dataset.case; document.querySelector('article').append(copy); }",
        [FIRST, SECOND],
    )
    page.locator(f'[data-near="{SECOND}"] .list-button__button').click()
    expect(button_of(page, SECOND)).to_have_attribute("aria-pressed", "true")
    assert kept_refs(page) == [SECOND]


def test_near_misses_of_the_finder_can_be_listed(page: Page, site: str) -> None:
    page.goto(f"{site}cases/?q=smede&region=bornholm&tema=skole-og-virksomhed&branche=turisme")
    near = page.locator("[data-near]").first
    expect(near.locator(".list-button__button")).to_be_visible()
    near.locator(".list-button__button").click()
    expect(near.locator(LISTED)).to_be_visible()
    assert kept_refs(page) == [near.get_attribute("data-near")]


def test_two_tabs_agree(page: Page, site: str) -> None:
    page.goto(f"{site}cases/")
    other = page.context.new_page()
    other.goto(f"{site}cases/{FIRST}/")
    other.locator(".case-lead .list-button__button").click()
    expect(button_of(page, FIRST)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".list-count__number")).to_have_text("1")
    button_of(page, SECOND).click()
    expect(other.locator(".list-count__number")).to_have_text("2")
    assert kept_refs(page) == [FIRST, SECOND], "den ene fane skriver ikke oven i den anden"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{klip", "Den gemte liste kan ikke læses. Den er ikke rørt."),
        ('{"version": 1, "liste": []}', "Den gemte liste kan ikke læses. Den er ikke rørt."),
        ('{"version": 2, "liste": {"poster": []}}', "Den gemte liste er lavet med en nyere udgave af siden."),
    ],
)
def test_a_list_that_cannot_be_read_is_left_alone(page: Page, site: str, entry: str, words: str) -> None:
    keep(page, entry)
    page.goto(f"{site}cases/{FIRST}/")
    page.locator(".case-lead .list-button__button").click()
    expect(page.locator(".case-lead .list-button__said")).to_contain_text(words)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == entry


@pytest.mark.parametrize(
    ("methods", "fault", "words"),
    [
        (("getItem", "setItem", "removeItem"), "SecurityError", "Browseren lader ikke siden gemme på denne enhed"),
        (("setItem",), "QuotaExceededError", "Der er ikke plads til mere på denne enhed."),
    ],
)
def test_storage_that_is_blocked_or_full_is_said(
    page: Page, site: str, methods: tuple[str, ...], fault: str, words: str
) -> None:
    refuse = f"if (key === '{KEY}') throw new DOMException('nej', '{fault}'); return old.call(this, key, ...rest);"
    for method in methods:
        page.add_init_script(
            f"{{ const old = Storage.prototype.{method};"
            f" Storage.prototype.{method} = function (key, ...rest) {{ {refuse} }}; }}"
        )
    page.goto(f"{site}cases/{FIRST}/")
    button = page.locator(".case-lead .list-button__button")
    button.click()
    expect(page.locator(".case-lead .list-button__said")).to_contain_text(words)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(COUNT)).to_be_hidden()


def test_a_full_list_says_so(page: Page, site: str) -> None:
    keep(page, a_list(*(f"case-{number}" for number in range(100))))
    page.goto(f"{site}cases/{FIRST}/")
    page.locator(".case-lead .list-button__button").click()
    expect(page.locator(".case-lead .list-button__said")).to_have_text("Der er ikke plads til flere på listen.")


def test_without_a_script_there_is_no_button(new_context: Callable[..., BrowserContext], site: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}cases/")
    assert not any(item.is_visible() for item in page.locator("list-button, .list-count").all())


def test_a_page_without_a_list_fetches_no_list_code(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}om/")
    components_ready(page)
    assert not [url for url in asked if "/list/" in url]
