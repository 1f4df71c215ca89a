"""axe with all its rules: every kind of page and its states, in both colour schemes and three widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.pages.accessibility import accessibility_tests
from tests.browser.axe import Left, put_axe_in, run_axe, thin
from tests.browser.conftest import Guard, components_ready
from tests.browser.page_states import STATES

TESTED = accessibility_tests()
_TOO_WIDE = "Number(document.documentElement.scrollWidth > document.documentElement.clientWidth)"


def opened(page: Page, site: str, scene: str, guard: Guard) -> Page:
    """A page in its state, wide and light, with axe in it."""
    state = STATES.get(scene)
    page.set_viewport_size({"width": state.width if state else 1280, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    guard.expected += state.errors if state else []
    if state and state.before:
        state.before(page)
    page.goto(site + TESTED.scener[scene] + (state.tail if state else ""))
    components_ready(page)
    if state:
        state.reach(page)
    put_axe_in(page)
    return page


@pytest.mark.parametrize("scene", TESTED.scener)
def test_axe_finds_nothing(scene: str, page: Page, site: str, guard: Guard) -> None:
    """A whole page first; all other widths, colours and states of it with like parts cut to three of each."""
    opened(page, site, scene, guard)
    reviews = [(it.regel, it.sted) for it in TESTED.gennemgang if not it.scener or scene in it.scener]
    faults: list[str] = []
    unexplained: list[Left] = []
    for number, (width, scheme) in enumerate(TESTED.combinations(scene)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        if number == 1 or scene in TESTED.tilstande:
            thin(page)
        wrong, left = run_axe(page, list(TESTED.regler_fra), reviews, first=number == 0)
        faults += [f"{width} px, {scheme}: {text}" for text in wrong]
        faults += [f"{width} px: siden er for bred"] * page.evaluate(_TOO_WIDE)
        unexplained += [item for item in left if not item.explained]
    assert faults == []
    assert unexplained == [], "tilføj en forklaring i macros/pages/accessibility_tests.json"


def test_axe_sees_what_is_wrong(page: Page, site: str, guard: Guard) -> None:
    """A field without a name and a picture without a text are found on a page of ours."""
    opened(page, site, "temaer", guard)
    page.evaluate("""() => {
      const main = document.querySelector("main p").parentElement;
      main.append(document.createElement("input"), document.createElement("img"));
      main.lastChild.src = "../assets/favicon.svg";
    }""")
    wrong, _ = run_axe(page, list(TESTED.regler_fra), [], first=True)
    for rule in ("label", "image-alt"):
        assert any(rule in text for text in wrong), wrong


def test_the_matrix_is_as_large_as_the_page_says() -> None:
    assert TESTED.koersler >= 200
    assert set(STATES) <= set(TESTED.scener)
