"""Modules that were joined, in a real browser: each is still one, however it is reached."""

from __future__ import annotations

from playwright.sync_api import Page

from macros.html.joined_scripts import MAIN, joined_scripts
from tests.test_joined_scripts import SMALL


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
          const menu = await import("/assets/javascripts/site-menu.mjs");
          const c = await menu.later();
          const b = await import("/assets/javascripts/a/b.mjs");
          b.up();
          return [globalThis.main, globalThis.menu, c.seen(), typeof b.Box, typeof b.wait];
        }""",
        MAIN,
    )
    assert seen == ["main", 1, 3, "function", "function"]
