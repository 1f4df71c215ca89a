"""One case, as an editor writes it in cases/<id>.yml. Danish names are typed; English ones are computed."""

from __future__ import annotations

from typing import Annotated

from macros.ground.danish import format_number
from macros.model.fields import (
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
    one_of,
    optional,
)  # fmt: skip

COUNTED, GOAL, ESTIMATE = "optalt", "maal", "skoen"
FigureKind = Annotated[str, one_of("en art af tal", optalt="Optalt", maal="Mål", skoen="Skøn")]


class Actor(Record):
    """A named organisation that takes part."""

    navn: Line = needed(
        "Navn", "Organisationens navn, som kilden skriver det. Aldrig en persons navn.", "Business Horsens"
    )
    type: Identifier = needed("Type", "En værdi fra cases/_aktoertyper.yml.", "erhvervsraad", refers="aktoertyper")
    rolle: Line | None = optional("Rolle", "Hvad den gør i samarbejdet, kort.", "udfører indsatsen")


class KeyFigure(Record):
    """A figure with its year and caveat: counted, or a goal or an estimate where the source says so."""

    id: Identifier | None = optional("Id", "Fast kendemærke, når et diagram viser tallet.", "match-2015")
    tal: Number = needed("Tal", "Selve tallet på dansk.", "9.000")
    enhed: Line = needed("Enhed", "Det, der tælles, med lille begyndelsesbogstav.", "nye job")
    hvad: Line = needed("Hvad", "Hvad tallet siger, i en kort sætning.", "Job skabt i kommunen over de seneste år")
    aar: Years | None = optional("År", "Året eller årene, tallet gælder.", "2015-2016")
    forbehold: Line | None = optional("Forbehold", "Kildens forbehold: mere end, cirka, næsten, godt …", "mere end")
    art: FigureKind = optional("Art", "Er tallet talt op, et mål eller et skøn?.", "maal", default=COUNTED)

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
    tekst: Prose = needed("Tekst", "Læringspunktet med egne ord, så det kan stå alene.", "Begynd med en fælles vision.")
    omraade: Identifier = needed(
        "Område", "En værdi fra cases/_laeringsomraader.yml.", "ledelse", refers="laeringsomraader"
    )
    emner: tuple[Identifier, ...] = optional(
        "Emner",
        "Værdier fra cases/_emner.yml: det, læringspunktet handler om.",
        "tovholder",
        default=(),
        refers="emner",
    )
    klausuler: tuple[Identifier, ...] = optional(
        "Klausuler",
        "Værdier fra agreements/_klausuler: klausultyper, som læringspunktet taler for.",
        "opsigelse",
        default=(),
        refers="klausuler",
    )


class Citation(Record):
    """Where in a source it stands."""

    udgivelse: Identifier = needed(
        "Udgivelse",
        "Den rapport, side eller aftale, det står i: id fra cases/_udgivelser.yml.",
        "kl-2018",
        refers="udgivelser",
    )
    side: Pages | None = optional("Side", "Trykt sidetal i kilden.", "12-13")
    note: Prose | None = optional(
        "Note", "Det, en læser skal vide om netop dette sted i kilden.", "Kilden giver intet årstal."
    )


class Withdrawal(Record):
    """Why a case is no longer shown; its address answers with this for ever."""

    dato: Day = needed("Dato", "Dagen, hvor casen blev trukket tilbage.", "2026-11-22")
    grund: Line = needed("Grund", "Hvorfor, i én sætning til læseren.", "Kommunen har bedt om det.")
    se: Identifier | None = optional(
        "Se", "Id på en anden case, som læseren kan bruge i stedet.", "byg-til-vaekst-fyn", refers="cases"
    )


class Case(Record):
    """A municipal effort across business service, employment and education."""

    id: Identifier = needed("Id", "Samme som filnavnet uden .yml. Er casens adresse for altid.", "horsens-alliancen")
    nummer: Whole | None = optional("Nummer", "Casens nummer i KL's katalog, hvis den står der.", "21")
    titel: Line = needed("Titel", "Casens navn.", "Horsens Alliancen")
    kort: Line = needed(
        "Kort fortalt",
        "Én sætning, der siger, hvad casen er. Højst 200 tegn.",
        "Kommunen og havnen lærer ledige op som lodser.",
        longest=200,
    )
    tema: Identifier = needed(
        "Tema", "En værdi fra cases/_temaer.yml.", "koordineret-virksomhedsindsats", refers="temaer"
    )
    kommuner: tuple[Identifier, ...] = optional(
        "Kommuner", "Kommuner, som kilden nævner. Ingen gæt.", "horsens", default=(), refers="kommuner"
    )
    omraade: Line | None = optional(
        "Område", "Det geografiske område, når ingen kommune er nævnt.", "Region Midtjylland"
    )
    regioner: tuple[Identifier, ...] = optional(
        "Regioner",
        "Kun når ingen kommune er nævnt, og området ligger i bestemte regioner.",
        "midtjylland",
        default=(),
        refers="regioner",
    )
    aktoerer: tuple[Actor, ...] = needed("Aktører", "Alle navngivne organisationer og grupper af deltagere.", least=1)
    brancher: tuple[Identifier, ...] = needed(
        "Brancher", "Værdier fra cases/_brancher.yml.", "industri-og-metal", refers="brancher", least=1
    )
    maalgrupper: tuple[Identifier, ...] = needed(
        "Målgrupper", "Værdier fra cases/_maalgrupper.yml.", "ledige", refers="maalgrupper", least=1
    )
    virkemidler: tuple[Identifier, ...] = needed(
        "Virkemidler", "Værdier fra cases/_virkemidler.yml.", "opkvalificering", refers="virkemidler", least=1
    )
    organiseringsform: tuple[Identifier, ...] = optional(
        "Organiseringsform",
        "Hvem der står bag og leder: værdier fra cases/_organiseringsformer.yml.",
        "trepartsaftale",
        default=(),
        refers="organiseringsformer",
    )
    finansieringsform: tuple[Identifier, ...] = optional(
        "Finansieringsform",
        "Hvem der betaler, når kilden siger det: cases/_finansieringsformer.yml.",
        "kommunen",
        default=(),
        refers="finansieringsformer",
    )
    finansiering: Prose | None = optional("Finansiering", "Hvem der betaler.", "Kommunen betaler projektlederen.")
    periode: Line | None = optional("Periode", "Hvornår indsatsen løber.", "siden 1998")
    formaal: Prose | None = optional("Formål", "Hvad indsatsen vil opnå.", "Flere ledige skal have et fag.")
    organisering: Prose | None = optional(
        "Organisering", "Hvem der gør hvad.", "Jobcentret finder deltagerne. Skolen underviser."
    )
    resultater: Prose | None = optional(
        "Resultater", "Hvad der kom ud af den.", "Virksomhederne fandt nye medarbejdere."
    )
    noegletal: tuple[KeyFigure, ...] = optional("Nøgletal", "Alle tal fra kilden med år og forbehold.", default=())
    resultattyper: tuple[Identifier, ...] = needed(
        "Resultattyper",
        "Værdier fra cases/_resultattyper.yml.",
        "opkvalificering-til-brancher",
        refers="resultattyper",
        least=1,
    )
    laering: tuple[Lesson, ...] = optional("Læring", "Casens læringspunkter, hvis kilden har nogen.", default=())
    kilde: Citation = needed("Kilde", "Udgivelse og side.")
    se_ogsaa: tuple[Identifier, ...] = optional(
        "Se også", "Beslægtede cases.", "byg-til-vaekst-fyn", default=(), refers="cases"
    )
    gennemgaaet: Day = needed("Gennemgået", "Dagen, hvor nogen sidst holdt casen op mod kilden.", "2026-11-22")

    trukket_tilbage: Withdrawal | None = optional(
        "Trukket tilbage", "Kun når casen ikke længere skal vises. Adressen svarer så med grunden; slet aldrig filen."
    )

    @property
    def url(self) -> str:
        """The case's address below the site's root."""
        return f"cases/{self.id}/"

    @property
    def short_url(self) -> str | None:
        """The short permanent address of a case in the catalogue, below the site's root."""
        return f"c/{self.nummer}/" if self.nummer else None
