"""Bad input, row by row: each named with file, line, column, what is wrong, what is expected and how to mend it.

The numbers are the rows of the table of bad input that the project was planned with (15 to 51: YAML and files).
Beside each bad input stands one that comes near it and is right.
"""

from __future__ import annotations

import os
import random
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from macros.ground.problem import Problem
from macros.library.content import PROJECT
from macros.reading.yaml_source import parse
from tests.examples import CASE, changed, problems_in, to_yaml, write_case

TEXT = to_yaml(CASE)
NAME = "lodser-i-nordby.yml"
COLON, BLOCK = "titel: Lodser: i Nordby\n", 'titel: "Lodser: i Nordby"\n'
TITLE = "titel: Lodser i Nordby\n"


def with_title(line: str) -> str:
    """The example case with another line for its title."""
    assert TITLE in TEXT
    return TEXT.replace(TITLE, line)


def with_field(**changes: Any) -> str:
    """The example case with other values."""
    return to_yaml(changed(CASE, changes))


def figure(**changes: str) -> dict[str, Any]:
    """The example's figures with a change to the first."""
    return {"noegletal": [{**CASE["noegletal"][0], **changes}]}


# Nine lines, each twice the one before: a thousand million values for whoever follows them.
LAUGHS = "a: &a [x, x]\n" + "".join(f"{one}: &{one} [*{other}, *{other}]\n" for other, one in pairwise("abcdefghij"))
LINE = TEXT.split("\n").index(TITLE.strip()) + 1
# Row -> what the file holds, where the fault is told (line:column), and what is said; "" where nothing may be said.
TABLE: list[tuple[int, str | bytes, str, str]] = [
    (15, with_title(COLON), f"{LINE}:14", "et kolon midt i teksten forvirrer YAML: »titel: Lodser: i Nordby«"),
    (15, with_title(BLOCK), "", ""),
    (15, with_title("titel: Lodser kl. 12:30\n"), "", ""),
    (16, with_title("titel: Lodser #1 i Nordby\n"), f"{LINE}:15", "titel: »#1 i Nordby« bliver ikke læst med"),
    (16, with_title('titel: "Lodser #1 i Nordby"\n'), "", ""),
    (16, with_title("titel: Lodser i C#\n"), "", ""),
    (17, with_field(titel="no"), "", ""),
    (17, TEXT + "on: 1\n", f"{TEXT.count(chr(10)) + 1}:1", "on: ukendt felt"),
    (19, with_field(periode="33 66 33 66"), "", ""),
    (19, with_field(periode="3366_3366"), "", ""),
    (20, with_field(periode="12:30"), "", ""),
    (20, with_field(**figure(tal="1e3")), "", "noegletal[1].tal: »1e3« er ikke et tal"),
    (20, with_field(**figure(tal="1_000")), "", "noegletal[1].tal: »1_000« er ikke et tal"),
    (20, with_field(**figure(tal="1.10")), "", "noegletal[1].tal: »1.10« er ikke et tal"),
    (20, with_field(**figure(tal="1.000")), "", ""),
    (21, with_field(gennemgaaet="2026-02-30"), "", "gennemgaaet: »2026-02-30« findes ikke i kalenderen"),
    (21, with_field(gennemgaaet="2026-1-5"), "", "gennemgaaet: »2026-1-5« er ikke en dato (forventet: ÅÅÅÅ-MM-DD"),
    (21, with_field(gennemgaaet="05-01-2026"), "", "gennemgaaet: »05-01-2026« er ikke en dato"),
    (21, with_field(gennemgaaet="2024-02-29"), "", ""),
    (22, with_field(**figure(tal=".nan")), "", "noegletal[1].tal: ».nan« er ikke et tal"),
    (22, with_field(**figure(tal="-.inf")), "", "noegletal[1].tal: »-.inf« er ikke et tal"),
    (22, with_field(**figure(tal="1" + "0" * 400)), "", "er ikke et tal"),
    (22, with_field(**figure(tal="1" + ".000" * 40)), "", "er ikke et tal"),
    (22, with_field(**figure(tal="100.000.000")), "", ""),
    (23, TEXT + "titel: En til\n", f"{TEXT.count(chr(10)) + 1}:1", "titel: feltet står to gange (første gang på linje"),
    (23, TEXT.replace("  udgivelse: kl-2018\n", "  udgivelse: kl-2018\n  udgivelse: kl-2018\n"), "",
     "kilde.udgivelse: feltet står to gange"),
    (24, TEXT.replace("titel:", "titl:"), f"{LINE}:1", "titl: ukendt felt"),
    (25, TEXT.replace(TITLE, ""), "1:1", "titel: feltet mangler"),
    (25, with_title("titel:\n"), f"{LINE}:7", "titel: feltet er tomt"),
    (25, with_title('titel: "   "\n'), f"{LINE}:8", "titel: feltet er tomt"),
    (25, with_title("titel: ~\n"), f"{LINE}:8", "titel: feltet er tomt"),
    (25, with_title("titel: null\n"), f"{LINE}:8", "titel: feltet er tomt"),
    (25, with_title("titel: Nullermænd\n"), "", ""),
    (26, with_title("titel: [en, to]\n"), f"{LINE}:8", "titel: her står en liste (forventet: tekst)"),
    (26, with_title("titel: {en: to}\n"), f"{LINE}:8", "titel: her står en gruppe af felter"),
    (26, with_field(brancher="turisme"), "", "brancher: her står teksten »turisme« (forventet: en liste)"),
    (26, with_field(kilde="kl-2018"), "", "kilde: her står teksten »kl-2018« (forventet: en gruppe af felter)"),
    (27, with_field(tema="ukendt-tema"), "", "tema: ukendt værdi i _temaer.yml: »ukendt-tema«"),
    (27, with_field(**figure(art="gæt")), "", "noegletal[1].art: »gæt« er ikke en art af tal (forventet: optalt, maal"),
    (27, with_field(**figure(art="skoen")), "", ""),
    (29, with_field(id="et-andet-navn"), "1:5", "id: »et-andet-navn« er ikke filens navn (forventet: lodser-i-nordby)"),
    (30, with_field(se_ogsaa=["sag-99"]), "", "se_ogsaa[1]: ukendt case: »sag-99«"),
    (30, with_field(se_ogsaa=["lodser-i-nordby"]), "", "se_ogsaa[1]: casen henviser til sig selv"),
    (31, with_title("titel:\n\tLodser\n"), f"{LINE + 1}:1", "et tegn kan ikke stå først på linjen her"),
    (31, with_title("titel:\tLodser i Nordby\n"), "", ""),
    (32, with_title("titel: Lodser\u00a0i Nordby\n"), f"{LINE}:14", "usynligt tegn (hårdt mellemrum, U+00A0)"),
    (32, with_title("titel: Lod\u00adser\n"), f"{LINE}:11", "usynligt tegn (blød bindestreg, U+00AD)"),
    (32, with_title("titel: Lod\u200bser\n"), f"{LINE}:11", "usynligt tegn (nulbredde-mellemrum, U+200B)"),
    (33, with_title("titel: Lod\u2028ser\n"), f"{LINE}:11", "usynligt tegn (usynligt linjeskift, U+2028)"),
    (33, with_title("titel: Lod\u0085ser\n"), f"{LINE}:11", "usynligt tegn (usynligt linjeskift, U+0085)"),
    (34, with_title("titel: Lod\x00ser\n"), f"{LINE}:11", "usynligt tegn (styretegn, U+0000)"),
    (34, with_title("titel: Lod\uffffser\n"), f"{LINE}:11", "usynligt tegn (ugyldigt tegn, U+FFFF)"),
    (34, with_title('titel: "Lod\\u0007ser"\n'), f"{LINE}:8", "giver et usynligt tegn (styretegn, U+0007)"),
    (35, with_title("titel: Lod\u202eser\n"), f"{LINE}:11", "usynligt tegn (skjult skriveretning, U+202E)"),
    (35, with_title("titel: Lod\u2066ser\n"), f"{LINE}:11", "usynligt tegn (skjult skriveretning, U+2066)"),
    (36, with_title('titel: "Lod\\ud83dser"\n'), f"{LINE}:14", "koden efter den omvendte skråstreg er ikke et tegn"),
    (36, with_title('titel: "L\\u00f8dser i Nordby"\n'), "", ""),
    (37, with_title("titel: Løds\n").encode("windows-1252"), f"{LINE}:9",
     "filen er ikke gemt som UTF-8: her står byte 0xf8 (måske et »ø« fra Windows-1252)"),
    (38, TEXT.encode("utf-16"), "1:1", "filen er gemt som UTF-16"),
    (39, b"\xef\xbb\xbf" + TEXT.encode(), "", ""),
    (39, TEXT.replace("\n", "\r\n").encode(), "", ""),
    (39, TEXT.replace("\n", "\r").encode(), "", ""),
    (39, TEXT.rstrip("\n"), "", ""),
    (40, with_title("titel: A\u030arhus\n"), "", ""),
    (41, "", "1:1", "filen er tom (forventet: mindst ét felt)"),
    (41, "# kun en bemærkning\n", "1:1", "filen er tom"),
    (41, "- en\n- to\n", "1:1", "her står en liste (forventet: en gruppe af felter)"),
    (41, "bare tekst\n", "1:1", "her står teksten »bare tekst« (forventet: en gruppe af felter)"),
    (41, f"{TEXT}---\n{TEXT}", f"{TEXT.count(chr(10)) + 1}:1", "filen indeholder flere dokumenter (---)"),
    (41, f"---\n{TEXT}", "", ""),
    (42, with_title("titel: &navn Lodser\nperiode: *navn\n"), f"{LINE}:8", "& og * først i en værdi"),
    (42, TEXT + "<<: {a: b}\n", f"{TEXT.count(chr(10)) + 1}:1", "<<: ukendt felt"),
    (42, "a: &a [*a]\n", "1:4", "& og * først i en værdi"),
    (42, with_title("titel: Lodser & skibe * to\n"), "", ""),
    (43, LAUGHS, "1:4", "& og * først i en værdi"),
    (44, with_title(f"titel: {'[' * 1_000}{']' * 1_000}\n"), f"{LINE}:27", "indrykket i alt for mange niveauer"),
    (44, with_title(f"titel: {'[' * 200_000}\n"), f"{LINE}:27", "indrykket i alt for mange niveauer"),
    (44, with_title(f"titel: {'{a: ' * 200_000}\n"), "", "indrykket i alt for mange niveauer"),
    (45, "a: " + "x" * 10_000_000, "1:1", "filen fylder 10.001 kB (forventet: højst 1.000 kB)"),
    (45, with_field(formaal="x " * 400_000), "", "formaal: teksten er alt for lang (forventet: højst 20.000 tegn)"),
    (45, with_title(f"titel: {'x' * 1_001}\n"), f"{LINE}:8", "titel: teksten er alt for lang (forventet: højst"),
    (45, "# linje\n" * 10_000 + TEXT, "", ""),
    (46, with_title("titel: !!binary TG9kcw==\n"), f"{LINE}:8", "titel: mærket !!binary må ikke bruges"),
    (46, with_title("titel: !!set {a, b}\n"), f"{LINE}:8", "titel: mærket !!set må ikke bruges"),
    (46, with_title("titel: !egen Lodser\n"), f"{LINE}:8", "titel: mærket !egen må ikke bruges"),
    (46, with_title("titel: Lodser! i Nordby\n"), "", ""),
    (47, with_title(f"<<<<<<< HEAD\n{TITLE}=======\ntitel: Andet\n>>>>>>> gren\n"), f"{LINE}:1",
     "mærke fra en fletning i git: <<<<<<<"),
    (47, with_field(formaal="Regn:\n\n======= er ikke et mærke, når det er rykket ind"), "", ""),
    (48, with_title("titel: {{ navn }}\n"), f"{LINE}:8", "skabelonkode må ikke stå i teksten: {{"),
    (48, with_title("titel: Lodser (i) Nordby\n"), "", ""),
]  # fmt: skip


def told(root: Path, held: str | bytes, name: str = NAME) -> tuple[Problem, ...]:
    """All that is said of a root with one case file, and that it was said within a second."""
    folder = root / "cases"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(held if isinstance(held, bytes) else held.encode("utf-8", "surrogatepass"))
    start = time.process_time()
    problems = problems_in(root)
    assert time.process_time() - start < 1.5, "det tog for længe"
    return problems


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Read the project's own lists once, so that each row is timed by itself."""
    problems_in(PROJECT)


@pytest.mark.parametrize(
    ("held", "place", "said"),
    [pytest.param(*rest, id=f"{row}-{index}") for index, (row, *rest) in enumerate(TABLE)],
)
def test_each_row_is_named_or_read(tmp_path: Path, held: str | bytes, place: str, said: str) -> None:
    problems = told(tmp_path, held)
    if not said:
        assert problems == ()
        return
    found = [problem for problem in problems if said in str(problem).split("\n")[0]]
    assert found, "\n".join(map(str, problems))
    assert found[0].path == f"cases/{NAME}"
    assert not place or place == f"{found[0].line}:{found[0].column}"
    assert all(problem.expected and problem.tip for problem in problems)
    assert list(problems) == sorted(problems)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("0751", ""),
        ("0849", ""),
        ("0101", ""),
        ("751", "»751«"),
        ("0999", "»0999«"),
        ("0861", "»0861«"),
        ("65", "»65«"),
    ],
)
def test_row_18_municipality_codes(tmp_path: Path, code: str, said: str) -> None:
    write_case(tmp_path)
    row = f"- id: fanoe\n  navn: Fanø\n  kode: {code}\n  region: syddanmark\n"
    (tmp_path / "cases" / "_kommuner.yml").write_text(row, encoding="utf-8")
    found = [str(problem) for problem in problems_in(tmp_path)]
    assert [text for text in found if "kommunekode" in text] == found
    assert bool(found) == bool(said)
    assert said in "".join(found) and ('fire cifre, fx "0751"' in found[0] if said else True)


def test_row_28_ids_are_used_once_and_both_files_are_named(tmp_path: Path) -> None:
    write_case(tmp_path)
    problems = told(tmp_path, with_field(titel="Andet"), "andet.yml")
    (twice,) = [problem for problem in problems if "bruges også i" in problem.message]
    assert "»lodser-i-nordby«" in twice.message
    assert {twice.path, twice.message.rsplit(" ", 1)[1]} == {"cases/andet.yml", f"cases/{NAME}"}


def test_row_28_names_that_differ_by_case_only(tmp_path: Path) -> None:
    problems = told(tmp_path, TEXT, "Lodser-i-Nordby.yml")
    assert "filnavnet »Lodser-i-Nordby.yml« kan ikke være en adresse" in str(problems[0])


def test_row_30_cycles_are_fine(tmp_path: Path) -> None:
    write_case(tmp_path, se_ogsaa=["b"])
    write_case(tmp_path, id="b", titel="B", se_ogsaa=["lodser-i-nordby"])
    assert problems_in(tmp_path) == ()


def test_row_39_a_plain_file_and_its_likes_give_the_same() -> None:
    assert parse(TEXT, "a.yml").data == parse(TEXT.rstrip(), "a.yml").data


@pytest.mark.parametrize(
    "name", ["lodser i nordby.yml", "lodser-på-fanø.yml", "A\u030arhus.yml", "lodser_i.yml", "-a.yml"]
)
def test_rows_40_and_50_odd_names_are_refused(tmp_path: Path, name: str) -> None:
    problems = told(tmp_path, TEXT, name)
    assert any("kan ikke være en adresse" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "name", ["lodser.yaml", "lodser.yml~", "lodser.YML", "lodser.txt", ".lodser.yml", "_lodser.yml"]
)
def test_row_50_files_that_are_no_cases_are_named(tmp_path: Path, name: str) -> None:
    (problem,) = told(tmp_path, TEXT, name)
    assert (problem.path, problem.message) == (f"cases/{name}", "filen hører ikke til i mappen")


def test_row_50_folders_links_and_closed_files(tmp_path: Path) -> None:
    (tmp_path / "cases" / "mappe.yml").mkdir(parents=True)
    (tmp_path / "hemmelig.txt").write_text("x", encoding="utf-8")
    (tmp_path / "cases" / "genvej.yml").symlink_to(tmp_path / "hemmelig.txt")
    said = {problem.path: problem.message for problem in problems_in(tmp_path)}
    assert said["cases/genvej.yml"] == "filen er en genvej til en anden fil"
    assert said["cases/mappe.yml"] in ("filen kan ikke læses", "filen hører ikke til i mappen")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root må læse alt")
def test_row_50_a_file_nobody_may_read(tmp_path: Path) -> None:
    write_case(tmp_path).chmod(0)
    (problem,) = problems_in(tmp_path)
    assert problem.message == "filen kan ikke læses"


def test_row_51_a_case_that_is_pointed_at_and_gone(tmp_path: Path) -> None:
    write_case(tmp_path, se_ogsaa=["b"])
    (problem,) = problems_in(tmp_path)
    assert problem.message == "ukendt case: »b«"


NASTY = (
    ":", "- ", "#", "\t", "\n", "{", "}", "[", "]", "&a ", "*a", "!!str ", "'", '"', "|", ">", "%", "@", "`", "---\n",
    "...", "? ", "<<: ", "\u00a0", "\u2028", "\ufeff", "\x00", "\x85", "~", "null", "\\", '"\\ud83d"', "= ", "æ",
    "A\u030a", ",",
)  # fmt: skip


def test_row_49_no_mutation_makes_the_reader_fall() -> None:
    """Every fault has a place in the file; the same mutations every time. ROUNDS=60000 for a night."""
    dice = random.Random(15)
    real = (PROJECT / "cases" / "horsens-alliancen.yml").read_text(encoding="utf-8")
    for _ in range(int(os.environ.get("ROUNDS", "400"))):
        text = real
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(NASTY) + text[at + dice.randint(0, 3) :]
        source = parse(text, "a.yml")
        lines = text.split("\n")
        for problem in source.problems:
            assert 1 <= problem.line <= len(lines) + 1 and problem.column >= 1
            assert problem.expected and problem.tip


def test_every_row_from_15_to_51_is_tried() -> None:
    code = Path(__file__).read_text(encoding="utf-8")
    tried = {row for row, *_ in TABLE} | {row for row in range(15, 52) if f"row_{row}" in code or f"_{row}_" in code}
    assert tried == set(range(15, 52))
