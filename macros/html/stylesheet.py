"""The site's style sheets, put together from one file per component: one for every page, one more where it is needed.

What only some hand-written pages show travels to those pages; what paper needs waits until the page is painted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.html.minified import minified_style
from macros.html.theme_styles import used_styles, words

STYLES = "assets/stylesheets"
# What pages are made of, beside what an editor writes in cases and agreements, which holds no markup.
_PAGE_SOURCES = ("macros/theme/**/*.html", "macros/templates/*", "docs/**/*.md", "docs/assets/javascripts/**/*.mjs")
# Sheet -> the files that it takes, by name without number. Files that stand in none of them are in "main".
SHEETS = {
    "finding": ("finder",),
    "views": ("finder__view",),
    "choosing": ("comparison", "situations"),
    "insight": ("municipality-map", "lessons", "figure-table", "partners"),
    "agreements": ("builder", "drafts", "matrix", "builder-start", "builder-next", "new-case"),
    "tools": ("booklet", "specimens", "link-check", "card-chooser", "reader-list", "admin", "list-booklet", "offline"),
    "print": ("print",),
}
# Kept by browsers for ever, since the name changes with what the file holds.
_ADDRESS = "assets/stylesheets/{}.{}.min.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"\{[^{}]*\}")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_CLASSES = re.compile(r'\sclass="([^"]*)"')
# What a script fetches itself: a page names the sheet, and is handed its address.
_ASKED = re.compile(r'data-stilark="([a-z]+)"')
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)" media="print">')


def stylesheet(folder: Path) -> str:
    """All .css files of a folder in order of name."""
    return _joined(sorted(folder.glob("*.css")))


def sheet_texts(folder: Path) -> dict[str, str]:
    """Each sheet's name and text, in order of the files' names."""
    of_file = {file: sheet for sheet, files in SHEETS.items() for file in files}
    taken: dict[str, list[Path]] = {"main": [], **{sheet: [] for sheet in SHEETS}}
    for file in sorted(folder.glob("*.css")):
        taken[of_file.get(file.stem.partition("-")[2], "main")].append(file)
    return {sheet: _joined(files) for sheet, files in taken.items()}


def _joined(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in files) + "\n"


def sheet_address(name: str, text: str) -> str:
    """Where a sheet lies below the site's root."""
    return _ADDRESS.format(name, hashlib.sha256(text.encode()).hexdigest()[:8])


def class_names(text: str) -> frozenset[str]:
    """Every class that a sheet's selectors name."""
    return frozenset(_CLASS.findall(_BLOCK.sub(" ", _COMMENT.sub("", text))))


@dataclass(frozen=True)
class Sheets:
    """Sheets as they travel: name -> address, address -> text, and the classes that only a sheet has."""

    addresses: Mapping[str, str]
    files: Mapping[str, str]
    own_classes: Mapping[str, frozenset[str]]

    def linked(self, html: str) -> str:
        """A page of the theme's with a link to each sheet that it needs beside those of every page."""
        shown = {name for names in _CLASSES.findall(html) for name in names.split()}
        needed = [self.addresses[sheet] for sheet, own in self.own_classes.items() if own & shown]

        def links(found: re.Match[str]) -> str:
            root = found[1].removesuffix(self.addresses["print"])
            return "".join(f'<link rel="stylesheet" href="{root}{address}">\n' for address in needed) + found[0]

        if root := _LINK.search(html):
            above = root[1].removesuffix(self.addresses["print"])
            html = _ASKED.sub(lambda asked: f'data-stilark="{above}{self.addresses[asked[1]]}"', html)
        return _LINK.sub(links, html, count=1) if needed else html


def travelling(texts: Mapping[str, str]) -> Sheets:
    """Sheets from each one's name and text."""
    addresses = {name: sheet_address(name, text) for name, text in texts.items()}
    classes = {name: class_names(text) for name, text in texts.items()}
    chosen = [name for name in texts if name not in ("main", "print", "views")]
    own = {name: classes[name] - classes["main"] for name in chosen}
    return Sheets(addresses, {addresses[name]: text for name, text in texts.items()}, own)


def made_sheets(root: Path, theme: str, theme_parts: Iterable[str], kept: Callable[..., str]) -> Sheets:
    """The project's sheets, with what its pages use of the theme's before the rest of "main".

    theme: the theme's own sheet; theme parts: the texts of its templates that ours ask for; kept: BuildCache.text.
    """
    own = sheet_texts(root / "docs" / STYLES)
    sources = (file for pattern in _PAGE_SOURCES for file in sorted(root.glob(pattern)) if file.is_file())
    known = words([*(file.read_text(encoding="utf-8") for file in sources), *theme_parts])
    rules = "".join(own.values())
    used = kept(("temaets stilark", theme, rules, sorted(known)), lambda: used_styles(theme, rules, known))
    return travelling({name: minified_style(used + text if name == "main" else text) for name, text in own.items()})
