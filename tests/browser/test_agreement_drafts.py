"""The page for drafts: open, compare word by word, merge several parties' versions, renew."""

from __future__ import annotations

import copy
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.drafts import WRITTEN, at_drafts, draft_file, run, written_draft

KEY = "alliancebanken.kladde"


@pytest.fixture
def desk(page: Page, site: str) -> Page:
    """The page where drafts are opened."""
    return at_drafts(page, site)


def choose(page: Page, **files: bytes) -> None:
    """Open files by name."""
    payload = [
        {"name": name.replace("_", ".", 1), "mimeType": "application/octet-stream", "buffer": data}
        for name, data in files.items()
    ]
    page.locator("#drafts-files").set_input_files(payload)  # type: ignore[arg-type]


def versions(page: Page) -> tuple[Any, Any, Any]:
    """A draft, and two parties' versions of it that agree on some things and not on one."""
    base = written_draft(page)
    school, council = copy.deepcopy(base), copy.deepcopy(base)
    school["svar"]["varsel"], council["svar"]["varsel"] = "tre måneder", "seks måneder"
    school["maal"][0]["maal"] = "80"
    school["klausuler"][1]["tekst"] = "Formålet er flere faglærte."
    council["parter"].append({**base["parter"][1], "navn": "Egeby Erhvervsråd"})
    council["klausuler"] = [entry for entry in council["klausuler"] if entry["id"] != "bilag"]
    return base, school, council


def open_versions(page: Page) -> tuple[Any, Any, Any]:
    """Three versions on the desk."""
    found = versions(page)
    base, school, council = map(draft_file, found)
    choose(page, faelles_json=base, skolen_json=school, raadet_json=council)
    expect(page.locator(".drafts__item")).to_have_count(3)
    return found


def download(page: Page, name: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as found:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(found.value.path()).read_bytes()


def status(page: Page, words: str | re.Pattern[str]) -> None:
    """Wait for what the page says."""
    expect(page.locator(".drafts__status")).to_have_text(words)


# ── Open ─────────────────────────────────────────────────────────────────────


def test_good_files_open_and_bad_ones_are_told(desk: Page) -> None:
    """One bad file stops no other; each says why."""
    draft = draft_file(written_draft(desk))
    choose(desk, a_json=draft, tom_docx=b"", b_json=draft)
    status(desk, "2 kladder er åbnet. 1 fil kunne ikke åbnes.")
    expect(desk.locator(".drafts__refusals")).to_contain_text("tom.docx: Filen er tom. Din egen kladde er ikke rørt.")
    expect(desk.locator(".drafts__item")).to_contain_text(["Flere faglærte i Egeby", "Flere faglærte i Egeby"])
    desk.get_by_role("button", name="Fjern fra listen a.json").click()
    expect(desk.locator(".drafts__item")).to_have_count(1)
    expect(desk.locator("#aabn")).to_be_focused()


def test_markup_in_a_draft_and_a_name_stays_text(desk: Page) -> None:
    """Nothing in a file is ever run or shown as elements."""
    base, other, _ = versions(desk)
    for draft in (base, other):
        draft["parter"][0]["navn"] = "<img src=x onerror=window.__x=1>"
        draft["svar"]["aftalens_titel"] = "<script>window.__x=1</script>"
    other["klausuler"][0]["tekst"] = "<b>fed</b><svg onload=window.__x=1>"
    choose(desk, a_json=draft_file(base), b_json=draft_file(other))
    expect(desk.locator(".drafts__item").first).to_contain_text("<script>window.__x=1</script>")
    expect(desk.locator("[data-slot=compare-parts]")).to_contain_text("<b>fed</b><svg onload=window")
    desk.locator("[data-task=saml]").click()
    desk.locator("[data-task=forny]").click()
    assert desk.evaluate("window.__x") is None
    assert desk.locator(".drafts img, .drafts svg, .drafts script").count() == 0


def test_a_draft_opens_in_the_builder(desk: Page) -> None:
    """It travels in the fragment, and the builder says so."""
    choose(desk, a_json=draft_file(written_draft(desk)))
    desk.get_by_role("button", name="Åbn i byggeren a.json").click()
    expect(desk.locator(".builder__notices")).to_contain_text("Du ser en kladde fra et link.")
    expect(desk.locator(".builder__document")).to_contain_text("Egeby Erhvervsskole & <venner>")


def test_a_draft_that_no_link_can_carry_comes_as_a_file(desk: Page) -> None:
    """Too long, or with a CPR number: the page stays, says why, and gives the file."""
    draft = written_draft(desk)
    draft["klausuler"][0]["tekst"] = "Ring til 010190-1234."
    choose(desk, a_json=draft_file(draft))
    with desk.expect_download() as found:
        desk.get_by_role("button", name="Åbn i byggeren a.json").click()
    assert found.value.suggested_filename == "a-json.json"
    status(desk, re.compile("CPR-nummer.*hentet som JSON"))


def test_missing_data_is_told(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("byg.json|Failed to load")
    page.route("**/data/byg.json", lambda route: route.abort())
    page.goto(f"{site}aftaler/kladder/")
    expect(page.get_by_role("alert")).to_contain_text("Siden kunne ikke hente klausulerne.")


# ── Compare ──────────────────────────────────────────────────────────────────


def test_two_drafts_are_compared_word_by_word(desk: Page) -> None:
    """What came and went is marked and said in words; the rest can be shown; the note is Word too."""
    open_versions(desk)
    expect(desk.locator(".drafts__sum").first).to_have_text(re.compile(r"^2 ændret, 1 ny, \d+ ens\.$"))
    clause = desk.locator(".drafts__part", has_text=re.compile("^Formål Ændret"))
    expect(clause.locator("ins")).to_contain_text(["flere faglærte"])
    expect(clause.locator("del").first).to_contain_text("[slettet:]")
    desk.get_by_label("Vis kun det, der er ændret").uncheck()
    expect(desk.locator("[data-slot=compare-parts] .drafts__part--ens").first).to_be_visible()
    desk.get_by_label("Efter", exact=True).select_option(label="faelles.json")
    expect(desk.locator(".drafts__sum").first).to_have_text("De to kladder er ens.")
    desk.get_by_label("Efter", exact=True).select_option(label="raadet.json")
    expect(desk.locator(".drafts__sum").first).to_have_text(re.compile(r"^2 ny, 1 slettet, \d+ ens\.$"))
    note = docx.Document(BytesIO(download(desk, "Hent forskellene som Word")))
    assert note.core_properties.title == "Forskelle: faelles.json og raadet.json"
    struck = [piece for item in note.paragraphs for piece in item.runs if piece.font.strike]
    added = [piece for item in note.paragraphs for piece in item.runs if piece.font.underline]
    assert struck and any(piece.text == "Egeby Erhvervsråd" for piece in added)


def test_moved_and_renamed_things_are_known_again(workbench: Page) -> None:
    """A renamed party is a change, not one gone and one new; a moved clause changes the order alone."""
    body = f"""{WRITTEN}
      const other = structuredClone(draft);
      other.parter[0].navn = "Ny Egeby Kommune";
      other.klausuler.splice(5, 0, ...other.klausuler.splice(2, 1));
      return m.compare.compareDrafts(draft, other, data).filter((part) => part.change !== "ens");"""
    found = [(part["kind"], part["change"]) for part in run(workbench, body)]
    assert found == [("parter", "aendret"), ("raekkefoelge", "aendret")]


# ── Merge ────────────────────────────────────────────────────────────────────


def test_versions_are_merged_point_by_point(desk: Page) -> None:
    """Who proposes what is said, nothing is decided by itself, and the merged draft holds what was accepted."""
    base, _, _ = open_versions(desk)
    desk.locator("[data-task=saml]").click()
    total = desk.locator("[data-slot=merge-sum]")
    expect(total).to_have_text("0 af 5 punkter er afgjort. 1 sted strider forslagene mod hinanden.")
    assert json.loads(download(desk, "Hent den som JSON"))["kladde"] == base
    desk.get_by_role("button", name="Accepter de forslag, som kun én har (4)").click()
    expect(total).to_have_text("4 af 5 punkter er afgjort. 1 sted strider forslagene mod hinanden.")
    conflict = desk.locator(".drafts__point--conflict")
    expect(conflict).to_contain_text("forslag fra skolen.json")
    expect(conflict).to_contain_text("forslag fra raadet.json")
    desk.get_by_role("group", name=re.compile("^Egeby Erhvervsråd")).get_by_label(re.compile("^Afvis")).check()
    points = download(desk, "Hent punkterne som Word")
    texts = [item.text for item in docx.Document(BytesIO(points)).paragraphs]
    assert texts[1] == "1. Svar i felterne: Opsigelsesvarsel"
    assert "skolen.json foreslår: tre måneder" in texts and "raadet.json foreslår: seks måneder" in texts
    conflict.get_by_label("forslag fra raadet.json").check()
    expect(total).to_have_text(re.compile("^5 af 5 "))
    merged = json.loads(download(desk, "Hent den som JSON"))["kladde"]
    assert merged["svar"]["varsel"] == "seks måneder"
    assert merged["maal"][0]["maal"] == "80"
    assert [party["navn"] for party in merged["parter"]] == [party["navn"] for party in base["parter"]]
    clauses = {entry["id"]: entry for entry in merged["klausuler"]}
    assert "bilag" not in clauses and clauses["formaal"]["tekst"] == "Formålet er flere faglærte."
    assert merged["id"] == base["id"]
    desk.get_by_role("button", name="Åbn den samlede kladde i byggeren").click()
    expect(desk.locator(".builder__document")).to_contain_text("med et varsel på seks måneder.")


def test_strangers_and_left_out_versions_are_seen(desk: Page) -> None:
    """Another draft's id is told; a version that is left out proposes nothing."""
    base, school, council = versions(desk)
    council["id"] = "f" * 16
    choose(desk, a_json=draft_file(base), b_json=draft_file(school), c_json=draft_file(council))
    desk.locator("[data-task=saml]").click()
    expect(desk.locator("[data-slot=merge-warning]")).to_contain_text("ikke samme oprindelse")
    desk.get_by_label("c.json", exact=True).uncheck()
    expect(desk.locator("[data-slot=merge-warning]")).to_be_hidden()
    expect(desk.locator("[data-slot=merge-sum]")).to_have_text(
        "0 af 3 punkter er afgjort. Ingen forslag strider mod hinanden."
    )


def test_merging_by_hand_gives_what_each_version_says(workbench: Page) -> None:
    """All of one version's proposals give that version, none give the base; a new clause finds its place."""
    body = f"""{WRITTEN}
      const other = structuredClone(draft);
      const own = {{ id: "egen-9", variant: "", titel: "Ny", tekst: "Ny tekst.", model: "", fra: [] }};
      other.klausuler.splice(3, 0, own);
      other.klausuler.splice(8, 1);
      other.organer[0].indkalder = "Skolen";
      other.aktiviteter = [];
      const points = m.merge.mergePoints(draft, [{{ name: "b", draft: other }}], data);
      const all = new Map(points.map((point) => [point.key, 0]));
      const order = structuredClone(draft);
      order.klausuler.reverse();
      const moved = m.merge.mergePoints(draft, [{{ name: "c", draft: order }}], data);
      const none = m.merge.mergedDraft(draft, points, new Map(), data);
      const {{ klausuler }} = m.merge.mergedDraft(draft, moved, new Map([["raekkefoelge", 0]]), data);
      return [other, m.merge.mergedDraft(draft, points, all, data), draft, none,
        moved.map((point) => point.kind), klausuler.length, klausuler[0].id];"""
    other, merged, draft, kept, kinds, count, first = run(workbench, body)
    assert merged == other
    assert kept == draft
    assert (kinds, count, first) == (["raekkefoelge"], len(draft["klausuler"]), draft["klausuler"][-1]["id"])


# ── Renew ────────────────────────────────────────────────────────────────────


def test_an_agreement_is_renewed(desk: Page) -> None:
    """The dates move, goals are reviewed, a party joins; out come the draft, the difference and the note."""
    base = written_draft(desk)
    choose(desk, gammel_json=draft_file(base))
    expect(desk.locator(".drafts__item")).to_have_count(1)
    desk.locator("[data-task=forny]").click()
    expect(desk.get_by_label("Flyt datoerne antal måneder")).to_have_value("36")
    expect(desk.get_by_label("Ny tid: Startdato")).to_have_value("1. januar 2030")
    expect(desk.get_by_label("Ny tid: Slutdato")).to_have_value("31. december 2032")
    expect(desk.get_by_label("Ny tid: Frist for målet »Flere læreaftaler«")).to_have_value("31. december 2031")
    desk.get_by_label(re.compile("^Ny tid: Tid for aktiviteten")).fill("juni 2030")
    goals = desk.locator(".drafts__goal")
    goals.nth(0).get_by_label("Status").select_option("naaet")
    goals.nth(0).get_by_label("En linje om målet").fill("62 læreaftaler ved årets udgang.")
    goals.nth(1).get_by_label("Status").select_option("delvist")
    expect(goals.nth(0).get_by_label("Tag målet med i den nye aftale")).not_to_be_checked()
    desk.get_by_label("Navne på nye parter, ét på hver linje").fill("Egeby Erhvervsråd\negeby kommune\n")
    note = docx.Document(BytesIO(download(desk, "Hent statusnotat som Word")))
    assert note.paragraphs[0].text == "Status på mål: Flere faglærte i Egeby"
    assert note.tables[0].rows[1].cells[3].text == "nået"
    assert note.tables[0].rows[1].cells[4].text == "62 læreaftaler ved årets udgang."
    fresh = json.loads(download(desk, "Hent den som JSON"))["kladde"]
    assert (fresh["forgaenger"], fresh["id"] == base["id"]) == (base["id"], False)
    assert fresh["svar"]["startdato"] == "1. januar 2030"
    assert [goal["tekst"] for goal in fresh["maal"]] == ["Flere besøg"]
    assert fresh["aktiviteter"][0]["hvornaar"] == "juni 2030"
    assert [party["navn"] for party in fresh["parter"]][2:] == ["Egeby Erhvervsråd"]
    desk.get_by_role("button", name="Se forskellen fra den gamle").click()
    expect(desk.locator("#sammenlign")).to_be_focused()
    expect(desk.locator("[data-slot=compare-parts] ins", has_text="2030").first).to_be_visible()
    desk.locator("[data-task=forny]").click()
    desk.get_by_role("button", name="Åbn den nye aftale i byggeren").click()
    expect(desk.locator(".builder__document")).to_contain_text(
        "fra den 1. januar 2030 til og med den 31. december 2032"
    )


TEXTS = [
    ("31. december 2027", 12, "31. december 2028"),
    ("30. juni 2027", 6, "31. december 2027"),
    ("28/2-2027", 12, "29. februar 2028"),
    ("31.1.2027", 1, "28. februar 2027"),
    ("2027-03-15", 24, "15. marts 2029"),
    ("foråret 2027", 36, "foråret 2030"),
    ("foråret 2027", 18, "foråret 2027"),
    ("skoleåret 2027/2028", 24, "skoleåret 2029/2030"),
    ("senest 1. maj 2027 og igen 1. maj 2028", 12, "senest 1. maj 2028 og igen 1. maj 2029"),
    ("2000 kroner, CVR 20271234, løbende", 12, "2000 kroner, CVR 20271234, løbende"),
    ("31/2-2027", 12, "31/2-2027"),
]


def test_dates_and_years_in_texts_are_moved(workbench: Page) -> None:
    """Dates keep the end of a month; bare years move by whole years only; amounts and what is no date stay."""
    moved = run(
        workbench, "return v.map(([text, months]) => m.renew.movedText(text, months));", *[row[:2] for row in TEXTS]
    )
    assert moved == [row[2] for row in TEXTS]


def test_a_wrong_number_of_months_is_marked(desk: Page) -> None:
    choose(desk, a_json=draft_file(written_draft(desk)))
    desk.locator("[data-task=forny]").click()
    months = desk.get_by_label("Flyt datoerne antal måneder")
    for wrong in ("", "0", "2,5", "mange", "999"):
        months.fill(wrong)
        expect(months).to_have_attribute("aria-invalid", "true")
    months.fill("12")
    expect(months).not_to_have_attribute("aria-invalid", "true")
    expect(desk.get_by_label("Ny tid: Startdato")).to_have_value("1. januar 2028")


# ── On this device ───────────────────────────────────────────────────────────


def test_drafts_of_this_device_are_put_on_the_list(page: Page, site: str) -> None:
    """The one draft of the first edition is taken along; a broken and a newer one are told and left alone."""
    first = {
        "parter": [{"navn": "Gamle Egeby", "underskriver": ""}],
        "valg": {"formaal": "et-faelles-formaal"},
        "svar": {},
    }
    entries = {
        KEY: json.dumps({"version": 1, "gemt": "2026-11-21T13:02:00Z", "kladde": first}),
        f"{KEY}.{'a' * 16}": "{cut",
        f"{KEY}.{'b' * 16}": json.dumps({"version": 9, "kladde": {"navn": "Fra fremtiden"}}),
    }
    page.add_init_script(f"for (const [k, v] of Object.entries({json.dumps(entries)})) localStorage.setItem(k, v)")
    at_drafts(page, site)
    page.get_by_text("Kladder på denne enhed", exact=True).click()
    items = page.locator(".saved-drafts__item")
    expect(items).to_have_count(3)
    expect(items.filter(has_text="nyere udgave")).to_contain_text("Fra fremtiden")
    expect(items.filter(has_text="Den kan ikke læses. Den er ikke rørt.")).to_have_count(1)
    items.first.get_by_role("button", name=re.compile("^Læg på listen")).click()
    expect(page.locator(".drafts__item")).to_contain_text("1 part · 1 klausul · ")
    assert page.evaluate("(keys) => keys.map((key) => localStorage.getItem(key))", list(entries)) == list(
        entries.values()
    )


def test_the_work_is_done_by_keyboard(desk: Page) -> None:
    """Files, task, a decision and a download without a mouse."""
    open_versions(desk)
    desk.locator("#drafts-files").focus()
    assert desk.evaluate("getComputedStyle(document.querySelector('label[for=drafts-files]')).outlineStyle") == "solid"

    def tab_to(selector: str) -> None:
        for _ in range(120):
            desk.keyboard.press("Tab")
            if desk.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} kan ikke nås med tabulator")

    tab_to("[data-task=saml]")
    desk.keyboard.press("Enter")
    tab_to("[data-do=merge-undisputed]")
    desk.keyboard.press("Enter")
    expect(desk.locator("#saml")).to_be_focused()
    tab_to(".drafts__point--conflict input")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[data-slot=merge-sum]")).to_have_text(re.compile("^5 af 5 "))
