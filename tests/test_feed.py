"""The Atom feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest

from macros.library.content import Content
from macros.sharing.feed import feed, theme_feeds

SITE = "https://alliancebanken.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def root(content: Content) -> ET.Element:
    """The feed as a reader parses it."""
    return ET.fromstring(feed(content, SITE))


def test_it_has_every_case_and_agreement_once(root: ET.Element, content: Content) -> None:
    ids = [entry.findtext("a:id", "", ATOM) for entry in root.findall("a:entry", ATOM)]
    items = [SITE + item.url for item in (*content.cases, *content.agreements)]
    told = [*content.terms("nyheder"), *content.terms("siden_2018")]
    assert len(ids) == len(set(ids)) == len(items) + len(told)
    assert set(items) <= set(ids)
    assert {f"{SITE}om/siden-2018/#{note.id}" for note in content.terms("siden_2018")} <= set(ids)


def test_an_independent_reader_finds_no_fault(content: Content) -> None:
    texts = [feed(content, SITE), *theme_feeds(content, SITE).values()]
    for text in texts:
        read = feedparser.parse(text)
        assert not read.bozo, read.get("bozo_exception")
        assert read.version == "atom10" and read.feed.language == "da"
        assert all(entry.updated_parsed and entry.link.startswith(SITE) and entry.summary for entry in read.entries)
    assert feedparser.parse("<feed><entry>").bozo


def test_a_theme_is_dated_by_its_own_cases(content: Content) -> None:
    new = content.cases[0].model_copy(update={"gennemgaaet": date(2030, 1, 2)})
    made = theme_feeds(replace(content, cases=(new, *content.cases[1:])), SITE)
    dates = {path: feedparser.parse(text).feed.updated[:10] for path, text in made.items()}
    assert [path for path, day in dates.items() if day == "2030-01-02"] == [f"temaer/{new.tema}/feed.xml"]


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
