"""The check as readers and the builder get it: every rule with sources that lead somewhere."""

from __future__ import annotations

import json

from macros.agreement.agreement_check import FOUND, WELL
from macros.agreement.check_report import builder_rules, check_report, rule_groups, rule_sources, rules_for_clause
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.model.check_model import GROUPS


def test_a_report_holds_every_rule_once(content: Content) -> None:
    for agreement in content.agreements:
        report = check_report(content, agreement)
        assert [entry.rule.id for entry in report.entries] == [rule.id for rule in content.terms("tjek")]
        assert report.asked == len(report.having(FOUND)) + len(report.having(WELL))
        assert all(entry.sentences for entry in report.having(FOUND))
        assert not any(entry.sentences for entry in report.having(WELL))
        should, consider = report.having(FOUND, "boer"), report.having(FOUND, "overvej")
        assert len(should) + len(consider) == len(report.having(FOUND))


def test_sources_have_words_and_addresses(content: Content) -> None:
    lessons = {lesson.url for lesson in all_lessons(content)}
    agreements = {agreement.url for agreement in content.agreements}
    for rule in content.terms("tjek"):
        sources = rule_sources(content, rule)
        assert len(sources) == len(rule.laering) + len(rule.aftaler) + bool(rule.scorecard)
        for source in sources:
            assert source.text
            assert not source.url or source.url in lessons or source.url.split("#")[0] in agreements


def test_every_group_has_rules_and_every_rule_a_group(content: Content) -> None:
    groups = rule_groups(content)
    assert [key for key, _, _ in groups] == list(GROUPS)
    assert all(rules for _, _, rules in groups)
    assert sum(len(rules) for _, _, rules in groups) == len(content.terms("tjek"))


def test_most_clause_types_are_asked_about(content: Content) -> None:
    asked = {clause.id for clause in content.clauses if rules_for_clause(content, clause.id)}
    assert len(asked) >= 16
    assert {"maal", "evaluering", "opsigelse", "persondata"} <= asked


def test_the_builder_gets_the_rules_as_plain_data(content: Content) -> None:
    rules = builder_rules(content)
    assert json.loads(json.dumps(rules)) == rules
    assert all({"id", "krav", "fund", "kilder"} <= rule.keys() for rule in rules)
    assert not any("laering" in rule or None in rule.values() for rule in rules)
