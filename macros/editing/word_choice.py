"""Finds words that the site has chosen another word for. Advice, not an error: no page is stopped by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.editing.reader_text import reader_text
from macros.ground.problem import Problem
from macros.model.vocabulary_model import WordChoice

WORD_LIST = "cases/_ordvalg.yml"


def word_choice(path: str, text: str, choices: Iterable[WordChoice]) -> Iterator[Problem]:
    """Each place where a file uses a form that its readers should not meet, in the order of the file.

    A form that ends in * stands for every word that begins so. Capitals count only where they are all that sets the
    form apart from the right word. A form may stand in the files that its exceptions name.
    """
    if path == WORD_LIST:
        return
    read = reader_text(path, text)
    lowered = read.lower()
    found = [
        (place.start(), place[0], choice)
        for choice in choices
        for form in choice.ikke
        if form.split()[0].rstrip("*").lower() in lowered
        and not any(exception.fil == path and exception.ord == form for exception in choice.undtagelser)
        for place in _pattern(form, choice.brug).finditer(read)
    ]
    for start, said, choice in sorted(found, key=lambda item: item[0]):
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        yield Problem(path, line, column, "", f"»{said}« er ikke vores ord", choice.brug, choice.hvorfor.strip())


@lru_cache(maxsize=1_000)
def _pattern(form: str, right: str) -> re.Pattern[str]:
    stem = r"\s+".join(re.escape(part) for part in form.removesuffix("*").split())
    end = r"\w*" if form.endswith("*") else r"(?!\w)"
    flags = re.NOFLAG if form.casefold() == right.casefold() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){stem}{end}", flags)
