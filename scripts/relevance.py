"""Judge the search by the queries in tests/fixtures/relevans/, beside Material's own search and MiniSearch."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.build import build
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import checked_content

if TYPE_CHECKING:
    from macros.library.content import Content
    from scripts.measuring.our_finder import Search
    from scripts.measuring.relevance_figures import Judged
    from scripts.measuring.relevance_suite import Query

SUITE = ROOT / "tests" / "fixtures" / "relevans"
OURS, STOCK, OTHER = "Alliancebanken", "Material (stock)", "MiniSearch"


def main(arguments: Sequence[str]) -> int:
    """Ask every engine every query and print the figures; 0 when that could be done."""
    parser = Parser("Måler, hvor godt søgningen finder: vores, Materials egen og MiniSearch på de samme spørgsmål.")
    parser.add_argument("--site", type=Path, metavar="MAPPE", help="en færdigbygget side (ellers bygges den først)")
    only = parser.add_mutually_exclusive_group()
    only.add_argument(
        "--kun-tuning", action="store_true", help="kun vores søgning på den halvdel, man må rette søgningen efter"
    )
    only.add_argument("--alt", action="store_true", help="nævn også fejl i den halvdel, der er gemt til prøven")
    options = parser.parse_args(arguments)
    ensure("requirements-dev.txt")
    content = checked_content(ROOT)
    if content is None:
        return 1
    from scripts.measuring.relevance_suite import load_suite

    suite = load_suite(SUITE, content.case_by_id)
    if options.kun_tuning:
        suite = [query for query in suite if not query.held_back]
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or built(Path(folder) / "site")
        found = {OURS: ask_ours(site, suite)}
        if not options.kun_tuning:
            found |= ask_others(content, Path(folder) / "material", suite)
    show(found, options.alt)
    next_step(f"ret søgningen, og mål igen med {command('relevance', '--kun-tuning')}")
    return 0


def built(site: Path) -> Path:
    """Build the site aside and return its folder."""
    step("Bygger siden …")
    faults = build(ROOT, site)
    if faults:
        fail("\n".join(faults), f"ret fejlene, og kør {command('relevance')} igen.")
    return site


def ask_ours(site: Path, suite: "list[Query]") -> "list[Judged]":
    """Every query typed into the finder of a built site."""
    from scripts.measuring.chromium import chromium, reader
    from scripts.measuring.our_finder import our_finder
    from scripts.measuring.web_server import serve

    with serve(site) as address, chromium() as browser:
        return answers(OURS, our_finder(reader(browser).new_page(), address), suite)


def ask_others(content: "Content", folder: Path, suite: "list[Query]") -> "dict[str, list[Judged]]":
    """Every query to the engines that ours is compared with, on the same texts."""
    from scripts.measuring.chromium import chromium, reader
    from scripts.measuring.other_engines import MINISEARCH, build_material, material, minisearch
    from scripts.measuring.plain_pages import plain_pages
    from scripts.measuring.web_server import serve

    pages = plain_pages(content)
    site = build_material(pages, folder)
    shutil.copy(MINISEARCH, site)
    with serve(site) as address, chromium() as browser:
        return {
            STOCK: answers(STOCK, material(reader(browser).new_page(), address), suite),
            OTHER: answers(OTHER, minisearch(reader(browser).new_page(), address, pages), suite),
        }


def answers(name: str, search: "Search", suite: "list[Query]") -> "list[Judged]":
    """Every query asked and judged."""
    from scripts.measuring.relevance_figures import judge

    step(f"{name}: {len(suite)} spørgsmål …")
    return [judge(query, search(query.text)) for query in suite]


def show(found: "dict[str, list[Judged]]", name_held_back: bool) -> None:
    """Print our figures by kind and half, those of the others in all, and the queries that are not answered well."""
    from scripts.measuring.relevance_figures import by_kind, complaint, half, summary, table

    for held_back, title in ((False, "Tuning"), (True, "Prøve")):
        ours = half(found[OURS], held_back)
        if not ours:
            continue
        step(f"\n{title}: {OURS}, efter sværhed")
        step("\n".join(table(by_kind(ours))))
        step(f"\n{title}: i alt")
        step("\n".join(table({name: summary(half(judged, held_back)) for name, judged in found.items()})))
        if name_held_back or not held_back:
            step(f"\n{title}: ikke som ønsket")
            step("\n".join(complaint(answer) for answer in ours if not answer.perfect))


if __name__ == "__main__":
    run(main)
