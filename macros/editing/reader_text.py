"""What a reader meets in a file: all else is blanked, so that every word keeps its line and column.

Checks of language (word choice, spelling) read the result; they need to know nothing of YAML, Jinja, Python or scripts.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable

# Fields whose values are ids of one word, or words named only to be avoided or searched for.
_MARK_FIELD = re.compile(
    "adresse|aftaler|alvor|art|brancher|delekort|effekt|efterfoelger|emner|en_af|felt|gruppe|hide|hver|id|ikke"
    "|ikke_i_kilden|klausul|klausuler|kommuner|krav|laering|maalgrupper|model|naar|ord|region|regioner|resultattyper"
    "|robots|tema|tilfoej|trin|type|udgivelse|virkemidler"
)
_IDS = re.compile(r"[|>]-?|\[[a-z0-9, _-]*\]|[a-z0-9]+(?:[-_/#.][a-z0-9]+)+|[a-z]*(?:aa|ae|oe)[a-z]*")
_FILES = re.compile(
    r"https?://\S+|\S*_\S*|[\w-]+@[\w.-]+|--[a-z][a-z-]*|(?:[\w.-]+/)+(?![\w])"
    r"|(?:[\w.-]+/)*[\w-]*\.(?:bat|org|css|csv|json|lock|log|md|mjs|py|svg|toml|xml|yml)\b"
)
_READ_ATTRIBUTES = "alt|aria-label|data-label|placeholder|title"
_DANISH = re.compile(
    r"[æøåÆØÅ]|\b(?:af|alle|der|det|du|eller|en|er|et|fra|har|hvad|hvor|ikke|jeres|kan|med|og|om|siger|skal|som|til|ved)\b"
)


def reader_text(path: str, text: str) -> str:
    """The text with everything blanked that is not read by people; the file's suffix says how it is written."""
    suffix = path.rsplit(".", 1)[-1]
    return _FILES.sub(_blank, _READERS[suffix](text))


def _blank(found: re.Match[str] | str) -> str:
    """As many spaces as the text has characters, its line breaks kept."""
    return re.sub(r"[^\n]", " ", found if isinstance(found, str) else found[0])


def _yaml(text: str) -> str:
    lines = []
    field = ""
    for line in text.split("\n"):
        found = re.match(r"(\s*(?:- )*)([a-z_]+(?:-[a-z_]+)*):(?=\s|$)(.*)", line)
        if found:
            field = found[2]
            head = _blank(line[: len(line) - len(found[3])])
            lines.append(head + (_blank(found[3]) if _is_mark(field, found[3]) else found[3]))
        elif re.match(r"\s*- ", line) and _is_mark(field, line.strip()[2:]):
            lines.append(_blank(line))
        else:
            lines.append(_blank(line) if line.lstrip().startswith("# ") else line)
    return _markdown("\n".join(lines))


def _is_mark(field: str, value: str) -> bool:
    return _MARK_FIELD.fullmatch(field) is not None or _IDS.fullmatch(value.strip().strip("\"'")) is not None


def _markdown(text: str) -> str:
    """Markdown with links' addresses, code, fields in brackets, attribute lists and calls of macros blanked."""
    text = re.sub(r"`[^`\n]*`", _blank, text)
    text = re.sub(r"\{\{.*?\}\}|\{[ ]?[#.:][^}\n]*\}|\[(?:[a-z0-9_]+|§[a-z0-9-]+)\](?!\()", _blank, text)
    return re.sub(r"(?<=\])\([^)\n]*\)", _blank, text)


def _page(text: str) -> str:
    """A Markdown page or clause type: front matter is YAML."""
    if not text.startswith("---\n"):
        return _template(text)
    head, mark, body = text[4:].partition("\n---\n")
    return _blank("---\n") + _yaml(head) + _blank(mark) + _markdown(body)


def _template(text: str) -> str:
    """A Jinja template: what stands between tags, read attributes, and Danish texts in its expressions."""
    text = re.sub(r"(?is)\{#-?\s.*?#\}|<!--.*?-->|<!doctype[^>]*>|<(script|style)\b.*?</\1>", _blank, text)
    text = re.sub(r"(?s)\{\{.*?\}\}|\{%.*?%\}", lambda found: _kept(found[0], r'"([^"\n]*)"', _is_label), text)
    text = re.sub(r"(?s)</?[A-Za-z][^<>]*>", lambda found: _kept(found[0], _ATTRIBUTE, lambda _: True), text)
    return _markdown(re.sub(r"&[a-z]+;", _blank, text))


_ATTRIBUTE = rf'(?:^|\s)(?:{_READ_ATTRIBUTES})="([^"]*)"'


def _kept(text: str, pattern: str, wanted: Callable[[str], bool]) -> str:
    """The text blanked except what the pattern's group holds, where it is wanted."""
    result = list(_blank(text))
    for found in re.finditer(pattern, text):
        if wanted(found[1]):
            result[found.start(1) : found.end(1)] = found[1]
    return "".join(result)


def _is_label(text: str) -> bool:
    if re.search("[/={}]", text):
        return False
    return re.search(r"[æøå]|[a-z] [a-z]|^[A-ZÆØÅ][a-z]", text) is not None


def _python(text: str) -> str:
    """A Python module: its Danish string literals; docstrings are English."""
    lines = [_blank(line) for line in text.split("\n")]
    starts_statement = True
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_text = token.type == tokenize.STRING or tokenize.tok_name[token.type] == "FSTRING_MIDDLE"
        if is_text and not starts_statement and _is_message(token.string) and token.start[0] == token.end[0]:
            row, column = token.start[0] - 1, token.start[1]
            shown = re.sub(r"\{[^{}]*\}|^[rbuf]*\"|\"$|\\.", _blank, token.string)
            lines[row] = lines[row][:column] + shown + lines[row][column + len(shown) :]
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            starts_statement = token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    return "\n".join(lines)


def _is_message(literal: str) -> bool:
    raw = re.match(r"[bf]?r", literal)
    return not raw and " " in literal.strip() and _DANISH.search(literal) is not None


def _script(text: str) -> str:
    """A JavaScript module: its Danish strings; comments are English."""
    pattern = r"/\*[\s\S]*?\*/|(?<![:\"'])//[^\n]*|\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`"
    result = list(_blank(text))
    for found in re.finditer(pattern, text):
        said = found[1] or found[2]
        if said and " " in said and _DANISH.search(said):
            start = found.start(1) if found[1] else found.start(2)
            result[start : start + len(said)] = re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}|\\.", _blank, said)
    return "".join(result)


_READERS: dict[str, Callable[[str], str]] = {
    "yml": _yaml,
    "md": _page,
    "html": _template,
    "svg": _template,
    "py": _python,
    "mjs": _script,
}
