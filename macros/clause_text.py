"""A model text as HTML, with each [felt] shown as a blank that carries the field's label."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from macros.clause_model import PLACEHOLDER, ClauseField
from macros.prose import prose


def clause_text(text: str, fields: Mapping[str, ClauseField]) -> Markup:
    """The text's safe HTML with marked blanks."""

    def blank(name: str) -> str:
        label = fields[name].etiket if name in fields else name
        return f'<span class="blank">[{escape(label)}]</span>'

    return Markup(PLACEHOLDER.sub(lambda found: blank(found[1]), prose(text)))
