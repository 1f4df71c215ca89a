"""What the open data files hold beside the fields that editors type: addresses, and what belongs together."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, create_model

from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.model.fields import Identifier, Line, Prose, Record, needed, optional
from macros.model.vocabularies import VOCABULARIES

_ADDRESS = "Sidens adresse under sidens rod. Sæt sidens adresse foran."


class PublishedCase(Case):
    """A case as others read it."""

    adresse: Line = needed("Adresse", _ADDRESS, "cases/horsens-alliancen/")


class PublishedAgreement(Agreement):
    """An agreement as others read it."""

    adresse: Line = needed("Adresse", _ADDRESS, "aftaler/partnerskabsaftale-lejre/")


class ClauseLesson(Record):
    """A lesson that argues for a clause type."""

    tekst: Prose = needed("Tekst", "Læringspunktet.")
    adresse: Line = needed("Adresse", _ADDRESS)
    case: Identifier | None = optional("Case", "Casen, det kommer fra; tom for katalogets generelle læring.")


class PublishedClause(ClauseType):
    """A clause type as others read it."""

    adresse: Line = needed("Adresse", _ADDRESS, "aftaler/klausuler/opsigelse/")
    laering: tuple[ClauseLesson, ...] = needed("Læring", "Læringspunkter, der taler for klausulen.")
    aftaler: dict[Identifier, bool] = needed("Aftaler", "For hver aftale: om den har en sådan bestemmelse.")


class PublishedLesson(Record):
    """A lesson with its own address."""

    id: Line = needed("Id", "Fast kendemærke: casens id eller ordet katalog, # og punktets id.", "kube#faelles-vision")
    tekst: Prose = needed("Tekst", "Læringspunktet med vores egne ord.")
    omraade: Identifier = needed("Område", "Områdets id; navnet står i lister.json.", "ledelse")
    emner: tuple[Identifier, ...] = needed("Emner", "Emnernes id; navnene står i lister.json.")
    klausuler: tuple[Identifier, ...] = needed("Klausuler", "Klausultyper, som punktet taler for.")
    case: Identifier | None = optional("Case", "Casen, det kommer fra; udeladt for katalogets generelle læring.")
    side: Line | None = optional("Side", "Siden i kilden.", "12-13")
    adresse: Line = needed("Adresse", _ADDRESS, "cases/horsens-alliancen/#laering-faelles-vision")


# What lister.json holds: every shared list by its name.
PublishedLists: type[BaseModel] = create_model(
    "PublishedLists",
    __base__=Record,
    __doc__="Every shared list by its name.",
    **{
        name: (tuple[kind, ...], needed(name.capitalize().replace("_", " "), f"Listen {name}."))  # type: ignore[valid-type]
        for name, kind in VOCABULARIES.items()
    },  # type: ignore[call-overload]
)

PublishedKind = type[BaseModel]
# Data file -> the kind of each of its items, what the schema is called, and its title.
PUBLISHED: dict[str, tuple[PublishedKind, str, str]] = {
    "cases.json": (PublishedCase, "case", "Case"),
    "aftaler.json": (PublishedAgreement, "aftale", "Aftale"),
    "klausuler.json": (PublishedClause, "klausul", "Klausultype"),
    "laering.json": (PublishedLesson, "laeringspunkt", "Læringspunkt"),
    "lister.json": (PublishedLists, "lister", "Faste lister"),
}


def opened(schema: Any) -> Any:
    """A schema that lets new fields come: readers of an old version must not fail on them."""
    if isinstance(schema, dict):
        return {
            key: opened(value) for key, value in schema.items() if not (key == "additionalProperties" and not value)
        }
    return [opened(item) for item in schema] if isinstance(schema, list) else schema
