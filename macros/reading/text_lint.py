"""Finds HTML, template code and unsafe links in contributed text, with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.ground.problem import Problem

_HTML = "Skriv det med ord, eller brug Markdown: **fed**, - punkt, [tekst](adresse)."
_MARKS = (
    (re.compile(r"<[A-Za-z/!?][^\n]*"), "HTML må ikke stå i teksten", _HTML),
    (
        re.compile(r"\{\{|\{%|\{#(?![a-z0-9-]+\})|\}\}|%\}"),
        "skabelonkode må ikke stå i teksten",
        "Slet krøllede parenteser.",
    ),
    (
        re.compile(r"\{[^{}\n]*=[^{}\n]*\}"),
        "attributter må ikke sættes på teksten",
        "Slet de krøllede parenteser og det, de rummer.",
    ),
    (re.compile(r"--8<--"), "mærket --8<-- henter andre filer ind og må ikke bruges", "Slet linjen."),
    (
        re.compile(r"(?i)\b(javascript|vbscript|data)\s*:(?=\S)"),
        "adressen kan køre kode",
        "Brug en adresse med https://.",
    ),
    (
        re.compile(
            r"\]\(\s*<?(?:(?!https?:|mailto:|tel:|(?i:javascript|vbscript|data):)[A-Za-z][A-Za-z0-9+.-]*:"
            r"|[^)\s]*&#?\w+;|\s*\\\\)"
        ),
        "adressen er ikke en almindelig webadresse",
        "Brug en adresse med https:// eller til en anden side her.",
    ),
    (
        re.compile(r"^(<<<<<<<|=======|>>>>>>>)"),
        "mærke fra en fletning i git",
        "Vælg den rigtige tekst, og slet mærkerne.",
    ),
    (re.compile(r"!\[[^\]]*\]\("), "billeder kan ikke vises her", "Slet billedet, eller beskriv det med ord."),
)
# Every mark holds one of these; a file without any needs no closer look.
_SIGNS = ("<", "{", "}}", "%}", "](", "=======", ">>>>>>>")
_RUNS = re.compile(r"(?:script|data)\s*:\S", re.IGNORECASE)
_RUNNERS = (b"script", b"data")
# The line that a block of text hangs on; in it, # begins a heading and not an editor's remark.
_BLOCK = re.compile(r"[:-] [|>][-+1-9]*\s*$")
_MACRO_CALL = re.compile(r'^\{\{ [a-z_]+\((?:"[a-z0-9-]*")?\) \}\}$')


def lint_data(name: str, text: str) -> Iterator[Problem]:
    """What must not stand in a data file: HTML, template marks, snippet marks, merge marks, unsafe links."""
    if not any(sign in text for sign in _SIGNS) and not _may_run(text):
        return
    inside = -1  # how far in the line stands whose block of text this is
    for number, line in enumerate(text.split("\n"), 1):
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth <= inside:
            inside = -1
        if inside >= 0 or not line.lstrip().startswith("# "):
            yield from _lint_line(name, number, line)
        if inside < 0 and _BLOCK.search(line):
            inside = depth


def _may_run(text: str) -> bool:
    lowered = text.encode("utf-8", "surrogatepass").lower()
    return any(word in lowered for word in _RUNNERS) and _RUNS.search(text) is not None


def lint_page(name: str, text: str) -> Iterator[Problem]:
    """What must not stand in a hand-written page; only whole-line macro calls like {{ case_finder() }} may."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("render_macros"):
            message = "render_macros må ikke sættes på en side"
            yield Problem(
                name,
                number,
                1,
                "",
                message,
                "siden uden linjen",
                "Slet linjen; mkdocs.yml bestemmer, hvor makroer gælder.",
            )
        elif not _MACRO_CALL.match(line.rstrip()):
            yield from _lint_line(name, number, line)


def _lint_line(name: str, number: int, line: str) -> Iterator[Problem]:
    for mark, message, tip in _MARKS:
        found = mark.search(line)
        if found:
            excerpt = found[0] if len(found[0]) <= 30 else found[0][:29] + "…"
            yield Problem(name, number, found.start() + 1, "", f"{message}: {excerpt}", "almindelig tekst", tip)
