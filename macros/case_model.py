"""One case, as an editor writes it in cases/<id>.yml. Danish names are typed; English ones are computed."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.danish import format_number
from macros.fields import (
    Day,
    Identifier,
    Line,
    Number,
    Pages,
    Prose,
    Record,
    Whole,
    Years,
    needed,
    optional,
    quoted,
    wrong,
)  # fmt: skip

COUNTED, GOAL, ESTIMATE = "optalt", "maal", "skoen"


def _figure_kind(value: Any) -> str:
    text = str(value).strip()
    if text not in (COUNTED, GOAL, ESTIMATE):
        raise wrong(f"{quoted(value)} er ikke en art af tal", f"{COUNTED}, {GOAL} eller {ESTIMATE}")
    return text


FigureKind = Annotated[str, BeforeValidator(_figure_kind)]


class Actor(Record):
    """A named organisation that takes part."""

    navn: Line = needed(
        "Navn", "Organisationens navn, som kilden skriver det. Aldrig en persons navn.", "Business Horsens"
    )
    type: Identifier = needed("Type", "En værdi fra cases/_aktoertyper.yml.", "erhvervsraad")
    rolle: Line | None = optional("Rolle", "Hvad den gør i samarbejdet, kort.", "udfører indsatsen")


class KeyFigure(Record):
    """A figure with its year and caveat: counted, or a goal or an estimate where the source says so."""

    id: Identifier | None = optional("Id", "Fast kendemærke, når et diagram viser tallet.", "match-2015")
    tal: Number = needed("Tal", "Selve tallet på dansk.", "9.000")
    enhed: Line = needed("Enhed", "Det, der tælles, med lille begyndelsesbogstav.", "nye job")
    hvad: Line = needed("Hvad", "Hvad tallet siger, i en kort sætning.", "Job skabt i kommunen over de seneste år")
    aar: Years | None = optional("År", "Året eller årene, tallet gælder.", "2015-2016")
    forbehold: Line | None = optional("Forbehold", "Kildens forbehold: mere end, cirka, næsten, godt …", "mere end")
    art: FigureKind = optional("Art", "maal eller skoen, når tallet ikke er optalt.", "maal", default=COUNTED)

    @property
    def display_number(self) -> str:
        """The number as a Danish reader writes it."""
        return format_number(self.tal)

    @property
    def knowledge(self) -> str:
        """The id in cases/_viden.yml of the kind of knowledge it is."""
        if self.art != COUNTED:
            return "maal-eller-skoen"
        return "optalt-med-aar" if self.aar else "optalt-uden-aar"


class Lesson(Record):
    """A lesson that the case teaches, with an address of its own."""

    id: Identifier = needed("Id", "Fast kendemærke, unikt i casen. Må aldrig ændres.", "faelles-vision")
    tekst: Prose = needed("Tekst", "Læringspunktet med egne ord, så det kan stå alene.")
    omraade: Identifier = needed("Område", "En værdi fra cases/_laeringsomraader.yml.", "ledelse")
    emner: tuple[Identifier, ...] = optional(
        "Emner", "Værdier fra cases/_emner.yml: det, læringspunktet handler om.", "tovholder", default=()
    )
    klausuler: tuple[Identifier, ...] = optional(
        "Klausuler", "Klausultyper i agreements/_klausuler, som læringspunktet taler for.", default=()
    )


class Citation(Record):
    """Where in a source it stands."""

    udgivelse: Identifier = needed("Udgivelse", "Id fra cases/_udgivelser.yml.", "kl-2018")
    side: Pages | None = optional("Side", "Trykt sidetal i kilden.", "12-13")
    note: Prose | None = optional("Note", "Det, en læser skal vide om netop dette sted i kilden.")


class Case(Record):
    """A municipal effort across business service, employment and education."""

    id: Identifier = needed("Id", "Samme som filnavnet uden .yml. Er casens adresse for altid.", "horsens-alliancen")
    nummer: Whole | None = optional("Nummer", "Casens nummer i KL's katalog, hvis den står der.", "21")
    titel: Line = needed("Titel", "Casens navn.", "Horsens Alliancen")
    kort: Line = needed("Kort", "Én sætning, der siger, hvad casen er. Højst 200 tegn.")
    tema: Identifier = needed("Tema", "En værdi fra cases/_temaer.yml.", "koordineret-virksomhedsindsats")
    kommuner: tuple[Identifier, ...] = optional("Kommuner", "Kommuner, som kilden nævner. Ingen gæt.", default=())
    omraade: Line | None = optional(
        "Område", "Det geografiske område, når ingen kommune er nævnt.", "Region Midtjylland"
    )
    regioner: tuple[Identifier, ...] = optional(
        "Regioner", "Kun når ingen kommune er nævnt, og området ligger i bestemte regioner.", default=()
    )
    aktoerer: tuple[Actor, ...] = needed("Aktører", "Alle navngivne organisationer og grupper af deltagere.")
    brancher: tuple[Identifier, ...] = needed("Brancher", "Værdier fra cases/_brancher.yml.")
    maalgrupper: tuple[Identifier, ...] = needed("Målgrupper", "Værdier fra cases/_maalgrupper.yml.")
    virkemidler: tuple[Identifier, ...] = needed("Virkemidler", "Værdier fra cases/_virkemidler.yml.")
    organiseringsform: tuple[Identifier, ...] = optional(
        "Organiseringsform", "Hvem der står bag og leder: værdier fra cases/_organiseringsformer.yml.", default=()
    )
    finansieringsform: tuple[Identifier, ...] = optional(
        "Finansieringsform", "Hvem der betaler, når kilden siger det: cases/_finansieringsformer.yml.", default=()
    )
    finansiering: Prose | None = optional("Finansiering", "Hvem der betaler.")
    periode: Line | None = optional("Periode", "Hvornår indsatsen løber.", "siden 1998")
    formaal: Prose | None = optional("Formål", "Hvad indsatsen vil opnå.")
    organisering: Prose | None = optional("Organisering", "Hvem der gør hvad.")
    resultater: Prose | None = optional("Resultater", "Hvad der kom ud af den.")
    noegletal: tuple[KeyFigure, ...] = optional("Nøgletal", "Alle tal fra kilden med år og forbehold.", default=())
    resultattyper: tuple[Identifier, ...] = needed("Resultattyper", "Værdier fra cases/_resultattyper.yml.")
    laering: tuple[Lesson, ...] = optional("Læring", "Casens læringspunkter, hvis kilden har nogen.", default=())
    kilde: Citation = needed("Kilde", "Udgivelse og side.")
    se_ogsaa: tuple[Identifier, ...] = optional("Se også", "Id på beslægtede cases.", default=())
    gennemgaaet: Day = needed("Gennemgået", "Dagen, hvor nogen sidst holdt casen op mod kilden.", "2026-11-22")

    @property
    def url(self) -> str:
        """The case's address below the site's root."""
        return f"cases/{self.id}/"

    @property
    def short_url(self) -> str | None:
        """The short permanent address of a case in the catalogue, below the site's root."""
        return f"c/{self.nummer}/" if self.nummer else None
