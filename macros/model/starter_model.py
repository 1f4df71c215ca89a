"""One starter of the builder (agreements/_skabeloner.yml): the clauses that a kind of agreement begins with."""

from __future__ import annotations

from macros.model.fields import Identifier, Line, Record, needed


class Starter(Record):
    """A set of clauses, each in one variant, in the agreement's order."""

    id: Identifier = needed("Id", "Fast kendemærke i gemte kladder. Må aldrig ændres.", "lille")
    navn: Line = needed("Navn", "Det, brugeren vælger.", "Bred alliance")
    hjaelp: Line = needed("Hjælp", "Én sætning om, hvornår skabelonen passer.")
    valg: dict[Identifier, Identifier] = needed(
        "Valg", "Klausultype: variant, i aftalens rækkefølge. Alle uundværlige klausultyper skal være med."
    )
