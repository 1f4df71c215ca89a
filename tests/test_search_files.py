"""The search's files: all there, all of one index, each document where the browser looks for it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from macros.finding.search_documents import search_documents
from macros.finding.search_files import CARDS_A_FILE, FOLDER, search_files
from macros.ground.danish import slug
from macros.library.content import Content

TODAY = date(2026, 11, 22)
Files = dict[str, str | bytes]


@pytest.fixture(scope="module")
def files(content: Content) -> Files:
    """Every file by its path below the search's folder."""
    return {path.removeprefix(FOLDER): file for path, file in search_files(content, TODAY).items()}


def test_every_shard_that_is_named_is_there_and_of_its_index(files: Files) -> None:
    start, places = json.loads(files["start.json"]), json.loads(files["steder.json"])
    assert start["stempel"] == places["stempel"]
    for kind, firsts in (("ord", start["ord"]), ("steder", places["foerste"])):
        names = {path for path in files if path.startswith(f"{kind}/")}
        assert names == {f"{kind}/{number}.bin" for number in range(len(firsts))}
        assert firsts == sorted(firsts, key=lambda root: root.encode("utf-16-be"))
    stamp = start["stempel"].to_bytes(4, "little")
    for path, file in files.items():
        if path.endswith(".bin") and not path.startswith("filtre/"):
            assert isinstance(file, bytes) and file[:4] == stamp
    assert len(places["pladser"]) == len(start["titler"]) and min(places["pladser"]) > 0


def test_addresses_can_be_told_from_the_start(files: Files, content: Content) -> None:
    start = json.loads(files["start.json"])
    folders = [folder for _, folder, number in start["arter"] for _ in range(number)]
    kinds = [kind for kind, _, number in start["arter"] for _ in range(number)]
    documents = search_documents(content)
    for at, document in enumerate(documents):
        end = start["adresser"][at] or slug(document.titel)
        assert folders[at] + end + ("" if "#" in folders[at] else "/") == document.url
        assert (kinds[at], start["titler"][at]) == (document.art, document.titel)
    assert len(folders) == len(documents)
    assert "" in start["adresser"] and any(start["adresser"])


def test_the_texts_are_there_for_each_document(files: Files, content: Content) -> None:
    size = json.loads(files["start.json"])["tekst"]
    for at, document in enumerate(search_documents(content)):
        text = json.loads(files[f"tekst/{at // size}.json"])[at % size]
        assert text == [["", document.kort], *map(list, document.dele)]


def test_a_large_sites_texts_travel_one_by_one(content: Content) -> None:
    case = content.cases[0].model_copy(update={"formaal": "Ord " * 50_000})
    large = search_files(replace(content, cases=(case, *content.cases[1:])), TODAY)
    assert json.loads(large[f"{FOLDER}start.json"])["tekst"] == 1
    assert f"{FOLDER}tekst/{len(content.cases)}.json" in large


def test_the_cards_hold_what_the_page_shows(files: Files, content: Content) -> None:
    for at, case in enumerate(content.cases):
        card = json.loads(files[f"kort/{at // CARDS_A_FILE}.json"])[at % CARDS_A_FILE]
        assert (card["id"], card["titel"], card["kort"], card["tema"]) == (case.id, case.titel, case.kort, case.tema)
        assert card.get("nummer") == case.nummer
        assert card.get("sted", "") == content.place(case)
        assert ("tal" in card) == bool(case.noegletal)


def test_it_is_the_same_every_time(files: Files, content: Content) -> None:
    assert {FOLDER + path: file for path, file in files.items()} == search_files(content, TODAY)
