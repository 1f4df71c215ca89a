"""The shared lists by name."""

from __future__ import annotations

from macros.library.content import PROJECT
from macros.model.vocabularies import CATALOGUE, VOCABULARIES, vocabulary_path


def test_every_list_has_its_file() -> None:
    assert [name for name in VOCABULARIES if not (PROJECT / vocabulary_path(name)).is_file()] == []
    assert (PROJECT / CATALOGUE).is_file()


def test_a_list_stands_with_what_it_is_about() -> None:
    assert vocabulary_path("temaer") == "cases/_temaer.yml"
    assert vocabulary_path("tjek") == "agreements/_tjek.yml"
