"""The theme's list of contents, as the theme itself reads it, and plain edit links."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.ground import processes
from macros.html.page_body import contents, headings, page_body
from macros.html.stylesheet import SHEETS
from macros.library.content import load_content
from macros.mkdocs_theme import menu_of, plain_edit_link, section_of, toc_of
from macros.site import generated_site, site_files
from tests.examples import ROOT


def test_headings_become_the_themes_own_tree() -> None:
    found = headings(page_body("# A { #a }\n## B & C { #b }\n### D { #d }\n## E { #e }\n"))
    (top,) = toc_of(contents(found))
    assert (top.title, top.url, top.level) == ("A", "#a", 1)
    assert [(one.title, one.url) for one in top.children] == [("B &amp; C", "#b"), ("E", "#e")]
    assert [one.url for one in top.children[0].children] == ["#d"]


def test_a_menu_tells_the_pages_of_each_section_in_order() -> None:
    one, two = (SimpleNamespace(title=name, url=f"om/{name}/", is_page=True) for name in ("en", "to"))
    part = SimpleNamespace(title="Om", children=[one, SimpleNamespace(title="Del", is_page=False), two])
    top = SimpleNamespace(title="Forside", url="", is_page=True, children=None)
    assert menu_of(SimpleNamespace(items=[top, part])) == {"Om": [("en", "om/en/"), ("to", "om/to/")]}  # type: ignore[arg-type]


def test_a_folder_belongs_to_what_leads_into_it() -> None:
    """A section leads to its first page; a page deeper down, and one that is no page, lead nowhere."""
    pages = [SimpleNamespace(title=name, url=f"{name}/", children=None) for name in ("cases", "om", "data")]
    parts = [SimpleNamespace(title=one.title.title(), children=[one, SimpleNamespace(title="x")]) for one in pages[:2]]
    nav = SimpleNamespace(items=[SimpleNamespace(title="Forside", url="", children=None), *parts])
    assert [section_of(nav, name) for name in ("cases", "om", "data", "")] == ["Cases", "Om", "", ""]  # type: ignore[arg-type]
    assert section_of(SimpleNamespace(items=pages), "data") == "data"  # type: ignore[arg-type]


def test_an_edit_link_leads_straight_to_its_file() -> None:
    page = SimpleNamespace(edit_url="https://git.example/edit/main/docs/../cases/a.yml")
    plain_edit_link(page)  # type: ignore[arg-type]
    assert page.edit_url == "https://git.example/edit/main/cases/a.yml"
    none = SimpleNamespace(edit_url=None)
    plain_edit_link(none)  # type: ignore[arg-type]
    assert none.edit_url is None


def test_a_case_is_filled_into_the_theme_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole build of one hand-written page and three generated ones."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Forside\n\n## Mere { #mere }\n", encoding="utf-8")
    every = site_files.generated_pages
    monkeypatch.setattr(site_files, "generated_pages", lambda *given: islice(every(*given), 3))
    monkeypatch.setattr(generated_site, "generated_pages", lambda *given: islice(every(*given), 3))
    monkeypatch.setattr(generated_site, "file_groups", lambda *_: ())
    # Each page is made by another process, where the machine has a way to share them.
    monkeypatch.setattr(generated_site, "_PAGES_A_PART", 1)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"), site_dir=str(tmp_path / "site"), nav=None
    )
    build(config)
    pages = {file.parent.name for file in (tmp_path / "site" / "cases").glob("*/index.html")}
    assert len(pages) == 3
    name = sorted(pages)[0]
    html = (tmp_path / "site" / "cases" / name / "index.html").read_text(encoding="utf-8")
    case = load_content().case_by_id[name]
    assert f"<title>{escape(case.titel)} - Alliancebanken</title>" in html
    assert f'<link rel="canonical" href="https://alliancebanken.example/cases/{name}/">' in html
    assert f"edit/main/cases/{name}.yml" in html and "/docs/../" not in html
    assert f"assets/delekort/case-{name}.png" in html
    assert html.count("<h1") == 1 and 'href="#kilde"' in html and 'aria-label="Indholdsfortegnelse"' in html
    assert "qzx" not in html and "\n  " not in html
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="#mere"' in home and "qzx" not in home
    addresses = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert f"https://alliancebanken.example/cases/{name}/" in addresses
    assert not list((tmp_path / "site").rglob("bundle.*.js"))
    # Every style sheet is there by the name that it is asked for, and the theme's own is not sent beside it.
    sheets = set(re.findall(r'<link rel="stylesheet" href="\.\./\.\./(assets/[^"]+)"', html))
    written = {file.relative_to(tmp_path / "site").as_posix() for file in (tmp_path / "site").rglob("*.min.css")}
    assert (
        len(sheets) == 2
        and sheets < written
        and {path.split("/")[-1].split(".")[0] for path in written} == {"main", *SHEETS}
    )
    # One case alone, as scripts/serve.py asks for when its file is saved.
    hooks = config.hooks["macros/mkdocs_hooks.py"]
    (tmp_path / "site" / "cases" / name / "index.html").unlink()
    assert hooks.show_cases(config, [name]) == [f"cases/{name}/"]  # type: ignore[attr-defined]
    assert (tmp_path / "site" / "cases" / name / "index.html").read_text(encoding="utf-8") == html
    assert hooks.show_cases(config, ["findes-ikke"]) == []  # type: ignore[attr-defined]
