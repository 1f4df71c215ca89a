"""Values without places: the same as with places, or nothing where there is something to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library.content import PROJECT
from macros.reading.plain_values import plain_values
from macros.reading.source_text import read_text
from macros.reading.yaml_source import parse

FILES = sorted([*(PROJECT / "cases").glob("*.yml"), *(PROJECT / "agreements").glob("*.yml")])


def read(file: Path) -> str:
    text, problems = read_text(file, file.name)
    assert not problems
    return text


def test_every_file_has_the_same_values() -> None:
    found = {file.name: plain_values(read(file)) for file in FILES}
    right = {file.name: parse(read(file), file.name).data for file in FILES}
    assert {name for name, values in found.items() if values is not None} >= {
        "horsens-alliancen.yml",
        "kube-ringkoebing-skjern.yml",
    }
    assert [name for name, values in found.items() if values is not None and values != right[name]] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 0101\nb: nej\nc: 12:30\nd: [x, y]\ne:\n- f: |\n    to\n    linjer\n- æ: 'ø'\n",
        'a: "A\\u030a"\n', "a: e\u0301\n", "- en\n- to\n", "a:\n", "a: ''\n", "a: {b: {c: d}}\n",
        "# Øverst\na: b\n",
    ],
)  # fmt: skip
def test_what_is_right_is_read_alike(text: str) -> None:
    source = parse(text, "x.yml")
    assert source.problems == () and plain_values(text) == source.data is not None


@pytest.mark.parametrize(
    "text",
    [
        "", "a: b\na: c\n", "a: &x b\n", "a: *x\n", "a: !!str b\n", "a: b\n---\nc: d\n", "? [a]\n: b\n", "a: [b\n",
        "\ta: b\n",
        'a: "\\u200b"\n', "a: b #c\n", "a: b\t#c\n", "a: b: c\n", "a: " + "[" * 21 + "]" * 21 + "\n", "a: \x07\n",
        "a: " + "[" * 2000 + "]" * 2000 + "\n",
    ],
)  # fmt: skip
def test_what_may_be_told_of_is_left_to_the_reader_of_places(text: str) -> None:
    assert plain_values(text) is None
