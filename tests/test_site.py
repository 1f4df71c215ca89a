"""The built site as a visitor meets it: every address answers, every link leads somewhere, every number is right."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from posixpath import normpath
from urllib.parse import parse_qsl, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from macros.finding.facets import facets
from macros.finding.search_documents import search_documents
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.sharing.page_dates import page_date
from tests.examples import ODD, ROOT
from tests.site_reader import PageOnDisk, read_page, read_site, target_of

BUILD_DAY = "2026-11-22"
DESIGNED = [
    "cases/",
    "temaer/",
    "laering/",
    "resultater/",
    "kort/",
    "aftaler/",
    "aftaler/sammenlign/",
    "aftaler/klausuler/",
    "aftaler/byg/",
    "data/",
    "bidrag/",
    "bidrag/felter/",
    "om/",
    "om/kilder/",
    "om/kataloget/",
    "tilgaengelighed/",
    "was/",
    "404.html",
    "sitemap.xml",
    "assets/main.css",
    "data/cases.json",
    "data/cases.csv",
    "data/aftaler.json",
    "data/klausuler.json",
    "data/feed.xml",
    "data/soeg/start.json",
    "data/case.schema.json",
    "data/aftale.schema.json",
    "data/klausul.schema.json",
]


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, PageOnDisk]:
    """Every page of the built site by its address."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def own_pages(site_pages: dict[str, PageOnDisk]) -> dict[str, PageOnDisk]:
    """The pages that people read, without those that only lead on, and those that stand alone."""
    alone = re.compile(r"admin/|c/\d+/|indlejr/|cases/[^/]+/ark/")
    return {address: page for address, page in site_pages.items() if not alone.match(address)}


# Addresses


def answers(built_site: Path, pages: dict[str, PageOnDisk], path: str, anchor: str = "") -> bool:
    """Whether an address answers, down to its anchor."""
    if path in pages:
        return not anchor or anchor in pages[path].ids
    return (built_site / path).is_file() and not anchor


@pytest.mark.parametrize("address", DESIGNED)
def test_the_addresses_of_the_design(address: str, built_site: Path, site_pages: dict[str, PageOnDisk]) -> None:
    assert answers(built_site, site_pages, address)


def test_short_addresses_lead_to_their_cases(site_pages: dict[str, PageOnDisk], content: Content) -> None:
    for case in content.cases:
        if not case.nummer:
            continue
        page = site_pages[f"c/{case.nummer}/"]
        targets = {target_of(page, link) for link in page.links if not link.endswith((".js", ".svg"))}
        assert targets == {(case.url, "")}
        assert [row for row in page.having("http-equiv") if str(row["content"]).startswith("0;")]


def test_markdown_closes_no_component_too_early(built_site: Path) -> None:
    """A component that begins a block of Markdown is wrapped in a paragraph, which ends before its contents."""
    for page in built_site.rglob("*.html"):
        assert not re.search(r"<p><[a-z]+-[a-z]+", page.read_text(encoding="utf-8")), page


# Links


def test_every_link_leads_somewhere(built_site: Path, site_pages: dict[str, PageOnDisk]) -> None:
    dead = set()
    for page in site_pages.values():
        for link in page.links:
            if re.match(r"(mailto|tel|data):", link):
                continue
            target = target_of(page, link)
            if target and not answers(built_site, site_pages, *target):
                dead.add(f"{page.address or 'forsiden'} -> {link}")
    assert not dead


def test_links_into_the_finder_choose_values_that_exist(site_pages: dict[str, PageOnDisk], content: Content) -> None:
    values = {(facet.key, value.id) for facet in facets(content, _day()) for value in facet.values}
    for page in site_pages.values():
        for link in page.links:
            parts = urlsplit(urljoin(page.url, link))
            if parts.path == "/cases/" and parts.query:
                assert set(parse_qsl(parts.query)) <= values, f"{page.address}: {link}"


def test_links_into_the_builder_choose_what_exists(site_pages: dict[str, PageOnDisk], content: Content) -> None:
    lessons = {f"{case.id}#{lesson.id}" for case in content.cases for lesson in case.laering}
    lessons |= {f"katalog#{lesson.id}" for area in content.terms("laeringsomraader") for lesson in area.punkter}
    known = {"klausul": content.clause_by_id.keys(), "case": content.case_by_id.keys(), "laering": lessons}
    found = dict.fromkeys(known, 0)
    for page in site_pages.values():
        for link in page.links:
            parts = urlsplit(urljoin(page.url, link))
            if parts.path == "/aftaler/byg/" and parts.query:
                for key, value in parse_qsl(parts.query):
                    assert value in known[key], f"{page.address}: {link}"
                    found[key] += 1
    assert all(number > 15 for number in found.values()), found


def test_the_page_for_lost_visitors_works_from_any_depth(site_pages: dict[str, PageOnDisk]) -> None:
    page = site_pages["404.html"]
    relative = [link for link in (*page.links, *page.resources) if not re.match(r"(/|https:|mailto:|#|data:)", link)]
    assert relative == []
    assert "/cases/" in page.links


def test_nothing_is_fetched_from_elsewhere(site_pages: dict[str, PageOnDisk]) -> None:
    for page in site_pages.values():
        for resource in page.resources:
            assert target_of(page, resource), f"{page.address}: {resource}"


def test_no_style_sheet_fetches_from_elsewhere(built_site: Path) -> None:
    for file in built_site.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        fetched = re.findall(r"url\(\s*['\"]?([^'\")]+)", text) + re.findall(r"@import\s+['\"]([^'\"]+)", text)
        assert not [url for url in fetched if re.match(r"(https?:)?//", url)], file.name


def test_every_resource_is_there(built_site: Path, site_pages: dict[str, PageOnDisk]) -> None:
    for page in site_pages.values():
        for resource in page.resources:
            path, _ = target_of(page, resource) or ("", "")
            assert (built_site / path).exists(), f"{page.address}: {resource}"


# Every page


def test_a_page_is_danish_with_one_title_and_one_heading(site_pages: dict[str, PageOnDisk]) -> None:
    for address, page in site_pages.items():
        assert page.lang == "da", address
        assert page.title.strip(), address
        assert len(page.h1) == 1 and page.h1[0].strip(), f"{address}: {page.h1}"


def test_titles_and_summaries_differ(own_pages: dict[str, PageOnDisk]) -> None:
    for get in (lambda page: page.title, summary_of):
        counted = Counter(get(page) for address, page in own_pages.items() if address != "404.html")
        assert [text for text, number in counted.items() if number > 1 or not text] == []


def summary_of(page: PageOnDisk) -> str:
    """The page's summary for search engines."""
    return next((str(row["content"]) for row in page.having("name") if row["name"] == "description"), "")


def test_ids_are_used_once_on_a_page(site_pages: dict[str, PageOnDisk]) -> None:
    twice = {
        f"{address}#{name}"
        for address, page in site_pages.items()
        for name, number in Counter(page.ids).items()
        if number > 1
    }
    assert not twice


def test_anchors_are_ascii(own_pages: dict[str, PageOnDisk]) -> None:
    assert not {name for page in own_pages.values() for name in page.ids if not name.isascii()}


def test_headings_do_not_skip_a_level(own_pages: dict[str, PageOnDisk]) -> None:
    skips = []
    for address, page in own_pages.items():
        last = 0
        for tag, attributes in page.elements:
            if re.fullmatch(r"h[1-6]", tag):
                if last and int(tag[1]) > last + 1:
                    skips.append(f"{address}: h{last} -> {tag} {attributes.get('id', '')}")
                last = int(tag[1])
    assert not skips


@pytest.mark.parametrize(
    "mark", ["Macro Rendering Error", "Macro Syntax Error", "{{", "{%", "{#", "Undefined", 'href="None', "None</",
             "&lt;p&gt;", "&amp;amp;", "[object", "built-in method", "bound method", "object at 0x", "TODO", "Lorem"]
)  # fmt: skip
def test_nothing_of_the_machinery_shows(mark: str, site_pages: dict[str, PageOnDisk]) -> None:
    assert [address for address, page in site_pages.items() if mark in page.words] == []


def test_no_markdown_is_left_over(own_pages: dict[str, PageOnDisk]) -> None:
    left = re.compile(r"\*\*\S|^#{1,6} \S|\]\(\S|\{ ?#[a-z]|^- \S", re.MULTILINE)
    shows = {address: left.search(page.text) for address, page in own_pages.items()}
    assert {address: found[0] for address, found in shows.items() if found} == {}


def test_no_style_or_script_stands_in_the_attributes_of_our_pages(site_pages: dict[str, PageOnDisk]) -> None:
    for address, page in site_pages.items():
        handlers = {name for _, attributes in page.elements for name in attributes if name.startswith("on")}
        assert not handlers, f"{address}: {handlers}"


def test_every_table_and_image_is_named(own_pages: dict[str, PageOnDisk]) -> None:
    for address, page in own_pages.items():
        for tag, attributes in page.elements:
            if tag == "img":
                assert "alt" in attributes, address
            if attributes.get("role") == "region":
                assert attributes.get("aria-label") or attributes.get("aria-labelledby"), address


def test_every_field_of_a_form_is_named(own_pages: dict[str, PageOnDisk]) -> None:
    for address, page in own_pages.items():
        labelled = {row["for"] for row in page.having("for")}
        for tag, attributes in page.elements:
            if tag == "input" and attributes.get("type") in ("search", "text", None):
                assert attributes.get("id") in labelled or "aria-label" in attributes, f"{address}: {attributes}"


# Links for editors


def edit_links(page: PageOnDisk) -> set[str]:
    """The files that a page asks its reader to mend, as paths in the repository."""
    marker = "/edit/main/"
    full = {urljoin(page.url, link) for link in page.links}
    return {normpath(link.split(marker, 1)[1]) for link in full if marker in link}


def test_every_page_is_mended_at_its_source(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    for case in content.cases:
        assert edit_links(own_pages[case.url]) == {f"cases/{case.id}.yml"}
    for agreement in content.agreements:
        assert edit_links(own_pages[agreement.url]) == {f"agreements/{agreement.id}.yml"}
    for clause in content.clauses:
        assert edit_links(own_pages[clause.url]) == {f"agreements/_klausuler/{clause.id}.md"}
    for address, page in own_pages.items():
        if address != "404.html":
            assert edit_links(page), address
            assert all((ROOT / path).is_file() for path in edit_links(page)), address


def test_the_pencil_opens_the_page_that_it_stands_on(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    """A hand-written page its own text, a value's page its list, and a page that shows a list that list too."""
    facets_of = {"branche": "brancher", "maalgruppe": "maalgrupper", "virkemiddel": "virkemidler"}
    lists = 0
    for address, page in own_pages.items():
        written = ROOT / "docs" / address / "index.md"
        if written.is_file():
            shown = re.search(r"(?m)^liste: (\S+)$", written.read_text(encoding="utf-8"))
            expected = {f"docs/{address}index.md"} | ({shown[1]} if shown else set())
            assert edit_links(page) == expected, address
            lists += bool(shown)
    assert lists > 9
    for theme in content.terms("temaer"):
        assert edit_links(own_pages[f"temaer/{theme.id}/"]) == {"cases/_temaer.yml"}
    for kind, name in facets_of.items():
        found = [edit_links(page) for address, page in own_pages.items() if address.startswith(f"cases/efter/{kind}/")]
        assert found and all(links == {f"cases/_{name}.yml"} for links in found), kind


# Numbers


def _day() -> object:
    from datetime import date

    return date.fromisoformat(BUILD_DAY)


def test_the_finder_shows_every_case_and_its_number(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    page = own_pages["cases/"]
    shown = [str(row["data-case"]) for row in page.having("data-case")]
    assert sorted(shown) == sorted(content.case_by_id)
    # Theme by theme, which is the catalogue's own order.
    assert [name for name in shown if content.case_by_id[name].nummer] == [x.id for x in content.cases if x.nummer]
    assert re.findall(r"<[^>]* data-count[^>]*>(\d+)<", page.html) == [str(len(content.cases))]


def test_the_facets_count_right(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    html = own_pages["cases/"].html
    for facet in facets(content, _day()):  # type: ignore[arg-type]
        for value in facet.values:
            found = re.search(rf'name="{facet.key}" value="{value.id}">.*?facet__count[^>]*>(\d+)<', html, re.DOTALL)
            assert found and int(found[1]) == value.antal, f"{facet.key}={value.id}"


def test_the_front_page_counts_right(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    text = own_pages[""].text
    figures = sum(len(case.noegletal) for case in content.cases)
    assert f"{len(content.cases)} cases og {len(content.agreements)} rigtige partnerskabsaftaler" in text
    assert f"Se alle {figures} nøgletal" in text
    for theme in content.terms("temaer"):
        number = sum(case.tema == theme.id for case in content.cases)
        assert re.search(rf"{re.escape(theme.navn)}\s.*?\s{number} cases", text, re.DOTALL)


def test_the_result_page_has_every_figure(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    page = own_pages["resultater/"]
    figures = sum(len(case.noegletal) for case in content.cases)
    assert len(page.of_class("figure-table__number")) == figures
    assert f"{figures} tal, som casene selv opgiver" in page.text
    assert len(page.of_class("result")) == 19


def test_the_lesson_page_has_every_lesson(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    assert len(own_pages["laering/"].of_class("lesson")) == len(list(all_lessons(content)))


def test_the_agreements_stand_side_by_side(own_pages: dict[str, PageOnDisk], content: Content) -> None:
    html = own_pages["aftaler/sammenlign/"].html
    assert html.count("<td data-column=") == len(content.clauses) * len(content.agreements)
    absent = sum(not item.findes for agreement in content.agreements for item in agreement.klausuler.values())
    assert html.count("Findes ikke</p>") == absent


def test_hoeje_taastrup_has_no_notice(own_pages: dict[str, PageOnDisk]) -> None:
    html = own_pages["aftaler/partnerskabsaftale-hoeje-taastrup/"].html
    assert re.search(r'id="klausul-opsigelse">.*?Findes ikke', html)
    assert "Findes ikke i aftalen" in html


# Data


def test_data_files_agree_with_the_pages(built_site: Path, content: Content) -> None:
    data = built_site / "data"
    assert len(json.loads((data / "cases.json").read_text(encoding="utf-8"))) == len(content.cases)
    assert len(json.loads((data / "aftaler.json").read_text(encoding="utf-8"))) == len(content.agreements)
    assert len(json.loads((data / "klausuler.json").read_text(encoding="utf-8"))) == len(content.clauses)
    text = (data / "noegletal.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == 1 + sum(len(case.noegletal) for case in content.cases)
    for file in data.glob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


def test_the_addresses_in_the_data_answer(
    built_site: Path, site_pages: dict[str, PageOnDisk], content: Content
) -> None:
    data = built_site / "data"
    addresses = [document.url for document in search_documents(content)]
    clauses = json.loads((data / "klausuler.json").read_text(encoding="utf-8"))
    addresses += [lesson["adresse"] for clause in clauses for lesson in clause["laering"]]
    for name in ("cases", "aftaler", "klausuler"):
        addresses += [row["adresse"] for row in json.loads((data / f"{name}.json").read_text(encoding="utf-8"))]
    assert [address for address in addresses if not answers(built_site, site_pages, *address.split("#"))] == []


def test_the_feed_leads_to_pages(built_site: Path, site_pages: dict[str, PageOnDisk]) -> None:
    root = ET.parse(built_site / "data" / "feed.xml").getroot()
    ids = [element.text or "" for element in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) > 20
    assert all(urlsplit(address).path[1:] in site_pages for address in ids)


def test_the_site_map_has_every_page(built_site: Path, own_pages: dict[str, PageOnDisk]) -> None:
    root = ET.parse(built_site / "sitemap.xml").getroot()
    listed = {urlsplit(element.text or "").path[1:] for element in root.iter() if element.tag.endswith("}loc")}
    assert own_pages.keys() - {"404.html"} <= listed


def test_the_site_map_dates_each_page_by_its_content(built_site: Path, content: Content) -> None:
    root = ET.parse(built_site / "sitemap.xml").getroot()
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    told = {urlsplit(row.findtext(f"{name}loc", "")).path[1:]: row.findtext(f"{name}lastmod") for row in root}
    for address, day in told.items():
        true = page_date(content, address)
        assert day == (true.isoformat() if true else None), address
    assert told["cases/horsens-alliancen/"] and "indlejr/case/horsens-alliancen/" not in told


def test_a_page_names_its_other_forms_and_they_are_there(built_site: Path, own_pages: dict[str, PageOnDisk]) -> None:
    found = 0
    for page in own_pages.values():
        for tag, row in page.elements:
            if tag == "link" and row.get("rel") == "alternate" and row.get("href"):
                path, _ = target_of(page, str(row["href"])) or ("", "")
                assert (built_site / path).is_file(), f"{page.address}: {row['href']}"
                found += str(row["type"]).startswith(("application/json", "text/markdown"))
    assert found > 400


# Text that only looks dangerous


@pytest.fixture(scope="session")
def odd_page(altered_site: Path) -> PageOnDisk:
    """A case with signs that mean something to YAML, Markdown, HTML and templates."""
    page = altered_site / "cases" / "lodser-i-nordby" / "index.html"
    return read_page("cases/lodser-i-nordby/", page.read_text(encoding="utf-8"))


def test_odd_signs_reach_the_reader(odd_page: PageOnDisk) -> None:
    assert odd_page.h1[0].removesuffix("#").strip() == ODD
    assert odd_page.title.startswith(ODD)
    assert summary_of(odd_page) == f"{ODD}."
    assert ODD in odd_page.text
