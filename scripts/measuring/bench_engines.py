"""What a reader of each search waits for and fetches: ours, stock Material and Pagefind, in one browser.

Each function takes a served site and measures one round; bytes are read from the server's own log.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.measuring.bench_figures import Figures, beyond_theme, by_kind, own, percentile, total
from scripts.measuring.chromium import reader
from scripts.measuring.press_work import longest, traced, works
from scripts.measuring.web_server import Sent

PROBE = Path(__file__).with_name("bench_probe.mjs").read_text(encoding="utf-8")
WORD = "rekruttering"
WORDS = ("lærlinge", "flygtninge", "virksomhed", "praktik")
LIMIT = 120_000
FACETS = "case-finder input[type=checkbox][name]"
COUNT = "case-finder [data-count]"
FIELD = "case-finder input[name=q]"
STOCK_FIELD, STOCK_RESULT = "[data-md-component=search-query]", ".md-search-result"
# What tells that results stand there: our count is no longer that of all cases; Material's list has an item.
HIT = (
    "!['', String(window.bench.all)].includes(document.querySelector('case-finder [data-count]').textContent)"
    " && !!document.querySelector('case-finder .finder__flat [data-case] a')?.textContent"
)
STOCK_HIT = "!!document.querySelector('.md-search-result__item')"
# A page of ours with nothing of its own: what it fetches, every page does, the last of it after a second at rest.
EMPTY_PAGE = "om/"
_RESTED = 2000
PAGEFIND_QUERY = """
async ([words, filters]) => {
  const start = performance.now();
  window.pagefind ??= await import("/pagefind/pagefind.js");
  if (filters) await window.pagefind.filters();
  const found = await window.pagefind.search(words, filters ? { filters } : {});
  await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  if (filters && !found.results.length) throw new Error("filtret giver ingen");
  return performance.now() - start;
}
"""


@contextmanager
def fresh(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that has fetched nothing, with the probe in it."""
    # What our pages keep for reading without a net is copied behind the page, so it is no part of what a list costs.
    context = reader(browser, service_workers="block")
    context.add_init_script(PROBE)
    page = context.new_page()
    page.set_default_timeout(LIMIT)
    page.goto(address, wait_until="domcontentloaded")
    yield page
    context.close()


def ours(browser: Browser, site: str, sent: Sent, presses: int) -> Figures:
    """The finder: bytes, filters, keys."""
    finder = site + "cases/"
    sent.clear()  # of an earlier round
    with fresh(browser, site + EMPTY_PAGE) as page:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(_RESTED)
        shared = list(sent)
    sent.clear()
    figures: Figures = {}
    with fresh(browser, finder) as page:
        _ready(page)
        figures["load_bytes"] = float(total([item for item in sent if "/data/soeg/" in item[0]]))
        _act(page, f"document.querySelector('{FACETS}').click()")
        figures["list_bytes"], figures["list_requests"] = _sum(beyond_theme(sent))
        kinds = by_kind(own(sent, shared))
        figures |= {f"list_{kind}": float(kinds[kind]) for kind in ("html", "js", "data")}
        figures["list_own"] = float(sum(kinds.values()))
        figures |= _pressed(page, presses) | _slowly_pressed(page, presses)
    with fresh(browser, finder) as page:
        _ready(page)
        page.evaluate(f"window.bench.all = document.querySelector('{COUNT}').textContent")
        sent.clear()
        figures["cold_ms"], paths = _cold(page, FIELD, HIT)
        asked = [item for item in sent if item[0].split("?")[0] in paths]
        figures["query_bytes"], figures["query_requests"] = _sum(asked)
        figures["query_js"], figures["query_data"] = (float(by_kind(asked)[kind]) for kind in ("js", "data"))
        page.evaluate("window.bench.rest()")
        figures["query_settled"], figures["query_settled_requests"] = _sum(sent)
        figures["key_first_ms"] = _keys(page, FIELD, COUNT)
        figures["key_ms"] = _keys(page, FIELD, COUNT)
    return figures


def stock(browser: Browser, site: str, sent: Sent, _presses: int) -> Figures:
    """Material's own search box."""
    sent.clear()
    with fresh(browser, site) as page:
        cold, _ = _cold(page, STOCK_FIELD, STOCK_HIT)
        page.wait_for_load_state("networkidle")
        found = [item for item in sent if re.search("/search/|/workers/|/lunr/", item[0])]
        bytes_, requests = _sum(found)
        return {
            "load_bytes": bytes_,
            "query_bytes": bytes_,
            "query_requests": requests,
            "key_first_ms": _keys(page, STOCK_FIELD, STOCK_RESULT),
            "key_ms": _keys(page, STOCK_FIELD, STOCK_RESULT),
            "cold_ms": cold,
        }


def pagefind(browser: Browser, site: str, sent: Sent, presses: int) -> Figures:
    """Pagefind's own functions, without any drawing, which only flatters it."""
    figures: Figures = {"load_bytes": 0.0}
    sent.clear()
    with fresh(browser, site) as page:
        before = len(sent)
        page.evaluate(PAGEFIND_QUERY, [None, {"tema": "skole-og-virksomhed"}])
        figures["list_bytes"], figures["list_requests"] = _sum(sent[before:])
        values = ("unge", "ledige", "virksomheder", "studerende")
        asked = ([None, {"maalgrupper": values[press % len(values)]}] for press in range(presses))
        figures["toggle_ms"] = percentile([page.evaluate(PAGEFIND_QUERY, item) for item in asked], 0.95)
    sent.clear()
    with fresh(browser, site) as page:
        before = len(sent)
        figures["cold_ms"] = page.evaluate(PAGEFIND_QUERY, [WORD, None])
        figures["query_bytes"], figures["query_requests"] = _sum(sent[before:])
        keys = [word[:length] for word in WORDS for length in range(2, len(word) + 1)]
        figures["key_ms"] = percentile([page.evaluate(PAGEFIND_QUERY, [key, None]) for key in keys], 0.95)
    return figures


ENGINES: dict[str, Callable[[Browser, str, Sent, int], Figures]] = {
    "Alliancebanken": ours,
    "Material": stock,
    "Pagefind": pagefind,
}


def _ready(page: Page) -> None:
    page.locator("case-finder:defined").wait_for()
    page.wait_for_load_state("networkidle")


def _sum(sent: Sent) -> tuple[float, float]:
    return float(total(sent)), float(len(sent))


def _act(page: Page, act: str) -> None:
    page.evaluate(f"window.bench.watch('{COUNT}', () => {act}, {LIMIT})")
    page.evaluate("window.bench.rest()")


def _toggles(page: Page, presses: int) -> list[float]:
    times: list[float] = page.evaluate("([boxes, count, presses]) => window.bench.toggle(boxes, count, presses)",
                                       [FACETS, COUNT, presses])  # fmt: skip
    return times


def _numbers(page: Page, presses: int) -> list[float]:
    times: list[float] = page.evaluate("([count, presses]) => window.bench.number(count, presses)", [COUNT, presses])
    return times


def _pressed(page: Page, presses: int) -> Figures:
    """The filters: what each press costs the page, and the clock; beside them the same of one changed number."""
    clocks: dict[str, list[float]] = {"toggle": [], "floor": []}
    toggles = traced(page, lambda: clocks["toggle"].extend(_toggles(page, presses)))
    numbers = traced(page, lambda: clocks["floor"].extend(_numbers(page, max(1, presses // 3))))
    work, floor = works(toggles), works(numbers)
    return {
        "toggle_work_ms": percentile([press.before for press in work], 0.95),
        "toggle_work_median_ms": percentile([press.before for press in work], 0.5),
        "toggle_after_ms": percentile([press.after for press in work], 0.5),
        "floor_work_ms": percentile([press.before for press in floor], 0.95),
        "toggle_ms": percentile(clocks["toggle"], 0.95),
        "floor_ms": percentile(clocks["floor"], 0.95),
    }


def _slowly_pressed(page: Page, presses: int) -> Figures:
    """The filters with the processor throttled four times."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.evaluate("window.bench.long.length = 0")
    clock: list[float] = []
    events = traced(page, lambda: clock.extend(_toggles(page, presses)))
    return {
        "slow_toggle_ms": percentile(clock, 0.95),
        "slow_task_ms": longest(events),
        "slow_long_tasks": float(page.evaluate("window.bench.long.length")),
    }


def _keys(page: Page, field: str, result: str) -> float:
    times = page.evaluate(
        "([field, result, words]) => window.bench.type(field, result, words)", [field, result, list(WORDS)]
    )
    return percentile(times, 0.95)


def _cold(page: Page, field: str, shown: str) -> tuple[float, list[str]]:
    """The milliseconds from the key that ends a word, the first thing a reader does here, to the drawn result.

    And the paths of what had to be fetched for it.
    """
    act = f"([field, word, limit]) => window.bench.first(field, word, () => {shown}, limit)"
    found = page.evaluate(act, [field, WORD, LIMIT])
    return found["taken"], found["asked"]
