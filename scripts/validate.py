"""Read every case, agreement and clause, and report the faults with file, line and what to write instead."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step

if TYPE_CHECKING:
    from macros.content import Content

# A folder is a content root when it holds at least one of these.
FOLDERS = ("cases", "agreements")


def main(arguments: Sequence[str]) -> int:
    """Check the content of a folder; 0 when all is well, otherwise 1."""
    parser = Parser("Tjekker alle cases, aftaler og klausuler, og viser hver fejl med fil og linje.")
    parser.add_argument("--root", type=Path, metavar="MAPPE", help="mappen med cases/ og agreements/")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    content = checked_content(options.root or ROOT)
    if content is None:
        return 1
    step(f"{summary(content)} Næste skridt: se siden med {command('serve')}")
    return 0


def checked_content(root: Path) -> "Content | None":
    """Return the content of a folder, or None after printing its faults."""
    from macros.content import ContentError, load_content
    from macros.problem import report

    if not root.is_dir():
        fail(f"Mappen {root} findes ikke.", "skriv en mappe, der findes, efter --root.")
    if not any((root / name).is_dir() for name in FOLDERS):
        fail(
            f"Mappen {root} har hverken cases/ eller agreements/.",
            "skriv efter --root den mappe, som cases/ ligger i.",
        )
    try:
        return load_content(root)
    except ContentError as error:
        step(report(error.problems))
        next_step(f"ret fejlene, og kør {command('validate')} igen.")
        return None


def summary(content: "Content") -> str:
    """Return one sentence with the size of the content."""
    counts = (
        counted(len(content.cases), "case", "cases"),
        counted(len(content.agreements), "aftale", "aftaler"),
        counted(len(content.clauses), "klausultype", "klausultyper"),
    )
    return f"Alt er i orden: {', '.join(counts)}."


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun in the right form."""
    return f"{number} {one if number == 1 else more}"


if __name__ == "__main__":
    run(main)
