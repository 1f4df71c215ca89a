"""The small files: each case by itself as in the whole list, and names of all ids."""

from __future__ import annotations

import json

from macros.library.content import Content
from macros.sharing.case_files import case_file, names, shared_files
from macros.sharing.data_files import data_files


def test_a_cases_own_file_is_its_entry_in_the_whole_list(content: Content) -> None:
    for entry in json.loads(data_files(content)["cases.json"]):
        text, edit = case_file(content.case_by_id[entry["id"]])
        assert json.loads(text) == entry
        assert edit == f"cases/{entry['id']}.yml"


def test_every_id_of_a_case_has_a_name(content: Content) -> None:
    found = names(content)
    for case in content.cases:
        pairs = [
            ("temaer", (case.tema,)), ("kommuner", case.kommuner), ("brancher", case.brancher),
            ("maalgrupper", case.maalgrupper), ("virkemidler", case.virkemidler),
            ("organiseringsformer", case.organiseringsform), ("finansieringsformer", case.finansieringsform),
            ("resultattyper", case.resultattyper), ("udgivelser", (case.kilde.udgivelse,)),
            ("aktoertyper", [actor.type for actor in case.aktoerer]),
            ("klausuler", [clause for lesson in case.laering for clause in lesson.klausuler]),
            ("emner", [topic for lesson in case.laering for topic in lesson.emner]),
        ]  # fmt: skip
        assert [(vocabulary, item) for vocabulary, ids in pairs for item in ids if item not in found[vocabulary]] == []
    assert found["udgivelser"]["kl-2018"].startswith("KL (2018): ")
    assert "oplevet" in found["viden"]


def test_the_shared_files_are_small_and_hold_no_more_than_they_must(content: Content) -> None:
    files = shared_files(content)
    assert files.keys() == {"liste.json", "navne.json", "titler.json", "spoergsmaal.json"}
    assert json.loads(files["titler.json"])[20] == ["horsens-alliancen", "Horsens Alliancen", "Horsens"]
    assert all(len(text.encode()) < 16_000 for text in files.values())
