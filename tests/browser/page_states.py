"""How a page reaches the states that axe looks at: menus open, filters set, faults shown, steps of the builder."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser import builder_page as builder
from tests.browser import list_steps as lists
from tests.browser.next_drafts import SCHOOL_AND_MUNICIPALITY, changed
from tests.browser.test_agreement_drafts import choose, open_versions

FULL_LIST = lists.a_list(
    lists.FIRST, lists.SECOND, lists.GENERAL, "findes-ikke", notes={lists.SECOND: "Ring"}, title="Til mødet"
)
TWO_GAPS = changed(organer=[*SCHOOL_AND_MUNICIPALITY["organer"], {"navn": "Rådet"}])


@dataclass(frozen=True)
class State:
    """How a state is reached: before the page opens, by the address, and once it stands."""

    reach: Callable[[Page], object]
    before: Callable[[Page], object] | None = None
    tail: str = ""
    width: int = 1280
    errors: list[str] = field(default_factory=list)


def open_menu(page: Page) -> None:
    """The phone's menu, with a section in it open."""
    page.get_by_role("button", name="Menu").click()
    page.locator(".md-sidebar--primary").get_by_role("button", name="Aftaler").click()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Aftaletjek")).to_be_visible()


def search(words: str, answer: str) -> Callable[[Page], None]:
    """The header's search, open with its answer."""

    def reach(page: Page) -> None:
        page.get_by_label("Søg på hele siden").fill(words)
        expect(page.locator(".site-search__results")).to_contain_text(re.compile(answer))

    return reach


def unfold(page: Page) -> None:
    """Everything that is folded, shown."""
    page.evaluate("document.querySelectorAll('.md-content details').forEach((fold) => { fold.open = true; })")


def found(page: Page) -> None:
    """The finder when it has answered its address."""
    expect(page.locator(".finder__chips button, .finder__notice:visible").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def view(page: Page) -> None:
    """Another view than the list, drawn."""
    expect(page.locator(".finder__view [data-case]").first).to_be_visible()


def choosing(page: Page) -> None:
    """The finder's table with cases ticked to be compared, as many as there is room for."""
    view(page)
    page.get_by_role("button", name="Vælg og sammenlign").click()
    for number in range(5):
        page.locator(".finder-table .finder__tick input").nth(number).check()
    expect(page.locator(".finder__tick input:not(:checked)").first).to_be_disabled()


def list_it(page: Page) -> None:
    """A case put on one's list."""
    page.locator("list-button button").first.click()
    expect(page.locator('.list-button__button[aria-pressed="true"]').first).to_be_visible()


def compared(page: Page) -> None:
    """The comparison's table."""
    expect(page.locator(".comparison-table")).to_be_visible()


def drawn(page: Page) -> None:
    """The builder, ready."""
    expect(page.locator(".builder__app")).to_be_visible()


def faulty_fields(page: Page) -> None:
    """A wrong number, the same party twice and a wrong date."""
    builder.fill_parties(page, (*builder.PARTIES, builder.PARTIES[0]))
    builder.field(page, "CVR-nummer (valgfrit) (part 1)").fill("12345678")
    builder.field(page, "Startdato").fill("snart")
    builder.field(page, "Startdato").blur()
    unfold(page)
    page.evaluate("scrollTo(0, 0)")


def builder_step(name: str) -> Callable[[Page], None]:
    """A step of the builder with everything in it unfolded."""

    def reach(page: Page) -> None:
        builder.step(page, name)
        unfold(page)

    return reach


def asked(page: Page) -> None:
    """The last step with saved drafts and a question open."""
    builder.step(page, "Hent og gem")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.get_by_role("button", name="Nej, behold det")).to_be_visible()


def without_data(page: Page) -> None:
    """The builder's data is missing."""
    page.route("**/data/byg.json", lambda route: route.abort())


def alert(page: Page) -> None:
    """The fault is told."""
    expect(page.get_by_role("alert")).to_be_visible()


def draft_chosen(page: Page) -> None:
    """The agreements with one's own draft beside them."""
    page.locator('[data-tool="draft"] input').first.check()


def task(name: str) -> Callable[[Page], None]:
    """Drafts on the desk, one of them unreadable, with a task begun."""

    def reach(page: Page) -> None:
        expect(page.locator(".drafts__app")).to_be_visible()
        open_versions(page)
        choose(page, tom_docx=b"")
        page.get_by_text("Kladder på denne enhed", exact=True).click()
        page.locator(f"[data-task={name}]").click()
        # The page's head lies over what is scrolled in under it.
        page.evaluate("scrollTo(0, 0)")

    return reach


def listed(page: Page) -> None:
    """The list drawn."""
    parts = (".reader-list__app:visible", ".reader-list__empty:visible", ".reader-list .notice:visible")
    expect(page.locator(", ".join(parts)).first).to_be_visible()


def refused_note(page: Page) -> None:
    """An entry taken off, and a note that is refused."""
    listed(page)
    page.locator(f'[data-ref="{lists.FIRST}"]').get_by_role("button", name="Fjern").click()
    expect(page.get_by_role("button", name="Fortryd")).to_be_focused()
    page.locator(f'[data-ref="{lists.SECOND}"]').get_by_label("Din note").fill("010190-1234")


def links_checked(page: Page) -> None:
    """One link that works and one that is lost."""
    page.locator("link-check textarea").fill("/cases/horsens-alliancen/\n/cases/horsens-alliance/")
    page.locator("link-check button").first.click()
    expect(page.locator("link-check li, link-check tr").first).to_be_visible()


def keep_list(page: Page) -> None:
    """A list lies on the device."""
    lists.keep(page, FULL_LIST)


def keep_draft(page: Page) -> None:
    """A draft lies on the device."""
    builder.save_beforehand(page, builder.saved_entry("Egeby 2027"))


DRAFT = builder.pack(TWO_GAPS, "kladde=2.")
STATES = {
    "forside-menu-aaben": State(open_menu, width=768),
    "forside-soegning-aaben": State(search("lærling", "Case")),
    "forside-soegning-uden-svar": State(search("kvantefysik", "Intet fundet")),
    "casesoegning-filtre-sat": State(found),
    "casesoegning-alle-filtre-foldet-ud": State(unfold),
    "casesoegning-intet-fundet": State(found),
    "casesoegning-ukendt-filter": State(found),
    "casesoegning-tabel": State(view),
    "casesoegning-vaelg-og-sammenlign": State(choosing),
    "casesoegning-kort": State(view),
    "casesoegning-efter-tema": State(view),
    "case-paa-listen": State(list_it),
    "sammenlign-to": State(compared),
    "sammenlign-fem": State(compared),
    "aftaler-sammenlign-med-kladde": State(draft_chosen, keep_draft),
    "bygger-begynd": State(drawn),
    "bygger-fejl-i-felter": State(faulty_fields),
    "bygger-klausuler": State(builder_step("Klausuler")),
    "bygger-tjek": State(builder_step("Tjek aftalen"), tail=DRAFT),
    "bygger-hent-og-gem": State(asked, keep_draft, tail=DRAFT),
    "bygger-videre": State(builder_step("Det videre arbejde"), tail=DRAFT),
    "bygger-uden-data": State(alert, without_data, errors=["byg.json|Failed to load"]),
    "kladder-sammenlign": State(task("sammenlign"), keep_draft),
    "kladder-saml": State(task("saml")),
    "kladder-forny": State(task("forny")),
    "min-liste-tom": State(listed),
    "min-liste": State(listed, keep_list, errors=["findes-ikke"]),
    "min-liste-fejl": State(refused_note, keep_list, errors=["findes-ikke"]),
    "en-andens-liste": State(listed, keep_list, tail=lists.fragment(FULL_LIST), errors=["findes-ikke"]),
    "links-tjekket": State(links_checked, errors=["horsens-alliance/"]),
    "findes-ikke": State(lambda _: None, errors=["404"]),
}
