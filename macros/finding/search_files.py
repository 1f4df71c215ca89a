"""The search's files below data/soeg/: what is fetched first, the shards, the texts of what is found, the facets.

| file | fetched |
| --- | --- |
| `start.json` | with the first word: titles and addresses of all documents, bounds of the shards, synonyms |
| `ord/<n>.bin` | for a word: which documents its root leads to |
| `steder.json` | with the first phrase: bounds of the shards below, and how many places each document takes up |
| `steder/<n>.bin` | for a phrase: where each word stands |
| `alle-ord.bin` | for a word that leads nowhere: every root, to find a likely spelling |
| `filtre/<key>.bin` | for a filter: which case has which value of a facet |
| `danmark.json` | for the finder's map: the municipalities' outlines |
| `kort/<n>.json` | to draw the cards of cases that the page itself does not hold |
| `punkter.json`, `tal.json` | for a filter on the page of lessons or of figures, where the page holds only the first |
| `tekst/<n>.json` | to show why a hit was found |
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from macros.finding.search_columns import finder_columns
from macros.finding.search_documents import SearchDocument, case_document, other_documents
from macros.finding.search_index import search_index
from macros.finding.search_shards import position_shards, posting_shards, sealed, word_list
from macros.finding.whole_lists import whole_lists
from macros.ground.danish import slug
from macros.ground.processes import uncollected
from macros.insight.municipality_map import outline_data
from macros.library.content import Content
from macros.model.case_model import Case

FOLDER = "data/soeg/"
CARDS_A_FILE = 4
# The texts of a very small site travel in one file; otherwise each for itself, since a reader sees only some.
SMALL_TEXTS = 60_000
# Made once: json.dumps() makes a new one for each of the thousands of pieces.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class CaseEntry:
    """All that the search needs of one case, made from that case and the common lists alone.

    So it can be made in another process, and be kept for as long as neither has changed.
    document: without the text parts; fields: see SearchDocument.fields(); tekst and kort: its pieces of JSON.
    """

    document: SearchDocument
    fields: tuple[str, ...]
    tekst: str
    kort: str


def case_entry(content: Content, case: Case) -> CaseEntry:
    """One case as the search needs it."""
    document = case_document(content, case)
    short = SearchDocument(document.art, document.url, document.titel, document.kort)
    return CaseEntry(short, document.fields(), _json(_texts(document)), _json(_card(content, case)))


def search_files(
    content: Content, today: date, entry: Callable[[Content, Case], CaseEntry] = case_entry
) -> dict[str, str | bytes]:
    """Path below docs/ to file; entry gives a case's part of it, made now or kept from before."""
    with uncollected():
        return {FOLDER + path: file for path, file in _files(content, today, entry)}


def _files(
    content: Content, today: date, entry: Callable[[Content, Case], CaseEntry]
) -> Iterator[tuple[str, str | bytes]]:
    entries, others = [entry(content, case) for case in content.cases], other_documents(content)
    documents = [*(item.document for item in entries), *others]
    fields = [*(item.fields for item in entries), *(document.fields() for document in others)]
    texts = [*(item.tekst for item in entries), *(_json(_texts(document)) for document in others)]
    groups = [group.ord for group in content.terms("synonymer")]
    index = search_index(fields, groups, [place.navn for place in content.terms("kommuner")])
    words, places = list(posting_shards(index)), list(position_shards(index))
    stamp = zlib.crc32(b"".join(payload for _, payload in (*words, *places)))
    texts_a_file = len(texts) if sum(map(len, texts)) <= SMALL_TEXTS else 1
    lengths = [end - start for start, end in pairwise((*index.starts, index.end))]
    yield "alle-ord.bin", sealed(word_list(index), stamp)
    yield "steder.json", _json({"stempel": stamp, "foerste": [first for first, _ in places], "pladser": lengths})
    start = {
        "stempel": stamp,
        "cases": len(content.cases),
        "ord": [first for first, _ in words],
        "kort": CARDS_A_FILE,
        "tekst": texts_a_file,
        "synonymer": groups,
        "arter": list(_kinds(documents)),
        "titler": [document.titel for document in documents],
        "adresser": [_short_url(document) for document in documents],
    }
    yield "start.json", _json(start)
    yield "danmark.json", _json(outline_data(content))
    yield from ((name, _json(data)) for name, data in whole_lists(content).items())
    for key, payload in finder_columns(content, today).items():
        yield f"filtre/{key}.bin", sealed(payload, len(content.cases))
    for name, rows in (("ord", words), ("steder", places)):
        for at, (_, payload) in enumerate(rows):
            yield f"{name}/{at}.bin", sealed(payload, stamp)
    yield from _chunks("kort", [item.kort for item in entries], CARDS_A_FILE)
    yield from _chunks("tekst", texts, texts_a_file)


def _json(value: Any) -> str:
    return _ENCODER.encode(value)


def _chunks(name: str, items: Sequence[str], size: int) -> Iterator[tuple[str, str]]:
    """Pieces of JSON in files of a fixed number each; item n stands in file n // size."""
    for at, start in enumerate(range(0, len(items), max(1, size))):
        yield f"{name}/{at}.json", f"[{','.join(items[start : start + size])}]"


def _folder(url: str) -> str:
    """What all addresses of a kind begin with: "cases/", "laering/#emne-"."""
    path, mark, anchor = url.partition("#")
    if mark:
        return path + mark + anchor.split("-")[0] + "-"
    above = path.removesuffix("/").rpartition("/")[0]
    return above and above + "/"


def _kinds(documents: Sequence[SearchDocument]) -> Iterator[tuple[str, str, int]]:
    """Runs of one kind: its name, what its addresses begin with, and how many there are."""
    for (kind, folder), run in groupby(documents, key=lambda document: (document.art, _folder(document.url))):
        yield kind, folder, len(list(run))


def _short_url(document: SearchDocument) -> str:
    """The end of an address; "" where the title tells it."""
    end = document.url.removeprefix(_folder(document.url)).removesuffix("/")
    return "" if end == slug(document.titel) else end


def _texts(document: SearchDocument) -> list[tuple[str, str]]:
    return [("", document.kort), *document.dele]


def _card(content: Content, case: Case) -> dict[str, Any]:
    """A case as its card shows it; the keys are those of templates/_case_card.html."""
    figure = case.noegletal[0] if case.noegletal else None
    card = {
        "id": case.id,
        "nummer": case.nummer,
        "titel": case.titel,
        "kort": case.kort,
        "sted": content.place(case),
        "tema": case.tema,
        "tal": figure and [figure.forbehold or "", figure.display_number, figure.enhed, figure.aar or ""],
    }
    return {key: value for key, value in card.items() if value}
