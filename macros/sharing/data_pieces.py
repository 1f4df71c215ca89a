"""The data files that hold every case, joined from pieces that are made of some cases and kept until these change."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from macros.ground.build_cache import Keep
from macros.insight.lessons import all_lessons, case_lessons
from macros.library.content import Content
from macros.library.content_digest import kept_of_runs
from macros.sharing.citations import Work, citable, citations_of_ours, citations_of_sources, work_of
from macros.sharing.csv_file import COMMA, SEMICOLON, csv_head, csv_rows
from macros.sharing.data_tables import DataTable, case_rows, own_rows, table_heads
from macros.sharing.open_data import json_items, json_list, lesson_record, public_case

_Cited = tuple[str, str, list[dict[str, Any]]]


def whole_lists_json(content: Content, keep: Keep) -> Iterator[tuple[str, bytes]]:
    """The lists of all cases and of all lessons."""
    yield "cases.json", json_list(kept_of_runs(content, keep, "cases.json", _cases))
    general = json_items(lesson_record(lesson) for lesson in all_lessons(content) if not lesson.case)
    yield "laering.json", json_list((general, *kept_of_runs(content, keep, "laering.json", _lessons)))


def _cases(content: Content) -> bytes:
    return json_items(map(public_case, content.cases))


def _lessons(content: Content) -> bytes:
    return json_items(lesson_record(lesson) for case in content.cases for lesson in case_lessons(case))


def csv_files(content: Content, site_url: str, keep: Keep) -> Iterator[tuple[str, bytes]]:
    """Each table in both dialects."""
    for table in table_heads():
        own = csv_rows(own_rows(table.name, content, site_url))
        texts = {dialect: [csv_head(table.columns, dialect) + own[dialect]] for dialect in own}
        for piece in pieces_of_table(content, table, site_url, keep, "csv", _csv):
            for dialect, text in zip(texts, marshal.loads(piece), strict=True):
                texts[dialect].append(text)
        yield f"{table.name}.csv", "".join(texts[SEMICOLON]).encode()
        yield f"{table.name}.komma.csv", "".join(texts[COMMA]).encode()


def pieces_of_table(
    content: Content, table: DataTable, site_url: str, keep: Keep, kind: str, make: Callable[[str, str, Content], bytes]
) -> Iterable[bytes]:
    """What make gives of a table's name, the site's address and the content of each run."""
    return kept_of_runs(content, keep, kind, partial(make, table.name, site_url), table.name, site_url)


def _csv(name: str, site_url: str, content: Content) -> bytes:
    return marshal.dumps(tuple(csv_rows(case_rows(name, content, site_url)).values()))


def citation_files(content: Content, site_url: str, keep: Keep) -> Iterator[tuple[str, bytes]]:
    """References to everything that can be cited: ours first, then each source once."""
    pieces = [marshal.loads(one) for one in kept_of_runs(content, keep, "citater", partial(_cited, site_url), site_url)]
    sources = {item.kilde.udgivelse: item for item in citable(content)}
    works = [work_of(content, item, site_url) for item in sources.values()]
    agreements = (work_of(content, item, site_url) for item in content.agreements)
    ris, bibtex, csl = zip(
        *pieces, _texts(citations_of_ours(agreements)), _texts(citations_of_sources(works)), strict=True
    )
    yield "citater.ris", b"".join(ris)
    yield "citater.bib", b"\n".join(filter(None, bibtex))
    yield "citater.csl.json", json_list(csl)


def _cited(site_url: str, content: Content) -> bytes:
    works: Iterator[Work] = (work_of(content, case, site_url) for case in content.cases)
    return marshal.dumps(_texts(citations_of_ours(works)))


def _texts(cited: _Cited) -> tuple[bytes, bytes, bytes]:
    ris, bibtex, csl = cited
    return ris.encode(), bibtex.encode(), json_items(csl)
