"""A file's bytes to text, with everything named that a reader cannot see and a program would trip over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.ground.danish import format_number
from macros.ground.problem import Problem

MAX_BYTES = 1_000_000
# So many faults of one kind are told; a file full of them needs no more.
MOST_FAULTS = 20

_INVISIBLE = {
    "\u00a0": "hårdt mellemrum", "\u00ad": "blød bindestreg", "\u0085": "usynligt linjeskift",
    "\u200b": "nulbredde-mellemrum", "\u2028": "usynligt linjeskift", "\u2029": "usynligt linjeskift",
    **dict.fromkeys("\u200c\u200d\u2060\ufeff", "usynligt tegn"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "skjult skriveretning"),
    **dict.fromkeys("\ufffe\uffff", "ugyldigt tegn"), "\ufffd": "erstatning for et tegn, der er gået tabt",
}  # fmt: skip
_INVISIBLE_PATTERN = re.compile(f"[{''.join(_INVISIBLE)}\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SWEEP = "Slet tegnet, og skriv et almindeligt mellemrum, hvis der skal stå et."


def read_text(file: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file in NFC with plain line ends, and what is wrong with its bytes."""
    try:
        if file.is_symlink():
            message, tip = "filen er en genvej til en anden fil", "Læg selve filen her i stedet."
            return "", (Problem(name, 1, 1, "", message, "en almindelig fil", tip),)
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        return "", (Problem(name, 1, 1, "", "filen kan ikke læses", tip="Tjek, at filen findes og må læses."),)
    if size > MAX_BYTES:
        said = f"filen fylder {format_number(-(-size // 1000))} kB"
        return "", (Problem(name, 1, 1, "", said, "højst 1.000 kB", "Del indholdet i flere filer."),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (Problem(name, 1, 1, "", "filen er gemt som UTF-16", "UTF-8", _save_again("UTF-16")),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (_wrong_byte(name, data, error.start),)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text, tuple(_invisible_characters(name, text))


def invisible_name(text: str) -> str:
    """What the first invisible character of a text is, with its code point; nothing where there is none."""
    found = _INVISIBLE_PATTERN.search(text)
    return f"{_INVISIBLE.get(found[0], 'styretegn')}, U+{ord(found[0]):04X}" if found else ""


def _wrong_byte(name: str, data: bytes, at: int) -> Problem:
    begin = data.rfind(b"\n", 0, at) + 1
    line, column = data.count(b"\n", 0, at) + 1, len(data[begin:at].decode("utf-8", "replace")) + 1
    letter = bytes([data[at]]).decode("windows-1252", "ignore")
    guess = f" (måske et »{letter}« fra Windows-1252)" if letter.isalpha() else ""
    message = f"filen er ikke gemt som UTF-8: her står byte 0x{data[at]:02x}{guess}"
    return Problem(name, line, column, "", message, "UTF-8", _save_again("et andet format"))


def _save_again(kind: str) -> str:
    return f"Filen er gemt i {kind}. Gem den igen med tegnkodningen UTF-8, så æ, ø og å bliver læst rigtigt."


def _invisible_characters(name: str, text: str) -> Iterator[Problem]:
    if not _INVISIBLE_PATTERN.search(text):
        return
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        for found in _INVISIBLE_PATTERN.finditer(line):
            told += 1
            if told > MOST_FAULTS:
                message = f"der er flere usynlige tegn end de {MOST_FAULTS} første, som er nævnt her"
                yield Problem(name, number, found.start() + 1, "", message, tip=_SWEEP)
                return
            message = f"usynligt tegn ({invisible_name(found[0])})"
            yield Problem(name, number, found.start() + 1, "", message, "almindelig tekst", _SWEEP)
