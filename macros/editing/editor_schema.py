"""JSON Schemas of what an editor types, for programs that help while typing; made from the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.vocabularies import CATALOGUE, VOCABULARIES, vocabulary_path
from macros.model.vocabulary_model import Catalogue

Names = Mapping[str, Mapping[str, str]]
# Name of a schema -> its model, title, and the files it is for.
FILE_KINDS: dict[str, tuple[type[BaseModel], str, str]] = {
    "case": (Case, "En case", "cases/*.yml"),
    "aftale": (Agreement, "En aftale", "agreements/*.yml"),
    "katalog": (Catalogue, "Katalogets fælles del", CATALOGUE),
}


def editor_schemas(names: Names) -> dict[str, dict[str, Any]]:
    """A schema by name for each kind of file, and for each shared list; names gives the choices of each list."""
    single = {name: _schema(model, title, names) for name, (model, title, _) in FILE_KINDS.items()}
    lists = {
        name: _schema(tuple[model, ...], f"Listen {name}", names)  # type: ignore[valid-type]
        for name, model in VOCABULARIES.items()
    }
    return single | lists


def schema_files() -> dict[str, str]:
    """Which files each schema is for, as a pattern below the root."""
    return {name: files for name, (_, _, files) in FILE_KINDS.items()} | {
        name: vocabulary_path(name) for name in VOCABULARIES
    }


def without_choices(schema: Any) -> Any:
    """A schema without the ids of lists: what follows from the models alone."""
    if isinstance(schema, dict):
        return {key: without_choices(value) for key, value in schema.items() if key not in ("enum", "enumDescriptions")}
    return [without_choices(item) for item in schema] if isinstance(schema, list) else schema


def _schema(kind: Any, title: str, names: Names) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema(mode="validation")
    schema = {**_tidy(schema, names), "title": title}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def _tidy(schema: Any, names: Names) -> Any:
    """Without what says "or nothing", for an empty field is a fault, and with the choices of each list."""
    if isinstance(schema, list):
        return [_tidy(item, names) for item in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: _tidy(value, names) for key, value in schema.items() if key != "default"}
    some = [item for item in schema.get("anyOf", []) if item != {"type": "null"}]
    if len(some) == 1:
        schema = {**some[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    if isinstance(schema.get("liste"), str):
        part = "items" if schema.get("type") == "array" else "propertyNames" if schema.get("type") == "object" else ""
        known = names.get(schema["liste"])
        if known and part:
            schema[part] = _chosen(schema.get(part, {}), known)
        elif known:
            typed = {key: schema.pop(key) for key in ("type", "pattern") if key in schema}
            schema |= _chosen(typed, known)
    return schema


def _chosen(typed: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """One of the known ids, or another that is right in form: a new value of a list is no fault here."""
    return {"anyOf": [{"enum": list(known), "enumDescriptions": list(known.values())}, typed]}
