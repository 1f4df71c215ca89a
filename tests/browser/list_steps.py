"""What the tests of the reader's list share: a list that lies there beforehand, links with lists, modules to run."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import components_ready

KEY = "alliancebanken.liste"
FIRST, SECOND, THIRD = "faelles-fynsk-rekrutteringsservice", "horsens-alliancen", "kalundborg-rekrutteringsalliance"
GENERAL = "katalog#faelles-maal"


def a_list(*refs: str, notes: dict[str, str] | None = None, title: str = "", introduction: str = "") -> dict[str, Any]:
    """A list as the page keeps it."""
    entries = [{"ref": ref, "note": (notes or {}).get(ref, "")} for ref in refs]
    return {"titel": title, "indledning": introduction, "poster": entries}


def keep(page: Page, entry: dict[str, Any] | str) -> None:
    """Let a list, or a raw text, lie on the device before the first page opens."""
    text = entry if isinstance(entry, str) else json.dumps({"version": 1, "liste": entry})
    page.add_init_script(
        f"if (!sessionStorage.lagt) {{ sessionStorage.lagt = 1; localStorage['{KEY}'] = {json.dumps(text)} }}"
    )


def kept(page: Page) -> Any:
    """What lies on the device now."""
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    return json.loads(text)["liste"] if text else None


def kept_refs(page: Page) -> list[str]:
    """What is listed now, in order."""
    return [entry["ref"] for entry in (kept(page) or {"poster": []})["poster"]]


def fragment(value: Any, prefix: str = "liste=1.") -> str:
    """A link's fragment as the page packs it."""
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(text) + squeezer.flush()
    return f"#{prefix}{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def open_list(page: Page, site: str, tail: str = "") -> Page:
    """The list page with its component running and its list drawn."""
    page.goto(f"{site}liste/{tail}")
    components_ready(page)
    expect(
        page.locator(".reader-list__app:visible, .reader-list__empty:visible, .reader-list .notice:visible").first
    ).to_be_visible()
    return page


def download(page: Page, button: str) -> tuple[str, bytes]:
    """The name and bytes of the file that a button gives."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button, exact=True).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def run_module(page: Page, site: str, module: str, body: str, *values: Any) -> Any:
    """Run a pure module inside Chromium: body sees it as `m`, the values as `v`, and imports `more(name)`."""
    script = (
        "async ([root, module, v]) => { const more = (name) => import(`${root}${name}.mjs`);"
        f" const m = await more(module); {body} }}"
    )
    return page.evaluate(script, [f"{site}assets/javascripts/", module, list(values)])
