"""The open data files: JSON, CSV and JSON Schema of cases, agreements and clause types."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from macros.agreement_model import Agreement
from macros.case_model import Case
from macros.clause_model import ClauseType
from macros.content import Content
from macros.draft_model import DraftFile
from macros.lessons import lessons_for_clause
from macros.results import figure_sentence

DATA_FILES = {
    "cases.json": "Alle cases med alle felter",
    "cases.csv": "Alle cases i et regneark (semikolon, åbner i dansk Excel)",
    "noegletal.csv": "Alle nøgletal i et regneark: ét tal pr. linje med år, forbehold og kilde",
    "aftaler.json": "De rigtige aftaler med alle felter",
    "klausuler.json": "Klausultyper med modeltekster og felter",
    "lister.json": "Faste lister: temaer, brancher, målgrupper, virkemidler, kommuner og resten",
    "case.schema.json": "JSON Schema for en case",
    "aftale.schema.json": "JSON Schema for en aftale",
    "klausul.schema.json": "JSON Schema for en klausultype",
    "kladde.schema.json": "JSON Schema for en kladde, som byggeren gemmer og åbner den",
    "feed.xml": "Atom-feed med cases og aftaler, nyest gennemgået først",
}
_CASE_COLUMNS = (
    "id",
    "nummer",
    "titel",
    "kort",
    "tema",
    "kommuner",
    "omraade",
    "aktoerer",
    "brancher",
    "maalgrupper",
    "virkemidler",
    "organiseringsform",
    "finansieringsform",
    "finansiering",
    "periode",
    "noegletal",
    "resultattyper",
    "laering",
    "kilde",
    "side",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


def to_json(value: Any) -> str:
    """JSON that a person can read and git can compare."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def record(model: BaseModel) -> dict[str, Any]:
    """A record as plain data, without the fields that are not there."""
    return model.model_dump(mode="json", exclude_none=True)


def public_case(case: Case) -> dict[str, Any]:
    """A case as others may read it: its fields and its address below the site's root."""
    return {**record(case), "adresse": case.url}


def formula_safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text


def to_csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table for Danish Excel: semicolons, a byte order mark, no formulas."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(list(header))
    for row in rows:
        writer.writerow([formula_safe("" if cell is None else str(cell)) for cell in row])
    return "\ufeff" + target.getvalue()


def data_files(content: Content) -> dict[str, str]:
    """Every data file but the feed by its name below data/."""
    return {
        "cases.json": to_json([public_case(case) for case in content.cases]),
        "cases.csv": _cases_csv(content),
        "noegletal.csv": _figures_csv(content),
        "aftaler.json": to_json([{**record(item), "adresse": item.url} for item in content.agreements]),
        "klausuler.json": to_json([clause_record(content, clause) for clause in content.clauses]),
        "lister.json": to_json(
            {name: [record(row) for row in rows.values()] for name, rows in content.vocabularies.items()}
        ),
        "case.schema.json": _schema(Case, "Case"),
        "aftale.schema.json": _schema(Agreement, "Aftale"),
        "klausul.schema.json": _schema(ClauseType, "Klausultype"),
        "kladde.schema.json": _schema(DraftFile, "Kladde"),
    }


def clause_record(content: Content, clause: ClauseType) -> dict[str, Any]:
    """A clause type with the lessons that argue for it and the agreements that have it."""
    lessons = [
        {"tekst": lesson.tekst, "adresse": lesson.url, "case": lesson.case.id if lesson.case else None}
        for lesson in lessons_for_clause(content, clause.id)
    ]
    agreements = {item.id: item.klausuler[clause.id].findes for item in content.agreements}
    return {**record(clause), "adresse": clause.url, "laering": lessons, "aftaler": agreements}


def _cases_csv(content: Content) -> str:
    return to_csv(_CASE_COLUMNS, (_case_row(content, case) for case in content.cases))


def _case_row(content: Content, case: Case) -> list[Any]:
    def names(vocabulary: str, ids: tuple[str, ...]) -> str:
        return ", ".join(content.term(vocabulary, item).navn for item in ids)

    return [
        case.id, case.nummer, case.titel, case.kort, content.term("temaer", case.tema).navn,
        names("kommuner", case.kommuner), case.omraade, ", ".join(actor.navn for actor in case.aktoerer),
        names("brancher", case.brancher), names("maalgrupper", case.maalgrupper),
        names("virkemidler", case.virkemidler), names("organiseringsformer", case.organiseringsform),
        names("finansieringsformer", case.finansieringsform), case.finansiering, case.periode,
        " | ".join(figure_sentence(figure) for figure in case.noegletal), names("resultattyper", case.resultattyper),
        " | ".join(lesson.tekst for lesson in case.laering),
        content.term("udgivelser", case.kilde.udgivelse).titel, case.kilde.side,
    ]  # fmt: skip


def _figures_csv(content: Content) -> str:
    rows = (
        (
            case.id,
            case.titel,
            figure.forbehold,
            figure.display_number,
            figure.enhed,
            figure.hvad,
            figure.aar,
            case.kilde.side,
        )
        for case in content.cases
        for figure in case.noegletal
    )
    return to_csv(("case", "titel", "forbehold", "tal", "enhed", "hvad", "aar", "side"), rows)


def _schema(model: type[BaseModel], title: str) -> str:
    schema = model.model_json_schema(mode="serialization")
    return to_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title})
