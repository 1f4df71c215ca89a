"""What the site is made with: pinned by hash, freely licensed, listed, and never passed without being looked up."""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path

import pytest

from scripts import audit, sbom
from scripts.audit import faults_in, locked, parsed
from scripts.sbom import licence, permitted
from tests.examples import ROOT

LOCKS = sorted(ROOT.glob("requirements*.txt"))
HASH = "0" * 64


# Locks


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_hashes(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    named = re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)", text)
    assert len(named) == len(locked(text)) > 40  # one name may stand twice, for two systems
    assert not re.search(r"https?://|git\+|^-e|--index-url|--find-links", text, re.MULTILINE)


def test_a_package_without_hash_is_seen() -> None:
    assert locked(f"a==1 \\\n    --hash=sha256:{HASH}\nb==2\n").keys() == {"a==1"}


def test_installing_asks_for_hashes() -> None:
    assert "--require-hashes" in (ROOT / "scripts" / "environment.py").read_text(encoding="utf-8")


# Licences


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_installed_package_has_a_licence_on_the_list(lock: Path) -> None:
    names = {pinned.split("==")[0] for pinned in locked(lock.read_text(encoding="utf-8"))}
    found = {name: licence(name) for name in names if _installed(name)}
    assert {name: said for name, said in found.items() if not permitted(said)} == {}
    assert len(found) >= 40


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def test_every_vendored_file_has_a_licence_on_the_list() -> None:
    assert [entry["fil"] for entry in sbom.vendored() if not permitted(entry["licens"])] == []


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND PSF-2.0", True),
        ("(MPL-2.0 OR Apache-2.0)", True),
        ("LicenseRef-proprietary", False),
        ("", False),
    ],
)
def test_a_licence_is_on_the_list_or_not(expression: str, allowed: bool) -> None:
    assert permitted(expression) is allowed


# The list of everything


def test_the_list_has_every_package_and_vendored_file_with_hashes() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    listing = sbom.sbom(lock, sbom.vendored())
    assert (listing["bomFormat"], listing["specVersion"], listing["version"]) == ("CycloneDX", "1.6", 1)
    parts = listing["components"]
    assert len(parts) == len(locked(lock)) + len(sbom.vendored())
    assert len({part["bom-ref"] for part in parts}) == len(parts)
    for part in parts:
        assert part["name"] and part["version"] and part["purl"].startswith(("pkg:pypi/", "pkg:npm/"))
        hashes = part.get("hashes") or [row for item in part["externalReferences"] for row in item["hashes"]]
        assert hashes and all(re.fullmatch("[0-9a-f]{64}", row["content"]) for row in hashes)
        assert part["licenses"][0]["expression"]
    assert sbom.sbom(lock, sbom.vendored()) == listing


def test_the_command_writes_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sbom, "ensure", lambda _: None)
    assert sbom.main(["--out", str(tmp_path / "sbom.json")]) == 0
    assert json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))["bomFormat"] == "CycloneDX"


# The review


GOOD = {"name": "A_b", "version": "1", "vulns": []}
BAD = {"name": "a-b", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        ([GOOD], []),
        ([BAD], ["a-b==1: CVE-1 (rettet i: 2)"]),
        ([{"name": "a-b", "skip_reason": "not found"}], ["a-b==1: blev ikke slået op"]),
        ([], ["a-b==1: blev ikke slået op"]),
        ([{"name": "c", "version": "1", "vulns": []}], ["a-b==1: blev ikke slået op"]),
    ],
)
def test_only_a_package_that_was_looked_up_is_passed(answer: list[dict[str, object]], faults: list[str]) -> None:
    assert faults_in({"a-b==1": ""}, answer) == faults


@pytest.mark.parametrize(
    "output", ["", "Traceback\nConnectionError: x", '{"andet": 1}', "{itu", "No known vulnerabilities found"]
)
def test_no_answer_is_no_approval(output: str) -> None:
    assert parsed(output) is None


def test_offline_is_a_failure_that_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(audit, "ensure", lambda _: None)
    monkeypatch.setattr(audit, "run_audit", lambda _: "Traceback …\nrequests.exceptions.ConnectionError: intet net\n")
    with pytest.raises(SystemExit) as stopped:
        audit.main([])
    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "Intet blev slået op, så intet er godkendt." in said and "intet net" in said and "netforbindelsen" in said


def test_the_command_counts_every_package(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def answer(file: Path, drop: int = 0) -> str:
        names = re.findall(r"(?m)^([\w.-]+)==(\S+)", file.read_text(encoding="utf-8"))
        asked[:] = [name for name, _ in names]
        rows = [{"name": name, "version": version, "vulns": []} for name, version in names[drop:]]
        return "varsel\n" + json.dumps({"dependencies": rows, "fixes": []})

    monkeypatch.setattr(audit, "ensure", lambda _: None)
    monkeypatch.setattr(audit, "run_audit", answer)
    assert audit.main([]) == 0
    assert f"Alle {len(asked)} pakker er slået op" in capsys.readouterr().out and len(asked) > 60
    monkeypatch.setattr(audit, "run_audit", lambda file: answer(file, drop=1))
    with pytest.raises(SystemExit):
        audit.main([])
    assert "blev ikke slået op" in capsys.readouterr().out
