"""The blank Word files of all starters."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import docx

from macros.agreement.blank_files import blank_files, blank_path
from macros.library.content import Content
from tests.examples import ROOT


def test_each_starter_has_a_file_that_is_always_the_same(content: Content) -> None:
    files = blank_files(content)
    starters = content.terms("skabeloner")
    assert list(files) == [blank_path(starter.id) for starter in starters]
    assert blank_files(content) == files
    for starter, data in zip(starters, files.values(), strict=True):
        document = docx.Document(BytesIO(data))
        headings = [item.text for item in document.paragraphs if item.style and item.style.name == "Heading 1"]
        assert headings[:-1] == [content.clause_by_id[clause].titel for clause in starter.valg]
        assert document.core_properties.title == f"Partnerskabsaftale: {starter.navn}"
        assert document.core_properties.created.date() == max(item.gennemgaaet for item in content.agreements)
        assert "[" not in " ".join(
            run.text for item in document.paragraphs for run in item.runs if not run.font.highlight_color
        )


def test_who_keeps_the_files_does_not_load_the_library_that_writes_them() -> None:
    asked = """
import sys
from macros.agreement.blank_files import blank_files
from macros.library.content import load_content
assert set(blank_files(load_content(), lambda _, make: b"kept").values()) == {b"kept"}
print("docx" in sys.modules)
blank_files(load_content())
print("docx" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.split() == ["False", "True"]
