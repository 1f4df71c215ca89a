"""How a test runs axe: put into a page once, every rule on, and told what is left for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All rules but those that are named; only what is wrong or left for review is put into words, which saves much time.
# css-orientation-lock reads the style sheets, the same in every run on a page, so only the first run has it.
# What waits to be laid out until a reader comes near is judged as it then looks.
_RUN = """async ([named, first]) => {
  for (const one of document.body.querySelectorAll("*"))
    if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible";
  const off = first ? named : [...named, "css-orientation-lock"];
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !off.includes(ruleId) }]));
  const told = ({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    ({ rule: id, place: target.flat().join(" "), html: html.slice(0, 200), why: failureSummary ?? "" }));
  const found = await axe.run(document, { rules, preload: first, resultTypes: ["violations", "incomplete"] });
  return { violations: found.violations.flatMap(told), incomplete: found.incomplete.flatMap(told) };
}"""
# Leaves three of each kind of part. A kind is an element with its class and state, below elements of just these kinds;
# what holds anything rarer stays. Rows, headings and what others point at are left as they are.
_THIN = """() => {
  const STATES = ["class", "role", "type", "hidden", "open", "disabled", "data-tema", "data-state", "aria-pressed",
    "aria-expanded", "aria-selected", "aria-current", "aria-invalid"];
  const WHOLE = "tr, svg, select, label, h1, h2, h3, h4, h5, h6, nav, main, header, footer";
  const pointers = [...document.querySelectorAll("[for], [aria-labelledby], [aria-describedby], [aria-controls]")];
  const pointed = new Set(pointers.flatMap((one) => ["for", "aria-labelledby", "aria-describedby", "aria-controls"]
    .flatMap((name) => (one.getAttribute(name) ?? "").split(" "))));
  const [kinds, count] = [new Map(), new Map()];
  const name = (item) => {
    if (!kinds.has(item)) {
      const above = item === document.body ? "" : name(item.parentElement);
      kinds.set(item, `${above}>${item.localName}${STATES.map((state) => item.getAttribute(state) ?? "").join("|")}`);
    }
    return kinds.get(item);
  };
  const free = (item) => !(item.id && pointed.has(item.id)) && !item.matches("label[for]");
  const known = (item) => count.get(name(item)) >= 3 && free(item) && [...item.children].every(known);
  const add = (item) => count.set(name(item), (count.get(name(item)) ?? 0) + 1);
  const visit = (parent) => {
    for (const child of [...parent.children]) {
      if (known(child) && !child.matches("h1, h2, h3, h4, h5, h6, th, td, option, legend")) child.remove();
      else {
        add(child);
        if (!child.matches(WHOLE) || child.matches("nav, main")) visit(child);
        else child.querySelectorAll("*").forEach(add);
      }
    }
  };
  visit(document.body);
}"""
# For each thing left for review: which of the explained selectors hold it.
_EXPLAINED = """([places, selectors]) => places.map((place) => {
  const item = document.querySelector(place);
  return selectors.map((selector) => item.matches(selector));
})"""


@dataclass(frozen=True)
class Left:
    """Something axe could not judge; explained holds the numbers of the explanations that fit it."""

    rule: str
    place: str
    html: str
    explained: frozenset[int]


def put_axe_in(page: Page) -> None:
    """Put axe into a page once; it stays until the page is left."""
    page.evaluate(AXE_SCRIPT)


def thin(page: Page) -> None:
    """Take out all but three of each kind of part; the page is only good for axe afterwards."""
    page.evaluate(_THIN)


def run_axe(
    page: Page, off: list[str], reviews: list[tuple[str, str]], *, first: bool = True
) -> tuple[list[str], list[Left]]:
    """Run every rule but those in off: what is wrong, as text, and what is left; reviews are rules with a selector."""
    found: dict[str, list[dict[str, Any]]] = page.evaluate(_RUN, [off, first])
    wrong = [f"{item['rule']}: {item['place']} {item['html']} {item['why'][:200]}" for item in found["violations"]]
    left = found["incomplete"]
    fits = page.evaluate(_EXPLAINED, [[item["place"] for item in left], [selector for _, selector in reviews]])
    return wrong, [
        Left(
            item["rule"],
            item["place"],
            item["html"],
            frozenset(n for n, (rule, _) in enumerate(reviews) if rule == item["rule"] and fit[n]),
        )
        for item, fit in zip(left, fits, strict=True)
    ]
