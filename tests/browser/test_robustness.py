"""Pages under strain: 320 px, 400 %, spaced text, forced colours, no motion, no script, no storage, slow net."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser import builder_page as builder
from tests.browser.conftest import Guard, components_ready

PAGES = (
    "", "cases/?q=skole", "cases/byg-til-vaekst-fyn/", "cases/sammenlign/?c=horsens-alliancen,igu-forloeb-odense",
    "hvad-ligner-jer/", "laering/", "resultater/", "samarbejde/", "kort/", "aftaler/sammenlign/", "aftaler/tjek/",
    "aftaler/byg/", "aftaler/kladder/", "liste/", "om/kilder/", "links/", "bidrag/felter/", "offline/",
)  # fmt: skip
BLOCKED = """for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("nej", "SecurityError"); } });"""
# Wider than the page, or words cut off by a box that neither scrolls nor grows.
FAULTS = """() => {
  const page = document.documentElement;
  const faults = page.scrollWidth > page.clientWidth ? [`siden er ${page.scrollWidth} bred`] : [];
  for (const item of document.querySelectorAll("main :is(p, h1, h2, h3, li, dt, dd, button, label, summary, td, th)")) {
    const style = getComputedStyle(item);
    if (!item.checkVisibility() || item.closest(".visually-hidden, svg, [aria-hidden=true]")) continue;
    const cut = item.scrollHeight > item.clientHeight + 3 && item.clientHeight > 0 && style.overflowY === "hidden";
    if (cut || (style.overflowX === "hidden" && item.scrollWidth > item.clientWidth + 3))
      faults.push(`afskåret: ${item.outerHTML.slice(0, 120)}`);
  }
  return faults.slice(0, 4);
}"""
# The distances of WCAG 1.4.12.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# In forced colours a control needs a border or underline of its own, for its background is gone.
BARE = """() => [...document.querySelectorAll("button, input, select, textarea, .button, .notice, [role=option]")]
  .filter((item) => item.checkVisibility() && item.getBoundingClientRect().width > 4)
  .filter((item) => !["checkbox", "radio", "file"].includes(item.type))
  .filter((item) => {
    const style = getComputedStyle(item);
    const border = ["Top", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0
      && style[`border${side}Style`] !== "none");
    const own = item.matches("button") && (item.querySelector("svg, .md-icon") || style.textDecorationLine !== "none"
      || item.closest("summary, th, label, .md-sidebar"));
    return !border && !own;
  }).map((item) => item.outerHTML.slice(0, 140))"""
MOVES = """() => [...document.querySelectorAll("*")].filter((item) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(item);
  return transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01) || animationName !== "none"
    || scrollBehavior === "smooth";
}).map((item) => item.outerHTML.slice(0, 120)).slice(0, 3)"""


def opened(page: Page, site: str, address: str) -> Page:
    """A page with its components running."""
    page.goto(site + address)
    components_ready(page)
    return page


# Each kind of text in turn becomes one word of a thousand letters, as long as a line of content may be; our own words,
# which are short, are left out. Tells which of them widen the page.
LONG_WORD = """() => {
  const OURS = ".knowledge, .figure__year, .case-card__number, [class$=count], [class$=share], button, h2, h3";
  const page = document.documentElement;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const [kinds, texts, wide] = [new Set(), [], []];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const item = text.parentElement;
    const kind = `${item.parentElement.className}>${item.localName}.${item.className}`;
    if (!text.data.trim() || kinds.has(kind) || !item.checkVisibility() || item.closest(OURS)) continue;
    kinds.add(kind);
    const said = text.data;
    text.data = "x".repeat(1000);
    if (page.scrollWidth > page.clientWidth) wide.push(kind);
    text.data = said;
  }
  return kinds.size > 10 ? wide : ["for få slags"];
}"""


@pytest.mark.parametrize("address", ["cases/", "cases/byg-til-vaekst-fyn/", "temaer/bestemte-grupper-i-job/",
                                     "laering/", "aftaler/partnerskabsaftale-lejre/", "om/kilder/"])  # fmt: skip
def test_a_very_long_word_widens_no_page(address: str, page: Page, site: str) -> None:
    opened(page, site, address)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(LONG_WORD) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_bears_zoom_spacing_forced_colours_and_no_motion(address: str, page: Page, site: str) -> None:
    """1280 px at 400 % is 320 px; with spaced text nothing is cut; controls keep their edges; nothing moves."""
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, site, address)
    assert page.evaluate(FAULTS) == [], "320 px"
    header = page.locator(".md-header").bounding_box()
    assert header is not None and header["height"] < 256 / 2
    page.evaluate(SPACED)
    assert page.evaluate(FAULTS) == [], "320 px med afstand"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(FAULTS) == [], "1280 px med afstand"
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert page.evaluate(BARE) == []
    assert page.evaluate(MOVES) == []


def test_the_looks_see_a_fault(page: Page, site: str) -> None:
    """Each of the three looks is seen to fail."""
    opened(page, site, "om/")
    page.evaluate("document.querySelector('main p').style.cssText = 'height: 10px; overflow: hidden'")
    assert [fault[:8] for fault in page.evaluate(FAULTS)] == ["afskåret"]
    page.evaluate("document.body.style.minWidth = '3000px'")
    assert page.evaluate(FAULTS)[0].startswith("siden er")
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("document.querySelector('main h1').style.animation = 'x 1s'")
    assert page.evaluate(MOVES) != []
    page.evaluate("document.querySelector('.site-search__field').style.border = '0'")
    page.emulate_media(forced_colors="active")
    assert page.evaluate(BARE) != []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_read_without_a_script(
    address: str, new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Words stand there, no dead button shows, and what needs a script says so."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + address.split("?")[0])
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 200
    dead = page.locator("main button:visible:not([type=submit])")
    assert dead.all_inner_texts() == []


@pytest.mark.parametrize("address", ["", "cases/?q=skole", "aftaler/byg/", "liste/", "offline/", "resultater/"])
def test_a_page_works_where_storage_is_blocked(address: str, page: Page, site: str) -> None:
    """No error, the same words, and a notice where something would have been kept."""
    page.add_init_script(BLOCKED)
    opened(page, site, address)
    told = {
        "aftaler/byg/": "lader ikke siden gemme",
        "liste/": "lader ikke siden gemme",
        "offline/": "lader ikke siden gemme",
    }
    if address == "aftaler/byg/":
        builder.step(page, "Hent og gem")
    if address in told:
        expect(page.locator("main")).to_contain_text(told[address])
    else:
        expect(page.locator("h1")).to_be_visible()


def refuse(route: Route) -> None:
    """A file that is gone."""
    route.fulfill(status=404, body="")


@pytest.mark.parametrize(
    ("missing", "address"),
    [
        ("main.mjs", "cases/"),
        ("finder.mjs", "cases/"),
        ("shared.mjs", "cases/"),
        ("agreement/text.mjs", "aftaler/byg/"),
    ],
)
def test_a_missing_script_leaves_the_words(missing: str, address: str, page: Page, site: str, guard: Guard) -> None:
    """The page can be read and says what is missing, and the other components still run."""
    guard.expected += ["404"]
    page.route(f"**/{missing}", refuse)
    page.goto(site + address)
    words = page.locator("[data-case]:visible, .builder__plain:visible .variant, .builder__plain:visible blockquote")
    expect(words.nth(20)).to_be_visible()
    if missing not in {"main.mjs", "shared.mjs"}:
        expect(page.locator(".missing-part")).to_contain_text("En del af siden kunne ikke hentes")
        expect(page.locator(".color-switch__button")).to_be_visible()


def test_a_slow_script_keeps_nobody_waiting(page: Page, site: str) -> None:
    """Until the scripts come the page is read, searched by its own form and scrolled; then they take over."""
    held: list[Route] = []
    page.route("**/finder.mjs", lambda route: held.append(route))
    page.goto(f"{site}cases/", wait_until="domcontentloaded")
    expect(page.locator("[data-case]:visible")).to_have_count(22)
    page.get_by_label("Hvad leder du efter?").fill("horsens")
    for route in held:
        route.continue_()
    page.unroute_all(behavior="wait")
    components_ready(page)
    expect(page.get_by_label("Hvad leder du efter?")).to_have_value("horsens")


def test_nothing_typed_in_the_builder_is_lost_without_a_word(page: Page, site: str) -> None:
    """Leaving asks while something is only on the page; an untouched or saved draft lets one go."""
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    builder.open_builder(page, site)
    builder.step(page, "Parter")
    page.goto(f"{site}om/")
    assert asked == []
    builder.open_builder(page, site)
    builder.fill_parties(page)
    page.goto(f"{site}om/")
    assert asked == ["beforeunload"]
    builder.open_builder(page, site)
    builder.fill_parties(page)
    builder.step(page, "Hent og gem")
    page.locator("[data-do=save]").click()
    expect(page.locator(".builder__status")).to_have_text(re.compile("gemt"))
    page.goto(f"{site}om/")
    assert asked == ["beforeunload"]


def test_the_finder_keeps_its_question_without_the_net(page: Page, site: str, guard: Guard) -> None:
    """Offline after load: what was asked stands, the cases stand, and the fault is told."""
    guard.expected += ["ERR_INTERNET_DISCONNECTED", "Failed to fetch", "Failed to load"]
    opened(page, site, "cases/")
    page.context.set_offline(True)
    page.get_by_label("Hvad leder du efter?").fill("lærlinge")
    page.keyboard.press("Enter")
    expect(page.locator(".finder__notice")).to_contain_text("kunne ikke hentes")
    expect(page.get_by_label("Hvad leder du efter?")).to_have_value("lærlinge")
    expect(page.locator("[data-case]:visible")).to_have_count(22)
    page.context.set_offline(False)
    page.get_by_label("Hvad leder du efter?").fill("lærling")
    page.keyboard.press("Enter")
    expect(page.locator("[data-count]")).not_to_have_text("22")
