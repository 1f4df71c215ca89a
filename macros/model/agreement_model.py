"""One real agreement (agreements/<id>.yml). Danish names are typed; English ones are computed."""

from __future__ import annotations

from macros.model.case_model import Citation
from macros.model.fields import Day, Identifier, Line, Prose, Record, Whole, YesNo, needed, optional


class Party(Record):
    """An organisation that has signed."""

    navn: Line = needed("Navn", "Organisationens navn. Aldrig en persons navn.", "Dansk Metal Horsens")
    type: Identifier = needed("Type", "En værdi fra cases/_aktoertyper.yml.", "fagforening", refers="aktoertyper")
    note: Line | None = optional("Note", "Det, kilden ellers siger om parten.")
    underskriver: Line | None = optional("Underskriver", "Funktionen på den, der har skrevet under. Aldrig et navn.")


class Member(Record):
    """A seat in a body, by role and organisation."""

    organisation: Line = needed("Organisation", "Hvem medlemmet kommer fra.", "Roskilde Tekniske Skole")
    rolle: Line | None = optional("Rolle", "Medlemmets stilling eller rolle. Aldrig et navn.", "kvalitetschef")


class Body(Record):
    """A steering group, working group or circle of parties."""

    navn: Line = needed("Navn", "Organets navn.", "Styregruppen")
    medlemmer: tuple[Member, ...] = optional("Medlemmer", "Pladserne, hvis kilden nævner dem.", default=())
    moeder: Line | None = optional("Møder", "Hvor ofte organet mødes.", "to gange om året")
    moeder_pr_aar: Whole | None = optional("Møder pr. år", "Mødernes antal pr. år som tal.", "2")
    opgaver: tuple[Prose, ...] = optional("Opgaver", "Hvad organet skal.", default=())
    periode: Line | None = optional("Periode", "Hvor længe organet virker ad gangen.", "2 år ad gangen")


class Signing(Record):
    """When and by whom (by role) the agreement was signed."""

    dato: Day | None = optional("Dato", "Datoen for underskrift, hvis den står i kilden.", "2021-09-15")
    tekst: Prose = needed(
        "Tekst", "Hvem der har skrevet under, efter rolle, og hvad der står om datoen.", "Borgmesteren og direktøren."
    )


class Term(Record):
    """How long the agreement runs."""

    fra: Line | None = optional("Fra", "Begyndelsen, som kilden angiver den.", "januar 2023")
    til: Line | None = optional("Til", "Slutningen, som kilden angiver den.", "december 2025")
    maaneder: Whole | None = optional("Måneder", "Løbetiden i måneder, når den er fast.", "36")
    opfoelgning: Line | None = optional("Opfølgning", "Hvad parterne gør, før en fast periode slutter.")
    tekst: Prose = needed("Tekst", "Løbetiden med egne ord.", "Aftalen gælder, til den bliver opsagt.")


class Notice(Record):
    """How the agreement may be ended."""

    findes: YesNo = needed("Findes", "ja, hvis aftalen siger noget om opsigelse; ellers nej.", "ja")
    maaneder: Whole | None = optional("Måneder", "Varslet i måneder.", "3")
    tekst: Prose | None = optional("Tekst", "Hvem der kan opsige og hvordan.", "Hver part kan opsige aftalen.")


class Goal(Record):
    """A goal, with its parts."""

    tekst: Prose = needed("Tekst", "Målet med egne ord.")
    delmaal: tuple[Prose, ...] = optional("Delmål", "Målets dele.", default=())
    maaltal: Line | None = optional("Måltal", "Hvad aftalen tæller.", "unge i lære")
    start: Line | None = optional("Start", "Tallet ved begyndelsen.", "120 i 2026")
    maal: Line | None = optional("Mål", "Tallet, parterne vil nå.", "160")
    frist: Line | None = optional("Frist", "Hvornår det skal være nået.", "december 2028")
    ansvarlig: Line | None = optional("Ansvarlig", "Parten, der følger målet.", "Lejre Kommune")


class Activity(Record):
    """Something the parties do."""

    tekst: Prose = needed("Tekst", "Aktiviteten med egne ord.")
    hvem: Line | None = optional("Hvem", "Hvem der gør det, hvis aftalen siger det.", "DI og skolen")
    hvornaar: Line | None = optional("Hvornår", "Tidspunktet, hvis aftalen siger det.", "2021")


class FocusArea(Record):
    """A focus area with vision and activities."""

    titel: Line = needed("Titel", "Indsatsområdets navn.", "Rekruttering")
    vision: Prose | None = optional("Vision", "Hvad parterne vil opnå.")
    aktiviteter: tuple[Activity, ...] = optional("Aktiviteter", "Hvad parterne gør.", default=())
    bilag: Line | None = optional("Bilag", "Det bilag, kilden henviser til.", "Bilag A")


class Responsibility(Record):
    """What one party is responsible for."""

    part: Line = needed("Part", "Partens navn, som det står under parter.")
    tekst: Prose = needed("Tekst", "Hvad parten har ansvar for.")


class Evaluation(Record):
    """When the parties look at whether it works."""

    hvornaar: Line = needed("Hvornår", "Tidspunktet, som aftalen angiver det.", "én gang om året")
    gange_pr_aar: Whole | None = optional("Gange pr. år", "Hvor mange gange om året, hvis aftalen siger det.", "1")


class Leftover(Record):
    """A place that the source has left unfinished."""

    sted: Line = needed("Sted", "Hvor det står.", "datoen ved underskriften")
    tekst: Line = needed("Tekst", "De få tegn, der står i stedet for et svar.", "xx.xx.xxxx")


class ClauseStatement(Record):
    """What this agreement says on one clause type, or that it says nothing."""

    findes: YesNo = needed("Findes", "ja, hvis aftalen har en sådan bestemmelse; ellers nej.", "ja")
    tekst: Prose | None = optional(
        "Tekst", "Hvad der står, i vores ord. Ved nej: hvad læseren bør vide.", "Varslet er tre måneder."
    )
    sted: Line | None = optional("Sted", "Afsnittet i aftalen.", "afsnittet Organisering")
    model: Identifier | None = optional(
        "Model", "Den variant af klausultypen, som kommer nærmest. Byggeren begynder med den.", "gensidigt-varsel"
    )


class Annex(Record):
    """An annex that the agreement names."""

    navn: Line = needed("Navn", "Bilagets betegnelse.", "Bilag A")
    tekst: Prose = needed("Tekst", "Hvad bilaget handler om, og om det findes i kilden.")
    vedlagt: YesNo | None = optional("Vedlagt", "ja eller nej, hvis kilden viser det; udelades ellers.", "ja")


class Version(Record):
    """One of several versions of the same agreement."""

    udgivelse: Identifier = needed("Udgivelse", "Id fra cases/_udgivelser.yml.", refers="udgivelser")
    note: Prose = needed("Note", "Hvordan denne version adskiller sig.")


class Agreement(Record):
    """A real partnership agreement between a municipality and its partners."""

    id: Identifier = needed(
        "Id", "Samme som filnavnet uden .yml. Er aftalens adresse for altid.", "partnerskabsaftale-lejre"
    )
    titel: Line = needed("Titel", "Aftalens navn.", "Partnerskabsaftale i Lejre")
    kort: Line = needed(
        "Kort",
        "Én sætning, der siger, hvad aftalen er. Højst 200 tegn.",
        "Tre parter vil sikre flere faglærte.",
        longest=200,
    )
    omraade: Line = needed("Område", "Hvor aftalen gælder.", "Lejre Kommune")
    kommuner: tuple[Identifier, ...] = needed(
        "Kommuner", "Kommuner, der er part i aftalen.", "lejre", refers="kommuner"
    )
    parter: tuple[Party, ...] = needed("Parter", "Alle parter.")
    underskrevet: Signing = needed("Underskrevet", "Underskriften.")
    periode: Term = needed("Periode", "Løbetiden.")
    opsigelse: Notice = needed("Opsigelse", "Om og hvordan aftalen kan opsiges.")
    organer: tuple[Body, ...] = needed("Organer", "Styregruppe, arbejdsgrupper eller partskreds.")
    sekretariat: Prose | None = optional("Sekretariat", "Hvem der indkalder og skriver referat.")
    tovholder: Line | None = optional("Tovholder", "Den part eller enhed, der er sekretariat, hvis kilden siger det.")
    evaluering: Evaluation | None = optional("Evaluering", "Hvornår parterne evaluerer, hvis kilden siger det.")
    formaal: Prose = needed("Formål", "Hvorfor aftalen er indgået.", "Der skal være faglærte nok.")
    maal: tuple[Goal, ...] = optional("Mål", "Aftalens mål.", default=())
    indsatsomraader: tuple[FocusArea, ...] = optional(
        "Indsatsområder", "Områder med vision og aktiviteter.", default=()
    )
    ansvar: tuple[Responsibility, ...] = optional("Ansvar", "Hvem der har ansvar for hvad.", default=())
    klausuler: dict[Identifier, ClauseStatement] = needed(
        "Klausuler",
        "For hver klausultype: hvad aftalen siger, eller at den intet siger.",
        "opsigelse",
        refers="klausuler",
    )
    bilag: tuple[Annex, ...] = optional("Bilag", "Bilag, som aftalen nævner.", default=())
    rester: tuple[Leftover, ...] = optional("Rester", "Steder, som kilden ikke har udfyldt.", default=())
    ikke_i_kilden: tuple[Identifier, ...] = optional(
        "Ikke i kilden", "Lister, som kilden henviser til, men ikke viser.", "maal", default=()
    )
    kilde: Citation = needed("Kilde", "Udgivelse og sted.")
    versioner: tuple[Version, ...] = optional("Versioner", "Når samme aftale findes i flere versioner.", default=())
    gennemgaaet: Day = needed("Gennemgået", "Dagen, hvor nogen sidst holdt den op mod kilden.", "2026-11-22")

    @property
    def url(self) -> str:
        """The agreement's address below the site's root."""
        return f"aftaler/{self.id}/"
