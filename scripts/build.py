"""Build the site aside and put it in place only when it is whole, so that a failed build changes nothing."""

import contextlib
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, seconds_since, step
from scripts.validate import checked_content, counted

# A build that takes longer than this many seconds has been killed.
KEPT_FOR = 3600
ATTEMPTS = 5
# mkdocs.yml has a value for each of these; a setting that somebody left empty is no value.
ADDRESSES = ("SITE_URL", "EDIT_URI", "REPOSITORY", "KONTAKT")


def main(arguments: Sequence[str]) -> int:
    """Check the content, build the site and put it in place; 0 when that went well, otherwise 1."""
    parser = Parser("Bygger hele siden. Går noget galt, bliver den gamle udgave liggende urørt.")
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="hvor siden skal ligge (ellers site/)")
    parser.add_argument("--compress", action="store_true", help="læg også komprimerede kopier (br, gz) ved filerne")
    options = parser.parse_args(arguments)
    site = (options.site_dir or ROOT / "site").resolve()
    ensure("requirements.txt")
    if not replaceable(site):
        fail(
            f"Mappen {site} rummer andet end en bygget side, så den bliver ikke overskrevet.",
            "vælg en tom eller ny mappe efter --site-dir.",
        )
    start = time.monotonic()
    step("Tjekker indholdet …")
    if checked_content(ROOT) is None:
        return 1
    step("Bygger siden …")
    faults = build(ROOT, site, options.compress)
    if faults:
        step("\n".join(faults))
        fail(
            "Siden blev ikke bygget. En tidligere bygget side er urørt.",
            f"ret fejlene ovenfor, og kør {command('build')} igen (alt fra MkDocs står i .cache/build.log).",
        )
    step(f"Siden er bygget i {site}: {measure(site)}, {seconds_since(start)}.")
    next_step(f"læg mappen {site.name}/ på webserveren, eller se siden med {command('serve')}")
    return 0


def build(root: Path, site: Path, compress: bool = False) -> list[str]:
    """Build the project in `root` and swap it in as `site`; return what went wrong, or nothing."""
    aside = leftover(site, "new")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(site)
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(aside)],
            cwd=root,
            env={name: value for name, value in os.environ.items() if value or name not in ADDRESSES},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        keep_log(root, result.stdout)
        if result.returncode:
            return faults_in(result.stdout)
        if compress:
            from scripts.publishing.compressed import compress_site

            number, size = compress_site(aside)
            step(
                f"{counted(number, 'fil', 'filer')} har fået komprimerede kopier, de mindste {_megabytes(size)} i alt."
            )
        swap(aside, site)
    except OSError as error:
        where = error.filename or site
        return [f"{where} kunne ikke skrives ({error.strerror}). Måske bruger et andet program mappen."]
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return []


def swap(aside: Path, site: Path) -> None:
    """Put the folder `aside` in the place of `site` by renaming; on failure the old site is put back.

    Another build may swap at the same time: then the last one wins, and neither is mixed with the other.
    """
    for attempts_left in reversed(range(ATTEMPTS)):
        old = leftover(site, "old")
        with contextlib.suppress(FileNotFoundError):
            site.rename(old)
        try:
            aside.rename(site)
            return
        except OSError:
            taken_by_another = site.exists()
            if old.exists() and not taken_by_another:
                old.rename(site)
            if not (taken_by_another and attempts_left):
                raise
        finally:
            if site.exists():
                shutil.rmtree(old, ignore_errors=True)


def clear_leftovers(site: Path) -> None:
    """Remove what killed builds left beside the site; put the old site back if one was killed in mid-swap."""
    names = re.compile(rf"\.site-(new|old)-{re.escape(site.name)}-(\d+)-[0-9a-f]{{8}}")
    for path in sorted(site.parent.glob(".site-*"), reverse=True):
        match = names.fullmatch(path.name)
        if match and match[1] == "old" and not site.exists():
            # Unless another build, in mid-swap, was quicker.
            with contextlib.suppress(OSError):
                path.rename(site)
        elif match and time.time() - int(match[2]) > KEPT_FOR:
            shutil.rmtree(path, ignore_errors=True)


def leftover(site: Path, kind: str) -> Path:
    """Return a fresh name beside the site: `new` for one being built, `old` for one being swapped out."""
    return site.with_name(f".site-{kind}-{site.name}-{int(time.time())}-{secrets.token_hex(4)}")


def replaceable(site: Path) -> bool:
    """Tell whether a folder may be replaced: it is new, empty or a built site, and not the project."""
    if site == ROOT or site in ROOT.parents or site.is_file():
        return False
    if not site.exists() or not any(site.iterdir()):
        return True
    return (site / "index.html").is_file() and (site / "sitemap.xml").is_file()


def faults_in(output: str) -> list[str]:
    """Return the lines of MkDocs' output that say what is wrong, with the lines that continue them."""
    lines: list[str] = []
    keep = False
    for line in output.splitlines():
        if re.match(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\b", line):
            keep = line.startswith(("WARNING", "ERROR", "CRITICAL"))
        elif line.startswith(("Traceback", "Aborted with")):
            keep = False
        if keep:
            lines.append(line)
    if not lines or "Traceback" in output:
        # The last line of a traceback says why.
        lines += [line for line in output.splitlines() if line.strip()][-1:]
    return lines or ["MkDocs gav ingen forklaring."]


def measure(site: Path) -> str:
    """Return the number of pages and the size of a built site as Danish text."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files)
    cases = list((site / "cases").glob("*/index.json"))
    own = [path for case in cases for path in case.parent.iterdir() if path.is_file()]
    for_each = sum(path.stat().st_size for path in own) / 1000 / len(cases) if cases else 0
    told = f", {for_each:.0f} kB pr. case" if cases else ""
    return f"{counted(pages, 'side', 'sider')}, {_megabytes(size)}{told}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def keep_log(root: Path, output: str) -> None:
    """Keep everything MkDocs wrote, for the developer who needs more than its warnings."""
    with contextlib.suppress(OSError):
        log = root / ".cache" / "build.log"
        log.parent.mkdir(exist_ok=True)
        log.write_text(output, encoding="utf-8")


if __name__ == "__main__":
    run(main)
