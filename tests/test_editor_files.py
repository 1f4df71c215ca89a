"""The files that help an editor are fresh, and a field added in one place reaches everything."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.editing.editor_files import COMMAND, SCHEMAS, editor_files, is_stale, published_schemas
from macros.library.content import PROJECT, Content
from macros.model.vocabularies import TEMPLATES, VOCABULARIES


def test_every_file_is_fresh(content: Content) -> None:
    """A stale file fails here with the command that mends it."""
    stale = [
        path
        for path, made in editor_files(content).items()
        if is_stale(path, (PROJECT / path).read_text(encoding="utf-8") if (PROJECT / path).exists() else None, made)
    ]
    assert not stale, f"Passer ikke med modellen: {', '.join(stale)}. Kør {COMMAND}, og send filerne med."


def test_no_schema_of_a_list_is_left_behind(content: Content) -> None:
    there = {file.relative_to(PROJECT).as_posix() for file in (PROJECT / SCHEMAS).glob("*")}
    assert there == {path for path in editor_files(content) if path.startswith(SCHEMAS)}


def test_new_ids_alone_make_no_schema_stale_but_a_new_field_does(content: Content) -> None:
    path = f"{SCHEMAS}brancher.json"
    made = editor_files(content)[f"{SCHEMAS}case.json"]
    assert not is_stale(path, made.replace('"turisme"', '"ferie"'), made)
    assert is_stale(path, made.replace('"titel"', '"navn"'), made)
    assert is_stale(path, "{", made) and is_stale(path, None, made)
    assert is_stale("cases/_ny_case.yml", "a", "b")


def test_vs_code_knows_each_file(content: Content) -> None:
    files = editor_files(content)
    patterns = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert {name.removeprefix("./") for name in patterns} == {path for path in files if path.startswith(SCHEMAS)}
    assert patterns[f"./{SCHEMAS}case.json"] == "cases/*.yml"
    assert len(patterns) == len(VOCABULARIES) + 3
    # The pattern of the cases meets the shared lists too, so the schema lets them pass.
    assert json.loads(files[f"{SCHEMAS}case.json"])["if"]["type"] == "object"


def test_templates_say_how_to_begin_and_are_no_content(content: Content) -> None:
    files = editor_files(content)
    for path in TEMPLATES:
        assert "Kopiér filen til" in files[path] and "Gæt aldrig" in files[path]
        assert not any(case.id == Path(path).stem for case in content.cases)


def test_schemas_are_published(content: Content) -> None:
    assert set(published_schemas(content)) == {"skema/case.json", "skema/aftale.json"}


_SEES = """
import json
from macros.sharing.case_files import names
from macros.model.case_model import Case
from macros.library.content import ContentError, load_content
from macros.editing.cms_configuration import cms_configuration
from macros.editing.editor_files import editor_files
from macros.editing.field_reference import field_groups
from macros.editing.form_fields import form_fields
from macros.editing.new_case import new_case_data
from macros.sharing.open_data import public_case
from macros.html.rendering import render
try:
    content, problems = load_content(), []
except ContentError as error:
    print(json.dumps({"problems": [str(problem) for problem in error.problems]}))
    raise SystemExit
files = editor_files(content)
print(json.dumps({
    "template": files["cases/_ny_case.yml"],
    "schema": json.loads(files[".vscode/schemas/case.json"])["then"]["properties"].get("sprog"),
    "reference": [row.key for _, anchor, rows in field_groups() for row in rows if anchor == "case"],
    "page": render("field_reference.md", "bidrag/felter/", groups=field_groups()),
    "form": [field for field in form_fields(Case, names(content)) if field["key"] == "sprog"],
    "cms": [
        field
        for collection in cms_configuration(content, "https://git.example/a/b", "")["collections"]
        if collection["name"] == "cases"
        for field in collection["fields"]
        if field["name"] == "sprog"
    ],
    "steps": [key for step in new_case_data(content)["trin"] for key in step["felter"]],
    "data": public_case(content.case_by_id["horsens-alliancen"]).get("sprog"),
}))
"""
_LINE = (
    '    sprog: tuple[Identifier, ...] = optional("Sprog", "Sprog i indsatsen.", "turisme", (), refers="brancher")\n'
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project with one line more in the model of a case."""
    for folder in ("macros", "cases", "agreements"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("docs/assets", "docs/data"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    model = tmp_path / "macros" / "model" / "case_model.py"
    text = model.read_text(encoding="utf-8")
    before = "    tema: Identifier = needed("
    assert text.count(before) == 1
    model.write_text(text.replace(before, _LINE + before), encoding="utf-8")
    return tmp_path


def sees(project: Path) -> dict[str, object]:
    """What the project makes of its model, read in a Python of its own."""
    result = subprocess.run(
        [sys.executable, "-c", _SEES], cwd=project, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout))


def test_a_new_field_in_one_place_reaches_everything(copy: Path) -> None:
    file = copy / "cases" / "horsens-alliancen.yml"
    right = file.read_text(encoding="utf-8")
    file.write_text(right + "sprog: [turisme]\n", encoding="utf-8")
    found = sees(copy)
    assert "# Sprog: Sprog i indsatsen.\n# sprog: [turisme]\n" in str(found["template"])
    assert found["schema"]["items"]["anyOf"][0]["enum"]  # type: ignore[index]
    assert "sprog" in found["reference"]  # type: ignore[operator]
    assert "Sprog i indsatsen." in str(found["page"])
    assert found["form"][0]["kind"] == "list"  # type: ignore[index]
    assert found["form"][0]["item"]["choices"]  # type: ignore[index]
    tool = found["cms"][0]  # type: ignore[index]
    assert tool["hint"] == "Sprog i indsatsen." and tool["widget"] == "select" and tool["multiple"]
    assert {"label": "Turisme", "value": "turisme"} in tool["options"]
    assert "sprog" in found["steps"]  # type: ignore[operator]
    assert found["data"] == ["turisme"]
    file.write_text(right + "sprog: [turismen, turisme, turisme]\n", encoding="utf-8")
    problems = "".join(sees(copy)["problems"])  # type: ignore[arg-type]
    assert "sprog[1]: ukendt værdi i _brancher.yml: »turismen«" in problems
    assert "sprog[3]: »turisme« står to gange" in problems
