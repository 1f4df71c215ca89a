"""Measure a case's page and the finder with Lighthouse, which the project does not install."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step

MOST = {"largest-contentful-paint": 1500.0, "total-blocking-time": 50.0, "cumulative-layout-shift": 0.01}
NAMES = ("største indhold (ms)", "blokeret (ms)", "forskydning")


def main(arguments: Sequence[str]) -> int:
    """Print the medians of each page; 0 where all are reached, otherwise 1."""
    parser = Parser("Måler med Lighthouse (mobil) mod en server på din egen maskine med komprimering.")
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="hvor du har kørt npm install lighthouse")
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="MAPPE", help="en bygget side (ellers site/)"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="TAL", help="runder pr. side (ellers 3)")
    options = parser.parse_args(arguments)
    program = options.folder.resolve() / "node_modules" / "lighthouse" / "cli" / "index.js"
    site = options.site.resolve()
    if not program.is_file() or not shutil.which("node"):
        fail("Lighthouse findes ikke dér.", f"kør npm install lighthouse i {options.folder}, og prøv igen.")
    if not (site / "index.html").is_file():
        fail(f"Der er ingen bygget side i {site}.", f"kør {command('build')} først.")
    ensure("requirements-dev.txt")
    from scripts.measuring.web_server import serve

    case = sorted(site.glob("cases/*/index.json"))[0].parent.name
    reached = True
    with serve(site) as address:
        for page in (f"cases/{case}/", "cases/"):
            rounds = [measure(program, address + page) for _ in range(options.rounds)]
            for (audit, most), name in zip(MOST.items(), NAMES, strict=True):
                value = median(one[audit] for one in rounds)
                reached = reached and value <= most
                told = f"{value:.2f}".replace(".", ",")
                step(f"/{page}: {name} {told}, højst {most:g}: {'nået' if value <= most else 'IKKE NÅET'}")
    next_step(f"se de andre målinger med {command('bench')}")
    return 0 if reached else 1


def measure(program: Path, address: str) -> dict[str, float]:
    """Each audit's number for one page, from one run in the mobile setting."""
    arguments = ["node", str(program), address, "--quiet", "--output=json", "--only-categories=performance",
                 "--chrome-flags=--headless=new --no-sandbox"]  # fmt: skip
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    chrome = {"CHROME_PATH": found} if found else {}
    result = subprocess.run(arguments, capture_output=True, encoding="utf-8", env={**os.environ, **chrome}, check=False)
    if result.returncode:
        fail(f"Lighthouse stoppede: {result.stderr.strip()[-300:]}", "ret det, og kør scriptet igen.")
    audits = json.loads(result.stdout)["audits"]
    return {name: float(audits[name]["numericValue"]) for name in MOST}


if __name__ == "__main__":
    run(main)
