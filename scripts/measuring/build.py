"""The bench's part about building: the whole site from cold, unchanged, and with one case changed, beside its peers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from statistics import median

from macros.library.content import Content, load_content
from scripts.measuring.goals import Goal
from scripts.measuring.hugo_site import build_hugo_site, hugo_command, write_hugo_site
from scripts.measuring.other_engines import write_material
from scripts.measuring.plain_pages import PlainPage, plain_pages
from scripts.measuring.whole_site import Run, build_site_of, timed, write_site_project

REAL = 22
LARGE = 5000
Rounds = dict[str, list[Run]]


def measure(size: int, folder: Path, rounds: int) -> dict[str, float]:
    """Figures of one size: seconds of clock and processors, megabytes and bytes a case; peers are built in turn."""
    project = write_site_project(folder / "project", size)
    content = load_content(project)
    pages = plain_pages(content)
    runs: Rounds = {name: [] for name in ("cold", "same", "changed", "hugo", "hugo_files", "plain")}
    hugo = write_hugo_site(folder / "hugo", content, pages) if hugo_command() else None
    site = folder / "site"
    for turn in range(min(rounds, 1 if size > LARGE else 2 if size > REAL else rounds)):
        if hugo:
            runs["hugo"].append(build_hugo_site(hugo))
        shutil.rmtree(project / ".cache", ignore_errors=True)
        runs["cold"].append(build_site_of(project, site))
        runs["same"].append(build_site_of(project, site))
        if size == REAL:
            runs["plain"].append(_plain(pages, site, folder / f"material-{turn}"))
        _change(project, content, turn)
        runs["changed"].append(build_site_of(project, site))
        if hugo:
            runs["hugo"].append(build_hugo_site(hugo))
            with_files = folder / f"hugo-{turn}"
            write_hugo_site(with_files, content, pages, round(_files_a_case(site, content)))
            runs["hugo_files"].append(build_hugo_site(with_files))
            shutil.rmtree(with_files)
    return figures(runs) | {"side_byte": _bytes_a_case(site, content), "filer_pr_case": _files_a_case(site, content)}


def _plain(pages: list[PlainPage], site: Path, folder: Path) -> Run:
    """A plain Material site with as many pages as ours."""
    wanted = len(list(site.rglob("index.html")))
    copies = [PlainPage(f"{pages[n % len(pages)].id}-{n}", *_rest(pages[n % len(pages)])) for n in range(wanted)]
    return timed(write_material(copies, folder), folder)


def _rest(page: PlainPage) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return page.title, page.summary, page.sections


def _change(project: Path, content: Content, turn: int) -> None:
    file = project / "cases" / f"{content.cases[turn].id}.yml"
    file.write_text(edited(file.read_text(encoding="utf-8"), "Rettet."), encoding="utf-8")


def edited(text: str, word: str) -> str:
    """A case's file with a word first in its summary, which may stand in quotation marks."""
    found, number = re.subn(r'^kort: "?', lambda key: f"{key[0]}{word} ", text, count=1, flags=re.MULTILINE)
    if not number:
        raise ValueError(text)
    return found


def _bytes_a_case(site: Path, content: Content) -> float:
    return median((site / case.url / "index.html").stat().st_size for case in content.cases)


def _files_a_case(site: Path, content: Content) -> float:
    """How many files a case has of its own: below its address, and the cards of it and its lessons."""
    own = {case.id for case in content.cases}
    cards = (file for kind in ("case", "laering") for file in (site / "indlejr" / kind).rglob("*"))
    pages = (file for case in own for file in (site / "cases" / case).rglob("*"))
    return sum(file.is_file() for files in (cards, pages) for file in files) / len(own)


def figures(runs: Rounds) -> dict[str, float]:
    """Medians of the runs by name; a peer that was not built has none."""
    found = {f"{name}_s": median(run.wall for run in those) for name, those in runs.items() if those}
    found |= {f"{name}_cpu_s": median(run.cpu for run in those) for name, those in runs.items() if those}
    return found | {"cold_mb": max(run.memory for run in runs["cold"])}


def goals(found: dict[int, dict[str, float]]) -> list[Goal]:
    """What the figures are held against, for the sizes that were measured."""
    rows = []
    for size, one in found.items():
        if size == REAL:
            rows.append(Goal("byg 22 mod ren Material", one["cold_s"] / one["plain_s"], 1.3))
        elif "hugo_s" in one:
            rows.append(Goal(f"byg {size} fra kold mod Hugo", one["cold_s"] / one["hugo_s"], 2.0))
            rows.append(Goal(f"byg {size}, én case ændret, mod Hugo", one["changed_s"] / one["hugo_s"], 1.0))
        if size == 10_000:
            rows.append(Goal("hukommelse ved 10.000 (MB)", one["cold_mb"], 700))
    if {1000, 10_000} <= found.keys():
        rows.append(Goal("vækst fra 1.000 til 10.000", found[10_000]["cold_s"] / found[1000]["cold_s"], 11))
    return rows
