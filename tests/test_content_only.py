"""A proposal of content alone: a good new case and a figure put right pass every check that an editor meets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.editing.changes import only_content
from scripts.test import ADVICE, CONTENT_TESTS
from tests.conftest import build_environment, build_site
from tests.examples import CASE, ROOT, changed, to_yaml, write

NEW = "lodser-i-nordby"
# A town, a school and a word that no dictionary has; a source of its own, without printed pages; a lesson.
TEXT = "Styrmændene fra Skibsskolen i Sønderho oplærer lodsaspiranter fra Vrøndrupnæs og Fanø Bad."
SOURCE = (
    "- id: lodsrapport\n  titel: Lodser i havn\n  udgiver: Fanø Kommune\n  aar: 2024\n  rettigheder: Fanø Kommunes.\n"
)
CORRECTED = "kube-ringkoebing-skjern"


@pytest.mark.parametrize(
    ("paths", "only"),
    [
        (["cases/ny.yml", "cases/_udgivelser.yml", "agreements/_klausuler/formaal.md", "docs/om/index.md"], True),
        (["cases/ny.yml", "macros/pages/pages.py"], False),
        (["docs/assets/main.md"], False),
        (["cases/_ny_case.yml"], False),
        (["cases/../scripts/test.py"], False),
        ([".github/workflows/check.yml"], False),
        ([], True),
    ],
)
def test_content_is_told_from_code(paths: list[str], only: bool) -> None:
    assert only_content(paths) is only


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a new case and its source, and a figure of another case put right."""
    folder = tmp_path_factory.mktemp("forslag") / "projekt"
    skipped = shutil.ignore_patterns("__pycache__", ".*")
    for name in ("cases", "agreements", "docs", "macros", "scripts", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / ".vscode", folder / ".vscode")
    new = {"titel": "Lodser i Nordby Havn", "formaal": TEXT, "kilde": {"udgivelse": "lodsrapport"}}
    write(folder / "cases" / f"{NEW}.yml", to_yaml(changed(CASE, new)))
    sources, file = folder / "cases" / "_udgivelser.yml", folder / "cases" / f"{CORRECTED}.yml"
    write(sources, sources.read_text(encoding="utf-8") + SOURCE)
    text = file.read_text(encoding="utf-8")
    assert text.count(" 500 ") == 1 and text.count("tal: 500\n") == 1
    write(file, text.replace("500", "510"))
    build_site(folder, folder / "site")
    return folder


def checks(project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What an editor meets after the content is read and the site is built."""
    environment = {**build_environment(), ADVICE: "1", "BYGGET": str(project / "site"), "GITHUB_ACTIONS": "true"}
    for name in [name for name in environment if name.startswith("PYTEST")]:
        del environment[name]
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", *CONTENT_TESTS, *more]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_good_case_and_a_corrected_figure_are_stopped_by_nothing(project: Path) -> None:
    """What the catalogue says and how words are spelled is told, and is advice."""
    result = checks(project)
    assert result.returncode == 0, result.stdout[-6000:]
    assert "XFAIL tests/test_content.py::test_figures_agree_with_the_source[1-mere end 500" in result.stdout
    if (Path(os.sep) / "usr/share/hunspell/da_DK.dic").is_file():
        assert f"::notice file=cases/{NEW}.yml,line=" in result.stdout and "Vrøndrupnæs" in result.stdout


def test_a_page_that_is_broken_is_no_advice(project: Path) -> None:
    """The same checks stop what would mislead a reader: here a link that leads nowhere."""
    page = project / "site" / "cases" / NEW / "index.html"
    right = page.read_text(encoding="utf-8")
    page.write_text(right.replace("</article>", '<a href="../findes-ikke/">x</a></article>', 1), encoding="utf-8")
    result = checks(project, "-k", "every_link_leads_somewhere")
    page.write_text(right, encoding="utf-8")
    assert result.returncode == 1 and "findes-ikke" in result.stdout
