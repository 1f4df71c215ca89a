"""The rules for clause types: placeholders declared and used, and one field meaning the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.ground.problem import Problem
from macros.model.clause_model import FIELD_KINDS, ClauseField, ClauseType
from macros.reading.faults import nearest
from macros.reading.yaml_source import Source

_ALONE = ("liste", "underskrifter")


def check_clauses(clauses: Sequence[tuple[Source, ClauseType]]) -> Iterator[Problem]:
    """Every rule over every clause type."""
    for source, clause in clauses:
        yield from check_variants_have_own_ids(source, clause)
        yield from check_placeholders_are_declared(source, clause)
        yield from check_declared_fields_are_used(source, clause)
        yield from check_field_kinds(source, clause)
        yield from check_lists_stand_alone(source, clause)
    yield from check_shared_fields_are_equal(clauses)


def check_variants_have_own_ids(source: Source, clause: ClauseType) -> Iterator[Problem]:
    """A clause type has variants, each with an id of its own."""
    if not clause.varianter:
        yield source.problem(
            ("varianter",),
            "der er ingen modeltekst",
            "mindst én variant",
            "Skriv ## Titel {#id} og en tekst.",
        )
    seen: set[str] = set()
    for index, variant in enumerate(clause.varianter):
        if variant.id in seen:
            yield source.problem(
                ("varianter", index, "id"), f"»{variant.id}« bruges to gange", "et id pr. variant", "Ret det nye."
            )
        seen.add(variant.id)


def check_placeholders_are_declared(source: Source, clause: ClauseType) -> Iterator[Problem]:
    """Every [felt] in a text is declared, because a mistyped blank in a contract is a legal mistake."""
    for index, variant in enumerate(clause.varianter):
        for name in variant.placeholders:
            if name not in clause.felter:
                tip = nearest(name, tuple(clause.felter)) or "Tilføj feltet under felter øverst i filen."
                yield source.problem(
                    ("varianter", index, "tekst"),
                    f"feltet [{name}] er ikke erklæret",
                    "et felt fra felter",
                    tip,
                )


def check_declared_fields_are_used(source: Source, clause: ClauseType) -> Iterator[Problem]:
    """A declared field is asked for by at least one variant."""
    used = {name for variant in clause.varianter for name in variant.placeholders}
    for name in clause.felter:
        if name not in used:
            yield source.problem(
                ("felter", name),
                "feltet bruges ikke i nogen variant",
                f"[{name}] i mindst én tekst",
                f"Skriv [{name}] i en tekst, eller slet feltet.",
            )


def check_field_kinds(source: Source, clause: ClauseType) -> Iterator[Problem]:
    """A field is of a kind that the builder knows."""
    for name, item in clause.felter.items():
        if item.art not in FIELD_KINDS:
            tip = nearest(item.art, FIELD_KINDS) or "Vælg en af dem."
            yield source.problem(("felter", name, "art"), f"»{item.art}« er ikke en art", ", ".join(FIELD_KINDS), tip)


def check_lists_stand_alone(source: Source, clause: ClauseType) -> Iterator[Problem]:
    """A list or a block of signatures has a line to itself."""
    for index, variant in enumerate(clause.varianter):
        lines = [line.strip() for line in variant.tekst.split("\n")]
        for name in variant.placeholders:
            item = clause.felter.get(name)
            if item and item.art in _ALONE and any(f"[{name}]" in line and line != f"[{name}]" for line in lines):
                yield source.problem(
                    ("varianter", index, "tekst"),
                    f"[{name}] skal stå alene på sin linje",
                    "en linje for sig",
                    "Sæt et linjeskift.",
                )


def check_shared_fields_are_equal(clauses: Sequence[tuple[Source, ClauseType]]) -> Iterator[Problem]:
    """A field that several clause types share has the same label and kind, because one answer fills all."""
    first: dict[str, tuple[Source, ClauseField]] = {}
    for source, clause in clauses:
        for name, item in clause.felter.items():
            other, known = first.setdefault(name, (source, item))
            if (item.etiket, item.art) != (known.etiket, known.art):
                message = f"feltet har en anden etiket eller art end i {other.path}"
                yield source.problem(
                    ("felter", name),
                    message,
                    f"{known.etiket} ({known.art})",
                    "Giv feltet et andet navn, hvis det er noget andet.",
                )
