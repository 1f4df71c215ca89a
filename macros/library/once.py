"""Work out once for a content what many pages ask of it; a changed content is another object and asks anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from macros.library.content import Content

T = TypeVar("T")


def once(function: Callable[[Content], T]) -> Callable[[Content], T]:
    """The function, with its answer kept on the content itself."""

    @wraps(function)
    def kept(content: Content) -> T:
        answers = vars(content).setdefault("_once", {})
        if function not in answers:
            answers[function] = function(content)
        found: T = answers[function]
        return found

    return kept
