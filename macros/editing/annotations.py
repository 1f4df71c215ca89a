"""Problems as GitHub's annotations: shown on the line of the file, with the same words as everywhere else."""

from __future__ import annotations

from collections.abc import Iterable

from macros.ground.problem import Problem

ERROR, NOTICE = "error", "notice"


def annotation_lines(problems: Iterable[Problem], level: str = ERROR) -> str:
    """One command line for each problem, sorted, ended by a line break; nothing where there are none."""
    return "".join(f"{_command(problem, level)}\n" for problem in sorted(set(problems)))


def _command(problem: Problem, level: str) -> str:
    place = f"file={_value(problem.path)},line={problem.line},col={problem.column}"
    title = _value(problem.field or ("Fejl" if level == ERROR else "Råd"))
    expected = f" (forventet: {problem.expected})" if problem.expected else ""
    tip = f"\nTip: {problem.tip}" if problem.tip else ""
    return f"::{level} {place},title={title}::{_data(f'{problem.message}{expected}{tip}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
