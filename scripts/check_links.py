"""Ask every address outside the site that the content points at whether it still answers, and write a report."""

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from macros.editing.outside_links import fault_of, links_report, outside_links
from scripts.environment import ROOT, Parser, command, next_step, run, step

PLACES = ("cases/*.yml", "agreements/*.yml", "agreements/_klausuler/*.md", "docs/**/*.md")
SECONDS = 20
ATTEMPTS = 2
AT_ONCE = 6
# From here on it is the server's own fault, which may pass.
SERVER_FAULT = 500


def main(arguments: Sequence[str]) -> int:
    """Write the report; 0 also when addresses are dead, since the report tells of them."""
    parser = Parser("Spørger alle adresser uden for siden, om de svarer, og skriver en rapport.")
    parser.add_argument("report", type=Path, metavar="RAPPORT", help="filen, rapporten bliver skrevet i (JSON)")
    file = parser.parse_args(arguments).report
    links = outside_links((one.relative_to(ROOT).as_posix(), one.read_text(encoding="utf-8")) for one in files(ROOT))
    faults = dead(list(links), ask)
    file.write_text(json.dumps(links_report(links, faults), ensure_ascii=False), encoding="utf-8")
    for address, fault in faults.items():
        step(f"{address}: {fault}")
    step(f"{len(links)} adresser er spurgt.")
    next_step(f"åbn eller ret sagen på GitHub: {command('post_to_github', 'issue', str(file))}")
    return 0


def files(root: Path) -> list[Path]:
    """Every file that may point outside."""
    return sorted(file for place in PLACES for file in root.glob(place))


def dead(addresses: Sequence[str], ask_one: Callable[[str], str]) -> dict[str, str]:
    """Address to fault of those that do not answer; several are asked at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = zip(addresses, pool.map(ask_one, addresses), strict=True)
        return {address: fault for address, fault in answers if fault}


def ask(address: str, open_address: Callable[..., object] = urllib.request.urlopen) -> str:
    """What is wrong with an address, or nothing; a silent server is asked twice."""
    request = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0 (Alliancebankens linktjek)"})
    fault = ""
    for _ in range(ATTEMPTS):
        try:
            answer = open_address(request, timeout=SECONDS)
            return fault_of(int(getattr(answer, "status", 200)))
        except urllib.error.HTTPError as error:
            fault = fault_of(error.code)
            if error.code < SERVER_FAULT:
                return fault
        except (OSError, HTTPException, ValueError):
            fault = "serveren svarer ikke"
    return fault


if __name__ == "__main__":
    run(main)
