"""The content as flat tables with names that people read: what the spreadsheets show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.html.prose import plain
from macros.insight.lessons import LessonEntry, all_lessons, case_lessons, lessons_for_clause
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.open_data import names

# Cells of text, a number, a day or None.
Row = Sequence[Any]


@dataclass(frozen=True)
class DataTable:
    """A table: name is the file's and the sheet's, columns are its head."""

    name: str
    title: str
    columns: tuple[str, ...]


def table_heads() -> tuple[DataTable, ...]:
    """Every table, in the order of their sheets."""
    return tuple(DataTable(name, title, tuple(columns.split())) for name, (title, columns, _, _) in _TABLES.items())


def own_rows(name: str, content: Content, site_url: str) -> tuple[Row, ...]:
    """A table's rows that are no case's; the column link holds the full address (site_url ends with a slash)."""
    return tuple(_TABLES[name][2](content, site_url))


def case_rows(name: str, content: Content, site_url: str) -> tuple[Row, ...]:
    """A table's rows of the content's cases, which come after those of own_rows(); looks at each case alone."""
    return tuple(_TABLES[name][3](content, site_url))


def _no_rows(_: Content, __: str) -> Iterator[Row]:
    return iter(())


def _cases(content: Content, site: str) -> Iterator[Row]:
    for case in content.cases:
        yield (
            case.id, case.nummer, case.titel, case.kort, content.term("temaer", case.tema).navn,
            names(content, "kommuner", case.kommuner), case.omraade, ", ".join([actor.navn for actor in case.aktoerer]),
            names(content, "brancher", case.brancher), names(content, "maalgrupper", case.maalgrupper),
            names(content, "virkemidler", case.virkemidler),
            names(content, "organiseringsformer", case.organiseringsform),
            names(content, "finansieringsformer", case.finansieringsform), case.finansiering, case.periode,
            " | ".join(map(figure_sentence, case.noegletal)),
            names(content, "resultattyper", case.resultattyper), " | ".join([lesson.tekst for lesson in case.laering]),
            content.term("udgivelser", case.kilde.udgivelse).titel, case.kilde.side, case.gennemgaaet, site + case.url,
        )  # fmt: skip


def _figures(content: Content, site: str) -> Iterator[Row]:
    for case in content.cases:
        for figure in case.noegletal:
            yield (
                case.id, case.titel, figure.forbehold, figure.tal, figure.enhed, figure.hvad, figure.aar,
                case.kilde.side, content.term("viden", figure.knowledge).navn, f"{site}{case.url}#noegletal",
            )  # fmt: skip


def _general_lessons(content: Content, site: str) -> Iterator[Row]:
    return (_lesson(content, site, lesson) for lesson in all_lessons(content) if not lesson.case)


def _case_lessons(content: Content, site: str) -> Iterator[Row]:
    return (_lesson(content, site, lesson) for case in content.cases for lesson in case_lessons(case))


def _lesson(content: Content, site: str, lesson: LessonEntry) -> Row:
    return (
        lesson.reference, plain(lesson.tekst), content.term("laeringsomraader", lesson.omraade).navn,
        ", ".join(content.term("emner", item).navn for item in lesson.emner),
        ", ".join(content.clause_by_id[item].titel for item in lesson.klausuler),
        lesson.case.id if lesson.case else None, lesson.case.titel if lesson.case else None, lesson.side,
        site + lesson.url,
    )  # fmt: skip


def _actors(content: Content, site: str) -> Iterator[Row]:
    for case in content.cases:
        for actor in case.aktoerer:
            kind = content.term("aktoertyper", actor.type).navn
            yield case.id, case.titel, actor.navn, kind, actor.rolle, f"{site}{case.url}#aktoerer"


def _agreements(content: Content, site: str) -> Iterator[Row]:
    for item in content.agreements:
        source = content.term("udgivelser", item.kilde.udgivelse)
        yield (
            item.id, item.titel, item.kort, item.omraade,
            ", ".join(content.term("kommuner", place).navn for place in item.kommuner),
            ", ".join(party.navn for party in item.parter), item.underskrevet.dato, item.periode.fra, item.periode.til,
            item.opsigelse.maaneder, sum(said.findes for said in item.klausuler.values()), source.titel,
            item.gennemgaaet, site + item.url,
        )  # fmt: skip


def _statements(content: Content, site: str) -> Iterator[Row]:
    for item in content.agreements:
        for clause in content.clauses:
            said = item.klausuler[clause.id]
            text = plain(said.tekst) if said.tekst else None
            address = f"{site}{item.url}#klausul-{clause.id}"
            yield item.id, item.titel, clause.id, clause.titel, "ja" if said.findes else "nej", text, said.sted, address


def _clauses(content: Content, site: str) -> Iterator[Row]:
    for clause in content.clauses:
        lessons = len(lessons_for_clause(content, clause.id))
        needed = "ja" if clause.uundvaerlig else "nej"
        yield (
            clause.id, clause.nummer, clause.titel, clause.kort, needed, len(clause.varianter), lessons,
            site + clause.url,
        )  # fmt: skip


def _model_texts(content: Content, site: str) -> Iterator[Row]:
    for clause in content.clauses:
        for variant in clause.varianter:
            address = f"{site}{clause.url}#{variant.id}"
            yield clause.id, variant.id, variant.titel, variant.passer_naar, variant.tekst, address


def _lists(content: Content, _: str) -> Iterator[Row]:
    for name, rows in content.vocabularies.items():
        for row in rows.values():
            if hasattr(row, "navn"):
                text = getattr(row, "beskrivelse", None)
                yield name, row.id, row.navn, plain(text) if text else None


# Columns are a contract: new ones come last.
_Maker = Callable[[Content, str], Iterator[Row]]
# Title, columns, the rows that are no case's, and those of cases.
_TABLES: dict[str, tuple[str, str, _Maker, _Maker]] = {
    "cases": (
        "Alle cases: én pr. linje",
        "id nummer titel kort tema kommuner omraade aktoerer brancher maalgrupper virkemidler organiseringsform "
        "finansieringsform finansiering periode noegletal resultattyper laering kilde side gennemgaaet link",
        _no_rows,
        _cases,
    ),
    "noegletal": (
        "Alle nøgletal med år, forbehold og kilde",
        "case titel forbehold tal enhed hvad aar side viden link",
        _no_rows,
        _figures,
    ),
    "laering": (
        "Alle læringspunkter med område, emner og klausuler",
        "id tekst omraade emner klausuler case titel side link",
        _general_lessons,
        _case_lessons,
    ),
    "aktoerer": ("Alle parter i casene: hvem, slags og rolle", "case titel navn slags rolle link", _no_rows, _actors),
    "aftaler": (
        "De rigtige aftaler: én pr. linje",
        "id titel kort omraade kommuner parter underskrevet fra til varsel_maaneder klausuler kilde gennemgaaet link",
        _agreements,
        _no_rows,
    ),
    "aftaleklausuler": (
        "Hvad hver aftale siger om hver klausul",
        "aftale titel klausul klausultitel findes tekst sted link",
        _statements,
        _no_rows,
    ),
    "klausuler": (
        "Klausultyperne",
        "id nummer titel kort uundvaerlig modeltekster laeringspunkter link",
        _clauses,
        _no_rows,
    ),
    "modeltekster": (
        "Alle modeltekster til klausulerne",
        "klausul variant titel passer_naar tekst link",
        _model_texts,
        _no_rows,
    ),
    "lister": ("Faste lister: temaer, brancher, kommuner og resten", "liste id navn beskrivelse", _lists, _no_rows),
}


def case_names(case: Case) -> str:
    """What a case is called in a list: "Case 21: Horsens Alliancen"."""
    return f"Case {case.nummer}: {case.titel}" if case.nummer else case.titel
