"""Reading a clause type: front matter and sections, each with its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.clause_source import read_clause
from macros.reading.yaml_source import Source
from tests.examples import VARIANTS, clause_file, write


def source_of(folder: Path, text: str) -> Source:
    """A clause file with this text, read."""
    return read_clause(write(folder / "opsigelse.md", text), "opsigelse.md")


def test_variants_are_read_with_their_text(tmp_path: Path) -> None:
    source = source_of(tmp_path, clause_file(VARIANTS + "\n## To {#to}\n\nPasser når: b.\n\n- et\n- to\n"))
    assert source.problems == ()
    first, second = source.data["varianter"]
    assert first["id"] == "gensidigt"
    assert first["titel"] == "Gensidigt varsel"
    assert first["passer_naar"] == "alle kan sige op."
    assert first["tekst"].strip() == "Hver part kan opsige aftalen med [varsel]."
    assert second["tekst"].strip() == "- et\n- to"


def test_positions_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    text = clause_file()
    source = source_of(tmp_path, text)
    lines = text.split("\n")
    assert source.position(("titel",))[0] == lines.index("titel: Opsigelse") + 1
    assert source.position(("varianter", 0, "titel"))[0] == lines.index("## Gensidigt varsel {#gensidigt}") + 1
    assert source.position(("varianter", 0, "passer_naar"))[0] == lines.index("Passer når: alle kan sige op.") + 1
    assert lines[source.position(("varianter", 0, "tekst"))[0] - 1].startswith("Hver part")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: x\n", "1:1: filens hoved med felter mangler"),
        ("---\ntitel: x\n", "1:1: filens hoved med felter mangler"),
        ("", "1:1: filens hoved med felter mangler"),
        ("---\n---\n", "filen er tom"),
        ("---\na: x\na: y\n---\n", "3:1: a: feltet står to gange"),
        ("---\na: [\n---\n", "2:5: her mangler en værdi"),
        ("---\na: x\n---\n\nTekst\n\n## A {#a}\n", "5:1: tekst før den første variant"),
        ("---\na: x\n---\n## Uden id\n", "4:1: overskriften kan ikke læses (forventet: ## Titel {#id})"),
        ("---\na: x\n---\n## A {#a}\n### Under\n", "5:1: overskriften kan ikke læses"),
        ("---\na: x\n---\n##A {#a}\n", "4:1: overskriften kan ikke læses"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    assert said in "\n".join(map(str, source_of(tmp_path, text).problems))


def test_every_place_in_a_file_of_two_variants(tmp_path: Path) -> None:
    text = (
        "---\na: x\n---\n\n## En {#en}\nPasser når:  b.  \n\nTekst.\n\nMere.\nPasser når: c\n##  To ord  {#to}\n- d\n"
    )
    source = source_of(tmp_path, text)
    assert source.problems == () and source.text == text and source.path == "opsigelse.md"
    assert source.data == {
        "a": "x",
        "varianter": [
            {"id": "en", "titel": "En", "tekst": "\nTekst.\n\nMere.\nPasser når: c\n", "passer_naar": "b.  "},
            {"id": "to", "titel": "To ord", "tekst": "- d\n\n"},
        ],
    }
    first, second = ("varianter", 0), ("varianter", 1)
    assert {key: source.positions[key] for key in source.positions if key[:1] == ("varianter",)} == {
        ("varianter",): (4, 1), first: (5, 1), (*first, "titel"): (5, 1), (*first, "id"): (5, 1),
        (*first, "passer_naar"): (6, 1), (*first, "tekst"): (8, 1), second: (12, 1), (*second, "titel"): (12, 1),
        (*second, "id"): (12, 1), (*second, "tekst"): (13, 1),
    }  # fmt: skip
    assert source.key_positions["a",] == (2, 1)


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    source = source_of(tmp_path, "---\na: x\n---\nfør\n# En\n\nefter\n## A {#a}\ntekst\n## B\n")
    assert [(problem.line, problem.column, problem.message) for problem in source.problems] == [
        (4, 1, "tekst før den første variant"),
        (5, 1, "overskriften kan ikke læses"),
        (7, 1, "tekst før den første variant"),
        (10, 1, "overskriften kan ikke læses"),
    ]
    assert source.data["varianter"] == [{"id": "a", "titel": "A", "tekst": "tekst\n\n"}]


def test_a_heading_may_have_a_bad_id_for_the_model_to_tell(tmp_path: Path) -> None:
    source = source_of(tmp_path, "---\na: x\n---\n## A {#}\n## B {#b} \n")
    assert [variant["id"] for variant in source.data["varianter"]] == ["", "b"]
    assert source_of(tmp_path, "---\na: x\n---\n## A {#a b}\n").problems


def test_a_head_with_spaces_around_its_lines_is_one(tmp_path: Path) -> None:
    assert source_of(tmp_path, "--- \na: x\n ---\n").data == {"a": "x", "varianter": []}


def test_a_head_that_is_no_group_of_fields_is_left_to_the_model(tmp_path: Path) -> None:
    source = source_of(tmp_path, "---\n- a\n---\n")
    assert (source.data, source.problems) == (["a"], ())


def test_windows_line_ends_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "opsigelse.md"
    file.write_bytes(clause_file().replace("\n", "\r\n").encode())
    source = read_clause(file, "opsigelse.md")
    assert source.problems == ()
    assert source.data["varianter"][0]["passer_naar"] == "alle kan sige op."


def test_another_encoding_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "opsigelse.md"
    file.write_bytes(clause_file().encode("latin-1"))
    assert "ikke gemt som UTF-8" in read_clause(file, "opsigelse.md").problems[0].message


def test_only_the_first_line_that_says_when_it_fits_is_taken(tmp_path: Path) -> None:
    (variant,) = source_of(tmp_path, clause_file(VARIANTS + "\nPasser når: igen.\n")).data["varianter"]
    assert variant["passer_naar"] == "alle kan sige op."
    assert "Passer når: igen." in variant["tekst"]
