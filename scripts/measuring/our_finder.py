"""Our search as a reader uses it: words typed into the finder, and the cases that it shows.

Only the page's public face is used (the field `q`, its name in the address, `data-case`), so any engine behind it
can be measured.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Search = Callable[[str], list[str]]

# The answer has come when the address has the words and nothing on the page has changed for a while.
QUIET = 90
SETTLED = """
([words, quiet]) => new Promise((resolve) => {
  let timer;
  const asked = () => new URL(location.href).searchParams.get("q") === words;
  const rest = () => { clearTimeout(timer); timer = setTimeout(() => (asked() ? done() : rest()), quiet); };
  const seen = new MutationObserver(rest);
  const done = () => { seen.disconnect(); resolve(); };
  seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  rest();
})
"""
IDS = "items => items.map((item) => item.dataset.case)"


def our_finder(page: Page, site: str) -> Search:
    """The search of the finder at `site`; each call types the words and returns the ids that are shown, in order."""
    page.goto(site + "cases/")
    page.locator("case-finder:defined").wait_for()
    field = page.locator("case-finder input[name=q]")

    def search(words: str) -> list[str]:
        field.fill(words)
        field.press("Enter")
        page.evaluate(SETTLED, [words, QUIET])
        return shown(page)

    return search


def shown(page: Page) -> list[str]:
    """The ids of all cases in the list, in order; asks for more for as long as there is more."""
    more = page.locator("case-finder").get_by_role("button", name="Vis flere").or_(
        page.locator("case-finder").get_by_role("button", name="flere")
    )  # fmt: skip
    while more.count() and more.first.is_visible():
        more.first.click()
    ids: list[str] = page.locator("[data-case]:visible").evaluate_all(IDS)
    return ids
