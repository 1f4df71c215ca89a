"""The shared lists in cases/_*.yml: themes, facet values, municipalities, lessons' areas, the source."""

from __future__ import annotations

from typing import Annotated

from macros.model.fields import (
    FILLED,
    Address,
    Check,
    Day,
    Identifier,
    Kind,
    Line,
    Pages,
    Prose,
    Record,
    Whole,
    YesNo,
    needed,
    optional,
)  # fmt: skip

_CODE = Check(
    "kommunekode", "{value} er ikke en kommunekode", 'fire cifre, fx "0751"',
    "Behold nullet foran. Koder går fra 0101 til 0860.", r"^0(1(0[1-9]|[1-9][0-9])|[2-7][0-9]{2}|8([0-5][0-9]|60))$",
)  # fmt: skip
MunicipalityCode = Annotated[str, Kind("code", (FILLED, _CODE))]


class Term(Record):
    """One value of a controlled vocabulary."""

    id: Identifier = needed("Id", "Fast kendemærke i adresser og filer. Må aldrig ændres.", "bygge-og-anlaeg")
    navn: Line = needed("Navn", "Det, læseren ser.", "Bygge og anlæg")
    beskrivelse: Prose = needed("Beskrivelse", "En eller to sætninger om, hvad værdien dækker.")


class Theme(Term):
    """One of the catalogue's four purposes, under which every case stands."""

    nummer: Whole = needed("Nummer", "Temaets nummer i kataloget.", "1")
    formaal: Prose = needed("Formål", "Hvad indsatserne i temaet vil opnå.")
    faelles: Prose = needed("Det har casene til fælles", "Hvad casene i temaet deler, med egne ord.")
    forskelle: Prose = needed("Her skiller de sig ud", "Hvor casene i temaet er forskellige.")
    side: Pages = needed("Side", "Siden i kataloget, hvor formålet står.", "6")


class FigureReference(Record):
    """Points at a key figure of a case."""

    case: Identifier = needed("Case", "Id på casen.", "byg-til-vaekst-fyn", refers="cases")
    noegletal: Identifier = needed("Nøgletal", "Id på et af casens nøgletal.", "match-2015")


class Effect(Term):
    """One of the catalogue's three overall effects."""

    tal: tuple[FigureReference, ...] = optional("Tal", "Optalte tal, der siger noget om netop effekten.", default=())
    side: Pages = needed("Side", "Siden i kataloget.", "8")


class ResultType(Term):
    """A kind of result from the catalogue's table 2, under one of the three effects."""

    effekt: Identifier = needed("Effekt", "Den overordnede effekt, resultatet hører under.", refers="effekter")
    side: Pages = needed("Side", "Siden i kataloget.", "8")


class GeneralLesson(Record):
    """A lesson that the catalogue draws across all cases."""

    id: Identifier = needed("Id", "Fast kendemærke, unikt i hele listen.", "let-og-varig-indgang")
    tekst: Prose = needed("Tekst", "Læringspunktet med egne ord.")
    emner: tuple[Identifier, ...] = optional(
        "Emner", "Værdier fra cases/_emner.yml.", "tovholder", default=(), refers="emner"
    )
    klausuler: tuple[Identifier, ...] = optional(
        "Klausuler", "Klausultyper, som punktet taler for.", default=(), refers="klausuler"
    )
    side: Pages = needed("Side", "Siden i kataloget.", "9")


class LessonTopic(Term):
    """What lessons from several cases are about, with what they say together."""

    svar: Prose = needed("Svar", "To til fire sætninger: hvad læringspunkterne siger om emnet. Ingen optælling.")


class LessonArea(Term):
    """An area of lessons with the catalogue's own general points."""

    syntese: Prose | None = optional(
        "Sammenfatning", "Tre til seks sætninger om det, punkterne siger. Ingen optælling."
    )
    punkter: tuple[GeneralLesson, ...] = needed("Punkter", "Katalogets generelle læringspunkter på området.")


class ActorKind(Term):
    """A kind of party."""

    del_af: Identifier | None = optional(
        "Del af", "Slagsen, den altid hører under, fx kommunen.", "kommune", refers="aktoertyper"
    )


class Consideration(Record):
    """A question to ask before choosing a form, with the lesson that it rests on."""

    tekst: Line = needed("Tekst", "Et neutralt spørgsmål.", "Hvem er fast kontakt i hver af kommunerne?")
    case: Identifier | None = optional(
        "Case", "Casen, læringen står i. Udelades for katalogets generelle læring.", refers="cases"
    )
    laering: Identifier = needed("Læring", "Id på læringspunktet.", "fast-tovholder")


class OrganisationForm(Term):
    """A way of organising an effort: who stands behind it and leads it."""

    overvej: tuple[Consideration, ...] = optional("Overvej", "Spørgsmål, som læringen giver.", default=())


class Region(Term):
    """A Danish region with the days it begins and ends."""

    fra: Day | None = optional("Fra", "Første dag, hvis regionen er ny.", "2027-01-01")
    til: Day | None = optional("Til", "Sidste dag, hvis regionen lægges sammen med en anden.", "2026-12-31")
    efterfoelger: Identifier | None = optional("Efterfølger", "Regionen, der tager over.", refers="regioner")


class Municipality(Record):
    """One of the 98 municipalities."""

    id: Identifier = needed("Id", "Fast kendemærke i adresser og filer.", "ringkoebing-skjern")
    navn: Line = needed("Navn", "Kommunens navn uden ordet Kommune.", "Ringkøbing-Skjern")
    kode: MunicipalityCode = needed("Kode", "Kommunekoden med fire cifre.", "0760")
    region: Identifier = needed("Region", "Regionen, kommunen ligger i (før 2027).", refers="regioner")


class Publication(Record):
    """A source that cases and agreements cite."""

    id: Identifier = needed("Id", "Fast kendemærke, som kilde.udgivelse peger på.", "kl-2018")
    titel: Line = needed("Titel", "Kildens titel.")
    undertitel: Line | None = optional("Undertitel", "Kildens undertitel.")
    udgiver: Line = needed("Udgiver", "Hvem der har udgivet eller indgået den.")
    aar: Line = needed("År", "Udgivelsesår eller dato, som det står i kilden.", "2018")
    oplag: Line | None = optional("Udgave og oplag", "Udgave og oplag.")
    isbn: tuple[Line, ...] = optional("ISBN", "Alle numre, som kilden selv angiver.", default=())
    produktionsnummer: Line | None = optional("Produktionsnummer", "Udgiverens nummer.")
    rettigheder: Prose = needed("Rettigheder", "Hvem der ejer kilden, og hvad det betyder her.")
    note: Prose | None = optional("Note", "Det, en læser skal vide om udgaven.")
    adresse: Address | None = optional("Adresse", "Hvor kilden kan findes på nettet.")


class SourceNote(Record):
    """A misprint, contradiction or damage in a source, and what the site shows instead."""

    id: Identifier = needed("Id", "Fast kendemærke.")
    udgivelse: Identifier = needed("Udgivelse", "Kilden, noten handler om.", refers="udgivelser")
    sted: Line = needed("Sted", "Hvor i kilden.", "side 18, overskriften")
    art: Line = needed("Art", "trykfejl, modstrid, scanningsskade, uudfyldt eller valg.", "trykfejl")
    kilden_har: Prose = needed("Kilden har", "Hvad der står, gengivet kort.")
    vi_viser: Prose = needed("Vi viser", "Hvad siden viser i stedet.")
    hvorfor: Prose = needed("Hvorfor", "Grunden til valget.")
    cases: tuple[Identifier, ...] = optional("Cases", "Cases, som noten angår.", default=(), refers="cases")
    aftaler: tuple[Identifier, ...] = optional("Aftaler", "Aftaler, som noten angår.", default=(), refers="aftaler")


class NewsItem(Record):
    """Something new on the site, told on the front page."""

    id: Identifier = needed("Id", "Fast kendemærke.", "laering-paa-tvaers")
    titel: Line = needed("Titel", "Nyheden i få ord.", "Læringen er samlet efter emne")
    tekst: Line = needed("Tekst", "Én sætning om, hvad læseren får ud af den.")
    dato: Day = needed("Dato", "Dagen, det kom på siden.", "2026-11-22")
    side: Line = needed("Side", "Siden, nyheden fører til, uden skråstreg først.", "laering/")


class SinceNote(Record):
    """Something that has changed since the catalogue, told on the cases that name it."""

    id: Identifier = needed("Id", "Fast kendemærke. Er notens adresse.", "lo-er-blevet-fh")
    emne: Line = needed("Emne", "Hvad noten handler om, i få ord.", "LO hedder nu FH")
    tekst: Prose = needed("Tekst", "Hvad der er ændret. Kun det, der er sikkert.")
    navne: tuple[Line, ...] = needed("Navne", "Navnene, præcis som de står i casene. Små og store bogstaver tæller.")
    dato: Day = needed("Dato", "Dagen, noten er skrevet.", "2026-11-22")
    kilde: Line = needed("Kilde", "Hvem der siger det.", "DI, 1. september 2020")
    adresse: Address = needed("Adresse", "Hvor det står på nettet.", "https://eksempel.dk/nyhed")


class WordException(Record):
    """A file in which a form may stand all the same."""

    fil: Line = needed("Fil", "Filen, hvor formen må stå.", "agreements/partnerskabsaftale-lejre.yml")
    ord: Line = needed("Ord", "Formen, præcis som den står under ikke.", "praktikplads*")
    hvorfor: Line = needed("Hvorfor", "Grunden til undtagelsen.")


class WordChoice(Record):
    """A word that the site has chosen, and the forms it does not use."""

    id: Identifier = needed("Id", "Fast kendemærke.", "laereplads")
    brug: Line = needed("Brug", "Ordet, vi skriver.", "læreplads")
    ikke: tuple[Line, ...] = needed("Ikke", "Former, vi ikke skriver. * til sidst står for resten.", "praktikplads*")
    hvorfor: Prose = needed("Hvorfor", "Grunden, så en redaktør kan se, hvad der er bedre.")
    undtagelser: tuple[WordException, ...] = optional("Undtagelser", "Filer, hvor en form må stå.", default=())


class SynonymGroup(Record):
    """Words that mean nearly the same in this field, so that a search for one finds the others."""

    id: Identifier = needed("Id", "Fast kendemærke.", "laerling")
    ord: tuple[Line, ...] = needed("Ord", "Ord og forkortelser, der dækker det samme.", "lærling")


class Answer(Record):
    """A plain answer to a question about the reader's situation, and the values of one list that it stands for."""

    id: Identifier = needed("Id", "Fast kendemærke i adresser, unikt i spørgsmålet.", "fagforeninger")
    navn: Line = needed("Navn", "Svaret, som en læser ville sige det.", "Fagforeninger og a-kasser")
    passer: Line = needed("Passer", "Fortsætter »Passer, fordi …«.", "fagforening eller a-kasse er med")
    passer_ikke: Line = needed("Passer ikke", "Fortsætter »Passer ikke, fordi …«.", "kilden nævner ingen fagforening")
    temaer: tuple[Identifier, ...] = optional("Temaer", "Værdier fra cases/_temaer.yml.", default=(), refers="temaer")
    virkemidler: tuple[Identifier, ...] = optional(
        "Virkemidler", "Fra cases/_virkemidler.yml.", default=(), refers="virkemidler"
    )
    maalgrupper: tuple[Identifier, ...] = optional(
        "Målgrupper", "Fra cases/_maalgrupper.yml.", default=(), refers="maalgrupper"
    )
    aktoertyper: tuple[Identifier, ...] = optional(
        "Aktørtyper", "Fra cases/_aktoertyper.yml.", default=(), refers="aktoertyper"
    )
    raekkevidde: tuple[Identifier, ...] = optional("Rækkevidde", "en-kommune, flere-kommuner, hel-egn.", default=())


class Question(Record):
    """One of the questions that find the cases like the reader's own situation."""

    id: Identifier = needed("Id", "Fast kendemærke i adresser.", "med")
    navn: Line = needed("Navn", "Spørgsmålet.", "Hvem er med hos jer?")
    hjaelp: Line = needed("Hjælp", "Hvordan man vælger, i én sætning.", "Vælg en eller flere.")
    flere: YesNo = optional("Flere", "ja, når man kan vælge flere svar.", "ja", default=False)
    svar: tuple[Answer, ...] = needed("Svar", "Svarene i den rækkefølge, de står.")


class Paragraph(Record):
    """One point of the catalogue's general part, in our words."""

    id: Identifier = needed("Id", "Fast kendemærke.")
    titel: Line = needed("Titel", "Overskrift.")
    tekst: Prose = needed("Tekst", "Indholdet med egne ord.")
    side: Pages = needed("Side", "Siden i kataloget.", "7")


class Catalogue(Record):
    """The catalogue's general part: why, how organised, how paid for, what came of it."""

    udgivelse: Identifier = needed("Udgivelse", "Kilden.", refers="udgivelser")
    indledning: Prose = needed("Indledning", "Hvad kataloget er, og hvorfor det blev lavet.")
    afsnit: tuple[Paragraph, ...] = needed("Afsnit", "Det, kataloget siger på tværs af casene.")
    fremhaevede: tuple[Identifier, ...] = needed(
        "Fremhævede", "Cases, hvis første nøgletal vises på forsiden.", refers="cases"
    )
