"""What travels means the same as what was written, and is shorter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.ground import processes
from macros.html.joined_scripts import joined_scripts
from macros.html.minified import SCRIPTS, minified_script, minified_scripts, minified_style
from tests.examples import ROOT
from tests.script_order import parse, read_too_early

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


EARLY = (
    "export function f(e){const[n,s]=(o.get('a')??'').split('-'),o=new URLSearchParams(e);return n+s+o}",
    "const a=b,b=1;",
    "const{a=b}={},b=1;",
    "f(a);let a=1;",
    "if(x){g(a);const a=1}",
    "new A;class A{}",
)
IN_TIME = (
    "export function f(e){const o=new URLSearchParams(e),[n,s]=(o.get('a')??'').split('-');return n+s+o}",
    "const a=1,b=a;",
    "const f=()=>a,a=1;",
    "function f(){return a}let a=1;",
    "const a=1;if(x){const b=a,a2=b}",
    "if(x){g(a)}var a=1;",
    "f(o.a);const a=1;",
    "const b={a:1},a=b;",
    "{const a=1;f(a)}const a=2;",
    "let a=1;{f(a);}",
    "for(const a of b)f(a);const a=1;",
    "try{f()}catch(a){g(a)}const a=1;",
)


@pytest.mark.parametrize("script", EARLY)
def test_a_name_read_before_it_is_there_is_seen(script: str) -> None:
    assert read_too_early(script)


@pytest.mark.parametrize("script", IN_TIME)
def test_a_name_read_in_time_is_let_be(script: str) -> None:
    assert read_too_early(script) == []


def test_no_script_that_travels_reads_what_is_not_there_yet() -> None:
    """The minifier joins declarations and may put one before what it reads; write that one otherwise in the source."""
    docs = ROOT / "docs"
    written = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.glob(f"{SCRIPTS}**/*.mjs")}
    sent = {path: minified_script(text) for path, text in joined_scripts(written).items()}
    assert {path: found for path, text in sent.items() if (found := read_too_early(text))} == {}
    assert [path for path, text in sent.items() if parse(text).has_error] == []
    assert len(sent) > 100


def test_the_minifier_still_needs_watching() -> None:
    """When this no longer fails to be right, the minifier is mended and the check above can go."""
    written = """export function f(search) {
      const given = new URLSearchParams(search);
      const theme = given.get("tema") ?? "";
      const [key, way] = (given.get("sorter") ?? "").split("-");
      return { theme, key, way };
    }"""
    assert read_too_early(written) == []
    assert read_too_early(minified_script(written))


@pytest.mark.skipif(not processes._can_fork(), reason="no fork there")
def test_nothing_is_minified_where_it_would_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    assert minified_style("a { b: c }") == "a{b:c}"
    with pytest.raises(RuntimeError, match="forked"):
        list(processes.share_out(["a { b: c }"], minified_style, few=1))
