"""Every generated file, as one pure function of the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.finding.facet_pages import ROOT, facet_pages
from macros.ground.build_cache import Digest, Keep, digest, made_anew
from macros.library.content import PROJECT, Content, load_content
from macros.pages.pages import MACROS, Pages
from macros.site.site_files import SiteFile, file_groups, generated_pages, site_files, stub

TODAY = date(2026, 11, 22)
SITE = "https://alliancebanken.example/"
STYLES = "a {}\n"
# Cards and handouts stand outside the generator: their own tests read them.
MACHINE_FILES = ("admin/", "data/", "assets/", "opsaetning/", "_headers", "indlejr/")


def is_page(path: str) -> bool:
    """Whether people read the file as a page."""
    return path.endswith((".md", ".html")) and not path.startswith(MACHINE_FILES) and "/ark/" not in path


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, SiteFile]:
    """Every generated file."""
    return site_files(content, TODAY, SITE, STYLES)


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2028, 2, 29), date(2100, 1, 1)])
def test_a_clock_that_is_wrong_changes_no_address(content: Content, day: date) -> None:
    """Regions have a last day; what a page is called does not hang on the day it is built."""
    pages = {page.path for page in generated_pages(content, TODAY) if "/region/" not in page.path}
    assert {page.path for page in generated_pages(content, day) if "/region/" not in page.path} == pages
    assert Pages(content, day, SITE).front_page()


def test_there_is_a_page_for_each_item(files: dict[str, SiteFile], content: Content) -> None:
    expected = {
        *(f"cases/{case.id}.md" for case in content.cases),
        *(f"c/{case.nummer}/index.html" for case in content.cases if case.nummer),
        *(f"temaer/{theme.id}.md" for theme in content.terms("temaer")),
        *(f"aftaler/{agreement.id}.md" for agreement in content.agreements),
        *(f"aftaler/klausuler/{clause.id}.md" for clause in content.clauses),
        *(f"cases/efter/{page.id}.md" for page in facet_pages(content, TODAY)),
    }
    assert {path for path in files if is_page(path)} == expected
    assert {"data/cases.json", "data/feed.xml", "data/soeg/start.json"} <= files.keys()
    assert files["assets/main.css"].content == STYLES


def test_no_page_is_also_written_by_hand(files: dict[str, SiteFile]) -> None:
    assert not [path for path in files if (PROJECT / "docs" / path).exists()]


def test_every_page_is_mended_where_it_comes_from(files: dict[str, SiteFile]) -> None:
    for path, file in files.items():
        if is_page(path):
            assert file.edit_path and (PROJECT / file.edit_path).is_file()


def test_the_texts_beside_pages_are_not_taken_for_pages(files: dict[str, SiteFile]) -> None:
    assert not [path for path in files if path.endswith("/index.md")]
    groups = dict(file_groups(load_content(), TODAY, SITE, STYLES))
    assert "laering/index.md" in dict(groups["tvillinger"]())


def test_a_page_is_front_matter_and_one_macro_call(files: dict[str, SiteFile]) -> None:
    for path, file in files.items():
        if path.endswith(".md"):
            _, head, body = str(file.content).split("---\n", 2)
            assert yaml.safe_load(head).keys() == {"title", "description", "hide", "delekort"}
            name, _, rest = body.strip().removeprefix("{{ ").partition("(")
            assert name in MACROS
            identifier = path.removesuffix(".md").removeprefix(ROOT) if path.startswith(ROOT) else Path(path).stem
            assert rest == f'"{identifier}") }}}}'


@pytest.mark.parametrize(
    "text", ['A "citeret" titel', "a: b", "---", "{{ 7*7 }}", "\\n", "# x", "'x'", "- [a]", "æøå »x« 😀", "!ENV X"]
)
def test_front_matter_holds_any_text(text: str) -> None:
    _, head, _ = stub(text, text, "case_page", "a", ()).split("---\n", 2)
    assert yaml.safe_load(head) == {"title": text, "description": text, "hide": []}


def test_it_is_the_same_every_time(content: Content, files: dict[str, SiteFile]) -> None:
    assert site_files(content, TODAY, SITE, STYLES) == files


def test_a_case_without_a_number_has_no_short_address(content: Content, files: dict[str, SiteFile]) -> None:
    case = content.cases[0].model_copy(update={"nummer": None})
    fewer = site_files(replace(content, cases=(case, *content.cases[1:])), TODAY, SITE, STYLES)
    assert files.keys() - fewer.keys() == {"c/1/index.html"}


def test_what_is_kept_of_the_data_files_is_never_stale(content: Content) -> None:
    kept: dict[Digest, bytes] = {}

    def keep(parts: Iterable[object], make: Callable[[], bytes]) -> bytes:
        name = digest(parts)
        if name not in kept:
            kept[name] = make()
        return kept[name]

    def data(of: Content, site: str, keep: Keep) -> dict[str, SiteFile]:
        groups = dict(file_groups(of, TODAY, site, "", keep))
        return {path: file for name in ("soeg", "data", "regneark") for path, file in groups[name]()}

    theme = content.terms("temaer")[0].model_copy(update={"navn": "Et andet navn"})
    lists = {**content.vocabularies, "temaer": {**content.vocabularies["temaer"], theme.id: theme}}
    sizes = []
    for of, site in (
        (content, SITE), (content, "https://b.example/"),
        (replace(content, cases=content.cases[::-1]), SITE), (replace(content, vocabularies=lists), SITE),
    ):  # fmt: skip
        assert data(of, site, keep) == data(of, site, made_anew)
        sizes.append(len(kept))
    assert len(set(sizes)) == 4
