"""The agreement draft as a file: what the builder writes and opens, for those who want to make or read one elsewhere.

Empty text means that nothing is said.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.fields import Record, needed, optional

# The same as LIMITS in clean.mjs; tests/browser/test_draft_files.py holds the two together.
LIMITS = {
    "parties": 40, "goals": 60, "activities": 60, "bodies": 20, "members": 40, "clauses": 60,
    "origins": 20, "name": 200, "text": 5000,
}  # fmt: skip

Name = Annotated[str, StringConstraints(max_length=LIMITS["name"], pattern=r"^[^\r\n]*$")]
Text = Annotated[str, StringConstraints(max_length=LIMITS["text"])]
DraftId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Origin = Annotated[Name, StringConstraints(pattern=r"^(egen|(skabelon|aftale|case|laering):[a-z0-9#-]+)?$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,60}$")]


class DraftParty(Record):
    """A party to the agreement."""

    navn: Name = needed("Navn", "Organisationens navn.", "Egeby Kommune")
    art: Name = needed("Slags", "Et id fra listen aktoertyper, eller tomt.", "kommune")
    rolle: Text = needed("Opgave", "Hvad parten gør. Kan have flere linjer.")
    cvr: Name = needed("CVR", "Otte cifre, eller tomt.", "12345678")
    underskriver: Name = needed("Underskriver", "Den rolle, der skriver under.", "borgmester")


class DraftGoal(Record):
    """A goal."""

    tekst: Text = needed("Mål", "Det, parterne vil nå.")
    maaltal: Name = needed("Måltal", "Det, der bliver talt.", "antal læreaftaler")
    start: Name = needed("Udgangspunkt", "Tallet, når aftalen begynder.", "40")
    maal: Name = needed("Vi vil nå", "Tallet, når målet er nået.", "60")
    frist: Name = needed("Frist", "Datoen, som den er skrevet.", "31. december 2028")
    ansvarlig: Name = needed("Ansvarlig", "Partens navn.")
    status: Literal["", "naaet", "delvist", "ikke"] = needed("Status", "Sættes, når aftalen bliver fornyet.")
    fra: Origin = needed("Fra", "Hvor målet kommer fra, eller tomt.", "case:byg-til-vaekst-fyn")


class DraftActivity(Record):
    """An activity."""

    tekst: Text = needed("Aktivitet", "Det, der skal ske.")
    hvem: Name = needed("Hvem", "Den eller dem, der gør det.")
    hvornaar: Name = needed("Hvornår", "Tidspunktet, som det er skrevet.")
    fra: Origin = needed("Fra", "Hvor aktiviteten kommer fra, eller tomt.")


class DraftMember(Record):
    """A seat in a body."""

    rolle: Name = needed("Rolle", "Medlemmets rolle. Aldrig et navn.", "uddannelseschef")
    organisation: Name = needed("Organisation", "Hvem medlemmet kommer fra.")


class DraftBody(Record):
    """A steering group, a working group or the like."""

    navn: Name = needed("Navn", "Organets navn.", "Styregruppen")
    medlemmer: Annotated[tuple[DraftMember, ...], Field(max_length=LIMITS["members"])] = needed(
        "Medlemmer", "Pladserne."
    )
    moeder_pr_aar: Name = needed("Møder om året", "Antallet af møder som tekst.", "4")
    indkalder: Name = needed("Indkalder", "Den, der indkalder til møderne.")
    opgaver: Text = needed("Opgaver", "Én opgave på hver linje.")
    fra: Origin = needed("Fra", "Hvor organet kommer fra, eller tomt.")


class DraftClause(Record):
    """A clause, in the document's order."""

    id: Name = needed("Id", "Id på klausultypen, eller egen-1, egen-2 og så videre for egne klausuler.", "formaal")
    variant: Name = needed("Variant", "Modeltekstens id; tomt for egne klausuler.", "et-faelles-formaal")
    titel: Name = needed("Titel", "En egen overskrift, eller tomt.")
    tekst: Text | None = needed("Tekst", "Egen tekst. Feltet er uden værdi, hvor modelteksten gælder.")
    model: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{8})?$")] = needed(
        "Modeltekstens mærke", "Viser, om modelteksten er ændret siden. Kan stå tomt."
    )
    fra: Annotated[tuple[Origin, ...], Field(max_length=LIMITS["origins"])] = needed(
        "Fra", "Hvor klausulen kommer fra."
    )


class DraftBasis(Record):
    """What the draft was begun from."""

    skabelon: Name = needed("Skabelon", "Skabelonens id, eller tomt.")
    aftale: Name = needed("Aftale", "Den rigtige aftales id, eller tomt.")
    cases: tuple[Name, ...] = needed("Cases", "Id på de valgte cases.")
    laering: tuple[Name, ...] = needed("Læring", "De valgte læringspunkter: case#punkt.")


class Draft(Record):
    """The draft itself."""

    id: DraftId = needed("Id", "16 tegn af 0-9 og a-f. Udgaver af samme kladde har samme id.")
    navn: Name = needed("Navn", "Brugerens eget navn på kladden, eller tomt.")
    parter: Annotated[tuple[DraftParty, ...], Field(max_length=LIMITS["parties"])] = needed("Parter", "Mindst to.")
    maal: Annotated[tuple[DraftGoal, ...], Field(max_length=LIMITS["goals"])] = needed("Mål", "Målene i rækkefølge.")
    aktiviteter: Annotated[tuple[DraftActivity, ...], Field(max_length=LIMITS["activities"])] = needed(
        "Aktiviteter", "Aktiviteterne i rækkefølge."
    )
    organer: Annotated[tuple[DraftBody, ...], Field(max_length=LIMITS["bodies"])] = needed(
        "Organer", "Styregruppe og andre grupper."
    )
    klausuler: Annotated[tuple[DraftClause, ...], Field(max_length=LIMITS["clauses"])] = needed(
        "Klausuler", "Klausulerne i aftalens rækkefølge; pladsen på listen er paragraffens nummer."
    )
    svar: dict[FieldName, Text] = needed("Svar", "Svar på felterne i klausulerne, efter feltets navn.")
    grundlag: DraftBasis = needed("Grundlag", "Det, kladden er begyndt ud fra.")
    forgaenger: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{16})?$")] = needed(
        "Forgænger", "Id på den kladde, som denne fornyer, eller tomt."
    )


class DraftFile(Record):
    """The envelope of a draft in a file, in a Word file and on a device."""

    format: Literal["alliancebanken-kladde"] = needed("Format", "Altid alliancebanken-kladde.")
    version: Literal[2] = needed("Version", "Udgaven af formatet.")
    gemt: str | None = optional("Gemt", "Tidspunktet, kladden blev gemt på en enhed. Står ikke i filer.")
    kladde: Draft = needed("Kladde", "Selve kladden.")
