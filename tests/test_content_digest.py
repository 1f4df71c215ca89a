"""Runs of cases: one that is changed, new or gone changes its own run, and what is kept of a run is made once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.ground.build_cache import BuildCache
from macros.library.content import Content
from macros.library.content_digest import case_digests, case_runs, content_of_run, kept_of_runs, shared_digest
from macros.model.case_model import Case


def many_cases(content: Content, count: int = 1_000) -> Content:
    """A content with many cases, each one of the real ones by another name."""
    some = content.cases
    rows = (some[at % len(some)].model_copy(update={"id": f"case-{at}", "nummer": at}) for at in range(count))
    return replace(content, cases=tuple(rows))


@pytest.fixture(scope="module")
def many(content: Content) -> Content:
    """A thousand cases."""
    return many_cases(content)


def with_cases(content: Content, *cases: Case) -> Content:
    """The content with other cases."""
    return replace(content, cases=cases)


def test_the_runs_are_all_cases_in_their_order(many: Content, content: Content) -> None:
    for one in (many, content, with_cases(content)):
        runs = case_runs(one)
        assert [case for run in runs for case in run.cases] == list(one.cases)
        assert all(one.cases[run.first] is run.cases[0] for run in runs)
    assert 2 < len(case_runs(many)) < 9


@pytest.mark.parametrize("change", ["changed", "new", "gone"])
def test_one_case_changes_one_run(change: str, many: Content) -> None:
    at, cases = 500, many.cases
    other = cases[at].model_copy(update={"kort": "Noget andet."} | ({"id": "en-ny"} if change == "new" else {}))
    after = {
        "changed": (*cases[:at], other, *cases[at + 1 :]),
        "new": (*cases[:at], other, *cases[at:]),
        "gone": (*cases[:at], *cases[at + 1 :]),
    }[change]
    before = {run.made_of for run in case_runs(many)}
    assert len({run.made_of for run in case_runs(with_cases(many, *after))} - before) == 1


def test_every_value_of_a_case_counts(content: Content) -> None:
    case = content.cases[0]
    changed = with_cases(content, case.model_copy(update={"kort": "Ny."}), *content.cases[1:])
    assert [one for one in content.case_by_id if case_digests(content)[one] != case_digests(changed)[one]] == [case.id]
    assert shared_digest(content) == shared_digest(changed)


def test_what_is_kept_of_a_run_is_made_once_and_follows_what_it_is_made_of(many: Content, tmp_path: Path) -> None:
    made: list[int] = []

    def titles(part: Content) -> bytes:
        made.append(len(part.cases))
        return "\n".join(case.titel for case in part.cases).encode()

    def joined(content: Content, *given: object) -> int:
        made.clear()
        found = b"\n".join(kept_of_runs(content, BuildCache(tmp_path, b"kode").keep, "titler", titles, *given))
        assert found.decode().split("\n") == [case.titel for case in content.cases]
        return len(made)

    every = len(case_runs(many))
    assert [joined(many), joined(many)] == [every, 0]
    renamed = with_cases(many, *many.cases[:300], many.cases[300].model_copy(update={"titel": "x"}), *many.cases[301:])
    assert joined(renamed) == 1
    assert joined(many, "en anden adresse") == every
    themes = dict(reversed(many.vocabularies["temaer"].items()))
    assert joined(replace(many, vocabularies={**many.vocabularies, "temaer": themes})) == every


def test_a_run_sees_no_other_case(many: Content) -> None:
    for run in case_runs(many):
        own = content_of_run(many, run)
        assert own.cases == run.cases and own.case_by_id.keys() == {case.id for case in run.cases}
        assert own.vocabularies is many.vocabularies and not own.withdrawn
