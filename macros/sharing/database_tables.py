"""The tables of the SQLite file: columns, keys, what points where, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.html.prose import plain
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case

Rows = Iterator[Sequence[Any]]
_WORDS = ("temaer", "brancher", "maalgrupper", "virkemidler", "aktoertyper", "organiseringsformer",
          "finansieringsformer", "effekter", "resultattyper", "laeringsomraader", "emner")  # fmt: skip
# Field of a case that holds several ids -> the list they are from; the table is called cases_<field>.
_OF_CASES = {
    "kommuner": "kommuner", "brancher": "brancher", "maalgrupper": "maalgrupper", "virkemidler": "virkemidler",
    "organiseringsform": "organiseringsformer", "finansieringsform": "finansieringsformer",
    "resultattyper": "resultattyper",
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table: column to its SQL type, the columns of its key, column to the table it points at, what names a row."""

    name: str
    text: str
    columns: dict[str, str]
    rows: Callable[[Content, str], Rows]
    key: tuple[str, ...] = ("id",)
    foreign: dict[str, str] = field(default_factory=dict)
    label: str = ""


def _columns(*texts: str) -> dict[str, str]:
    """Names, each a text unless a type stands after a colon."""
    pairs = (word.partition(":") for word in " ".join(texts).split())
    return {name: kind.upper() or "TEXT" for name, _, kind in pairs}


def _list(name: str) -> Table:
    def rows(content: Content, _: str) -> Rows:
        for term in content.terms(name):
            yield term.id, term.navn, plain(term.beskrivelse)

    return Table(name, f"Listen {name}", _columns("id navn beskrivelse"), rows, label="navn")


def _pairs(name: str, text: str, other: str, column: str, pairs: Callable[[Content], Rows], owner: str) -> Table:
    """A table that joins two: what stands on the left has several on the right."""
    left = f"{owner.rstrip('r') if owner == 'aftaler' else owner.removesuffix('s')}_id"
    return Table(
        name, text, _columns(f"{left} {column}"), lambda content, _: pairs(content), (left, column),
        {left: owner, column: other},
    )  # fmt: skip


def _several(owner: str, key: str, other: str, items: Callable[[Content], Sequence[Case | Agreement]]) -> Table:
    def rows(content: Content) -> Rows:
        for item in items(content):
            for value in getattr(item, key):
                yield item.id, value

    return _pairs(f"{owner}_{key}", f"Hvilke {key} en post har", other, f"{key}_id", rows, owner)


def _regions(content: Content, _: str) -> Rows:
    for region in content.terms("regioner"):
        yield region.id, region.navn, plain(region.beskrivelse)


def _municipalities(content: Content, _: str) -> Rows:
    for place in content.terms("kommuner"):
        yield place.id, place.navn, place.kode, place.region


def _publications(content: Content, _: str) -> Rows:
    for item in content.terms("udgivelser"):
        yield item.id, item.titel, item.udgiver, item.aar, ", ".join(item.isbn), plain(item.rettigheder), item.adresse


def _cases(content: Content, site: str) -> Rows:
    for case in content.cases:
        yield (
            case.id, case.nummer, case.titel, case.kort, case.tema, case.omraade, case.periode, case.formaal,
            case.organisering, case.finansiering, case.resultater, case.kilde.udgivelse, case.kilde.side,
            case.gennemgaaet.isoformat(), site + case.url,
        )  # fmt: skip


def _actors(content: Content, _: str) -> Rows:
    found = ((case.id, actor.navn, actor.type, actor.rolle) for case in content.cases for actor in case.aktoerer)
    return ((number, *row) for number, row in enumerate(found, 1))


def _figures(content: Content, _: str) -> Rows:
    found = (
        (case.id, float(item.tal), item.display_number, item.enhed, item.hvad, item.aar, item.forbehold, item.art)
        for case in content.cases
        for item in case.noegletal
    )
    return ((number, *row) for number, row in enumerate(found, 1))


def _lessons(content: Content, site: str) -> Rows:
    for item in all_lessons(content):
        case = item.case.id if item.case else None
        yield item.reference, case, plain(item.tekst), item.omraade, item.side, site + item.url


def _clauses(content: Content, site: str) -> Rows:
    for clause in content.clauses:
        needed = int(clause.uundvaerlig)
        yield clause.id, clause.nummer, clause.titel, clause.kort, plain(clause.hjaelp), needed, site + clause.url


def _variants(content: Content, _: str) -> Rows:
    for clause in content.clauses:
        for variant in clause.varianter:
            yield f"{clause.id}#{variant.id}", clause.id, variant.titel, variant.passer_naar, variant.tekst


def _agreements(content: Content, site: str) -> Rows:
    for item in content.agreements:
        signed = item.underskrevet.dato.isoformat() if item.underskrevet.dato else None
        yield (
            item.id, item.titel, item.kort, item.omraade, signed, item.periode.fra, item.periode.til,
            item.opsigelse.maaneder, plain(item.formaal), item.kilde.udgivelse, item.gennemgaaet.isoformat(),
            site + item.url,
        )  # fmt: skip


def _parties(content: Content, _: str) -> Rows:
    found = ((item.id, party.navn, party.type, party.note) for item in content.agreements for party in item.parter)
    return ((number, *row) for number, row in enumerate(found, 1))


def _statements(content: Content, _: str) -> Rows:
    for item in content.agreements:
        for clause, said in item.klausuler.items():
            yield item.id, clause, int(said.findes), plain(said.tekst) if said.tekst else None, said.sted


def _lesson_pairs(key: str) -> Callable[[Content], Rows]:
    return lambda content: ((item.reference, value) for item in all_lessons(content) for value in getattr(item, key))


# Columns are a contract: new ones come last.
TABLES: tuple[Table, ...] = (
    *(_list(name) for name in _WORDS),
    Table("regioner", "Regionerne", _columns("id navn beskrivelse"), _regions, label="navn"),
    Table("kommuner", "De 98 kommuner", _columns("id navn kode region_id"), _municipalities,
          foreign={"region_id": "regioner"}, label="navn"),
    Table("udgivelser", "Kilderne", _columns("id titel udgiver aar isbn rettigheder adresse"), _publications,
          label="titel"),
    Table("cases", "Cases fra KL's katalog",
          _columns("id nummer:integer titel kort tema_id omraade periode formaal organisering finansiering resultater "
                   "udgivelse_id side gennemgaaet link"), _cases,
          foreign={"tema_id": "temaer", "udgivelse_id": "udgivelser"}, label="titel"),
    *(_several("cases", key, other, lambda content: content.cases) for key, other in _OF_CASES.items()),
    Table("aktoerer", "Parterne i casene", _columns("id:integer case_id navn aktoertype_id rolle"), _actors,
          foreign={"case_id": "cases", "aktoertype_id": "aktoertyper"}, label="navn"),
    Table("noegletal", "Tal fra casene med år og forbehold",
          _columns("id:integer case_id tal:real tal_tekst", "enhed hvad aar forbehold art"), _figures,
          foreign={"case_id": "cases"}, label="hvad"),
    Table("klausuler", "Klausultyperne", _columns("id nummer:integer titel kort hjaelp uundvaerlig:integer link"),
          _clauses, label="titel"),
    Table("modeltekster", "Modeltekster til klausulerne", _columns("id klausul_id titel passer_naar tekst"), _variants,
          foreign={"klausul_id": "klausuler"}, label="titel"),
    Table("laering", "Læringspunkter fra casene og kataloget",
          _columns("id case_id tekst laeringsomraade_id side link"), _lessons,
          foreign={"case_id": "cases", "laeringsomraade_id": "laeringsomraader"}, label="tekst"),
    _pairs("laering_emner", "Læringspunkternes emner", "emner", "emne_id", _lesson_pairs("emner"), "laering"),
    _pairs("laering_klausuler", "Klausuler, som læringen taler for", "klausuler", "klausul_id",
           _lesson_pairs("klausuler"), "laering"),
    Table("aftaler", "De rigtige aftaler",
          _columns("id titel kort omraade underskrevet", "fra til",
                   "varsel_maaneder:integer formaal udgivelse_id gennemgaaet link"), _agreements,
          foreign={"udgivelse_id": "udgivelser"}, label="titel"),
    _several("aftaler", "kommuner", "kommuner", lambda content: content.agreements),
    Table("parter", "Aftalernes parter", _columns("id:integer aftale_id navn aktoertype_id note"), _parties,
          foreign={"aftale_id": "aftaler", "aktoertype_id": "aktoertyper"}, label="navn"),
    Table("aftaleklausuler", "Hvad hver aftale siger om hver klausul",
          _columns("aftale_id klausul_id findes:integer tekst sted"), _statements, ("aftale_id", "klausul_id"),
          {"aftale_id": "aftaler", "klausul_id": "klausuler"}),
)  # fmt: skip
