"""Two to five cases side by side: what is shared and what differs, at an address that can be sent, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from macros.html.prose import plain
from macros.library.content import Content
from macros.pages.pages import Pages
from tests.browser.conftest import Guard
from tests.test_pages_finding import TODAY, many

HORSENS, KALUNDBORG, ODENSE = "horsens-alliancen", "trepartsaftale-kalundborg", "igu-forloeb-odense"
FIVE = (HORSENS, KALUNDBORG, ODENSE, "kube-ringkoebing-skjern", "byg-til-vaekst-fyn")
MODULES = "assets/javascripts/"


@pytest.fixture
def compare(page: Page, site: str) -> Callable[..., Page]:
    """Opens a comparison and waits until its table stands."""

    def opened(*ids: str, more: str = "") -> Page:
        page.goto(f"{site}cases/sammenlign/?c={','.join(ids)}{more}")
        expect(page.locator(".comparison-table")).to_be_visible()
        return page

    return opened


def columns(page: Page) -> list[str]:
    """The ids of the cases that stand beside each other."""
    found: list[str] = page.locator("thead th[data-case]").evaluate_all("heads => heads.map((it) => it.dataset.case)")
    return found


def cells(page: Page, field: str) -> Locator:
    """What the cases say in one field."""
    return page.locator(f'tr[data-field="{field}"] td')


def notices(page: Page) -> str:
    """What the reader is told of the address."""
    return page.locator(".comparison__notices").inner_text()


# Side by side


def test_cases_stand_beside_each_other_field_by_field(compare: Callable[..., Page], content: Content) -> None:
    page = compare(HORSENS, KALUNDBORG, ODENSE)
    assert columns(page) == [HORSENS, KALUNDBORG, ODENSE]
    for place, identifier in enumerate((HORSENS, KALUNDBORG, ODENSE)):
        case = content.case_by_id[identifier]
        expect(page.locator("thead th").nth(place + 1)).to_contain_text(case.titel)
        expect(cells(page, "kort").nth(place)).to_have_text(case.kort)
        expect(cells(page, "aktoerer").nth(place)).to_contain_text(case.aktoerer[0].navn)
        expect(cells(page, "kilde").nth(place)).to_contain_text(f"side {case.kilde.side}")
        assert cells(page, "laering").nth(place).locator("li").count() == len(case.laering)
        assert cells(page, "noegletal").nth(place).locator("li").count() == len(case.noegletal)
        for figure in case.noegletal:
            expect(cells(page, "noegletal").nth(place)).to_contain_text(f"{figure.display_number} {figure.enhed}")


def test_every_field_of_a_case_is_shown(compare: Callable[..., Page], content: Content) -> None:
    page = compare("robotakademiet-odense", "faelles-fynsk-rekrutteringsservice")
    shown = " ".join(page.locator(".comparison-table").inner_text().split())
    for case in (content.case_by_id[identifier] for identifier in columns(page)):
        for text in (case.formaal, case.organisering, case.resultater, case.kilde.note):
            assert " ".join(plain(text or "").split()[:8]) in shown
        for vocabulary, ids in (
            ("brancher", case.brancher), ("maalgrupper", case.maalgrupper), ("virkemidler", case.virkemidler),
            ("organiseringsformer", case.organiseringsform), ("finansieringsformer", case.finansieringsform),
            ("resultattyper", case.resultattyper), ("kommuner", case.kommuner), ("temaer", (case.tema,)),
        ):  # fmt: skip
            for identifier in ids:
                assert content.term(vocabulary, identifier).navn in shown
        for actor in case.aktoerer:
            assert actor.navn in shown and (actor.rolle or "") in shown


def test_what_the_source_does_not_say_is_said(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    expect(cells(page, "periode").nth(0)).to_have_text("2014–2017")
    expect(cells(page, "periode").nth(1)).to_have_text("Ikke oplyst i kilden")


def test_lessons_and_clauses_are_links(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, ODENSE)
    link = cells(page, "laering").nth(0).get_by_role("link").first
    assert str(link.get_attribute("href")).endswith("cases/horsens-alliancen/#laering-kommunen-faciliterer")
    cells(page, "klausuler").nth(0).get_by_role("link", name="Sekretariat").click()
    page.wait_for_url(re.compile("/aftaler/klausuler/sekretariat/$"))


def test_a_table_is_read_as_a_table(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    table = page.get_by_role("table", name=re.compile("Sammenligning af Horsens Alliancen"))
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader", name="Målgruppe")).to_have_count(1)
    assert page.locator("tbody th:not([scope]), thead th:not([scope])").count() == 0


# Equal and different


def test_what_is_equal_is_marked_and_what_differs_stands_out(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    expect(page.locator('tr[data-field="tema"] th')).to_have_text("Temaens")
    expect(page.locator('tr[data-field="sted"] th')).to_have_text("Sted")
    target = cells(page, "maalgrupper").nth(0)
    expect(target.locator(".comparison__shared")).to_have_text(["Virksomheder (har alle)"])
    expect(target.locator(".comparison__only")).to_contain_text(["Ledige", "Unge", "Udsatte ledige"])


def test_among_three_a_value_that_two_have_is_neither(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG, ODENSE)
    value = cells(page, "maalgrupper").nth(1).locator("li", has_text="Flygtninge")
    assert value.get_attribute("class") == ""


def test_only_the_differences_can_be_shown(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    page.get_by_label("Vis kun forskelle").check()
    expect(page).to_have_url(re.compile("&kun=forskelle$"))
    expect(page.locator('tr[data-field="tema"]')).to_be_hidden()
    expect(page.locator('tr[data-field="sted"]')).to_be_visible()
    expect(cells(page, "maalgrupper").nth(0).get_by_text("Virksomheder")).to_be_hidden()
    expect(page.locator(".comparison__left-out")).to_contain_text("Tema")
    page.reload()
    expect(page.get_by_label("Vis kun forskelle")).to_be_checked()
    page.get_by_label("Vis kun forskelle").uncheck()
    expect(page.locator('tr[data-field="tema"]')).to_be_visible()
    expect(page.locator(".comparison__left-out")).to_be_hidden()


def test_a_case_with_nothing_of_its_own_says_so(compare: Callable[..., Page]) -> None:
    page = compare(KALUNDBORG, ODENSE, more="&kun=forskelle")
    expect(cells(page, "maalgrupper").nth(1).get_by_text("Kun det, alle har")).to_be_visible()
    page.get_by_label("Vis kun forskelle").uncheck()
    expect(cells(page, "maalgrupper").nth(1).get_by_text("Kun det, alle har")).to_be_hidden()


# Change what is compared


def test_cases_are_added_moved_and_removed_by_keyboard(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    page.get_by_label("Tilføj en case").select_option(ODENSE)
    page.get_by_role("button", name="Tilføj", exact=True).press("Enter")
    expect(page).to_have_url(re.compile(rf"\?c={HORSENS},{KALUNDBORG},{ODENSE}$"))
    expect(page.locator("thead th[data-case]")).to_have_count(3)
    page.get_by_role("button", name=re.compile("^Flyt Odense.*frem$")).press("Enter")
    moved = page.get_by_role("button", name=re.compile("^Flyt Odense.*frem$"))
    expect(moved).to_be_focused()
    assert columns(page) == [HORSENS, ODENSE, KALUNDBORG]
    moved.press("Enter")
    expect(page).to_have_url(re.compile(rf"\?c={ODENSE},{HORSENS},{KALUNDBORG}$"))
    expect(page.get_by_role("button", name=re.compile("^Flyt Odense.*tilbage$"))).to_be_focused()
    page.get_by_role("button", name="Fjern Horsens Alliancen").press("Enter")
    expect(page.get_by_role("button", name="Fjern Trepartsaftale i Kalundborg")).to_be_focused()
    assert columns(page) == [ODENSE, KALUNDBORG]


def test_back_and_forward_walk_through_the_comparisons(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, KALUNDBORG)
    page.get_by_role("button", name="Fjern Horsens Alliancen").click()
    expect(page.locator("thead th[data-case]")).to_have_count(1)
    page.go_back()
    expect(page.locator("thead th[data-case]")).to_have_count(2)
    page.go_forward()
    expect(page.locator("thead th[data-case]")).to_have_count(1)


def test_when_the_last_is_gone_one_can_begin_again(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS)
    page.get_by_role("button", name="Fjern Horsens Alliancen").click()
    expect(page.locator(".comparison__start")).to_be_visible()
    expect(page.get_by_label("Tilføj en case")).to_be_focused()
    expect(page).to_have_url(re.compile("/cases/sammenlign/$"))


def test_five_is_the_most(compare: Callable[..., Page]) -> None:
    page = compare(*FIVE)
    expect(page.get_by_label("Tilføj en case")).to_be_disabled()
    expect(page.locator(".comparison__add .comparison__help")).to_contain_text("Du har 5 cases side om side")


def test_a_case_that_is_there_cannot_be_chosen_again(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS)
    assert page.locator(f'option[value="{HORSENS}"]').is_disabled()
    page.get_by_role("button", name="Tilføj", exact=True).click()
    expect(page.locator(".comparison__add .comparison__help")).to_have_text("Vælg en case på listen først.")


def test_a_comparison_leads_on_to_an_agreement(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, ODENSE)
    href = page.get_by_role("link", name="Byg en aftale ud fra disse").get_attribute("href")
    assert str(href).endswith(f"aftaler/byg/?case={HORSENS}&case={ODENSE}")


def test_all_can_be_put_on_the_readers_list(compare: Callable[..., Page]) -> None:
    page = compare(HORSENS, ODENSE)
    page.get_by_role("button", name="Læg alle på min liste").click()
    expect(page.locator(".comparison__listed")).to_contain_text("2 cases ligger på din liste")
    page.locator(".comparison__listed").get_by_role("link", name="Se min liste").click()
    expect(page.locator(".reader-list__entry")).to_have_count(2)


def test_a_list_that_cannot_be_kept_is_said(compare: Callable[..., Page], page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('fuld'); }")
    compare(HORSENS, ODENSE)
    page.get_by_role("button", name="Læg alle på min liste").click()
    expect(page.locator(".comparison__listed")).to_contain_text("Der er ikke plads til mere")


# Where one begins


def test_the_empty_page_proposes_three_comparisons(page: Page, site: str) -> None:
    page.goto(site + "cases/sammenlign/")
    proposals = page.locator(".comparison__ready a")
    expect(proposals).to_have_count(3)
    proposals.first.click()
    expect(page.locator("thead th[data-case]")).to_have_count(4)
    expect(page.locator(".comparison__start")).to_be_hidden()


def test_cases_can_be_ticked_in_the_table_of_all(page: Page, site: str) -> None:
    page.goto(site + "cases/sammenlign/")
    for name in ("Vælg Horsens Alliancen", "Vælg Byg til Vækst på Fyn"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Sammenlign de valgte").click()
    expect(page.locator("thead th[data-case]")).to_have_count(2)


def test_without_a_script_all_cases_stand_in_one_table(
    new_context: Callable[..., BrowserContext], site: str, content: Content
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}cases/sammenlign/?c={HORSENS},{ODENSE}")
    expect(page.locator('.comparison-all th[scope="row"]')).to_have_count(len(content.cases))
    expect(page.locator(".comparison noscript .notice")).to_contain_text("med JavaScript")
    expect(page.locator(".comparison__add")).to_be_hidden()
    expect(page.locator(".comparison__tick").first).to_be_hidden()


def test_where_cases_are_many_one_types_to_add_one(page: Page, site: str, content: Content) -> None:
    made = Pages(many(content), TODAY).case_comparison()

    def larger(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=re.sub(r'(?s)<div class="comparison">.*</case-comparison>\s*</div>', made, body))

    page.route(re.compile(r"/cases/sammenlign/(\?|$)"), larger)
    page.goto(f"{site}cases/sammenlign/?c={ODENSE}")
    expect(page.locator("thead th[data-case]")).to_have_count(1)
    field = page.get_by_label("Tilføj en case")
    field.fill("alliancen hors")
    expect(page.locator("datalist option")).to_have_count(1)
    field.press("Enter")
    expect(page.locator("thead th[data-case]")).to_have_count(2)
    field.fill("findes ikke")
    field.press("Enter")
    expect(page.locator(".comparison__add .comparison__help")).to_contain_text("Ingen case hedder det")


# Whatever the address says


@pytest.mark.parametrize(
    ("address", "shown", "said"),
    [
        (HORSENS, 1, "Her er kun én case."),
        (",".join((*FIVE, "energiteam-esbjerg")), 5, "Energiteam på Esbjerg Jobcenter er ikke med"),
        (f"{HORSENS},{ODENSE},{HORSENS}", 2, "Horsens Alliancen står flere gange"),
        (f"{HORSENS},{ODENSE},findes-ikke", 2, "Vi kender ingen case med adressen »findes-ikke«"),
        (f"{HORSENS},{ODENSE},<img src=x onerror=alert(1)>", 2, "»<img src=x onerror=alert(1)>«"),
        (f"{HORSENS},{ODENSE},../../data/cases", 2, "»../../data/cases«"),
        (f"{HORSENS},{ODENSE},{'x' * 10_000}", 2, "»" + "x" * 40 + " …«"),
        (f"{HORSENS},{ODENSE},__proto__,constructor,%00,ÆØÅ", 2, "og 1 andre"),
        (f" {HORSENS} , ,{ODENSE},,", 2, ""),
        (f"{HORSENS}&c={ODENSE}", 2, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_rest_shown(
    address: str, shown: int, said: str, page: Page, site: str, guard: Guard
) -> None:
    guard.expected.append("404")
    page.goto(f"{site}cases/sammenlign/?c={address}")
    expect(page.locator("thead th[data-case]")).to_have_count(shown)
    if said:
        assert said in notices(page)
        assert page.locator(".comparison__notices img").count() == 0
    else:
        expect(page.locator(".comparison__notices")).to_be_hidden()


def test_of_thousands_of_cases_only_some_are_asked_for(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("404")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "index.json" in request.url else None)
    page.goto(f"{site}cases/sammenlign/?c={','.join(f'case-{number}' for number in range(900))}")
    expect(page.locator(".comparison__notices")).to_contain_text("Vi kender ingen case")
    assert len(asked) == 10


def test_only_unknown_cases_leave_the_way_to_begin(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("404")
    page.goto(site + "cases/sammenlign/?c=findes-ikke")
    expect(page.locator(".comparison__start")).to_be_visible()
    expect(page.locator(".comparison__notices")).to_contain_text("»findes-ikke«")


def test_a_case_that_cannot_be_fetched_is_said(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("Failed to load resource")
    page.route(f"**/cases/{ODENSE}/index.json", lambda route: route.abort())
    page.goto(f"{site}cases/sammenlign/?c={HORSENS},{KALUNDBORG},{ODENSE}")
    expect(page.locator(".comparison__notices")).to_contain_text(f"»{ODENSE}« kunne ikke hentes")
    assert columns(page) == [HORSENS, KALUNDBORG]


# The pure parts


def run(page: Page, site: str, module: str, expression: str, *given: Any) -> Any:
    """What an expression over a module's functions gives."""
    page.goto(site + "was/")
    script = f"async (given) => {{ const it = await import('{site}{MODULES}{module}'); return {expression}; }}"
    return page.evaluate(script, list(given))


def test_prose_reads_as_the_server_writes_it(page: Page, site: str, content: Content) -> None:
    texts = [
        text
        for case in content.cases
        for text in (case.formaal, case.organisering, case.resultater, case.finansiering, case.kilde.note)
        if text
    ]
    texts += [lesson.tekst for case in content.cases for lesson in case.laering]
    expression = "given[0].map((text) => it.proseNodes(text).flatMap((node) => node.children.length && node.tagName !== 'P' ? [...node.children] : [node]).map((node) => node.textContent).join(' '))"  # noqa: E501
    assert run(page, site, "cases/prose.mjs", expression, texts) == [plain(text) for text in texts]


def test_prose_knows_marks_and_nothing_else(page: Page, site: str) -> None:
    expression = "it.proseNodes(given[0]).map((node) => node.outerHTML)"
    text = "En **fed** og *skrå*\nlinje <b>x</b>.\n\n1. et\n2. to\n   mere\n\n[a](https://a.dk) [b](javascript:x)"
    assert run(page, site, "cases/prose.mjs", expression, text) == [
        "<p>En <strong>fed</strong> og <em>skrå</em> linje &lt;b&gt;x&lt;/b&gt;.</p>",
        "<ol><li>et</li><li>to mere</li></ol>",
        '<p><a href="https://a.dk">a</a> [b](javascript:x)</p>',
    ]


def test_numbers_and_days_are_danish(page: Page, site: str) -> None:
    expression = "[it.danishNumber('9000'), it.danishNumber('1234567.5'), it.danishNumber('42'), it.danishDay('2026-11-02'), it.danishList(['a', 'b', 'c']), it.danishCount(1, 'case', 'cases')]"  # noqa: E501
    expected = ["9.000", "1.234.567,5", "42", "2. november 2026", "a, b og c", "1 case"]
    assert run(page, site, "cases/danish.mjs", expression) == expected


# For all, everywhere


@pytest.mark.parametrize(("width", "stacked"), [(360, True), (768, False), (1280, False)])
def test_it_fits_the_screen(width: int, stacked: bool, compare: Callable[..., Page], page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    compare(HORSENS, KALUNDBORG, ODENSE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (page.locator(".comparison__place").get_attribute("data-stacked") is not None) == stacked
    if stacked:
        before = cells(page, "formaal").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
        assert before == '"Trepartsaftale i Kalundborg"'
        expect(cells(page, "laering").nth(0)).to_be_visible()


def test_the_head_stays_in_view_on_a_wide_screen(compare: Callable[..., Page], page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    compare(HORSENS, KALUNDBORG)
    page.locator('tr[data-field="laering"]').scroll_into_view_if_needed()
    expect(page.locator("thead th[data-case]").first).to_be_in_viewport(ratio=1)


def test_it_prints_on_its_side_with_the_head_on_every_page(compare: Callable[..., Page], page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    compare(HORSENS, KALUNDBORG)
    page.emulate_media(media="print")
    assert (
        page.locator(".comparison-table thead").evaluate("it => getComputedStyle(it).display") == "table-header-group"
    )
    assert page.locator(".comparison-table").evaluate("it => getComputedStyle(it).display") == "table"
    expect(page.locator(".comparison__address")).to_contain_text(f"?c={HORSENS},{KALUNDBORG}")
    expect(page.locator(".comparison__add")).to_be_hidden()
    expect(page.locator(".comparison__source:visible")).to_have_count(1)
    above = page.locator(".comparison__address, .comparison__source:visible, .comparison-table")
    order = above.evaluate_all("all => all.map(one => one.className)")
    assert order == ["comparison__source", "comparison__address", "comparison-table"], "intet står alene på sidste ark"
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", pdf)
    assert set(boxes) == {(b"841", b"594")}
