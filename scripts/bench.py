"""Measure bytes and times at 22, 1,000 and 10,000 cases, beside Hugo, stock Material and Pagefind."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, next_step, run, seconds_since, step
from scripts.validate import checked_content

if TYPE_CHECKING:
    from macros.library.content import Content
    from scripts.measuring.bench_figures import Figures

SIZES = (22, 1000, 10000)
# Above this a round of the stock search takes minutes, so one must do.
LARGE = 5000
ROUNDS, PRESSES = 5, 60
# What --engines may name -> the engine's name in the tables.
ENGINE_NAMES = {"vores": "Alliancebanken", "material": "Material", "pagefind": "Pagefind"}
# What --only may name, and the module below scripts/measuring/ that measures it; the finder is measured here.
PARTS = {"finder": "", "byg": "build", "visning": "loop", "laeser": "reader"}


def main(arguments: Sequence[str]) -> int:
    """Build, measure and print a table for each part and size; 0 when that could be done."""
    parser = Parser("Måler vægt og fart med få og mange cases, ved siden af Material, Hugo og Pagefind.")
    told = f"kun disse dele: {', '.join(PARTS)} (ellers alle)"
    parser.add_argument("--only", type=_parts, default=tuple(PARTS), metavar="DEL,DEL", help=told)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="TAL,TAL", help="antal cases (ellers alle tre)")
    parser.add_argument("--count", type=_sizes, dest="sizes", metavar="TAL", help="kun så mange cases")
    told = f"søgninger, som finder måler: {', '.join(ENGINE_NAMES)} (ellers alle)"
    parser.add_argument("--engines", type=_engines, default=tuple(ENGINE_NAMES), metavar="NAVN,NAVN", help=told)
    parser.add_argument("--json", type=Path, metavar="FIL", help="skriv også tallene som JSON")
    parser.add_argument("--quick", action="store_true", help="kun 22 cases og én runde: virker målingen endnu?")
    options = parser.parse_args(arguments)
    ensure("requirements-bench.txt")
    content = checked_content(ROOT)
    if content is None:
        return 1
    from scripts.measuring.bench_figures import table
    from scripts.measuring.bench_goals import goals
    from scripts.measuring.goals import goal_lines

    rounds, presses = (1, 6) if options.quick else (ROUNDS, PRESSES)
    sizes = SIZES[:1] if options.quick else options.sizes
    found: dict[int | str, object] = {}
    for size in sizes if "finder" in options.only else ():
        engines = found[size] = measure(content, size, options.engines, rounds, presses)
        step("\n" + "\n".join([*table(size, engines), "", *goal_lines(list(goals(size, engines)))]))
    for part in (part for part in options.only if PARTS[part]):
        found[part] = measure_part(part, sizes, rounds)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    next_step(f"mål igen efter en ændring, og hold tallene op mod hinanden: {command('bench')}")
    return 0


def measure_part(part: str, sizes: Sequence[int], rounds: int) -> dict[int, dict[str, float]]:
    """The figures of a part at each size, held against its goals."""
    from scripts.measuring.goals import goal_lines

    module = import_module(f"scripts.measuring.{PARTS[part]}")
    found: dict[int, dict[str, float]] = {}
    for size in sizes:
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found[size] = module.measure(size, Path(folder), rounds)
        told = "  ".join(f"{name} {value:,.3f}" for name, value in found[size].items())
        step(f"{part}, {size} cases ({seconds_since(start)}): {told}")
    step("\n" + "\n".join(goal_lines(module.goals(found))))
    return found


def measure(real: "Content", size: int, engines: Sequence[str], rounds: int, presses: int) -> "dict[str, Figures]":
    """The medians of the chosen engines at one number of cases."""
    from scripts.measuring.bench_engines import ENGINES
    from scripts.measuring.bench_figures import medians
    from scripts.measuring.bench_sites import build_sites, content_for
    from scripts.measuring.chromium import chromium
    from scripts.measuring.web_server import Sent, serve

    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        sites = build_sites(content_for(real, size), Path(folder), [ENGINE_NAMES[name] for name in engines])
        step(f"{size} cases: {', '.join(sites)} er bygget ({seconds_since(start)}).")
        found = {}
        for name, site in sites.items():
            sent: Sent = []
            with serve(site, sent) as address, chromium() as browser:
                turns = 1 if size > LARGE and name == "Material" else rounds
                found[name] = medians([ENGINES[name](browser, address, sent, presses) for _ in range(turns)])
            step(f"{size} cases: {name} er målt ({seconds_since(start)}).")
    return found


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(text.split(","))
    if not set(parts) <= PARTS.keys():
        raise argparse.ArgumentTypeError(text)
    return parts


def _engines(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if not set(names) <= ENGINE_NAMES.keys():
        raise argparse.ArgumentTypeError(text)
    return names


def _sizes(text: str) -> tuple[int, ...]:
    sizes = [int(part) for part in text.split(",") if part.isdigit() and int(part) > 0]
    if len(sizes) != len(text.split(",")):
        raise argparse.ArgumentTypeError(text)
    return tuple(sizes)


if __name__ == "__main__":
    run(main)
