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

from macros.ground.build_cache import BuildCache, Digest, digest, files_digest
from macros.ground.processes import share_out
from macros.library.content import PROJECT, Content
from macros.library.content_digest import case_digests, shared_digest
from macros.model.case_model import Case

# Everything but content that a page or file is made from.
_GROUND = (
    "macros/**/*.py",
    "macros/pages/*.json",
    "macros/templates/*",
    "macros/theme/**/*",
    "macros/html/inline_scripts/*",
    "macros/sharing/examples/*",
    "docs/assets/**/*",
)
_PROGRAMS = (
    "mkdocs", "mkdocs-material", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "pillow", "python-docx",
    "zxing-cpp", "icalendar", "xlsxwriter", "python-pptx",
)  # fmt: skip
_PART = "qzxdel{}xzq"
# Fewer parts are made sooner than processes start.
_FEW_PARTS = 4
_LEFT = re.compile(r"(?:<p>)?" + _PART.format(r"(\d+)") + r"(?:</p>)?")


@dataclass
class Part:
    """What a macro is to make: what it is made from, how, and its text once it is made."""

    made_of: tuple[object, ...]
    make: Callable[[], str]
    text: str | None = None


@dataclass
class Building:
    """The inputs of one build; site_url ends with a slash, and addresses are those that mkdocs.yml has in extra."""

    content: Content
    today: date
    site_url: str
    cache: BuildCache
    addresses: Mapping[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def shared(self) -> Digest:
        """The digest of what every case's page is made from beside cases: other content, the day, the addresses."""
        return digest((shared_digest(self.content), self.today, self.site_url, sorted(self.addresses.items())))

    def of_case(self, case: Case) -> Digest:
        """The digest of one of the content's cases."""
        return case_digests(self.content)[case.id]

    @cached_property
    def everything(self) -> Digest:
        """The digest of all content, the day and the addresses: what a page is made from that shows many items."""
        return digest((self.shared, *map(self.of_case, self.content.cases)))

    def leave(self, name: str, arguments: tuple[object, ...], make: Callable[[], str]) -> str:
        """Put a macro's work off and return a mark for its text, which Markdown has no work with."""
        self.parts.append(Part(("makro", name, arguments, self.everything), make))
        return _PART.format(len(self.parts) - 1)

    def make_parts(self) -> None:
        """Do all that macros have put off, by several processes where it is much."""
        waiting = [part for part in self.parts if part.text is None]
        new = [part for part in waiting if not self.cache.has(part.made_of)]
        few = 1 if len(new) >= _FEW_PARTS else len(waiting) + 1
        made = share_out(waiting, lambda part: self.cache.text(part.made_of, part.make), few=few, at_a_time=1)
        for part, text in zip(waiting, made, strict=True):
            part.text = text

    def put_back(self, html: str) -> str:
        """The page with every mark replaced by what the macro made; make_parts() comes first."""
        return _LEFT.sub(lambda found: "".join(part.text or "" for part in self.parts[int(found[1]) :][:1]), html)


def project_cache() -> BuildCache:
    """The cache that the project's builds share."""
    folder = Path(os.environ.get("BYGGELAGER") or PROJECT / ".cache" / "byggelager")
    programs = [(name, version(name)) for name in _PROGRAMS]
    return BuildCache(folder, digest((sys.version, programs, files_digest(PROJECT, _GROUND))))


def new_building(
    content: Content,
    today: date,
    site_url: str,
    addresses: Mapping[str, str] | None = None,
    cache: BuildCache | None = None,
) -> Building:
    """A build of the project, with the cache that its builds share."""
    return Building(content, today, site_url, cache or project_cache(), dict(addresses or {}))


_current: list[Building] = []


def begin(building: Building) -> None:
    """Make a build the current one."""
    _current[:] = [building]


def current() -> Building | None:
    """The build that runs now in this process; None where a generator calls the macros by itself."""
    return _current[0] if _current else None
