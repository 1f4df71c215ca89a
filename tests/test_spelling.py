"""Every Danish text is spelled as the dictionary or our own word list has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.editing.reader_text import reader_text
from macros.ground.danish import sort_key
from tests.danish_files import ROOT, danish_files

KNOWN_WORDS = Path(__file__).parent / "fixtures" / "spelling" / "kendte_ord.txt"
DICTIONARIES = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell/dicts",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    str(Path.home() / "Library" / "Spelling"),
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?![\w])")
# What a source has, misprints and all, is quoted in the data; messages name fields by their keys.
_QUOTED = re.compile(r"»[^«]*«")
_SAID_BY_SOURCE = re.compile(r"(?<=kilden_har:)[^\n]*\n(?:    [^\n]*\n)*")
_MODELS = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros" / "model").glob("*_model.py"))
_FIELDS = frozenset(re.findall(r"(?m)^    ([a-z]+):", _MODELS))

Speller = Callable[[str], bool]


def known_words() -> list[str]:
    """Our own words, as the file has them."""
    return KNOWN_WORDS.read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def dictionary() -> Any:
    """The Danish dictionary; the tests are skipped where there is none."""
    library = pytest.importorskip("hunspell", reason="chunspell mangler: pip install -r requirements-dev.txt")
    place = next((place for place in DICTIONARIES if (Path(place) / "da_DK.dic").is_file()), None)
    if place is None:
        pytest.skip("den danske ordbog mangler: sudo apt-get install hunspell-da")
    return library.Hunspell("da_DK", hunspell_data_dir=place)


@pytest.fixture(scope="module")
def knows(dictionary: Any) -> Speller:
    """Whether a word, or each part of it between hyphens, is right."""
    known = set(known_words())

    def one(word: str) -> bool:
        bare = re.sub(r"['’]?s$", "", word)
        own = {word, bare, word[:1].lower() + word[1:]}
        return bool(own & known) or bool(dictionary.spell(word))

    return lambda word: one(word) or ("-" in word and all(one(part) for part in word.split("-")))


def misspelled(path: str, text: str, knows: Speller) -> Iterator[tuple[int, str]]:
    """Each unknown word with its line."""
    read = reader_text(path, text)
    if path.endswith(".yml"):
        read = _QUOTED.sub(_blank, read)
        for found in _SAID_BY_SOURCE.finditer(text):
            read = read[: found.start()] + _blank(found) + read[found.end() :]
    for found in _WORD.finditer(read):
        word, next_sign = found[0], read[found.end() : found.end() + 1]
        is_field = path.endswith(".py") and word in _FIELDS
        if not (knows(word) or (next_sign == "." and knows(f"{word}.")) or is_field):
            yield read.count("\n", 0, found.start()) + 1, word


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def complaint(path: str, line: int, word: str, dictionary: Any) -> str:
    """What an editor reads: where, which word, what it may have been, how to mend it."""
    near = ", ".join(f"»{item}«" for item in dictionary.suggest(word)[:3]) or "ingen forslag"
    return f"{path}:{line}: {word} (nærmest: {near})"


@pytest.mark.advice
def test_every_danish_text_is_spelled_right(dictionary: Any, knows: Speller) -> None:
    faults = [
        complaint(path, line, word, dictionary)
        for path, text in danish_files()
        for line, word in misspelled(path, text, knows)
    ]
    mend = f"Ret ordet. Er det rigtigt, så skriv det i {KNOWN_WORDS.name}, i alfabetisk orden."
    assert not faults, "\n".join(["", *faults, mend])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("cases/x.yml", "titel: Samarbjede i Horsens\n"),
        ("cases/x.yml", "formaal: |\n  Vi vil\n  samarbjede.\n"),
        ("docs/x.md", "---\ntitle: Om\n---\nVi [vil](vil.md) samarbjede.\n"),
        ("agreements/_klausuler/x.md", "---\nid: x\n---\n\n## Titel {#titel}\n\nVi vil [felt] samarbjede.\n"),
        ("macros/templates/x.html", '<p class="xyz">Vi vil {{ x }} samarbjede</p>\n'),
        ("macros/templates/x.html", '<a href="xyz" aria-label="Vi vil samarbjede"></a>\n'),
        ("macros/x.py", 'PROBLEM = "der skal samarbjede mere"\n'),
        ("docs/assets/javascripts/x.mjs", "say(`Du skal samarbjede med ${xyz}.`);\n"),
    ],
)
def test_a_misspelling_is_found_wherever_it_stands(path: str, text: str, dictionary: Any, knows: Speller) -> None:
    found = [word.lower() for _, word in misspelled(path, text, knows)]
    assert found == ["samarbjede"]
    assert "»samarbejde«" in complaint(path, 1, "samarbjede", dictionary)


def test_a_sources_misprint_may_be_quoted_in_data(knows: Speller) -> None:
    note = '  kilden_har: "Netværket hedder »samarbjede«,\n    samarbjede."\n  hvorfor: Et s. Samarbjede er en fejl.\n'
    assert [line for line, _ in misspelled("cases/_kildenoter.yml", note, knows)] == [3]
    assert not list(misspelled("cases/x.yml", "note: Der står »samarbjede«.\n", knows))
    assert list(misspelled("docs/x.md", "Der står »samarbjede«.\n", knows))


def test_parts_between_hyphens_may_be_known_each_for_itself(knows: Speller) -> None:
    assert knows("erhvervs-")
    assert knows("IGU-forløb")
    assert not knows("IGU-farløp")


def test_our_own_words_are_sorted_and_stand_once() -> None:
    words = known_words()
    assert words == sorted(set(words), key=lambda word: (sort_key(word), word))
