"""The three sites that the bench serves for one number of cases: our finder, stock Material, Pagefind."""

from __future__ import annotations

import asyncio
import importlib.util
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.library.content import PROJECT, Content
from scripts.measuring.other_engines import build_material
from scripts.measuring.plain_pages import PlainPage, plain_pages
from scripts.measuring.synthetic_cases import content_of

SEED = 1
REAL = 22


def content_for(real: Content, size: int) -> Content:
    """The real cases where there are as many, otherwise made ones."""
    return real if size == len(real.cases) else content_of(real, size, SEED)


def build_sites(content: Content, folder: Path, names: Sequence[str]) -> dict[str, Path]:
    """The folder of each named engine's site; Pagefind's only where its package is installed."""
    pages = plain_pages(content)
    sites = {}
    if "Alliancebanken" in names:
        sites["Alliancebanken"] = _finder(content, folder)
    if "Material" in names:
        sites["Material"] = build_material(pages, folder / "material")
    if "Pagefind" in names and importlib.util.find_spec("pagefind"):
        sites["Pagefind"] = folder / "pagefind"
        asyncio.run(_pagefind(content, pages, sites["Pagefind"]))
    return sites


def _finder(content: Content, folder: Path) -> Path:
    """In a Python of its own, since the made content takes the place of the real one."""
    packed = folder / "content.pickle"
    packed.write_bytes(pickle.dumps(content))
    command = [sys.executable, "-m", "scripts.measuring.finder_site", str(packed), str(folder / "finder")]
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "finder"


async def _pagefind(content: Content, pages: list[PlainPage], folder: Path) -> None:
    """A page and the index of the same texts, with the same facets as filters."""
    from pagefind.index import IndexConfig, PagefindIndex

    folder.mkdir()
    (folder / "index.html").write_text('<!doctype html><html lang="da"><title>Pagefind</title>', encoding="utf-8")
    async with PagefindIndex(config=IndexConfig(output_path=str(folder / "pagefind"))) as index:
        for page, case in zip(pages, content.cases, strict=True):
            fields = ("brancher", "maalgrupper", "virkemidler", "resultattyper", "kommuner")
            filters = {"tema": [case.tema], **{field: list(getattr(case, field)) for field in fields}}
            url, meta = f"/cases/{page.id}/", {"title": page.title}
            await index.add_custom_record(url=url, content=page.text, language="da", meta=meta, filters=filters)
