"""Four plain answers rank the cases; each says why it fits and why not, and every way leads on."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.finding.situations import situation_data
from macros.library.content import Content
from tests.browser.conftest import Guard

ANSWERS = "?problem=ledige-mangler-noget&med=fagforeninger&med=uddannelser&omraade=flere-kommuner&for=ledige"


@pytest.fixture
def situation(page: Page, site: str) -> Callable[[str], Page]:
    """Opens the page with some answers, ready to be used."""

    def opened(answers: str = "") -> Page:
        page.goto(f"{site}hvad-ligner-jer/{answers}")
        expect(page.locator(".situation__case")).to_have_count(5)
        return page

    return opened


def shown(page: Page) -> list[str]:
    """The ids of the cases in the list, best first."""
    found: list[str] = page.locator(".situation__case").evaluate_all("items => items.map((it) => it.dataset.case)")
    return found


def answer(page: Page, name: str) -> Locator:
    """The box or button of an answer."""
    return page.get_by_label(name, exact=True)


def query(link: Locator) -> dict[str, list[str]]:
    """What a link asks for."""
    return parse_qs(urlsplit(str(link.get_attribute("href"))).query)


# From answers to cases


def test_at_first_nothing_is_answered_and_nothing_is_said_to_fit(situation: Callable[..., Page]) -> None:
    page = situation()
    expect(page.get_by_label("Ved ikke", exact=True)).to_have_count(2)
    expect(page.locator(".situation__question input:checked")).to_have_count(4)
    expect(page.locator(".situation__count")).to_contain_text("Svar på mindst ét spørgsmål")
    expect(page.locator(".situation__for")).to_have_count(0)
    expect(page.locator(".situation__next")).to_be_hidden()


def test_answers_bring_the_cases_that_fit_to_the_top(situation: Callable[..., Page]) -> None:
    page = situation()
    answer(page, "Flygtninge").check()
    expect(page).to_have_url(re.compile(r"\?for=flygtninge$"))
    expect(page.locator(".situation__count")).to_have_text("3 cases af 22 passer på noget af det.")
    assert shown(page)[:3] == ["faelles-fynsk-rekrutteringsservice", "igu-forloeb-odense", "trepartsaftale-kalundborg"]
    answer(page, "Én kommune").check()
    expect(page.locator(".situation__case").first).to_have_attribute("data-case", "igu-forloeb-odense")


def test_each_case_says_why_it_fits_and_why_not(situation: Callable[..., Page]) -> None:
    page = situation(ANSWERS)
    robots = page.locator('[data-case="robotakademiet-odense"]')
    expect(robots.locator(".situation__points")).to_have_text("3 af 4 point")
    expect(robots.locator(".situation__for")).to_contain_text("Passer, fordi")
    expect(robots.locator(".situation__for")).to_contain_text(
        "fagforening eller a-kasse er med: Dansk Metal, Teknisk Landsforbund, A-kasser"
    )
    expect(robots.locator(".situation__for")).to_contain_text("opkvalificering, praktik og løntilskud")
    expect(robots.locator(".situation__against")).to_contain_text("Passer ikke, fordi")
    expect(robots.locator(".situation__against li")).to_have_text(
        ["kilden beskriver ikke flere kommuner, der arbejder sammen."]
    )


def test_several_answers_to_a_question_share_its_point(situation: Callable[..., Page]) -> None:
    page = situation("?med=fagforeninger&med=grundskoler")
    expect(page.locator(".situation__points").first).to_have_text("0,5 af 1 point")
    expect(page.locator(".situation__count")).to_contain_text("Ingen passer på det hele.")
    expect(page.locator(".situation__case").first.locator(".situation__against li")).to_have_count(1)


def test_the_way_points_are_given_is_told(situation: Callable[..., Page]) -> None:
    page = situation(ANSWERS)
    page.get_by_text("Sådan regner vi").click()
    expect(page.get_by_text("giver højst ét point")).to_be_visible()


@pytest.mark.parametrize("question", ["problem", "med", "omraade", "for"])
def test_every_answer_by_itself_leads_to_a_case_that_fits(
    question: str, situation: Callable[..., Page], content: Content
) -> None:
    page = situation()
    term = content.term("spoergsmaal", question)
    for row in term.svar:
        answer(page, row.navn).check()
        best = page.locator(".situation__case").first.locator(".situation__for")
        expect(best).to_contain_text(row.passer)
        if term.flere:
            answer(page, row.navn).uncheck()
    expect(page.locator(".situation__next")).to_be_visible(visible=not term.flere)


def test_more_cases_come_when_one_asks(situation: Callable[..., Page]) -> None:
    page = situation(ANSWERS)
    page.get_by_role("button", name="Vis flere").press("Enter")
    expect(page.locator(".situation__case")).to_have_count(10)
    expect(page.locator(".situation__case").nth(5).get_by_role("link")).to_be_focused()


# Not to know


def test_not_to_know_takes_the_answers_away_and_they_take_it_away(situation: Callable[..., Page]) -> None:
    page = situation("?for=ledige&for=flygtninge")
    question = page.locator('[data-question="for"]')
    unknown = question.get_by_label("Ved ikke, eller alle")
    expect(unknown).not_to_be_checked()
    unknown.check()
    expect(question.locator("input:checked")).to_have_count(1)
    expect(page).to_have_url(re.compile("/hvad-ligner-jer/$"))
    question.get_by_label("Flygtninge").check()
    expect(unknown).not_to_be_checked()
    question.get_by_label("Flygtninge").uncheck()
    expect(unknown).to_be_checked()


def test_the_whole_can_be_done_by_keyboard(situation: Callable[..., Page]) -> None:
    page = situation()
    answer(page, "Virksomhederne møder mange forskellige fra det offentlige").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("problem=bestemte-evner$"))
    page.keyboard.press("Tab")
    expect(answer(page, "Kommunen selv")).to_be_focused()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("problem=bestemte-evner&med=kommunen$"))
    expect(page.locator("[data-announce]")).to_contain_text("passer på")


# The address


def test_an_address_brings_back_the_answers_and_the_order(situation: Callable[..., Page]) -> None:
    page = situation(ANSWERS)
    expect(answer(page, "Ledige og ufaglærte")).to_be_checked()
    first = shown(page)
    page.reload()
    expect(page.locator(".situation__case")).to_have_count(5)
    assert shown(page) == first


def test_back_and_forward_walk_through_the_answers(situation: Callable[..., Page]) -> None:
    page = situation()
    answer(page, "Flygtninge").check()
    expect(page.locator(".situation__count")).to_contain_text("3 cases")
    answer(page, "Én kommune").check()
    expect(page).to_have_url(re.compile("omraade=en-kommune"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?for=flygtninge$"))
    expect(answer(page, "Én kommune")).not_to_be_checked()
    page.go_back()
    expect(answer(page, "Flygtninge")).not_to_be_checked()
    expect(page.locator(".situation__count")).to_contain_text("Svar på mindst ét")


@pytest.mark.parametrize("value", ["findes-ikke", "<b>x</b>", "__proto__", "constructor", "æøå" * 3000])
def test_an_unknown_answer_in_the_address_is_told(value: str, situation: Callable[..., Page]) -> None:
    page = situation(f"?for=flygtninge&problem={value}")
    expect(page.locator(".situation__notice")).to_contain_text(f"»{value[:40]}« under »Hvilket problem har I?«")
    expect(answer(page, "Flygtninge")).to_be_checked()


def test_of_two_answers_where_one_is_meant_the_first_counts(situation: Callable[..., Page]) -> None:
    page = situation("?omraade=flere-kommuner&omraade=en-kommune")
    expect(page.locator('[data-question="omraade"] input:checked')).to_have_count(1)
    expect(answer(page, "Én kommune")).to_be_checked()


def test_missing_data_are_told(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("Failed to load resource")
    page.route("**/data/spoergsmaal.json", lambda route: route.abort())
    page.goto(site + "hvad-ligner-jer/" + ANSWERS)
    expect(page.locator(".situation__notice")).to_contain_text("Casene kunne ikke hentes")


def test_a_case_that_cannot_be_fetched_still_leads_to_its_page(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("Failed to load resource")
    page.route("**/igu-forloeb-odense/index.json", lambda route: route.abort())
    page.goto(site + "hvad-ligner-jer/?for=flygtninge&omraade=en-kommune")
    expect(page.locator(".situation__case").first).to_contain_text("kunne ikke hentes")
    expect(page.locator(".situation__case").first.get_by_role("link")).to_have_attribute(
        "href", re.compile("cases/igu-forloeb-odense/$")
    )


# Ways on


def test_the_result_leads_to_a_comparison_an_agreement_and_the_finder(situation: Callable[..., Page]) -> None:
    page = situation(ANSWERS)
    top = shown(page)[:3]
    assert query(page.get_by_role("link", name="Byg en aftale ud fra de tre øverste")) == {"case": top}
    wishes = query(page.get_by_role("link", name="Se dem i søgningen med de samme filtre"))
    assert wishes.keys() == {"virkemiddel", "aktoer", "maalgruppe"}
    assert wishes["maalgruppe"] == ["ledige", "ufaglaerte"]
    page.get_by_role("link", name="Sammenlign de tre øverste").click()
    expect(page.locator("thead th[data-case]")).to_have_count(3)
    assert page.url.endswith(f"?c={','.join(top)}")


def test_the_finder_shows_what_an_answer_promised(situation: Callable[..., Page]) -> None:
    page = situation("?for=flygtninge")
    page.get_by_role("link", name="Se dem i søgningen med de samme filtre").click()
    expect(page.locator("[data-count]")).to_have_text("3")


def test_a_case_can_be_put_on_the_readers_list(situation: Callable[..., Page]) -> None:
    page = situation("?for=flygtninge")
    button = page.locator(".situation__case").first.get_by_role("button", name=re.compile("Læg på min liste"))
    button.click()
    expect(page.locator(".situation__case").first.get_by_role("button")).to_have_attribute("aria-pressed", "true")


def test_an_area_alone_has_no_filter_to_lead_to(situation: Callable[..., Page]) -> None:
    page = situation("?omraade=hel-egn")
    expect(page.get_by_role("link", name="Sammenlign de tre øverste")).to_be_visible()
    expect(page.get_by_role("link", name="Se dem i søgningen")).to_be_hidden()


@pytest.mark.parametrize("place", ["", "cases/"])
def test_other_pages_lead_here(place: str, page: Page, site: str) -> None:
    page.goto(site + place)
    page.locator(".md-content").get_by_role("link", name=re.compile("vad (der )?ligner jer")).click()
    page.wait_for_url(re.compile("/hvad-ligner-jer/$"))


# Without a script


def test_without_a_script_each_answer_leads_to_its_cases(
    new_context: Callable[..., BrowserContext], site: str, content: Content
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + "hvad-ligner-jer/")
    expect(page.locator("situation-finder")).to_be_hidden()
    answers = sum(len(question.svar) for question in content.terms("spoergsmaal"))
    expect(page.locator(".situation__lists dt")).to_have_count(answers)
    row = page.locator(".situation__lists > div", has_text="Flygtninge").first
    row.get_by_role("link", name="Odense Kommunes IGU-forløb for flygtninge").click()
    page.wait_for_url(re.compile("/cases/igu-forloeb-odense/$"))


# The ranking by itself


def test_ranking_is_the_same_every_time_and_open(page: Page, site: str, content: Content) -> None:
    page.goto(site + "was/")
    script = f"""async ([data, chosen]) => {{
      const it = await import('{site}assets/javascripts/situation/ranking.mjs');
      return it.rankedCases(data, new Map(chosen)).map(({{id, points, hits}}) => [id, points, hits]);
    }}"""
    answers = {"traef": "0120", "liste": "x", "filter": "", "vaerdier": []}
    data = {
        "cases": ["a", "b", "c", "d"],
        "spoergsmaal": {
            "et": {"x": answers, "y": {**answers, "traef": "1111"}},
            "to": {"z": {**answers, "traef": "1001"}},
        },
    }
    rank = lambda *chosen: page.evaluate(script, [data, list(chosen)])  # noqa: E731
    assert rank() == [["a", 0, 0], ["b", 0, 0], ["c", 0, 0], ["d", 0, 0]]
    assert rank(["et", ["x"]]) == [["c", 1, 2], ["b", 1, 1], ["a", 0, 0], ["d", 0, 0]]
    assert rank(["et", ["x", "y"]]) == [["c", 1, 3], ["b", 1, 2], ["a", 0.5, 1], ["d", 0.5, 1]]
    assert rank(["et", ["x", "y"]], ["to", ["z"]])[0] == ["a", 1.5, 2]
    real = [situation_data(content), [["for", ["flygtninge"]]]]
    assert page.evaluate(script, real) == page.evaluate(script, real)


# For all, everywhere


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_it_fits_the_screen(width: int, situation: Callable[..., Page], page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    situation(ANSWERS)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    jump = page.get_by_role("link", name="Se 19 cases")
    if width < 900:
        expect(jump).to_be_in_viewport()
        jump.click()
        expect(page.locator("#resultat")).to_be_in_viewport()
        expect(page.locator(".situation__case")).to_have_count(5)
    else:
        expect(jump).to_be_hidden()
