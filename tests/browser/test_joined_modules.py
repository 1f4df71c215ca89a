"""Modules that were joined, in a real browser: each is still one, however it is reached."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from macros.html.joined_scripts import MAIN, joined_scripts
from tests.examples import ROOT
from tests.test_joined_scripts import SMALL

EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|class) ([\w$]+)", re.MULTILINE)
HANDED_ON = re.compile(r"^export \{([^}]*)\}", re.MULTILINE)


def exports(text: str) -> list[str]:
    """The names that a module gives."""
    handed = [name.split(" as ")[-1].strip() for names in HANDED_ON.findall(text) for name in names.split(",")]
    return sorted({*EXPORT.findall(text), *filter(None, handed)})


def test_a_joined_module_is_one_however_it_is_reached(page: Page) -> None:
    made = joined_scripts(SMALL)
    page.route("**/*", lambda route: route.fulfill(
        body=made.get(route.request.url.split("9/")[-1], "<!doctype html><title>x</title>"),
        content_type="text/javascript" if route.request.url.endswith(".mjs") else "text/html",
    ))  # fmt: skip
    page.goto("http://127.0.0.1:9/")
    seen = page.evaluate(
        """async (main) => {
          await import("/" + main);
          const unasked = globalThis.menu === undefined;
          await globalThis.ready;
          const menu = await import("/assets/javascripts/site-menu.mjs");
          const c = await menu.later();
          const b = await import("/assets/javascripts/a/b.mjs");
          b.up();
          const asked = performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1));
          const handing = asked.includes("copy-text.mjs");
          return [unasked, globalThis.main, globalThis.menu, c.seen(), typeof b.Box, typeof b.wait, handing];
        }""",
        MAIN,
    )
    assert seen == [True, "main", 1, 3, "function", "function", False]


def test_every_module_that_travels_loads_and_gives_what_was_written(page: Page, site: str, built_site: Path) -> None:
    """Minified and joined, each is read and run by the browser, all on one page; the joint files come on top."""
    written = {path.relative_to(ROOT / "docs").as_posix(): exports(path.read_text(encoding="utf-8"))
               for path in (ROOT / "docs" / "assets" / "javascripts").rglob("*.mjs")}  # fmt: skip
    sent = {path.relative_to(built_site).as_posix() for path in (built_site / "assets/javascripts").rglob("*.mjs")}
    assert written.keys() <= sent and len(written) > 100
    page.goto(f"{site}was/")
    found = page.evaluate(
        """async ([site, paths]) => Object.fromEntries(await Promise.all(paths.map(async (path) =>
          [path, await import(site + path).then((module) => Object.keys(module).sort(), String)])))""",
        [site, sorted(sent)],
    )
    assert {path: names for path, names in found.items() if isinstance(names, str)} == {}
    assert {path: found[path] for path in written if found[path] != written[path]} == {}
