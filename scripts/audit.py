"""Look every locked package up among known vulnerabilities; a package that could not be looked up is a failure too."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import NETWORK, ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import counted

LOCKS = ("requirements-audit.txt", "requirements-bench.txt")
_LOCKED = re.compile(r"(?m)^([\w.-]+)==([^\s;\\]+)[^\n]*\\\n((?:[ ]+--hash=sha256:[0-9a-f]{64}[^\n]*\n?)+)")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def main(arguments: Sequence[str]) -> int:
    """Audit every package of every lock; 0 only when all were looked up and none is known to be vulnerable."""
    Parser("Slår hver låst pakke op blandt kendte sårbarheder. Det kræver net.").parse_args(arguments)
    ensure("requirements-audit.txt")
    wanted: dict[str, str] = {}
    for lock in LOCKS:
        wanted |= locked((ROOT / lock).read_text(encoding="utf-8"))
    step(f"Slår {counted(len(wanted), 'pakke', 'pakker')} op …")
    with tempfile.TemporaryDirectory() as folder:
        # Without the markers of other systems: what only Windows installs is looked up here too.
        file = Path(folder) / "requirements.txt"
        file.write_text("".join(wanted.values()), encoding="utf-8")
        output = run_audit(file)
    answer = parsed(output)
    if answer is None:
        last = ([line for line in output.splitlines() if line.strip()] or ["ingen forklaring"])[-1]
        fail(f"Intet blev slået op, så intet er godkendt. Værktøjet skriver: {last}", NETWORK)
    faults = faults_in(wanted, answer)
    for fault in faults:
        step(fault)
    if faults:
        fail("Pakkerne er ikke godkendt.", f"opgradér, lås igen som i pyproject.toml, og kør {command('audit')} igen.")
    step(f"Alle {len(wanted)} pakker er slået op, og ingen har en kendt sårbarhed.")
    next_step("se selv efter i docs/assets/vendor.json: de leverede filer står i et andet register.")
    return 0


def locked(text: str) -> dict[str, str]:
    """Return each package of a lock, as name==version, with its line for the audit."""
    return {
        f"{normal(name)}=={version}": " ".join([f"{name}=={version}", *_HASH.findall(hashes)]) + "\n"
        for name, version, hashes in _LOCKED.findall(text)
    }


def normal(name: str) -> str:
    """Return a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run_audit(requirements: Path) -> str:
    """Return what pip-audit prints for a file where every package has a version and hashes."""
    result = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--requirement", str(requirements), "--require-hashes", "--disable-pip",
         "--format", "json", "--progress-spinner", "off"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    )  # fmt: skip
    return result.stdout


def parsed(output: str) -> "list[dict[str, object]] | None":
    """Return the packages of the answer, or None where there is no answer."""
    for line in output.splitlines():
        if line.startswith("{"):
            try:
                return list(json.loads(line)["dependencies"])
            except (ValueError, KeyError, TypeError):
                return None
    return None


def faults_in(wanted: "dict[str, str]", answer: "list[dict[str, object]]") -> list[str]:
    """Return a sentence for each package that is vulnerable, was skipped, or is not in the answer at all."""
    faults = []
    seen = set()
    for package in answer:
        name = f"{normal(str(package.get('name')))}=={package.get('version')}"
        if "version" in package and "skip_reason" not in package:
            seen.add(name)
        for found in list(package.get("vulns") or []):  # type: ignore[call-overload]
            fixed = ", ".join(found.get("fix_versions") or []) or "ingen endnu"
            faults.append(f"{name}: {found.get('id')} (rettet i: {fixed})")
    faults += [f"{name}: blev ikke slået op" for name in sorted(wanted.keys() - seen)]
    return faults


if __name__ == "__main__":
    run(main)
