"""What every script needs before anything else: a Python, a `.venv` with the locked packages, and a voice.

Standard library only, since it runs before `.venv` exists. The syntax is kept to Python 3.6, and the types
above the check of the version are quoted, so that an older Python gets as far as the sentence about it.
"""

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)


def python_fault(version: "tuple[int, ...]") -> str:
    """Return what is wrong with this version of Python, or an empty string."""
    if version >= OLDEST:
        return ""
    has, needs = ".".join(map(str, version)), ".".join(map(str, OLDEST))
    return (
        f"Projektet kræver Python {needs} eller nyere, og dette er Python {has}.\n"
        "Næste skridt: hent en nyere Python på https://www.python.org/downloads/, og kør kommandoen igen."
    )


if python_fault(sys.version_info[:2]):
    sys.exit(python_fault(sys.version_info[:2]))

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / ".stamp.json"
UNFINISHED = VENV / ".unfinished"
ERROR_LOG = ROOT / ".cache" / "fejl.txt"
RESTARTED = "ALLIANCEBANKEN_RESTARTED"
# The development packages include those of the site, at the same versions.
INCLUDES = {
    "requirements-dev.txt": ("requirements-dev.txt", "requirements.txt"),
    "requirements-audit.txt": ("requirements-audit.txt", "requirements-dev.txt", "requirements.txt"),
    "requirements-bench.txt": ("requirements-bench.txt", "requirements-dev.txt", "requirements.txt"),
}
NETWORK = "tjek netforbindelsen (og en eventuel proxy), og kør kommandoen igen."

# Pattern in the output of venv or pip, what to say, what to do; the first that matches counts.
INSTALL_FAULTS = (
    (
        r"ensurepip is not available|No module named '?(?:venv|ensurepip)",
        "Denne Python kan ikke lave et miljø: delen »venv« mangler.",
        "på Debian og Ubuntu: sudo apt-get install python3-venv. Kør så kommandoen igen.",
    ),
    (
        r"Errno 28\]|Errno 122\]|WinError 112\]|No space left",
        "Disken er fuld, så pakkerne kunne ikke lægges ind.",
        "gør plads (omkring 500 MB), og kør kommandoen igen.",
    ),
    (
        r"DO NOT MATCH THE HASHES|Hashes are required|--require-hashes mode",
        "En pakke er ikke den, som låsefilen kræver (kontrolsummen passer ikke), så intet blev lagt ind.",
        "prøv igen; sker det stadig, så meld det som en fejl og brug ikke pakken.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "Pakkelagerets certifikat kunne ikke kontrolleres; måske læser netværket med.",
        "spørg din it-afdeling om dens rodcertifikat, sæt PIP_CERT til filen, og kør kommandoen igen.",
    ),
    (
        r"Errno 13\]|Errno 30\]|WinError 5\]|Permission denied|Read-only file system",
        f"Mappen {ROOT} kan ikke skrives i.",
        "flyt projektet til en mappe, du selv ejer, og kør kommandoen igen.",
    ),
    (
        r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries exceeded|name resolution"
        r"|getaddrinfo|Connection (?:refused|reset|aborted|timed out)|Network is unreachable|Read timed out",
        "Pakkerne kunne ikke hentes: der er ingen forbindelse til pakkelageret.",
        NETWORK,
    ),
    (
        r"No matching distribution|Could not find a version|\d\d\d (?:Client|Server) Error",
        "Pakkelageret gav ikke en færdig pakke, der passer til denne maskine og denne Python.",
        f"prøv med en anden Python fra python.org; ellers {NETWORK}",
    ),
    (
        r"'ensurepip'",
        "Miljøet i .venv blev ikke færdigt; måske er disken fuld.",
        "gør plads (omkring 500 MB), slet mappen .venv, og kør kommandoen igen.",
    ),
)


class Parser(argparse.ArgumentParser):
    """A command line that explains itself in Danish."""

    def __init__(self, description: str) -> None:
        super().__init__(description=description, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def format_help(self) -> str:
        """Return the help text with Danish headings."""
        text = super().format_help().replace("usage: ", "Brug: ", 1)
        return text.replace("positional arguments:", "Argumenter:").replace("options:", "Valg:")

    def error(self, message: str) -> NoReturn:
        """Say that the command line cannot be read, with what argparse stumbled over where it names it."""
        unknown = message.partition("unrecognized arguments: ")[2]
        what = f"Kommandoen kender ikke »{unknown}«." if unknown else "Kommandoen er ikke skrevet rigtigt."
        fail(what, f"se, hvad den kan: {command(Path(sys.argv[0]).stem, '--help')}")


def command(name: str, *arguments: str) -> str:
    """Return how a person types the command that runs a script."""
    return " ".join(["python" if os.name == "nt" else "python3", f"scripts/{name}.py", *arguments])


def seconds_since(start: float) -> str:
    """Return the time since `start` (of time.monotonic) as Danish text: »2,4 s«."""
    return f"{time.monotonic() - start:.1f} s".replace(".", ",")


def step(text: str) -> None:
    """Print one line about what happens now."""
    print(text, flush=True)


def next_step(text: str) -> None:
    """Print the last line of a script: what a person can do now."""
    step(f"Næste skridt: {text}")


def fail(text: str, then: str) -> NoReturn:
    """Print what went wrong and what to do about it, and exit with code 1."""
    sys.stdout.flush()
    print(f"{text}\nNæste skridt: {then}", file=sys.stderr, flush=True)
    sys.exit(1)


def run(main: Callable[[Sequence[str]], int]) -> NoReturn:
    """Run the main function of a script and exit with its code; no traceback reaches the screen."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
        print("\nAfbrudt.", file=sys.stderr)
    except BrokenPipeError:
        # The reader (such as `head`) has left; without this Python complains once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except Exception as error:
        with contextlib.suppress(OSError):
            ERROR_LOG.parent.mkdir(exist_ok=True)
            ERROR_LOG.write_text(traceback.format_exc(), encoding="utf-8")
        fail(
            f"Noget uventet gik galt: {type(error).__name__}: {error}",
            f"læs {ERROR_LOG.relative_to(ROOT).as_posix()}, og vedlæg den, når du melder fejlen.",
        )
    sys.exit(code)


def ensure(requirements: str) -> None:
    """Make sure that the script runs in `.venv` with the packages of a lock file, such as `requirements.txt`.

    Makes or repairs `.venv` where needed, then starts the script anew in its Python. From the second time on,
    a stamp in `.venv` makes it start at once.
    """
    os.environ.update(NO_MKDOCS_2_WARNING="1", PYTHONUTF8="1", PIP_USER="0")
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not _whole():
        _make_venv(inside)
    if _stamp().get(requirements) != _hash(requirements):
        _install(requirements)
    if not inside:
        _restart()
    os.environ.pop(RESTARTED, None)


def explain(output: str) -> "tuple[str, str]":
    """Return what the output of a failed venv or pip means, and what to do about it."""
    for pattern, text, then in INSTALL_FAULTS:
        if re.search(pattern, output):
            return text, then
    errors = [line for line in output.splitlines() if line.lower().startswith("error")]
    last = (errors or output.strip().splitlines() or ["ingen forklaring"])[-1]
    return f"Pakkerne kunne ikke lægges ind. Værktøjet skriver: {last}", NETWORK


def _make_venv(inside: bool) -> None:
    if inside:
        fail(
            "Miljøet i .venv er kun halvt færdigt, og scriptet kører selv i det.",
            "slet mappen .venv, åbn en ny terminal, og kør kommandoen igen.",
        )
    try:
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        elif VENV.exists():
            step("Miljøet i .venv er kun halvt færdigt eller hører til en anden Python; det laves om.")
            shutil.rmtree(VENV)
    except OSError as error:
        fail(*explain(str(error)))
    start = time.monotonic()
    step("Laver et lokalt Python-miljø i mappen .venv …")
    code, output = _call([sys.executable, "-m", "venv", str(VENV)])
    if code:
        fail(*explain(output))
    step(f"Miljøet er klar ({seconds_since(start)}).")


def _install(requirements: str) -> None:
    start = time.monotonic()
    count = len(re.findall(r"(?m)^[\w.-]+==", (ROOT / requirements).read_text(encoding="utf-8")))
    step(f"Henter og installerer {count} pakker fra {requirements}; det tager gerne et minut …")
    UNFINISHED.touch()
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
    quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    code, output = _call([*pip, *quiet, "-r", str(ROOT / requirements)])
    # pip fetches everything before it touches the environment: until this line, .venv is as it was.
    if "Installing collected packages" not in output or not code:
        UNFINISHED.unlink()
    if code:
        fail(*explain(output))
    names = INCLUDES.get(requirements, (requirements,))
    STAMP.write_text(json.dumps({name: _hash(name) for name in names}), encoding="utf-8")
    step(f"Pakkerne er på plads ({seconds_since(start)}).")


def _call(arguments: "list[str]") -> "tuple[int, str]":
    result = subprocess.run(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    return result.returncode, result.stdout


def _whole() -> bool:
    """Tell whether `.venv` has a new enough Python and pip, and no install in it was cut short."""
    if UNFINISHED.exists():
        return False
    test = f"import sys, pip; sys.exit(sys.version_info[:2] < {OLDEST})"
    try:
        return subprocess.run([str(VENV_PYTHON), "-I", "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def _stamp() -> "dict[str, str]":
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _hash(requirements: str) -> str:
    return hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()


def _restart() -> NoReturn:
    if os.environ.get(RESTARTED) == str(VENV):
        fail("Scriptet kan ikke starte i .venv.", "slet mappen .venv, og kør kommandoen igen.")
    os.environ[RESTARTED] = str(VENV)
    # macOS: left in place, it would point the new Python back at the old one.
    os.environ.pop("__PYVENV_LAUNCHER__", None)
    arguments = [str(VENV_PYTHON), *sys.argv]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(arguments[0], arguments)
    # Ctrl-C is for the script itself; this waiting parent only passes its exit code on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(arguments))
