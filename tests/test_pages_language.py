"""The page on how the site is written shows the words chosen and every case's LIX, the hardest first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.editing.readability import case_text, lix
from macros.ground.build_cache import BuildCache
from macros.library import content_digest
from macros.library.content import Content
from macros.library.content_digest import case_runs
from macros.pages import pages_language
from macros.pages.pages import Pages

DAY = date(2026, 11, 22)


def test_every_word_stands_with_its_forms_and_reason(content: Content) -> None:
    shown = Pages(content, DAY).word_list()
    for choice in content.terms("ordvalg"):
        assert f'id="{choice.id}"' in shown
        assert all(exception.fil in shown for exception in choice.undtagelser)
    assert "praktikplads…" in shown


def test_every_case_stands_once_the_hardest_first(content: Content) -> None:
    shown = Pages(content, DAY).reading_table()
    numbers = [int(number) for number in re.findall(r"</th><td>(\d+)</td>", shown)]
    assert numbers == sorted((lix(case_text(case)) for case in content.cases), reverse=True)
    assert len(numbers) == len(content.cases)


def test_a_changed_case_has_only_its_own_run_weighed_anew(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[str] = []
    monkeypatch.setattr(content_digest, "_CASES_A_RUN", 3)
    monkeypatch.setattr(pages_language, "case_text", lambda case: weighed.append(case.id) or case_text(case))
    cache = BuildCache(tmp_path, b"kode")
    before = replace(content)  # asked for nothing yet
    case = before.cases[6].model_copy(update={"kort": "Uoverskuelighedsproblematikker."})
    after = replace(content, cases=(*before.cases[:6], case, *before.cases[7:]))
    own = next([one.id for one in run.cases] for run in case_runs(after) if case in run.cases)
    for told, wanted in ((before, [one.id for one in before.cases]), (before, []), (after, own)):
        weighed.clear()
        kept = Pages(told, DAY, keep=cache.keep).reading_table()
        assert weighed == wanted
        assert kept == Pages(told, DAY).reading_table()
    assert 0 < len(own) < len(before.cases)
