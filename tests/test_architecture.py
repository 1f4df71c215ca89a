"""The house rules that a reader of one file cannot see: who may import whom, what is used, what is explained."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.html.rendering import TEMPLATES
from macros.model.fields import Record
from macros.pages.pages import MACROS
from tests.examples import ROOT

# The rooms of the package from the ground up: a room may lean on those before it, never on those after.
ROOMS = (
    "ground", "model", "reading", "checking", "html", "library", "insight", "finding", "sharing", "agreement",
    "editing", "pages", "site",
)  # fmt: skip
# The two that know the generator, and the one that names its macros, stand at the door.
DOOR = {"__init__", "mkdocs_theme", "mkdocs_hooks"}
MODULES = sorted(file for file in (ROOT / "macros").rglob("*.py") if file.parent.name in {"macros", *ROOMS})
MODULES = [file for file in MODULES if file.stem != "__init__" or file.parent.name == "macros"]
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
MEASURING = sorted((ROOT / "scripts" / "measuring").glob("*.py"))
TESTS = ROOT / "tests"
STYLES = sorted((ROOT / "docs" / "assets" / "stylesheets").glob("*.css"))
CLIENT = sorted(
    file
    for file in (ROOT / "docs" / "assets" / "javascripts").rglob("*")
    if file.suffix in (".js", ".mjs")
)  # fmt: skip
# Modules that hold only data that other tests read, or that are tried through another module's test.
TESTED_ELSEWHERE = {
    "__init__": "test_pages", "agreement_model": "test_content", "case_model": "test_content",
    "check_model": "test_checks_rules", "data_schema": "test_data_files", "data_tables": "test_data_files",
    "database_tables": "test_database", "fixed_zip": "test_slides", "openapi": "test_data_files",
    "page_head": "test_structured_data", "pages_sharing": "test_embed_cards", "published_model": "test_data_files",
    "slide_deck": "test_slides", "spreadsheet": "test_data_files", "standalone_styles": "test_embed_cards",
    "starter_model": "test_content", "vocabulary_model": "test_content",
}  # fmt: skip
# Style sheets that belong to the whole site rather than to one component.
WHOLE_SITE = {"tokens", "base", "chrome", "components", "pages", "print", "layout"}
# The aim is 250; a file that grows past this wants to be two.
MOST_LINES = 280


def imports(file: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def roots(file: Path) -> set[str]:
    """The packages that a file imports."""
    return {name.split(".")[0] for name in imports(file)}


def named(files: list[Path]) -> dict[str, Path]:
    """Files by name, as parameters are named."""
    return {file.stem: file for file in files}


def tracked() -> list[Path]:
    """Every file that git knows, or nothing where this is no checkout."""
    try:
        result = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in result.stdout.split("\0") if name and (ROOT / name).is_file()]


# Who may import whom


@pytest.mark.parametrize("name", named(MODULES))
def test_only_the_adapter_knows_the_generator(name: str) -> None:
    known = roots(named(MODULES)[name])
    assert "mkdocs_macros" not in known
    assert ("mkdocs" in known) == (name in {"mkdocs_hooks", "mkdocs_theme"})


def test_every_module_has_a_room() -> None:
    assert {file.stem for file in (ROOT / "macros").glob("*.py")} == DOOR
    rooms = {file.parent.name for file in (ROOT / "macros").glob("*/__init__.py")}
    assert rooms == set(ROOMS)
    assert len({file.stem for file in MODULES}) == len(MODULES), "to moduler hedder det samme"


def test_arrows_between_rooms_run_one_way() -> None:
    floor = {room: number for number, room in enumerate(ROOMS)}
    upward = [
        f"{file.parent.name}/{file.stem} -> {name}"
        for file in MODULES
        if file.stem not in DOOR
        for name in imports(file)
        if name.startswith("macros.") and floor.get(name.split(".")[1], 99) > floor[file.parent.name]
    ]
    assert not upward


def test_no_two_modules_lean_on_each_other() -> None:
    graph = {
        file.stem: {name.split(".")[2] for name in imports(file) if re.match(r"macros\.\w+\.", name)}
        for file in MODULES
    }

    def reaches(start: str, seen: frozenset[str] = frozenset()) -> set[str]:
        found: set[str] = set()
        for other in graph.get(start, set()) - seen:
            found |= {other} | reaches(other, seen | {other})
        return found

    assert [name for name in graph if name in reaches(name)] == []


def test_the_site_needs_nothing_of_the_measurements() -> None:
    assert [file.stem for file in MODULES if roots(file) & {"scripts", "tests", "playwright"}] == []


@pytest.mark.parametrize("name", named(SCRIPTS))
def test_scripts_hold_no_content_logic(name: str) -> None:
    """A script reads the command line, calls the package and prints."""
    known = roots(named(SCRIPTS)[name]) - {"__future__"}
    settings = {"mkdocs"} if name == "bake" else set()  # reads mkdocs.yml as MkDocs itself does
    assert known - sys.stdlib_module_names <= {"scripts", "macros"} | settings
    content = {item for item in imports(named(SCRIPTS)[name]) if item.startswith("macros.")}
    faces = {"content", "problem", "site_files", "build_date", "stylesheet", "site_address"}
    faces |= {"github_posts", "outside_links", "package_review", "review_due"}
    faces |= {"annotations", "case_files", "case_interview", "changes", "changes_text", "editor_files"}
    faces |= {"import_cases", "notes", "notes_text", "source_text", "table_reader"}
    assert {item.split(".")[2] for item in content if item.count(".") > 1} <= faces


# What is there is used


@pytest.mark.parametrize("name", sorted(file.name for file in TEMPLATES.iterdir()))
def test_every_template_is_used(name: str) -> None:
    users = [*MODULES, *TEMPLATES.iterdir()]
    assert any(f'"{name}"' in file.read_text(encoding="utf-8") for file in users if file.name != name)


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_called(name: str) -> None:
    """By a hand-written page, or by the pages that are made for each item."""
    pages = [file.read_text(encoding="utf-8") for file in (ROOT / "docs").rglob("*.md")]
    made = (ROOT / "macros" / "site" / "site_files.py").read_text(encoding="utf-8")
    assert any(f"{{{{ {name}(" in text for text in pages) or f'"{name}"' in made


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_is_named_as_its_template(name: str) -> None:
    assert any((TEMPLATES / f"{name}{suffix}").exists() for suffix in (".md", ".html"))


def served_words() -> str:
    """Everything the server writes: templates, theme and hand-written pages."""
    folders = (TEMPLATES, ROOT / "macros" / "theme", ROOT / "docs")
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in (".html", ".md")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_sheet_is_named_after_its_component(file: Path) -> None:
    noun = re.sub(r"^\d+-", "", file.stem)
    assert re.match(r"^\d\d-", file.name), "et nummer først bestemmer rækkefølgen"
    assert noun in WHOLE_SITE or re.search(rf'class="[^"]*\b{noun.removesuffix("s")}|<[a-z-]*{noun}', served_words())


@pytest.mark.parametrize("file", [file for file in CLIENT if "-" in file.stem], ids=lambda file: file.name)
def test_a_component_is_named_after_its_element(file: Path) -> None:
    if f'customElements.define("{file.stem}"' in file.read_text(encoding="utf-8"):
        assert f"<{file.stem}" in served_words()
        assert f'"{file.stem}"' in (ROOT / "docs" / "assets" / "javascripts" / "main.mjs").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", CLIENT, ids=lambda file: file.name)
def test_client_code_is_typed_explained_and_safe(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.startswith(("/**", "// ")), "filen siger ikke, hvad den er til"
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert forbidden not in text
    assert not re.search(r"""(from|import\()\s*["'](https?:)?//""", text)
    assert len(text.splitlines()) <= MOST_LINES


def test_no_style_or_script_stands_in_a_template() -> None:
    words = served_words()
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=", words)
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>([^<]*)", words)
    # The first is data, which no browser runs; the committed list of hashes names the second.
    assert inline == ["{{ structured }}", "{{ chosen_colours }}"]
    assert '<script type="application/ld+json">{{ structured }}' in words


# What is there is explained and small


def public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The functions and classes that others may use, and the functions of those classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("file", [*MODULES, *SCRIPTS, *MEASURING], ids=lambda file: file.stem)
def test_a_module_is_small_and_explained(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= MOST_LINES
    assert ast.get_docstring(tree), "modulet siger ikke, hvad det er til"
    unexplained = [node.name for node in public(tree) if not ast.get_docstring(node)]
    assert not unexplained


def models() -> list[type[BaseModel]]:
    """Every model of the content."""
    found = {}
    for file in MODULES:
        if file.stem.endswith("_model"):
            for value in vars(importlib.import_module(f"macros.{file.parent.name}.{file.stem}")).values():
                if inspect.isclass(value) and issubclass(value, Record) and value is not Record:
                    found[value.__name__] = value
    return list(found.values())


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_has_a_label_and_a_help_text(model: type[BaseModel]) -> None:
    assert model.__doc__
    for name, info in model.model_fields.items():
        assert info.title and info.title[0].isupper(), name
        assert info.description and info.description.rstrip().endswith((".", "…")), f"{name}: {info.description}"


def test_every_module_has_a_test_of_the_same_name() -> None:
    missing = [
        file.stem
        for file in MODULES
        if not (TESTS / f"{TESTED_ELSEWHERE.get(file.stem, f'test_{file.stem}')}.py").exists()
    ]
    assert not missing


def test_names_of_tests_are_used_once_in_a_file() -> None:
    for file in TESTS.rglob("test_*.py"):
        names = [
            node.name
            for node in ast.parse(file.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]
        assert len(names) == len(set(names)), file.name


# What must not be there


def test_no_path_of_a_machine_is_tracked() -> None:
    places = "|".join(("wor" + "k", "hom" + "e", "User" + "s", "roo" + "t", "tm" + "p"))
    machine = re.compile(rf"(?<![\w.:/-])/({places})/[\w.-]+")
    found = {}
    for file in tracked():
        if TESTS not in file.parents and file.suffix in (
            ".py",
            ".md",
            ".yml",
            ".toml",
            ".mjs",
            ".js",
            ".css",
            ".html",
            ".json",
            ".txt",
            "",
        ):
            hit = machine.search(file.read_text(encoding="utf-8", errors="ignore"))
            if hit:
                found[file.relative_to(ROOT).as_posix()] = hit[0]
    assert found == {}


def test_no_address_of_a_package_registry_is_tracked() -> None:
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npm" + "js.org", "npm" + "js.com")
    found = [
        file.relative_to(ROOT).as_posix()
        for file in tracked()
        if any(host in file.read_bytes().decode("utf-8", errors="ignore") for host in hosts)
    ]
    assert found == []


def test_the_sites_addresses_stand_in_one_place() -> None:
    address = "alliancebanken" + ".example"
    found = {
        file.relative_to(ROOT).as_posix()
        for file in tracked()
        if address in file.read_bytes().decode("utf-8", errors="ignore")
    }
    assert {name for name in found if not name.startswith("tests/")} <= {"mkdocs.yml"}
