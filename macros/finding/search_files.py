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
import marshal
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import count, groupby, islice
from typing import Any

from macros.finding.search_columns import finder_columns
from macros.finding.search_documents import SearchDocument, case_document, other_documents
from macros.finding.search_runs import Run, joined_index
from macros.finding.search_shards import sealed, shards, word_list
from macros.finding.whole_lists import whole_lists
from macros.ground.build_cache import Keep, digest, made_anew
from macros.ground.danish import slug
from macros.ground.processes import uncollected
from macros.insight.municipality_map import outline_data
from macros.library.content import Content
from macros.library.content_digest import case_runs, content_of_run, kept_of_runs, shared_digest
from macros.model.case_model import Case

FOLDER = "data/soeg/"
CARDS_A_FILE = 4
# The texts of a very small site travel in one file; otherwise each for itself, since a reader sees only some.
SMALL_TEXTS, SMALL_SITE = 60_000, 500
# Made once: json.dumps() makes a new one for each of the thousands of pieces.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


# Address, title, text and card of a document; the last two are its pieces of JSON, and only a case has a card.
_Shown = tuple[str, str, str, str]
_Named = tuple[str, str]


def search_files(content: Content, today: date, keep: Keep = made_anew) -> dict[str, str | bytes]:
    """Path below docs/ to file; what is made of a run of cases is made now or kept from before."""
    with uncollected():
        return dict(each_search_file(content, today, keep))


def each_search_file(content: Content, today: date, keep: Keep) -> Iterator[tuple[str, str | bytes]]:
    """search_files() one by one."""
    return ((FOLDER + path, file) for path, file in _files(content, today, keep))


def _files(content: Content, today: date, keep: Keep) -> Iterator[tuple[str, str | bytes]]:
    others = other_documents(content)
    texts, size, named = 0, 0, list[_Named]()
    for url, title, text, _ in _shown(content, others, keep):
        named.append((url, title))
        texts, size = texts + 1, size + len(text)
    texts_a_file = texts if texts <= SMALL_SITE and size <= SMALL_TEXTS else 1
    yield from _index_files(content, others, named, texts_a_file, keep)
    yield "danmark.json", _json(outline_data(content))
    yield from ((name, _json(data)) for name, data in whole_lists(content).items())
    for key, payload in finder_columns(content, today).items():
        yield f"filtre/{key}.bin", sealed(payload, len(content.cases))
    # Read once more rather than held meanwhile: they are most of the search's bytes.
    cards = (card for *_, card in islice(_shown(content, others, keep), len(content.cases)))
    yield from _chunks("kort", cards, CARDS_A_FILE)
    yield from _chunks("tekst", (text for _, _, text, _ in _shown(content, others, keep)), texts_a_file)


def _index_files(
    content: Content, others: Sequence[SearchDocument], named: Sequence[_Named], texts_a_file: int, keep: Keep
) -> Iterator[tuple[str, str | bytes]]:
    groups = [group.ord for group in content.terms("synonymer")]
    names = [place.navn for place in content.terms("kommuner")]
    kinds = ["Case"] * len(content.cases) + [document.art for document in others]
    index = joined_index(list(_runs(content, others)), groups, names, keep)
    words, places = list(shards(index.postings)), list(shards(index.positions))
    stamp = 0
    for _, payload in (*words, *places):
        stamp = zlib.crc32(payload, stamp)
    yield "alle-ord.bin", sealed(word_list(index.documents, index.words), stamp)
    yield "steder.json", _json({"stempel": stamp, "foerste": [first for first, _ in places], "pladser": index.lengths})
    start = {
        "stempel": stamp,
        "cases": len(content.cases),
        "ord": [first for first, _ in words],
        "kort": CARDS_A_FILE,
        "tekst": texts_a_file,
        "synonymer": groups,
        "arter": list(_kinds(kinds, named)),
        "titler": [title for _, title in named],
        "adresser": [_short_url(url, title) for url, title in named],
    }
    yield "start.json", _json(start)
    for name, rows in (("ord", words), ("steder", places)):
        for at, (_, payload) in enumerate(rows):
            yield f"{name}/{at}.bin", sealed(payload, stamp)


def _shown(content: Content, others: Sequence[SearchDocument], keep: Keep) -> Iterator[_Shown]:
    """Every document, the cases first."""
    for piece in kept_of_runs(content, keep, "soegning, vist", _piece):
        yield from marshal.loads(piece)
    yield from ((document.url, document.titel, _json(_texts(document)), "") for document in others)


def _piece(content: Content) -> bytes:
    rows = ((case, case_document(content, case)) for case in content.cases)
    return marshal.dumps(
        [(case.url, case.titel, _json(_texts(document)), _json(_card(content, case))) for case, document in rows]
    )


def _runs(content: Content, others: Sequence[SearchDocument]) -> Iterator[Run]:
    """The documents of each run of cases, and all others as one."""
    for run in case_runs(content):
        yield Run((shared_digest(content), run.made_of), partial(_fields, content_of_run(content, run)))
    fields = [document.fields() for document in others]
    yield Run((digest(map(repr, fields)),), lambda: fields)


def _fields(content: Content) -> list[tuple[str, ...]]:
    return [case_document(content, case).fields() for case in content.cases]


def _json(value: Any) -> str:
    return _ENCODER.encode(value)


def _chunks(name: str, items: Iterator[str], size: int) -> Iterator[tuple[str, str]]:
    """Pieces of JSON in files of a fixed number each; item n stands in file n // size."""
    for at in count():
        some = list(islice(items, max(1, size)))
        if not some:
            return
        yield f"{name}/{at}.json", f"[{','.join(some)}]"


def _folder(url: str) -> str:
    """What all addresses of a kind begin with: "cases/", "laering/#emne-"."""
    path, mark, anchor = url.partition("#")
    if mark:
        return path + mark + anchor.split("-")[0] + "-"
    above = path.removesuffix("/").rpartition("/")[0]
    return above and above + "/"


def _kinds(kinds: Sequence[str], named: Sequence[_Named]) -> Iterator[tuple[str, str, int]]:
    """Runs of one kind: its name, what its addresses begin with, and how many there are."""
    rows = ((kind, _folder(url)) for kind, (url, _) in zip(kinds, named, strict=True))
    for (kind, folder), run in groupby(rows):
        yield kind, folder, len(list(run))


def _short_url(url: str, title: str) -> str:
    """The end of an address; "" where the title tells it."""
    end = url.removeprefix(_folder(url)).removesuffix("/")
    return "" if end == slug(title) else end


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
