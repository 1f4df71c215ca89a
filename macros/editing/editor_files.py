"""The files that help an editor and that are made from the models: schemas, templates, settings. Touches no disk."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from macros.editing.editor_schema import editor_schemas, schema_files, without_choices
from macros.editing.yaml_writer import example, write_record
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.sharing.case_files import names

SCHEMAS = ".vscode/schemas/"
COMMAND = "python3 scripts/generate.py"
_HOW = """\
# {what}
#
# 1. Kopiér filen til {place}<id>.yml. Id er små bogstaver, tal og bindestreg, og det ændres aldrig.
# 2. Udfyld felterne. Hvad der står nu, er eksempler.
# 3. Slet # foran et felt, du vil bruge. Slet et felt helt, hvis kilden ikke svarer på det. Gæt aldrig.
# 4. Skriv aldrig navne på personer: kun roller og organisationer.
# 5. Kør python3 scripts/validate.py, eller send filen som et forslag. Så bliver den tjekket.
#
# Linjer, der begynder med #, bliver ikke læst. Slet dem, når du er færdig.
"""
TEMPLATES: dict[str, tuple[type[BaseModel], str, str]] = {
    "cases/_ny_case.yml": (Case, "Begyndelsen til en ny case.", "cases/"),
    "agreements/_ny_aftale.yml": (Agreement, "Begyndelsen til en ny aftale.", "agreements/"),
}


def editor_files(content: Content) -> dict[str, str]:
    """Every file by its path below the root."""
    schemas = editor_schemas(names(content))
    return {
        **{f"{SCHEMAS}{name}.json": to_json(_for_folder(name, schema)) for name, schema in schemas.items()},
        ".vscode/settings.json": to_json(_settings()),
        ".vscode/extensions.json": to_json({"recommendations": ["redhat.vscode-yaml"]}),
        **{
            path: _HOW.format(what=what, place=place) + write_record(model, example(model), explain=True)
            for path, (model, what, place) in TEMPLATES.items()
        },
    }


def published_schemas(content: Content) -> dict[str, str]:
    """What an editor types in a case and in an agreement, by name below data/: for programs that make such files."""
    schemas = editor_schemas(names(content))
    return {f"skema/{name}.json": to_json(schemas[name]) for name in ("case", "aftale")}


def _for_folder(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that lets the shared lists pass, for VS Code's patterns cannot tell them from the items beside them."""
    if name not in ("case", "aftale"):
        return schema
    head = {key: value for key, value in schema.items() if key in ("$schema", "$defs", "title")}
    rest = {key: value for key, value in schema.items() if key not in head}
    return {**head, "if": {"type": "object", "not": {"required": ["afsnit"]}}, "then": rest}


def is_stale(path: str, there: str | None, made: str) -> bool:
    """Whether a file differs from what the models make; new ids in the lists alone make no schema stale."""
    if there is None or not path.startswith(SCHEMAS):
        return there != made
    try:
        return bool(without_choices(json.loads(there)) != without_choices(json.loads(made)))
    except ValueError:
        return True


def to_json(value: Any) -> str:
    """JSON that a person can read and git can compare."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _settings() -> dict[str, Any]:
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": True,
        "yaml.validate": True,
        "yaml.schemas": {f"./{SCHEMAS}{name}.json": files for name, files in schema_files().items()},
        "[yaml]": {"editor.tabSize": 2, "editor.wordWrap": "on", "editor.formatOnSave": False},
    }
