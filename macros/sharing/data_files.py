"""Every file of the open data below data/: JSON with its schemas, spreadsheets, a database and their descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.ground.build_cache import Keep, made_anew, packed, unpacked
from macros.library.content import Content
from macros.sharing.citations import citable
from macros.sharing.data_catalogue import catalogue_files
from macros.sharing.data_examples import example_files
from macros.sharing.data_pieces import citation_files, csv_files, whole_lists_json
from macros.sharing.data_schema import VERSION, schema_name, schemas
from macros.sharing.database import database, metadata
from macros.sharing.open_data import published_lists, to_json
from macros.sharing.openapi import examples, openapi
from macros.sharing.published_model import PUBLISHED

# What the page lists, by what a reader wants to do; every name is below data/.
DATA_GROUPS = {
    "Til regneark": {
        "alliancebanken.xlsx": "Alt i ét regneark med et ark til hver tabel",
        "cases.csv": "Alle cases (semikolon, åbner i dansk Excel)",
        "noegletal.csv": "Alle nøgletal: ét tal pr. linje med år, forbehold og kilde",
        "laering.csv": "Alle læringspunkter med område, emner og klausuler",
        "aktoerer.csv": "Alle parter i casene med slags og rolle",
        "aftaler.csv": "De rigtige aftaler",
        "aftaleklausuler.csv": "Hvad hver aftale siger om hver klausul",
        "klausuler.csv": "Klausultyperne",
        "modeltekster.csv": "Alle modeltekster til klausulerne",
        "lister.csv": "Faste lister: temaer, brancher, målgrupper, virkemidler, kommuner og resten",
    },
    "Til programmer": {
        "cases.json": "Alle cases med alle felter",
        "aftaler.json": "De rigtige aftaler med alle felter",
        "klausuler.json": "Klausultyper med modeltekster og felter",
        "laering.json": "Alle læringspunkter med deres adresser",
        "lister.json": "Faste lister med beskrivelser",
        "alliancebanken.sqlite": "Alt i én SQLite-database med fremmednøgler og søgning",
    },
    "Til at holde øje": {
        "feed.xml": "Atom-feed med det nyeste. Hvert tema har også sit eget",
        "gennemgang.ics": "Kalender med de dage, indholdet skal ses efter",
    },
    "Til litteraturlisten": {
        "citater.ris": "Henvisninger til alle cases og aftaler (RIS)",
        "citater.bib": "Henvisninger til alle cases og aftaler (BibTeX)",
        "citater.csl.json": "Henvisninger til alle cases og aftaler (CSL-JSON)",
    },
    "Beskrivelser": {
        "openapi.json": "OpenAPI-beskrivelse af alle filerne",
        "case.schema.json": "JSON Schema for en case",
        "aftale.schema.json": "JSON Schema for en aftale",
        "klausul.schema.json": "JSON Schema for en klausultype",
        "laeringspunkt.schema.json": "JSON Schema for et læringspunkt",
        "lister.schema.json": "JSON Schema for de faste lister",
        "kladde.schema.json": "JSON Schema for en kladde, som byggeren gemmer og åbner den",
        "dcat.jsonld": "Beskrivelse af datasættet efter DCAT-AP-DK (JSON-LD)",
        "dcat.ttl": "Beskrivelse af datasættet efter DCAT-AP-DK (Turtle)",
        "metadata.json": "Beskrivelse af databasen til Datasette",
    },
}
DATA_FILES = {name: text for files in DATA_GROUPS.values() for name, text in files.items()}
# Made where the feeds and the calendar are.
_ELSEWHERE = {"feed.xml", "gennemgang.ics"}


def newest(content: Content) -> date:
    """The day something in the content was last held up against its source."""
    return max(item.gennemgaaet for item in citable(content))


def data_files(content: Content, site_url: str = "", contact: str = "") -> dict[str, str | bytes]:
    """Every data file but the feeds by its name below data/; site_url is the site's root with its last slash."""
    return dict(each_data_file(content, site_url, contact))


def each_data_file(
    content: Content, site_url: str, contact: str = "", keep: Keep = made_anew
) -> Iterator[tuple[str, str | bytes]]:
    """data_files() one by one, since together they are large."""
    yield from text_files(content, site_url, contact, keep)
    yield from sheet_files(content, site_url, keep)
    yield from database_files(content, site_url)


def text_files(
    content: Content, site_url: str, contact: str = "", keep: Keep = made_anew
) -> Iterator[tuple[str, str | bytes]]:
    """Lists, tables, references and the descriptions of all files."""
    yield from whole_lists_json(content, keep)
    yield from ((name, to_json(found)) for name, found in published_lists(content).items())
    yield from csv_files(content, site_url, keep)
    yield "metadata.json", to_json(metadata(content, site_url))
    # Models are slow to describe, and the descriptions follow from the code, the address and three examples.
    described = keep(("beskrivelser", site_url, examples(content)), lambda: packed(_descriptions(content, site_url)))
    yield from ((name, made.decode()) for name, made in unpacked(described).items())
    yield from catalogue_files(DATA_FILES, site_url, newest(content), contact).items()
    yield from citation_files(content, site_url, keep)
    yield from example_files(site_url).items()


def sheet_files(content: Content, site_url: str, keep: Keep = made_anew) -> Iterator[tuple[str, bytes]]:
    """The spreadsheet."""
    # Its library takes long to load, and where nothing has changed it is not needed.
    from macros.sharing.spreadsheet import sheets, spreadsheet

    day = newest(content)
    yield "alliancebanken.xlsx", spreadsheet(sheets(content, site_url, keep), day, _about(site_url, day))


def database_files(content: Content, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The database."""
    yield "alliancebanken.sqlite", database(content, site_url)


def _descriptions(content: Content, site_url: str) -> dict[str, str]:
    shapes = {name: to_json(schema) for name, schema in schemas(site_url).items()}
    versioned = {f"v1/{schema_name(kind)}": shapes[schema_name(kind)] for _, kind, _ in PUBLISHED.values()}
    return {**shapes, **versioned, "openapi.json": to_json(openapi(content, site_url))}


def _about(site_url: str, day: date) -> tuple[str, ...]:
    return (
        f"Alliancebankens åbne data, version {VERSION}. Indholdet er sidst gennemgået {day.isoformat()}.",
        "Brug dem frit efter CC BY 4.0. Nævn både Alliancebanken og den oprindelige kilde.",
        "Teksterne er selvstændige referater. KL har rettighederne til kataloget fra 2018.",
        f"{site_url}data/",
    )
