"""The committee's case and the invitation: what the answers say, what is marked, and nothing made up."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from playwright.sync_api import Page

from macros.agreement.blank_agreement import text_blocks
from macros.library.content import Content
from tests.browser.next_drafts import SCHOOL_AND_MUNICIPALITY, changed, run_next, with_variant

pytestmark = pytest.mark.one_page

CASE = "m.committeeCase(draft, data, plan, v[1] ?? '')"
INVITATION = "m.invitation(draft, data, plan, m.agreementDocument(draft, data), v[1] ?? -1)"
HEADINGS = ["RESUMÉ", "BAGGRUND", "PARTER", "FORMÅL OG MÅL", "ORGANISERING", "ØKONOMI", "KOMMUNIKATION", "TIDSPLAN",
            "INDSTILLING", "BILAG"]  # fmt: skip


def case_text(page: Page, site: str, raw: Any, municipality: str = "") -> str:
    """The case for the committee as text."""
    text: str = run_next(page, site, raw, f"return m.noteText({CASE})", "", municipality)
    return text


def invitation_text(page: Page, site: str, raw: Any, body: int = -1) -> str:
    """The invitation as text."""
    text: str = run_next(page, site, raw, f"return m.noteText({INVITATION})", "", body)
    return text


def test_the_case_has_every_part_and_says_what_the_answers_say(page: Page, site: str) -> None:
    text = case_text(page, site, SCHOOL_AND_MUNICIPALITY)
    parts = text.split("\n")
    assert [part for part in parts if part in HEADINGS] == HEADINGS
    assert "JURIDISKE FORHOLD" in parts and "PERSONOPLYSNINGER" not in parts
    assert "Egeby Kommune kan indgå aftalen »Flere faglærte i Egeby« med Egeby Erhvervsskole." in text
    assert "Formålet er, at flere unge vælger en erhvervsuddannelse. Aftalen gælder fra den 1. januar 2027" in text
    assert "Hver part betaler selv sine udgifter" in text
    assert "2. giver borgmesteren bemyndigelse til at underskrive aftalen" in text
    assert "Egeby Kommunes forvaltning indstiller, at [det udvalg, der skal behandle sagen]:" in text
    assert "31. december 2029: Aftalen udløber" in text
    assert ".." not in text


def test_an_empty_draft_gives_a_case_of_marked_places(page: Page, site: str) -> None:
    text = case_text(page, site, {"klausuler": [], "parter": [], "svar": {}})
    for gap in (
        "[kommunens navn]",
        "[formålet med aftalen]",
        "[Part 1]",
        "[målene med tal, frist og ansvarlig]",
        "[dato]",
    ):
        assert gap in text
    assert "undefined" not in text and "null" not in text
    assert "Aftalen siger ikke noget om økonomi." in text


def test_each_municipality_has_its_own_case_or_all_share_one(page: Page, site: str) -> None:
    parties = [*SCHOOL_AND_MUNICIPALITY["parter"], {"navn": "Horsens Kommune", "art": "", "underskriver": "direktøren"}]
    raw = changed(parter=parties)
    shared = case_text(page, site, raw)
    assert "Kommuner: Egeby Kommune og Horsens Kommune" in shared
    assert "Egeby Kommune, Egeby Erhvervsskole og Horsens Kommune vil indgå aftalen" in shared
    assert "Sagen forelægges i hver kommune." in shared
    own = case_text(page, site, raw, "Horsens Kommune")
    assert "Horsens Kommune kan indgå aftalen »Flere faglærte i Egeby« med Egeby Kommune og Egeby Erhvervsskole." in own
    assert "2. giver direktøren bemyndigelse" in own
    assert "Sagen forelægges i hver kommune." not in own


def test_every_model_text_has_its_sentence(page: Page, site: str, content: Content) -> None:
    """Economy, law, personal data and communication: each variant says something of its own."""
    for clause in ("oekonomi", "opsigelse", "politisk-godkendelse", "persondata", "kommunikation", "loebetid"):
        variants = [variant.id for variant in content.clause_by_id[clause].varianter]
        texts = {case_text(page, site, with_variant(SCHOOL_AND_MUNICIPALITY, clause, variant)) for variant in variants}
        assert len(texts) >= len(variants) - (1 if clause == "loebetid" else 0), clause


def test_a_rewritten_clause_is_for_people_to_read(page: Page, site: str) -> None:
    """We know what the model says, not what they wrote."""
    raw = with_variant(SCHOOL_AND_MUNICIPALITY, "oekonomi", "egne-udgifter", "Kommunen betaler det hele.")
    text = case_text(page, site, raw)
    assert "I har selv skrevet teksten i aftalens § 9. [hvad § 9 betyder for kommunens økonomi]" in text
    assert "Hver part betaler selv" not in text


def test_the_council_decides_where_the_agreement_says_so(page: Page, site: str) -> None:
    council = case_text(
        page, site, with_variant(SCHOOL_AND_MUNICIPALITY, "politisk-godkendelse", "forbehold-for-godkendelse")
    )
    told = case_text(page, site, with_variant(SCHOOL_AND_MUNICIPALITY, "politisk-godkendelse", "orientering"))
    assert "1. anbefaler kommunalbestyrelsen at godkende aftalen" in council
    assert (
        "1. tager orienteringen om aftalen til efterretning" in told and "bemyndigelse til at underskrive" not in told
    )


def test_the_agenda_comes_from_tasks_goals_and_open_points(page: Page, site: str) -> None:
    text = invitation_text(page, site, SCHOOL_AND_MUNICIPALITY, 0)
    assert text.startswith("Indkaldelse til første møde: Styregruppen\n\nDato: 15. januar 2027 (forslag)\n")
    assert "Indkaldt: chefen for jobcentret, Egeby Kommune\n" in text and "Indkalder: Jobcenter Egeby" in text
    assert "2. GRUPPENS OPGAVER (BESLUTNING)\n\nOpgaverne er:\n\n- sætter retning" in text
    assert "- »Hver klasse besøger en virksomhed« mangler noget at tælle, et udgangspunkt, et tal at nå" in text
    assert "»Flere unge i lære« mangler" not in text
    assert "- Besøg ([hvem], løbende)" in text
    assert "Målgruppe (Formål)" in text
    assert "- 15. april 2027\n- 10. august 2027" in text


def test_all_parties_can_be_called_together(page: Page, site: str) -> None:
    text = invitation_text(page, site, changed(organer=[], maal=[], aktiviteter=[]))
    assert "Indkaldt: Egeby Kommune og Egeby Erhvervsskole" in text
    assert "Aftal mindst ét mål" in text and "AKTIVITETER" not in text
    assert "undefined" not in invitation_text(page, site, {"klausuler": [], "parter": []})


@pytest.mark.parametrize(
    "note", [CASE, INVITATION, "m.yearNote(plan, 'Aftale')"], ids=["sag", "indkaldelse", "årsplan"]
)
def test_the_word_file_is_the_same_twice_and_marks_what_is_missing(page: Page, site: str, note: str) -> None:
    """Read by python-docx: headings, tables with a head, yellow gaps, Danish, a title."""
    body = f"""
        const note = {note};
        const packed = async () => {{
            const bytes = new Uint8Array(await (await m.noteToWord(note)).arrayBuffer());
            return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        }};
        const open = note.blocks.flatMap((block) => block.runs ?? block.items?.flat() ?? block.rows?.flat(2) ?? [])
            .filter((run) => run.open).map((run) => run.text);
        return [await packed(), await packed(), open, note];
    """
    first, second, gaps, made = run_next(page, site, SCHOOL_AND_MUNICIPALITY, body)
    assert first == second
    document = docx.Document(BytesIO(b64decode(first)))
    assert document.paragraphs[0].style.name == "Title" and document.paragraphs[0].text == made["title"]
    assert (document.core_properties.title, document.core_properties.language) == (made["title"], "da-DK")
    headings = [item.text for item in document.paragraphs if item.style.name == "Heading 1"]
    assert headings == [block["text"] for block in made["blocks"] if block["kind"] == "heading"]
    tables = [block for block in made["blocks"] if block["kind"] == "table"]
    assert [len(table.rows) - 1 for table in document.tables] == [len(block["rows"]) for block in tables]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    cells = [item for table in document.tables for row in table.rows for cell in row.cells for item in cell.paragraphs]
    runs = [run for item in (*document.paragraphs, *cells) for run in item.runs]
    yellow = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert sorted(yellow) == sorted(gaps)


def test_the_blank_files_cut_model_texts_as_the_builder_does(page: Page, site: str, content: Content) -> None:
    """Two languages read the same texts, and must see the same paragraphs and lists."""
    texts = [variant.tekst for clause in content.clauses for variant in clause.varianter]
    seen = run_next(page, site, None, "return v[1].map((text) => m.sourceBlocks(text))", "", texts)
    kinds = {"bullets": ("list", False), "steps": ("list", True), "paragraph": ("paragraph", None)}
    for text, blocks in zip(texts, seen, strict=True):
        expected = [(*kinds[block.kind], block.lines) for block in text_blocks(text)]
        assert [(item["kind"], item.get("ordered"), item.get("items") or [item["text"]]) for item in blocks] == expected
