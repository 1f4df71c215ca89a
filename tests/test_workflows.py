"""The workflows on GitHub: each rule over each file, each seen to fail on a bad sample and pass a near miss."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.examples import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
Rule = Callable[[str, dict[Any, Any]], Iterator[str]]
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# What a job may be given beyond reading; a job of a proposal may only read.
WRITES = {
    "comment.yml": {"pull-requests"}, "deploy.yml": {"pages", "id-token"},
    "links.yml": {"issues"}, "review.yml": {"issues"},
}  # fmt: skip
LONGEST = 60
BOXES = 3


def triggers(workflow: dict[Any, Any]) -> set[str]:
    """What starts a workflow; YAML 1.1 reads the key "on" as true."""
    found = workflow.get("on", workflow.get(True))
    return {found} if isinstance(found, str) else set(found)


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in workflow["jobs"].values():
        yield from job.get("steps", [])


def actions_are_pinned(text: str, _: dict[Any, Any]) -> Iterator[str]:
    """Every action stands by its full hash, with the version it is as a comment."""
    for line in text.splitlines():
        if re.search(r"\buses:", line) and not PINNED.search(line):
            yield line.strip()


def nothing_is_permitted_on_top(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """A workflow permits nothing; each job says what it needs."""
    if workflow.get("permissions") != {}:
        yield "permissions: {} mangler øverst"
    for name, job in workflow["jobs"].items():
        if not isinstance(job.get("permissions"), dict):
            yield f"{name} siger ikke, hvad det må"


def checkouts_keep_no_token(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """No checkout leaves a token behind."""
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            kept = step.get("with", {}).get("persist-credentials")
            if kept is not False:
                yield "persist-credentials er ikke false"


def jobs_end(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """Every job has a time limit."""
    for name, job in workflow["jobs"].items():
        if not 0 < job.get("timeout-minutes", 0) <= LONGEST:
            yield f"{name} har ingen tidsgrænse"


def runs_do_not_pile_up(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """Every workflow says what happens when it is started twice."""
    if not isinstance(workflow.get("concurrency"), dict) or "cancel-in-progress" not in workflow["concurrency"]:
        yield "concurrency mangler"


def proposals_see_no_secret(text: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """What runs on a proposal holds no secret and may only read, and the trigger that mixes the two is not used."""
    if "pull_request_target" in triggers(workflow):
        yield "pull_request_target kører fremmed kode med vores rettigheder"
    if "pull_request" in triggers(workflow):
        if re.search(r"\bsecrets\b", text):
            yield "et job på et forslag bruger secrets"
        for name, job in workflow["jobs"].items():
            if set((job.get("permissions") or {}).values()) - {"read"}:
                yield f"{name} må skrive"


def nothing_strange_in_commands(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """No expression stands inside a command, where a title of a proposal could become code."""
    for step in steps(workflow):
        if "${{" in step.get("run", "") or "${{" in str(step.get("with", {}).get("script", "")):
            yield f"udtryk i kommandoen: {step.get('name', step.get('run'))}"


def the_comment_runs_our_own_code(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """What follows upon a proposal checks out the main branch and nothing else."""
    if "workflow_run" not in triggers(workflow):
        return
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            ref = step.get("with", {}).get("ref")
            if ref != "${{ github.event.repository.default_branch }}":
                yield f"henter {ref}"


def no_fault_is_swept_away(_: str, workflow: dict[Any, Any]) -> Iterator[str]:
    """No step or job may fail in silence."""
    for part in (*workflow["jobs"].values(), *steps(workflow)):
        if part.get("continue-on-error") or re.search(r"\|\|\s*(true|:|exit 0)", part.get("run", "")):
            yield f"skjuler fejl: {part.get('name')}"


RULES: tuple[Rule, ...] = (
    actions_are_pinned, nothing_is_permitted_on_top, checkouts_keep_no_token, jobs_end, runs_do_not_pile_up,
    proposals_see_no_secret, nothing_strange_in_commands, the_comment_runs_our_own_code, no_fault_is_swept_away,
)  # fmt: skip


def faults(text: str, *rules: Rule) -> list[str]:
    """All that is wrong with a workflow."""
    workflow = yaml.safe_load(text)
    return [fault for rule in rules or RULES for fault in rule(text, workflow)]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_workflow_keeps_every_rule(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert faults(text) == []
    workflow = yaml.safe_load(text)
    writes = {
        name
        for job in workflow["jobs"].values()
        for name, right in job["permissions"].items()
        if right == "write"
    }  # fmt: skip
    assert writes == WRITES.get(file.name, set())
    assert "registry" not in text and "npm " not in text and "pip install" not in text


GOOD = """\
on: [pull_request]
permissions: {}
concurrency: {group: a, cancel-in-progress: true}
jobs:
  a:
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with: {persist-credentials: false, ref: "${{ github.event.repository.default_branch }}"}
      - name: kør
        run: python3 scripts/validate.py "$TITLE"
        env: {TITLE: "${{ github.event.pull_request.title }}"}
"""


def test_the_good_sample_is_good() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("rule", "old", "bad"),
    [
        (actions_are_pinned, "11bd71901bbe5b1630ceea73d27597364c9af683", "v4"),
        (actions_are_pinned, "11bd71901bbe5b1630ceea73d27597364c9af683", "11bd719"),
        (actions_are_pinned, " # v4.2.2", ""),
        (nothing_is_permitted_on_top, "permissions: {}\n", ""),
        (nothing_is_permitted_on_top, "permissions: {}\n", "permissions: {contents: read}\n"),
        (nothing_is_permitted_on_top, "    permissions: {contents: read}\n", ""),
        (nothing_is_permitted_on_top, "{contents: read}", "write-all"),
        (checkouts_keep_no_token, "persist-credentials: false, ", ""),
        (checkouts_keep_no_token, "false", "true"),
        (jobs_end, "    timeout-minutes: 5\n", ""),
        (jobs_end, "timeout-minutes: 5", "timeout-minutes: 360"),
        (runs_do_not_pile_up, "concurrency: {group: a, cancel-in-progress: true}\n", ""),
        (runs_do_not_pile_up, ", cancel-in-progress: true", ""),
        (proposals_see_no_secret, "[pull_request]", "[pull_request_target]"),
        (proposals_see_no_secret, "${{ github.event.pull_request.title }}", "${{ secrets.NOEGLE }}"),
        (proposals_see_no_secret, "contents: read", "contents: write"),
        (nothing_strange_in_commands, '"$TITLE"', '"${{ github.event.pull_request.title }}"'),
        (the_comment_runs_our_own_code, "[pull_request]", "[workflow_run]"),
        (no_fault_is_swept_away, "        run:", "        continue-on-error: true\n        run:"),
        (no_fault_is_swept_away, '"$TITLE"', '"$TITLE" || true'),
    ],
)
def test_each_rule_sees_a_bad_sample(rule: Rule, old: str, bad: str) -> None:
    text = GOOD.replace(old, bad)
    if rule is the_comment_runs_our_own_code:
        assert faults(text, rule) == []
        text = text.replace("repository.default_branch", "workflow_run.head_sha")
    assert faults(text, rule)


@pytest.mark.parametrize(
    ("rule", "old", "near"),
    [
        (actions_are_pinned, "actions/checkout@", "actions/cache/restore@"),
        (proposals_see_no_secret, "[pull_request]", "[push]"),
        (jobs_end, "timeout-minutes: 5", "timeout-minutes: 60"),
        (no_fault_is_swept_away, '"$TITLE"', '"$TITLE" || exit 1'),
    ],
)
def test_a_near_miss_passes(rule: Rule, old: str, near: str) -> None:
    assert faults(GOOD.replace(old, near), rule) == []


def test_a_linter_made_for_workflows_agrees() -> None:
    """zizmor, without the network, finds nothing; on a bad workflow it does."""
    found = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    if not found:
        pytest.skip("zizmor er ikke lagt ind")
    command = [found, "--offline", "--no-progress", "--quiet"]
    result = subprocess.run([*command, str(GITHUB / "workflows")], capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout


def test_a_linter_made_for_workflows_sees_a_bad_one(tmp_path: Path) -> None:
    found = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    if not found:
        pytest.skip("zizmor er ikke lagt ind")
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(GOOD.replace('"$TITLE"', '"${{ github.event.pull_request.title }}"'), encoding="utf-8")
    result = subprocess.run([found, "--offline", "--no-progress", "--quiet", str(tmp_path)], capture_output=True)
    assert result.returncode != 0


# What people meet on GitHub


def test_every_kind_of_change_has_three_boxes() -> None:
    templates = [GITHUB / "PULL_REQUEST_TEMPLATE.md", *(GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md")]
    assert {file.stem for file in templates[1:]} == {"case", "aftale", "liste", "side", "kode"}
    for file in templates:
        assert file.read_text(encoding="utf-8").count("- [ ] ") == BOXES, file.name


def test_every_form_can_be_read_and_asks_for_what_is_needed() -> None:
    forms = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml")}
    assert set(forms) == {"config", "fejl", "ny-case", "oenske"}
    for name in set(forms) - {"config"}:
        questions = [part for part in forms[name]["body"] if part["type"] != "markdown"]
        assert {"name", "description", "title", "labels", "body"} <= forms[name].keys()
        assert all(part["attributes"]["label"] and part["id"] for part in questions)
        assert any(part.get("validations", {}).get("required") for part in questions)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("cases/x.yml", "redaktionen"), ("agreements/_klausuler/x.md", "redaktionen"), ("docs/x.md", "redaktionen"),
        ("docs/assets/favicon.svg", "udviklerne"), ("macros/pages/pages.py", "udviklerne"),
        ("mkdocs.yml", "udviklerne"), ("scripts/test.py", "udviklerne"), (".github/workflows/check.yml", "udviklerne"),
    ],
)  # fmt: skip
def test_content_is_the_editors_and_code_the_developers(path: str, owner: str) -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    found = ""
    for line in lines:
        if line and not line.startswith("#"):
            pattern, who = line.split()
            inside = path.startswith(pattern[1:]) if pattern.endswith("/") else f"/{path}" == pattern
            found = who if inside or pattern == "*" else found
    assert found == f"@alliancebanken/{owner}"
