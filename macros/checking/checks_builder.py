"""The rules for what the builder begins with and refers to: starters, agreements' model variants, cross references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.ground.problem import Problem
from macros.model.agreement_model import Agreement
from macros.model.clause_model import ClauseType
from macros.model.fields import quoted
from macros.model.starter_model import Starter
from macros.reading.faults import nearest
from macros.reading.yaml_source import Location, Source

Clauses = Sequence[tuple[Source, ClauseType]]


def check_builder(
    starters: Sequence[tuple[Source, int, Any]],
    agreements: Sequence[tuple[Source, Agreement]],
    clauses: Clauses,
    known: dict[str, str],
) -> Iterator[Problem]:
    """Every rule; known holds all clause types, also those whose own file has faults."""
    for source, index, starter in starters:
        yield from check_starter_choices(source, index, starter, clauses, known)
        yield from check_starter_has_what_is_needed(source, index, starter, clauses)
        yield from check_starter_references(source, index, starter, clauses)
    for source, agreement in agreements:
        yield from check_agreement_models(source, agreement, clauses)
    for source, clause in clauses:
        yield from check_references_lead_somewhere(source, clause, known)


def check_starter_choices(
    source: Source, index: int, starter: Starter, clauses: Clauses, known: dict[str, str]
) -> Iterator[Problem]:
    """A starter chooses clause types and variants that exist."""
    types = {clause.id: clause for _, clause in clauses}
    for identifier, variant in starter.valg.items():
        location = (index, "valg", identifier)
        if identifier in types:
            yield from _check_variant(source, location, types[identifier], variant)
        elif identifier not in known:
            tip = nearest(identifier, tuple(known))
            yield source.problem(location, f"ukendt klausultype: {quoted(identifier)}", "en klausultype", tip)


def check_starter_has_what_is_needed(
    source: Source, index: int, starter: Starter, clauses: Clauses
) -> Iterator[Problem]:
    """A starter has every clause that each agreement should have."""
    missing = [clause.id for _, clause in clauses if clause.uundvaerlig and clause.id not in starter.valg]
    if missing:
        tip = "Vælg en variant af hver, eller sæt uundvaerlig til nej i klausultypen."
        yield source.problem((index, "valg"), f"uundværlige klausultyper mangler: {', '.join(missing)}", tip=tip)


def check_starter_references(source: Source, index: int, starter: Starter, clauses: Clauses) -> Iterator[Problem]:
    """What a starter's texts refer to is in the starter."""
    for _, clause in clauses:
        for variant in clause.varianter:
            if starter.valg.get(clause.id) != variant.id:
                continue
            missing = [identifier for identifier in variant.references if identifier not in starter.valg]
            if missing:
                message = f"teksten henviser til klausuler, der ikke er med: {', '.join(missing)}"
                tip = "Tag dem med, eller vælg en anden variant."
                yield source.problem((index, "valg", clause.id), message, tip=tip)


def check_agreement_models(source: Source, agreement: Agreement, clauses: Clauses) -> Iterator[Problem]:
    """The model variant that comes closest to a real agreement's clause exists, and so does the clause."""
    types = {clause.id: clause for _, clause in clauses}
    for identifier, statement in agreement.klausuler.items():
        location = ("klausuler", identifier, "model")
        if statement.model and not statement.findes:
            yield source.problem(location, "en model er angivet, selv om findes er nej", tip="Slet model.")
        elif statement.model and identifier in types:
            yield from _check_variant(source, location, types[identifier], statement.model)


def check_references_lead_somewhere(source: Source, clause: ClauseType, known: dict[str, str]) -> Iterator[Problem]:
    """A [§id] in a model text points at another clause type."""
    for index, variant in enumerate(clause.varianter):
        location = ("varianter", index, "tekst")
        for identifier in variant.references:
            if identifier == clause.id:
                yield source.problem(location, f"[§{identifier}] henviser til sig selv", "en anden klausultype")
            elif identifier not in known:
                tip = nearest(identifier, tuple(known))
                yield source.problem(location, f"[§{identifier}] henviser til intet", "en klausultypes id", tip)


def _check_variant(source: Source, location: Location, clause: ClauseType, variant: str) -> Iterator[Problem]:
    ids = tuple(item.id for item in clause.varianter)
    if variant not in ids:
        tip = nearest(variant, ids) or f"Vælg en af: {', '.join(ids)}."
        yield source.problem(location, f"{clause.id} har ingen variant {quoted(variant)}", "en variants id", tip)
