"""The adapter to the generator: stops on faults, adds files, sets links for editing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from macros import mkdocs_hooks
from macros.ground.problem import Problem
from macros.library.content import ContentError
from tests.examples import ROOT


@pytest.fixture
def config() -> MkDocsConfig:
    """The project's settings, as far as the hooks read them."""
    config = MkDocsConfig(config_file_path=str(ROOT / "mkdocs.yml"))
    config.load_dict(
        {
            "site_name": "Prøve",
            "docs_dir": str(ROOT / "docs"),
            "site_url": "https://a.example/",
            "edit_uri": "https://git.example/edit/main/docs/",
        }
    )
    config.validate()
    config.plugins._current_plugin = "hooks"  # as while MkDocs runs a hook
    return config


def test_faults_stop_the_build_with_the_editors_report(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise ContentError((Problem("cases/a.yml", 3, 1, "tal", "»x« er ikke et tal"),))

    monkeypatch.setattr(mkdocs_hooks, "load_content", broken)
    with pytest.raises(PluginError) as caught:
        mkdocs_hooks.on_config(config)
    said = str(caught.value)
    assert said.startswith("Indholdet har fejl; siden er ikke bygget.\ncases/a.yml:3:1: tal: »x« er ikke et tal")
    assert said.endswith("1 fejl i 1 fil.")


def test_headings_get_ascii_anchors(config: MkDocsConfig) -> None:
    slugify = mkdocs_hooks.on_config(config).mdx_configs["toc"]["slugify"]
    assert slugify("Hvem får æren på Ærø?", "-") == "hvem-faar-aeren-paa-aeroe"


def linking(config: MkDocsConfig, tmp_path: Path, link: str) -> Files:
    """The files of a project with one hand-written page, which has one link."""
    config.docs_dir = str(tmp_path)
    (tmp_path / "om.md").write_text(f"[Et link]({link})", encoding="utf-8")
    mkdocs_hooks.on_config(config)
    return mkdocs_hooks.on_files(Files([File("om.md", str(tmp_path), config.site_dir, True)]), config)


def test_a_page_may_link_to_what_is_generated(config: MkDocsConfig, tmp_path: Path) -> None:
    files = linking(config, tmp_path, "cases/horsens-alliancen.md#kilde")
    assert files.src_uris["cases/horsens-alliancen.md"].url == "cases/horsens-alliancen/"
    assert [file.src_uri for file in files.documentation_pages()] == ["om.md"]


@pytest.mark.parametrize(
    ("link", "missing"),
    [("cases/findes-ikke.md", True), ("data/findes-ikke.json", True), ("data/cases.json", False), ("#x", False)],
)
def test_a_link_to_what_was_not_generated_is_told(
    link: str, missing: bool, config: MkDocsConfig, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    linking(config, tmp_path, link)
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "cases.json").write_text("[]")
    config.site_dir = str(tmp_path / "site")
    mkdocs_hooks.missing_links(config)
    assert (f"'{link}'" in caplog.text) == missing


def test_a_page_cannot_be_both_written_and_generated(config: MkDocsConfig) -> None:
    mkdocs_hooks.on_config(config)
    own = File.generated(config, "cases/horsens-alliancen.md", content="# Min egen")
    with pytest.raises(PluginError, match="er også en genereret side"):
        mkdocs_hooks.on_files(Files([own]), config)


def test_pages_are_made_aside_and_nothing_is_left_there(config: MkDocsConfig, tmp_path: Path) -> None:
    config.site_dir = str(tmp_path)
    mkdocs_hooks.on_pre_build(config)
    aside = Path(config.site_dir)
    assert aside.is_dir()
    assert aside != tmp_path
    mkdocs_hooks.on_build_error()
    assert config.site_dir == str(tmp_path)
    assert not aside.exists()
    mkdocs_hooks.on_build_error()


def test_a_hand_written_page_that_could_run_code_stops_the_build(config: MkDocsConfig) -> None:
    mkdocs_hooks.on_config(config)
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="bidrag/index.md"))
    assert mkdocs_hooks.on_page_content("<p>almindelig</p>", page) == "<p>almindelig</p>"
    with pytest.raises(PluginError, match=r"docs/bidrag/index\.md rummer noget, der kan køre kode: <a onclick>"):
        mkdocs_hooks.on_page_content("<a onclick=x>a</a>", page)


def test_a_title_is_no_template_and_no_html(config: MkDocsConfig) -> None:
    mkdocs_hooks.on_config(config)
    page: Any = SimpleNamespace(meta={"title": "{{ 7*7 }} <b>", "description": "{% x %}"}, edit_url=None, url="om/")
    mkdocs_hooks.on_page_markdown("", page)
    assert page.meta == {
        "title": "&#123;&#123; 7*7 &#125;&#125; &lt;b&gt;",
        "description": "&#123;% x %&#125;",
    }


def test_pages_can_call_our_macros_and_nothing_else() -> None:
    plugin = SimpleNamespace(macros={**dict.fromkeys(mkdocs_hooks.MACROS, lambda: "vist"), "now": lambda: "i dag"})
    config: Any = SimpleNamespace(plugins={"macros": plugin})
    mkdocs_hooks.on_nav(SimpleNamespace(), config)  # type: ignore[arg-type]
    assert plugin._env.from_string("{{ front_page() }}").render(config=config) == "vist"
    assert "now" not in plugin._env.macros
