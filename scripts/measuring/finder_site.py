"""The finder with its assets and data for any content, built by the project's own hooks but without all other pages.

The finder alone is measured, and 10,000 case pages would take minutes to build. Run as a program of its own,
`python -m scripts.measuring.finder_site CONTENT FOLDER`, because it puts the content in the place of the real one.
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import macros.library.content
import macros.site.generated_site
import macros.site.site_files

ROOT = Path(__file__).resolve().parents[2]
KEPT = "cases/index.md"
# The groups of generated files that the finder asks for.
ASKED = {"soeg", "stilark"}


def build_finder(content: Path, folder: Path) -> None:
    """Build the finder of a pickled Content into `folder`, in the Python that calls it."""
    made = pickle.loads(content.read_bytes())
    for module, name, found in (
        (macros.library.content, "load_content", made),
        (macros.site.generated_site, "generated_pages", ()),
    ):
        setattr(module, name, lambda *_, found=found, **__: found)
    groups = macros.site.site_files.file_groups
    setattr(  # noqa: B010 (a stand-in)
        macros.site.generated_site,
        "file_groups",
        lambda *given: (group for group in groups(*given) if group[0] in ASKED),
    )
    # What such a build keeps is of no use to a whole one.
    os.environ["BYGGELAGER"] = str(folder.with_name(f"{folder.name}-byggelager"))
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=False)
    # Links to the pages that are left out would be told one by one.
    config.validation.links.update(dict.fromkeys(config.validation.links, 0))
    config.plugins.events["files"].append(_only_the_finder)
    config.plugins.events["page_read_source"].append(_empty)
    build(config)


def _only_the_finder(files: Files, config: MkDocsConfig) -> Files:
    """Drop the pages that are made for each item; the hand-written ones stay, empty, since the menu names them."""
    written = set(Path(config.docs_dir).rglob("*.md"))
    for file in list(files.documentation_pages()):
        if Path(config.docs_dir, file.src_uri) not in written:
            files.remove(file)
    return files


def _empty(page: Page, **_: Any) -> str | None:
    """Nothing but the button for the reader's list, which stands wherever a case or a lesson does."""
    return None if page.file.src_uri == KEPT else '# Tom\n\n<list-button data-ref="katalog"></list-button>\n'


if __name__ == "__main__":
    build_finder(Path(sys.argv[1]), Path(sys.argv[2]))
