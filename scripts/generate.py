"""Write the files that are made from the models: schemas and templates for editors, and settings for VS Code."""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, next_step, run, step
from scripts.validate import checked_content


def main(arguments: Sequence[str]) -> int:
    """Write what is missing or stale, or with --check only name it; 0 when all is fresh."""
    parser = Parser("Laver skemaer, skabeloner og indstillinger ud fra modellen, så de altid passer.")
    parser.add_argument("--check", action="store_true", help="skriv intet; sig kun, om noget er forældet")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    from macros.editing.editor_files import editor_files, is_stale

    content = checked_content(ROOT)
    if content is None:
        return 1
    made = editor_files(content)
    there = {path: _text(ROOT / path) for path in made}
    if options.check:
        stale = [path for path, text in made.items() if is_stale(path, there[path], text)]
        for path in stale:
            step(f"{path} passer ikke længere med modellen.")
        next_step(f"kør {command('generate')}, og send filerne med." if stale else "intet; alt er lavet af modellen.")
        return 1 if stale else 0
    changed = [path for path, text in made.items() if there[path] != text]
    for path in changed:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(made[path], encoding="utf-8", newline="\n")
        step(f"Skrev {path}")
    next_step("se ændringerne, og send dem med." if changed else "intet; alle filer var friske.")
    return 0


def _text(file: Path) -> "str | None":
    return file.read_text(encoding="utf-8") if file.is_file() else None


if __name__ == "__main__":
    run(main)
