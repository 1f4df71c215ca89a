"""The modules that every page of content needs, in one file, so that a browser asks once.

A module that is joined stays where it was and hands on what the joint file holds: however it is reached, it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath, relpath

SCRIPTS = "assets/javascripts/"
JOINT = f"{SCRIPTS}shared.mjs"
MAIN = f"{SCRIPTS}main.mjs"
# The components in the theme's own parts, and those that every case has.
EVERYWHERE = (
    "color-switch", "site-menu", "site-search", "list-count", "list-button", "copy-links", "copy-text",
)  # fmt: skip
_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^export (?:async )?(?:function\*?|const|class) ([\w$]+)", re.MULTILINE)
_ANY = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')


class NotJoinableError(Exception):
    """A module says something that cannot be joined as simply as this."""


def joined_scripts(scripts: Mapping[str, str]) -> dict[str, str]:
    """Path to text of every module: the joint file, those it has taken in, and all others as they were."""
    roots = [path for name in EVERYWHERE if (path := f"{SCRIPTS}{name}.mjs") in scripts]
    order: list[str] = []
    for path in roots:
        _visit(scripts, path, order, ())
    if not order or MAIN not in scripts:
        return dict(scripts)
    place = {path: number for number, path in enumerate(order)}
    faces = ",".join(f"m{number} as m{number}" for number in place.values())
    joint = "\n".join([*(_wrapped(scripts[path], path, place) for path in order), f"export {{{faces}}};", ""])
    stubs = {path: _stub(scripts[path], path, number) for path, number in place.items()}
    main = f'import "./{relpath(JOINT, SCRIPTS)}";\n{scripts[MAIN]}'
    return {**scripts, **stubs, JOINT: joint, MAIN: main}


def _target(path: str, link: str) -> str:
    return normpath(join(dirname(path), link))


def _visit(scripts: Mapping[str, str], path: str, order: list[str], above: tuple[str, ...]) -> None:
    """Put a module after all that it imports."""
    if path in above:
        raise NotJoinableError(f"{path} imports itself by way of {above[-1]}.")
    if path not in order:
        for _, link in _IMPORT.findall(scripts[path]):
            _visit(scripts, _target(path, link), order, (*above, path))
        order.append(path)


def _wrapped(text: str, path: str, place: Mapping[str, int]) -> str:
    """A module as a function that is called at once and gives what the module exports."""

    def taken(found: re.Match[str]) -> str:
        other = f"m{place[_target(path, found[2])]}"
        return f"const {{{re.sub(r' as ', ': ', found[1])}}} = {other};" if found[1] is not None else ""

    def later(found: re.Match[str]) -> str:
        return f'import("./{relpath(_target(path, found[1]), SCRIPTS)}")'

    names = _NAME.findall(text)
    body = _LATER.sub(later, _EXPORT.sub("", _IMPORT.sub(taken, text)))
    if left := _ANY.search(body):
        raise NotJoinableError(f"{path}: {left[0]}")
    return f"const m{place[path]} = (() => {{\n{body}\nreturn {{{','.join(names)}}};\n}})();"


def _stub(text: str, path: str, number: int) -> str:
    """A module that hands on what it exports from the joint file."""
    names = _NAME.findall(text)
    own: Iterable[str] = (f"export const {name} = m{number}.{name};" for name in names)
    return "\n".join([f'import {{ m{number} }} from "{_relative(path)}";', *own, ""])


def _relative(path: str) -> str:
    link = relpath(JOINT, dirname(path))
    return link if link.startswith(".") else f"./{link}"
