"""Read what GitHub says of the packages that a proposal changes, and stop where one has a known hole."""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from macros.editing.package_review import package_faults
from scripts.environment import Parser, fail, run, step


def main(arguments: Sequence[str]) -> int:
    """Report the holes; 0 only when the answer was read and holds none."""
    parser = Parser("Læser GitHubs svar om de pakker, et forslag ændrer, og stopper ved kendte huller.")
    parser.add_argument("answer", type=Path, metavar="SVAR", help="filen med svaret (JSON)")
    file = parser.parse_args(arguments).answer
    try:
        faults = package_faults(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        fail(
            f"Pakkerne er ikke tjekket: {fault}.",
            "slå grafen over afhængigheder til i indstillingerne på GitHub, og kør tjekket igen.",
        )
    if faults:
        fail("\n".join(faults), "vælg en udgave uden hullet, og lås pakkerne igen (se CONTRIBUTING.md).")
    step("Ingen kendte huller i de pakker, forslaget tilføjer. Næste skridt: en udvikler læser forslaget.")
    return 0


if __name__ == "__main__":
    run(main)
