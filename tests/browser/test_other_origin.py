"""A partner's page of another origin, under a strict policy of its own, shows our cards; our pages it may not frame."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.html.security_policy import header_files
from tests.browser.conftest import Guard
from tests.browser.web_host import Handler, served
from tests.site_reader import HOME

CASE, LIST, LESSON = "case/horsens-alliancen", "liste/tema/bestemte-grupper-i-job", "laering/katalog"


def headers_for(path: str) -> dict[str, str]:
    """What a host sends with an address, read from the header file as such hosts read it: "!" takes one away."""
    found: dict[str, str] = {}
    applies = False
    for line in header_files()["_headers"].splitlines():
        if not line.startswith(" "):
            applies = bool(line) and fnmatch(path, line)
        elif applies and line.startswith("  ! "):
            found.pop(line.removeprefix("  ! "))
        elif applies:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    found.pop("Strict-Transport-Security")  # a promise that only an https host can keep
    return found


class _WithHeaders(Handler):
    """The site as a host sends it that reads the header file."""

    def end_headers(self) -> None:
        for name, value in headers_for(self.path).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def hosted(built_site: Path) -> Iterator[str]:
    """The site's address on a host that sends the headers."""
    with served(partial(_WithHeaders, directory=str(built_site))) as address:
        yield address


def partner(site: str, body: str) -> Iterator[str]:
    """A partner's page: no scripts, no styles of its own in the page, frames from our site only."""
    policy = f"default-src 'none'; frame-src {site}; base-uri 'none'; form-action 'none'"
    text = f"<!doctype html><html lang=da><title>Skolen</title><body><h1>Skolen</h1>{body}</body></html>".encode()

    class Page(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            if self.path == "/":
                self.wfile.write(text)

    with served(Page) as address:
        yield address


def code(built_site: Path, card: str, site: str, key: str = "html") -> str:
    """The code a partner copies, pointing at the site that the test serves."""
    made = json.loads((built_site / "indlejr" / card / "oembed.json").read_text(encoding="utf-8"))
    return str(made[key]).replace(HOME, site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_partner_shows_cards_under_a_strict_policy(page: Page, hosted: str, built_site: Path, scheme: Any) -> None:
    body = (
        code(built_site, CASE, hosted)
        + code(built_site, LIST, hosted)
        + code(built_site, CASE, hosted, "html_uden_ramme")
    )
    for address in partner(hosted, body):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 360, "height": 900})
        page.goto(address)
        for frame in page.locator("iframe").all():
            frame.scroll_into_view_if_needed()
        case, listed = page.frame_locator("iframe").nth(0), page.frame_locator("iframe").nth(1)
        expect(case.get_by_role("heading", name="Horsens Alliancen")).to_be_visible()
        expect(case.get_by_text("Referat efter KL (2018), side 25")).to_be_visible()
        expect(listed.get_by_role("link", name="Horsens Alliancen")).to_be_visible()
        expect(page.get_by_role("article").get_by_role("link", name="Horsens Alliancen")).to_have_attribute(
            "href", f"{hosted}cases/horsens-alliancen/"
        )
        dark = case.locator("html").evaluate("root => getComputedStyle(root).backgroundColor")
        assert (dark == "rgb(255, 255, 255)") == (scheme == "light")
        link = case.get_by_role("link", name="Horsens Alliancen")
        assert link.get_attribute("target") == "_blank" and link.get_attribute("rel") == "noopener"
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) >= 1


def test_our_own_pages_may_not_be_framed(page: Page, hosted: str, guard: Guard) -> None:
    guard.expected.append("frame-ancestors|Refused to frame|Framing")
    for address in partner(hosted, f'<iframe src="{hosted}cases/horsens-alliancen/"></iframe>'):
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(address)
        assert page.frame_locator("iframe").locator("h1").count() == 0


def test_every_kind_of_card_fits_its_height_in_a_narrow_column(page: Page, site: str, built_site: Path) -> None:
    """A list may scroll, since it may be long; a case or a lesson may not."""
    page.set_viewport_size({"width": 320, "height": 100})
    tall = {}
    for file in sorted((built_site / "indlejr").glob("[cl]a*/*/oembed.json")):
        made = json.loads(file.read_text(encoding="utf-8"))
        page.goto(f"{site}{file.parent.relative_to(built_site).as_posix()}/")
        needed = page.evaluate("document.querySelector('.card').scrollHeight + 2")
        if needed > made["height"]:
            tall[file.parent.name] = (needed, made["height"])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), file
    assert tall == {}
