"""Adapter 2: the only importer of mkdocs. Validates, adds generated files, sets edit links."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import Any

# MkDocs loads a hook by its path, so the project's own package is found only when its root is named.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.build_date import build_date
from macros.content import ContentError, load_content
from macros.danish import slug
from macros.problem import report
from macros.security_policy import chosen_colours, content_security_policy
from macros.site_files import site_files
from macros.stylesheet import stylesheet

_STYLES = "assets/stylesheets"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stop before anything is built when the content is wrong, and give headings ASCII anchors."""
    try:
        load_content()
    except ContentError as error:
        raise PluginError("Indholdet har fejl; siden er ikke bygget.\n" + report(error.problems)) from None
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slug(text)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and data file, with edit links to the data they come from."""
    content = load_content()
    styles = stylesheet(Path(config.docs_dir) / _STYLES)
    for path, made in site_files(content, build_date(), config.site_url or "/", styles).items():
        file = File.generated(config, path, content=made.content)
        if made.edit_path:
            file.edit_uri = "../" + made.edit_path
        files.append(file)
    return files


def on_env(env: Environment, **_: Any) -> Environment:
    """Give the theme the policy of every page and the one inline script that it allows."""
    env.globals.update(content_security_policy=content_security_policy(), chosen_colours=Markup(chosen_colours()))
    return env


def on_page_markdown(_: str, page: Page, **__: Any) -> None:
    """Escape what the theme writes into a page's head just as it is, and make the edit link a plain address."""
    for key in page.meta.keys() & {"title", "description"}:
        page.meta[key] = escape(str(page.meta[key]))
    if page.edit_url:
        page.edit_url = page.edit_url.replace("/docs/../", "/")
