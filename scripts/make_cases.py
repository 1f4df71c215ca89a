"""Make as many cases as wanted that no source tells of, to measure and to try the site with."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import Parser, command, ensure, fail, next_step, run, seconds_since, step
from scripts.validate import counted


def main(arguments: Sequence[str]) -> int:
    """Write the cases to a new folder; 0 when that went well."""
    parser = Parser("Laver opdigtede cases til målinger: gyldige, forskellige og de samme hver gang.")
    parser.add_argument("--count", type=_number, required=True, metavar="ANTAL", help="hvor mange cases")
    parser.add_argument("--seed", type=int, default=1, metavar="TAL", help="et andet tal giver andre cases (ellers 1)")
    parser.add_argument("--out", type=Path, required=True, metavar="MAPPE", help="en ny eller tom mappe")
    options = parser.parse_args(arguments)
    folder = options.out.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        fail(f"Mappen {folder} er ikke tom, så den bliver ikke rørt.", "skriv en ny mappe efter --out.")
    ensure("requirements-dev.txt")
    from scripts.measuring.synthetic_project import write_project

    start = time.monotonic()
    write_project(folder, options.count, options.seed)
    made = counted(options.count, "opdigtet case", "opdigtede cases")
    step(f"{made} ligger i {folder}, med fælles lister og aftaler ({seconds_since(start)}).")
    next_step(f"tjek dem med {command('validate', '--root', str(folder))}")
    return 0


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(text)
    return int(text)


if __name__ == "__main__":
    run(main)
