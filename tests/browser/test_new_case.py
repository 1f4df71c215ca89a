"""The form for a new case, in the browser: from an empty page to a file that validates, and the words it says."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.library.content import Content
from macros.reading.yaml_source import parse
from tests.examples import CASE, ROOT, changed, problems_in, to_yaml, write

KEY = "alliancebanken.ny-case"
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
MOST_ELEMENTS = 3000
MODULES = "/assets/javascripts/new-case"


def open_form(page: Page, site: str) -> Page:
    """The form, ready to be used."""
    page.set_default_timeout(10_000)
    page.goto(f"{site}bidrag/ny-case/")
    expect(page.locator(".builder__app")).to_be_visible()
    return page


def here(page: Page, label: str) -> Any:
    """The control with that label in the step that is shown."""
    named = re.compile(rf"^{re.escape(label)}( \(.*\))?$")
    return page.locator(".builder__step:not([hidden])").get_by_label(named)


def on(page: Page, name: str) -> None:
    """Go on to the next step by its name."""
    page.get_by_role("button", name=f"Videre: {name}").click()
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_focused()


def tick(page: Page, group: str, name: str) -> None:
    """Choose a value of a list."""
    page.get_by_role("group", name=group).get_by_role("checkbox", name=re.compile(f"^{name}")).check()


def choose_cases(page: Page) -> None:
    """Related cases, by a suggestion and by some words; no list of all there are, and what is unknown is told."""
    field, picked = page.locator("#ny-se-ogsaa-find"), page.locator(".new-case__picked li")
    expect(page.locator(".new-case__steps [value=horsens-alliancen]")).to_have_count(0)
    field.press_sequentially("horsens")
    suggested = page.locator("#ny-se-ogsaa-forslag option")
    expect(suggested).to_have_count(2)
    field.fill("Horsens Alliancen")
    expect(picked).to_have_text([re.compile("^Horsens Alliancen")])
    expect(field).to_have_value("")
    field.fill("noget, der ikke findes")
    field.press("Enter")
    expect(page.locator("#ny-se-ogsaa-fejl")).to_contain_text("Ingen case hedder det.")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("energiteam")
    field.press("Enter")
    expect(picked).to_have_count(2)
    expect(page.locator("#ny-se-ogsaa-fejl")).to_be_hidden()
    page.get_by_role("button", name=re.compile("^Fjern Horsens Alliancen")).click()
    expect(picked).to_have_count(1)
    expect(field).to_be_focused()


def with_many_cases(route: Route) -> None:
    """The form's data as they are when the site holds ten thousand cases."""
    data = route.fetch().json()
    (related,) = (field for field in data["felter"] if field["key"] == "se_ogsaa")
    related["item"]["choices"] += [{"id": f"digt-{number}", "name": f"Digt {number}"} for number in range(10_000)]
    route.fulfill(json=data)


def fill_in(page: Page, *, new_source: bool = False) -> None:
    """A whole case, as a caseworker would write it."""
    here(page, "Titel").fill("Lodser i Nordby: »nye« & gamle")
    here(page, "Kort fortalt").fill("Kommunen og havnen lærer ledige op som lodser.")
    here(page, "Tema").select_option("specifikke-kompetencer")
    on(page, "Kilden")
    if new_source:
        here(page, "Udgivelse").select_option("ny-kilde")
        source = page.locator(".new-case__new-source")
        for label, text in (("Titel", "Lodser i havn"), ("Udgiver", "Fanø Kommune"), ("År", "2024")):
            source.get_by_label(label, exact=True).fill(text)
    else:
        here(page, "Udgivelse").select_option("kl-2018")
        here(page, "Side").fill("12-13")
    on(page, "Sted og tid")
    here(page, "Find i listen: kommuner").fill("fan")
    expect(page.get_by_role("checkbox", name="Aalborg")).to_be_hidden()
    here(page, "Find i listen: kommuner").press("Enter")
    expect(page.locator("#ny-kommuner .new-case__chosen")).to_have_text("Valgt: Fanø")
    expect(page.get_by_role("checkbox", name="Aalborg")).to_be_visible()
    on(page, "Hvem er med")
    for actor, kind in (("Fanø Kommune", "kommune"), ("Havnen", "virksomhed")):
        page.get_by_role("button", name="Tilføj aktør").click()
        expect(page.locator(".builder__item[open]")).to_have_count(1)
        row = page.locator(".builder__item[open]")
        row.get_by_label("Navn").fill(actor)
        row.get_by_label("Type").select_option(kind)
    tick(page, "Målgrupper", "Ledige")
    tick(page, "Brancher", "Industri og metal")
    on(page, "Indsatsen")
    here(page, "Formål").fill("Havnen mangler lodser.\n\n- en\n- to")
    page.get_by_role("group", name="Virkemidler").get_by_role("checkbox").first.check()
    on(page, "Resultater")
    page.get_by_role("group", name="Resultattyper").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Tilføj nøgletal").click()
    expect(here(page, "Tal")).to_be_focused()
    here(page, "Tal").fill("1.200 cirka")
    here(page, "Enhed").fill("lodser")
    here(page, "Hvad").fill("Lodser i job")
    on(page, "Læring")
    page.get_by_role("button", name="Tilføj læringspunkt").click()
    expect(here(page, "Tekst")).to_be_focused()
    here(page, "Tekst").fill("Begynd med et lille hold.")
    here(page, "Område").select_option("ledelse")
    on(page, "Mere")
    choose_cases(page)
    on(page, "Se efter og send")


def content_copy(folder: Path) -> Path:
    """The real content, where a new file may be laid."""
    for name in ("cases", "agreements", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("assets"))
    return folder


def validated(folder: Path, text: str, source: str = "") -> list[str]:
    """What the command line says of a new case."""
    root = content_copy(folder)
    identifier = re.match(r"id: (\S+)", text)
    assert identifier
    write(root / "cases" / f"{identifier[1]}.yml", text)
    sources = root / "cases" / "_udgivelser.yml"
    write(sources, sources.read_text(encoding="utf-8") + source)
    return [str(problem) for problem in problems_in(root)]


def test_from_an_empty_page_to_a_file_that_validates(page: Page, site: str, tmp_path: Path) -> None:
    """What is wrong is told where it stands, the page grows, the draft lies on the device, and the file is right."""
    open_form(page, site)
    fill_in(page)
    expect(page.locator(".new-case__ready")).to_be_hidden()
    fault = "Nøgletal 1: Tal: »1.200 cirka« er ikke et tal (forventet: et tal som 9.000 eller 42,5)."
    expect(page.locator(".new-case__fault-list li")).to_have_text([re.compile(re.escape(fault))])
    page.locator(".new-case__fault-list a").click()
    expect(here(page, "Tal")).to_be_focused()
    expect(here(page, "Tal")).to_have_attribute("aria-invalid", "true")
    here(page, "Tal").fill("1.200")
    expect(here(page, "Tal")).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(".new-case__page")).to_contain_text("1.200 lodser")
    expect(page.locator(".new-case__page h3")).to_contain_text(["Nøgletal", "Formål", "Læring"])
    expect(page.locator(".new-case__kept")).to_contain_text("Kladden er gemt på denne enhed, kl.")
    page.reload()
    expect(page.locator(".builder__notice")).to_contain_text("Din kladde fra kl.")
    page.get_by_role("link", name=re.compile("Se efter og send")).click()
    expect(page.locator(".new-case__ready")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Hent filen").click()
    assert waiting.value.suggested_filename == "lodser-i-nordby-nye-gamle.yml"
    text = waiting.value.path().read_text(encoding="utf-8")
    assert validated(tmp_path, text) == []
    address = urlsplit(page.locator(".new-case__github").get_attribute("href") or "")
    query = parse_qs(address.query)
    assert address.path.endswith("/new/main")
    assert query["filename"] == ["cases/lodser-i-nordby-nye-gamle.yml"] and query["value"] == [text]
    expect(page.locator(".new-case__long")).to_be_hidden()
    page.get_by_role("button", name="Slet kladden, og begynd forfra").click()
    page.get_by_role("button", name="Ja, slet det").click()
    expect(here(page, "Titel")).to_have_value("")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_a_source_that_is_not_on_the_list(page: Page, site: str, tmp_path: Path) -> None:
    """The form asks of it, and writes the lines for the list beside the case; ten thousand cases slow nobody down."""
    page.route("**/data/ny-case.json", with_many_cases)
    open_form(page, site)
    assert page.locator("new-case *").count() < MOST_ELEMENTS
    fill_in(page, new_source=True)
    page.locator(".new-case__fault-list a").click()
    here(page, "Tal").fill("1.200")
    page.get_by_role("link", name=re.compile("Se efter og send")).click()
    text, source = (page.locator(f'[data-slot="{name}"]').text_content() or "" for name in ("yaml", "source"))
    assert "udgivelse: lodser-i-havn" in text and source.startswith("- id: lodser-i-havn\n")
    assert validated(tmp_path / "med", text, source) == []
    assert any("ukendt" in problem for problem in validated(tmp_path / "uden", text))


BAD: dict[str, dict[str, Any]] = {
    "titel": {"titel": None},
    "tema": {"tema": "findes-ikke"},
    "tal": {"noegletal": [{"tal": "ca. 17", "enhed": "a", "hvad": "b"}]},
    "mangler": {"noegletal": [{"tal": "17"}]},
    "aar": {"noegletal": [{"tal": "17", "enhed": "a", "hvad": "b", "aar": "i fjor"}]},
    "raekkefoelge": {"noegletal": [{"tal": "17", "enhed": "a", "hvad": "b", "aar": "2016-2015"}]},
    "art": {"noegletal": [{"tal": "17", "enhed": "a", "hvad": "b", "art": "gaet"}]},
    "side": {"kilde": {"udgivelse": "kl-2018", "side": "side 12"}},
    "kilde": {"kilde": {"udgivelse": "ukendt-kilde"}},
    "ingen-kilde": {"kilde": {"side": "12"}},
    "dag": {"gennemgaaet": "22/11-2020"},
    "kalender": {"gennemgaaet": "2021-02-30"},
    "fremtid": {"gennemgaaet": "2999-01-01"},
    "sted": {"kommuner": None},
    "kommune": {"kommuner": ["atlantis"]},
    "regioner": {"regioner": ["region-syddanmark"]},
    "finansiering": {"finansieringsform": ["parterne-selv"]},
    "brancher": {"brancher": None},
    "aktoer": {"aktoerer": [{"navn": "Havnen"}]},
    "laering": {"laering": [{"id": "Å", "tekst": "a", "omraade": "ledelse"}]},
    "to-ens": {"laering": [{"id": "a", "tekst": "a", "omraade": "ledelse"}] * 2},
    "optaget": {"titel": "Horsens Alliancen"},
    "i-orden": {},
}


def test_python_and_the_form_say_the_same(page: Page, site: str, tmp_path: Path) -> None:
    """For a table of bad values: the same fields, the same messages."""
    root = content_copy(tmp_path)
    files = {name: changed(CASE, {"titel": f"Prøve {name}", "id": f"proeve-{name}"} | bad) for name, bad in BAD.items()}
    for name, data in files.items():
        write(root / "cases" / f"proeve-{name}.yml", to_yaml(data))
    said: dict[str, list[list[str]]] = {name: [] for name in BAD}
    for problem in problems_in(root):
        name = Path(problem.path).stem.removeprefix("proeve-")
        # The place of a whole case, or of a list without an answer, is told of its first field.
        said[name].append([problem.field, problem.message])
    open_form(page, site)
    found = page.evaluate(
        """async ([at, files]) => {
            const { problems } = await import(`${at}/checks.mjs`);
            const { readValue } = await import(`${at}/value.mjs`);
            const data = await (await fetch("/data/ny-case.json")).json();
            const name = (path) => path.reduce((text, step) =>
                typeof step === "number" ? `${text}[${step + 1}]` : text ? `${text}.${step}` : step, "");
            return Object.fromEntries(Object.entries(files).map(([key, value]) => [key, problems(data,
                { ...readValue(data, value, "2026-11-22"), gennemgaaet: value.gennemgaaet }, "2026-11-22")
                .map((one) => [name(one.path), one.message])]));
        }""",
        [MODULES, files],
    )
    # A rule about a whole case stands at its first line for a file, and at the field to mend in the form.
    assert said["sted"][0][0] == "" and found["sted"][0][0] == "kommuner"
    said["sted"][0][0] = "kommuner"
    assert {name: sorted(rows) for name, rows in found.items()} == {name: sorted(rows) for name, rows in said.items()}


ODD = [
    "nej", "ja", "no", "null", "~", "0101", "12:30", "1e3", "0x10", "2026-11-22", "a: b", "a #b", "# a", "- a", "-",
    "?", "'", '"', "\"x\" og 'y'", "»citat«", "{a}", "[a]", "{{ 7*7 }}", "&a", "*a", "!a", "|", ">", "%a", "@a",
    "`a`", "a\\b", "😀 👨\u200d👩", "æøå ÆØÅ é", "a\nb", "a\n\n  b\n", "\n\na", "a\r\nb", "a\tb", "a\u00a0b",
    "a\u200bb", "a\u2028b", "--- a", "...", "=", "<<", "a:", ":a", ", a", "a,", "\ufeffa", "x" * 3000, "a " * 900,
    "\x07a", "a\u0085b",
]  # fmt: skip
SIGNS = [*"ab æ1:,.-#'\"{}[]&*!|>%@`\\?~=\n\n\t\u00a0😀\u0301\u200d", "nej", ": ", "- ", "\r\n"]


def odd_texts(count: int) -> list[str]:
    """Texts of signs that mean something to YAML, to a browser or to nobody."""
    chance = random.Random(7)
    return ["".join(chance.choices(SIGNS, k=chance.randint(1, 40))) for _ in range(count)]


def test_odd_texts_come_through_the_file_unchanged(page: Page, site: str) -> None:
    """As a line, as prose, in a list of values and in a row: what is written is what is read."""
    open_form(page, site)
    made = page.evaluate(
        """async ([at, texts]) => {
            const { toYaml, fromYaml } = await import(`${at}/yaml.mjs`);
            const { cleanText } = await import(`${at}/value.mjs`);
            return texts.map((raw) => cleanText(raw)).filter(Boolean).map((text) => {
                const aktoerer = [{ navn: text, rolle: "x" }];
                const value = { titel: text, formaal: text, liste: [text, "b"], aktoerer };
                const file = toYaml(value, ["formaal"]);
                return [text, file, JSON.stringify(fromYaml(file))];
            });
        }""",
        [MODULES, [*ODD, *odd_texts(300)]],
    )
    assert len(made) > 300
    for text, file, again in made:
        source = parse(file, "cases/x.yml")
        assert source.problems == (), (text, file)
        for data in (source.data, json.loads(again)):
            read = [data["titel"], data["formaal"], data["liste"][0], data["aktoerer"][0]["navn"]]
            assert [one.strip() for one in read] == [text] * 4, (text, file)


def test_numbers_stand_as_the_house_writes_them(page: Page, site: str) -> None:
    open_form(page, site)
    made = page.evaluate(
        """async (at) => (await import(`${at}/yaml.mjs`))
            .toYaml({ tal: "9.000", dag: "2026-11-22", a: ["x", "y"], b: "nej: så" })""",
        MODULES,
    )
    assert made == 'tal: 9.000\ndag: 2026-11-22\na: [x, y]\nb: "nej: så"\n'


def test_the_real_cases_survive_being_read_and_written(page: Page, site: str, content: Content) -> None:
    """The editors' tool reads and writes the same way: not a word of a real file is lost."""
    open_form(page, site)
    files = {case.id: (ROOT / "cases" / f"{case.id}.yml").read_text(encoding="utf-8") for case in content.cases}
    again = page.evaluate(
        """async (files) => {
            const { fileFormat } = await import("/assets/javascripts/admin.mjs");
            const { collections } = await (await fetch("/admin/config.yml")).json();
            const { fromFile, toFile } = fileFormat(collections);
            return Object.fromEntries(Object.entries(files).map(([id, text]) => [id, toFile(fromFile(text))]));
        }""",
        files,
    )
    for identifier, text in files.items():
        old, new = parse(text, "a").data, parse(again[identifier], "b").data
        assert json.dumps(new).replace('\\n"', '"') == json.dumps(old).replace('\\n"', '"'), identifier


@pytest.mark.parametrize(
    ("fault", "told"), [("QuotaExceededError", "ikke plads"), ("SecurityError", "ikke siden gemme")]
)
def test_a_device_that_cannot_keep_the_draft(page: Page, site: str, fault: str, told: str) -> None:
    """It is said at once, and the way out is the file."""
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw new DOMException('x', '{fault}'); }};")
    open_form(page, site)
    here(page, "Titel").fill("Lodser")
    expect(page.locator(".new-case__kept")).to_contain_text(told)
    here(page, "Kort fortalt").fill("Ring til 010203-1234")
    expect(here(page, "Kort fortalt")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#ny-kort-fejl")).to_contain_text("ligner et CPR-nummer")
    expect(page.locator(".new-case__page")).not_to_contain_text("010203")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


STRANGE: list[Any] = [
    None, 7, "x", [], [1], {"titel": 7}, {"titel": ["a"]}, {"kommuner": "aalborg"}, {"kommuner": [None, {}, "fanoe"]},
    {"aktoerer": {"navn": "x"}}, {"aktoerer": [None, 3, "x", {"navn": {}}]}, {"kilde": "kl-2018"}, {"kilde": []},
    {"__proto__": {"titel": "x"}}, {"constructor": "x"}, {"noegletal": [{"tal": "1"}] * 500},
]  # fmt: skip


def test_a_strange_draft_is_read_as_far_as_it_fits(page: Page, site: str) -> None:
    """Whatever lies on the device, the form opens with texts, lists and rows."""
    open_form(page, site)
    found = page.evaluate(
        """async ([at, drafts]) => {
            const { readValue, proposal } = await import(`${at}/value.mjs`);
            const { problems } = await import(`${at}/checks.mjs`);
            const data = await (await fetch("/data/ny-case.json")).json();
            return drafts.map((draft) => {
                const value = readValue(data, draft, "2026-11-22");
                problems(data, value, "2026-11-22");
                const { kommuner, aktoerer, noegletal } = value;
                return [Object.keys(value).length, typeof value.titel, kommuner, aktoerer.length, noegletal.length];
            });
        }""",
        [MODULES, STRANGE],
    )
    assert {(row[0], row[1]) for row in found} == {(found[0][0], "string")}
    assert found[8][2] == ["fanoe"] and found[7][2] == []
    assert found[10][3] == 4 and found[15][4] == 100
    page.evaluate(f"localStorage.setItem('{KEY}', '{{\"version\": 9}}')")
    page.reload()
    expect(here(page, "Titel")).to_have_value("")


def test_a_long_case_is_copied_instead(page: Page, site: str) -> None:
    """GitHub takes no long addresses, so the form says so and leads to an empty file."""
    page.goto(f"{site}bidrag/ny-case/")
    found = page.evaluate(
        """async (at) => {
            const { newFileAddress, mailAddress } = await import(`${at}/send.mjs`);
            const [short, long] = ["id: a\\n", "æ".repeat(2000)];
            return [newFileAddress("https://g.example/a", "x", short), newFileAddress("https://g.example/a", "x", long),
                mailAddress("r@x.example", "T & T", short), mailAddress("r@x.example", "T", long)];
        }""",
        MODULES,
    )
    assert found[0] == {
        "address": "https://g.example/a/new/main?filename=cases%2Fx.yml&quick_pull=1&value=id%3A%20a%0A",
        "whole": True,
    }
    assert found[1] == {"address": "https://g.example/a/new/main?filename=cases%2Fx.yml&quick_pull=1", "whole": False}
    assert found[2] == "mailto:r@x.example?subject=Ny%20case%3A%20T%20%26%20T&body=id%3A%20a%0A"
    assert "vedh%C3%A6ft" in found[3]


def test_the_keyboard_alone(page: Page, site: str) -> None:
    """Write, choose, add a row, move it and take it away, and come to the end."""
    open_form(page, site)

    def tab_to(selector: str) -> None:
        for _ in range(80):
            if page.locator(f"{selector}:focus").count():
                return
            page.keyboard.press("Tab")
        raise AssertionError(selector)

    here(page, "Titel").focus()
    page.keyboard.type("Med tasterne")
    tab_to("[data-do='step-on']")
    for name in ("Kilden", "Sted og tid", "Hvem er med"):
        tab_to("[data-do='step-on']")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_focused()
    for text in ("Havnen", "Skolen"):
        tab_to(".new-case__rows > .builder__actions button")
        page.keyboard.press("Enter")
        expect(page.locator(".builder__item[open] input").first).to_be_focused()
        page.keyboard.type(text)
    tab_to(".builder__item[open] .builder__item-actions button:not([disabled])")
    page.keyboard.press("Enter")
    expect(page.locator(".builder__item-title")).to_have_text(["Skolen", "Havnen"])
    expect(page.locator(".builder__status")).to_have_text("Aktør er nu nummer 1.")
    tab_to("#ny-maalgrupper .new-case__choices input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator("#ny-maalgrupper .new-case__chosen")).to_have_text("Valgt: Ledige")
    tab_to("[data-do='discard']")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("[data-do='discard']")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_every_step_is_accessible_and_fits(page: Page, site: str, width: int, scheme: Any) -> None:
    """axe finds nothing, with rows open and faults told, and nothing is wider than the screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    open_form(page, site)
    steps = page.locator(".builder__nav-list a")
    for index in [*range(steps.count()), 0, 3, 5, 6]:
        if not steps.nth(index).is_visible():
            page.locator(".builder__nav-open").click()
        steps.nth(index).click()
        add = page.locator(".builder__step:not([hidden]) .new-case__rows > .builder__actions button")
        if add.count() and not page.locator(".builder__step:not([hidden]) .builder__item").count():
            add.click()
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        found = Axe().run(page, context=".builder", options=AXE_RULES).response["violations"]
        assert not found, json.dumps(
            [index, *[(one["id"], [node["target"] for node in one["nodes"]]) for one in found]]
        )
    if width == 360:
        page.get_by_role("button", name="Se casen").click()
        expect(page.locator(".new-case__page")).to_be_visible()


def test_without_a_script_or_data_the_file_is_the_way(
    page: Page, new_context: Callable[..., BrowserContext], site: str, guard: Any
) -> None:
    plain = new_context(java_script_enabled=False).new_page()
    plain.goto(f"{site}bidrag/ny-case/")
    expect(plain.get_by_role("link", name="Hent den tomme fil")).to_be_visible()
    guard.expected.append("ny-case.json|Failed to load")
    page.route("**/data/ny-case.json", lambda route: route.abort())
    page.goto(f"{site}bidrag/ny-case/")
    expect(page.get_by_role("alert")).to_contain_text("Formularen kunne ikke åbne")
    expect(page.get_by_role("link", name="Hent den tomme fil")).to_be_visible()
