"""What a script reads before it is declared, seen in the syntax tree: such a script stops the moment it gets there."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))
# What has names of its own, and what is only run later.
_SCOPES = {
    "program", "statement_block", "for_statement", "for_in_statement", "switch_body", "class_static_block",
    "catch_clause",
}  # fmt: skip
_LATER = {
    "function_declaration", "function_expression", "arrow_function", "method_definition",
    "generator_function", "generator_function_declaration", "field_definition",
}  # fmt: skip
_NEVER = _LATER | {"import_statement", "export_clause"}
_READ = {"identifier", "shorthand_property_identifier"}


def parse(script: str) -> Node:
    """The syntax tree of a module."""
    return _PARSER.parse(script.encode()).root_node


def read_too_early(script: str) -> list[str]:
    """Every name that a block reads before its own const, let or class of that name, as "name: the code around it"."""
    return [found for scope in _all(parse(script)) if scope.type in _SCOPES for found in _early(scope)]


def _early(scope: Node) -> Iterator[str]:
    for name, ready in _declared(scope).items():
        for read in _reads(scope, name):
            if read.start_byte < ready:
                around = (read.parent.text if read.parent and read.parent.text else b"").decode()
                yield f"{name}: {around[:80]}"


def _declared(scope: Node) -> dict[str, int]:
    """Name to the place from which it can be read, for what stands directly in a block."""
    found: dict[str, int] = {}
    # The name of a loop or of what was caught is there from the start.
    for given in (scope.child_by_field_name("left"), scope.child_by_field_name("parameter")):
        found |= dict.fromkeys(_names(given) if given is not None else (), 0)
    for child in scope.named_children:
        inner = child.child_by_field_name("declaration") if child.type == "export_statement" else child
        if inner is None:
            continue
        if inner.type == "lexical_declaration":
            for one in inner.named_children:
                pattern = one.child_by_field_name("name")
                if pattern is not None:
                    found |= dict.fromkeys(_names(pattern), one.end_byte)
        elif inner.type == "class_declaration":
            name = inner.child_by_field_name("name")
            if name is not None:
                found[_text(name)] = inner.start_byte
    return found


def _names(pattern: Node) -> list[str]:
    """The names that a pattern gives; what stands after = in it is read, not given."""
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        return [_text(pattern)]
    if pattern.type in ("assignment_pattern", "object_assignment_pattern"):
        left = pattern.child_by_field_name("left")
        return _names(left) if left is not None else []
    if pattern.type == "pair_pattern":
        value = pattern.child_by_field_name("value")
        return _names(value) if value is not None else []
    return [name for child in pattern.named_children for name in _names(child)]


def _reads(node: Node, name: str) -> Iterator[Node]:
    """Where a name is read at once: not in what runs later, nor where an inner block has its own of that name."""
    for child in node.named_children:
        if child.type in _NEVER or (child.type in _SCOPES and name in _declared(child)):
            continue
        if child.type == "variable_declarator":
            pattern, value = child.child_by_field_name("name"), child.child_by_field_name("value")
            # What the pattern gives is no reading; what it takes from is.
            if pattern is not None and pattern.type not in _READ:
                yield from _defaults(pattern, name)
            if value is not None:
                yield from _here(value, name)
                if value.type not in _NEVER:
                    yield from _reads(value, name)
        else:
            yield from _here(child, name)
            yield from _reads(child, name)


def _here(node: Node, name: str) -> Iterator[Node]:
    if node.type in _READ and _text(node) == name:
        yield node


def _defaults(pattern: Node, name: str) -> Iterator[Node]:
    for child in _all(pattern):
        right = child.child_by_field_name("right")
        if right is not None and child.type in ("assignment_pattern", "object_assignment_pattern"):
            yield from _here(right, name)
            yield from _reads(right, name)


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.named_children:
        yield from _all(child)


def _text(node: Node) -> str:
    return (node.text or b"").decode()
