"""One build: what it is made from, what earlier builds kept, and the parts of pages that macros leave behind."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from macros.build_cache import BuildCache, Digest, digest, files_digest
from macros.content import PROJECT, Content

# Everything but content that a page or file is made from.
_GROUND = ("macros/**/*.py", "macros/templates/*", "macros/inline_scripts/*", "docs/assets/**/*")
_PROGRAMS = ("jinja2", "markdown", "markupsafe", "nh3", "pydantic", "pillow", "python-docx", "segno", "icalendar")
_PART = "qzxdel{}xzq"
_LEFT = re.compile(r"(?:<p>)?" + _PART.format(r"(\d+)") + r"(?:</p>)?")


@dataclass
class Building:
    """The inputs of one build; site_url ends with a slash, and addresses are those that mkdocs.yml has in extra."""

    content: Content
    today: date
    site_url: str
    cache: BuildCache
    addresses: Mapping[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    @cached_property
    def everything(self) -> Digest:
        """The digest of all content, the day and the addresses: what a page is made from that shows many items."""
        return digest((content_digest(self.content), self.today, self.site_url, sorted(self.addresses.items())))

    def leave(self, name: str, arguments: tuple[object, ...], make: Callable[[], str]) -> str:
        """Keep a macro's text aside and return a mark for it, which Markdown has no work with."""
        self.parts.append(self.cache.text(("makro", name, arguments, self.everything), make))
        return _PART.format(len(self.parts) - 1)

    def put_back(self, html: str) -> str:
        """The page with every mark replaced by what the macro made."""
        return _LEFT.sub(lambda found: self.parts[int(found[1])], html)


def content_digest(content: Content) -> Digest:
    """The digest of every record of the content."""
    rows = (row for rows in content.vocabularies.values() for row in rows.values())
    records = (*content.cases, *content.agreements, *content.clauses, content.catalogue, *rows)
    names = [(name, tuple(rows)) for name, rows in content.vocabularies.items()]
    return digest((names, *(record.model_dump_json().encode() for record in records)))


def new_building(content: Content, today: date, site_url: str, addresses: Mapping[str, str] | None = None) -> Building:
    """A build of the project, with the cache that its builds share."""
    folder = Path(os.environ.get("BYGGELAGER") or PROJECT / ".cache" / "byggelager")
    programs = [(name, version(name)) for name in _PROGRAMS]
    ground = digest((sys.version, programs, files_digest(PROJECT, _GROUND)))
    return Building(content, today, site_url, BuildCache(folder, ground), dict(addresses or {}))


_current: list[Building] = []


def begin(building: Building) -> None:
    """Make a build the current one."""
    _current[:] = [building]


def current() -> Building | None:
    """The build that runs now in this process; None where a generator calls the macros by itself."""
    return _current[0] if _current else None
