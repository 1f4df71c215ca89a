"""The reader's list: order, notes, another's list from a link, what is missing, paper, keyboard and bad input."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.library.content import Content
from tests.browser.list_steps import (
    FIRST,
    GENERAL,
    KEY,
    SECOND,
    THIRD,
    a_list,
    fragment,
    keep,
    kept,
    kept_refs,
    open_list,
)

ENTRY = ".reader-list__entry"
OWN = a_list(FIRST, SECOND, GENERAL, notes={SECOND: "Ring til dem"}, title="Til mødet")
PAYLOAD = "<img src=x onerror=window.__x=1><script>window.__x=1</script>"


def status(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait for the words that the page says politely."""
    expect(page.locator(".reader-list__status")).to_have_text(text)


def entry(page: Page, ref: str) -> Any:
    """One row."""
    return page.locator(f'{ENTRY}[data-ref="{ref}"]')


def shown(page: Page) -> list[str]:
    """The rows in their order."""
    return page.locator(ENTRY).evaluate_all("all => all.map(one => one.dataset.ref)")


def test_an_empty_list_tells_how_to_begin(page: Page, site: str) -> None:
    open_list(page, site)
    expect(page.locator(".reader-list__empty li")).to_have_count(3)
    expect(page.locator(".reader-list__app")).to_be_hidden()
    page.get_by_role("link", name="Find cases", exact=True).click()
    expect(page).to_have_url(f"{site}cases/")


def test_the_list_shows_what_was_put_aside_in_its_order(page: Page, site: str, content: Content) -> None:
    keep(page, OWN)
    open_list(page, site)
    expect(page.get_by_role("heading", name="2 cases og 1 læringspunkt")).to_be_visible()
    assert shown(page) == [FIRST, SECOND, GENERAL]
    expect(entry(page, FIRST)).to_contain_text(content.case_by_id[FIRST].kort)
    expect(entry(page, GENERAL)).to_contain_text("Lad fælles mål drive samarbejdet.")
    expect(entry(page, SECOND).get_by_label("Din note")).to_have_value("Ring til dem")
    expect(entry(page, FIRST).get_by_label("Din note")).to_be_hidden()
    entry(page, FIRST).get_by_role("link").click()
    expect(page).to_have_url(f"{site}cases/{FIRST}/")


def test_moving_keeps_the_focus_and_tells_the_place(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    down = entry(page, FIRST).get_by_role("button", name="Ned")
    down.click()
    status(page, "»Fælles fynsk rekrutteringsservice« er nu nummer 2 af 3.")
    expect(down).to_be_focused()
    page.keyboard.press("ArrowDown")
    status(page, re.compile("nummer 3 af 3"))
    assert kept_refs(page) == shown(page) == [SECOND, GENERAL, FIRST]
    down.click(force=True)
    status(page, "Den står allerede sidst.")
    expect(down).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowUp")
    status(page, re.compile("nummer 2 af 3"))
    assert kept_refs(page) == [SECOND, FIRST, GENERAL]


def test_a_note_is_kept_while_one_types(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    entry(page, FIRST).get_by_role("button", name="Skriv en note").click()
    note = entry(page, FIRST).get_by_label("Din note")
    expect(note).to_be_focused()
    page.keyboard.type("Spørg om prisen")
    expect(page.locator(".list-booklet")).to_contain_text("Spørg om prisen")
    assert kept(page)["poster"][0]["note"] == "Spørg om prisen"
    page.reload()
    expect(note).to_have_value("Spørg om prisen")


def test_what_is_typed_last_is_kept_when_one_leaves_at_once(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    entry(page, SECOND).get_by_label("Din note").fill("Skrevet og gået")
    page.goto(f"{site}om/")
    assert kept(page)["poster"][1]["note"] == "Skrevet og gået"


@pytest.mark.parametrize("label", ["Din note", "Listens titel", "Indledning"])
def test_a_cpr_number_is_refused_with_its_reason(page: Page, site: str, label: str) -> None:
    keep(page, a_list(SECOND, notes={SECOND: "Før"}, title="Før", introduction="Før"))
    open_list(page, site)
    control = page.get_by_label(label).first
    control.press_sequentially(" Karen, 010190-1234")
    expect(page.locator(".reader-list__error:visible")).to_have_text(re.compile("^Det ligner et CPR-nummer."))
    expect(control).to_have_attribute("aria-invalid", "true")
    assert "0101" not in page.evaluate(f"localStorage.getItem('{KEY}')")
    assert "0101" not in (page.locator(".list-booklet").text_content() or "")
    control.fill("Tlf. 12 34 56 78, sag 2026-1234")
    expect(page.locator(".reader-list__error:visible")).to_have_count(0)
    expect(page.locator(".list-booklet")).to_contain_text("sag 2026-1234")


def test_taking_off_can_be_undone_where_it_happened(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    entry(page, SECOND).get_by_role("button", name="Fjern").click()
    expect(page.get_by_role("button", name="Fortryd")).to_be_focused()
    expect(page.locator(".reader-list__undo p")).to_have_text("»Horsens Alliancen« er fjernet.")
    assert kept_refs(page) == [FIRST, GENERAL]
    page.keyboard.press("Enter")
    expect(entry(page, SECOND).get_by_label("Din note")).to_have_value("Ring til dem")
    assert kept(page) == OWN


def test_emptying_can_be_undone_too(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    page.get_by_role("button", name="Tøm listen").click()
    expect(page.locator(".reader-list__empty")).to_be_visible()
    assert kept(page) is None
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_label("Listens titel")).to_have_value("Til mødet")
    assert kept(page) == OWN


def test_another_tab_changes_the_list_without_taking_the_caret(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    note = entry(page, SECOND).get_by_label("Din note")
    note.press_sequentially(" i dag")
    other = page.context.new_page()
    other.goto(f"{site}cases/{THIRD}/")
    other.locator(".case-lead .list-button__button").click()
    expect(entry(page, THIRD)).to_be_visible()
    expect(note).to_be_focused()
    expect(note).to_have_value("Ring til dem i dag")
    assert kept_refs(page) == [FIRST, SECOND, GENERAL, THIRD]


# ── Another's list ───────────────────────────────────────────────────────────


def test_a_link_holds_the_whole_list_and_overwrites_nothing(page: Page, site: str) -> None:
    keep(page, a_list(FIRST, notes={FIRST: "Min egen"}))
    theirs = a_list(FIRST, THIRD, notes={FIRST: "Deres", THIRD: "Også deres"}, title="Deres", introduction="Se her")
    open_list(page, site, fragment(theirs))
    expect(page.get_by_role("heading", name="En andens liste")).to_be_visible()
    assert shown(page) == [FIRST, THIRD]
    expect(entry(page, FIRST)).to_contain_text("Deres")
    expect(page.locator(f"{ENTRY} textarea:visible")).to_have_count(0)
    assert kept_refs(page) == [FIRST]
    page.get_by_role("button", name="Læg dem på min liste").click()
    expect(page.locator(".reader-list__foreign")).to_be_hidden()
    assert kept(page) == a_list(FIRST, THIRD, notes={FIRST: "Min egen", THIRD: "Også deres"})
    assert page.url == f"{site}liste/"
    page.get_by_role("button", name="Fortryd").click()
    expect(entry(page, THIRD)).to_have_count(0)
    assert kept(page) == a_list(FIRST, notes={FIRST: "Min egen"})


def test_another_list_can_take_ones_own_place_or_be_left(page: Page, site: str) -> None:
    keep(page, OWN)
    theirs = a_list(THIRD, title="Deres")
    open_list(page, site, fragment(theirs))
    page.get_by_role("button", name="Vis min egen liste").click()
    expect(entry(page, FIRST)).to_be_visible()
    page.evaluate("tail => { location.hash = tail; }", fragment(theirs))
    expect(entry(page, THIRD)).to_be_visible()
    page.get_by_role("button", name="Erstat min liste").click()
    expect(page.get_by_label("Listens titel")).to_have_value("Deres")
    page.get_by_role("button", name="Fortryd").click()
    expect(entry(page, FIRST)).to_be_visible()
    assert kept(page) == OWN


def test_a_copied_link_brings_the_same_list_with_or_without_notes(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    keep(page, OWN)
    open_list(page, site)
    for notes in (True, False):
        page.get_by_label("Tag mine noter med i linket").set_checked(notes)
        page.evaluate("navigator.clipboard.writeText('')")
        page.get_by_role("button", name="Kopiér link").click()
        page.evaluate(
            "async () => { while (!(await navigator.clipboard.readText())) await new Promise(requestAnimationFrame); }"
        )
        address = page.evaluate("navigator.clipboard.readText()")
        assert address.startswith(f"{site}liste/#liste=1.")
        reader = new_context().new_page()
        reader.goto(address)
        expect(reader.locator(ENTRY)).to_have_count(3)
        assert reader.get_by_text("Ring til dem", exact=True).locator("visible=true").count() == int(notes)


def test_where_copying_is_refused_the_link_stands_to_be_copied(page: Page, site: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nej'))")
    keep(page, OWN)
    open_list(page, site)
    page.get_by_role("button", name="Kopiér link").click()
    expect(page.get_by_label("Kopiér herfra")).to_have_value(re.compile(r"/liste/#liste=1\."))
    expect(page.get_by_label("Kopiér herfra")).to_be_focused()


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("#liste=1.abc", "Linket til listen er beskadiget"),
        ("#liste=", "Linket til listen er beskadiget"),
        (fragment(b"[1,2]"), "Linket til listen er beskadiget"),
        (fragment({"poster": "nej"}), "Linket til listen er beskadiget"),
        (fragment(OWN, "liste=2."), "Linket er lavet med en nyere udgave"),
        (fragment(b"0" * 2_000_000), "Listen i linket er for stor"),
        (f"#liste=1.{'A' * 100_000}", "Listen i linket er for stor"),
    ],
)
def test_a_bad_link_is_told_and_ones_own_list_stands(page: Page, site: str, tail: str, words: str) -> None:
    keep(page, OWN)
    open_list(page, site, tail)
    expect(page.locator(".reader-list__fault")).to_contain_text(words)
    expect(entry(page, FIRST)).to_be_visible()
    assert kept(page) == OWN


def test_a_hostile_link_is_shown_as_text_and_its_rest_is_left_out(page: Page, site: str) -> None:
    raw = {
        "titel": PAYLOAD,
        "indledning": {"a": 1},
        "__proto__": {"x": 1},
        "poster": [
            {"ref": FIRST, "note": PAYLOAD},
            {"ref": FIRST, "note": "igen"},
            {"ref": "../../x", "note": ""},
            {"ref": "__proto__", "note": ""},
            {"ref": 7},
            None,
            {"ref": SECOND, "note": "010190-1234"},
        ],
    }
    open_list(page, site, fragment(raw))
    assert shown(page) == [FIRST, SECOND]
    expect(page.locator(".reader-list__foreign-text")).to_contain_text("6 ting i linket kunne ikke læses")
    expect(entry(page, FIRST)).to_contain_text("<img src=x")
    assert page.evaluate("window.__x") is None
    assert "010190" not in page.locator(".reader-list").inner_text()


def test_a_link_to_ones_own_list_is_just_ones_own_list(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site, fragment(OWN))
    expect(page.get_by_label("Listens titel")).to_have_value("Til mødet")
    expect(page.locator(".reader-list__foreign")).to_be_hidden()
    assert "#" not in page.url


# ── What is not there ────────────────────────────────────────────────────────


def test_what_the_site_does_not_have_is_said_and_kept_out(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("404.*trukket-tilbage")
    keep(page, a_list("trukket-tilbage", FIRST, f"{FIRST}#findes-ikke", "katalog#findes-ikke"))
    open_list(page, site)
    expect(page.locator(".reader-list__missing")).to_contain_text(
        f"»trukket-tilbage«, »{FIRST}#findes-ikke«, »katalog#findes-ikke«"
    )
    assert shown(page) == [FIRST]
    expect(page.get_by_role("heading", name="1 case", exact=True)).to_be_visible()
    assert "findes-ikke" not in (page.locator(".list-booklet").text_content() or "")
    page.get_by_role("button", name="Fjern det fra listen").click()
    expect(page.locator(".reader-list__missing")).to_be_hidden()
    assert kept_refs(page) == [FIRST]


def test_a_failed_fetch_is_said_and_can_be_tried_again(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("Failed to load|ERR_FAILED")
    keep(page, OWN)
    page.route("**/data/liste.json", lambda route: route.abort())
    open_list(page, site)
    expect(page.locator(".reader-list__failure")).to_contain_text("Siden kunne ikke hente casene.")
    page.unroute("**/data/liste.json")
    page.get_by_role("button", name="Prøv igen").click()
    expect(entry(page, FIRST)).to_be_visible()
    assert kept(page) == OWN


def test_a_list_that_cannot_be_read_can_be_thrown_away(page: Page, site: str) -> None:
    keep(page, "{klip")
    open_list(page, site)
    expect(page.locator(".reader-list__stored")).to_contain_text("Den gemte liste kan ikke læses.")
    page.get_by_role("button", name="Slet den, og begynd forfra").click()
    expect(page.locator(".reader-list__stored")).to_be_hidden()
    assert kept(page) is None


def test_blocked_storage_is_said_and_a_link_can_still_be_read(page: Page, site: str) -> None:
    refuse = (
        f"if (key === '{KEY}') throw new DOMException('nej', 'SecurityError'); return old.call(this, key, ...rest);"
    )
    page.add_init_script(
        "{ const old = Storage.prototype.getItem; Storage.prototype.getItem = function (key, ...rest) {"
        f" {refuse} }}; }}"
    )
    open_list(page, site, fragment(OWN))
    expect(page.locator(".reader-list__stored")).to_contain_text("Browseren lader ikke siden gemme")
    assert shown(page) == [FIRST, SECOND, GENERAL]
    expect(page.get_by_role("button", name="Læg dem på min liste")).to_be_hidden()


def test_without_a_script_the_page_leads_to_the_whole_booklet(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}liste/")
    expect(page.locator("noscript .notice")).to_contain_text("Din egen liste kræver JavaScript.")
    page.locator("noscript a").click()
    expect(page).to_have_url(f"{site}om/haefte/")


# ── Onwards ──────────────────────────────────────────────────────────────────


def test_the_list_leads_to_a_comparison_of_two_to_five(page: Page, site: str, content: Content) -> None:
    ids = [case.id for case in content.cases[:6]]
    keep(page, a_list(*ids))
    open_list(page, site)
    compare = page.get_by_role("link", name="Sammenlign", exact=True)
    expect(compare).to_be_hidden()
    expect(page.locator('[data-do="compare-hint"]')).to_have_text(
        "Sæt hak ved to til fem cases for at sammenligne dem."
    )
    for ref in ids[:2]:
        entry(page, ref).get_by_label("Sammenlign").check()
    expect(compare).to_have_attribute("href", re.compile(rf"cases/sammenlign/\?c={ids[0]}(,|%2C){ids[1]}$"))
    entry(page, ids[0]).get_by_label("Sammenlign").uncheck()
    expect(compare).to_be_hidden()
    expect(page.locator('[data-do="compare-hint"]')).to_have_text("Sæt et hak ved én case mere for at sammenligne.")


def test_the_list_leads_to_an_agreement(page: Page, site: str) -> None:
    lesson = f"{SECOND}#"
    keep(page, OWN)
    open_list(page, site)
    link = page.get_by_role("link", name="Byg en aftale ud fra listen")
    query = f"?case={FIRST}&case={SECOND}&laering=katalog%23faelles-maal"
    expect(link).to_have_attribute("href", re.compile(re.escape(f"aftaler/byg/{query}") + "$"))
    assert lesson not in query


# ── Paper, keyboard, screens ─────────────────────────────────────────────────


def test_on_paper_the_list_is_a_booklet(page: Page, site: str, content: Content) -> None:
    case = content.case_by_id[SECOND]
    keep(page, OWN | {"indledning": "Læs først nummer to."})
    open_list(page, site)
    page.emulate_media(media="print")
    booklet = page.locator(".list-booklet")
    expect(booklet).to_be_visible()
    expect(page.locator(".reader-list__app, .md-header, .site-footer").locator("visible=true")).to_have_count(0)
    cover = booklet.locator(".list-booklet__cover")
    expect(cover).to_contain_text("Til mødet")
    expect(cover).to_contain_text("2 cases og 1 læringspunkt fra Alliancebanken")
    expect(booklet.locator(".list-booklet__contents li")).to_have_count(4)
    sheet = booklet.locator(".list-booklet__page").nth(1)
    expect(sheet.get_by_role("heading", level=2)).to_have_text(case.titel)
    for figure in case.noegletal:
        expect(sheet).to_contain_text(f"{figure.display_number} {figure.enhed}")
    expect(sheet.locator("ol > li")).to_have_count(len(case.laering))
    expect(sheet).to_contain_text("Ring til dem")
    expect(sheet).to_contain_text(f"Kilde: KL (2018), side {case.kilde.side}".replace("-", "–"))
    expect(booklet.locator(".list-booklet__sources")).to_contain_text("Bedre adgang til arbejdskraft")
    breaks = booklet.locator("> section").evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    assert breaks == ["auto", "page", "page", "page", "page", "page"]


def test_the_print_button_prints(page: Page, site: str) -> None:
    page.add_init_script(
        "window.print = () => { window.printed = document.querySelectorAll('.list-booklet > *').length }"
    )
    keep(page, OWN)
    open_list(page, site)
    page.get_by_role("button", name="Print som hæfte").click()
    assert page.evaluate("window.printed") == 6


def test_a_list_is_made_and_handed_over_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}cases/{FIRST}/")

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} kan ikke nås med tabulator")

    expect(page.locator(".list-button__button").first).to_be_visible()
    tab_to(".list-button__button")
    page.keyboard.press("Space")
    tab_to(".lesson .list-button__button")
    page.keyboard.press("Enter")
    page.locator(".list-count__link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(ENTRY)).to_have_count(2)
    tab_to("#reader-list-title")
    page.keyboard.type("Med tasterne")
    tab_to('[data-slot="write"]')
    page.keyboard.press("Enter")
    page.keyboard.type("En note")
    tab_to('[data-slot="down"]')
    page.keyboard.press("ArrowDown")
    status(page, re.compile("nummer 2 af 2"))
    tab_to('[data-slot="remove"]')
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(ENTRY)).to_have_count(2)
    tab_to('[data-do="markdown"]')
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert found.value.suggested_filename == "med-tasterne.md"
    assert kept(page)["poster"][1] == {"ref": FIRST, "note": "En note"}


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_narrow_screen_holds_everything(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    keep(page, OWN | {"titel": "Enmegetlangtitel" * 7})
    open_list(page, site)
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    small = page.locator(".reader-list :is(button, a.button, input)").evaluate_all(
        "all => all.filter(one => one.getClientRects().length).map(one => one.getBoundingClientRect())"
        ".filter(box => box.height < 20 || box.width < 20).length"
    )
    assert small == 0


def test_the_stored_form_is_versioned(page: Page, site: str) -> None:
    keep(page, OWN)
    open_list(page, site)
    entry(page, SECOND).get_by_label("Din note").fill("Ny")
    expect(page.locator(".list-booklet")).to_contain_text("Ny")
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["version"] == 1
