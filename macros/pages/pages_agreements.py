"""The pages of the real agreements: each one, side by side, clause by clause, counted and checked."""

from __future__ import annotations

from macros.agreement.blank_files import blank_path
from macros.agreement.check_report import STATES, check_report, rule_groups, rule_sources, rules_for_clause
from macros.agreement.clause_statistics import clause_statistics
from macros.agreement.clauses import clause_row, clause_rows
from macros.html.long_lists import OF_CLAUSE
from macros.html.rendering import render
from macros.library.content import Content
from macros.sharing.citations import citation_texts


class AgreementPages:
    """The part of Pages that knows agreements and clauses."""

    content: Content
    site_url: str

    def agreement_list(self) -> str:
        """The agreements as cards."""
        return render("agreement_list.html", "aftaler/", content=self.content)

    def agreement_page(self, identifier: str) -> str:
        """One agreement."""
        content, agreement = self.content, self.content.agreement_by_id[identifier]
        return render(
            "agreement_page.md", agreement.url, content=content, agreement=agreement,
            having=sum(1 for statement in agreement.klausuler.values() if statement.findes),
            publication=content.term("udgivelser", agreement.kilde.udgivelse),
            notes=[note for note in content.terms("kildenoter") if identifier in note.aftaler],
            report=check_report(content, agreement), **citation_texts(content, agreement, self.site_url),
        )  # fmt: skip

    def agreement_matrix(self) -> str:
        """The agreements side by side, clause type by clause type."""
        return render(
            "agreement_matrix.html", "aftaler/sammenlign/", content=self.content, rows=clause_rows(self.content)
        )

    def agreement_check(self) -> str:
        """What the check asks, why, and what it finds in each of the real agreements."""
        content = self.content
        reports = [check_report(content, agreement) for agreement in content.agreements]
        sources = {rule.id: rule_sources(content, rule) for rule in content.terms("tjek")}
        return render(
            "agreement_check.md", "aftaler/tjek/", content=content, groups=rule_groups(content), reports=reports,
            sources=sources, states=STATES,
        )  # fmt: skip

    def blank_agreement_list(self) -> str:
        """The starters' blank Word files."""
        return render("blank_agreement_list.html", "aftaler/byg/", content=self.content, blank_path=blank_path)

    def clause_list(self) -> str:
        """All clause types."""
        return render("clause_list.html", "aftaler/klausuler/", content=self.content, rows=clause_rows(self.content))

    def clause_statistics(self) -> str:
        """What is counted across the agreements, by clause type; the nearest model text stands on the clause's page."""
        content = self.content
        counted = ((clause, clause_statistics(content, clause)) for clause in content.clauses)
        rows = [(clause, [item for item in items if not item.variant]) for clause, items in counted]
        return render("clause_statistics.html", "aftaler/", content=content, rows=[row for row in rows if row[1]])

    def clause_page(self, identifier: str) -> str:
        """One clause type: model texts, what others wrote, the lessons behind it."""
        content, clause = self.content, self.content.clause_by_id[identifier]
        return render(
            "clause_page.md", clause.url, content=content, clause=clause, row=clause_row(content, clause),
            statistics=clause_statistics(content, clause), rules=rules_for_clause(content, identifier),
            of_clause=OF_CLAUSE,
        )  # fmt: skip
