"""The content without its cases, for what is made of one case or some and kept until it or they change."""

from __future__ import annotations

from typing import Any, cast

from macros.library.content import Content

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
