"""Reads the built site as a visitor's browser would: pages, links, anchors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOME = "https://alliancebanken.example/"
_LINKS = {"href", "src", "action", "data-documents", "data-clauses", "data-root", "data-target", "poster"}
_RESOURCES = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
              "embed": "src", "object": "data", "link": "href", "input": "src", "use": "href"}  # fmt: skip


@dataclass
class PageOnDisk:
    """One page with what it holds."""

    address: str
    html: str
    lang: str = ""
    title: str = ""
    text: str = ""
    h1: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The page's HTML without samples of code, which may hold any sign."""
        return re.sub(r"<pre\b.*?</pre>", "", self.html, flags=re.DOTALL)

    @property
    def url(self) -> str:
        """The page's full address."""
        return HOME + self.address

    def having(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every element that has an attribute."""
        return [attributes for _, attributes in self.elements if name in attributes]

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a class."""
        return [row for row in self.having("class") if name in str(row["class"]).split()]


class _Reader(HTMLParser):
    """Fills a page in."""

    def __init__(self, page: PageOnDisk) -> None:
        super().__init__()
        self.page = page
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "template" or "template" in self.open:
            self.open += ["template"] * (tag == "template")
            return
        self.page.elements.append((tag, attributes))
        if tag == "html":
            self.page.lang = attributes.get("lang") or ""
        if tag in ("title", "h1", "script", "style", "pre"):
            self.open.append(tag)
        if tag == "h1":
            self.page.h1.append("")
        if attributes.get("id"):
            self.page.ids.append(str(attributes["id"]))
        for name, value in attributes.items():
            if name in _LINKS and value and (tag != "link" or attributes.get("rel") != "canonical"):
                self.page.links.append(value)
        if attributes.get("http-equiv") == "refresh":
            self.page.links.append(str(attributes["content"]).split("url=", 1)[1])
        source = attributes.get(_RESOURCES.get(tag, ""))
        if source and not (tag == "link" and attributes.get("rel") in ("canonical", "alternate")):
            self.page.resources.append(source)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "title":
            self.page.title += data
        elif inside == "h1":
            self.page.h1[-1] += data
        if inside not in ("script", "style", "template", "pre"):
            self.page.text += data


def read_page(address: str, html: str) -> PageOnDisk:
    """One page from its text."""
    page = PageOnDisk(address, html)
    _Reader(page).feed(html)
    return page


def read_site(folder: Path) -> dict[str, PageOnDisk]:
    """Every page by its address below the site's root."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        address = re.sub(r"(^|/)index\.html$", r"\1", path)
        pages[address] = read_page(address, file.read_text(encoding="utf-8"))
    return pages


def target_of(page: PageOnDisk, link: str) -> tuple[str, str] | None:
    """The path below the root and the anchor that a link leads to; None where it leads out of the site."""
    parts = urlsplit(urljoin(page.url, link))
    if f"{parts.scheme}://{parts.netloc}/" != HOME:
        return None
    return unquote(parts.path[1:]), unquote(parts.fragment)
