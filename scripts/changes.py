"""Tell in words what a proposal changes: the working tree against a commit, as Markdown for a comment."""

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, ensure, fail, run


def main(arguments: Sequence[str]) -> int:
    """Print the changes since a commit; 0 also when there are none, or when the content has faults."""
    parser = Parser("Fortæller med ord, hvad et forslag ændrer. Svaret er Markdown og står alene på skærmen.")
    parser.add_argument("base", metavar="BASE", help="det, der sammenlignes med: en gren eller en commit")
    parser.add_argument("--slags", action="store_true", help="sig kun »indhold«, hvis alt er indhold, ellers »kode«")
    options = parser.parse_args(arguments)
    with contextlib.redirect_stdout(sys.stderr):  # the answer must stand alone on standard output
        ensure("requirements.txt")
    base = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{options.base}^{{commit}}")
    if base is None:
        fail(f"Git kender ikke »{options.base}«.", "skriv en gren eller en commit, der findes.")
    from macros.editing.changes import changes, only_content
    from macros.editing.changes_text import changes_text

    if options.slags:
        print("indhold" if only_content(_paths(base.strip())) else "kode")
        return 0
    files = _changed(base.strip())
    names, remarks = _remarks(files)
    print(changes_text(changes(files, names), remarks), end="")
    return 0


def _changed(base: str) -> "dict[str, tuple[str | None, str | None]]":
    """Each changed file's text before and now; of files that are no text of ours only that they changed."""
    found = {}
    for path in _paths(base):
        old = _git("show", "--no-textconv", f"{base}:{path}")
        found[path] = (old, _now(path))
    return found


def _paths(base: str) -> "list[str]":
    listed = (_git("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base) or "").split("\0")
    fresh = (_git("ls-files", "--others", "--exclude-standard", "-z") or "").split("\0")
    return sorted({*listed, *fresh} - {""})


def _now(path: str) -> "str | None":
    from macros.reading.source_text import read_text

    file = ROOT / path
    if not file.is_symlink() and not file.exists():
        return None
    text, problems = read_text(file, path)
    return "" if problems else text


def _remarks(files: "dict[str, tuple[str | None, str | None]]") -> "tuple[dict[str, dict[str, str]], list[str]]":
    """What people see for the ids of each list, and what to say below the changes."""
    from macros.editing.notes import notes
    from macros.editing.notes_text import notes_text
    from macros.library.content import ContentError, load_content
    from macros.sharing.case_files import names

    try:
        content = load_content(ROOT)
    except ContentError as error:
        count = len(error.problems)
        return {}, [f"**Indholdet har {count} fejl.** De står på linjerne i forslaget og i tjekkets udskrift."]
    return names(content), notes_text(notes(content, ROOT, set(files)))


def _git(*arguments: str) -> "str | None":
    result = subprocess.run(["git", *arguments], cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return result.stdout.decode("utf-8", "replace") if result.returncode == 0 else None


if __name__ == "__main__":
    run(main)
