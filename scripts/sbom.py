"""Write the list of everything that the site is made with (an SBOM): packages with their hashes, and vendored files."""

import importlib.metadata
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.audit import locked, normal
from scripts.environment import ROOT, Parser, ensure, next_step, run, step
from scripts.validate import counted

# Licences that a package may have: free to use and to pass on, without demands on our own work.
ALLOWED = {
    "0BSD", "Apache-2.0", "Artistic-1.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "HPND", "ISC", "MIT", "MIT-0",
    "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
}  # fmt: skip
# What classifiers call them.
_NAMES = {
    "MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC", "Academic Free License (AFL)": "AFL-3.0",
}  # fmt: skip
# Packages that say it only in their licence file, which was read for this.
_READ = {"axe-playwright-python": "MIT"}


def main(arguments: Sequence[str]) -> int:
    """Write the list as CycloneDX JSON; 0 when that went well, otherwise 1."""
    parser = Parser("Skriver en liste over alt, siden er lavet med (SBOM, CycloneDX), til .cache/sbom.json.")
    parser.add_argument("--out", type=Path, metavar="FIL", help="hvor listen skal ligge")
    target = parser.parse_args(arguments).out or ROOT / ".cache" / "sbom.json"
    ensure("requirements.txt")
    listing = sbom((ROOT / "requirements.txt").read_text(encoding="utf-8"), vendored())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(listing, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    step(f"{counted(len(listing['components']), 'del', 'dele')} står i {target}.")
    next_step("læg filen ved den udgave, du udgiver.")
    return 0


def vendored() -> list[dict[str, Any]]:
    """Return the entries of vendor.json."""
    entries: list[dict[str, Any]] = json.loads((ROOT / "docs/assets/vendor.json").read_text(encoding="utf-8"))
    return entries


def sbom(lock: str, files: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the list; the same sources give the same list, so it has neither date nor serial number."""
    components = [_package(pinned, line) for pinned, line in sorted(locked(lock).items())]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "alliancebanken", "bom-ref": "alliancebanken"}},
        "components": [*components, *map(_file, files)],
    }


def _package(pinned: str, line: str) -> dict[str, Any]:
    name, version = pinned.split("==")
    hashes = re.findall(r"sha256:([0-9a-f]{64})", line)
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [{"expression": licence(name) or "NOASSERTION"}],
        # One per file that the registry offers for this version; pip takes no other.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"pkg:pypi/{name}@{version}",
                "hashes": [{"alg": "SHA-256", "content": one}],
            }
            for one in hashes
        ],
    }


def _file(entry: dict[str, Any]) -> dict[str, Any]:
    purl = f"pkg:npm/{entry['navn'].replace('@', '%40')}@{entry['version']}"
    return {
        "type": "file",
        "bom-ref": f"docs/assets/{entry['fil']}",
        "name": entry["navn"],
        "version": entry["version"],
        "purl": purl,
        "hashes": [{"alg": "SHA-256", "content": entry["sha256"]}],
        "licenses": [{"expression": entry["licens"]}],
    }


def licence(name: str) -> str:
    """Return the licence of an installed package as an SPDX expression; nothing where it is not installed here."""
    try:
        # A message with headers; the type that Python gives it leaves out how they are read.
        metadata: Any = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    said = metadata.get("License-Expression")
    classes = [item.split(" :: ")[-1] for item in metadata.get_all("Classifier") or [] if item.startswith("License ::")]
    known = [_NAMES.get(item, f"LicenseRef-{normal(item)}") for item in classes if item != "OSI Approved"]
    return str(said or " OR ".join(known) or _READ.get(normal(name)) or (metadata.get("License") or "").split("\n")[0])


def permitted(expression: str) -> bool:
    """Tell whether a licence is on the list: one of its choices (OR), and all that it joins (AND)."""
    choices = re.split(r"\s+OR\s+", expression.strip("()"))
    return any(all(part in ALLOWED for part in re.split(r"\s+AND\s+", choice)) for choice in choices)


if __name__ == "__main__":
    run(main)
