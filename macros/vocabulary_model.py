"""The shared lists in cases/_*.yml: themes, facet values, municipalities, lessons' areas, the source."""

from __future__ import annotations

from macros.fields import Address, Day, Identifier, Line, Pages, Prose, Record, Whole, needed, optional


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


class Effect(Term):
    """One of the catalogue's three overall effects."""

    side: Pages = needed("Side", "Siden i kataloget.", "8")


class ResultType(Term):
    """A kind of result from the catalogue's table 2, under one of the three effects."""

    effekt: Identifier = needed("Effekt", "Den overordnede effekt, resultatet hører under.")
    side: Pages = needed("Side", "Siden i kataloget.", "8")


class GeneralLesson(Record):
    """A lesson that the catalogue draws across all cases."""

    id: Identifier = needed("Id", "Fast kendemærke, unikt i hele listen.", "let-og-varig-indgang")
    tekst: Prose = needed("Tekst", "Læringspunktet med egne ord.")
    klausuler: tuple[Identifier, ...] = optional("Klausuler", "Klausultyper, som punktet taler for.", default=())
    side: Pages = needed("Side", "Siden i kataloget.", "9")


class LessonArea(Term):
    """An area of lessons with the catalogue's own general points."""

    punkter: tuple[GeneralLesson, ...] = needed("Punkter", "Katalogets generelle læringspunkter på området.")


class Region(Term):
    """A Danish region with the days it begins and ends."""

    fra: Day | None = optional("Fra", "Første dag, hvis regionen er ny.", "2027-01-01")
    til: Day | None = optional("Til", "Sidste dag, hvis regionen lægges sammen med en anden.", "2026-12-31")
    efterfoelger: Identifier | None = optional("Efterfølger", "Regionen, der tager over.")


class Municipality(Record):
    """One of the 98 municipalities."""

    id: Identifier = needed("Id", "Fast kendemærke i adresser og filer.", "ringkoebing-skjern")
    navn: Line = needed("Navn", "Kommunens navn uden ordet Kommune.", "Ringkøbing-Skjern")
    kode: Line = needed("Kode", "Kommunekoden med fire cifre.", "0760")
    region: Identifier = needed("Region", "Regionen, kommunen ligger i (før 2027).")


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
    udgivelse: Identifier = needed("Udgivelse", "Kilden, noten handler om.")
    sted: Line = needed("Sted", "Hvor i kilden.", "side 18, overskriften")
    art: Line = needed("Art", "trykfejl, modstrid, scanningsskade, uudfyldt eller valg.", "trykfejl")
    kilden_har: Prose = needed("Kilden har", "Hvad der står, gengivet kort.")
    vi_viser: Prose = needed("Vi viser", "Hvad siden viser i stedet.")
    hvorfor: Prose = needed("Hvorfor", "Grunden til valget.")
    cases: tuple[Identifier, ...] = optional("Cases", "Cases, som noten angår.", default=())
    aftaler: tuple[Identifier, ...] = optional("Aftaler", "Aftaler, som noten angår.", default=())


class SynonymGroup(Record):
    """Words that mean nearly the same in this field, so that a search for one finds the others."""

    id: Identifier = needed("Id", "Fast kendemærke.", "laerling")
    ord: tuple[Line, ...] = needed("Ord", "Ord og forkortelser, der dækker det samme.", "lærling")


class Paragraph(Record):
    """One point of the catalogue's general part, in our words."""

    id: Identifier = needed("Id", "Fast kendemærke.")
    titel: Line = needed("Titel", "Overskrift.")
    tekst: Prose = needed("Tekst", "Indholdet med egne ord.")
    side: Pages = needed("Side", "Siden i kataloget.", "7")


class Catalogue(Record):
    """The catalogue's general part: why, how organised, how paid for, what came of it."""

    udgivelse: Identifier = needed("Udgivelse", "Kilden.")
    indledning: Prose = needed("Indledning", "Hvad kataloget er, og hvorfor det blev lavet.")
    afsnit: tuple[Paragraph, ...] = needed("Afsnit", "Det, kataloget siger på tværs af casene.")
