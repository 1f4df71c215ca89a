"""The built site in a real Chromium, where no test may reach the network or leave an error behind."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from scripts.measuring.chromium import FLAGS
from tests.browser.web_host import Handler, served

# What is waited for comes at once on a machine at rest; a busy one may need longer than Playwright's five seconds.
expect.set_options(timeout=20_000)
# Pages that several tests share.
KEPT: WeakSet[Page] = WeakSet()
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The address of the built site, with its last slash."""
    with served(partial(Handler, directory=str(built_site))) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that scripts/test.py found, or the first on this machine, or Playwright's own."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    chosen = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **chosen, "args": [*browser_type_launch_args.get("args", []), *FLAGS]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Danish reader's browser; a worker would hide requests from the tests that stand in for the net."""
    danish = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
    return {**browser_context_args, **danish, "service_workers": "block"}


class Guard:
    """Notes every error and every request to elsewhere; a test names the errors it provokes in expected."""

    def __init__(self) -> None:
        self.expected: list[str] = []
        self.found: list[str] = []

    def watch(self, context: BrowserContext) -> BrowserContext:
        """Listen to all pages of a context, those opened later too."""
        context.on("request", self._request)
        context.on("console", self._console)
        # A broken policy is told by the browser too, but not for every kind of breach.
        context.add_init_script(
            "addEventListener('securitypolicyviolation', (breach) =>"
            " console.error(`brud på politikken: ${breach.violatedDirective} ${breach.blockedURI}`))"
        )
        context.on("weberror", lambda fault: self.found.append(f"fejl i script: {fault.error}"))
        return context

    def _request(self, request: Request) -> None:
        if not re.match(r"(https?://127\.0\.0\.1[:/]|data:|blob:|about:)", request.url):
            self.found.append(f"forespørgsel ud af huset: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"fejl i konsollen: {message.text} ({message.location.get('url', '')})")

    def unexpected(self) -> list[str]:
        """What was found and not expected."""
        return [text for text in self.found if not any(re.search(pattern, text) for pattern in self.expected)]


@pytest.fixture(autouse=True)
def guard() -> Iterator[Guard]:
    """Fails a test at its end if anything went wrong behind its back."""
    watching = Guard()
    yield watching
    assert not watching.unexpected(), "\n".join(watching.unexpected())


def components_ready(page: Page) -> None:
    """Wait for every component of the page; Playwright's own waiting would need eval, which the page forbids."""
    page.evaluate(
        "Promise.all([...document.querySelectorAll(':not(:defined)')]"
        ".map((one) => customElements.whenDefined(one.localName)))"
    )


@pytest.fixture(scope="module")
def workbench(browser: Browser, browser_context_args: dict[str, Any], site: str) -> Iterator[Page]:
    """One page for a whole module: to run the scripts' functions in, or to be made ready anew for each of its tests."""
    watching = Guard()
    with watching.watch(browser.new_context(**browser_context_args)) as context:
        page = context.new_page()
        page.goto(f"{site}was/")
        yield page
    assert not watching.unexpected(), "\n".join(watching.unexpected())


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of its own, or the module's one where it is marked one_page; one_page(False) takes a test out again."""
    marker = request.node.get_closest_marker("one_page")
    if marker is None or marker.args == (False,):
        yield request.getfixturevalue("context").new_page()
        return
    page: Page = request.getfixturevalue("workbench")
    KEPT.add(page)
    page.bring_to_front()
    yield page
    page.unroute_all()
    page.context.clear_permissions()
    page.evaluate("localStorage.clear()")
    page.emulate_media(media="null", color_scheme="null")
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext], guard: Guard) -> Callable[..., BrowserContext]:
    """pytest-playwright's maker of contexts, watched."""

    def make(**options: Any) -> BrowserContext:
        return guard.watch(new_context(**options))

    return make
