"""A headless Chromium that reaches this machine only, for measurements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.browser import find

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as the block runs; raises scripts.browser.NoBrowserError where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def reader(browser: Browser, service_workers: Literal["allow", "block"] = "allow") -> BrowserContext:
    """A Danish reader who has never been here: nothing cached, a desktop screen."""
    return browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900}, service_workers=service_workers)
