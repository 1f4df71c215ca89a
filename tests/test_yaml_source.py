"""Reading YAML: text stays text, every value has a position, and what is treacherous is refused in Danish."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.reading.yaml_source import MAX_BYTES, Source, field_name, parse, read_source, read_text


def one(text: str) -> str:
    """The only problem of a text, as an editor reads it."""
    (problem,) = parse(text, "a.yml").problems
    return str(problem)


def of_bytes(folder: Path, data: bytes) -> Source:
    """A file of these bytes, read."""
    file = folder / "a.yml"
    file.write_bytes(data)
    return read_source(file, "a.yml")


@pytest.mark.parametrize(
    "typed",
    [
        "0101",
        "12:30",
        "nej",
        "ja",
        "on",
        "null",
        "~",
        "1e3",
        "2021-09-15",
        "0x10",
        "1_000",
        ".5",
        "true",
        "33 66 33 66",
        "+4533663366",
        "3366_3366",
        "33663366",
    ],
)
def test_a_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert parse(f"a: {typed}\n", "a.yml").data == {"a": typed}


def test_an_empty_value_is_an_empty_text() -> None:
    assert parse("a:\nb: x\n", "a.yml").data == {"a": "", "b": "x"}


def test_block_text_keeps_its_lines() -> None:
    assert parse("a: |\n  en\n\n  to\n", "a.yml").data == {"a": "en\n\nto\n"}


def test_every_value_has_a_position() -> None:
    source = parse("a: x\nliste:\n  - navn: y\n  - navn: z\n", "a.yml")
    assert source.position(("a",)) == (1, 4)
    assert source.position(("liste", 1, "navn")) == (4, 11)
    assert source.key_positions["liste", 1, "navn"] == (4, 5)
    assert source.position(("liste", 1, "findes-ikke")) == source.position(("liste", 1))
    assert source.position(("findes-ikke",)) == (1, 1)


def test_positions_can_begin_further_down() -> None:
    assert parse("a: x\n", "a.md", first_line=2).position(("a",)) == (2, 4)


def test_a_field_is_named_as_editors_count() -> None:
    assert field_name(("aktoerer", 1, "navn")) == "aktoerer[2].navn"
    assert field_name(()) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: x\na: y\n", "a.yml:2:1: a: feltet står to gange (første gang på linje 1)"),
        ("a: &anker x\n", "& og * først i en værdi har en særlig betydning"),
        ("a: *anker\n", "& og * først i en værdi har en særlig betydning"),
        ("a: !!int 3\n", "a.yml:1:4: a: mærket !!int må ikke bruges"),
        ("a: !ENV HOME\n", "mærket !ENV må ikke bruges"),
        ("!!python/object/apply:os.system [x]\n", "må ikke bruges"),
        ("? [a, b]\n: x\n", "et feltnavn skal være et enkelt ord"),
        ("a: x\n---\nb: y\n", "filen indeholder flere dokumenter"),
        ("a: b: c\n", "a.yml:1:5: et kolon midt i teksten forvirrer YAML"),
        ("a:\n\tb: c\n", "et tegn kan ikke stå først på linjen her"),
        ("a: @x\n", "et tegn kan ikke stå først på linjen her"),
        ("a: x\nb\nc: y\n", "der mangler et kolon efter feltnavnet"),
        ('a: "x\n', "et citationstegn er aldrig lukket"),
        ("a:\n  - x\n b: y\n", "indrykningen passer ikke med linjerne over"),
        ("a: [x\nb: y\n", "a.yml:"),
        ("a: 'x' y\n", "der står noget efter det sidste citationstegn: »a: 'x' y«"),
        ("a: [\n", "a.yml:1:5: her mangler en værdi"),
        ("a: *Nyt* i Nordby\n", "a.yml:1:4: & og * først i en værdi"),
        ("a: - b\n", "en bindestreg kan ikke stå efter kolon"),
        ('a: "C:\\gemt"\n', "en omvendt skråstreg i citationstegn"),
        ('a: "\\ud83d"\n', "koden efter den omvendte skråstreg er ikke et tegn"),
        ('a: "x\\u200by"\n', "a.yml:1:4: a: koden efter \\ giver et usynligt tegn (nulbredde-mellemrum, U+200B)"),
        ("a: Aftale #1 for C# og # resten\n", "a.yml:1:11: a: »#1 for C# og # resten« bliver ikke læst med"),
        ("", "filen er tom"),
        ("# kun en bemærkning\n", "filen er tom"),
        ("[" * 3000, "indrykket i alt for mange niveauer"),
        ("a: \x07\n", "tegn, som YAML ikke tillader"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, said: str) -> None:
    assert said in one(text)


@pytest.mark.parametrize(
    "text",
    [
        'a: "b: c"\n', "a: klokken 12:30\n", "a: x & y * z\n", 'a: "&anker"\n', "a: |\n  b: c\n  - d\n", "a: [x, y]\n",
        "a: {b: c}\n",
        "# bemærkning\na: x\n",
        "a: x#y\n", 'a: "x" # bemærkning\n', "a: [x] # bemærkning\n", "---\na: x\n", "a: 'x'\n", "<<: x\n",
    ],
)  # fmt: skip
def test_near_misses_are_fine(text: str) -> None:
    assert parse(text, "a.yml").problems == ()


@given(st.text(alphabet=st.sampled_from("ab:-[]{}|>&*!?#'\"\n\t @`%,\x00é\u200b")))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    source = parse(text, "a.yml")
    assert source.problems or source.data is not None


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    assert of_bytes(tmp_path, "\ufeffa: æ\r\nb: ø\r\n".encode()).data == {"a": "æ", "b": "ø"}


def test_letters_made_of_two_signs_become_one(tmp_path: Path) -> None:
    assert of_bytes(tmp_path, "a: A\u030arhus\n".encode()).data == {"a": "Århus"}


def test_another_encoding_is_named_with_its_place(tmp_path: Path) -> None:
    (problem,) = of_bytes(tmp_path, "a: x\nb: Ærø\n".encode("latin-1")).problems
    assert str(problem).startswith("a.yml:2:4: filen er ikke gemt som UTF-8")


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("\u00a0", "hårdt mellemrum, U+00A0"),
        ("\u00ad", "blød bindestreg, U+00AD"),
        ("\u200b", "nulbredde-mellemrum, U+200B"),
        ("\u202e", "skjult skriveretning, U+202E"),
        ("\x07", "styretegn, U+0007"),
    ],
)
def test_invisible_signs_are_pointed_out(tmp_path: Path, sign: str, said: str) -> None:
    (problem,) = of_bytes(tmp_path, f"a: x{sign}y\n".encode()).problems
    assert (problem.line, problem.column) == (1, 5)
    assert said in problem.message


def test_visible_signs_are_fine(tmp_path: Path) -> None:
    assert of_bytes(tmp_path, "a: »x« – y … é z\n".encode()).problems == ()


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (problem,) = of_bytes(tmp_path, b"a: " + b"x" * MAX_BYTES).problems
    assert "filen fylder 1.001 kB" in problem.message
    assert of_bytes(tmp_path, b"a: " + b"x" * (MAX_BYTES - 3)).problems == ()


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = read_text(tmp_path / "a.yml", "a.yml")
    assert problem.message == "filen kan ikke læses"


def told(text: str, first_line: int = 1) -> list[tuple[int, int, str, str]]:
    """Line, column, field and the beginning of the message of each problem."""
    found = parse(text, "a.yml", first_line).problems
    assert all(problem.path == "a.yml" and problem.expected and problem.tip for problem in found)
    return [(problem.line, problem.column, problem.field, problem.message[:24]) for problem in found]


def test_each_refusal_has_its_place_and_its_field() -> None:
    """In a text that begins on the third line of its file; several are told at once."""
    assert told("a:\n  - &x b\n  - !!str c\n", 3) == [
        (4, 5, "a[1]", "& og * først i en værdi "),
        (5, 5, "a[2]", "mærket !!str må ikke bru"),
    ]
    assert "»&x«" in parse("a: &x b\n", "a.yml").problems[0].message
    assert "»*x«" in parse("a: *x\n", "a.yml").problems[0].message
    assert told("", 3) == [(1, 1, "", "filen er tom")]
    assert told("a: x\n---\nb: y\n", 3) == [(4, 1, "", "filen indeholder flere d")]
    assert told("a: x\na: y\n", 3) == [(4, 1, "a", "feltet står to gange (fø")]
    assert "(første gang på linje 3)" in parse("a: x\na: y\n", "a.yml", 3).problems[0].message
    assert told('b:\n  a: "x\\u200b"\n', 3) == [(4, 6, "b.a", "koden efter \\ giver et u")]
    assert told("b:\n  - x #y\n", 3) == [(4, 7, "b[1]", "»#y« bliver ikke læst me")]
    assert told("b: x   # y\n") == [(1, 8, "b", "»# y« bliver ikke læst m")]
    assert told("? [a, [b]]\n: [x, {y: z}]\nc: d\n? {e: f}\n: g\n", 3) == [
        (3, 3, "", "et feltnavn skal være et"),
        (6, 3, "", "et feltnavn skal være et"),
    ]
    assert told("a: \x07\n", 3) == [(3, 1, "", "filen indeholder tegn, s")]
    assert told("[" * 21, 3) == [(3, 21, "", "filen er indrykket i alt")]


def test_what_is_skipped_leaves_the_rest_in_place() -> None:
    source = parse("? [a, [b]]\n: [x, {y: z}]\nc: d\na: 1\na: [2, {b: 3}]\ne: f\n", "a.yml")
    assert source.data == {"c": "d", "a": "1", "e": "f"}
    assert source.position(("e",)) == (6, 4) and source.key_positions["e",] == (6, 1)


def test_twenty_levels_are_read() -> None:
    assert parse("[" * 20 + "]" * 20, "a.yml").problems == ()
    assert parse("[" * 21 + "]" * 21, "a.yml").data is None


def test_a_value_in_quotes_is_whole_and_a_hidden_sign_in_it_is_taken_out() -> None:
    assert parse("a: 'x # y'\n", "a.yml").data == {"a": "x # y"}
    assert parse('a: "\\u00e5"\n', "a.yml").data == {"a": "å"}
    assert parse('a: "x\\u200by"\nb: *c\n', "a.yml").data == {"a": "-", "b": "-"}
    assert parse("a: A\u030a\n", "a.yml").data == {"a": "Å"}
    assert parse("a: x\n", "a.yml").text == "a: x\n" and parse("a: x\n", "b.yml").path == "b.yml"


def test_a_group_and_a_list_have_their_own_places() -> None:
    source = parse("a:\n  - b: x\n", "a.yml")
    assert source.positions[()] == (1, 1) and source.positions["a",] == (2, 3)
    assert source.positions["a", 0] == (2, 5) and source.key_positions["a",] == (1, 1)
    problem = source.problem(("a", 0, "b", "c"), "m", "e", "t")
    assert (problem.line, problem.column, problem.field) == (2, 8, "a[1].b.c")
    assert (problem.path, problem.message, problem.expected, problem.tip) == ("a.yml", "m", "e", "t")
    assert Source("a.yml").position(("a",)) == (1, 1)


def test_a_long_or_broken_name_of_a_field_is_made_short() -> None:
    assert field_name(("a\n b", "x" * 70)) == f"a b.{'x' * 60}"
    assert field_name((2, "a")) == "[3].a"
