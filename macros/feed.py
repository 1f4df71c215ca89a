"""The Atom feed of cases and agreements, with the dates of the content itself."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from macros.agreement_model import Agreement
from macros.case_model import Case
from macros.content import Content

_ATOM = "http://www.w3.org/2005/Atom"


def feed(content: Content, site_url: str) -> str:
    """The feed as XML; site_url is the site's root address with its last slash."""
    items: list[Case | Agreement] = sorted(
        (*content.cases, *content.agreements), key=lambda item: (item.gennemgaaet, item.id), reverse=True
    )
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "da"})
    _text(root, "title", "Alliancebanken")
    _text(root, "id", site_url)
    _text(root, "updated", f"{items[0].gennemgaaet.isoformat()}T00:00:00Z")
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", "Alliancebanken")
    _link(root, site_url)
    _link(root, f"{site_url}data/feed.xml", rel="self")
    for item in items:
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _text(entry, "title", item.titel)
        _text(entry, "id", site_url + item.url)
        _text(entry, "updated", f"{item.gennemgaaet.isoformat()}T00:00:00Z")
        _link(entry, site_url + item.url)
        _text(entry, "summary", item.kort)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, href: str, rel: str = "alternate") -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": href})
