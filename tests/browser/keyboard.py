"""A reader without a mouse: every key is followed by a look at where the focus is and whether it can be seen."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import components_ready

# What is wrong with the place of focus, once the page has drawn itself; "" for nothing. Where focus shows elsewhere
# than on the element itself (a radio in its label, a card around its link, a marker on a map), that is looked at too.
_FOCUS = """async (away) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame(); await frame();
  const item = document.activeElement;
  const told = (text) => `${text}: ${item.outerHTML.slice(0, 160)}`;
  if (!item || item === document.body) return away ? "" : "fokus er ingen steder";
  const labels = [...(item.labels ?? [])].filter((label) => label.checkVisibility());
  const around = [item.closest(".case-card"), item.closest("label")].filter(Boolean);
  const bearers = [item, ...labels, ...around, ...item.querySelectorAll("svg *, g, circle, rect")];
  const shows = bearers.some((one) => {
    const style = getComputedStyle(one);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return outline || style.boxShadow !== "none" || (one instanceof SVGElement && parseFloat(style.strokeWidth) >= 8);
  });
  // A heading or a place that was gone to by a link is no control and needs no ring.
  if (item.tabIndex >= 0 && !shows) return told("fokus kan ikke ses");
  const all = { opacityProperty: true, visibilityProperty: true };
  if (!item.checkVisibility(all) && !labels.length) return told("skjult");
  const seen = [item, ...labels].filter((one) => one.getBoundingClientRect().width > 4);
  if (!seen.length) return told("har ingen plads på siden");
  if (item.tabIndex < 0) return "";
  const clear = (one) => {
    const boxes = [...one.getClientRects()];
    const box = boxes.find(({ top, bottom }) => bottom > 0 && top < innerHeight) ?? boxes[0];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    if (bottom <= top || right <= left) return false;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && (one.contains(hit) || hit.contains(one) || labels.some((label) => label.contains(hit)));
  };
  return seen.some(clear) ? "" : told("dækket eller uden for skærmen");
}"""


class Keyboard:
    """Presses keys in a page and looks after each."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site, self.presses = page, site, 0
        page.emulate_media(reduced_motion="reduce")

    def open(self, address: str) -> Page:
        """Go to a page with its components running."""
        self.page.goto(self.site + address)
        components_ready(self.page)
        return self.page

    def press(self, key: str, *, away: bool = False) -> None:
        """Press a key; away says that it may lead to another page or let go of the focus."""
        self.page.keyboard.press(key)
        self.presses += 1
        if not away:
            self.look()

    def look(self) -> None:
        """Fail where the focus cannot be seen."""
        fault = self.page.evaluate(_FOCUS, False)
        assert fault == "", fault

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.page.keyboard.type(text)
        self.look()

    def tab_to(self, selector: str, *, most: int = 200) -> None:
        """Walk with Tab until the focus is on something that the selector fits."""
        for _ in range(most):
            self.press("Tab", away=True)
            fault = self.page.evaluate(_FOCUS, True)
            assert fault == "", fault
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} kan ikke nås med tabulator")

    def follow(self, selector: str, address: str) -> None:
        """Walk to a link and follow it."""
        self.tab_to(selector)
        self.press("Enter", away=True)
        self.page.wait_for_url(re.compile(address))
        components_ready(self.page)

    def sees(self, selector: str, text: Any) -> None:
        """Expect words somewhere on the page."""
        expect(self.page.locator(selector).first).to_contain_text(text)
