"""Templates that are rendered once with marks and then only filled, for files of which there are thousands.

Such a template asks whether a value is there and writes it as it is, nothing more: no filters, no loops, no parts of
values. Rows are filled one by one and handed over joined.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from macros.html.page_shell import shell_depth
from macros.html.rendering import environment

_MARK = "qzx{}xzq"
_CUT = re.compile(_MARK.format("([a-z_]+?)"))
# No text that is right holds this sign.
_BETWEEN = "\0"


def filled(template: str, here: str, **values: str | None) -> str:
    """The text of a template for the page at the address here, which only says how many folders down it is."""
    return _filled(template, "", here, values)


def filled_plain(template: str, here: str, **values: str | None) -> str:
    """The same for a template that makes no HTML, and so takes values as they are."""
    return _filled(template, "", here, values, escaped=False)


def filled_part(template: str, part: str, here: str, **values: str | None) -> Markup:
    """The text of one macro of a template, which takes each of the values by its name."""
    return Markup(_filled(template, part, here, values))


def _filled(template: str, part: str, here: str, values: dict[str, str | None], escaped: bool = True) -> str:
    there = tuple([name for name, value in values.items() if value])
    pieces, names = _frame(template, part, shell_depth(here), there, tuple(values))
    made, chosen = pieces.copy(), [values[name] or "" for name in names]
    made[1::2] = _escaped(chosen) if escaped else chosen
    return "".join(made)


def _escaped(values: list[str]) -> list[str]:
    plain = [value for value in values if type(value) is not Markup]
    # To escape a text costs little and to begin costs much, so all are escaped as one.
    found = str.split(escape(_BETWEEN.join(plain)), _BETWEEN)
    if len(found) != len(plain):
        found = [escape(value) for value in plain]
    rest = iter(found)
    return found if len(plain) == len(values) else [next(rest) if type(one) is not Markup else one for one in values]


@lru_cache(maxsize=1024)
def _frame(
    template: str, part: str, depth: int, there: tuple[str, ...], names: tuple[str, ...]
) -> tuple[list[str], tuple[str, ...]]:
    """The text with every second piece a mark's name, and those names."""
    here = "./" * depth
    marks: dict[str, Any] = {name: Markup(_MARK.format(name)) if name in there else "" for name in names}
    found = environment().get_template(template)
    whole = str(getattr(found.make_module({"here": here}), part)(**marks)) if part else found.render(here=here, **marks)
    pieces = _CUT.split(whole)
    return pieces, tuple(pieces[1::2])
