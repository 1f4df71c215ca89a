"""The vendored files: listed, unchanged, freely licensed and closed to the network."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parent.parent / "docs" / "assets"
KEYS = {
    "navn": str,
    "version": str,
    "licens": str,
    "fil": str,
    "sha256": str,
    "stoerrelse": int,
    "kilde": str,
    "bygget_med": str,
    "formaal": str,
}
ALLOWED_LICENCES = {"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "OFL-1.1"}
# What a program may do that no reader meets; only its own page loads it (tests/test_cms_configuration.py).
EXCEPTIONS = "undtagelser"
SCRIPTS = {".js", ".mjs", ".cjs"}
FORBIDDEN = {
    "indlæser fra en fremmed adresse": r"""\b(?:from|import)\s*\(?\s*["'`](?:https?:)?//""",
    "henter fra nettet": (
        r"\b(?:fetch|importScripts|sendBeacon)\s*\("
        r"|\bnew\s+(?:(?:window|self|globalThis)\.)?"
        r"(?:XMLHttpRequest|WebSocket|EventSource|Worker|SharedWorker)\b"
    ),
    "kører tekst som kode": r"\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*[\"'`]",
    "henviser til et kildekort": r"sourceMappingURL",
    "nævner et pakkeregisters adresse": r"//registry\.",
}
Listing = list[dict[str, object]]


def licence_name(file: str) -> str:
    """Name the licence file that belongs to a vendored file."""
    return f"{file.rsplit('.', 1)[0]}.LICENSE.txt"


def entry_problems(assets: Path, entry: dict[str, object]) -> list[str]:
    """List what is wrong with one entry of vendor.json and the file it describes."""
    name = str(entry.get("fil"))
    wrong = [key for key, kind in KEYS.items() if type(entry.get(key)) is not kind or not entry[key]]
    if wrong or entry.keys() - KEYS.keys() - {EXCEPTIONS}:
        return [f"{name}: felterne skal være {', '.join(KEYS)}"]
    problems = []
    if entry["licens"] not in ALLOWED_LICENCES:
        problems.append(f"{name}: licensen {entry['licens']} er ikke på listen")
    if re.search(r"(?:^|[\s='\"])(?:/|~|[A-Za-z]:\\)", str(entry["bygget_med"])):
        problems.append(f"{name}: bygget_med rummer en sti fra en bestemt maskine")
    if not (assets / name).is_file():
        return [*problems, f"{name}: filen findes ikke"]
    return problems + file_problems(assets, name, entry)


def file_problems(assets: Path, name: str, entry: dict[str, object]) -> list[str]:
    """List what is wrong with a vendored file that exists."""
    data = (assets / name).read_bytes()
    problems = []
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        problems.append(f"{name}: sha256 passer ikke")
    if len(data) != entry["stoerrelse"]:
        problems.append(f"{name}: stoerrelse passer ikke")
    licence = assets / licence_name(name)
    title = f"{entry['navn']} {entry['version']}"
    if not licence.is_file() or title not in licence.read_text(encoding="utf-8"):
        problems.append(f"{name}: {licence.name} mangler eller nævner ikke {title}")
    if Path(name).suffix in SCRIPTS:
        text = data.decode("utf-8")
        found = {fault for fault, pattern in FORBIDDEN.items() if re.search(pattern, text)}
        excused = {str(fault) for fault in entry.get(EXCEPTIONS, ())}  # type: ignore[attr-defined]
        problems += [f"{name}: {fault}" for fault in FORBIDDEN if fault in found - excused]
        problems += [f"{name}: undtagelsen »{fault}« bruges ikke" for fault in sorted(excused - found)]
    return problems


def vendor_problems(assets: Path) -> list[str]:
    """List every fault in vendor.json and the vendored files; an empty list means all is well."""
    listing: Listing = json.loads((assets / "vendor.json").read_text(encoding="utf-8"))
    names = [str(entry.get("fil")) for entry in listing]
    expected = {*names, *map(licence_name, names)}
    present = {path.relative_to(assets).as_posix() for path in (assets / "vendor").rglob("*") if path.is_file()}
    problems = [f"{name}: står ikke i vendor.json" for name in sorted(present - expected)]
    problems += [f"{name}: står to gange i vendor.json" for name in set(names) if names.count(name) > 1]
    problems += [f"{name}: ligger uden for vendor" for name in names if not name.startswith("vendor/")]
    for entry in listing:
        problems += entry_problems(assets, entry)
    return problems


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the vendored files to a place where a test may spoil them."""
    shutil.copytree(ASSETS / "vendor", tmp_path / "vendor")
    shutil.copy(ASSETS / "vendor.json", tmp_path)
    return tmp_path


def edit_listing(assets: Path, change: Callable[[Listing], object]) -> None:
    """Change vendor.json in a copy."""
    path = assets / "vendor.json"
    listing: Listing = json.loads(path.read_text(encoding="utf-8"))
    change(listing)
    path.write_text(json.dumps(listing), encoding="utf-8")


def append_code(assets: Path, code: str) -> None:
    """Add code to the bundle in a copy and list its new size and hash, so that only the code is at fault."""
    path = assets / "vendor" / "docx.mjs"
    path.write_bytes(path.read_bytes() + code.encode())
    data = path.read_bytes()
    new = {"sha256": hashlib.sha256(data).hexdigest(), "stoerrelse": len(data)}
    edit_listing(assets, lambda listing: listing[0].update(new))


def test_the_vendored_files_are_in_order() -> None:
    assert vendor_problems(ASSETS) == []


def test_a_copy_is_in_order_too(copy: Path) -> None:
    assert vendor_problems(copy) == []


def test_a_file_that_is_not_listed_is_seen(copy: Path) -> None:
    (copy / "vendor" / "sub").mkdir()
    (copy / "vendor" / "sub" / "other.mjs").write_text("", encoding="utf-8")
    assert vendor_problems(copy) == ["vendor/sub/other.mjs: står ikke i vendor.json"]


def test_a_missing_file_is_seen(copy: Path) -> None:
    (copy / "vendor" / "docx.mjs").unlink()
    assert vendor_problems(copy) == ["vendor/docx.mjs: filen findes ikke"]


def test_a_changed_byte_is_seen(copy: Path) -> None:
    path = copy / "vendor" / "docx.mjs"
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    assert vendor_problems(copy) == ["vendor/docx.mjs: sha256 passer ikke"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sha256": "0" * 64}, "sha256 passer ikke"),
        ({"stoerrelse": 1}, "stoerrelse passer ikke"),
        ({"licens": "GPL-3.0-only"}, "licensen GPL-3.0-only er ikke på listen"),
        ({"version": "0.0.1"}, "docx.LICENSE.txt mangler eller nævner ikke docx 0.0.1"),
        (
            {"bygget_med": "esbuild --outfile=/home/x/docx.mjs"},
            "bygget_med rummer en sti fra en bestemt maskine",
        ),
        ({"formaal": ""}, f"felterne skal være {', '.join(KEYS)}"),
        ({"stoerrelse": True}, f"felterne skal være {', '.join(KEYS)}"),
        ({"ekstra": "x"}, f"felterne skal være {', '.join(KEYS)}"),
    ],
)
def test_a_wrong_field_is_seen(copy: Path, change: dict[str, object], fault: str) -> None:
    edit_listing(copy, lambda listing: listing[0].update(change))
    assert vendor_problems(copy) == [f"vendor/docx.mjs: {fault}"]


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_field_is_seen(copy: Path, key: str) -> None:
    edit_listing(copy, lambda listing: listing[0].pop(key))
    assert any("felterne skal være" in problem for problem in vendor_problems(copy))


def test_a_file_listed_twice_is_seen(copy: Path) -> None:
    edit_listing(copy, lambda listing: listing.append(listing[0]))
    assert vendor_problems(copy) == ["vendor/docx.mjs: står to gange i vendor.json"]


def test_a_file_outside_the_folder_is_seen(copy: Path) -> None:
    for old in ("docx.mjs", "docx.LICENSE.txt"):
        (copy / "vendor" / old).rename(copy / old)
    edit_listing(copy, lambda listing: listing[0].update(fil="docx.mjs"))
    assert vendor_problems(copy) == ["docx.mjs: ligger uden for vendor"]


def test_a_missing_licence_text_is_seen(copy: Path) -> None:
    (copy / "vendor" / "docx.LICENSE.txt").unlink()
    (problem,) = vendor_problems(copy)
    assert "docx.LICENSE.txt mangler" in problem


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('import"https://example.org/a.mjs";', "indlæser fra en fremmed adresse"),
        ("import * as a from 'http://example.org/a.mjs';", "indlæser fra en fremmed adresse"),
        ('export{a}from"//example.org/a.mjs";', "indlæser fra en fremmed adresse"),
        ("import(`https://example.org/a.mjs`);", "indlæser fra en fremmed adresse"),
        ('fetch("https://example.org/");', "henter fra nettet"),
        ("new XMLHttpRequest;", "henter fra nettet"),
        ("new globalThis.WebSocket(a);", "henter fra nettet"),
        ("new Worker(a);", "henter fra nettet"),
        ("navigator.sendBeacon(a);", "henter fra nettet"),
        ("eval(a);", "kører tekst som kode"),
        ("new Function(a);", "kører tekst som kode"),
        ('Function("return this")();', "kører tekst som kode"),
        ("//# sourceMappingURL=docx.mjs.map", "henviser til et kildekort"),
        ("// https://registry.example.org/docx", "nævner et pakkeregisters adresse"),
    ],
)
def test_code_that_breaks_the_promises_is_seen(copy: Path, code: str, fault: str) -> None:
    append_code(copy, code)
    assert vendor_problems(copy) == [f"vendor/docx.mjs: {fault}"]


def test_an_exception_is_seen_when_it_is_not_used(copy: Path) -> None:
    edit_listing(copy, lambda listing: listing[0].update(undtagelser=["henter fra nettet"]))
    assert vendor_problems(copy) == ["vendor/docx.mjs: undtagelsen »henter fra nettet« bruges ikke"]


def test_only_the_editors_program_is_excused() -> None:
    listing: Listing = json.loads((ASSETS / "vendor.json").read_text(encoding="utf-8"))
    assert [entry["navn"] for entry in listing if EXCEPTIONS in entry] == ["decap-cms"]


def test_an_address_that_is_only_text_is_allowed(copy: Path) -> None:
    append_code(copy, 'const a="http://schemas.openxmlformats.org/wordprocessingml/2006/main";')
    assert vendor_problems(copy) == []


def test_what_the_measurements_borrow_is_in_order_too() -> None:
    # Its map has a method that is called fetch; no request leaves any test.
    assert vendor_problems(Path(__file__).parent) == ["vendor/minisearch.mjs: henter fra nettet"]
