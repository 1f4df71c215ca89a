"""Measure a case's page and the finder with Lighthouse, which the project does not install."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step

MOST = {"largest-contentful-paint": 1500.0, "total-blocking-time": 50.0, "cumulative-layout-shift": 0.01}
NAMES = ("største indhold (ms)", "blokeret (ms)", "forskydning")
# Next to nothing, sent in the same way: what is measured here is the machine's own, and no page comes below it.
EMPTY = """<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tom side</title><h1>Tom side</h1>"""
# Each audit's number for the page at an address.
Audit = Callable[[str], dict[str, float]]


def main(arguments: Sequence[str]) -> int:
    """Print the medians of each page; 0 where all are reached, otherwise 1."""
    parser = Parser("Måler med Lighthouse (mobil) mod en server på din egen maskine med komprimering.")
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="hvor du har kørt npm install lighthouse")
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="MAPPE", help="en bygget side (ellers site/)"
    )
    parser.add_argument(
        "--count", type=int, metavar="TAL", help="byg en side med så mange cases, og mål Materials egen ved siden af"
    )
    parser.add_argument(
        "--processor",
        action="store_true",
        help="regn med den tid, siden havde en processor, på en maskine med andet at lave",
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="TAL", help="runder pr. side (ellers 3)")
    options = parser.parse_args(arguments)
    program = options.folder.resolve() / "node_modules" / "lighthouse" / "cli" / "index.js"
    site = options.site.resolve()
    if not program.is_file() or not shutil.which("node"):
        fail("Lighthouse findes ikke dér.", f"kør npm install lighthouse i {options.folder}, og prøv igen.")
    if not options.count and not (site / "index.html").is_file():
        fail(f"Der er ingen bygget side i {site}.", f"kør {command('build')} først.")
    ensure("requirements-dev.txt")
    audit = partial(measure, program, options.processor)
    tell_floor(audit, options.rounds)
    if not options.count:
        reached = measured(audit, site, case_of(site, "cases/*/index.json"), options.rounds)
    else:
        with TemporaryDirectory() as folder:
            ours, stock = built(Path(folder), options.count)
            step(f"Bygget med {options.count} cases. Først vores side, så Materials egen med de samme cases.")
            reached = measured(audit, ours, case_of(ours, "cases/*/index.json"), options.rounds)
            measured(audit, stock, case_of(stock, "*/index.html"), options.rounds)
    next_step(f"se de andre målinger med {command('bench')}")
    return 0 if reached else 1


def built(folder: Path, count: int) -> tuple[Path, Path]:
    """Our whole site and a stock site of Material with as many cases."""
    from macros.library.content import load_content
    from scripts.measuring.bench_sites import build_sites, content_for
    from scripts.measuring.whole_site import build_site_of, write_site_project

    build_site_of(write_site_project(folder / "projekt", count), folder / "vores")
    stock = build_sites(content_for(load_content(), count), folder, ["Material"])
    return folder / "vores", stock["Material"]


def tell_floor(audit: Audit, rounds: int) -> None:
    """Print what an almost empty page takes on this machine, and how fast Lighthouse finds the machine."""
    from scripts.measuring.web_server import serve

    with TemporaryDirectory() as folder, serve(Path(folder)) as address:
        (Path(folder) / "index.html").write_text(EMPTY, encoding="utf-8")
        found = [audit(address) for _ in range(rounds)]
    told = (f"{name} {median(one[number] for one in found):.0f}" for number, name in zip(MOST, NAMES[:2], strict=False))
    speed = median(one["benchmarkIndex"] for one in found)
    step(f"En næsten tom side på denne maskine: {', '.join(told)}. Fart: {speed:.0f}, Lighthouse venter 1000.")


def measured(audit: Audit, site: Path, case: str, rounds: int) -> bool:
    """Print the medians of a case's page and of the page above it; whether all of them are small enough."""
    from scripts.measuring.web_server import serve

    reached = True
    with serve(site) as address:
        for page in (case, case.removesuffix("/").rpartition("/")[0] + "/"):
            found = [audit(address + page.removeprefix("/")) for _ in range(rounds)]
            for (number, most), name in zip(MOST.items(), NAMES, strict=True):
                value = median(one[number] for one in found)
                reached = reached and value <= most
                told = f"{value:.2f}".replace(".", ",")
                goal = f"højst {most:g}: {'nået' if value <= most else 'IKKE NÅET'}"
                step(f"/{page.removeprefix('/')}: {name} {told}, {goal}")
    return reached


def case_of(site: Path, pattern: str) -> str:
    """The address of the first case's page."""
    return min(file.parent.relative_to(site).as_posix() for file in site.glob(pattern)) + "/"


def measure(program: Path, processor: bool, address: str) -> dict[str, float]:
    """Each audit's number for one page, in the mobile setting; processor: without the waits for one."""
    if processor:
        from scripts.measuring.processor_time import without_waits

        with TemporaryDirectory() as folder:
            asked(program, address, f"--gather-mode={folder}", f"--audit-mode={folder}")
            file = Path(folder) / "defaultPass.trace.json"
            trace = json.loads(file.read_text(encoding="utf-8"))
            file.write_text(json.dumps({**trace, "traceEvents": without_waits(trace["traceEvents"])}), encoding="utf-8")
            report = asked(program, address, f"--audit-mode={folder}")
    else:
        report = asked(program, address)
    audits = {name: float(report["audits"][name]["numericValue"]) for name in MOST}
    return {**audits, "benchmarkIndex": float(report["environment"]["benchmarkIndex"])}


def asked(program: Path, address: str, *options: str) -> dict[str, Any]:
    """What Lighthouse reports."""
    arguments = ["node", str(program), address, "--quiet", "--output=json", f"--only-audits={','.join(MOST)}",
                 "--chrome-flags=--headless=new --no-sandbox", *options]  # fmt: skip
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    chrome = {"CHROME_PATH": found} if found else {}
    result = subprocess.run(arguments, capture_output=True, encoding="utf-8", env={**os.environ, **chrome}, check=False)
    if result.returncode:
        fail(f"Lighthouse stoppede: {result.stderr.strip()[-300:]}", "ret det, og kør scriptet igen.")
    report: dict[str, Any] = json.loads(result.stdout)
    return report


if __name__ == "__main__":
    run(main)
