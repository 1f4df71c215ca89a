"""The published data's JSON Schemas, each with its version in its address: fields come, none go."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from macros.model.draft_model import DraftFile
from macros.sharing.published_model import PUBLISHED, opened

# The first number changes when a field goes or changes meaning, which must not happen; the second when one comes.
VERSION = "1.1"
FOLDER = "data/v1/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_name(kind: str) -> str:
    """What the schema of a kind of record is called: "case.schema.json"."""
    return f"{kind}.schema.json"


@lru_cache(maxsize=4)
def schemas(site_url: str = "") -> dict[str, dict[str, Any]]:
    """Name to JSON Schema of one record of each kind; site_url is the root with its last slash."""
    published = {
        schema_name(name): _schema(model, title, f"{site_url}{FOLDER}{schema_name(name)}")
        for model, name, title in PUBLISHED.values()
    }
    draft = DraftFile.model_json_schema(mode="serialization")
    return {**published, "kladde.schema.json": {"$schema": _DIALECT, **draft, "title": "Kladde"}}


def _schema(model: type[BaseModel], title: str, address: str) -> dict[str, Any]:
    schema = opened(model.model_json_schema(mode="serialization"))
    return {"$schema": _DIALECT, "$id": address, **schema, "title": title, "$comment": f"Version {VERSION}"}


@lru_cache(maxsize=1)
def components() -> tuple[dict[str, str], dict[str, Any]]:
    """Data file to the name of its items' schema, and every schema by name as an OpenAPI description holds them."""
    wanted = [(model, "serialization") for model, _, _ in PUBLISHED.values()]
    references, found = models_json_schema(wanted, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    names = {
        file: references[(model, "serialization")]["$ref"].rsplit("/", 1)[1]
        for file, (model, _, _) in PUBLISHED.items()
    }
    return names, opened(found["$defs"])
