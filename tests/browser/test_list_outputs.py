"""What the list becomes: Word, spreadsheet, Markdown, text and references, each right by its own format's rules."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import Any

import docx
import markdown
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Page

from macros.library.content import Content
from tests.browser.list_steps import FIRST, GENERAL, SECOND, a_list, download, keep, open_list, run_module

NOTE = 'Æøå; "citat"\nnæste linje'
HOSTILE = (
    "=cmd|' /C calc'!A0 {{ 7*7 }} <script>window.__x=1</script> # 50 % _a_ \\ {x} [l](javascript:x)\nER  - \nTY  - JOUR"
)
RIS_LINE = re.compile(r"^[A-Z][A-Z0-9]  - .*$")


def listed(page: Page, site: str, note: str = NOTE, title: str = "Til mødet på Ærø") -> None:
    """A list with a case that has figures and lessons, a lesson of another case, and a general one."""
    keep(page, a_list(SECOND, f"{FIRST}#{lesson_of(page)}", GENERAL, notes={SECOND: note, GENERAL: note}, title=title))
    open_list(page, site)


def lesson_of(_: Page) -> str:
    """A lesson that the first case has."""
    from macros.library.content import load_content

    return load_content().case_by_id[FIRST].laering[0].id


def test_word_has_headings_facts_figures_notes_and_sources(page: Page, site: str, content: Content) -> None:
    listed(page, site)
    name, data = download(page, "Word")
    assert name == "til-moedet-paa-aeroe.docx"
    document = docx.Document(io.BytesIO(data))
    case = content.case_by_id[SECOND]
    headings = [part.text for part in document.paragraphs if part.style and part.style.name == "Heading 1"]
    assert headings == [
        f"1. {case.titel}",
        f"2. {content.case_by_id[FIRST].titel}",
        "3. Kataloget på tværs af casene",
        "Kilder",
    ]
    facts, figures = document.tables
    assert [row.cells[0].text for row in facts.rows][:3] == ["Sted", "Tema", "Periode"]
    assert len(figures.rows) == 1 + len(case.noegletal)
    assert figures.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    text = "\n".join(part.text for part in document.paragraphs)
    assert 'Note: Æøå; "citat"' in text and "næste linje" in text
    assert "KL har ophavsretten" in text
    assert document.core_properties.title == "Til mødet på Ærø"
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert 'w:lang w:val="da-DK"' in styles
    assert download(page, "Word")[1] == data, "samme liste giver samme fil"


def rows_of(data: bytes) -> list[dict[str, str]]:
    """A spreadsheet's rows as Danish Excel reads them."""
    text = data.decode("utf-8")
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_spreadsheet_has_a_row_for_each_entry(page: Page, site: str, content: Content) -> None:
    listed(page, site)
    name, data = download(page, "Regneark (CSV)")
    assert name.endswith(".csv")
    rows = rows_of(data)
    case = content.case_by_id[SECOND]
    assert [row["Nr."] for row in rows] == ["1", "2", "3"]
    assert rows[0]["Titel"] == case.titel and rows[0]["Note"] == NOTE
    assert rows[0]["Nøgletal"].count(" | ") == len(case.noegletal) - 1
    assert rows[2]["Læring"] == "Lad fælles mål drive samarbejdet. Vælg mål, som parterne både kan og skal følge op på."
    assert all(row["Adresse"].startswith("https://") for row in rows)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("＝1", "'＝1"),
        ("-5 procent", "'-5 procent"),
        ("5-6", "5-6"),
        ('a;"b"', '"a;""b"""'),
        ("a\nb", '"a\nb"'),
        ('=1;"2"', '"\'=1;""2"""'),
    ],
)
def test_no_cell_is_a_formula(page: Page, site: str, text: str, cell: str) -> None:
    page.goto(f"{site}liste/")
    assert run_module(page, site, "list/csv", "return m.cell(v[0])", text) == cell


def records(text: str) -> list[list[tuple[str, str]]]:
    """RIS as its readers take it: tagged lines, a record from TY to ER."""
    assert text.endswith("ER  - \r\n\r\n")
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines)
    found: list[list[tuple[str, str]]] = []
    for line in filter(None, lines):
        assert RIS_LINE.match(line), line
        tag, value = line[:2], line[6:]
        if tag == "TY":
            found.append([])
        found[-1].append((tag, value))
        assert (tag == "TY") == (len(found[-1]) == 1)
    assert all(record[-1] == ("ER", "") and record[0][0] == "TY" for record in found)
    return found


@pytest.mark.parametrize("note", [NOTE, HOSTILE])
def test_ris_credits_our_page_and_the_source_behind_it(page: Page, site: str, content: Content, note: str) -> None:
    listed(page, site, note)
    own, lesson, general, source = records(download(page, "RIS")[1].decode("utf-8"))
    case = content.case_by_id[SECOND]
    assert own[0] == ("TY", "ELEC") and ("TI", case.titel) in own and ("AU", "Alliancebanken") in own
    assert ("UR", f"https://alliancebanken.example/{case.url}") in own
    assert ("PY", "2026") in own and ("DA", case.gennemgaaet.strftime("%Y/%m/%d")) in own
    remarks = [value for tag, value in own if tag == "N1"]
    assert remarks[0].startswith("Selvstændigt referat. Kilde: KL (2018): Bedre adgang til arbejdskraft")
    assert f"side {case.kilde.side}." in remarks[0]
    assert remarks[1] == f"Egen note: {' '.join(note.split())}"
    assert ("TI", content.case_by_id[FIRST].titel) in lesson
    assert ("TI", "Læring på tværs") in general
    assert source[0] == ("TY", "BOOK") and ("AU", "KL") in source and ("PY", "2018") in source


def bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """BibTeX read by its braces alone: kind, key, fields."""
    found = []
    at = 0
    while (start := text.find("@", at)) >= 0:
        head = re.compile(r"@([a-z]+)\{([a-z0-9-]+),\n").match(text, start)
        assert head, text[start : start + 40]
        at, fields = head.end(), {}
        while text[at] != "}":
            name = re.compile(r"  ([a-z]+) = \{").match(text, at)
            assert name, text[at : at + 40]
            at, depth, begin = name.end(), 1, name.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            fields[name[1]] = text[begin : at - 1]
            assert text[at : at + 2] == ",\n"
            at += 2
        found.append((head[1], head[2], fields))
        at += 1
    return found


@pytest.mark.parametrize("note", [NOTE, HOSTILE, "}} @misc{x, {"])
def test_bibtex_credits_our_page_and_the_source_behind_it(page: Page, site: str, content: Content, note: str) -> None:
    listed(page, site, note)
    name, data = download(page, "BibTeX")
    assert name.endswith(".bib")
    found = bibtex(data.decode("utf-8"))
    assert [kind for kind, _, _ in found] == ["online", "online", "online", "book"]
    keys = [key for _, key, _ in found]
    assert keys[0] == f"alliancebanken-{SECOND}" and keys[3] == "kilde-kl-2018" and len(set(keys)) == 4
    fields = found[0][2]
    assert fields["title"] == f"{{{content.case_by_id[SECOND].titel}}}" and fields["author"] == "{Alliancebanken}"
    assert fields["note"].startswith("Selvstændigt referat. Kilde: KL (2018)")
    if note == HOSTILE:
        assert r"\# 50 \% \_a\_ \textbackslash{} \textbraceleft{}x\textbraceright{}" in fields["annote"]
    assert found[3][2]["publisher"] == "{KL}"


def test_a_case_is_cited_once_however_much_of_it_is_listed(page: Page, site: str, content: Content) -> None:
    lessons = content.case_by_id[FIRST].laering
    keep(page, a_list(f"{FIRST}#{lessons[0].id}", FIRST, f"{FIRST}#{lessons[1].id}"))
    open_list(page, site)
    page_record, _ = records(download(page, "RIS")[1].decode("utf-8"))
    assert ("AB", content.case_by_id[FIRST].kort) in page_record


def test_markdown_cannot_be_broken_out_of(page: Page, site: str) -> None:
    listed(page, site, HOSTILE, title="# <b>Titel</b>\n\n1. x")
    name, data = download(page, "Markdown")
    text = data.decode("utf-8")
    assert name == "b-titel-b-1-x.md"
    html = markdown.markdown(text)
    assert "<script" not in html and 'javascript:x"' not in html and "{{" not in text
    assert html.count("<h1>") == 1
    headings = re.findall(r"<h2>(.*?)</h2>", html)
    assert len(headings) == 4 and headings[-1] == "Kilder"


def test_text_for_a_mail_says_it_all(page: Page, site: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    listed(page, site)
    page.get_by_role("button", name="Kopiér tekst til en mail").click()
    text = page.evaluate("window.copied")
    assert text.startswith("Til mødet på Ærø\n\n1. Horsens Alliancen (Case 21)\n")
    assert "Note: Æøå" in text and "Kilde: KL (2018)" in text and text.count("https://") == 3


def test_a_word_file_that_cannot_be_made_is_said(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("Failed to load|ERR_FAILED")
    page.route("**/vendor/docx.mjs", lambda route: route.abort())
    listed(page, site)
    page.get_by_role("button", name="Word", exact=True).click()
    page.get_by_text("Word-filen kunne ikke laves.").wait_for()


def test_the_word_library_waits_for_its_button(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    listed(page, site)
    assert not [url for url in asked if "docx.mjs" in url]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("En\nlinje.", [{"kind": "paragraph", "text": "En linje."}]),
        (
            "Før:\n\n- *en*\n  mere\n- **to** og [tre](https://a.dk)",
            [{"kind": "paragraph", "text": "Før:"}, {"kind": "list", "items": ["en mere", "to og tre"]}],
        ),
        ("snake_case_ord og 2 * 3 * 4", [{"kind": "paragraph", "text": "snake_case_ord og 2 * 3 * 4"}]),
        (r"\*ikke\* `kode`", [{"kind": "paragraph", "text": "*ikke* kode"}]),
    ],
)
def test_a_lessons_markdown_becomes_plain_blocks(page: Page, site: str, text: str, blocks: Any) -> None:
    page.goto(f"{site}liste/")
    assert run_module(page, site, "list/prose", "return m.blocks(v[0])", text) == blocks


def test_every_lesson_reads_as_the_site_shows_it(page: Page, site: str, content: Content) -> None:
    """The browser's small reading of Markdown agrees with the server's on all that editors have written."""
    from macros.html.prose import plain
    from macros.insight.lessons import all_lessons

    lessons = [lesson.tekst for lesson in all_lessons(content)]
    page.goto(f"{site}liste/")
    body = (
        "const words = (one) => (one.kind === 'list' ? one.items : [one.text]);"
        " return v[0].map((text) => m.blocks(text).flatMap(words).join(' '))"
    )
    assert run_module(page, site, "list/prose", body, lessons) == [
        plain(text).replace("&#39;", "'") for text in lessons
    ]


def test_csl_names_each_page_and_each_source_once(page: Page, site: str, content: Content) -> None:
    listed(page, site)
    name, data = download(page, "CSL-JSON")
    assert name == "til-moedet-paa-aeroe.json"
    items = {item["id"]: item for item in json.loads(data)}
    assert items.keys() == {
        f"alliancebanken-{FIRST}",
        f"alliancebanken-{SECOND}",
        "alliancebanken-laering",
        "kilde-kl-2018",
    }
    case, ours, source = content.case_by_id[SECOND], items[f"alliancebanken-{SECOND}"], items["kilde-kl-2018"]
    assert (ours["type"], ours["title"], ours["URL"].endswith(case.url)) == ("webpage", case.titel, True)
    day = case.gennemgaaet
    assert ours["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
    assert "KL (2018)" in ours["note"] and NOTE.split("\n")[0] in ours["note"]
    assert (source["type"], source["author"], source["issued"]) == (
        "report", [{"literal": "KL"}], {"date-parts": [[2018]]},
    )  # fmt: skip
    assert "978-87-93668-22-5" in source["ISBN"] and all(item["language"] == "da-DK" for item in items.values())
