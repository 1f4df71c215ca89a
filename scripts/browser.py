"""Find a Chromium for the browser tests, or fetch one."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import Parser, command, ensure, next_step, run, step

VARIABLE = "CHROMIUM"
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
INSTALL_TIME = 900
# The headless shell draws no window of its own around a page, and runs the tests in half the time.
PACKAGE = "chromium-headless-shell"


class NoBrowserError(Exception):
    """No browser was found and none could be fetched; the text says so to a person."""


def main(arguments: Sequence[str]) -> int:
    """Print which browser the tests use; 0 when there is one, otherwise 1."""
    Parser("Finder en Chromium til testene; er der ingen, hentes en.").parse_args(arguments)
    ensure("requirements-dev.txt")
    try:
        step(f"Testene bruger {find() or 'den Chromium, som Playwright har hentet'}.")
    except NoBrowserError as error:
        step(str(error))
        next_step(f"installér Chrome eller Chromium, eller kør {command('test', '--fast')}")
        return 1
    next_step(command("test"))
    return 0


def find() -> str | None:
    """Return the path of a Chromium, fetching one if need be; None means the one Playwright keeps.

    Raises NoBrowserError when there is none.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise NoBrowserError(f"Variablen {VARIABLE} peger på {chosen}, som ikke er et program.")
        return path
    path = installed()
    if path:
        return path
    if _may_use_apt() and not _is_ubuntu():
        step("Henter Chromium med apt-get; det tager gerne et par minutter …")
        if _call(_as_root("apt-get", "update")) and _call(_as_root("apt-get", "install", "-y", PACKAGE)):
            path = installed()
            if path:
                return path
    step("Henter Chromium med Playwright; det tager gerne et minut …")
    extra = ["--with-deps"] if _may_use_apt() else []
    if _call([sys.executable, "-m", "playwright", "install", *extra, "chromium"]):
        return None
    raise NoBrowserError("Der er ingen Chromium på maskinen, og den kunne ikke hentes.")


def installed() -> str | None:
    """Return the path of the first browser on this machine that starts, or None."""
    return next((path for path in _candidates() if starts(path)), None)


def starts(path: str) -> bool:
    """Tell whether a browser can be driven: a snap cannot (it is locked in), and a stub does not start."""
    if "/snap/" in str(Path(path).resolve()):
        return False
    if not sys.platform.startswith("linux"):
        return True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
        return _call([path, *flags, "--dump-dom", "about:blank"], seconds=30)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    if sys.platform == "darwin":
        places = [folder / app for folder in (Path("/Applications"), Path.home() / "Applications") for app in MAC]
    else:
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        places = [Path(root) / program for root in roots if root for program in WINDOWS]
    yield from (str(place) for place in places if place.is_file())


def _is_ubuntu() -> bool:
    """Tell whether this is Ubuntu, whose chromium package is only a stub for a snap."""
    try:
        return "ID=ubuntu" in Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False


def _may_use_apt() -> bool:
    return shutil.which("apt-get") is not None and (_is_root() or _call(["sudo", "-n", "true"], seconds=10))


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _as_root(*arguments: str) -> list[str]:
    return list(arguments) if _is_root() else ["sudo", "-n", *arguments]


def _call(arguments: list[str], seconds: int = INSTALL_TIME) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        result = subprocess.run(arguments, capture_output=True, timeout=seconds, env=environment)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


if __name__ == "__main__":
    run(main)
