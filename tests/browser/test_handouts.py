"""Each case on one sheet of A4, printed by a real browser; slides and sheets opened by an office program."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.library.content import Content
from macros.sharing.handout import handout_url
from tests.browser.conftest import components_ready

PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)")


def test_every_case_fits_one_sheet_of_a4(page: Page, site: str, content: Content) -> None:
    pages = {}
    for case in content.cases:
        page.goto(site + handout_url(case))
        made = page.pdf(prefer_css_page_size=True)
        pages[case.id] = len(PAGE_OBJECT.findall(made))
        size = MEDIA_BOX.search(made)
        assert size and (round(float(size[1])), round(float(size[2]))) == (595, 842), case.id
    assert {name: number for name, number in pages.items() if number != 1} == {}


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_sheet_reads_on_a_screen_and_prints(page: Page, site: str, width: int, scheme: Any) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}cases/kube-ringkoebing-skjern/")
    page.get_by_role("link", name="Casen på én side til print").click()
    components_ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("KUBE i Ringkøbing-Skjern")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_alt_text("QR-kode til casens side").evaluate("image => image.naturalWidth > 0")
    page.get_by_role("button", name="Print siden").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print", color_scheme=scheme)
    expect(page.get_by_role("button", name="Print siden")).to_be_hidden()
    page.get_by_role("link", name="Tilbage til casen").is_hidden()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Opens a file in LibreOffice and gives it back in another form; skips where the program is missing."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice er ikke på maskinen")
    folder = tmp_path_factory.mktemp("office")

    def convert(file: Path, kind: str, *options: str) -> Path:
        done = subprocess.run(
            [program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", *options,
             "--convert-to", kind, "--outdir", str(folder), str(file)],
            capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        made = folder / f"{file.stem}.{kind.split(':')[0]}"
        if not made.exists():
            pytest.skip(f"LibreOffice kan ikke åbne {file.suffix} på denne maskine: {done.stderr.strip()[-80:]}")
        return made

    return convert


def test_libreoffice_opens_the_workbook_and_the_danish_csv(office: Any, built_site: Path, content: Content) -> None:
    danish = "--infilter=CSV:59,34,76"  # semicolon, double quotes, UTF-8: what Danish Excel takes it for
    for name, options in (("alliancebanken.xlsx", ()), ("cases.csv", (danish,))):
        rows = office(built_site / "data" / name, "html", *options).read_text(encoding="utf-8")
        for case in content.cases:
            assert f">{escape(case.titel, quote=False)}<" in rows, f"{name}: {case.titel}"


def test_libreoffice_shows_every_slide(office: Any, built_site: Path) -> None:
    made = office(built_site / "temaer" / "temaer.pptx", "pdf").read_bytes()
    assert len(PAGE_OBJECT.findall(made)) >= 2 + 4 * 3
