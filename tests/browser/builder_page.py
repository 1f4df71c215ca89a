"""How a test uses the builder: opens it, goes to a step, writes, downloads, and runs its pure modules."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import KEPT

KEY = "alliancebanken.kladde"
PARTIES = ("Egeby Kommune", "Egeby Erhvervsskole", "Egeby Erhvervsråd & venner")
PAYLOADS = (
    "<img src=x onerror=window.__x=1>",
    "<script>window.__x=1</script>",
    "{{ 7*7 }} {% raw %}",
    "[klik](javascript:window.__x=1)",
    "# Overskrift",
    "1. FC ![billede](x)",
    "~~~",
    "\"'><svg/onload=window.__x=1>",
)


# What a visit begins with, in the builder that is open already.
ANEW = """async () => {
  const builder = document.querySelector("agreement-builder");
  const { newId, startDraft } = await import("/assets/javascripts/agreement/draft.mjs");
  for (const fold of document.querySelectorAll(".builder details[open]")) fold.open = false;
  builder.clearNotices();
  builder.say("");
  builder.change(startDraft(builder.data, { id: newId() }));
  builder.showStep("begynd");
}"""


def open_builder(page: Page, site: str, tail: str = "") -> Page:
    """The builder, ready to be used; a page that tests share begins anew without loading again."""
    if page in KEPT and not tail and page.url == f"{site}aftaler/byg/":
        page.evaluate(ANEW)
    else:
        # An address that only differs in its fragment would not be loaded.
        if page in KEPT:
            page.goto("about:blank")
        page.goto(f"{site}aftaler/byg/{tail}")
    expect(page.locator(".builder__app")).to_be_visible()
    return page


def looks(page: Page, *widths: int) -> Iterator[int]:
    """Shows a page in each width in turn, light and dark by turns, without loading it again; gives the width."""
    schemes: cycle[Any] = cycle(("light", "dark"))
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=next(schemes))
        yield width


def step(page: Page, name: str) -> None:
    """Go to a step by its name, by way of the steps' own menu."""
    expect(page.locator(".builder__app")).to_be_visible()
    link = page.locator(".builder__nav-list a", has=page.get_by_text(name, exact=True))
    if not link.is_visible():
        page.locator(".builder__nav-open").click()
    link.click()
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_visible()


def field(page: Page, label: str) -> Any:
    """The control with exactly that label, in sight: its step is shown, and what it lies folded away in is opened."""
    control = page.locator(".builder__steps").get_by_label(label, exact=True)
    if control.count() == 1 and not control.is_visible():
        name = control.evaluate("control => control.closest('.builder__step').querySelector('h2').textContent")
        step(page, name)
        control.evaluate("""control => {
            let fold = control.closest("details");
            for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
        }""")
    return control


def clause(page: Page, title: str) -> Any:
    """A clause of the agreement, opened; the step must be shown."""
    item = page.locator(".builder__clause", has=page.locator("summary", has_text=re.compile(f"^§ [0-9]+ {title}")))
    if item.locator("details").first.get_attribute("open") is None:
        item.locator("summary").first.click()
    return item


def fill_parties(page: Page, names: tuple[str, ...] = PARTIES) -> None:
    """Write the parties, with a row more for each after the second."""
    step(page, "Parter")
    for number, name in enumerate(names, start=1):
        if number > 2:
            page.get_by_role("button", name="Tilføj en part").click()
        field(page, f"Part {number}").fill(name)


def status(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait for the words that the builder says politely."""
    expect(page.locator(".builder__status")).to_have_text(text)


def paper(page: Page) -> Any:
    """The agreement as it grows."""
    return page.locator(".builder__document")


def download(page: Page, button: str) -> tuple[str, bytes]:
    """The name and bytes of the file that a button gives."""
    step(page, "Hent og gem")
    with page.expect_download() as found:
        page.get_by_role("button", name=button).click()
    path = found.value.path()
    return found.value.suggested_filename, Path(path).read_bytes()


def pack(value: Any, prefix: str = "kladde=1.") -> str:
    """A fragment as the builder packs it."""
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(text) + squeezer.flush()
    return f"#{prefix}{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def run_module(page: Page, site: str, module: str, body: str, *values: Any) -> Any:
    """Run a pure module inside Chromium: body sees it as `m` and the values as `v`."""
    address = f"{site}assets/javascripts/agreement/{module}.mjs"
    script = f"async ([address, v]) => {{ const m = await import(address); {body} }}"
    return page.evaluate(script, [address, list(values)])


def save_beforehand(page: Page, text: str) -> None:
    """Let a saved draft lie on the device before the page opens."""
    page.add_init_script(f"if (!localStorage.getItem('{KEY}')) localStorage.setItem('{KEY}', {json.dumps(text)})")


def saved_entry(name: str) -> str:
    """A saved draft as the builder writes it."""
    draft = {"parter": [{"navn": name, "underskriver": ""}], "valg": {"formaal": "et-faelles-formaal"}, "svar": {}}
    return json.dumps({"version": 1, "gemt": "2026-11-21T13:02:00Z", "kladde": draft})


def take_in(page: Page, title: str) -> None:
    """Take a clause type into the agreement."""
    step(page, "Klausuler")
    page.get_by_role("button", name=f"Tag med {title}", exact=True).click()


def write_agreement(page: Page) -> None:
    """Three parties, a title, a list, dates and characters that Word must survive; some fields stay empty."""
    fill_parties(page)
    field(page, "Underskriver (valgfri) (part 1)").fill("borgmester")
    field(page, "Aftalens titel").fill("Flere faglærte i Egeby")
    field(page, "Ansvar for hver part").fill(
        "- Egeby Kommune: indkalder\nEgeby Erhvervsskole: <opsøger> \ud83d\ude00\uffff"
    )
    field(page, "Startdato").fill("1/1-2027")
    field(page, "Slutdato").fill("31.12.2029")
    take_in(page, "Økonomi")
