"""The Atom feed."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from macros.content import Content
from macros.feed import feed

SITE = "https://alliancebanken.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def root(content: Content) -> ET.Element:
    """The feed as a reader parses it."""
    return ET.fromstring(feed(content, SITE))


def test_it_has_every_case_and_agreement_once(root: ET.Element, content: Content) -> None:
    ids = [entry.findtext("a:id", "", ATOM) for entry in root.findall("a:entry", ATOM)]
    assert sorted(ids) == sorted(SITE + item.url for item in (*content.cases, *content.agreements))


def test_what_atom_asks_for_is_there(root: ET.Element) -> None:
    for place in (root, *root.findall("a:entry", ATOM)):
        for name in ("title", "id", "updated"):
            assert place.findtext(f"a:{name}", "", ATOM)
        assert place.find("a:link", ATOM) is not None
    assert root.findtext("a:author/a:name", "", ATOM) == "Alliancebanken"
    rels = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert rels == {"alternate": SITE, "self": f"{SITE}data/feed.xml"}


def test_the_newest_stands_first_and_dates_the_feed(root: ET.Element) -> None:
    dates = [entry.findtext("a:updated", "", ATOM) for entry in root.findall("a:entry", ATOM)]
    assert dates == sorted(dates, reverse=True)
    assert root.findtext("a:updated", "", ATOM) == dates[0]


def test_titles_are_text(content: Content) -> None:
    case = content.cases[0].model_copy(update={"titel": "A & B <script>", "kort": "»x« \" '"})
    text = feed(replace(content, cases=(case,)), SITE)
    assert "<script>" not in text
    assert "A & B <script>" in [title.text for title in ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}title")]


def test_it_is_the_same_every_time(content: Content) -> None:
    assert feed(content, SITE) == feed(content, SITE)
