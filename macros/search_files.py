"""The search's files below data/soeg/: what is fetched first, the shards, the texts of what is found, the facets.

| file | fetched |
| --- | --- |
| `start.json` | with the first word: titles and addresses of all documents, bounds of the shards, synonyms |
| `ord/<n>.bin` | for a word: which documents its root leads to |
| `steder/<n>.bin` | for a phrase: where in them each word stands |
| `alle-ord.bin` | for a word that leads nowhere: every root, to find a likely spelling |
| `filtre/<key>.bin` | for a filter: which case has which value of a facet |
| `danmark.json` | for the finder's map: the municipalities' outlines |
| `kort/<n>.json` | to draw the cards of cases that the page itself does not hold |
| `tekst/<n>.json` | to show why a hit was found |
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from macros.case_model import Case
from macros.content import Content
from macros.danish import slug
from macros.municipality_map import outline_data
from macros.search_columns import finder_columns
from macros.search_documents import SearchDocument, search_documents
from macros.search_index import search_index
from macros.search_shards import position_shards, posting_shards, sealed, word_list

FOLDER = "data/soeg/"
CARDS_A_FILE = 4
# A small site's texts travel in one file; a large one's each for itself.
SMALL_TEXTS = 150_000


def search_files(content: Content, today: date) -> dict[str, str | bytes]:
    """Path below docs/ to file."""
    documents = search_documents(content)
    groups = [group.ord for group in content.terms("synonymer")]
    names = [place.navn for place in content.terms("kommuner")]
    index = search_index((document.fields() for document in documents), groups, names)
    words, places = list(posting_shards(index)), list(position_shards(index))
    stamp = zlib.crc32(b"".join(payload for _, payload in (*words, *places)))
    texts = [_texts(document) for document in documents]
    whole = sum(len(text) for rows in texts for _, text in rows) <= SMALL_TEXTS
    texts_a_file = len(documents) if whole else 1
    files: dict[str, str | bytes] = {
        "alle-ord.bin": sealed(word_list(index), stamp),
        "start.json": _json(
            {
                "stempel": stamp,
                "cases": len(content.cases),
                "ord": [first for first, _ in words],
                "steder": [first for first, _ in places],
                "kort": CARDS_A_FILE,
                "tekst": texts_a_file,
                "synonymer": groups,
                "arter": list(_kinds(documents)),
                "titler": [document.titel for document in documents],
                "adresser": [_short_url(document) for document in documents],
            }
        ),
    }
    files["danmark.json"] = _json(outline_data(content))
    for key, payload in finder_columns(content, today).items():
        files[f"filtre/{key}.bin"] = sealed(payload, len(content.cases))
    for name, rows in (("ord", words), ("steder", places)):
        files.update({f"{name}/{at}.bin": sealed(payload, stamp) for at, (_, payload) in enumerate(rows)})
    files.update(_chunks("kort", [_card(content, case) for case in content.cases], CARDS_A_FILE))
    files.update(_chunks("tekst", texts, texts_a_file))
    return {FOLDER + path: file for path, file in files.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _chunks(name: str, items: Sequence[Any], size: int) -> dict[str, str | bytes]:
    """Items in files of a fixed number each; item n stands in file n // size."""
    starts = range(0, len(items), max(1, size))
    return {f"{name}/{at}.json": _json(items[start : start + size]) for at, start in enumerate(starts)}


def _folder(url: str) -> str:
    """What all addresses of a kind begin with: "cases/", "laering/#emne-"."""
    path, mark, anchor = url.partition("#")
    return path + mark + anchor.split("-")[0] + "-" if mark else path.removesuffix("/").rpartition("/")[0] + "/"


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
