"""The builder: three parties write an agreement, keep it, share it and take it home; bad input stops nobody."""

from __future__ import annotations

import base64
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import markdown
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx.oxml.ns import qn
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.content import Content

KEY = "alliancebanken.kladde"
PARTIES = ("Egeby Kommune", "Egeby Erhvervsskole", "Egeby Erhvervsråd & venner")
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
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


def open_builder(page: Page, site: str, tail: str = "") -> Page:
    """The builder, ready to be used."""
    page.goto(f"{site}aftaler/byg/{tail}")
    expect(page.locator(".builder__app")).to_be_visible()
    return page


def field(page: Page, label: str) -> Any:
    """The control with exactly that label."""
    return page.get_by_label(label, exact=True)


def fill_parties(page: Page, names: tuple[str, ...] = PARTIES) -> None:
    """Write the parties, with a row more for each after the second."""
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


# ── Writing ──────────────────────────────────────────────────────────────────


def test_starts_with_the_clauses_every_agreement_should_have(page: Page, site: str, content: Content) -> None:
    """The essential clauses are chosen with their first variant, and the model texts give way."""
    open_builder(page, site)
    needed = [clause.titel for clause in content.clauses if clause.uundvaerlig]
    headings = paper(page).locator("h4")
    expect(headings).to_have_text([f"§ {number} {title}" for number, title in enumerate(needed, start=1)])
    expect(page.locator(".builder__plain")).to_be_hidden()
    expect(page.locator(".builder__clause")).to_have_count(len(content.clauses))
    expect(page.locator(".builder__clause").first).to_contain_text("3 af 3 aftaler har den")


def test_the_paper_follows_and_leads_to_the_field(page: Page, site: str) -> None:
    """What is typed stands on the paper at once; an empty field there leads to its control; numbers close up."""
    open_builder(page, site)
    fill_parties(page)
    expect(paper(page)).to_contain_text(
        "indgået mellem Egeby Kommune, Egeby Erhvervsskole og Egeby Erhvervsråd & venner."
    )
    paper(page).get_by_role("link", name="[Opsigelsesvarsel]").click()
    expect(field(page, "Opsigelsesvarsel")).to_be_focused()
    field(page, "Opsigelsesvarsel").fill("tre måneder")
    expect(paper(page)).to_contain_text("med et varsel på tre måneder.")
    assert "#" not in page.url
    page.get_by_role("checkbox", name="Formål", exact=True).uncheck()
    expect(paper(page).locator("h4").nth(1)).to_have_text("§ 2 Parter")


def test_a_shared_field_is_asked_once_and_told_where_it_is_used(page: Page, site: str) -> None:
    """Each label stands once, and a field that several clauses use says so."""
    open_builder(page, site)
    page.get_by_role("button", name=re.compile("Bred alliance")).click()
    labels = page.locator(".builder__fields label").all_inner_texts()
    assert len(labels) == len(set(labels))
    expect(page.locator(".builder__field", has=field(page, "Tovholder"))).to_contain_text("Bruges også i:")


def test_a_starter_changes_the_clauses_only_and_can_be_undone(page: Page, site: str) -> None:
    """A starter keeps what is written; undo brings one's own choices back."""
    open_builder(page, site)
    fill_parties(page)
    page.get_by_role("checkbox", name="Bilag", exact=True).check()
    before = paper(page).locator("h4").all_inner_texts()
    starter = page.get_by_role("button", name=re.compile("Ramme med styregruppe"))
    starter.click()
    expect(starter).to_have_attribute("aria-pressed", "true")
    expect(paper(page)).to_contain_text("Aftalen er en rammeaftale.")
    expect(field(page, "Part 3")).to_have_value(PARTIES[2])
    page.get_by_role("button", name="Fortryd").click()
    expect(paper(page).locator("h4")).to_have_text(before)


def test_every_starter_names_clauses_and_variants_that_exist(page: Page, site: str, content: Content) -> None:
    """A starter with a variant that an editor renamed would silently fall back."""
    page.goto(f"{site}aftaler/byg/")
    starters = run_module(page, site, "draft", "return m.STARTERS")
    variants = {clause.id: {variant.id for variant in clause.varianter} for clause in content.clauses}
    assert len(starters) == 3
    for starter in starters:
        for clause, variant in starter["valg"].items():
            assert variant in variants[clause], f"{starter['id']}: {clause}/{variant}"
        assert {clause.id for clause in content.clauses if clause.uundvaerlig} <= set(starter["valg"])


def test_parties_are_added_removed_and_never_named_twice(page: Page, site: str) -> None:
    """The focus follows, two rows always stay, and the same party twice is said at the second."""
    open_builder(page, site)
    expect(page.get_by_role("button", name=re.compile("^Fjern"))).to_have_count(0)
    fill_parties(page)
    page.get_by_role("button", name="Tilføj en part").click()
    expect(field(page, "Part 4")).to_be_focused()
    field(page, "Part 4").fill("egeby kommune")
    expect(page.locator(".builder__error:visible")).to_have_count(0)
    field(page, "Part 4").blur()
    expect(page.locator(".builder__error:visible")).to_have_text("egeby kommune står på listen to gange.")
    page.get_by_role("button", name="Fjern Egeby Kommune", exact=True).click()
    status(page, "Egeby Kommune er fjernet.")
    expect(field(page, "Part 1")).to_be_focused()
    expect(field(page, "Part 1")).to_have_value(PARTIES[1])
    expect(page.locator(".builder__error:visible")).to_have_count(0)


DATES = {
    "2027-01-01": "1. januar 2027",
    "1/1-2027": "1. januar 2027",
    "01.01.2027": "1. januar 2027",
    "den 29. februar 2028": "29. februar 2028",
    "3 okt 2027": "3. oktober 2027",
    "29. februar 2027": None,
    "31/4-2027": None,
    "1/13-2027": None,
    "1. jaguar 2027": None,
    "2027": None,
    "1/1-27": None,
    "snart": None,
}


def test_dates_are_read_as_danes_write_them(page: Page, site: str) -> None:
    """A good date is shown in full; a bad one is kept as it was typed."""
    page.goto(f"{site}aftaler/byg/")
    body = "return v.map((text) => [text, m.parseDate(text) ? m.formatDate(text) : null, m.formatDate(text)])"
    found = run_module(page, site, "answers", body, *DATES)
    assert {text: shown for text, shown, _ in found} == DATES
    assert all(kept == (shown or text) for text, shown, kept in found)


def test_a_bad_date_is_said_when_one_leaves_the_field(page: Page, site: str) -> None:
    """Nothing is said while typing; the mended date takes the words away."""
    open_builder(page, site)
    start = field(page, "Startdato")
    start.press_sequentially("31/2-2027")
    expect(start).not_to_have_attribute("aria-invalid", "true")
    start.blur()
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".builder__error:visible")).to_contain_text("Datoen findes ikke")
    expect(page.locator(".builder__missing")).to_contain_text("Startdato")
    start.fill("28/2-2027")
    expect(start).not_to_have_attribute("aria-invalid", "true")
    start.blur()
    expect(start).to_have_value("28. februar 2027")
    expect(paper(page)).to_contain_text("fra den 28. februar 2027")


def test_progress_counts_what_the_agreement_asks_for(page: Page, site: str) -> None:
    """Parties and fields count; a number that is none does not."""
    open_builder(page, site)
    progress = page.locator(".builder__progress")
    asked = int(re.findall(r"\d+", progress.inner_text())[1])
    fill_parties(page, PARTIES[:2])
    field(page, "Møder pr. år").fill("mange")
    expect(progress).to_have_text(f"2 af {asked} felter udfyldt")
    field(page, "Møder pr. år").fill("2")
    expect(progress).to_have_text(f"3 af {asked} felter udfyldt")


# ── Taking it home ───────────────────────────────────────────────────────────


def write_agreement(page: Page) -> None:
    """Three parties, a title, a list, dates and characters that Word must survive; some fields stay empty."""
    fill_parties(page)
    page.get_by_label("Underskriver for part 1 (valgfrit)").fill("borgmester")
    field(page, "Aftalens titel").fill("Flere faglærte i Egeby")
    field(page, "Ansvar for hver part").fill(
        "- Egeby Kommune: indkalder\nEgeby Erhvervsskole: <opsøger> \ud83d\ude00\uffff"
    )
    field(page, "Startdato").fill("1/1-2027")
    field(page, "Slutdato").fill("31.12.2029")
    page.get_by_role("checkbox", name="Økonomi").check()


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


def test_word_says_what_it_does_and_when_it_fails(page: Page, site: str, guard: Any) -> None:
    """The button tells that it works; a failure gives a way on and nothing is lost."""
    guard.expected.append("docx.mjs|Failed to load")
    open_builder(page, site)
    fill_parties(page)
    held: list[Route] = []
    page.route("**/vendor/docx.mjs", lambda route: held.append(route))
    page.get_by_role("button", name="Hent som Word").click()
    expect(page.get_by_role("button", name="Laver Word-fil …")).to_be_visible()
    expect(page.locator("[data-do=word]")).to_have_attribute("aria-disabled", "true")
    held[0].abort()
    status(page, re.compile("^Word-filen kunne ikke laves"))
    expect(page.get_by_role("button", name="Hent som Word")).to_be_visible()
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


def test_copy_gives_plain_and_rich_text(page: Page, site: str, context: BrowserContext) -> None:
    """The clipboard holds the text both ways."""
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    open_builder(page, site)
    fill_parties(page)
    page.get_by_role("button", name="Kopiér tekst").click()
    status(page, re.compile("^Teksten er kopieret"))
    read = "(await (await navigator.clipboard.read())[0].getType(kind)).text()"
    plain = page.evaluate(f"async (kind) => {read}", "text/plain")
    rich = page.evaluate(f"async (kind) => {read}", "text/html")
    assert "\n\n§ 2 Formål\n\n" in plain and "[Aftalens titel]" in plain
    assert re.search(r"<h2[^>]*>§ 2 Formål</h2>", rich) and "Erhvervsråd &amp; venner" in rich


def test_a_refused_clipboard_shows_the_text_to_copy(page: Page, site: str) -> None:
    """Where the browser says no, the text stands marked and ready."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_builder(page, site)
    page.get_by_role("button", name="Kopiér link til kladden").click()
    expect(page.get_by_label("Kopiér herfra")).to_be_focused()
    expect(page.get_by_label("Kopiér herfra")).to_have_value(re.compile(r"/aftaler/byg/#kladde=1\."))


def test_print_shows_the_agreement_alone(page: Page, site: str) -> None:
    """On paper there is neither form nor site around it, whichever view is open."""
    page.set_viewport_size({"width": 700, "height": 900})
    open_builder(page, site)
    page.emulate_media(media="print")
    expect(paper(page)).to_be_visible()
    for selector in (".builder__steps", ".builder__views", ".md-header", "h1", ".site-footer", ".builder__paper-hint"):
        assert page.locator(f"{selector}:visible").count() == 0, selector


# ── Keeping and sharing ──────────────────────────────────────────────────────


def test_a_shared_link_carries_the_draft_in_the_fragment_alone(
    page: Page, site: str, context: BrowserContext, new_context: Callable[..., BrowserContext]
) -> None:
    """The link opens elsewhere with everything in it, and nothing of it reaches the server."""
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    open_builder(page, site, "?klausul=oekonomi")
    write_agreement(page)
    page.get_by_role("button", name="Kopiér link til kladden").click()
    status(page, re.compile("^Linket til kladden er kopieret"))
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}aftaler/byg/#kladde=1.") and "?" not in link
    other = new_context().new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.locator(".builder__notices")).to_contain_text("Du ser en kladde fra et link.")
    expect(field(other, "Part 3")).to_have_value(PARTIES[2])
    assert other.locator(".builder__document").inner_text() == paper(page).inner_text()
    assert not any("kladde=" in address for address in asked)


def test_fragments_come_back_as_they_went(page: Page, site: str) -> None:
    """200 drafts of odd text survive the journey, also where a mail program escaped the link."""
    page.goto(f"{site}aftaler/byg/")
    body = """
      const odd =
        ["æøå", "é", "\\u{1f600}", "\\n", "%", "#", "=", "<b>", "__proto__", "constructor", " ", "x".repeat(99)];
      let seed = 7; const pick = () => odd[(seed = (seed * 1103515245 + 12345) % 2147483648) % odd.length];
      for (let at = 0; at < 200; at += 1) {
        const parter = [{ navn: pick() + pick(), underskriver: pick() }];
        const draft = { parter, valg: { a: pick() }, svar: { b: pick() + pick() } };
        const fragment = await m.toFragment(draft);
        for (const text of [fragment, "#" + fragment, encodeURIComponent(fragment)]) {
          const found = await m.fromFragment(text);
          if (JSON.stringify(found.value) !== JSON.stringify(draft)) return { at, draft, found };
        }
      }
      return "alle";"""
    assert run_module(page, site, "fragment", body) == "alle"


GOOD = {"parter": [], "valg": {"formaal": "et-faelles-formaal"}, "svar": {"varsel": "tre måneder"}}
HOSTILE = {
    "skåret over": (pack(GOOD)[:-8], "beskadiget"),
    "tomt": ("#kladde=", "beskadiget"),
    "uden indhold": ("#kladde=1.", "beskadiget"),
    "forkert base64": ("#kladde=1.!!!!", "beskadiget"),
    "forkert procent": ("#kladde=1.%E0%A4%A", "beskadiget"),
    "forkert deflate": ("#kladde=1.AAAA", "beskadiget"),
    "forkert utf-8": (pack(b'{"a": "\xff"}'), "beskadiget"),
    "ikke json": (pack(b"hej"), "beskadiget"),
    "liste": (pack([1, 2]), "beskadiget"),
    "intet": (pack(None), "beskadiget"),
    "uden valg": (pack({"parter": []}), "beskadiget"),
    "gammel udgave": (pack(GOOD, "kladde=0."), "beskadiget"),
    "ny udgave": (pack(GOOD, "kladde=2."), "nyere udgave"),
    "fremmed": ("#state=abc", "ikke kan læse"),
    "bombe": (pack(b" " * 30_000_000), "for stor"),
    "to megabyte": ("#kladde=1." + "A" * 2_000_000, "for stor"),
}


def test_every_hostile_fragment_is_told_apart(page: Page, site: str) -> None:
    """Each gives its own Danish words and no draft; a good one gives a draft and no words."""
    page.goto(f"{site}aftaler/byg/")
    body = """
      const clauses = await (await fetch("../../data/klausuler.json")).json();
      const read = async (fragment) => { const { shared, fault } = await m.draftInFragment(fragment, clauses);
        return [shared !== null, fault]; };
      return Promise.all(v.map(read));"""
    *found, good = run_module(page, site, "address", body, *(text for text, _ in HOSTILE.values()), pack(GOOD))
    for (name, (_, words)), (opened, fault) in zip(HOSTILE.items(), found, strict=True):
        assert not opened and words in fault, f"{name}: {fault}"
    assert good == [True, ""]


@pytest.mark.parametrize("name", ["skåret over", "fremmed", "bombe"])
def test_a_hostile_fragment_gives_a_notice_and_a_usable_form(page: Page, site: str, name: str) -> None:
    """The words stand above the form; one's own saved draft lies untouched."""
    fragment, words = HOSTILE[name]
    save_beforehand(page, saved_entry("Min egen"))
    open_builder(page, site, fragment)
    expect(page.locator(".builder__notices")).to_contain_text(words)
    fill_parties(page)
    expect(paper(page)).to_contain_text("Egeby Kommune, Egeby Erhvervsskole")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == saved_entry("Min egen")


def test_an_anchor_on_the_page_is_no_fault(page: Page, site: str) -> None:
    """The skip link's own fragment gives no notice."""
    open_builder(page, site, "#indhold")
    expect(page.locator(".builder__notice")).to_have_count(0)


def test_a_fragment_cannot_reach_prototypes_or_run_anything(page: Page, site: str) -> None:
    """Names of built-ins are ignored, unknown keys dropped, and text stays text."""
    evil = {"polluted": 1}
    draft = {
        "__proto__": evil,
        "constructor": {"prototype": evil},
        "parter": [{"navn": PAYLOADS[0], "__proto__": evil}, 7, None, {"navn": evil}],
        "valg": {"__proto__": "x", "formaal": "et-faelles-formaal", "findes-ikke": "y", "maal": "toString"},
        "svar": {"__proto__": evil, "formaal": PAYLOADS[1], "fremmed": "z"},
    }
    open_builder(page, site, pack(draft))
    expect(page.locator(".builder__notices")).to_contain_text("3 klausuler i kladden findes ikke længere i samme form")
    expect(field(page, "Part 1")).to_have_value(PAYLOADS[0])
    expect(paper(page)).to_contain_text(PAYLOADS[1])
    assert page.evaluate("[({}).polluted, window.__x].every((value) => value === undefined)")


def test_nothing_typed_is_ever_run(page: Page, site: str) -> None:
    """Every text control, filled with every payload, stays text on the paper and in the form."""
    open_builder(page, site)
    text = " ".join(PAYLOADS)[:200]
    for control in page.locator(".builder__steps input[type=text], .builder__fields textarea").all():
        control.fill(text)
    expect(paper(page)).to_contain_text(text)
    page.get_by_role("button", name="Kopiér tekst").click()
    assert page.evaluate("window.__x") is None
    assert paper(page).locator("img, script, svg").count() == 0


def test_a_number_like_a_cpr_is_flagged_and_not_shared(page: Page, site: str) -> None:
    """It is said at the field, and no link is made while it stands."""
    open_builder(page, site)
    field(page, "Tovholder").fill("Kontakt 010190-1234")
    field(page, "Tovholder").blur()
    expect(page.locator(".builder__error:visible")).to_contain_text("CPR-nummer")
    page.get_by_role("button", name="Kopiér link til kladden").click()
    status(page, re.compile("^Linket er ikke lavet"))
    field(page, "Tovholder").fill("CVR 12345678")
    expect(page.locator(".builder__error:visible")).to_have_count(0)


def test_a_draft_is_saved_only_on_request_and_found_again(page: Page, site: str) -> None:
    """Nothing is stored before the button; afterwards the draft can be fetched, and deleted."""
    open_builder(page, site)
    fill_parties(page)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    page.get_by_role("button", name="Gem kladde på denne enhed").click()
    status(page, re.compile(r"^Kladden er gemt kl\. \d\d\.\d\d\.$"))
    expect(page.locator(".builder__saved")).to_have_text(re.compile(r"^Gemt kl\. \d\d\.\d\d\.$"))
    field(page, "Part 1").fill("Et andet navn")
    expect(page.locator(".builder__unsaved")).to_be_visible()
    open_builder(page, site)
    expect(field(page, "Part 1")).to_have_value("")
    page.locator(".builder__notices").get_by_role("button", name="Hent gemt kladde").click()
    expect(field(page, "Part 3")).to_have_value(PARTIES[2])
    page.get_by_role("button", name="Slet gemt kladde").click()
    page.get_by_role("button", name="Ja, slet den").click()
    status(page, "Den gemte kladde er slettet fra denne enhed.")
    expect(page.get_by_role("button", name="Gem kladde på denne enhed")).to_be_focused()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_another_saved_draft_is_never_overwritten_unasked(page: Page, site: str) -> None:
    """A draft from a link or another window does not push the saved one out without a yes."""
    save_beforehand(page, saved_entry("Min egen"))
    open_builder(page, site, pack(GOOD))
    expect(page.locator(".builder__notices")).to_contain_text("Din egen gemte kladde er ikke rørt.")
    page.get_by_role("button", name="Gem kladde på denne enhed").click()
    expect(page.get_by_role("button", name="Nej, behold den")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Gem kladde på denne enhed")).to_be_focused()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == saved_entry("Min egen")
    page.get_by_role("button", name="Gem kladde på denne enhed").click()
    page.get_by_role("button", name="Ja, erstat den").click()
    status(page, re.compile("^Kladden er gemt"))
    assert "tre måneder" in page.evaluate(f"localStorage.getItem('{KEY}')")


def test_a_link_opened_while_writing_asks_first(page: Page, site: str) -> None:
    """What is on the page stays until one says yes."""
    open_builder(page, site)
    fill_parties(page)
    page.evaluate("fragment => { location.hash = fragment; }", pack(GOOD))
    expect(page.locator(".builder__notices")).to_contain_text("Linket rummer en anden kladde.")
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])
    page.get_by_role("button", name="Åbn kladden fra linket").click()
    expect(field(page, "Part 1")).to_have_value("")
    expect(page.locator(".builder__count")).to_have_text(re.compile("^1 af "))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{cut", "Den gemte kladde kan ikke læses. Den er ikke rørt."),
        ("null", "Den gemte kladde kan ikke læses. Den er ikke rørt."),
        ('{"version": 9, "kladde": {}}', "Den gemte kladde er lavet med en nyere udgave"),
    ],
)
def test_a_broken_saved_draft_is_told_and_left_alone(page: Page, site: str, entry: str, words: str) -> None:
    """It cannot be fetched, is not touched, and can be deleted."""
    save_beforehand(page, entry)
    open_builder(page, site)
    expect(page.locator(".builder__saved")).to_contain_text(words)
    expect(page.get_by_role("button", name="Hent gemt kladde")).to_have_count(0)
    expect(page.get_by_role("button", name="Slet gemt kladde")).to_be_visible()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == entry


def test_blocked_storage_is_said_and_stops_nothing(page: Page, site: str) -> None:
    """Where the browser refuses to store, the builder says so and the files can still be had."""
    refuse = "function () { throw new DOMException('nej', 'SecurityError'); }"
    page.add_init_script(
        f"for (const name of ['getItem', 'setItem', 'removeItem']) {{ const old = Storage.prototype[name];"
        f" Storage.prototype[name] = function (key, ...rest) {{"
        f" return key === '{KEY}' ? ({refuse})() : old.call(this, key, ...rest); }}; }}"
    )
    open_builder(page, site)
    fill_parties(page)
    expect(page.locator(".builder__saved")).to_contain_text("Browseren lader ikke siden gemme.")
    page.get_by_role("button", name="Gem kladde på denne enhed").click()
    status(page, re.compile("^Browseren lader ikke siden gemme"))
    assert b"Egeby Kommune" in download(page, "Hent som Markdown")[1]


def test_beginning_anew_asks_before_text_is_lost(page: Page, site: str) -> None:
    """No keeps everything; yes gives an empty builder; with nothing typed there is no question."""
    open_builder(page, site)
    fill_parties(page)
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Nej, behold det").click()
    expect(field(page, "Part 1")).to_have_value(PARTIES[0])
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Ja, begynd forfra").click()
    expect(field(page, "Part 1")).to_have_value("")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.locator(".builder__ask")).to_have_count(0)


# ── Getting in ───────────────────────────────────────────────────────────────


def test_clauses_from_a_case_are_chosen_until_one_chooses_oneself(page: Page, site: str) -> None:
    """The query preselects and says so; unknown ids are told; the first own choice ends its say."""
    open_builder(page, site, "?klausul=oekonomi&klausul=bilag&klausul=oekonomi&klausul=%3Cb%3Efindes-ikke")
    notices = page.locator(".builder__notices")
    expect(notices).to_contain_text("Valgt fra den side, du kom fra: Økonomi, Bilag.")
    expect(notices).to_contain_text("Adressen nævner klausuler, som ikke findes: <b>findes-ikke.")
    expect(page.get_by_role("checkbox", name="Økonomi")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Formål", exact=True)).to_be_checked()
    page.get_by_role("checkbox", name="Økonomi").uncheck()
    expect(notices).not_to_contain_text("Valgt fra den side")
    assert "klausul" not in page.url


def test_links_from_clause_pages_lead_to_their_clause(page: Page, site: str) -> None:
    """The way in from a clause page, and the way back to it from the builder."""
    page.goto(f"{site}aftaler/klausuler/oekonomi/")
    page.get_by_role("link", name="Brug klausulen i en aftale").click()
    expect(page.get_by_role("checkbox", name="Økonomi")).to_be_checked()
    page.locator(".builder__clause", has_text="Økonomi").locator("summary").click()
    page.get_by_role("link", name=re.compile("^Læs om Økonomi")).click()
    expect(page).to_have_url(f"{site}aftaler/klausuler/oekonomi/")


def test_an_agreement_is_made_with_the_keyboard_alone(page: Page, site: str) -> None:
    """Steps, parties, variants, fields, a blank on the paper and the download, without a mouse."""
    open_builder(page, site)

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                box = page.evaluate(
                    "(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())"
                )
                assert box[1] > 56 and box[0] < 720, f"{selector} er gemt bag sidehovedet"
                return
        raise AssertionError(f"{selector} kan ikke nås med tabulator")

    tab_to("a[href='#trin-parter']")
    page.keyboard.press("Enter")
    tab_to("#felt-part-1")
    page.keyboard.type("Egeby Kommune")
    tab_to("#felt-part-2")
    page.keyboard.type("Egeby Erhvervsskole")
    tab_to("[data-do='add-party']")
    page.keyboard.press("Enter")
    page.keyboard.type("Egeby Erhvervsråd")
    tab_to(".builder__clause input[type=checkbox]")
    tab_to("summary")
    page.keyboard.press("Enter")
    tab_to("input[type=radio]")
    page.keyboard.press("ArrowDown")
    expect(paper(page)).to_contain_text("Aftalen er indgået på denne baggrund:")
    tab_to("#felt-omraade")
    page.keyboard.type("Egeby")
    tab_to(".builder__missing a")
    page.keyboard.press("Enter")
    expect(field(page, "Aftalens titel")).to_be_focused()
    page.keyboard.type("Aftale med tasterne")
    tab_to("[data-do='markdown']")
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    text = Path(found.value.path()).read_text(encoding="utf-8")
    assert (
        text.startswith("# Aftale med tasterne") and "Egeby Kommune, Egeby Erhvervsskole og Egeby Erhvervsråd" in text
    )
    tab_to(".builder__paper")
    tab_to(".builder__document a")
    page.keyboard.press("Enter")
    expect(page.locator(".builder__steps :focus")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_narrow_screen_writes_and_reads_in_turn(page: Page, site: str, width: int) -> None:
    """No sideways scroll; one view at a time; a blank on the paper leads back to its field."""
    page.set_viewport_size({"width": width, "height": 740})
    open_builder(page, site)
    page.get_by_role("button", name=re.compile("Ramme med styregruppe")).click()
    field(page, "Part 1").fill("Egeby-Kommune-med-et-meget-langt-navn-uden-mellemrum-" * 2)
    expect(page.locator(".builder__paper")).to_be_hidden()
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    page.get_by_role("button", name="Se aftalen").click()
    expect(page.locator(".builder__paper")).to_be_visible()
    expect(page.locator(".builder__steps")).to_be_hidden()
    assert not page.evaluate(wide)
    paper(page).get_by_role("link", name="[Opsigelsesvarsel]").click()
    expect(field(page, "Opsigelsesvarsel")).to_be_focused()
    expect(page.get_by_role("button", name="Skriv", exact=True)).to_have_attribute("aria-pressed", "true")


def test_without_a_script_the_model_texts_stand_to_copy(
    new_context: Callable[..., BrowserContext], site: str, content: Content
) -> None:
    """All variants can be read; the form does not show."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}aftaler/byg/")
    expect(page.locator(".builder__plain blockquote")).to_have_count(sum(len(c.varianter) for c in content.clauses))
    assert page.locator(".builder__plain noscript").inner_text().strip() == "Byggeren kræver JavaScript."
    expect(page.locator(".builder__app")).to_be_hidden()


@pytest.mark.parametrize("body", [None, "ikke json", "{}"])
def test_missing_data_leaves_the_model_texts(page: Page, site: str, guard: Any, body: str | None) -> None:
    """A failed fetch is told in Danish, and the plain texts stay."""
    guard.expected.append("klausuler.json|Failed to load")
    page.route(
        "**/data/klausuler.json",
        lambda route: route.abort() if body is None else route.fulfill(body=body, content_type="application/json"),
    )
    page.goto(f"{site}aftaler/byg/")
    expect(page.get_by_role("alert")).to_contain_text("Byggeren kunne ikke hente klausulerne.")
    expect(page.locator(".builder__plain")).to_be_visible()
    expect(page.locator(".builder__app")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_state(page: Page, site: str, scheme: Any, width: int) -> None:
    """Open variants, faults at fields, a question, notices and both views are all accessible."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    save_beforehand(page, saved_entry("Min egen"))
    open_builder(page, site, "?klausul=oekonomi&klausul=nej")
    fill_parties(page, (*PARTIES, PARTIES[0]))
    page.locator(".builder__clause summary").first.click()
    field(page, "Startdato").fill("snart")
    page.get_by_role("button", name="Gem kladde på denne enhed").click()
    expect(page.get_by_role("button", name="Nej, behold den")).to_be_visible()
    views = ["Skriv", "Se aftalen"] if width < 900 else [None]
    for view in views:
        if view:
            page.get_by_role("button", name=view, exact=True).click()
        found = Axe().run(page, context=".builder", options=AXE_RULES).response["violations"]
        assert not found, [(item["id"], [node["target"] for node in item["nodes"]]) for item in found]
