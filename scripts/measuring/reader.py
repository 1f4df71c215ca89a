"""The bench's part about reading: what the first view of a case's page and of the finder asks for and weighs."""

from __future__ import annotations

import gzip
from pathlib import Path
from statistics import median

from scripts.measuring.chromium import chromium
from scripts.measuring.goals import Goal
from scripts.measuring.web_server import Sent, serve
from scripts.measuring.whole_site import build_site_of, write_site_project

PAGES = ("case", "finder")
# Sums every shift of what is already drawn until the page has settled.
_SHIFTS = """
() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 1000);
})
"""


def measure(size: int, folder: Path, _rounds: int) -> dict[str, float]:
    """Bytes as sent with gzip, requests, and layout shift; html is the median case's page."""
    project = write_site_project(folder / "project", size)
    site = folder / "site"
    build_site_of(project, site)
    files = sorted(site.glob("cases/*/index.json"))
    weights = sorted((len(gzip.compress((file.parent / "index.html").read_bytes(), 9)), file) for file in files)
    addresses = {"case": f"cases/{weights[len(weights) // 2][1].parent.name}/", "finder": "cases/"}
    found = {"case_html": float(median(weight for weight, _ in weights)), "case_html_most": float(weights[-1][0])}
    for name in PAGES:
        sent: Sent = []
        with serve(site, sent) as address, chromium() as browser:
            page = browser.new_page(viewport={"width": 412, "height": 823})
            page.goto(address + addresses[name], wait_until="networkidle")
            found[f"{name}_shift"] = page.evaluate(_SHIFTS)
        found |= {f"{name}_bytes": float(sum(size for _, size in sent)), f"{name}_requests": float(len(sent))}
    return found


def goals(found: dict[int, dict[str, float]]) -> list[Goal]:
    """What the figures are held against, at every size."""
    rows = []
    for size, one in found.items():
        rows += [
            Goal(f"case, {size}: HTML (byte gzip)", one["case_html"], 8_000),
            Goal(f"case, {size}: første visning (byte gzip)", one["case_bytes"], 100_000),
            Goal(f"case, {size}: forespørgsler", one["case_requests"], 12),
            Goal(f"case, {size}: forskydning", one["case_shift"], 0.01),
            Goal(f"finder, {size}: forskydning", one["finder_shift"], 0.01),
        ]
    return rows
