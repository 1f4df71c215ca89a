"""A model text as HTML: each [felt] is a blank with the field's label, each [§id] a link to that clause type."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from macros.html.prose import prose
from macros.model.clause_model import PLACEHOLDER, REFERENCE, ClauseField, ClauseType

_NO_CLAUSES: Mapping[str, ClauseType] = {}


def clause_text(
    text: str, fields: Mapping[str, ClauseField], clauses: Mapping[str, ClauseType] = _NO_CLAUSES, root: str = ""
) -> Markup:
    """The text's safe HTML; root is the way from the page to the site's root."""

    def blank(name: str) -> str:
        label = fields[name].etiket if name in fields else name
        return f'<span class="blank">[{escape(label)}]</span>'

    def reference(identifier: str) -> str:
        clause = clauses.get(identifier)
        name = f"§ {escape(clause.titel if clause else identifier)}"
        return f'<a href="{escape(root + clause.url)}">{name}</a>' if clause else f"[{name}]"

    html = REFERENCE.sub(lambda found: reference(found[1]), prose(text))
    return Markup(PLACEHOLDER.sub(lambda found: blank(found[1]), html))
