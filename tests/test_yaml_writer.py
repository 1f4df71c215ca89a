"""What is written reads back as the same text, whatever signs it holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.editing.yaml_writer import example, scalar, write_record
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.reading.faults import check_model
from macros.reading.source_text import invisible_name
from macros.reading.yaml_source import parse
from macros.sharing.open_data import record
from tests.examples import AGREEMENT, CASE


@pytest.mark.parametrize("model", [Case, Agreement])
def test_the_examples_of_the_help_texts_make_a_right_file(model: type[Case]) -> None:
    text = write_record(model, example(model), explain=True)
    _, problems = check_model(parse(text, "a.yml"), model)
    assert problems == ()


@pytest.mark.parametrize("model", [Case, Agreement])
def test_every_field_is_explained_once(model: type[Case]) -> None:
    text = write_record(model, example(model), explain=True)
    for name, info in model.model_fields.items():
        assert f"\n# {info.title}" in text
        assert f"\n{name}:" in text or f"\n# {name}:" in text


@pytest.mark.parametrize("data", [CASE, AGREEMENT])
def test_a_record_reads_back_the_same(data: dict[str, Any]) -> None:
    model = Case if data is CASE else Agreement
    assert parse(write_record(model, data), "a.yml").data == data


def test_every_real_case_reads_back_as_itself(content: Content) -> None:
    for case in content.cases:
        values = record(case)
        for figure in values["noegletal"]:
            figure["tal"] = figure["tal"].replace(".", ",")
        item, problems = check_model(parse(write_record(Case, values), "a.yml"), Case)
        assert problems == ()
        assert item is not None
        assert [" ".join(lesson.tekst.split()) for lesson in item.laering] == [
            " ".join(lesson.tekst.split()) for lesson in case.laering
        ]
        assert item.noegletal == case.noegletal and item.kilde.side == case.kilde.side


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Byg til vækst", "Byg til vækst"),
        ("Aftale: del 1", '"Aftale: del 1"'),
        ("C# og # resten", '"C# og # resten"'),
        ("0751", "0751"),
        ("*Nyt*", '"*Nyt*"'),
        ('Et "citat"', 'Et "citat"'),
        ("", '""'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_quotes_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text())
def test_any_text_reads_back(text: str) -> None:
    line = text.strip().replace("\r", "")
    if not line or invisible_name(line.replace("\n", "")):
        return
    assert parse(f"a: {scalar(line)}\n", "").problems == ()


def test_long_prose_is_a_block_of_short_lines_and_lists_stay() -> None:
    prose = "Et langt stykke tekst. " * 20 + "\n\n- et punkt\n- et andet"
    text = write_record(Case, {"formaal": prose})
    assert text.startswith("formaal: |\n  Et langt")
    assert max(map(len, text.splitlines())) <= 112
    assert parse(text, "a.yml").data["formaal"].endswith("\n\n- et punkt\n- et andet\n")
