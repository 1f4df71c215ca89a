"""The parts of the page on who works with whom."""

from __future__ import annotations

from macros.html.long_lists import share
from macros.html.rendering import render
from macros.insight.partner_picture import partner_picture
from macros.insight.partners import (
    financing_rows,
    foremost_pairs,
    kind_rows,
    organisation_rows,
    pair_matrix,
    pair_rows,
    without_payer,
)  # fmt: skip
from macros.insight.shades import shades
from macros.library.content import Content

_HERE = "samarbejde/"
# In a small library, so many cases at most has a pair of each colour but the darkest.
USUAL_SHADES = (2, 5, 9)
# So many cases stand under all pairs together, and under all forms of organisation.
CASES_OF_PAIRS, CASES_OF_FORMS = 600, 120


class PartnerPages:
    """Mixed into Pages: one function per macro on the page."""

    content: Content

    def partner_kinds(self) -> str:
        """Kinds of party and the number of cases each is in."""
        return render("partner_kinds.html", _HERE, total=len(self.content.cases), rows=kind_rows(self.content))

    def partner_picture(self) -> str:
        """Kinds that are often together: a drawing, and the foremost pairs in words."""
        kinds, pairs = kind_rows(self.content), pair_rows(self.content)
        return render(
            "partner_picture.html", _HERE, total=len(self.content.cases),
            foremost=foremost_pairs(pairs), picture=partner_picture(kinds, pairs),
        )  # fmt: skip

    def partner_pairs(self) -> str:
        """How often any two kinds are together, and the cases behind each number."""
        kinds, pairs = kind_rows(self.content), pair_rows(self.content)
        most = share((len(pair.cases) for pair in pairs), CASES_OF_PAIRS)
        matrix = pair_matrix(kinds, pairs)
        return render(
            "partner_pairs.html", _HERE, kinds=kinds, pairs=pairs, matrix=matrix, most=most,
            shades=shades((len(pair.cases) for pair in pairs), USUAL_SHADES),
            total=len(self.content.cases), cut=any(len(pair.cases) > most for pair in pairs),
        )  # fmt: skip

    def organisation_forms(self) -> str:
        """Who stands behind and leads, with cases and questions to consider."""
        rows = organisation_rows(self.content)
        most = share((len(row.cases) for row in rows), CASES_OF_FORMS)
        return render("organisation_forms.html", _HERE, total=len(self.content.cases), rows=rows, most=most)

    def financing_forms(self) -> str:
        """Who pays, case by case, and in how many cases the source does not say."""
        content = self.content
        told = [case for case in content.cases if case.finansiering]
        return render(
            "financing_forms.html", _HERE, content=content, total=len(content.cases), rows=financing_rows(content),
            told=told, unknown=without_payer(content),
            silent=[case for case in without_payer(content) if not case.finansiering],
        )  # fmt: skip
