"""Who works with whom: counts that agree with the cases, forms and payers of every case, the page's parts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from macros.insight.partners import (
    financing_rows,
    foremost_pairs,
    kind_rows,
    organisation_rows,
    pair_matrix,
    pair_rows,
    without_payer,
)  # fmt: skip
from macros.library.content import Content
from macros.pages.pages import Pages

TODAY = date(2026, 11, 22)


def kinds_by_case(content: Content) -> dict[str, set[str]]:
    """The kinds of party that each case names."""
    return {case.id: {actor.type for actor in case.aktoerer} for case in content.cases}


# Kinds


def test_a_kind_counts_once_in_each_case_that_names_it(content: Content) -> None:
    named = kinds_by_case(content)
    for row in kind_rows(content):
        assert {case.id for case in row.cases} == {case for case, kinds in named.items() if row.kind.id in kinds}
    assert {row.kind.id for row in kind_rows(content)} == set().union(*named.values())


def test_the_most_frequent_kind_comes_first(content: Content) -> None:
    counts = [len(row.cases) for row in kind_rows(content)]
    assert counts == sorted(counts, reverse=True)


def test_a_municipality_is_in_every_case_itself_or_through_its_job_centre(content: Content) -> None:
    (centre,) = [row for row in kind_rows(content) if row.whole]
    assert (centre.kind.id, centre.whole.id if centre.whole else "") == ("jobcenter", "kommune")
    assert centre.together == len(content.cases)


# Pairs


def test_a_pair_holds_the_cases_that_name_both(content: Content) -> None:
    named = kinds_by_case(content)
    found = {frozenset((row.first.id, row.second.id)): {case.id for case in row.cases} for row in pair_rows(content)}
    for pair in combinations(sorted(set().union(*named.values())), 2):
        expected = {case for case, kinds in named.items() if set(pair) <= kinds}
        assert found.get(frozenset(pair), set()) == expected


def test_a_pairs_anchor_does_not_depend_on_which_is_the_more_frequent(content: Content) -> None:
    rows = pair_rows(content)
    turned = [replace(row, first=row.second, second=row.first) for row in rows]
    assert [row.anchor for row in rows] == [row.anchor for row in turned]
    assert len({row.anchor for row in rows}) == len(rows)
    assert all(re.fullmatch(r"par-[a-z-]+", row.anchor) for row in rows)


def test_the_matrix_holds_every_pair_once(content: Content) -> None:
    kinds, pairs = kind_rows(content), pair_rows(content)
    matrix = pair_matrix(kinds, pairs)
    assert [len(cells) for _, cells in matrix] == list(range(len(kinds)))
    held = [pair for _, cells in matrix for pair in cells if pair]
    assert sorted(pair.anchor for pair in held) == sorted(pair.anchor for pair in pairs)


def test_the_foremost_pairs_leave_out_none_that_is_as_frequent(content: Content) -> None:
    pairs = pair_rows(content)
    shown = foremost_pairs(pairs)
    rest = [pair for pair in pairs if pair not in shown]
    assert 5 <= len(shown) < len(pairs)
    assert len(rest[0].cases) < len(shown[-1].cases)
    assert foremost_pairs(()) == ()


# Organisation and financing


def test_every_case_has_a_form_of_organisation(content: Content) -> None:
    assert [case.id for case in content.cases if not case.organiseringsform] == []


def test_every_form_has_a_case_and_rests_on_lessons(content: Content) -> None:
    for row in organisation_rows(content):
        assert row.cases and row.questions
        for question in row.questions:
            assert question.tekst.endswith("?")
            assert "#laering-" in question.url
            assert question.case is None or question.case in row.cases


def test_payers_and_silence_make_up_all_cases(content: Content) -> None:
    named = {case.id for row in financing_rows(content) for case in row.cases}
    silent = {case.id for case in without_payer(content)}
    assert not named & silent
    assert named | silent == content.case_by_id.keys()


def test_a_case_without_told_financing_has_no_payer(content: Content) -> None:
    assert [case.id for case in content.cases if case.finansieringsform and not case.finansiering] == []


# The page


@pytest.fixture(scope="module")
def pages(content: Content) -> Pages:
    """The pages of the real content."""
    return Pages(content, TODAY)


def test_each_number_in_the_table_leads_to_its_cases(pages: Pages, content: Content) -> None:
    html = pages.partner_pairs()
    for pair in pair_rows(content):
        assert html.count(f'href="#{pair.anchor}"') >= 1
        shown = re.search(rf'<details id="{pair.anchor}">.*?</details>', html, re.DOTALL)
        assert shown and shown[0].count("<li>") == len(pair.cases)


def test_a_kind_leads_to_the_finder(pages: Pages, content: Content) -> None:
    html = pages.partner_kinds()
    for row in kind_rows(content):
        assert f'href="../cases/?aktoer={row.kind.id}"' in html
    public = sum(any(actor.type in ("kommune", "jobcenter") for actor in case.aktoerer) for case in content.cases)
    assert f"{public} af {len(content.cases)} cases" in html


def test_forms_lead_to_the_finder_and_payers_have_anchors(pages: Pages, content: Content) -> None:
    for form in content.terms("organiseringsformer"):
        assert f'href="../cases/?organisering={form.id}"' in pages.organisation_forms()
    for payer in content.terms("finansieringsformer"):
        assert f'id="finansiering-{payer.id}"' in pages.financing_forms()


def test_silence_about_money_is_counted_openly(pages: Pages, content: Content) -> None:
    silent, total = len(without_payer(content)), len(content.cases)
    html = pages.financing_forms()
    assert f"{total - silent} af {total} cases" in html
    for case in content.cases:
        assert f"../{case.url}" in html


def test_content_without_cases_has_a_page(content: Content) -> None:
    empty = Pages(replace(content, cases=()), TODAY)
    assert "0 af 0" in empty.financing_forms()
    assert empty.partner_kinds() and empty.partner_pairs()
