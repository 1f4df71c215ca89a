"""Modules that travel together, in one file each for every page and for the finder, so that a browser asks once.

A module that is joined stays where it was and hands on what the joint file holds: however it is reached, it is one.
Modules outside ask the joint file itself. Each module in it runs when it is first asked for, so that a page's parts
can start one by one; those of the finder start together, and share their names instead of looking them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath, relpath

SCRIPTS = "assets/javascripts/"
JOINT = f"{SCRIPTS}shared.mjs"
FINDER = f"{SCRIPTS}finder.mjs"
MAIN = f"{SCRIPTS}main.mjs"
# The components in the theme's own parts, and those that every case has.
EVERYWHERE = (
    "color-switch", "site-menu", "site-search", "list-count", "list-button", "copy-links", "copy-text",
    "offline-keeper",
)  # fmt: skip
# Joint file -> the modules that it takes in, with all that they import and no earlier file holds.
JOINTS = {JOINT: EVERYWHERE, FINDER: ("case-finder",)}
# Joint files whose modules start together.
TOGETHER = {FINDER}
# Path of a joined module -> its joint file and its name there, which modules that start together share.
Places = dict[str, tuple[str, str]]
_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^export (?:async )?(?:function\*?|const|class) ([\w$]+)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:async )?(?:function\*?|const|let|class) ([\w$]+)", re.MULTILINE)
_ANY = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_ONCE = "const once = (make) => {\n  let made;\n  return () => (made ??= make());\n};"


class NotJoinableError(Exception):
    """A module says something that cannot be joined as simply as this."""


def joined_scripts(scripts: Mapping[str, str]) -> dict[str, str]:
    """Path to text of every module: the joint files, those they have taken in, and all others."""
    places: Places = {}
    joints: dict[str, str] = {}
    for joint, names in JOINTS.items():
        order: list[str] = []
        for path in (f"{SCRIPTS}{name}.mjs" for name in names):
            if path in scripts:
                _visit(scripts, path, [*places], order, ())
        first = len(places)
        places |= {path: (joint, f"m{first if joint in TOGETHER else first + at}") for at, path in enumerate(order)}
        if order:
            joints[joint] = _joint(scripts, joint, order, places)
    if not joints or MAIN not in scripts:
        return dict(scripts)
    others = {path: _relinked(text, path, places) for path, text in scripts.items() if path not in places}
    stubs = {path: _stub(scripts[path], path, place) for path, place in places.items()}
    return {**others, **stubs, **joints}


def _target(path: str, link: str) -> str:
    return normpath(join(dirname(path), link))


def _visit(scripts: Mapping[str, str], path: str, before: list[str], order: list[str], above: tuple[str, ...]) -> None:
    """Put a module after all that it imports; those that an earlier file holds stay there."""
    if path in above:
        raise NotJoinableError(f"{path} imports itself by way of {above[-1]}.")
    if path not in order and path not in before:
        for _, link in _IMPORT.findall(scripts[path]):
            _visit(scripts, _target(path, link), before, order, (*above, path))
        order.append(path)


def _joint(scripts: Mapping[str, str], joint: str, order: list[str], places: Places) -> str:
    """The modules one after the other, after what they need of earlier joint files."""
    asked: dict[str, set[str]] = {}
    for path in order:
        for _, link in _IMPORT.findall(scripts[path]):
            other, name = places[_target(path, link)]
            asked.setdefault(other, set()).add(name)
    asked.pop(joint, None)
    needs = [f'import {{ {", ".join(sorted(names))} }} from "{_link(joint, other)}";' for other, names in asked.items()]
    # Named twice, so that a minifier keeps the names.
    faces = ",".join(f"{name} as {name}" for name in dict.fromkeys(places[path][1] for path in order))
    bodies = (
        [_one_scope(scripts, order, places)] if joint in TOGETHER
        else [_wrapped(scripts[path], path, places) for path in order]
    )  # fmt: skip
    return "\n".join([*needs, _ONCE, *bodies, f"export {{{faces}}};", ""])


def _wrapped(text: str, path: str, places: Places) -> str:
    """A module as a function that runs it the first time, and gives what the module exports."""

    def taken(found: re.Match[str]) -> str:
        return _unpacked(found[1], places[_target(path, found[2])][1])

    names = _NAME.findall(text)
    body = _later(_EXPORT.sub("", _IMPORT.sub(taken, text)), path, SCRIPTS, places)
    if left := _ANY.search(body):
        raise NotJoinableError(f"{path}: {left[0]}")
    return f"const {places[path][1]} = once(() => {{\n{body}\nreturn {{{','.join(names)}}};\n}});"


def _one_scope(scripts: Mapping[str, str], order: list[str], places: Places) -> str:
    """Modules as one function that runs them in order the first time, and gives what they export."""
    whole = places[order[0]][1]
    taken: dict[str, str] = {}
    for path in order:
        for names, link in _IMPORT.findall(scripts[path]):
            other = places[_target(path, link)][1]
            for name, own in _pairs(names):
                value = own if other == whole else f"{other}().{name}"
                if taken.setdefault(own, value) != value or (other == whole and name != own):
                    raise NotJoinableError(f"{path}: {name} as {own}")
    bodies = [_later(_EXPORT.sub("", _IMPORT.sub("", scripts[path])), path, SCRIPTS, places) for path in order]
    constants = [f"const {own} = {value};" for own, value in taken.items() if own != value]
    body = "\n".join([*constants, *bodies])
    declared = _DECLARED.findall(body)
    if refused := [*_ANY.findall(body), *(name for name in declared if declared.count(name) > 1)]:
        raise NotJoinableError(f"{order[-1]}: {refused[0]}")
    exported = ",".join(name for path in order for name in _NAME.findall(scripts[path]))
    return f"const {whole} = once(() => {{\n{body}\nreturn {{{exported}}};\n}});"


def _relinked(text: str, path: str, places: Places) -> str:
    """A module outside, asking the joint file instead of the module that hands on."""
    asked_before: set[tuple[str, str]] = set()

    def asked(found: re.Match[str]) -> str:
        place = places.get(_target(path, found[2]))
        if place is None:
            return found[0]
        joint, name = place
        known = place in asked_before
        asked_before.add(place)
        asking = "" if known else f'import {{ {name} }} from "{_link(path, joint)}";\n'
        return asking + _unpacked(found[1], name)

    return _later(_IMPORT.sub(asked, text), path, dirname(path), places)


def _later(text: str, path: str, here: str, places: Places) -> str:
    """What a module asks for when it is needed, asked of the joint file that holds it; here: its folder."""

    def asked(found: re.Match[str]) -> str:
        target = _target(path, found[1])
        joint, name = places.get(target, (target, ""))
        link = _link(join(here, "_"), joint)
        if not name:
            return f'import("{link}")'
        # What starts the parts is handed each one to run when its turn comes.
        return f'import("{link}").then((all) => all.{name}{"" if path == MAIN else "()"})'

    return _LATER.sub(asked, text)


def _unpacked(names: str | None, whole: str) -> str:
    """What an import gives, taken out of the module's object; without names the module is only run."""
    pairs = _pairs(names)
    return f"const {', '.join(f'{own} = {whole}().{name}' for name, own in pairs)};" if pairs else f"{whole}();"


def _pairs(names: str | None) -> list[tuple[str, str]]:
    """What is imported, by its name there and its name here."""
    parts = [name.split(" as ") for name in map(str.strip, (names or "").split(",")) if name]
    return [(part[0], part[-1]) for part in parts]


def _stub(text: str, path: str, place: tuple[str, str]) -> str:
    """A module that hands on what it exports from the joint file."""
    joint, whole = place
    own: Iterable[str] = (f"export const {name} = {whole}().{name};" for name in _NAME.findall(text))
    return "\n".join([f'import {{ {whole} }} from "{_link(path, joint)}";', f"{whole}();", *own, ""])


def _link(path: str, target: str) -> str:
    link = relpath(target, dirname(path))
    return link if link.startswith(".") else f"./{link}"
