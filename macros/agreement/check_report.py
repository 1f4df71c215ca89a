"""The agreement check made ready to read: what it found in a real agreement, and its rules as the builder has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.agreement.agreement_check import BESIDE, FOUND, UNSEEN, WELL, Outcome, check_agreement, findings
from macros.checking.agreement_facts import agreement_facts
from macros.html.prose import plain
from macros.insight.lessons import LessonEntry, all_lessons
from macros.library.content import Content
from macros.library.once import once
from macros.model.agreement_model import Agreement
from macros.model.check_model import GROUPS, CheckRule

STATES = {FOUND: "Fund", WELL: "I orden", UNSEEN: "Kan ikke ses", BESIDE: "Ikke relevant"}
SCORECARD = "Partnering Agreement Scorecard"


@dataclass(frozen=True)
class CheckSource:
    """Something that a rule rests on: what kind, its words, and its address below the site's root ("" for none)."""

    kind: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class CheckEntry:
    """A rule's outcome with its sentences and sources."""

    outcome: Outcome
    sentences: tuple[str, ...]
    sources: tuple[CheckSource, ...]

    @property
    def rule(self) -> CheckRule:
        """The rule asked."""
        return self.outcome.rule


@dataclass(frozen=True)
class CheckReport:
    """The check of one agreement."""

    agreement: Agreement
    entries: tuple[CheckEntry, ...]

    def having(self, state: str, severity: str = "") -> tuple[CheckEntry, ...]:
        """The entries in a state, and of a severity where one is given."""
        return tuple(
            entry for entry in self.entries if entry.outcome.state == state and severity in ("", entry.rule.alvor)
        )

    @property
    def asked(self) -> int:
        """How many questions have a bearing on this agreement, and can be answered from the source."""
        return len(self.having(FOUND)) + len(self.having(WELL))


def check_report(content: Content, agreement: Agreement) -> CheckReport:
    """Every rule asked of one real agreement."""
    facts = agreement_facts(agreement)
    entries = (
        CheckEntry(outcome, findings(outcome, facts), rule_sources(content, outcome.rule))
        for outcome in check_agreement(content.terms("tjek"), facts)
    )
    return CheckReport(agreement, tuple(entries))


def rule_groups(content: Content) -> list[tuple[str, str, tuple[CheckRule, ...]]]:
    """The rules by group: id, heading, rules."""
    rules: tuple[CheckRule, ...] = content.terms("tjek")
    return [(key, name, tuple(rule for rule in rules if rule.gruppe == key)) for key, name in GROUPS.items()]


def rules_for_clause(content: Content, clause: str) -> tuple[CheckRule, ...]:
    """What the check asks about one clause type."""
    return tuple(rule for rule in content.terms("tjek") if rule.klausul == clause)


def rule_sources(content: Content, rule: CheckRule) -> tuple[CheckSource, ...]:
    """What a rule rests on: lessons, real agreements, the scorecard's question."""
    lessons = _lessons_by_name(content)
    found = []
    for name in rule.laering:
        lesson = lessons[name]
        place = lesson.case.titel if lesson.case else "kataloget på tværs"
        found.append(CheckSource(f"Læring fra {place}", plain(lesson.tekst), lesson.url))
    for name in rule.aftaler:
        agreement = content.agreement_by_id[name]
        address = f"{agreement.url}#klausul-{rule.klausul}"
        found.append(CheckSource("Aftale", f"{agreement.omraade}", address))
    if rule.scorecard:
        found.append(CheckSource(SCORECARD, rule.scorecard))
    return tuple(found)


@once
def _lessons_by_name(content: Content) -> dict[str, LessonEntry]:
    return {f"{item.case.id if item.case else 'katalog'}#{item.id}": item for item in all_lessons(content)}


def builder_rules(content: Content) -> list[dict[str, Any]]:
    """The rules as data for the builder, each with its sources as words and addresses."""
    return [
        {
            **rule.model_dump(mode="json", exclude_none=True, exclude={"laering", "aftaler", "scorecard"}),
            "kilder": [
                {"slags": source.kind, "tekst": source.text, "adresse": source.url}
                for source in rule_sources(content, rule)
            ],
        }
        for rule in content.terms("tjek")
    ]
