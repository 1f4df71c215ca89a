"""Each page's content as JSON and Markdown beside it."""

from __future__ import annotations

import json
import re

import markdown
import pytest

from macros.finding.facet_pages import facet_pages
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.sharing.page_twins import case_twin, facet_twins, has_twins, page_twins
from scripts.measuring.synthetic_cases import content_of
from tests.test_site_files import SITE, TODAY


def list_twins(content: Content) -> dict[str, str]:
    """Every file but those of cases."""
    shared, pages = shared_content(content), facet_pages(content, TODAY)
    of_values = [facet_twins(shared, page, SITE) for page in pages]
    return page_twins(content, SITE) | {path: text for files in of_values for path, text in files.items()}


@pytest.fixture(scope="module")
def twins(content: Content) -> dict[str, str]:
    """Every file."""
    cases = {f"{case.url}index.md": case_twin(content, case, SITE) for case in content.cases}
    return list_twins(content) | cases


def test_every_page_of_content_has_both(twins: dict[str, str], content: Content) -> None:
    addresses = {item.url for item in (*content.agreements, *content.clauses)} | {"laering/", "cases/"}
    addresses |= {f"temaer/{theme.id}/" for theme in content.terms("temaer")}
    addresses |= {f"cases/efter/{page.id}/" for page in facet_pages(content, TODAY)}
    assert {f"{address}index.json" for address in addresses} <= twins.keys()
    addresses |= {case.url for case in content.cases}
    assert {f"{address}index.md" for address in addresses} <= twins.keys()
    assert all(json.loads(text) for path, text in twins.items() if path.endswith(".json"))


def test_a_page_with_them_is_known_by_its_address(twins: dict[str, str], content: Content) -> None:
    addresses = {path.removesuffix("index.md") for path in twins if path.endswith(".md")}
    assert all(has_twins(content, address) for address in addresses)
    others = ["", "om/", "om/kilder/", "cases/efter/", "cases/sammenlign/", "temaer/", "aftaler/", "aftaler/tjek/"]
    assert not [address for address in [*others, "aftaler/klausuler/", "kort/"] if has_twins(content, address)]


def test_a_case_as_markdown_says_all_and_where_it_is_from(twins: dict[str, str], content: Content) -> None:
    for case in content.cases:
        text = twins[f"{case.url}index.md"]
        assert text.startswith(f"# {case.titel}\n\n> {case.kort}\n")
        assert f"Adresse: {SITE}{case.url}" in text and "KL (2018)" in text and "KL har ophavsretten" in text
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == [name for name, there in (
            ("Nøgletal", case.noegletal), ("Formål", case.formaal), ("Organisering", case.organisering),
            ("Finansiering", case.finansiering), ("Resultater", case.resultater), ("Læring", case.laering),
            ("Kilde", True),
        ) if there]  # fmt: skip
        assert all(figure.hvad in text for figure in case.noegletal)
        assert len(re.findall(r"<h2", markdown.markdown(text))) == len(headings)


@pytest.mark.parametrize("mark", ["&amp;", "&#39;", "&lt;", "{{", "{%", "None", "Undefined"])
def test_the_text_is_as_it_was_written(mark: str, twins: dict[str, str]) -> None:
    assert not [path for path, text in twins.items() if path.endswith(".md") and mark in text]


def test_a_lists_links_lead_to_other_markdown_files(twins: dict[str, str]) -> None:
    for path, text in twins.items():
        if path.endswith(".md"):
            for link in re.findall(rf"\]\({re.escape(SITE)}([^)]+index\.md)\)", text):
                assert link in twins, path


def test_a_long_list_is_cut_and_says_where_it_all_stands(content: Content) -> None:
    many = list_twins(content_of(content, 400, 1))
    for path, text in many.items():
        if path.endswith("index.json") and path.startswith(("temaer/", "aftaler/klausuler/")):
            data = json.loads(text)
            for name in {"cases", "laering"} & data.keys():
                cut = f"{name}_alle" in data
                assert cut == (len(data[name]) in (24, 30, 40)) and len(data[name]) <= 40
                assert not cut or (data[f"{name}_i_alt"] > len(data[name]) and data[f"{name}_alle"])
                assert not cut or data[f"{name}_alle"] in many or data[f"{name}_alle"] == "data/laering.json"
    assert "Her står de første 60 af 400 cases. Alle står i" in many["cases/index.md"]
    assert f"Alle står i {SITE}data/laering.json" in many["laering/index.md"]
    pages = [page for page in facet_pages(content_of(content, 400, 1), TODAY) if page.number < page.pages]
    assert pages
    for page in pages:
        assert json.loads(many[f"{page.url}index.json"])["naeste"] in many
        assert re.findall(r"Næste side: \S+/side-\d+/index\.md", many[f"{page.url}index.md"])
