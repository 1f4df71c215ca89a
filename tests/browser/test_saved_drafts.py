"""Drafts on this device: saved when a person says so, several by name, nothing lost between tabs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.builder_page import KEY, field, open_builder, step
from tests.browser.drafts import draft_file, word_file, written_draft

SAVE = "Gem kladde på denne enhed"
HERE = "Hent og gem"


def party(page: Page) -> Locator:
    """The first party's name."""
    return page.locator("#felt-part-1")


def stored(page: Page) -> dict[str, str]:
    """Every draft that lies on the device."""
    return page.evaluate(  # type: ignore[no-any-return]
        "(name) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(name)))", KEY
    )


def write(page: Page, name: str, draft_name: str = "") -> None:
    """Name the first party, and the draft."""
    field(page, "Part 1").fill(name)
    field(page, "Kladdens navn (valgfrit)").fill(draft_name)


def save(page: Page) -> None:
    """Press save and wait for the words."""
    step(page, HERE)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".builder__status")).to_have_text(re.compile(r"^Kladden er gemt kl\. \d\d\.\d\d\.$"))


def items(page: Page) -> Locator:
    """The drafts in the list."""
    return page.locator(".saved-drafts__item")


def put(page: Page, entries: dict[str, str]) -> None:
    """Let drafts lie on the device before the page opens."""
    script = (
        "for (const [key, text] of Object.entries(%s)) if (!localStorage.getItem(key)) localStorage.setItem(key, text)"
    )
    page.add_init_script(script % json.dumps(entries))


def test_several_named_drafts_are_kept_opened_renamed_copied_and_deleted(page: Page, site: str) -> None:
    """Nothing is stored before one presses save; a deletion can be taken back."""
    open_builder(page, site)
    write(page, "Egeby", "Første")
    assert stored(page) == {}
    save(page)
    expect(items(page)).to_have_count(1)
    expect(items(page)).to_contain_text("Åben nu")
    write(page, "Vesterby", "Anden")
    expect(page.locator(".builder__unsaved")).to_be_visible()
    step(page, HERE)
    page.get_by_role("button", name="Gem som en ny kladde").click()
    expect(items(page)).to_have_count(2)
    first = items(page).filter(has_text="Første")
    first.get_by_role("button", name="Omdøb Første").click()
    page.get_by_label("Nyt navn").locator("visible=true").fill("Det første udkast")
    page.keyboard.press("Enter")
    expect(items(page).filter(has_text="Det første udkast")).to_have_count(1)
    step(page, HERE)
    page.get_by_role("button", name="Kopiér Det første udkast").click()
    expect(items(page)).to_have_count(3)
    before = stored(page)
    step(page, HERE)
    page.get_by_role("button", name="Slet Anden").click()
    expect(items(page)).to_have_count(2)
    expect(page.locator(".builder__saved")).to_contain_text("Den gemte kladde er slettet.")
    page.get_by_role("button", name="Fortryd sletningen").click()
    assert stored(page) == before
    step(page, HERE)
    page.get_by_role("button", name="Åbn Det første udkast").click()
    expect(party(page)).to_have_value("Egeby")
    open_builder(page, site)
    expect(party(page)).to_have_value("")
    expect(items(page)).to_have_count(3)
    page.locator(".builder__notices").get_by_role("button", name="Vis gemte kladder").click()
    expect(page.locator("#mine-kladder")).to_be_focused()


def test_an_opened_draft_asks_before_it_takes_the_place_of_words(page: Page, site: str) -> None:
    """No keeps what is written."""
    open_builder(page, site)
    write(page, "Egeby", "Min")
    save(page)
    write(page, "Noget nyt", "Min")
    step(page, HERE)
    page.get_by_role("button", name="Åbn Min").click()
    page.get_by_role("button", name="Nej, behold det").click()
    expect(party(page)).to_have_value("Noget nyt")
    step(page, HERE)
    page.get_by_role("button", name="Åbn Min").click()
    page.get_by_role("button", name="Ja, åbn den").click()
    expect(party(page)).to_have_value("Egeby")


def test_all_drafts_come_home_in_one_file_and_open_again(page: Page, site: str) -> None:
    open_builder(page, site)
    for name in ("Første", "Anden"):
        write(page, "Egeby", name)
        step(page, HERE)
        page.get_by_role("button", name="Gem som en ny kladde" if name == "Anden" else SAVE).click()
        expect(items(page).filter(has_text=name)).to_have_count(1)
    with page.expect_download() as found:
        step(page, HERE)
        page.get_by_role("button", name="Hent alle kladder som én fil").click()
    path = Path(found.value.path())
    assert len(json.loads(path.read_text(encoding="utf-8"))["kladder"]) == 2
    page.goto(f"{site}aftaler/kladder/")
    expect(page.locator(".drafts__app")).to_be_visible()
    page.locator("#drafts-files").set_input_files(
        {"name": "alle.json", "mimeType": "application/json", "buffer": path.read_bytes()}
    )
    expect(page.locator(".drafts__name").filter(has_text=re.compile("^(Første|Anden)$")).first).to_be_visible()
    expect(page.locator(".drafts__item")).to_have_count(2)


def test_another_tab_is_heard_and_never_overwritten_unasked(page: Page, site: str, context: BrowserContext) -> None:
    """Both tabs hold the same draft: the second is told, asked before it saves, and can take the newest."""
    open_builder(page, site)
    write(page, "Egeby", "Fælles")
    save(page)
    other = open_builder(context.new_page(), site)
    step(other, HERE)
    other.get_by_role("button", name="Åbn Fælles").click()
    expect(party(other)).to_have_value("Egeby")
    write(page, "Egeby Kommune", "Fælles")
    save(page)
    expect(other.locator(".builder__notices")).to_contain_text("Kladden er gemt i en anden fane.")
    field(other, "Part 1").fill("Egeby og omegn")
    step(other, HERE)
    other.get_by_role("button", name=SAVE).click()
    other.get_by_role("button", name="Nej, behold den").click()
    assert [json.loads(text)["kladde"]["parter"][0]["navn"] for text in stored(page).values()] == ["Egeby Kommune"]
    step(other, HERE)
    other.get_by_role("button", name="Åbn den nyeste udgave").click()
    other.get_by_role("button", name="Ja, åbn den").click()
    expect(party(other)).to_have_value("Egeby Kommune")
    step(page, HERE)
    page.get_by_role("button", name="Slet Fælles").click()
    expect(other.locator(".builder__notices")).to_contain_text("Kladden er slettet i en anden fane.")
    expect(party(other)).to_have_value("Egeby Kommune")


def test_a_tab_that_dies_and_a_device_that_is_cleared_take_nothing_saved_or_typed(
    page: Page, site: str, context: BrowserContext
) -> None:
    """The last saved draft is whole; what is typed while another tab clears everything stands, and can be saved."""
    open_builder(page, site)
    write(page, "Egeby", "Fælles")
    save(page)
    field(page, "Part 1").fill("Egeby og omegn")
    # Without asking and without a last word to the page, as when the system ends it.
    page.close(run_before_unload=False)
    other = open_builder(context.new_page(), site)
    expect(items(other)).to_have_count(1)
    step(other, HERE)
    other.get_by_role("button", name="Åbn Fælles").click()
    expect(party(other)).to_have_value("Egeby")
    field(other, "Part 1").fill("Egeby og omegn")
    clearing = context.new_page()
    clearing.goto(f"{site}was/")
    clearing.evaluate("localStorage.clear()")
    step(other, HERE)
    expect(items(other)).to_have_count(0)
    expect(other.locator(".builder__notices")).to_contain_text("slettet")
    expect(party(other)).to_have_value("Egeby og omegn")
    save(other)
    expect(items(other)).to_have_count(1)
    assert [json.loads(text)["kladde"]["parter"][0]["navn"] for text in stored(other).values()] == ["Egeby og omegn"]


def test_the_first_editions_draft_is_taken_along(page: Page, site: str) -> None:
    """It opens, and is saved where it lies in the new form."""
    old = {
        "parter": [{"navn": "Gamle Egeby", "underskriver": ""}],
        "valg": {"formaal": "et-faelles-formaal"},
        "svar": {},
    }
    put(page, {KEY: json.dumps({"version": 1, "gemt": "2026-11-21T13:02:00Z", "kladde": old})})
    open_builder(page, site)
    expect(items(page)).to_contain_text("21. november 2026 kl. 14.02")
    step(page, HERE)
    items(page).get_by_role("button", name=re.compile("^Åbn")).click()
    expect(party(page)).to_have_value("Gamle Egeby")
    save(page)
    assert list(stored(page)) == [KEY]
    assert json.loads(stored(page)[KEY])["version"] == 2


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{cut", "Den kan ikke læses. Den er ikke rørt."),
        ("null", "Den kan ikke læses. Den er ikke rørt."),
        ('{"version": 2, "kladde": {}}', "Den kan ikke læses. Den er ikke rørt."),
        ('{"version": 9, "kladde": {}}', "Den er lavet med en nyere udgave"),
    ],
)
def test_a_broken_saved_draft_is_told_and_left_alone(page: Page, site: str, entry: str, words: str) -> None:
    """It cannot be opened, lies untouched, can be taken home as it is, and be deleted."""
    put(page, {KEY: entry})
    open_builder(page, site)
    expect(items(page)).to_contain_text(words)
    expect(items(page).get_by_role("button", name=re.compile("^Åbn"))).to_have_count(0)
    with page.expect_download() as found:
        step(page, HERE)
        items(page).get_by_role("button", name=re.compile("^Hent som tekst")).click()
    assert Path(found.value.path()).read_text(encoding="utf-8") == entry
    assert stored(page) == {KEY: entry}


def refuse(page: Page, fault: str) -> None:
    """Let the browser refuse to store drafts."""
    page.add_init_script(
        f"const old = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {{"
        f" if (key.startsWith('{KEY}')) throw new DOMException('nej', '{fault}'); return old.call(this, key, text); }};"
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("QuotaExceededError", "Der er ikke plads til flere kladder"),
        ("SecurityError", "Browseren lader ikke siden gemme."),
    ],
)
def test_a_full_or_blocked_place_is_said_and_nothing_is_lost(page: Page, site: str, fault: str, words: str) -> None:
    refuse(page, fault)
    open_builder(page, site)
    write(page, "Egeby")
    step(page, HERE)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".builder__status")).to_contain_text(words)
    expect(party(page)).to_have_value("Egeby")
    assert stored(page) == {}


def test_no_storage_at_all_stops_nothing(page: Page, site: str) -> None:
    """Where even reading is refused, the builder says so and works."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nej', 'SecurityError'); } })"
    )
    open_builder(page, site)
    write(page, "Egeby")
    expect(page.locator(".saved-drafts")).to_contain_text("Browseren lader ikke siden gemme kladder på enheden.")
    step(page, HERE)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".builder__status")).to_contain_text("Browseren lader ikke siden gemme.")


def test_a_link_leaves_the_saved_drafts_alone(page: Page, site: str) -> None:
    """A draft from a link is saved as one more, never over one's own."""
    open_builder(page, site)
    write(page, "Egeby", "Min egen")
    save(page)
    page.evaluate("navigator.clipboard && (navigator.clipboard.writeText = async (text) => { window.__link = text; })")
    step(page, HERE)
    page.get_by_role("button", name="Kopiér link til kladden").click()
    expect(page.locator(".builder__status")).to_have_text(re.compile("^Linket til kladden er kopieret"))
    link = page.evaluate("window.__link")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".builder__notices")).to_contain_text("Dine egne gemte kladder er ikke rørt.")
    before = stored(page)
    save(page)
    after = stored(page)
    assert len(after) == 2 and before.items() <= after.items()


def test_a_word_file_opens_in_the_builder(page: Page, site: str) -> None:
    """It asks first where words stand; a refused file leaves them be."""
    open_builder(page, site)
    data = word_file(page)
    page.evaluate("document.querySelector('#kladde-fil').focus()")

    def choose(name: str, content: bytes) -> None:
        page.locator("#kladde-fil").set_input_files({"name": name, "mimeType": "application/x", "buffer": content})

    choose("aftale.docx", data)
    expect(party(page)).to_have_value("Egeby Kommune")
    expect(page.locator(".builder__status")).to_have_text(
        "Kladden fra filen er åbnet. Den er ikke gemt på denne enhed."
    )
    field(page, "Part 1").fill("Vesterby")
    choose("skaaret.docx", data[:3000])
    expect(page.locator(".builder__notices")).to_contain_text("skaaret.docx: Word-filen er beskadiget")
    expect(party(page)).to_have_value("Vesterby")
    step(page, HERE)
    choose("aftale.json", draft_file(written_draft(page)))
    page.get_by_role("button", name="Nej, behold det").click()
    expect(party(page)).to_have_value("Vesterby")
    assert stored(page) == {}


def test_word_out_and_in_again_through_the_buttons(page: Page, site: str) -> None:
    """The journey: write, take the Word file home, begin anew, open it: the agreement reads as it did."""
    open_builder(page, site)
    write(page, "Egeby Kommune")
    field(page, "Aftalens titel").fill("Flere faglærte")
    step(page, HERE)
    expect(page.locator(".builder__document")).to_contain_text("Flere faglærte")
    shown = page.locator(".builder__document").inner_text()
    with page.expect_download() as found:
        page.get_by_role("button", name="Hent som Word").click()
    path = found.value.path()
    step(page, HERE)
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Ja, begynd forfra").click()
    expect(party(page)).to_have_value("")
    page.locator("#kladde-fil").set_input_files(
        {"name": "a.docx", "mimeType": "application/x", "buffer": Path(path).read_bytes()}
    )
    expect(party(page)).to_have_value("Egeby Kommune")
    expect(page.locator(".builder__document")).to_contain_text("Flere faglærte")
    assert page.locator(".builder__document").inner_text() == shown


def test_every_file_can_be_had(page: Page, site: str) -> None:
    """Plain text for mail, Markdown and JSON, named by the title."""
    open_builder(page, site)
    write(page, "Egeby Kommune")
    field(page, "Aftalens titel").fill("Flere faglærte")
    step(page, HERE)
    kinds: dict[str, Any] = {
        "Hent som ren tekst til mail": ("flere-faglaerte.txt", "Flere faglærte\n\n§ 1 "),
        "Hent som Markdown": ("flere-faglaerte.md", "# Flere faglærte\n\n## § 1 "),
        "Hent kladden som JSON": ("flere-faglaerte.json", '{\n "format": "alliancebanken-kladde"'),
    }
    for button, (name, start) in kinds.items():
        with page.expect_download() as found:
            page.get_by_role("button", name=button).click()
        assert found.value.suggested_filename == name
        text = Path(found.value.path()).read_text(encoding="utf-8")
        assert text.startswith(start), text[:80]
