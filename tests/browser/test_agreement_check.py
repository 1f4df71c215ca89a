"""The agreement check says the same in Chromium as in Python, whatever the facts and whatever the condition."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from macros.agreement.agreement_check import Scope, check_agreement, findings, holds
from macros.checking.agreement_facts import FACTS, WHOLE, agreement_facts
from macros.library.content import Content
from macros.model.check_model import CheckRule, Condition
from tests.test_agreement_check import GOOD, RULES, facts_with

pytestmark = pytest.mark.one_page

# A batch in one call is quick to ask and slow to shrink; the difference is told by itself instead.
SHARED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=25,
    phases=[Phase.generate],
)
LISTS = sorted(FACTS.keys() - {WHOLE})
TEXTS = st.sampled_from(
    ["", " ", "\u00a0\n", "ja", "fast", "loebende", "kommune", "Kommune ", "KØGE", "køge", "e\u0301n", "én", "straße",
     "xx", "Maxxi", "hvad?", "[beløb]", "[tovholder]", "den … maj", "2027-01-01", "2026-12-31", "2027-01", "7"]
)  # fmt: skip
VALUES = st.one_of(st.none(), TEXTS)
MONTHS = st.one_of(st.none(), st.just(""), st.integers(0, 60), st.sampled_from([0.5, 48.1]))
DATES = st.one_of(st.none(), st.sampled_from(["", "2026-12-31", "2027-01-01", "2027-01"]))


def check_in_page(page: Page, site: str, body: str, *values: Any) -> Any:
    """Run the check's module in Chromium: body sees it as `m` and the values as `v`."""
    address = f"{site}assets/javascripts/agreement/check.mjs"
    return page.evaluate(f"async ([a, v]) => {{ const m = await import(a); {body} }}", [address, list(values)])


def plain(rules: Any) -> list[dict[str, Any]]:
    """The rules as they travel to the browser."""
    return [rule.model_dump(mode="json", exclude_none=True) for rule in rules]


def rows(name: str) -> st.SearchStrategy[Any]:
    """Any row of a list: dates where dates stand, and clause types among the ids."""
    dates = {"start", "slut", "frist_dato"} if name in (WHOLE, "maal") else set()
    kinds = st.sampled_from(["maal", "opsigelse", "bilag", "persondata"])
    models = st.one_of(st.none(), st.sampled_from(["maal-i-bilag", "ingen-bilag", "faste-bilag"]))
    special = {"id": kinds, "variant": models}
    return st.fixed_dictionaries(
        {
            field: DATES if field in dates else MONTHS if "_maaneder" in field else special.get(field, VALUES)
            for field in FACTS[name]
        }
    )


ANY_FACTS = st.fixed_dictionaries(
    {WHOLE: rows(WHOLE)} | {name: st.one_of(st.none(), st.lists(rows(name), max_size=4)) for name in LISTS}
)


def conditions(of: str) -> st.SearchStrategy[dict[str, Any]]:
    """Any condition over the rows of a list."""
    fields = st.sampled_from([*FACTS[of], "aftale.varsel"])
    simple = st.one_of(
        st.builds(lambda names: {"udfyldt": names}, st.lists(fields, min_size=1, max_size=2)),
        st.builds(lambda name: {"er": {"felt": name, "vaerdi": ["kommune", "fast"]}}, fields),
        st.just({"klausul": "opsigelse"}),
        st.just({"variant": ["bilag/ingen-bilag", "maal/maal-i-bilag"]}),
        st.builds(
            lambda name, least: {"antal": {"liste": name, "mindst": least}}, st.sampled_from(LISTS), st.integers(0, 4)
        ),
        st.builds(
            lambda most: {"antal": {"liste": "parter", "hvor": {"udfyldt": ["art"]}, "hoejst": most}}, st.integers(0, 4)
        ),
        st.just({"forskellige": {"liste": "parter", "felt": "art", "mindst": 2}}),
        st.builds(lambda name: {"findes_i": {"felt": name, "liste": "parter", "som": "navn"}}, fields),
        st.builds(lambda name: {"matcher": {"felt": name, "moenster": r"\?|[xX][xX]|\[[^\]]*\]"}}, fields),
        st.builds(lambda name: {"hoejst": [name, "48"]}, fields),
        st.just({"ikke_efter": ["aftale.start", "aftale.slut"]}),
    )
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.builds(lambda one: {"ikke": one}, inner),
            st.builds(lambda many: {"en_af": many}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda one, other: {**one, **other}, inner, inner),
        ),
        max_leaves=6,
    )


def python_says(rules: tuple[CheckRule, ...], facts: Any) -> list[Any]:
    """Every rule's state, rows and sentences."""
    return [
        [item.rule.id, item.state, list(item.found), list(item.unseen), list(findings(item, facts))]
        for item in check_agreement(rules, facts)
    ]


IN_PAGE = """
const [rules, many] = v;
return many.map((facts) => m.checkAgreement(rules, facts).map((item) =>
  [item.rule.id, item.state, item.found, item.unseen, m.findings(item, facts).map(({ text }) => text)]));
"""


def same_in_both(page: Page, site: str, rules: tuple[CheckRule, ...], many: list[Any]) -> None:
    """Fails with the first facts, and the outcomes, that differ."""
    said = check_in_page(page, site, IN_PAGE, plain(rules), many)
    for facts, ours in zip(many, said, strict=True):
        theirs = python_says(rules, facts)
        assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == [], facts


def test_known_facts_give_the_same_in_both(page: Page, site: str, content: Content) -> None:
    """The real agreements, the good facts, and each rule's bad cases and near misses."""
    rules = content.terms("tjek")
    changes = [change for bad, near in RULES.values() for change in (*bad, *near)]
    many = [GOOD, *map(facts_with, changes), *(agreement_facts(item) for item in content.agreements)]
    same_in_both(page, site, rules, many)


@SHARED
@given(many=st.lists(ANY_FACTS, min_size=20, max_size=20))
def test_any_facts_give_the_same_in_both(page: Page, site: str, content: Content, many: list[Any]) -> None:
    """500 facts of every shape."""
    rules = content.terms("tjek")
    if page.url == "about:blank":
        same_in_both(page, site, rules, many)


@SHARED
@given(many=st.lists(st.tuples(ANY_FACTS, conditions("parter"), conditions(WHOLE)), min_size=15, max_size=15))
def test_any_condition_gives_the_same_in_both(page: Page, site: str, many: list[tuple[Any, Any, Any]]) -> None:
    """Conditions that no rule has yet, asked of the agreement and of each party."""
    asked, expected = [], []
    for facts, of_party, of_whole in many:
        scopes = [(of_whole, facts[WHOLE], [])]
        parties = facts["parter"] or []
        scopes += [({**of_party, "foerste_gang": "navn"}, row, parties[:at]) for at, row in enumerate(parties)]
        for condition, row, before in scopes:
            asked.append([condition, {"facts": facts, "row": row, "before": before}])
            expected.append(holds(Condition.model_validate(condition), Scope(facts, row, before)))
    body = "return v[0].map(([condition, scope]) => m.holds(condition, scope));"
    assert check_in_page(page, site, body, asked) == expected
