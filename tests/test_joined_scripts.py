"""Modules in one file: each is still one, does what it did, and anything too clever is refused."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

import pytest

from macros.html.joined_scripts import EVERYWHERE, FINDER, JOINT, MAIN, SCRIPTS, NotJoinableError, joined_scripts
from tests.examples import ROOT

OWN = {
    path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "docs" / SCRIPTS).rglob("*.mjs")
}
SMALL = {
    MAIN: 'globalThis.main = "main";\nglobalThis.ready = import("./copy-text.mjs").then((run) => run());\n',
    f"{SCRIPTS}site-menu.mjs": 'import { count as number, up } from "./a/b.mjs";\nup();\nglobalThis.menu = number();\n'
    'export const later = () => import("./a/c.mjs");\n',
    f"{SCRIPTS}copy-text.mjs": 'import { up } from "./a/b.mjs";\nimport "./site-menu.mjs";\nup();\n',
    f"{SCRIPTS}a/b.mjs": "let n = 0;\nexport function up() {\n  n += 1;\n}\nexport const count = () => n;\n"
    "export async function wait() {}\nexport class Box {}\n",
    f"{SCRIPTS}a/c.mjs": 'import { count } from "./b.mjs";\nexport const seen = () => count();\n',
}


def test_the_projects_own_are_joined_with_all_they_import() -> None:
    made = joined_scripts(OWN)
    changed = {path for path in made if made[path] != OWN.get(path)}
    assert {f"{SCRIPTS}{name}.mjs" for name in (*EVERYWHERE, "case-finder")} | {JOINT, FINDER, MAIN} <= changed
    assert made.keys() == {*OWN, JOINT, FINDER}
    handing_on = {path for path in changed if made[path].startswith("import { m") and "export const" in made[path]}
    assert f"{SCRIPTS}finder/columns.mjs" in handing_on
    for path in handing_on:
        names = re.findall(r"^export (?:async )?(?:function|const|class) ([\w$]+)", OWN[path], re.MULTILINE)
        assert [name for name in names if f"export const {name} = " not in made[path]] == []


def test_nobody_asks_a_module_that_only_hands_on() -> None:
    """Neither at once nor when it is needed: each would be a request for nothing."""
    made = joined_scripts(OWN)
    asked = {
        normpath(join(dirname(path), link))
        for path, text in made.items()
        for links in re.findall(r'^import (?:\{[^}]*\} from )?"(\.[^"]+)";|\bimport\("(\.[^"]+)"\)', text, re.MULTILINE)
        for link in links
        if link
    }
    assert {JOINT, FINDER} <= asked
    assert not [path for path in asked if made.get(path, "").startswith("import { m") and "export const" in made[path]]


def test_a_module_is_in_one_file_only() -> None:
    made = joined_scripts(OWN)
    both = [set(re.findall(r"^const (m\d+) =", made[path], re.MULTILINE)) for path in (JOINT, FINDER)]
    assert both[0] and both[1] and not both[0] & both[1]
    assert 'from "./shared.mjs"' in made[FINDER] and "finder.mjs" not in made[JOINT]


def test_every_page_of_the_theme_has_what_is_joined() -> None:
    theme = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros" / "theme").rglob("*.html"))
    case = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros" / "templates").glob("*"))
    assert [name for name in EVERYWHERE if f"<{name}" not in theme + case] == []


@pytest.mark.parametrize(
    "text",
    [
        'export default 1;\n', 'export let a = 1;\n', 'export { a } from "./a/b.mjs";\n',
        'import a from "./a/b.mjs";\n', 'import * as a from "./a/b.mjs";\n',
        'import { up } from "./copy-text.mjs";\n',
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused(text: str) -> None:
    with pytest.raises(NotJoinableError):
        joined_scripts({**SMALL, f"{SCRIPTS}site-menu.mjs": text})


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ('import { size } from "./a/d.mjs";\nimport { up } from "./a/b.mjs";\nsize + up();\n', True),
        ('import { size as wide } from "./a/d.mjs";\nwide;\n', False),
        ('import { size } from "./a/d.mjs";\nconst room = size;\n', False),
        ('import { size } from "./a/d.mjs";\nimport { count as size } from "./a/b.mjs";\n', False),
    ],
    ids=["each its own name", "another name", "the same name", "a name for two"],
)
def test_modules_that_start_together_share_their_names(text: str, fits: bool) -> None:
    scripts = {**SMALL, f"{SCRIPTS}case-finder.mjs": text}
    scripts[f"{SCRIPTS}a/d.mjs"] = "const room = 4;\nexport const size = room;\n"
    if not fits:
        with pytest.raises(NotJoinableError):
            joined_scripts(scripts)
        return
    made = joined_scripts(scripts)
    assert made[FINDER].count("once(() =>") == 1 and "().size" not in made[FINDER]
    assert re.search(r"export const size = (m\d+)\(\)\.size", made[f"{SCRIPTS}a/d.mjs"])


def test_a_module_outside_asks_for_what_starts_together_once() -> None:
    both = 'import { size } from "./a/d.mjs";\nexport const twice = () => 2 * size;\n'
    outside = 'import { size } from "./d.mjs";\nimport { twice } from "../case-finder.mjs";\ntwice(size);\n'
    own = {
        f"{SCRIPTS}case-finder.mjs": both,
        f"{SCRIPTS}a/d.mjs": "export const size = 4;\n",
        f"{SCRIPTS}a/e.mjs": outside,
    }
    made = joined_scripts({**SMALL, **own})[f"{SCRIPTS}a/e.mjs"]
    assert made.count("import {") == 1 and ".size" in made and ".twice" in made


def test_a_project_without_components_is_left_as_it_is() -> None:
    assert joined_scripts({f"{SCRIPTS}a.mjs": "1"}) == {f"{SCRIPTS}a.mjs": "1"}
    assert joined_scripts({}) == {}
