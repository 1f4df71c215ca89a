"""What a page of ours may do as a template: call one of our macros on a line of its own, and nothing else.

It stands where the macros plugin has its Jinja environment, so that no page is a program: not the ones that are written
by hand, not the generated ones, and none that a setting or a front matter would make a template of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

# The same form as the lint lets through: {{ name() }} or {{ name("id") }}.
_CALL = re.compile(r'^\{\{ ([a-z_]+)\((?:"([a-z0-9-]*)")?\) \}\}$', re.MULTILINE)


class UnknownMacroError(Exception):
    """A page calls a macro that there is not; the build stops."""


class PageCalls:
    """Holds the macros that pages may call."""

    # What the plugin asks of an environment before it takes a page's title for a template.
    variable_start_string, block_start_string, comment_start_string = "{{", "{%", "{#"

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        self.macros = macros

    def from_string(self, text: str) -> PageTemplate:
        """A page's text, ready to be rendered."""
        return PageTemplate(text, self.macros)


class PageTemplate:
    """A page's text with its calls."""

    def __init__(self, text: str, macros: Mapping[str, Callable[..., str]]) -> None:
        self.text, self.macros = text, macros

    def render(self, *_: Any, **__: Any) -> str:
        """The text with each call replaced; whatever else the plugin hands a page (config, files) stays outside."""
        return _CALL.sub(lambda found: self._called(*found.groups()), self.text)

    def _called(self, name: str, argument: str | None) -> str:
        if name not in self.macros:
            raise UnknownMacroError(f"Makroen {name} findes ikke.")
        return str(self.macros[name]() if argument is None else self.macros[name](argument))
