"""The Atom feeds, with the dates of the content itself: one of all changes, and one for each theme."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from macros.ground.build_cache import Keep, made_anew
from macros.html.prose import plain
from macros.library.content import Content
from macros.library.content_digest import kept_of_runs
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case

_ATOM = "http://www.w3.org/2005/Atom"
_END = "\n</feed>"


@dataclass(frozen=True)
class Entry:
    """Something that is no page of its own: id is unique among all entries, url is where it is told of."""

    id: str
    titel: str
    kort: str
    url: str
    gennemgaaet: date


Item = Case | Agreement | Entry


# When an item was last looked at and its id, by which entries are ordered; its theme; the entry.
_Told = tuple[str, str, str, str]


def feed(content: Content, site_url: str, keep: Keep = made_anew) -> str:
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
    items: tuple[Item, ...] = (*content.agreements, *news, *since)
    told = [*_of_cases(content, site_url, keep), *(_told(item, site_url) for item in items)]
    return _feed(told, site_url, "", "data/feed.xml", "Alliancebanken")


def theme_feeds(content: Content, site_url: str, keep: Keep = made_anew) -> dict[str, str]:
    """Path below the site's root to the feed of a theme's cases."""
    made, every = {}, _of_cases(content, site_url, keep)
    for theme in content.terms("temaer"):
        if told := [one for one in every if one[2] == theme.id]:
            page = f"temaer/{theme.id}/"
            made[f"{page}feed.xml"] = _feed(told, site_url, page, f"{page}feed.xml", f"Alliancebanken: {theme.navn}")
    return made


def _of_cases(content: Content, site_url: str, keep: Keep) -> list[_Told]:
    pieces = kept_of_runs(content, keep, "feed", partial(_piece, site_url), site_url)
    return [told for piece in pieces for told in marshal.loads(piece)]


def _piece(site_url: str, content: Content) -> bytes:
    return marshal.dumps([_told(case, site_url) for case in content.cases])


def _told(item: Item, site_url: str) -> _Told:
    entry = ET.Element("entry")
    _text(entry, "title", item.titel)
    _text(entry, "id", site_url + (item.id if isinstance(item, Entry) else item.url))
    _text(entry, "updated", f"{item.gennemgaaet.isoformat()}T00:00:00Z")
    _link(entry, site_url + item.url)
    _text(entry, "summary", item.kort)
    ET.indent(entry, level=1)
    theme = item.tema if isinstance(item, Case) else ""
    return item.gennemgaaet.isoformat(), item.id, theme, ET.tostring(entry, encoding="unicode")


def _feed(told: Sequence[_Told], site_url: str, page: str, path: str, title: str) -> str:
    ordered = sorted(told, reverse=True)
    root = ET.Element("feed", {"xml:lang": "da", "xmlns": _ATOM})
    _text(root, "title", title)
    _text(root, "id", site_url + page)
    _text(root, "updated", f"{ordered[0][0]}T00:00:00Z")
    author = ET.SubElement(root, "author")
    _text(author, "name", "Alliancebanken")
    _link(root, site_url + page)
    _link(root, site_url + path, rel="self")
    ET.indent(root)
    head = ET.tostring(root, encoding="unicode", xml_declaration=True).removesuffix(_END)
    return "\n  ".join([head, *(entry for *_, entry in ordered)]) + f"{_END}\n"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, href: str, rel: str = "alternate") -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href})
