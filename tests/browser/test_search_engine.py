"""The search's two halves agree: what Python writes, the browser finds; bad input and broken files stop nobody."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros.finding.search_documents import search_documents
from macros.finding.search_words import STOP_WORDS, fold, is_part, stem, written_words
from macros.library.content import Content
from tests.browser.conftest import Guard, components_ready

ODD = (
    *(
        "Åbenrå",
        "Aabenraa",
        "oere",
        "Øre",
        "ÆBLE",
        "a\u030arhus",
        "i\u0307",
        "ΣΊΣΥΦΟΣ",
        "straße",
        "ﬁn",
        "𝐀bc",
        "१२",
        "ⅷ",
    ),
    *("o\u0308l", "jobs", "jobbet", "hans", "kurs", "lederne", "ledernes", "huset", "uddannelsernes", "ledigt"),
    *("e", "ee", "sss", "ss", "gt", "rne"),
)
BAD_INPUT = {
    "empty": "   ",
    "long": "lærling " * 1_300,
    "one long word": "x" * 10_000,
    "punctuation": "!!! ??? ... ()[]{}",
    "markup": "<img src=x onerror=window.__x=1><script>window.__x=1</script>",
    "emoji": "👩‍🎓👍🏽 🇩🇰",
    "nfd": "la\u0306\u0308rlinge o\u0308",
    "right to left": "\u202eلغة עברית\u202c",
    "regex": ".* [a-z]+(?:x|y)$ \\d{1,9} (((((",
    "open quote": '"lærling',
    "only quotes": '"" »« “”',
    "minus": "- -- -lærling",
    "prototype": "__proto__ constructor toString",
    "unpaired surrogate": "a\ud800b",
}


def in_page(page: Page, site: str, script: str, argument: Any = None) -> Any:
    """What a script returns that can import the site's modules."""
    page.goto(site + "om/")
    return page.evaluate(script, argument)


@pytest.fixture
def finder(page: Page, site: str) -> Page:
    """The finder with nothing asked for."""
    page.goto(site + "cases/")
    components_ready(page)
    return page


# Two halves


def test_both_halves_read_and_root_words_alike(page: Page, site: str, content: Content) -> None:
    texts = [text for document in search_documents(content) for text in document.fields()] + [" ".join(ODD)]
    found = in_page(
        page, site,
        """async (texts) => {
          const { words, stem, STOP_WORDS } = await import("/assets/javascripts/search/danish.mjs");
          const rows = texts.map((text) => words(text.normalize("NFC")).map(({ word }) => [word, stem(word)]));
          return { rows, stop: [...STOP_WORDS].sort() };
        }""",
        texts,
    )  # fmt: skip
    expected = [[[fold(word), stem(fold(word))] for word in written_words(text)] for text in texts]
    assert found["rows"] == expected
    assert found["stop"] == sorted(STOP_WORDS)
    assert sum(map(len, expected)) > 10_000


def test_both_halves_see_the_same_parts(page: Page, site: str) -> None:
    words = [
        "kraft",
        "arbejdskraft",
        "job",
        "jobcent",
        "jobs",
        "elev",
        "relevant",
        "smed",
        "klejnsmed",
        "smedje",
        "ab",
        "abort",
    ]
    found = in_page(
        page, site,
        """async (words) => {
          const { isPart } = await import("/assets/javascripts/search/danish.mjs");
          return words.map((one) => words.map((other) => isPart(one, other)));
        }""",
        words,
    )  # fmt: skip
    assert found == [[is_part(one, other) for other in words] for one in words]


def test_titles_and_addresses_are_those_of_the_documents(page: Page, site: str, content: Content) -> None:
    found = in_page(
        page, site,
        """async () => {
          const { openSearch } = await import("/assets/javascripts/search/engine.mjs");
          const engine = await openSearch("/data/soeg/");
          return Array.from({ length: engine.size }, (_, at) => engine.document(at));
        }""",
    )  # fmt: skip
    expected = [{"art": item.art, "titel": item.titel, "url": item.url} for item in search_documents(content)]
    assert found == expected


@pytest.mark.parametrize("phrase", ["Horsens Alliancen", "kvalificeret arbejdskraft", "job og uddannelse", "i Horsens"])
def test_a_phrase_finds_just_the_documents_that_hold_it(phrase: str, page: Page, site: str, content: Content) -> None:
    roots = [stem(fold(word)) for word in written_words(phrase)]
    expected = set()
    for document in search_documents(content):
        for text in document.fields():
            row = [stem(fold(word)) for word in written_words(text)]
            if any(row[at : at + len(roots)] == roots for at in range(len(row))):
                expected.add(document.url)
    found = in_page(
        page, site,
        """async (phrase) => {
          const { openSearch } = await import("/assets/javascripts/search/engine.mjs");
          const engine = await openSearch("/data/soeg/");
          const { hits } = await engine.search(`"${phrase}"`);
          return hits.map((hit) => engine.document(hit).url);
        }""",
        phrase,
    )  # fmt: skip
    assert set(found) == expected and len(found) == len(expected)


# Bad input


@pytest.mark.parametrize("kind", BAD_INPUT)
def test_bad_input_stops_nobody(kind: str, finder: Page) -> None:
    field = finder.get_by_label("Hvad leder du efter?")
    field.evaluate(
        "(input, text) => { input.value = text; input.dispatchEvent(new Event('input', {bubbles: true})); }",
        BAD_INPUT[kind],
    )
    finder.keyboard.press("Tab")
    field.fill("Horsens")
    expect(finder.locator('[data-case="horsens-alliancen"]:visible')).to_be_visible()
    assert finder.evaluate("window.__x") is None
    assert finder.locator("case-finder img, case-finder script").count() == 0


@pytest.mark.parametrize("kind", BAD_INPUT)
def test_bad_input_in_the_address_stops_nobody(kind: str, page: Page, site: str) -> None:
    if kind in ("long", "one long word"):
        pytest.skip("længere end en adresse må være")
    page.goto(site + "cases/")
    address = page.evaluate("(text) => '?' + new URLSearchParams({q: text})", BAD_INPUT[kind])
    page.goto(site + "cases/" + address)
    expect(page.locator("[data-announce]")).to_have_text(re.compile(r"\d+ (af 22 )?cases"))
    assert page.evaluate("window.__x") is None


# Broken files


@pytest.mark.parametrize("path", ["start.json", "ord/*.bin"])
@pytest.mark.parametrize("fault", ["missing", "cut", "foreign"])
def test_a_broken_index_leaves_the_list_and_says_so(path: str, fault: str, page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("data/soeg|Failed to load resource")

    def answer(route: Route) -> None:
        body = route.fetch().body()
        if fault == "missing":
            route.fulfill(status=404, body="")
        elif fault == "cut":
            route.fulfill(body=body[: len(body) // 2])
        else:
            route.fulfill(body=b"[]" if path.endswith("json") else bytes(4) + body[4:])

    page.route(f"**/data/soeg/{path}", answer)
    page.goto(site + "cases/?q=lærling")
    expect(page.locator(".finder__notice")).to_contain_text("kunne ikke hentes")
    expect(page.locator("[data-case]:visible")).to_have_count(22)
    page.unroute(f"**/data/soeg/{path}")
    page.get_by_label("Hvad leder du efter?").fill("smede")
    expect(page.locator(".finder__flat")).to_be_visible()
    expect(page.locator(".finder__notice")).to_be_hidden()


def test_a_cut_column_leaves_the_list_and_says_so(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("data/soeg|Failed to load resource")
    page.route("**/filtre/tema.bin", lambda route: route.fulfill(body=route.fetch().body()[:-3]))
    page.goto(site + "cases/?tema=skole-og-virksomhed")
    expect(page.locator(".finder__notice")).to_contain_text("kunne ikke hentes")
    expect(page.locator("[data-case]:visible")).to_have_count(22)


# What travels, and when


def test_nothing_is_fetched_before_the_reader_asks(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "cases/", "cases/horsens-alliancen/"):
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/data/" in url or "engine.mjs" in url]


def test_a_filter_alone_fetches_no_engine_and_a_word_at_most_four_files(page: Page, site: str) -> None:
    page.goto(site + "cases/")
    components_ready(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.locator('input[value="skole-og-virksomhed"]').check()
    expect(page.locator("[data-count]")).to_have_text("4")
    assert not [url for url in asked if "engine" in url or "start.json" in url]
    page.goto(site + "cases/")
    components_ready(page)
    asked.clear()
    page.get_by_label("Hvad leder du efter?").fill("robot")
    expect(page.locator('[data-case="robotakademiet-odense"]:visible')).to_be_visible()
    expect(page.locator(".case-card__why mark").first).to_be_visible()
    needed = [url for url in asked if re.search(r"engine|danish|start\.json|/ord/|spelling", url)]
    assert len(needed) == 4, needed


def test_the_preloaded_modules_are_those_the_finder_imports(built_site: Path) -> None:
    scripts = built_site / "assets" / "javascripts"
    needed: set[str] = set()
    waiting = ["finder.mjs"]  # what main.mjs asks for; case-finder.mjs only hands on
    while waiting:
        name = waiting.pop()
        needed.add(name)
        for other in re.findall(
            r'\bimport\s*(?:[\w${}, ]+from\s*)?"(\.[^"]+)"', (scripts / name).read_text(encoding="utf-8")
        ):
            path = (scripts / name).parent.joinpath(other).resolve().relative_to(scripts.resolve()).as_posix()
            waiting += [path] if path not in needed else []
    page = (built_site / "cases" / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'modulepreload" href="\.\./assets/javascripts/([^"]+)"', page)) == needed


# Why, and what stands in the way


def test_a_synonym_is_named(finder: Page) -> None:
    finder.get_by_label("Hvad leder du efter?").fill("EUD")
    expect(finder.locator(".finder__also")).to_contain_text("erhvervsuddannelse")
    expect(finder.locator(".case-card__why").first).to_contain_text("Via synonym: ")
    expect(finder.locator(".case-card__why mark").first).to_be_visible()


def test_the_field_of_a_snippet_is_named(finder: Page) -> None:
    finder.get_by_label("Hvad leder du efter?").fill("ildsjæl")
    expect(finder.locator(".case-card__why").first).to_contain_text(re.compile("^Læring: "))


def test_the_nearest_spelling_is_offered_and_can_be_taken(finder: Page) -> None:
    field = finder.get_by_label("Hvad leder du efter?")
    field.fill("flygtnige")
    expect(finder.locator(".finder__spelling")).to_contain_text("Vi kender ikke ordet »flygtnige«")
    finder.locator(".finder__spelling button").first.click()
    expect(field).to_have_value(re.compile("^flygtning"))
    expect(finder.locator(".finder__spelling")).to_be_hidden()
    expect(finder.locator('[data-case="igu-forloeb-odense"]:visible')).to_be_visible()


def test_the_wish_that_stands_in_the_way_is_named_and_a_press_drops_it(finder: Page) -> None:
    finder.goto(finder.url + "?q=folkeskole&kommune=esbjerg")
    blocking = finder.locator(".finder__blocking button")
    expect(blocking).to_have_count(2)
    text = blocking.filter(has_text="Kommune").text_content() or ""
    promised = int(text.rsplit(": ", 1)[1])
    blocking.filter(has_text="Kommune").click()
    expect(finder.locator("[data-count]")).to_have_text(str(promised))
    expect(finder.locator(".finder__blocking")).to_be_hidden()


def test_one_word_of_several_can_be_dropped(finder: Page) -> None:
    finder.goto(finder.url + '?q=offshore "Horsens Alliancen"')
    finder.locator(".finder__blocking button").filter(has_text="Alliancen").click()
    expect(finder.get_by_label("Hvad leder du efter?")).to_have_value("offshore")


# Order and the window


def test_a_window_of_twenty_grows_and_focus_follows(page: Page, site: str) -> None:
    page.goto(site + "cases/?orden=nummer")
    expect(page.locator("[data-case]:visible")).to_have_count(20)
    page.get_by_role("button", name="Vis 2 flere").click()
    expect(page.locator("[data-case]:visible")).to_have_count(22)
    expect(page.locator("[data-case]:visible").nth(20).locator("a")).to_be_focused()
    expect(page.locator(".finder__more")).to_be_hidden()


def test_orders_are_those_of_the_cases(page: Page, site: str, content: Content) -> None:
    order = "items => items.map((item) => item.dataset.case)"
    page.goto(site + "cases/?orden=nummer")
    expect(page.locator("[data-case]:visible")).to_have_count(20)
    assert page.locator("[data-case]:visible").evaluate_all(order) == [case.id for case in content.cases][:20]
    page.goto(site + "cases/?orden=tal&har=tal")
    expect(page.locator(".finder__flat [data-case]").first).to_be_visible()
    first = content.case_by_id[page.locator(".finder__flat [data-case]").evaluate_all(order)[0]]
    assert len(first.noegletal) >= 2
    page.goto(site + "cases/?orden=kommune")
    expect(page.locator(".finder__flat [data-case]")).to_have_count(20)
    ids = page.locator(".finder__flat [data-case]").evaluate_all(order)
    assert "aalborg" in content.case_by_id[ids[-1]].kommuner or not content.case_by_id[ids[-1]].kommuner


def test_cards_that_the_page_does_not_hold_are_made_from_data(page: Page, site: str) -> None:
    page.route("**/cases/?*", lambda route: route.fulfill(
        body=re.sub(r'<li data-case="(?!kube).*?</li>', "", route.fetch().text(), flags=re.S), content_type="text/html"
    ))  # fmt: skip
    page.goto(site + "cases/?kommune=horsens")
    card = page.locator('[data-case="horsens-alliancen"]')
    expect(card.locator(".case-card__number")).to_have_text("Case 21")
    expect(card.locator(".case-card__place")).to_have_text("Horsens")
    expect(card.locator(".case-card__figure strong")).to_be_visible()
    card.locator("a").click()
    expect(page).to_have_url(re.compile("/cases/horsens-alliancen/$"))


# In the header


def test_the_header_finds_every_kind_of_page_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + "om/")
    components_ready(page)
    page.keyboard.press("/")
    field = page.locator("#site-search-q")
    expect(field).to_be_focused()
    page.keyboard.type("opsigelse")
    options = page.locator("#site-search-results [data-url]")
    expect(options.filter(has_text="Klausul").first).to_be_visible()
    expect(options.first.locator("mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "site-search-0")
    page.keyboard.press("Escape")
    expect(page.locator("#site-search-results")).to_be_hidden()
    page.keyboard.type(" ")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/aftaler/|/laering/"))


def test_the_header_finds_a_page_that_is_written_by_hand(page: Page, site: str) -> None:
    page.goto(site)
    components_ready(page)
    page.keyboard.press("s")
    page.keyboard.type("tilgængelighed")
    option = page.locator('#site-search-results [data-url$="/tilgaengelighed/"]')
    expect(option).to_contain_text("Side")
    option.click()
    page.wait_for_url(re.compile("/tilgaengelighed/$"))


def test_the_header_offers_a_spelling_and_survives_a_missing_index(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("data/soeg|Failed to load resource")
    page.goto(site + "om/")
    components_ready(page)
    page.locator("#site-search-q").fill("opsigelze")
    expect(page.locator("#site-search-results")).to_contain_text("Vi kender ikke »opsigelze«")
    page.route("**/data/soeg/**", lambda route: route.abort())
    page.reload()
    components_ready(page)
    page.locator("#site-search-q").fill("smede")
    expect(page.locator("#site-search-results")).to_contain_text("kunne ikke hentes")
