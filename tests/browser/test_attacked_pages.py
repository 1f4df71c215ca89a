"""The attacked site in a real browser with the security policy switched off: no attack runs; with it on, none could."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from macros.html.security_policy import content_security_policy
from tests.altered_site import attacks
from tests.browser.conftest import Guard, components_ready
from tests.browser.web_host import Handler, served

Contexts = Callable[..., BrowserContext]
# One of each kind with everything that its scripts do; the others are opened without scripts of ours.
KINDS = (
    "", "cases/?q=window", "cases/?q=%3Cscript%3E&visning=tabel", "cases/?visning=tema", "cases/horsens-alliancen/",
    "cases/sammenlign/?c=horsens-alliancen,byg-til-vaekst-fyn", "laering/", "resultater/", "kort/", "samarbejde/",
    "aftaler/byg/?klausul=opsigelse&klausul=formaal", "aftaler/sammenlign/", "aftaler/tjek/", "aftaler/kladder/",
    "hvad-ligner-jer/", "liste/#liste=1.horsens-alliancen", "links/", "om/haefte/", "aftaler/klausuler/opsigelse/",
)  # fmt: skip
# Everything a reader's pointer could set off without leaving the page.
STIR = """() => {
    for (const element of document.querySelectorAll("*"))
        for (const name of ["mouseover", "focus", "toggle", "error", "load"]) element.dispatchEvent(new Event(name));
    return window.__x ?? null;
}"""


@pytest.fixture(scope="module")
def attacked(altered_site: Path) -> Iterator[str]:
    """The address of the attacked site."""
    with served(partial(Handler, directory=str(altered_site))) as address:
        yield address


def test_no_attack_runs_on_any_page_with_the_policy_off(
    new_context: Contexts, attacked: str, altered_site: Path, guard: Guard
) -> None:
    page = new_context(bypass_csp=True).new_page()
    ran = []
    for address in KINDS:
        page.goto(attacked + address)
        components_ready(page)
        if page.evaluate(STIR) is not None:
            ran.append(address)
    page.route(re.compile(r"\.(mjs|js|css|png|svg|ttf|woff2?)$"), lambda route: route.abort())
    guard.expected.append("ERR_FAILED")
    pages = sorted(file.relative_to(altered_site).parent.as_posix() for file in altered_site.rglob("index.html"))
    for address in pages:
        if not re.match(r"c/\d+$", address):
            page.goto(f"{attacked}{address}/", wait_until="domcontentloaded")
            if page.evaluate(STIR) is not None:
                ran.append(address)
    assert ran == [] and len(pages) > 200


def raw_page(policy: str) -> str:
    """A page that prints every attack just as it stands, between blocks that close what an attack leaves open."""
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    closing = "</title></style></script></textarea></select></svg></math></template></table>-->"
    parts = "".join(f"<div>{attack}{closing}</div>" for attack in attacks() if "plaintext" not in attack)
    return f"<!doctype html><html><head>{head}</head><body>{parts}</body></html>"


@pytest.mark.parametrize(("policy", "runs"), [(content_security_policy(), False), ("", True)], ids=["med", "uden"])
def test_the_policy_alone_stops_every_attack(
    new_context: Contexts, site: str, guard: Guard, policy: str, runs: bool
) -> None:
    """The last layer alone, with nothing cleaned; and without it the same page does run, so the check can fail."""
    guard.expected.append(r"forespørgsel ud af huset|fejl i konsollen|fejl i script")
    page = new_context().new_page()

    def answer(route: Route) -> Any:
        if route.request.url == f"{site}raa/":
            return route.fulfill(body=raw_page(policy), content_type="text/html")
        # No policy stops a page that sends its reader on; the answer 204 leaves the page where it is, to be looked at.
        return route.fulfill(status=204) if route.request.is_navigation_request() else route.abort()

    page.route("**/*", answer)
    page.goto(f"{site}raa/", wait_until="domcontentloaded")
    assert (stirred(page) is not None) is runs


def stirred(page: Page) -> Any:
    """What the attacks left behind after everything has been touched."""
    return page.evaluate(STIR)
