"""The rules for a real agreement: all clause types answered, and its fields in agreement with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.ground.problem import Problem
from macros.model.agreement_model import Agreement
from macros.model.fields import quoted
from macros.reading.yaml_source import Source

ClauseNames = dict[str, str]


def check_every_clause_type_is_answered(
    source: Source, agreement: Agreement, clauses: ClauseNames
) -> Iterator[Problem]:
    """An agreement says for every clause type what it has, or that it has nothing."""
    missing = [identifier for identifier in clauses if identifier not in agreement.klausuler]
    if missing:
        tip = "Tilføj hver type med findes: ja og tekst, eller findes: nej."
        yield source.problem(("klausuler",), f"klausultyper uden svar: {', '.join(missing)}", "alle klausultyper", tip)


def check_existing_clauses_have_text(source: Source, agreement: Agreement, _: ClauseNames) -> Iterator[Problem]:
    """A clause that is there is told; one that is not has no place in the agreement."""
    for identifier, statement in agreement.klausuler.items():
        if statement.findes and not statement.tekst:
            yield source.problem(
                ("klausuler", identifier),
                "der mangler en tekst, når findes er ja",
                "hvad aftalen siger",
                "Tilføj tekst.",
            )
        if not statement.findes and statement.sted:
            yield source.problem(
                ("klausuler", identifier, "sted"),
                "et sted er angivet, selv om findes er nej",
                "sted kun, når findes er ja",
                "Slet sted, eller skriv findes: ja.",
            )


def check_notice_agrees_with_clause(source: Source, agreement: Agreement, _: ClauseNames) -> Iterator[Problem]:
    """The field opsigelse and the clause type opsigelse say the same."""
    statement = agreement.klausuler.get("opsigelse")
    if statement and statement.findes != agreement.opsigelse.findes:
        yield source.problem(
            ("opsigelse", "findes"),
            "siger noget andet end klausuler.opsigelse",
            "samme svar begge steder",
            "Ret den ene.",
        )


def check_responsible_parties_are_parties(source: Source, agreement: Agreement, _: ClauseNames) -> Iterator[Problem]:
    """Responsibility is placed with a party of the agreement."""
    names = [party.navn for party in agreement.parter]
    for index, duty in enumerate(agreement.ansvar):
        if duty.part not in names:
            tip = f"Parterne er: {', '.join(names)}."
            yield source.problem(
                ("ansvar", index, "part"),
                f"{quoted(duty.part)} er ikke en af parterne",
                "en af parterne",
                tip,
            )


def check_parties_are_named_once(source: Source, agreement: Agreement, _: ClauseNames) -> Iterator[Problem]:
    """No party stands twice, and there are at least two."""
    names = [party.navn for party in agreement.parter]
    if len(names) < 2:
        yield source.problem(("parter",), "en aftale har mindst to parter", "to eller flere parter", "Tilføj en part.")
    for index, name in enumerate(names):
        if name in names[:index]:
            yield source.problem(
                ("parter", index, "navn"), f"{quoted(name)} står to gange", "hver part én gang", "Slet den ene."
            )


AGREEMENT_CHECKS: tuple[Callable[[Source, Agreement, ClauseNames], Iterator[Problem]], ...] = (
    check_every_clause_type_is_answered,
    check_existing_clauses_have_text,
    check_notice_agrees_with_clause,
    check_responsible_parties_are_parties,
    check_parties_are_named_once,
)
