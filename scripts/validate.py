"""Read every case, agreement and clause, and report the faults with file, line and what to write instead."""

import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step

if TYPE_CHECKING:
    from macros.library.content import Content

# A folder is a content root when it holds at least one of these.
FOLDERS = ("cases", "agreements")


def main(arguments: Sequence[str]) -> int:
    """Check the content of a folder; 0 when all is well, otherwise 1."""
    parser = Parser("Tjekker alle cases, aftaler og klausuler, og viser hver fejl med fil og linje.")
    parser.add_argument("--root", type=Path, metavar="MAPPE", help="mappen med cases/ og agreements/")
    parser.add_argument("--raad", action="store_true", help="vis også råd om sprog og tal; de er ikke fejl")
    parser.add_argument("--github", action="store_true", help="vis hver fejl på dens linje, når GitHub kører tjekket")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    root = options.root or ROOT
    content = checked_content(root, options.github)
    if content is None:
        return 1
    if options.raad:
        _show_notes(content, root, options.github)
    step(f"{summary(content)} Næste skridt: se siden med {command('serve')}")
    return 0


def _show_notes(content: "Content", root: Path, github: bool) -> None:
    from macros.editing.annotations import NOTICE, annotation_lines
    from macros.editing.notes import notes
    from macros.ground.problem import advice

    found = notes(content, root)
    step(annotation_lines(found, NOTICE) if github else f"{advice(found)}\n")


def checked_content(root: Path, github: bool = False) -> "Content | None":
    """Return the content of a folder, or None after printing its faults, with github as annotations too."""
    from macros.editing.annotations import annotation_lines
    from macros.ground.problem import report
    from macros.library.content import ContentError, load_content

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
        if github:
            # What stands in a file may look like one of GitHub's commands; between these two lines none is obeyed.
            stop = secrets.token_hex(16)
            step(f"{annotation_lines(error.problems)}::stop-commands::{stop}")
        step(report(error.problems))
        if github:
            step(f"::{stop}::")
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
