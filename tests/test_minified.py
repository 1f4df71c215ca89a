"""What travels means the same as what was written, and is shorter."""

from __future__ import annotations

import re
from pathlib import Path

from macros.html.minified import minified_script, minified_scripts, minified_style
from tests.examples import ROOT

NAMES = re.compile(r"^export (?:async )?(?:function|const|class) ([\w$]+)", re.MULTILINE)
FILES = re.compile(r"""(?:from ?|import ?\(?)["']([^"']+\.mjs)["']""")


def test_every_module_keeps_its_faces_and_its_files() -> None:
    made = minified_scripts(ROOT / "docs")
    for path, text in made.items():
        written = re.sub(r"/\*\*.*?\*/", "", (ROOT / "docs" / path).read_text(encoding="utf-8"), flags=re.DOTALL)
        assert len(text) <= len(written), path
        for name in NAMES.findall(written):
            assert re.search(rf"\b{re.escape(name)}\b", text), (path, name)
        assert set(FILES.findall(text)) == set(FILES.findall(written)), path
    assert "assets/javascripts/case-finder.mjs" in made and len(made) > 100


def test_templates_within_templates_stay_whole() -> None:
    text = "export const say = (one, two) => `a ${two ? `b // ${one} /* c */` : ''}  d\n e`; // end"
    made = minified_script(text)
    assert "// end" not in made and "/* c */" in made and "  d\n e" in made


def test_a_script_keeps_its_letters_and_patterns() -> None:
    made = minified_script('export const a = "æøå »«"; export const b = /[/"\\p{L}]+/gu;')
    assert '"æøå »«"' in made and '/[/"\\p{L}]+/gu' in made


def test_a_style_keeps_what_it_says() -> None:
    made = minified_style('a { color: var(--ab-ink) } /* why */\n@media print { a::after { content: "→ æ" } }\n')
    assert "why" not in made and "var(--ab-ink)" in made and "→ æ" in made and "@media print" in made


def test_a_folder_without_scripts_gives_none(tmp_path: Path) -> None:
    assert minified_scripts(tmp_path) == {}
