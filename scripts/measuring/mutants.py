"""Small faults put into a program one at a time, so that tests can be seen to notice them.

The well-kept tools (mutmut, cosmic-ray) start a test run from nothing for each fault, which costs seconds apiece here,
and know nothing of scripts for browsers; these few operators are the ones that both of them begin with.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SUMS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
# In scripts: what is written, and what stands there instead.
_SCRIPT = (
    (r"===", "!=="), (r"!==", "==="), (r"(?<![=<>])>(?![=>])(?= )", ">="), (r"<(?= )", "<="), (r"&&", "||"),
    (r"\|\|", "&&"), (r"\?\?", "&&"), (r"(?<=[(\s])!(?=[\w(])", ""), (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"\breturn (?=[^;\n]+;)", "return void "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " + "),
    (r"(?<![\w.\"'])\d+(?![\w.\"'])", "(1 + \\g<0>)"), (r"\bthrow (?=new )", "void "),
    (r"\.slice\(", ".concat("), (r"\bfatal: true", "fatal: false"), (r"\.(trim|normalize|reverse|sort)\(", ".valueOf("),
)  # fmt: skip
_SHOWN = 60


@dataclass(frozen=True)
class Mutant:
    """One fault: the line it is on, what was done, and the whole text with it."""

    line: int
    what: str
    text: str


def python_mutants(text: str) -> Iterator[Mutant]:
    """Every fault of a Python module."""
    tree = ast.parse(text)
    skipped = set(map(id, _words(tree)))
    node: Any
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in skipped:
            continue
        for what, change in _changes(node):
            other = copy.deepcopy(tree)
            target = next(item for place, item in enumerate(ast.walk(other)) if place == number)
            before = ast.unparse(node)
            change(target)
            line = getattr(node, "lineno", 0) or node.target.lineno  # a part of a comprehension has no place itself
            yield Mutant(line, _told(what, before), ast.unparse(ast.fix_missing_locations(other)))


def _told(what: str, code: str) -> str:
    """What was done and to which piece of code, on one line."""
    first = " ".join(code.split())
    return f"{what}: {first[:_SHOWN]}{'…' if len(first) > _SHOWN else ''}"


def _words(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, annotations and texts for people: a fault in these is one of words, which other tests look at."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node
        if isinstance(node, ast.JoinedStr):
            yield from ast.walk(node)
        for name in ("annotation", "returns"):
            if isinstance(getattr(node, name, None), ast.AST):
                yield from ast.walk(getattr(node, name))
        if isinstance(node, (ast.ImportFrom, ast.Import)):
            yield from ast.walk(node)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            yield from ast.walk(node.body[0])
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            yield from ast.walk(node)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("TypeVar", "dataclass", "lru_cache"):
            yield from ast.walk(node)


def _changes(node: Any) -> Iterator[tuple[str, Callable[[Any], object]]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        yield "sammenligning vendt", lambda it: it.ops.__setitem__(0, _COMPARISONS[type(it.ops[0])]())
    if isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "and/or byttet", lambda it: setattr(it, "op", other())
    if isinstance(node, ast.BinOp) and type(node.op) in _SUMS:
        yield "regneart byttet", lambda it: setattr(it, "op", _SUMS[type(it.op)]())
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield "betingelse vendt", lambda it: setattr(it, "test", ast.UnaryOp(ast.Not(), it.test))
    if isinstance(node, ast.comprehension) and node.ifs:
        yield "filter fjernet", lambda it: setattr(it, "ifs", [])
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield "returnerer intet", lambda it: setattr(it, "value", ast.Constant(None))
    if isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom)):
        yield "sætning fjernet", lambda it: setattr(it, "value", ast.Constant(None))
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "sandhed vendt", lambda it: setattr(it, "value", not it.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "tal øget", lambda it: setattr(it, "value", it.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield "tekst ændret", lambda it: setattr(it, "value", "XX" + it.value)
    if isinstance(node, ast.Continue):
        yield "continue blev break", lambda it: setattr(it, "__class__", ast.Break)
    if isinstance(node, ast.Raise):
        yield "fejl ikke rejst", lambda it: setattr(it, "exc", ast.Call(ast.Name("SystemError", ast.Load()), [], []))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def script_mutants(text: str) -> Iterator[Mutant]:
    """Every fault of a script; comments, imports and what stands in quotes are left alone."""
    hidden = [found.span() for found in re.finditer(r"/\*[\s\S]*?\*/|//[^\n]*|^import[^;]*;|\"[^\"\n]*\"", text, re.M)]
    for pattern, instead in _SCRIPT:
        for found in re.finditer(pattern, text):
            if not any(start <= found.start() < end for start, end in hidden):
                line = text.count("\n", 0, found.start()) + 1
                what = f"»{found[0].strip()}« blev »{found.expand(instead).strip()}«"
                yield Mutant(line, what, text[: found.start()] + found.expand(instead) + text[found.end() :])
