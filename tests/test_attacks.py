"""Every attack of the corpus in every text and kind of page: the build runs nothing and leaves nothing active.

Each layer is tried with the others off: the lint and the rendering here, page_calls and page_gate in their own tests,
the policy and what a browser makes of it all in tests/browser/test_attacked_pages.py.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import jinja2
import markdown
import pytest
import yaml

from macros.html.clause_text import clause_text
from macros.html.prose import prose, prose_line
from macros.html.rendering import markdown_text
from macros.reading.text_lint import lint_data, lint_page
from tests import altered_site as alter
from tests.active_content import PROSE, marks, outline, schemes
from tests.altered_site import CANARY, EVALUATED, attacks
from tests.examples import ROOT
from tests.site_reader import PageOnDisk, read_page, read_site

KINDS = (
    "", "cases/", "laering/", "resultater/", "samarbejde/", "om/kilder/", "om/kataloget/", "om/haefte/", "om/viden/",
    "aftaler/", "aftaler/byg/", "aftaler/tjek/", "aftaler/sammenlign/", "aftaler/partnerskabsaftale-lejre/", "kort/",
    "aftaler/klausuler/opsigelse/", "cases/horsens-alliancen/", "temaer/specifikke-kompetencer/", "hvad-ligner-jer/",
)  # fmt: skip
ENGINES = ("attr_list", "md_in_html", "tables", "toc", "fenced_code")


@pytest.fixture(scope="session")
def altered_pages(altered_site: Path) -> dict[str, PageOnDisk]:
    """Every page of the attacked site by its address."""
    return read_site(altered_site)


@pytest.fixture(scope="session")
def clean_pages(built_site: Path) -> dict[str, PageOnDisk]:
    """Every page of the real site by its address."""
    return read_site(built_site)


def active(html: str) -> set[str]:
    """What of a piece of HTML could run: elements, attributes, schemes."""
    page = read_page("", html)
    own = {("h1", ""), ("h1", "id"), ("h2", ""), ("h2", "id")}
    return {f"<{tag} {name}>" for tag, name in marks([page]) - PROSE - own} | schemes(page)


# The corpus


def test_the_corpus_is_large_and_has_no_repeats() -> None:
    found = attacks()
    assert len(found) >= 120 and len(found) == len(set(found))
    for file in alter.ATTACKS.glob("*.yml"):
        assert file.read_text(encoding="utf-8").startswith("# "), "filen siger ikke, hvad den er til"


def test_the_corpus_does_run_where_nothing_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself: plain Jinja evaluates and tells the secret, plain Markdown lets scripts through."""
    monkeypatch.setenv("HEMMELIG", CANARY)
    ran = [attack for attack in attacks() if _runs_as_template(attack)]
    live = [attack for attack in attacks() if active(markdown.markdown(attack, extensions=list(ENGINES)))]
    assert len(ran) >= 15 and len(live) >= 80


def _runs_as_template(text: str) -> bool:
    try:
        found = jinja2.Environment().from_string(text).render()
    except Exception:
        return False
    return EVALUATED in found or CANARY in found


# Layer 1: the lint, with nothing behind it


def test_what_the_lint_lets_through_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused with its place, or harmless even as a template and as raw Markdown."""
    monkeypatch.setenv("HEMMELIG", CANARY)
    refused = [attack for attack in attacks() if _is_refused(attack)]
    passed = [attack for attack in attacks() if attack not in refused]
    assert len(refused) > 180
    assert [attack for attack in passed if _runs_as_template(attack)] == []
    assert [attack for attack in passed if active(markdown.markdown(attack)) - {"<hr >", "<pre >", "<a title>"}] == []


def _is_refused(attack: str) -> bool:
    """Whether the lint refuses a text, in data and on a page alike, each time with its place."""
    problems = list(lint_data("cases/a.yml", f"formaal: |\n  {attack}"))
    assert list(lint_page("docs/a.md", attack)) or not problems or re.fullmatch(r"\{\{ [a-z_]+\(.*\) \}\}", attack)
    assert all(problem.line >= 2 and problem.column >= 1 and problem.message for problem in problems)
    return bool(problems)


# Layer 2: rendering, with the lint off


def test_rendering_alone_makes_it_harmless() -> None:
    """As prose, as a line, as a model text and in a heading, each inside a page that is Markdown once more."""
    for attack in attacks():
        for page in _rendered(attack):
            assert active(page) <= {"<div >", "<span class>", "<span >"} and EVALUATED not in page, attack


def _rendered(attack: str) -> Iterator[str]:
    """The pages that a text is shown on."""
    for shown in (prose(attack), prose_line(attack), clause_text(attack, {})):
        yield markdown.markdown(f"<div>{shown}</div>", extensions=list(ENGINES))
    yield markdown.markdown(f"# {markdown_text(' '.join(attack.split()))}\n", extensions=list(ENGINES))


def test_nothing_was_evaluated_anywhere(altered_site: Path) -> None:
    """Not the templates, not the includes, not the secret of the environment: in no file of the site."""
    secrets = (EVALUATED, CANARY, "site_description:", str(altered_site.parent), "Traceback", "Macro Syntax Error")
    told = {}
    for file in altered_site.rglob("*"):
        if file.is_file():
            found = [secret for secret in secrets if secret.encode() in _unpacked(file)]
            if found:
                told[file.relative_to(altered_site).as_posix()] = found
    assert told == {}


def _unpacked(file: Path) -> bytes:
    if file.suffix != ".docx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_the_attacks_did_reach_the_pages(altered_pages: dict[str, PageOnDisk]) -> None:
    """As text that a reader can see, on every kind of page; otherwise the checks above say nothing."""
    for address in KINDS:
        assert re.search(r"31337\*3|window\.__x|onmouseover", altered_pages[address].text), address


def test_no_page_holds_more_than_our_templates_write(
    altered_pages: dict[str, PageOnDisk], clean_pages: dict[str, PageOnDisk]
) -> None:
    """No element, no attribute and no scheme that the real site does not have."""
    own = marks(clean_pages.values()) | PROSE | {("span", "id")}
    assert marks(altered_pages.values()) - own == set()
    strange = {address: schemes(page) for address, page in altered_pages.items() if schemes(page)}
    assert strange == {address: schemes(page) for address, page in clean_pages.items() if schemes(page)}


def test_no_text_changes_the_outline_of_a_page(
    altered_pages: dict[str, PageOnDisk], clean_pages: dict[str, PageOnDisk]
) -> None:
    """Landmarks, forms, scripts and the one heading are those of the real page."""
    same = (clean_pages.keys() & altered_pages.keys()) - {f"cases/{alter.WITHDRAWN}/"}
    assert len(same) > 200
    assert [
        address for address in sorted(same) if outline(clean_pages[address]) != outline(altered_pages[address])
    ] == []


def test_no_cell_is_a_formula(altered_site: Path) -> None:
    tables = list((altered_site / "data").glob("*.csv"))
    assert tables
    for file in tables:
        separator = "," if file.name.endswith(".komma.csv") else ";"
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), delimiter=separator))
        assert {len(row) for row in rows} == {len(rows[0])} != {1}
        assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]\D", cell)], file.name


def test_what_other_programs_read_is_well_formed(altered_site: Path) -> None:
    """Feeds, the site map, drawings and every part of the Word files."""
    files = [file for file in altered_site.rglob("*") if file.suffix in (".xml", ".svg")]
    for file in files:
        ET.fromstring(file.read_bytes())
    parts = 0
    for file in altered_site.rglob("*.docx"):
        with zipfile.ZipFile(file) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(package.read(name))
                    parts += 1
    assert len(files) > 20 and parts > 20


# The settings that the layers rest on


def test_no_snippet_include_and_no_template_by_default() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, _, node: loader.construct_sequence(node))
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    names = [next(iter(item)) if isinstance(item, dict) else item for item in settings["markdown_extensions"]]
    assert not [name for name in names if re.search("snippets|exec|include|emoji|superfences", name)]
    (macros,) = [item["macros"] for item in settings["plugins"] if isinstance(item, dict) and "macros" in item]
    assert (
        macros["render_by_default"] is False and macros["on_undefined"] == "strict" and macros["on_error_fail"] is True
    )
    assert not [key for key in macros if key.startswith(("j2_", "include_"))]


def test_no_script_turns_strict_off() -> None:
    """With -q, --strict stops nothing."""
    for file in [*(ROOT / "scripts").rglob("*.py"), *(ROOT / ".ci").iterdir(), ROOT / "README.md"]:
        for line in file.read_text(encoding="utf-8").splitlines():
            assert not ("--strict" in line and re.search(r"[\"' ](-q|--quiet)\b", line)), file.name


def test_the_copy_without_layers_is_not_the_project(tmp_path: Path) -> None:
    """The check itself: what the tests turn off is on in the project."""
    assert shutil.which(sys.executable)
    project = alter.copy_project(tmp_path, lint=False, checks=False)
    for module in ("reading/text_lint", "checking/checks"):
        ours = (ROOT / "macros" / f"{module}.py").read_text(encoding="utf-8")
        assert (project / "macros" / f"{module}.py").read_text(encoding="utf-8") != ours
