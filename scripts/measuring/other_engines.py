"""The searches that ours is held against, on the same texts: stock Material for MkDocs, and MiniSearch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from scripts.measuring.our_finder import Search
from scripts.measuring.plain_pages import PlainPage

MINISEARCH = Path(__file__).resolve().parents[2] / "tests" / "vendor" / "minisearch.mjs"
# Material's own worker, asked with the messages of its own search box: 0 set up, 1 ready, 2 query, 3 answer.
START_MATERIAL = """
async () => {
  const { base, search } = JSON.parse(document.querySelector("#__config").textContent);
  const at = (path) => new URL(path, new URL(base + "/", location.href));
  const index = await (await fetch(at("search/search_index.json"))).json();
  const worker = new Worker(at(search));
  const answer = () => new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
  const ready = answer();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  window.ask = async (words) => {
    const got = answer();
    worker.postMessage({ type: 2, data: words });
    return (await got).data.data.items.map(([page]) => page.location.split("/")[0]);
  };
}
"""
# As the first example of MiniSearch's documentation: every field alike but the title, prefix and fuzzy on.
START_MINISEARCH = """
async ([code, documents]) => {
  const { default: MiniSearch } = await import(code);
  const engine = new MiniSearch({
    fields: ["title", "text"],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  engine.addAll(documents);
  window.ask = (words) => engine.search(words).map((hit) => hit.id);
}
"""
SETTINGS = {
    "site_name": "Sammenligning",
    "theme": {"name": "material", "language": "da", "font": False},
    "plugins": [{"search": {"lang": "da"}}],
}


def build_material(pages: Sequence[PlainPage], folder: Path) -> Path:
    """The folder of a plain Material site with one page a case; raises CalledProcessError where the build fails."""
    command = write_material(pages, folder)
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


def write_material(pages: Sequence[PlainPage], folder: Path) -> list[str]:
    """Write the sources of that site and return the command that builds it there."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("---\nsearch:\n  exclude: true\n---\n# Forside\n", encoding="utf-8")
    for page in pages:
        (docs / f"{page.id}.md").write_text(page.markdown, encoding="utf-8")
    # Only the front page is in the menu: with every case in it the build takes hours at 10,000.
    settings = {**SETTINGS, "nav": ["index.md"], "validation": {"nav": {"omitted_files": "ignore"}}}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]


def material(page: Page, site: str) -> Search:
    """The stock search of the Material site at `site`."""
    page.goto(site)
    page.evaluate(START_MATERIAL)
    return _asker(page)


def minisearch(page: Page, site: str, pages: Sequence[PlainPage]) -> Search:
    """MiniSearch over the same texts; `site` is any page on the server that also has minisearch.mjs at its root."""
    page.goto(site)
    documents = [{"id": item.id, "title": item.title, "text": item.text} for item in pages]
    page.evaluate(START_MINISEARCH, [site + MINISEARCH.name, documents])
    return _asker(page)


def _asker(page: Page) -> Search:
    def search(words: str) -> list[str]:
        ids: list[str] = page.evaluate("(words) => window.ask(words)", words)
        return ids

    return search
