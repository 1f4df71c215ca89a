"""Add the addresses and anchors of a built site to the list of those that answer for ever; none is ever taken away."""

import re
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import counted

LIST = ROOT / "tests" / "fixtures" / "adresser.txt"
# Parts of a page that others link to; the ids of fields and hints are the page's own business.
_LINKED = {"h2", "h3", "h4", "h5", "h6", "li", "tr", "dt", "section", "details", "figure"}
# Files that others fetch by their address; the pages' own data may change with them.
_OPEN_DATA = (
    *("data/*.csv", "data/*.xml", "data/*.ics", "data/*.schema.json", "**/index.json", "temaer/*/feed.xml"),
    *(f"data/{name}.json" for name in ("cases", "aftaler", "klausuler", "lister")),
)


def main(arguments: Sequence[str]) -> int:
    """Add what is new in a built site to the list; 0 when that went well, otherwise 1."""
    parser = Parser("Tilføjer nye adresser og ankre til listen over dem, der altid skal svare. Intet bliver fjernet.")
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="den byggede side (ellers site/)")
    site = (parser.parse_args(arguments).site_dir or ROOT / "site").resolve()
    ensure("requirements.txt")
    if not (site / "index.html").is_file():
        fail(f"Der er ingen bygget side i {site}.", f"byg den med {command('build')}.")
    known = LIST.read_text(encoding="utf-8").splitlines()
    new = sorted(published(site) - set(known))
    LIST.write_text("".join(f"{line}\n" for line in sorted({*known, *new})), encoding="utf-8", newline="\n")
    step("\n".join([*new, f"{counted(len(new), 'ny adresse', 'nye adresser')} på listen."]))
    next_step("læg adresser.txt med i din ændring. Fra da af er adresserne lovet for altid.")
    return 0


def published(site: Path) -> set[str]:
    """Return every page, anchor and open data file of a built site as an address that begins with a slash."""
    found = set()
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        if path == "404.html":
            continue
        address = "/" + re.sub(r"(^|/)index\.html$", r"\1", path)
        anchors = _Anchors()
        anchors.feed(file.read_text(encoding="utf-8"))
        found |= {address, *(f"{address}#{name}" for name in anchors.found)}
    files = {file.relative_to(site).as_posix() for pattern in _OPEN_DATA for file in site.glob(pattern)}
    return found | {f"/{file}" for file in files}


class _Anchors(HTMLParser):
    """Gathers the ids of linked parts inside a page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id of a part; what stands in a template is not on the page yet."""
        self._inside = self._inside or tag == "article"
        self._templates += tag == "template"
        identifier = dict(attrs).get("id")
        if self._inside and not self._templates and identifier and tag in _LINKED:
            self.found.append(identifier)

    def handle_endtag(self, tag: str) -> None:
        """See where the article and templates end."""
        self._templates -= tag == "template"
        if tag == "article" and not self._templates:
            self._inside = False


if __name__ == "__main__":
    run(main)
