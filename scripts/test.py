"""Run every check there is, each as one line, and list at the end those that failed."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts import browser
from scripts.environment import ROOT, Parser, command, ensure, next_step, run, seconds_since, step

# More browsers at once than this wait for each other on a small machine.
MOST_WORKERS = 4

# What a change of content alone can break: the pages, their addresses and links. The rest is tested with the code.
CONTENT_TESTS = (
    "tests/test_content.py", "tests/test_spelling.py::test_every_danish_text_is_spelled_right", "tests/test_site.py",
    "tests/test_addresses.py", "tests/test_written_pages.py", "tests/test_page_gate.py",
    "tests/test_security_policy.py",
    # Builds a second site, of attacks, which no change of content alters.
    "--deselect=tests/test_site.py::test_odd_signs_reach_the_reader",
)  # fmt: skip
# With this variable set, what is advice to an editor (spelling, what the catalogue says) is told and stops nothing.
ADVICE = "RAAD"

# What each check is called, and the arguments for Python that run it.
CHECKS = (
    ("kodestil (ruff check)", ("-m", "ruff", "check", ".")),
    ("kodeformat (ruff format)", ("-m", "ruff", "format", "--check", ".")),
    ("typer (mypy)", ("-m", "mypy")),
    ("indhold (validate)", ("scripts/validate.py",)),
)


def main(arguments: Sequence[str]) -> int:
    """Run the checks and then pytest; 0 when all went well, otherwise 1."""
    parser = Parser("Kører alle tjek: kodestil, typer, indhold og test. Resten af linjen går til pytest.")
    parser.add_argument("--fast", action="store_true", help="spring testene i browseren over")
    parser.add_argument("--indhold", action="store_true", help="kør kun det, en ændring af indhold kan ødelægge")
    options, for_pytest = parser.parse_known_args(arguments)
    ensure("requirements-dev.txt")
    if options.indhold:
        return _content_only(for_pytest)
    failed = [name for name, check in CHECKS if not passes(name, check)]
    with_browser = not options.fast
    if with_browser and not find_browser():
        failed.append("browser")
        with_browser = False
    if not run_pytest(for_pytest if with_browser else ["-m", "not browser", *for_pytest]):
        failed.append("test (pytest)")
    if failed:
        step(f"Ikke i orden: {', '.join(failed)}.")
        next_step(f"ret det, der står ovenfor, og kør {command('test')} igen.")
        return 1
    step("Alt er i orden." if with_browser else "Alt er i orden; testene i browseren blev sprunget over.")
    next_step("læg ændringen op, og åbn en pull request." if with_browser else command("test"))
    return 0


def _content_only(for_pytest: Sequence[str]) -> int:
    """Check what an editor has changed; what could be better is told as XFAIL and is no fault."""
    os.environ[ADVICE] = "1"
    if not (passes(*CHECKS[-1]) and run_pytest([*CONTENT_TESTS, *for_pytest])):
        next_step(f"ret det, der står ovenfor, og kør {command('test')} --indhold igen.")
        return 1
    step("Indholdet er i orden. Det, der står efter »råd:«, er gode råd; du bestemmer selv.")
    next_step("læg ændringen op, og åbn en pull request.")
    return 0


def passes(name: str, check: Sequence[str]) -> bool:
    """Run one check, print one line about it, and its output only if it failed."""
    start = time.monotonic()
    result = subprocess.run(
        [sys.executable, *check],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    verdict = "FEJL" if result.returncode else "i orden"
    step(f"{name}: {verdict} ({seconds_since(start)})")
    if result.returncode:
        step(result.stdout.rstrip())
    return result.returncode == 0


def find_browser() -> bool:
    """Find a browser, hand it to the tests through the environment, and print one line about it."""
    start = time.monotonic()
    try:
        path = browser.find()
    except browser.NoBrowserError as error:
        step(f"browser: FEJL ({seconds_since(start)})\n{error}")
        step("Installér Chrome eller Chromium. Testene køres nu uden browser.")
        return False
    if path:
        os.environ[browser.VARIABLE] = path
    step(f"browser: {path or 'Playwrights egen Chromium'} ({seconds_since(start)})")
    return True


def run_pytest(arguments: Sequence[str]) -> bool:
    """Run pytest with its output as it comes, since it takes the longest; tell whether all tests passed."""
    start = time.monotonic()
    step("test (pytest) …")
    # A process with nothing left to do takes tests from the others, for a few take much longer than the rest.
    workers = [] if "-n" in arguments else ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "worksteal"]
    code = subprocess.call([sys.executable, "-m", "pytest", *workers, *arguments], cwd=ROOT)
    step(f"test (pytest): {'FEJL' if code else 'i orden'} ({seconds_since(start)})")
    return code == 0


if __name__ == "__main__":
    run(main)
