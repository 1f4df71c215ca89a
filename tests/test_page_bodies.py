"""Bodies of generated pages: each is made anew when what it shows changes, and not when something else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from macros.finding.related import related_cases
from macros.ground.build_cache import BuildCache
from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.library.content import Content
from macros.pages.pages import Pages
from macros.sharing.page_head import PageHeads
from macros.site.building import Building
from macros.site.page_bodies import PageBodies
from macros.site.site_files import generated_pages, other_files

TODAY = date(2026, 11, 22)


def bodies(content: Content, folder: Path) -> PageBodies:
    """The bodies of a build with its cache in a folder."""
    return PageBodies(Building(content, TODAY, "https://a.example/", BuildCache(folder, b"kode")))


def changed_pages(before: Content, after: Content, folder: Path) -> set[str]:
    """The generated pages whose digest a change has changed."""
    first, second = bodies(before, folder), bodies(after, folder)
    parts = {page.path: first.parts(page) for page in generated_pages(before, TODAY)}
    return {page.path for page in generated_pages(after, TODAY) if parts.get(page.path) != second.parts(page)}


def test_a_body_is_what_its_macro_makes(content: Content, tmp_path: Path) -> None:
    made, pages = bodies(content, tmp_path), Pages(content, TODAY, "https://a.example/")
    for page in generated_pages(content, TODAY):
        assert made.parts_of(page).body == lean(page_body(getattr(pages, page.macro)(page.identifier)))


def test_a_changed_case_changes_the_pages_that_show_it_and_no_others(content: Content, tmp_path: Path) -> None:
    case = content.cases[0].model_copy(update={"formaal": "Et nyt formål."})
    after = replace(content, cases=(case, *content.cases[1:]))
    cases = {
        path for path in changed_pages(content, after, tmp_path) if path.startswith("cases/") and "efter" not in path
    }
    showing = {other.id for other in content.cases if case.id in {row.case.id for row in related_cases(after, other)}}
    assert cases == {f"cases/{identifier}.md" for identifier in {case.id, *showing}}
    assert len(cases) < len(content.cases)


def test_a_changed_case_changes_the_lists_it_stands_on(content: Content, tmp_path: Path) -> None:
    case = content.cases[0].model_copy(update={"titel": "Et nyt navn"})
    found = changed_pages(content, replace(content, cases=(case, *content.cases[1:])), tmp_path)
    lists = {path for path in found if path.startswith("cases/efter/")}
    assert {f"cases/efter/branche/{value}.md" for value in case.brancher} <= lists
    assert {page.path for page in generated_pages(content, TODAY) if page.macro != "case_page"} - found, (
        "ikke alle lister"
    )


@pytest.mark.parametrize("name", ["temaer", "brancher", "viden", "kildenoter", "siden_2018"])
def test_a_changed_list_changes_every_page(name: str, content: Content, tmp_path: Path) -> None:
    rows = dict(reversed(content.vocabularies[name].items()))
    after = replace(content, vocabularies={**content.vocabularies, name: rows})
    before, now = bodies(content, tmp_path), bodies(after, tmp_path)
    assert all(before.parts(page) != now.parts(page) for page in generated_pages(content, TODAY))


def test_what_belongs_to_a_case_comes_with_its_page(content: Content, tmp_path: Path) -> None:
    made = bodies(content, tmp_path)
    every = other_files(content, TODAY, "https://a.example/", "")
    for page in islice(generated_pages(content, TODAY), 3):
        case = content.case_by_id[page.identifier]
        parts = made.parts_of(page)
        assert made.parts_of(page) == parts
        assert parts.head == PageHeads(content, "https://a.example/").html(page.address, page.title, page.summary)
        assert {f"{case.url}{name}" for name in ("index.json", "index.md", "qr.svg", "ark/index.html")} <= set(
            parts.files
        )
        for path, file in parts.files.items():
            if not path.endswith("index.md"):
                text = every[path].content
                assert file == (text if isinstance(text, bytes) else text.encode()), path


def test_a_case_sees_no_other_case_but_its_kin(content: Content, tmp_path: Path) -> None:
    """All else in the content may change, and what is kept of the case is the same."""
    case, page = content.cases[0], next(iter(generated_pages(content, TODAY)))
    kin = {row.case.id for row in related_cases(content, case)} | {case.id}
    few = replace(content, cases=tuple(one for one in content.cases if one.id in kin))
    first, second = bodies(content, tmp_path / "a"), bodies(few, tmp_path / "b")
    assert first.parts(page) == second.parts(page)
    assert first.parts_of(page) == second.parts_of(page)
