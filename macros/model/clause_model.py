"""One clause type (agreements/_klausuler/<id>.md): front matter, and a section for each model variant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.model.fields import Identifier, Line, Prose, Record, Whole, YesNo, needed, optional

PLACEHOLDER = re.compile(r"\[([a-z0-9_]+)\](?!\()")
REFERENCE = re.compile(r"\[§([a-z0-9-]+)\]")
FIELD_KINDS = ("tekst", "afsnit", "liste", "tal", "dato", "parter", "underskrifter")


class ClauseField(Record):
    """A blank that the user fills in."""

    etiket: Line = needed("Etiket", "Feltets navn, som brugeren ser det.", "Opsigelsesvarsel")
    hjaelp: Line = needed("Hjælp", "Én sætning om, hvad der skal stå.")
    eksempel: Line = needed("Eksempel", "Et svar, som brugeren kan kopiere eller rette i.", "tre måneder")
    art: Line = optional("Art", f"Feltets art: {', '.join(FIELD_KINDS)}.", "tekst", default="tekst")


class Variant(Record):
    """A model text in our own words, with [felt] where the user fills in."""

    id: Identifier = needed("Id", "Fast kendemærke, unikt i klausultypen.", "tre-maaneder")
    titel: Line = needed("Titel", "Hvad der kendetegner varianten.", "Tre måneders varsel")
    passer_naar: Line = needed("Passer når", "Hvornår varianten er den rigtige.")
    tekst: Prose = needed("Tekst", "Selve klausulen.")

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The fields that the text asks for, in order, each once."""
        return tuple(dict.fromkeys(PLACEHOLDER.findall(self.tekst)))

    @property
    def references(self) -> tuple[str, ...]:
        """The clause types that the text refers to ([§id]), in order, each once."""
        return tuple(dict.fromkeys(REFERENCE.findall(self.tekst)))


class ClauseType(Record):
    """One kind of clause that a partnership agreement may have."""

    id: Identifier = needed("Id", "Samme som filnavnet uden .md.", "opsigelse")
    nummer: Whole = needed("Nummer", "Rækkefølgen i en aftale.", "17")
    titel: Line = needed("Titel", "Klausulens overskrift.", "Opsigelse")
    kort: Line = needed("Kort", "Én sætning om, hvad klausulen gør.", longest=200)
    hjaelp: Prose = needed("Hjælp", "Hvad man skal tage stilling til, og hvorfor.")
    uundvaerlig: YesNo = optional("Uundværlig", "ja, hvis enhver aftale bør have klausulen.", "ja", default=False)
    felter: dict[str, ClauseField] = optional("Felter", "Klausulens felter, som varianterne bruger.", default={})
    varianter: tuple[Variant, ...] = needed("Varianter", "Mindst én modeltekst.")

    @property
    def url(self) -> str:
        """The clause type's address below the site's root."""
        return f"aftaler/klausuler/{self.id}/"


# The clauses of an agreement, each with the variant that was chosen.
Chosen = Sequence[tuple[ClauseType, Variant]]
