"""The Atom feeds, with the dates of the content itself: one of all changes, and one for each theme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from macros.html.prose import plain
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """Something that is no page of its own: id is unique among all entries, url is where it is told of."""

    id: str
    titel: str
    kort: str
    url: str
    gennemgaaet: date


Item = Case | Agreement | Entry


def feed(content: Content, site_url: str) -> str:
    """The feed of all changes as XML: cases, agreements, news, and what has changed since the sources were written.

    site_url is the site's root address with its last slash.
    """
    news = (
        Entry(f"{row.side}#nyhed-{row.id}", row.titel, row.tekst, row.side, row.dato)
        for row in content.terms("nyheder")
    )  # fmt: skip
    since = (
        Entry(address, f"Ændret siden 2018: {row.emne}", plain(row.tekst), address, row.dato)
        for row in content.terms("siden_2018")
        for address in (f"om/siden-2018/#{row.id}",)
    )
    everything: tuple[Item, ...] = (*content.cases, *content.agreements, *news, *since)
    return _feed(everything, site_url, "", "data/feed.xml", "Alliancebanken")


def theme_feeds(content: Content, site_url: str) -> dict[str, str]:
    """Path below the site's root to the feed of a theme's cases."""
    made = {}
    for theme in content.terms("temaer"):
        cases = [case for case in content.cases if case.tema == theme.id]
        if cases:
            page = f"temaer/{theme.id}/"
            made[f"{page}feed.xml"] = _feed(cases, site_url, page, f"{page}feed.xml", f"Alliancebanken: {theme.navn}")
    return made


def _feed(items: Iterable[Item], site_url: str, page: str, path: str, title: str) -> str:
    ordered = sorted(items, key=lambda item: (item.gennemgaaet, item.id), reverse=True)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "da"})
    _text(root, "title", title)
    _text(root, "id", site_url + page)
    _text(root, "updated", f"{ordered[0].gennemgaaet.isoformat()}T00:00:00Z")
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", "Alliancebanken")
    _link(root, site_url + page)
    _link(root, site_url + path, rel="self")
    for item in ordered:
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _text(entry, "title", item.titel)
        _text(entry, "id", site_url + (item.id if isinstance(item, Entry) else item.url))
        _text(entry, "updated", f"{item.gennemgaaet.isoformat()}T00:00:00Z")
        _link(entry, site_url + item.url)
        _text(entry, "summary", item.kort)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, href: str, rel: str = "alternate") -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": href})
