"""Put a built site in front of the readers in one step, so that nobody ever meets half of it.

The folder that is published to holds one folder per edition and a link named »nu« to the one that readers get:

    MAPPE/udgaver/20261122-093000-123456/   a whole site
    MAPPE/nu -> udgaver/20261122-093000-123456

The web server shows MAPPE/nu. An edition is copied aside and checked before its name appears, and the link is
exchanged by one renaming, which a file system does wholly or not at all.
"""

import contextlib
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step

EDITIONS, CURRENT, LOCK = "udgaver", "nu", ".laas"
KEPT = 3
WINDOWS = os.name == "nt"
_EDITION = re.compile(r"\d{8}-\d{6}-\d{6}")
_ASIDE = ".ny-"


class RefusedError(Exception):
    """Nothing was changed; the text says why, and what to do."""

    def __init__(self, text: str, then: str) -> None:
        super().__init__(text)
        self.then = then


def main(arguments: Sequence[str]) -> int:
    """Publish a built site, or go back to the edition before; 0 when that went well, otherwise 1."""
    parser = Parser("Lægger en bygget side frem for læserne i ét skridt. Går noget galt, står den gamle udgave.")
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="webserveren viser MAPPE/nu")
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="den byggede side (ellers site/)")
    parser.add_argument("--keep", type=int, metavar="TAL", default=KEPT, help=f"udgaver at gemme (ellers {KEPT})")
    parser.add_argument("--back", action="store_true", help="gå tilbage til udgaven før")
    options = parser.parse_args(arguments)
    if WINDOWS:
        fail(
            "På Windows kan en mappe ikke skiftes ud i ét skridt, så scriptet gør det ikke halvt.",
            f"byg siden med {command('build')}, og send mappen site/ til en vært, der selv skifter hele udgaver.",
        )
    ensure("requirements.txt")
    folder = options.folder.resolve()
    try:
        if options.back:
            name = go_back(folder)
        else:
            name = publish((options.site_dir or ROOT / "site").resolve(), folder, options.keep)
    except RefusedError as refused:
        fail(f"{refused} Læserne ser det samme som før.", refused.then)
    except OSError as error:
        reason = error.strerror or "ukendt fejl"
        fail(
            f"{error.filename or folder} kunne ikke skrives ({reason}). Læserne ser det samme som før.",
            "gør plads, og tjek, at du må skrive i mappen. Kør så kommandoen igen.",
        )
    step(f"Læserne ser nu {folder / EDITIONS / name}.")
    next_step(f"peg webserveren på {folder / CURRENT}; fortryd med {command('publish', str(folder), '--back')}")
    return 0


def publish(site: Path, folder: Path, keep: int = KEPT) -> str:
    """Copy a whole site in as a new edition, show it to the readers and drop the oldest; return its name."""
    if keep < 2:
        raise RefusedError("Der skal gemmes mindst to udgaver.", "skriv --keep 2 eller mere.")
    fault = unfinished(site)
    if fault:
        raise RefusedError(f"{site} er ikke en hel side: {fault}.", f"byg siden igen med {command('build')}.")
    if site in (folder, *folder.parents) or folder in site.parents:
        raise RefusedError("Siden og mappen ligger i hinanden.", "vælg en mappe et andet sted.")
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        editions = folder / EDITIONS
        editions.mkdir(exist_ok=True)
        clear_aside(folder)
        name = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = editions / f"{_ASIDE}{name}"
        shutil.copytree(site, aside)
        if listing(site) != listing(aside) or unfinished(aside):
            shutil.rmtree(aside, ignore_errors=True)
            raise RefusedError("Siden blev ændret under kopieringen.", "vent, til bygningen er færdig.")
        keep_on_disk(aside)
        aside.rename(editions / name)
        show(folder, name)
        for old in kept(folder)[:-keep]:
            if old != name:
                shutil.rmtree(editions / old, ignore_errors=True)
    return name


def go_back(folder: Path) -> str:
    """Show the edition before the current one again; return its name."""
    if not folder.is_dir():
        raise RefusedError(f"Mappen {folder} findes ikke.", "skriv den mappe, der er udgivet til.")
    with locked(folder):
        now = current(folder)
        earlier = [name for name in kept(folder) if now is not None and name < now]
        if not earlier:
            raise RefusedError("Der er ingen udgave før den nuværende.", "byg den side, du vil have, og udgiv den.")
        show(folder, earlier[-1])
    return earlier[-1]


def unfinished(site: Path) -> str:
    """Say what a built site lacks: a file, a page of its site map, or a page's end; nothing where it is whole."""
    for name in ("index.html", "404.html", "sitemap.xml"):
        if not (site / name).is_file():
            return f"{name} mangler"
    places = re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8", errors="replace"))
    if not places:
        return "sitemap.xml nævner ingen sider"
    paths = [unquote(urlsplit(place).path) for place in places]
    # The front page has the shortest address; the site may stand below a path of its host.
    root = min(paths, key=len)
    pages = {site / "404.html", *(site / path.removeprefix(root) / "index.html" for path in paths)}
    for page in sorted(pages):
        if not page.is_file():
            return f"{page.relative_to(site).as_posix()} mangler"
        if not page.read_bytes().rstrip().endswith(b"</html>"):
            return f"{page.relative_to(site).as_posix()} er ikke skrevet færdig"
    return ""


def listing(folder: Path) -> dict[str, int]:
    """Return every file below a folder with its size in bytes."""
    return {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob("*") if file.is_file()}


def keep_on_disk(folder: Path) -> None:
    """Ask the system to write every file out before its name is shown, so that a power cut leaves no empty page."""
    for path in (*folder.rglob("*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def show(folder: Path, name: str) -> None:
    """Point the readers' link at an edition by one renaming."""
    link = folder / CURRENT
    if link.exists() and not link.is_symlink():
        raise RefusedError(f"{link} er ikke scriptets eget link.", "flyt den, eller vælg en anden mappe.")
    fresh = folder / f".{CURRENT}-{secrets.token_hex(4)}"
    fresh.symlink_to(Path(EDITIONS) / name, target_is_directory=True)
    fresh.replace(link)


def current(folder: Path) -> str | None:
    """Return the name of the edition that readers see, where there is one."""
    link = folder / CURRENT
    return link.readlink().name if link.is_symlink() else None


def kept(folder: Path) -> list[str]:
    """Return the editions that are there, oldest first."""
    names = (path.name for path in (folder / EDITIONS).glob("*"))
    return sorted(name for name in names if _EDITION.fullmatch(name))


def clear_aside(folder: Path) -> None:
    """Remove what a killed run left: copies that got no name, and links that were not put in place."""
    for path in (folder / EDITIONS).glob(f"{_ASIDE}*"):
        shutil.rmtree(path, ignore_errors=True)
    for path in folder.glob(f".{CURRENT}-*"):
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a second run out; the system itself lets go of the lock when a run is killed."""
    import fcntl

    with (folder / LOCK).open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError("En anden udgivelse er i gang.", "vent, til den er færdig.") from None
        yield


if __name__ == "__main__":
    run(main)
