"""Spoil content files at random by the thousand; the validator must answer each with a place and never fall."""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import Parser, command, ensure, next_step, run, seconds_since, step
from scripts.validate import counted

FILES = 60_000


def main(arguments: Sequence[str]) -> int:
    """Try so many mutated files; 0 when the validator held, otherwise 1."""
    parser = Parser("Ødelægger indholdsfiler tilfældigt og prøver, om valideringen altid svarer med fil og linje.")
    parser.add_argument("--files", type=int, metavar="TAL", default=FILES, help=f"antal filer (ellers {FILES})")
    parser.add_argument("--seed", type=int, metavar="TAL", help="samme tal giver de samme filer (ellers et nyt)")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    from scripts.measuring.mutated_content import try_files

    seed = random.randrange(10**6) if options.seed is None else options.seed
    start = time.monotonic()
    told = try_files(options.files, seed)
    files, refused = counted(told.files, "fil", "filer"), counted(told.problems, "fejl", "fejl")
    step(f"{files} prøvet med frø {seed} på {seconds_since(start)}: {refused} meldt, {len(told.faults)} fald.")
    for fault in told.faults[:20]:
        step(fault)
    if told.faults:
        next_step(f"ret valideringen, og prøv igen med {command('fuzz', '--seed', str(seed))}")
        return 1
    next_step(f"prøv andre filer: {command('fuzz')}")
    return 0


if __name__ == "__main__":
    run(main)
