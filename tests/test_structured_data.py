"""What pages tell search engines: valid by the vocabulary of schema.org, true, and safe inside a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import rdflib

from macros.library.content import Content
from macros.sharing.page_head import PageHeads
from macros.sharing.structured_data import script_safe

SITE = "https://alliancebanken.example/"
# Made from the package schema-dts, which is made from schema.org's own vocabulary: type -> ancestors and properties.
VOCABULARY = json.loads((Path(__file__).parent / "fixtures" / "schema_org.json").read_text(encoding="utf-8"))["types"]
CASE, AGREEMENT = "cases/horsens-alliancen/", "aftaler/partnerskabsaftale-lejre/"
ADDRESSES = ["", CASE, AGREEMENT, "aftaler/klausuler/opsigelse/", "temaer/skole-og-virksomhed/", "data/", "laering/",
             "cases/efter/branche/metal/", "om/kilder/", "liste/"]  # fmt: skip
# The words of a range that are written as plain text.
WRITTEN = {"Text", "URL", "Date", "DateTime", "Integer", "Number", "Boolean", "string"}


@pytest.fixture(scope="module")
def heads(content: Content) -> PageHeads:
    """Makes heads as the build does."""
    return PageHeads(content, SITE)


def structured(heads: PageHeads, address: str, title: str = "En side", text: str = "Om siden.") -> str:
    """The JSON that stands in a page's head."""
    found = re.search('<script type="application/ld.json">(.*?)</script>', heads.html(address, title, text), re.DOTALL)
    assert found
    return found[1]


def graph(heads: PageHeads, address: str) -> list[dict[str, Any]]:
    """What a page says of itself."""
    made: dict[str, Any] = json.loads(structured(heads, address))
    assert made["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = made["@graph"]
    return found


def faults(node: dict[str, Any]) -> list[str]:
    """Types and properties that the vocabulary does not have, and values that do not fit."""
    kind = VOCABULARY.get(node.get("@type", ""))
    if not kind:
        return [] if node.keys() == {"@id"} else [f"ukendt type: {node.get('@type')}"]
    found = []
    for key, value in node.items():
        if key.startswith("@"):
            continue
        if key not in kind["properties"]:
            found.append(f"{node['@type']}.{key} findes ikke")
            continue
        fits = set(kind["properties"][key].split())
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                found += faults(item)
                kinds = set(VOCABULARY[item["@type"]]["is"]) if "@type" in item else fits
                if not kinds & fits:
                    found.append(f"{node['@type']}.{key} kan ikke være {item['@type']}")
            elif not fits & WRITTEN:
                found.append(f"{node['@type']}.{key} kan ikke være tekst")
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_all_words_are_of_the_vocabulary(address: str, heads: PageHeads) -> None:
    assert [fault for node in graph(heads, address) for fault in faults(node)] == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Case", "name": "x"}, "ukendt type: Case"),
        ({"@type": "CreativeWork", "titel": "x"}, "CreativeWork.titel findes ikke"),
        ({"@type": "CreativeWork", "spatialCoverage": "Horsens"}, "CreativeWork.spatialCoverage kan ikke være tekst"),
        ({"@type": "CreativeWork", "isBasedOn": {"@type": "Place"}}, "CreativeWork.isBasedOn kan ikke være Place"),
        ({"@type": "WebPage", "publisher": {"@type": "Organization", "isbn": "1"}}, "Organization.isbn findes ikke"),
    ],
)
def test_a_wrong_word_is_found(node: dict[str, Any], fault: str) -> None:
    assert faults(node) == [fault]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_independent_reader_finds_the_same_types(address: str, heads: PageHeads) -> None:
    text = json.loads(structured(heads, address))
    text["@context"] = {"@vocab": "https://schema.org/"}  # the same words without asking the network
    read = rdflib.Graph().parse(data=json.dumps(text), format="json-ld")
    types = {str(item).removeprefix("https://schema.org/") for item in read.objects(None, rdflib.RDF.type)}
    assert types <= VOCABULARY.keys() and types


def test_each_kind_of_page_says_what_it_is(heads: PageHeads) -> None:
    kinds = {address: [node["@type"] for node in graph(heads, address)] for address in ADDRESSES}
    assert kinds[""] == ["WebSite"]
    assert kinds[CASE] == kinds[AGREEMENT] == ["CreativeWork", "BreadcrumbList"]
    assert kinds["data/"] == ["Dataset", "BreadcrumbList"]
    assert kinds["cases/efter/branche/metal/"][0] == kinds["laering/"][0] == "CollectionPage"
    assert kinds["liste/"][0] == "WebPage"


def test_a_case_names_its_source_its_place_and_its_day(heads: PageHeads, content: Content) -> None:
    work = graph(heads, CASE)[0]
    assert work["isBasedOn"]["@type"] == "Book" and work["isBasedOn"]["publisher"]["name"] == "KL"
    assert work["spatialCoverage"] == [{"@type": "Place", "name": "Horsens Kommune"}]
    assert work["dateModified"] == content.case_by_id["horsens-alliancen"].gennemgaaet.isoformat()
    assert work["url"] == SITE + CASE and work["inLanguage"] == "da"


def test_breadcrumbs_lead_from_the_front_page_to_the_page(heads: PageHeads) -> None:
    trail = graph(heads, CASE)[1]["itemListElement"]
    assert [item["position"] for item in trail] == [1, 2, 3, 4]
    assert [item["item"]["@id"].removeprefix(SITE) for item in trail] == [
        "",
        "cases/",
        "temaer/bestemte-grupper-i-job/",
        CASE,
    ]
    assert [item["name"] for item in graph(heads, "om/kilder/")[1]["itemListElement"]] == ["Forside", "Om", "En side"]


def test_a_page_says_where_it_lies_in_other_forms(heads: PageHeads) -> None:
    links = re.findall('<link rel="alternate" type="([^"]+)" href="([^"]+)">', heads.html(CASE, "x", "y"))
    assert links == [
        ("application/json", "index.json"),
        ("text/markdown", "index.md"),
        ("application/json+oembed", f"{SITE}indlejr/case/horsens-alliancen/oembed.json"),
    ]
    assert "<link" not in heads.html("om/", "x", "y")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "]]>", "&lt;", "\u2028\u2029", '"\\'])
def test_nothing_written_can_end_the_element(text: str, heads: PageHeads) -> None:
    text = f"Før {text} efter"
    made = structured(heads, "om/", text, text)
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made)["@graph"][0]["name"] == " ".join(text.split())
    assert json.loads(script_safe(text)) == text
