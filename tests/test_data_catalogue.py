"""The DCAT-AP-DK description: one graph in two forms, only terms that exist, and all that the profile demands."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from macros.library.content import Content
from macros.sharing.data_catalogue import catalogue_files
from macros.sharing.data_files import DATA_FILES, newest

SITE = "https://alliancebanken.example/"
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
# What DCAT-AP 3 and its Danish profile ask of each class, as a minimum, and what we promise beside it.
DEMANDED = {
    DCAT.Catalog: {
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.language, FOAF.homepage,
    },
    DCAT.Dataset: {
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.distribution, DCAT.keyword,
        DCAT.theme, DCTERMS.accessRights, DCTERMS.issued, DCTERMS.modified, DCTERMS.spatial, DCTERMS.identifier,
        DCTERMS.accrualPeriodicity, DCAT.landingPage, DCTERMS.language,
    },
    DCAT.Distribution: {
        DCAT.accessURL, DCAT.downloadURL, DCTERMS.license, DCTERMS["format"], DCAT.mediaType, DCTERMS.title,
    },
    FOAF.Agent: {FOAF.name},
    VCARD.Organization: {VCARD.fn},
}  # fmt: skip


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, str]:
    """Both forms."""
    return catalogue_files(DATA_FILES, SITE, newest(content), "redaktion@kommune.example")


@pytest.fixture(scope="module")
def graph(files: dict[str, str]) -> rdflib.Graph:
    """The Turtle form read by an independent library."""
    return rdflib.Graph().parse(data=files["dcat.ttl"], format="turtle")


def test_both_forms_are_one_graph(files: dict[str, str], graph: rdflib.Graph) -> None:
    assert isomorphic(graph, rdflib.Graph().parse(data=files["dcat.jsonld"], format="json-ld"))


def test_every_term_exists(graph: rdflib.Graph) -> None:
    for term in {*graph.predicates(), *graph.objects(None, RDF.type)}:
        for namespace in (DCAT, DCTERMS, FOAF):
            if str(term).startswith(str(namespace)):
                assert term in namespace, term  # a closed namespace knows all its terms


def test_what_the_profile_demands_is_there(graph: rdflib.Graph) -> None:
    for kind, demanded in DEMANDED.items():
        nodes = list(graph.subjects(RDF.type, kind))
        assert nodes, kind
        for node in nodes:
            assert demanded <= set(graph.predicates(node)), node


def test_every_file_is_offered_and_dated_by_the_content(graph: rdflib.Graph, content: Content) -> None:
    offered = {str(item).removeprefix(f"{SITE}data/") for item in graph.objects(None, DCAT.downloadURL)}
    assert {"cases.json", "cases.csv", "alliancebanken.xlsx", "alliancebanken.sqlite", "feed.xml"} <= offered
    assert offered <= DATA_FILES.keys()
    assert [str(day) for day in graph.objects(None, DCTERMS.modified)] == [newest(content).isoformat()]


def test_odd_signs_survive(content: Content) -> None:
    odd = {"cases.json": 'Et "citat" \\ og <b>\nmere'}
    made = catalogue_files(odd, SITE, newest(content))
    read = rdflib.Graph().parse(data=made["dcat.ttl"], format="turtle")
    assert odd["cases.json"] in {str(item) for item in read.objects(None, DCTERMS.title)}
