"""What the site's pages use of the theme's style sheet.

A rule stays when one of its selectors could match: when every class, id and attribute that the selector asks for is a
word in what pages are made of. It may keep too much, never too little. Knows neither generator nor theme by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
)

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_MOVED = re.compile(r"animation[^;}]*")
_GROUPS = {"media", "supports", "layer", "container"}


def words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that a class, an id or an attribute could be, in templates, scripts and pages."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def used_styles(theme: str, own: str, known: frozenset[str]) -> str:
    """The theme's rules that may match something, without custom properties that neither they nor own rules read."""
    text = _text(_kept(_parsed(theme), known))
    while True:
        read = frozenset(_USED.findall(text + own))
        shorter = _text(_read(_parsed(text), read, words(_MOVED.findall(text))))
        if shorter == text:
            return text
        text = shorter


def _text(rules: Iterable[Node]) -> str:
    text: str = tinycss2.serialize(list(rules))
    return text


def _parsed(text: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return rules


def _kept(rules: Iterable[Node], known: frozenset[str]) -> Iterator[Node]:
    """Rules, each with the selectors that may match; groups that hold any of them."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            parts = [part for part in _selectors(rule.prelude) if _may_match(part, known)]
            if parts:
                rule.prelude = [token for part in parts for token in (*part, _comma())][:-1]
                yield rule
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inner = list(_kept(_rules(rule.content), known))
            if inner:
                rule.content = inner
                yield rule
        elif isinstance(rule, AtRule):
            yield rule


def _rules(content: list[Node]) -> list[Node]:
    rules: list[Node] = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
    return rules


def _comma() -> Node:
    return LiteralToken(0, 0, ",")


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for token in prelude:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _may_match(selector: Sequence[Node], known: frozenset[str]) -> bool:
    """Whether all that a selector asks for is known; what stands in :not() and :is() is not looked at."""
    before: Node | None = None
    for token in selector:
        if isinstance(token, HashToken) or (isinstance(token, IdentToken) and before == "."):
            if token.value not in known:
                return False
        elif isinstance(token, SquareBracketsBlock) and not _may_have(token.content, known):
            return False
        before = token
    return True


def _may_have(attribute: Sequence[Node], known: frozenset[str]) -> bool:
    """Whether an attribute may stand on a page, with the value that is asked for where that is one word."""
    asked = [str(token.value) for token in attribute if isinstance(token, IdentToken | StringToken)]
    return all(word in known for word in asked if _WORD.fullmatch(word))


def _read(rules: Iterable[Node], read: frozenset[str], moved: frozenset[str]) -> Iterator[Node]:
    """Rules without custom properties and movements that nothing asks for, and without rules that this empties."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            # Browsers pass over errors too.
            sound = [item for item in found if item.type != "error"]
            stay = [item for item in sound if not isinstance(item, Declaration) or _is_read(item, read)]
            if stay:
                rule.content = stay
                yield rule
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inner = list(_read(_rules(rule.content), read, moved))
            if inner:
                rule.content = inner
                yield rule
        elif isinstance(rule, AtRule) and not ("keyframes" in rule.lower_at_keyword and not _is_moved(rule, moved)):
            yield rule


def _is_read(item: Declaration, read: frozenset[str]) -> bool:
    return not item.name.startswith("--") or item.name in read


def _is_moved(rule: AtRule, moved: frozenset[str]) -> bool:
    return any(isinstance(token, IdentToken) and token.value in moved for token in rule.prelude)
