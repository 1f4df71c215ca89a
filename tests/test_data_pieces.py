"""The large data files joined from pieces: those of a list made at once, from pieces made now as well as kept."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from macros.ground.build_cache import BuildCache, Keep, made_anew
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.library.content_digest import case_runs
from macros.sharing.citations import bibtex, citable, csl, work_of
from macros.sharing.csv_file import COMMA, SEMICOLON, to_csv
from macros.sharing.data_files import sheet_files, text_files
from macros.sharing.data_pieces import citation_files, csv_files, whole_lists_json
from macros.sharing.data_tables import case_rows, own_rows, table_heads
from macros.sharing.open_data import lesson_record, public_case, to_json
from tests.test_content_digest import many_cases

SITE = "https://a.example/"


@pytest.fixture(scope="module")
def many(content: Content) -> Content:
    """Cases for several runs."""
    found = many_cases(content, 600)
    assert len(case_runs(found)) > 1
    return found


def test_lists_are_those_of_all_items_at_once(many: Content) -> None:
    made = dict(whole_lists_json(many, made_anew))
    assert made["cases.json"].decode() == to_json([public_case(case) for case in many.cases])
    assert made["laering.json"].decode() == to_json([lesson_record(lesson) for lesson in all_lessons(many)])


def test_tables_are_those_of_all_rows_at_once(many: Content) -> None:
    made = dict(csv_files(many, SITE, made_anew))
    for table in table_heads():
        rows = (*own_rows(table.name, many, SITE), *case_rows(table.name, many, SITE))
        assert made[f"{table.name}.csv"].decode() == to_csv(table.columns, rows, SEMICOLON)
        assert made[f"{table.name}.komma.csv"].decode() == to_csv(table.columns, rows, COMMA)


def test_the_spreadsheet_has_every_row_at_its_place(many: Content) -> None:
    ((_, made),) = sheet_files(many, SITE)
    book = openpyxl.load_workbook(io.BytesIO(made))
    for table in table_heads():
        rows = (*own_rows(table.name, many, SITE), *case_rows(table.name, many, SITE))
        assert [row[0].value for row in book[table.name].iter_rows(min_row=2)] == [row[0] for row in rows]
        assert book[table.name].dimensions.endswith(str(len(rows) + 1))


def test_references_are_ours_and_then_each_source(many: Content) -> None:
    made = dict(citation_files(many, SITE, made_anew))
    works = [work_of(many, item, SITE) for item in citable(many)]
    sources = {work.source.id: replace(work, side="") for work in works}.values()
    assert made["citater.csl.json"].decode() == to_json(
        [*(csl(one)[0] for one in works), *(csl(one)[1] for one in sources)]
    )
    ours = [bibtex(one).split("\n@")[0] for one in works]
    assert made["citater.bib"].decode().startswith("\n".join(ours))
    assert made["citater.ris"].count(b"ER  - ") == len(works) + len(sources)


def test_what_was_kept_gives_the_same_files(many: Content, tmp_path: Path) -> None:
    """After each kind of change, also one of the lists that rows are written with."""
    keep = BuildCache(tmp_path, b"kode").keep

    def files(content: Content, kept: Keep) -> dict[str, str | bytes]:
        return {**dict(text_files(content, SITE, keep=kept)), **dict(sheet_files(content, SITE, kept))}

    case, themes = many.cases[100], many.vocabularies["temaer"]
    renamed = {key: theme.model_copy(update={"navn": f"{theme.navn} 2"}) for key, theme in themes.items()}
    for changed in (
        many,
        replace(many, cases=(*many.cases[:100], case.model_copy(update={"titel": "Et nyt navn"}), *many.cases[101:])),
        replace(many, cases=(*many.cases[:100], case.model_copy(update={"laering": ()}), *many.cases[101:])),
        replace(many, cases=(*many.cases[:100], *many.cases[101:])),
        replace(many, vocabularies={**many.vocabularies, "temaer": renamed}),
    ):
        assert files(changed, keep) == files(changed, made_anew)
