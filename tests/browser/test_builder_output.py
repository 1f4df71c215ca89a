"""Taking the agreement home: Word, Markdown, the clipboard and paper."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import markdown
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.builder_page import (
    PARTIES,
    PAYLOADS,
    download,
    field,
    fill_parties,
    open_builder,
    paper,
    status,
    step,
    write_agreement,
)
from tests.browser.paper import CAN_SET_WORD, pdf_pages

pytestmark = pytest.mark.one_page
# A hundred by hand: FILES=100 python -m pytest tests/browser/test_builder_output.py
FILES = int(os.environ.get("FILES", "20"))


def test_word_file_is_complete_accessible_and_the_same_twice(page: Page, site: str) -> None:
    """Title, numbered headings, language, all signatures, page numbers, every blank marked; equal bytes."""
    open_builder(page, site)
    write_agreement(page)
    name, first = download(page, "Hent som Word")
    status(page, re.compile(r"^Word-filen er hentet\. \d+ felter mangler og er markeret\.$"))
    assert name == "flere-faglaerte-i-egeby.docx"
    assert download(page, "Hent som Word")[1] == first
    document = docx.Document(BytesIO(first))
    assert document.core_properties.title == "Flere faglærte i Egeby"
    assert document.core_properties.author == "Alliancebanken"
    assert document.paragraphs[0].style.name == "Title"
    headings = [item for item in document.paragraphs if item.style.name == "Heading 1"]
    shown = [text.split(" ", 2)[2] for text in paper(page).locator("h4").all_inner_texts()]
    assert [item.text for item in headings] == shown
    assert "Økonomi" in shown
    assert all(item._p.pPr.numPr is not None for item in headings)
    parts = zipfile.ZipFile(BytesIO(first))
    assert 'w:lang w:val="da-DK"' in parts.read("word/styles.xml").decode()
    assert 'w:lvlText w:val="§ %1"' in parts.read("word/numbering.xml").decode()
    footer = document.sections[0].footer._element.xml
    assert "Side " in footer and " af " in footer and "NUMPAGES" in footer
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Part", "Dato", "Underskrift"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in table.rows[1:]] == [f"{PARTIES[0]}\nborgmester", *PARTIES[1:]]
    runs = [run for item in document.paragraphs for run in item.runs]
    assert {run.text for run in runs if run.font.highlight_color} == {run.text for run in runs if "[" in run.text}
    assert "[Opsigelsesvarsel]" in {run.text for run in runs}
    text = "\n".join(item.text for item in document.paragraphs)
    assert "Egeby Erhvervsskole: <opsøger> \U0001f600" in text
    assert "fra den 1. januar 2027 til og med den 31. december 2029" in text


@pytest.mark.one_page(False)
def test_word_says_what_it_does_and_when_it_fails(page: Page, site: str, guard: Any) -> None:
    """The button tells that it works; a failure gives a way on and nothing is lost."""
    guard.expected.append("docx.mjs|Failed to load")
    open_builder(page, site)
    fill_parties(page)
    held: list[Route] = []
    page.route("**/vendor/docx.mjs", lambda route: held.append(route))
    step(page, "Hent og gem")
    page.get_by_role("button", name="Hent som Word").click()
    expect(page.get_by_role("button", name="Laver Word-fil …")).to_be_visible()
    page.wait_for_function("document.querySelector('[data-do=word]').getAttribute('aria-disabled') === 'true'")
    held[0].abort()
    status(page, re.compile("^Word-filen kunne ikke laves"))
    expect(page.get_by_role("button", name="Hent som Word")).to_be_visible()
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])


def test_two_clicks_give_one_file_and_many_files_leave_no_memory_behind(page: Page, site: str) -> None:
    """Word and Markdown by double click; then so many Word files that what each left behind would be seen."""
    open_builder(page, site)
    fill_parties(page)
    step(page, "Hent og gem")
    got: list[str] = []
    page.on("download", lambda found: got.append(found.suggested_filename))
    for name, said in (("Hent som Word", "Word-filen er hentet"), ("Hent som Markdown", "Markdown-filen er hentet")):
        page.get_by_role("button", name=name).dblclick()
        status(page, re.compile(f"^{said}"))
    with page.expect_download():
        page.locator("[data-do=plain]").click()
    assert [Path(name).suffix for name in got] == [".docx", ".md", ".txt"]
    session = page.context.new_cdp_session(page)

    def heap(files: int) -> int:
        page.evaluate(
            """async (files) => {
                const { toWord } = await import("/assets/javascripts/agreement/word.mjs");
                const { agreement, draft } = document.querySelector("agreement-builder");
                for (let at = 0; at < files; at += 1) await toWord(agreement, draft);
            }""",
            files,
        )
        session.send("HeapProfiler.collectGarbage")
        return int(session.send("Runtime.getHeapUsage")["usedSize"])

    before = heap(5)
    growth = heap(FILES) - before
    print(f"{FILES} Word-filer: hukommelsen voksede {growth / 1000:.0f} kB")
    assert growth < 2_000_000


@pytest.mark.one_page(False)
def test_a_download_that_is_refused_leaves_the_text_to_copy(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """No page is told that the browser stopped a file; the text stands, and can be had the other way."""
    page = new_context(accept_downloads=False).new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    open_builder(page, site)
    fill_parties(page)
    step(page, "Hent og gem")
    with page.expect_download() as found:
        page.get_by_role("button", name="Hent som Word").click()
    assert found.value.failure()
    page.get_by_role("button", name="Kopiér tekst").click()
    status(page, re.compile("^Teksten er kopieret"))
    assert PARTIES[0] in page.evaluate("navigator.clipboard.readText()")
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])


def test_markdown_file_reads_as_it_should_and_cannot_be_broken_open(page: Page, site: str) -> None:
    """What a person typed opens no heading, link, image, HTML or code in the finished text."""
    open_builder(page, site)
    write_agreement(page)
    field(page, "Ansvar for hver part").fill("\n".join(PAYLOADS))
    field(page, "Tovholder").fill(PAYLOADS[4])
    name, data = download(page, "Hent som Markdown")
    text = data.decode()
    assert name == "flere-faglaerte-i-egeby.md"
    assert text.startswith("# Flere faglærte i Egeby\n\n## § 1 Titel og indledning\n\n")
    assert "**Egeby Kommune**, borgmester\n\nDato: ____" in text
    assert r"\[Opsigelsesvarsel\]" in text
    assert "{{" not in text and "{%" not in text
    html = markdown.markdown(text, extensions=["extra", "sane_lists"])
    assert html.count("<h1>") == 1
    assert len(re.findall("<h[2-6]", html)) == len(re.findall("(?m)^## § ", text))
    assert not re.search(r"<(a|img|script|svg|pre|code)\b", html)
    assert "&lt;script&gt;window.__x=1&lt;/script&gt;" in html


def test_copy_gives_plain_and_rich_text(page: Page, site: str) -> None:
    """The clipboard holds the text both ways."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    open_builder(page, site)
    fill_parties(page)
    step(page, "Hent og gem")
    page.get_by_role("button", name="Kopiér tekst").click()
    status(page, re.compile("^Teksten er kopieret"))
    read = "(await (await navigator.clipboard.read())[0].getType(kind)).text()"
    plain = page.evaluate(f"async (kind) => {read}", "text/plain")
    rich = page.evaluate(f"async (kind) => {read}", "text/html")
    assert "\n\n§ 2 Formål\n\n" in plain and "[Aftalens titel]" in plain
    assert re.search(r"<h2[^>]*>§ 2 Formål</h2>", rich) and "Erhvervsråd &amp; venner" in rich


@pytest.mark.one_page(False)
def test_a_refused_clipboard_shows_the_text_to_copy(page: Page, site: str) -> None:
    """Where the browser says no, the text stands marked and ready."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_builder(page, site)
    step(page, "Hent og gem")
    page.get_by_role("button", name="Kopiér link til kladden").click()
    expect(page.get_by_label("Kopiér herfra")).to_be_focused()
    expect(page.get_by_label("Kopiér herfra")).to_have_value(re.compile(r"/aftaler/byg/#kladde=2\."))


def test_print_is_the_agreement_alone_as_a_document_of_its_own(page: Page, site: str, tmp_path: Path) -> None:
    """Whichever view is open, paper has neither form nor site; the PDF has title, language, tags and page numbers."""
    page.set_viewport_size({"width": 700, "height": 900})
    open_builder(page, site)
    write_agreement(page)
    named = page.title()
    page.emulate_media(media="print")
    expect(paper(page)).to_be_visible()
    for selector in (".builder__steps", ".builder__views", ".md-header", "h1", ".site-footer", ".builder__paper-hint"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    data = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    title = "Flere faglærte i Egeby"
    assert f"/Title <FEFF{title.encode('utf-16-be').hex().upper()}>".encode() in data
    headings = paper(page).locator("h4").count()
    assert b"/Lang (da)" in data and b"/MarkInfo" in data
    assert (data.count(b"/S /H1"), data.count(b"/S /H2")) == (1, headings)
    if CAN_SET_WORD:
        pages = pdf_pages(data, tmp_path)
        assert pages[0].startswith(f"{title} § 1 Titel og indledning")
        assert all(f"Side {at} af {len(pages)}" in words for at, words in enumerate(pages, 1))
        assert "Alliancebanken" not in " ".join(pages)
    assert page.title() == named, "titlen skal være sidens egen igen"
