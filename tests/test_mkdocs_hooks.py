"""The adapter to the generator: stops on faults, adds files, sets links for editing."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from macros import mkdocs_hooks
from macros.content import ContentError
from macros.problem import Problem
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
    def broken() -> None:
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


def test_generated_files_are_edited_at_their_source(config: MkDocsConfig) -> None:
    files = {file.src_uri: file for file in mkdocs_hooks.on_files(Files([]), config)}
    assert files["cases/horsens-alliancen.md"].edit_uri == "../cases/horsens-alliancen.yml"
    assert files["cases/horsens-alliancen.md"].url == "cases/horsens-alliancen/"
    assert files["aftaler/klausuler/opsigelse.md"].edit_uri == "../agreements/_klausuler/opsigelse.md"
    assert "--ab-ink" in files["assets/main.css"].content_string
    assert "https://a.example/cases/horsens-alliancen/" in files["data/feed.xml"].content_string
