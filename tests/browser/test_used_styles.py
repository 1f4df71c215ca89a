"""No rule that was left out of the theme's sheet could have matched anything on any kind of page or in the menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import material
import pytest
import tinycss2
from playwright.sync_api import Page, expect
from tinycss2.ast import AtRule, QualifiedRule

from macros.html.theme_styles import words

PAGES = ("", "cases/", "cases/byg-til-vaekst-fyn/", "cases/sammenlign/", "temaer/skole-og-virksomhed/", "laering/",
         "resultater/", "samarbejde/", "kort/", "aftaler/byg/", "aftaler/sammenlign/", "om/design/", "om/haefte/",
         "data/", "bidrag/felter/", "bidrag/ny-case/", "liste/", "404.html")  # fmt: skip
# States and what is drawn beside an element are taken away: the element itself must not be there.
STATES = (
    "before|after|placeholder|marker|backdrop|selection|-[a-z-]+|hover|focus(-visible|-within)?|active|checked|target"
    "|indeterminate|open"
)
MATCHING = f"""(selectors) => selectors.filter((selector) => {{
  const bare = selector.replace(/::?({STATES})(?![\\w-])/g, "");
  try {{ return bare.trim() && document.querySelector(bare); }} catch {{ return false; }}
}})"""


def selectors(text: str) -> set[str]:
    """Every selector of a sheet, also those in groups."""

    def found(rules: list[object]) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, QualifiedRule):
                yield from tinycss2.serialize(rule.prelude).split(",")
            elif isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports") and rule.content:
                yield from found(tinycss2.parse_rule_list(rule.content, skip_whitespace=True))

    return {part.strip() for part in found(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))}


@pytest.fixture(scope="module")
def left_out(built_site: Path) -> list[str]:
    """The selectors of the theme that the built sheet lacks."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    theme = selectors(next(folder.glob("main.*.min.css")).read_text(encoding="utf-8"))
    built = next((built_site / "assets" / "stylesheets").glob("main.*.css")).read_text(encoding="utf-8")
    # A minifier writes some selectors otherwise: those are surely left out that name what stands nowhere.
    known = words([built])
    return sorted(part for part in theme if not words([part]) <= known)


def test_nothing_was_left_out_that_a_page_has(page: Page, site: str, left_out: list[str]) -> None:
    assert len(left_out) > 300
    for address in PAGES:
        page.goto(site + address)
        assert page.evaluate(MATCHING, left_out) == [], address
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Menu").click()
    page.locator(".md-sidebar--primary").get_by_role("button", name="Aftaler").click()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Aftaletjek")).to_be_visible()
    assert page.evaluate(MATCHING, left_out) == []


def test_a_rule_that_is_missed_is_found(page: Page, site: str) -> None:
    page.goto(site)
    assert page.evaluate(MATCHING, [".md-typeset h1:hover::before", ".other"]) == [".md-typeset h1:hover::before"]
