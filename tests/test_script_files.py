"""Scripts as they travel: smaller, and doing the same."""

from __future__ import annotations

import re

import pytest

from macros.script_files import script_files, small_script
from tests.examples import ROOT

DOCS = ROOT / "docs"
TEXT = r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`'


def test_every_module_of_ours_is_there_and_no_other() -> None:
    ours = {file.relative_to(DOCS).as_posix() for file in (DOCS / "assets" / "javascripts").rglob("*.mjs")}
    assert script_files(DOCS).keys() == ours
    assert not any("vendor" in path for path in ours)


def test_comments_do_not_travel() -> None:
    for path, text in script_files(DOCS).items():
        assert len(text) < len((DOCS / path).read_text(encoding="utf-8")), path
        assert "/**" not in re.sub(TEXT, "", text)


@pytest.mark.parametrize("path", script_files(DOCS))
def test_what_is_written_to_readers_is_unchanged(path: str) -> None:
    source = re.sub(r"/\*[\s\S]*?\*/", "", (DOCS / path).read_text(encoding="utf-8"))
    source = re.sub(r"(?m)(^|\s)//.*$", "", source)
    assert re.findall(TEXT, script_files(DOCS)[path]) == re.findall(TEXT, source)


@pytest.mark.parametrize(
    ("script", "small"),
    [
        ("const a = `x  // y\n  z`; // w", "const a=`x  // y\n  z`;"),
        ('const b = "/* x */  y";', 'const b="/* x */  y";'),
        ("const c = text.replace(/\\/\\/  +/g, ' ');", "const c=text.replace(/\\/\\/  +/g,' ');"),
        ("let d = e / f / g; /* h */ d += 1", "let d=e/f/g;d+=1"),
        ("i\n++j", "i\n++j"),
        ("const k = /[/]\\s{2}/u.test(l)  ? m : n;", "const k=/[/]\\s{2}/u.test(l)?m:n;"),
    ],
)
def test_strings_templates_and_patterns_are_left_alone(script: str, small: str) -> None:
    assert small_script(script) == small + "\n"
