"""One case's page, made from nothing but the case, the cases it names, and what all cases share.

So a kept page can be found by a digest of just these: SharedContent has no cases that a template could reach.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from macros.checking.since_2018 import notes_for
from macros.finding.facets import facet_values
from macros.finding.related import RelatedCase
from macros.html.rendering import render
from macros.insight.charts import charts_of
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.citations import citation_texts

_CASES = {"cases", "case_by_id", "withdrawn", "__dict__"}


class SharedContent:
    """All content but the cases; whoever asks for them learns at once that a page must not."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def __getattr__(self, name: str) -> Any:
        if name in _CASES:
            raise AttributeError(f"A case's page does not see »{name}«: it is kept until something it shows changes.")
        return getattr(self._content, name)


def shared_content(content: Content) -> Content:
    """The content without its cases, for functions that ask for a content."""
    return cast(Content, SharedContent(content))


def case_page(shared: Content, case: Case, related: tuple[RelatedCase, ...], today: date, site_url: str) -> str:
    """The page's text; shared comes from shared_content()."""
    wanted = {clause for lesson in case.laering for clause in lesson.klausuler}
    return render(
        "case_page.md", case.url, content=shared, case=case, related=related,
        theme=shared.term("temaer", case.tema),
        facet_row=facet_values(shared, case, today),
        clauses=[clause for clause in shared.clauses if clause.id in wanted],
        drawings=charts_of(shared, case), since=notes_for(shared.terms("siden_2018"), case),
        publication=shared.term("udgivelser", case.kilde.udgivelse),
        notes=[note for note in shared.terms("kildenoter") if case.id in note.cases],
        **citation_texts(shared, case, site_url),
    )  # fmt: skip
