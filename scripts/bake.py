"""Write every page, hand-written or generated, as a plain file, so that another generator can take over."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.build import clear_leftovers, leftover, swap
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import checked_content, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.content import Content
    from macros.site.site_files import SiteFile

# Says that the folder was made here and may be made anew; generators skip files that begin with a dot.
MARK = ".bagt"


def main(arguments: Sequence[str]) -> int:
    """Write all pages to the folder named; 0 when that went well, otherwise 1."""
    parser = Parser("Skriver alle sider som almindelige filer, så en anden generator kan bygge siden.")
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="en ny mappe, eller en fra sidste gang")
    folder = parser.parse_args(arguments).folder.resolve()
    ensure("requirements.txt")
    docs = ROOT / "docs"
    if not replaceable(folder) or docs in (folder, *folder.parents):
        fail(
            f"Mappen {folder} rummer noget, som dette script ikke har lavet, så den bliver ikke overskrevet.",
            f"vælg en ny mappe uden for docs/: {command('bake', 'MAPPE')}",
        )
    content = checked_content(ROOT)
    if content is None:
        return 1
    files = generated(content)
    bake(docs, files, folder)
    step(f"{counted(len(files), 'genereret fil', 'genererede filer')} og alt fra docs/ ligger nu i {folder}.")
    next_step(
        f"sæt docs_dir i mkdocs.yml til {folder}, fjern linjen med mkdocs_hooks, og byg med ProperDocs eller Zensical."
    )
    return 0


def replaceable(folder: Path) -> bool:
    """Tell whether a folder is new, empty or made by an earlier bake."""
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).is_file())


def generated(content: "Content") -> "dict[str, SiteFile]":
    """Return every file that MkDocs is otherwise given by the hook, the joined stylesheet too."""
    from mkdocs.utils.yaml import yaml_load

    from macros.ground.build_date import build_date
    from macros.html.stylesheet import stylesheet
    from macros.site.site_files import site_files

    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    styles = stylesheet(ROOT / "docs" / "assets" / "stylesheets")
    return site_files(content, build_date(), settings.get("site_url") or "/", styles, settings.get("extra"))


def bake(docs: Path, files: "Mapping[str, SiteFile]", folder: Path) -> None:
    """Make `folder` a copy of `docs` with the generated files in it; a half-made one is never seen."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(folder)
    aside = leftover(folder, "new")
    try:
        shutil.copytree(docs, aside)
        for name, file in files.items():
            path = aside / name
            if path.exists():
                fail(f"docs/{name} er også en genereret side.", f"omdøb eller slet docs/{name}.")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
        (aside / MARK).touch()
        swap(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


if __name__ == "__main__":
    run(main)
