"""One rule of the agreement check (agreements/_tjek.yml): a question, a condition over facts, and how to mend it.

A condition says what must hold; several keys in one condition must all hold. What it asks about are the facts
of macros/checking/agreement_facts.py. The same conditions are read by docs/assets/javascripts/agreement/check.mjs.
"""

from __future__ import annotations

from macros.model.fields import Identifier, Line, Record, Whole, needed, optional

SEVERITIES = ("boer", "overvej")
GROUPS = {
    "maal": "Mål",
    "parter": "Parter",
    "aktiviteter": "Aktiviteter",
    "organer": "Organisering og møder",
    "opfoelgning": "Evaluering",
    "loebetid": "Løbetid og opsigelse",
    "ramme": "Penge, data og politik",
    "bilag": "Bilag",
    "tekst": "Tekst",
}
STEPS = ("parter", "maal", "aktiviteter", "organer", "klausuler", "felter")


class Match(Record):
    """A field's text has a place that the pattern finds."""

    felt: Line = needed("Felt", "Et felt i rækken.", "tekst")
    moenster: Line = needed("Mønster", "Et regulært udtryk, som Python og JavaScript læser ens.")


class OneOf(Record):
    """A field has one of some values."""

    felt: Line = needed("Felt", "Et felt i rækken eller i aftalen.", "loebetid")
    vaerdi: tuple[Line, ...] = needed("Værdi", "De værdier, det må have.")


class Count(Record):
    """A list has so many rows, counting only those that a condition holds for."""

    liste: Identifier = needed("Liste", "En af listerne i fakta.", "maal")
    hvor: Condition | None = optional("Hvor", "Betingelse, som en række skal opfylde for at tælle med.")
    mindst: Whole | None = optional("Mindst", "Det mindste antal.", "1")
    hoejst: Whole | None = optional("Højst", "Det højeste antal.", "8")


class Different(Record):
    """A list's rows have so many different values in a field."""

    liste: Identifier = needed("Liste", "En af listerne i fakta.", "parter")
    felt: Line = needed("Felt", "Feltet, hvis værdier tælles.", "art")
    mindst: Whole = needed("Mindst", "Det mindste antal forskellige værdier.", "2")


class FoundIn(Record):
    """A field's value is also the value of another list's field in some row."""

    felt: Line = needed("Felt", "Et felt i rækken.", "ansvarlig")
    liste: Identifier = needed("Liste", "Listen, der søges i.", "parter")
    som: Line = needed("Som", "Feltet i den liste.", "navn")


class Condition(Record):
    """What must hold. Each is true, false or unknown; all that are given must hold."""

    udfyldt: tuple[Line, ...] | None = optional("Udfyldt", "Felter, der alle skal have et svar.")
    er: OneOf | None = optional("Er", "Et felt har en af disse værdier.")
    klausul: Identifier | None = optional("Klausul", "Aftalen har en klausul af typen.", "opsigelse")
    variant: tuple[Line, ...] | None = optional("Variant", "En af disse varianter er valgt, som type/variant.")
    antal: Count | None = optional("Antal", "En liste har et antal rækker.")
    forskellige: Different | None = optional("Forskellige", "En liste har et antal forskellige værdier.")
    foerste_gang: Line | None = optional("Første gang", "Ingen tidligere række har samme værdi i feltet.", "navn")
    findes_i: FoundIn | None = optional("Findes i", "Værdien står også i en anden liste.")
    matcher: Match | None = optional("Matcher", "Teksten har et sted, som mønstret finder.")
    ikke_efter: tuple[Line, ...] | None = optional("Ikke efter", "Den første dato ligger ikke efter den anden.")
    hoejst: tuple[Line, ...] | None = optional(
        "Højst", "Det første tal er højst det andet, som er et felt eller et tal."
    )
    ikke: Condition | None = optional("Ikke", "Betingelsen må ikke være opfyldt.")
    en_af: tuple[Condition, ...] | None = optional("En af", "Mindst én af betingelserne er opfyldt.")


class CheckRule(Record):
    """A question that an agreement should be able to answer."""

    id: Identifier = needed("Id", "Fast kendemærke.", "maal-uden-frist")
    navn: Line = needed("Navn", "Fundet i få ord.", "Mål uden frist")
    spoergsmaal: Line = needed("Spørgsmål", "Det, tjekket spørger om. Ja er det gode svar.", "Har hvert mål en frist?")
    gruppe: Identifier = needed("Gruppe", f"En af: {', '.join(GROUPS)}.", "maal")
    alvor: Line = needed("Alvor", "boer: det bør rettes. overvej: det er værd at tage stilling til.", "boer")
    hver: Identifier | None = optional(
        "Hver", "Listen, hvis rækker prøves hver for sig. Udelades for hele aftalen.", "maal"
    )
    naar: Condition | None = optional("Når", "Hvornår reglen har betydning.")
    krav: Condition = needed("Krav", "Det, der skal være opfyldt.")
    fund: Line = needed("Fund", "Sætningen, når kravet ikke er opfyldt. {navn} er rækkens navn.")
    hvorfor: Line = needed("Hvorfor", "Grunden i almindelige ord.")
    raad: Line = needed("Råd", "Hvad man gør ved det.")
    trin: Identifier = needed("Trin", f"Trinnet i byggeren: {', '.join(STEPS)}.", "maal")
    klausul: Identifier = needed("Klausul", "Klausultypen, det handler om.", "maal", refers="klausuler")
    tilfoej: Identifier | None = optional(
        "Tilføj", "Klausultypen, der retter det, når den bliver valgt.", refers="klausuler"
    )
    felt: Line | None = optional("Felt", "Feltet i rækken eller i klausulen, der skal udfyldes.", "varsel")
    laering: tuple[Line, ...] = optional("Læring", "Læringspunkter bag reglen, som case#punkt.", default=())
    aftaler: tuple[Identifier, ...] = optional(
        "Aftaler", "Rigtige aftaler, der viser hvorfor.", default=(), refers="aftaler"
    )
    scorecard: Line | None = optional("Scorecard", "Spørgsmålet i Partnering Agreement Scorecard, med vores ord.")
