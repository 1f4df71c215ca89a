"""Takes the pictures of the guides: each has a page, and what a person has done there before it is taken."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

from macros.editing.guide_pictures import GUIDE_PICTURES, WIDTH
from scripts.measuring.chromium import chromium
from scripts.measuring.web_server import serve

SIZE = (1280, 900)
QUALITY = 82


@dataclass(frozen=True)
class Picture:
    """One picture: the file's name, the page, and what a person has done there."""

    name: str
    address: str
    act: Callable[[Page], None]


def _form(page: Page) -> None:
    page.locator(".builder__app").wait_for()
    _write(page, "Titel", "Lodser i Nordby")
    _write(page, "Kort fortalt", "Kommunen og havnen lærer ledige op som lodser.")
    _here(page).get_by_label("Tema").select_option("specifikke-kompetencer")


def _last(page: Page) -> None:
    _form(page)
    page.locator(".builder__nav-list a").last.click()
    page.locator(".new-case__fault-list").wait_for()


# A whole case as the form keeps it on the device.
_WHOLE = {
    "titel": "Lodser i Nordby", "kort": "Kommunen og havnen lærer ledige op som lodser.",
    "tema": "specifikke-kompetencer", "kommuner": ["fanoe"], "brancher": ["industri-og-metal"],
    "aktoerer": [{"navn": "Fanø Kommune", "type": "kommune", "rolle": "finder de ledige"}],
    "maalgrupper": ["ledige"], "virkemidler": ["opkvalificering"], "resultattyper": ["opkvalificering-til-brancher"],
    "formaal": "Havnen mangler lodser.", "kilde": {"udgivelse": "kl-2018", "side": "12-13"},
}  # fmt: skip


def _ready(page: Page) -> None:
    draft = {"format": "alliancebanken-ny-case", "version": 1, "gemt": "2026-11-22T12:00:00Z", "value": _WHOLE}
    page.evaluate("draft => localStorage.setItem('alliancebanken.ny-case', JSON.stringify(draft))", draft)
    page.reload()
    page.locator(".builder__nav-list a").last.click()
    page.locator(".new-case__ready").wait_for()


def _admin(page: Page) -> None:
    page.get_by_role("button", name="Log ind").click()
    page.get_by_text("KUBE i Ringkøbing-Skjern").first.click()
    page.get_by_label("Titel", exact=True).first.wait_for()


def _here(page: Page) -> Locator:
    return page.locator(".builder__step:not([hidden])")


def _write(page: Page, label: str, text: str) -> None:
    _here(page).get_by_label(label, exact=True).fill(text)


PICTURES = (
    Picture("blyant", "cases/horsens-alliancen/", lambda page: page.locator(".md-content__button").first.focus()),
    Picture("formular", "bidrag/ny-case/", _form),
    Picture("mangler", "bidrag/ny-case/", _last),
    Picture("klar", "bidrag/ny-case/", _ready),
    Picture("redaktion", "admin/", _admin),
)


def take(site: Path, folder: Path) -> list[Path]:
    """Take every picture of a built site, and write each as a small WebP file; the files' paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with serve(site) as address, chromium() as browser:
        for picture in PICTURES:
            context = browser.new_context(locale="da-DK", viewport={"width": SIZE[0], "height": SIZE[1]})
            page = context.new_page()
            page.goto(f"{address}{picture.address}")
            picture.act(page)
            page.wait_for_load_state("networkidle")
            shot = page.screenshot(clip={"x": 0, "y": 0, "width": SIZE[0], "height": seen(picture)})
            made.append(_small(shot, folder / f"{picture.name}.webp"))
            context.close()
    return made


def seen(picture: Picture) -> float:
    """How much of the screen a picture shows, from the top."""
    return GUIDE_PICTURES[picture.name].height * SIZE[0] / WIDTH


def _small(shot: bytes, file: Path) -> Path:
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    image.resize((WIDTH, GUIDE_PICTURES[file.stem].height), Image.Resampling.LANCZOS).save(
        file, "WEBP", quality=QUALITY, method=6
    )
    return file
