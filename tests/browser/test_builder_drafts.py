"""Keeping and sharing a draft: in the fragment, on the device, and safe from what comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.builder_page import (
    KEY,
    PARTIES,
    PAYLOADS,
    field,
    fill_parties,
    open_builder,
    pack,
    paper,
    run_module,
    save_beforehand,
    saved_entry,
    status,
    step,
    write_agreement,
)

pytestmark = pytest.mark.one_page


def test_a_shared_link_carries_the_draft_in_the_fragment_alone(
    page: Page, site: str, new_context: Callable[..., BrowserContext]
) -> None:
    """The link opens elsewhere with everything in it, and nothing of it reaches the server."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    open_builder(page, site)
    write_agreement(page)
    step(page, "Hent og gem")
    page.get_by_role("button", name="Kopiér link til kladden").click()
    status(page, re.compile("^Linket til kladden er kopieret"))
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}aftaler/byg/#kladde=2.") and "?" not in link
    other = new_context().new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.locator(".builder__notices")).to_contain_text("Du ser en kladde fra et link.")
    expect(field(other, "Part 3")).to_have_value(PARTIES[2])
    assert other.locator(".builder__document").inner_text() == paper(page).inner_text()
    assert not any("kladde=" in address for address in asked)


def test_fragments_come_back_as_they_went(page: Page, site: str) -> None:
    """200 drafts of odd text survive the journey, also where a mail program escaped the link."""
    body = """
      const odd =
        ["æøå", "é", "\\u{1f600}", "\\n", "%", "#", "=", "<b>", "__proto__", "constructor", " ", "x".repeat(99)];
      let seed = 7; const pick = () => odd[(seed = (seed * 1103515245 + 12345) % 2147483648) % odd.length];
      for (let at = 0; at < 200; at += 1) {
        const parter = [{ navn: pick() + pick(), underskriver: pick() }];
        const draft = { parter, valg: { a: pick() }, svar: { b: pick() + pick() } };
        const fragment = await m.toFragment(draft);
        for (const text of [fragment, "#" + fragment, encodeURIComponent(fragment)]) {
          const found = await m.fromFragment(text);
          if (JSON.stringify(found.value) !== JSON.stringify(draft)) return { at, draft, found };
        }
      }
      return "alle";"""
    assert run_module(page, site, "fragment", body) == "alle"


GOOD = {"parter": [], "valg": {"formaal": "et-faelles-formaal"}, "svar": {"varsel": "tre måneder"}}
HOSTILE = {
    "skåret over": (pack(GOOD)[:-8], "beskadiget"),
    "tomt": ("#kladde=", "beskadiget"),
    "uden indhold": ("#kladde=1.", "beskadiget"),
    "forkert base64": ("#kladde=1.!!!!", "beskadiget"),
    "forkert procent": ("#kladde=1.%E0%A4%A", "beskadiget"),
    "forkert deflate": ("#kladde=1.AAAA", "beskadiget"),
    "forkert utf-8": (pack(b'{"a": "\xff"}'), "beskadiget"),
    "ikke json": (pack(b"hej"), "beskadiget"),
    "liste": (pack([1, 2]), "beskadiget"),
    "intet": (pack(None), "beskadiget"),
    "uden valg": (pack({"parter": []}), "beskadiget"),
    "gammel udgave": (pack(GOOD, "kladde=0."), "beskadiget"),
    "ny udgave": (pack(GOOD, "kladde=3."), "nyere udgave"),
    "fremmed": ("#state=abc", "ikke kan læse"),
    "bombe": (pack(b" " * 30_000_000), "for stor"),
    "to megabyte": ("#kladde=1." + "A" * 2_000_000, "for stor"),
}


def test_every_hostile_fragment_is_told_apart(page: Page, site: str) -> None:
    """Each gives its own Danish words and no draft; a good one gives a draft and no words."""
    body = """
      const data = await (await fetch("/data/byg.json")).json();
      const read = async (fragment) => { const { shared, fault } = await m.draftInFragment(fragment, data);
        return [shared !== null, fault]; };
      return Promise.all(v.map(read));"""
    *found, good = run_module(page, site, "address", body, *(text for text, _ in HOSTILE.values()), pack(GOOD))
    for (name, (_, words)), (opened, fault) in zip(HOSTILE.items(), found, strict=True):
        assert not opened and words in fault, f"{name}: {fault}"
    assert good == [True, ""]


@pytest.mark.parametrize("name", ["skåret over", "fremmed", "bombe"])
@pytest.mark.one_page(False)
def test_a_hostile_fragment_gives_a_notice_and_a_usable_form(page: Page, site: str, name: str) -> None:
    """The words stand above the form; one's own saved draft lies untouched."""
    fragment, words = HOSTILE[name]
    save_beforehand(page, saved_entry("Min egen"))
    open_builder(page, site, fragment)
    expect(page.locator(".builder__notices")).to_contain_text(words)
    fill_parties(page)
    expect(paper(page)).to_contain_text("Egeby Kommune, Egeby Erhvervsskole")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == saved_entry("Min egen")


def test_an_anchor_on_the_page_is_no_fault(page: Page, site: str) -> None:
    """The skip link's own fragment gives no notice."""
    open_builder(page, site, "#indhold")
    expect(page.locator(".builder__notice")).to_have_count(0)


def test_a_fragment_cannot_reach_prototypes_or_run_anything(page: Page, site: str) -> None:
    """Names of built-ins are ignored, unknown keys dropped, and text stays text."""
    evil = {"polluted": 1}
    draft = {
        "__proto__": evil,
        "constructor": {"prototype": evil},
        "parter": [{"navn": PAYLOADS[0], "__proto__": evil}, 7, None, {"navn": evil}],
        "valg": {"__proto__": "x", "formaal": "et-faelles-formaal", "findes-ikke": "y", "maal": "toString"},
        "svar": {"__proto__": evil, "formaal": PAYLOADS[1], "fremmed": "z"},
    }
    open_builder(page, site, pack(draft))
    notices = page.locator(".builder__notices")
    expect(notices).to_contain_text("3 klausuler i kladden findes ikke længere i samme form")
    expect(notices).to_contain_text("Klausulen »findes-ikke« findes ikke længere og er udeladt.")
    expect(notices).to_contain_text("Varianten af Mål findes ikke længere. Den første variant er valgt i stedet.")
    expect(field(page, "Part 1")).to_have_value(PAYLOADS[0])
    expect(paper(page)).to_contain_text(PAYLOADS[1])
    assert page.evaluate("[({}).polluted, window.__x].every((value) => value === undefined)")


def test_a_link_opened_while_writing_asks_first(page: Page, site: str) -> None:
    """What is on the page stays until one says yes."""
    open_builder(page, site)
    fill_parties(page)
    page.evaluate("fragment => { location.hash = fragment; }", pack(GOOD))
    expect(page.locator(".builder__notices")).to_contain_text("Linket rummer en anden kladde.")
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])
    page.get_by_role("button", name="Åbn kladden fra linket").click()
    expect(field(page, "Part 1")).to_have_value("")
    expect(page.locator(".builder__count")).to_have_text("1 klausul er med.")


def test_beginning_anew_asks_before_text_is_lost(page: Page, site: str) -> None:
    """No keeps everything; yes gives an empty builder; with nothing typed there is no question."""
    open_builder(page, site)
    fill_parties(page)
    step(page, "Hent og gem")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Nej, behold det").click()
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])
    step(page, "Hent og gem")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Ja, begynd forfra").click()
    expect(field(page, "Part 1")).to_have_value("")
    step(page, "Hent og gem")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.locator(".builder__ask")).to_have_count(0)
