"""Adapter 2: what MkDocs calls. Validates, checks links, renders shells, writes generated pages and files."""

from __future__ import annotations

import json
import logging
import re
import shutil
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from posixpath import basename, dirname, normpath
from tempfile import mkdtemp
from typing import Any

# MkDocs loads a hook by its path, so the project's own package is found only when its root is named.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.ground.build_cache import BuildCache
from macros.ground.build_date import build_date
from macros.ground.danish import slug
from macros.ground.problem import report
from macros.ground.processes import share_out
from macros.html import page_body, page_shell
from macros.html.joined_scripts import SCRIPTS, joined_scripts
from macros.html.minified import minified_script, minified_style
from macros.html.page_calls import PageCalls
from macros.html.page_gate import unsafe_parts
from macros.html.rendering import environment
from macros.html.security_policy import chosen_colours, content_security_policy
from macros.html.stylesheet import STYLES, made_sheets, stylesheet
from macros.html.template_cache import TemplateCache
from macros.library.content import ContentError, load_content
from macros.mkdocs_theme import MaterialTheme, menu_of, plain_edit_link, toc_of
from macros.pages.pages import MACROS
from macros.sharing.page_dates import page_date
from macros.sharing.page_head import PageHeads
from macros.site import building
from macros.site.generated_site import case_pages, site_parts
from macros.site.offline_files import OFFLINE_PAGE, offline_files
from macros.site.site_files import generated_pages
from macros.site.site_folder import remove_others, write_files
from macros.site.site_ledger import write_part

# The theme's own program, style sheets and logo: pages get what they use of the sheet together with ours.
_UNUSED = re.compile(r"assets/(javascripts/|images/|stylesheets/.*\.min\.css|.*\.map$)")
_THEME_SHEET = re.compile(r"assets/stylesheets/main\.[^/]*\.min\.css$")
# The theme's templates that ours still ask for.
_THEME_TEMPLATES = ("partials/nav-item.html",)
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#?\s]+)")
# MkDocs counts warnings of its own loggers, and a strict build fails on them.
_log = logging.getLogger("mkdocs.hooks.alliancebanken")
# What a build has come to; MkDocs gives each event only a part of it.
_state: dict[str, Any] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stop before anything is built when the content is wrong, and give headings ASCII anchors."""
    try:
        content = load_content(cache=(cache := building.project_cache()))
    except ContentError as error:
        raise PluginError("Indholdet har fejl; siden er ikke bygget.\n" + report(error.problems)) from None
    building.begin(building.new_building(content, build_date(), config.site_url or "/", config.extra, cache))
    environment().bytecode_cache = TemplateCache(cache)
    # MkDocs' own choice: blocks of code that may set attributes, also from a text that stands in HTML of ours.
    config.markdown_extensions.remove("fenced_code")
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slug(text)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Have MkDocs write its pages aside, since it would empty the site's folder first."""
    _state["staged"] = config, config.site_dir
    config.site_dir = mkdtemp(prefix="alliancebanken-")


def on_build_error(**_: Any) -> None:
    """Leave nothing aside."""
    _unstage()


def _unstage() -> None:
    if "staged" in _state:
        config, site = _state.pop("staged")
        shutil.rmtree(config.site_dir, ignore_errors=True)
        config.site_dir = site


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Stop where a page is both written by hand and made from an item; know the generated files that pages link to."""
    now = _now()
    for page in generated_pages(now.content, now.today):
        if files.get_file_from_path(page.path):
            raise PluginError(f"docs/{page.path} er også en genereret side. Omdøb eller slet filen i docs/.")
    linked = {target for file in files.documentation_pages() for target in _targets(file)}
    for path in sorted(linked - files.src_uris.keys()):
        files.append(_promised(config, path))
    for path, script in _scripts(Path(config.docs_dir), now.cache).items():
        if written := files.get_file_from_path(path):
            files.remove(written)
        files.append(File.generated(config, path, content=script))
    unused = [file for file in files if _UNUSED.match(file.src_uri) and _from_theme(file, config)]
    theme = "".join(file.content_string for file in unused if _THEME_SHEET.match(file.src_uri))
    folders = [Path(folder) for folder in config.theme.dirs]
    parts = [(folder / name).read_text(encoding="utf-8") for name in _THEME_TEMPLATES for folder in folders
             if (folder / name).is_file()]  # fmt: skip
    _state["sheets"] = made_sheets(Path(config.config_file_path).parent, theme, parts, now.cache.text)
    for file in unused:
        files.remove(file)
    return files


def _scripts(docs: Path, cache: BuildCache) -> dict[str, bytes]:
    """Path to text of every module as it travels."""
    written = {path.relative_to(docs).as_posix(): path for path in sorted((docs / SCRIPTS).rglob("*.mjs"))}
    texts = {path: file.read_text(encoding="utf-8") for path, file in written.items()}

    def made() -> dict[str, str]:
        return {path: minified_script(text) for path, text in joined_scripts(texts).items()}

    return cache.files(("scripts", texts), made)


def _from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.abs_src_path is not None and Path(config.docs_dir) not in Path(file.abs_src_path).parents


def _targets(file: File) -> Iterator[str]:
    """The paths below docs/ that a hand-written page links to."""
    for link in _LINK.findall(file.content_string):
        path = normpath(f"{dirname(file.src_uri)}/{link}").removeprefix("/")
        if "." in basename(path) and not path.startswith(".."):
            yield path


def _promised(config: MkDocsConfig, path: str) -> File:
    """A file that this build must have written when it ends, though MkDocs neither renders nor copies it."""
    file = File.generated(config, path, content="")
    known = file.url, file.dest_uri  # worked out while the file still is a page
    file.is_documentation_page = lambda: False  # type: ignore[method-assign]
    file.copy_file = lambda dirty=False: None  # type: ignore[method-assign]  # noqa: ARG005
    _state.setdefault("promised", {})[known[1]] = path
    return file


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Remember the navigation, which the shells show too; let pages call our macros and be no templates otherwise."""
    _state["nav"] = nav
    plugin: Any = config.plugins["macros"]
    plugin._env = PageCalls({name: plugin.macros[name] for name in MACROS})


@event_priority(100)
def on_page_markdown(_: str, page: Page, **__: Any) -> None:
    """Escape what the theme writes into a page's head just as it is, and make the edit link a plain address.

    The day it changed is told by the content too, for the site map.
    """
    changed = page_date(_now().content, page.url.removeprefix("./"))
    page.update_date = changed.isoformat() if changed else ""
    for key in page.meta.keys() & {"title", "description"}:
        # Braces too: the plugin takes a title that has them for a template.
        page.meta[key] = escape(str(page.meta[key])).replace("{", "&#123;").replace("}", "&#125;")
    plain_edit_link(page)


@event_priority(-100)
def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Stop where a hand-written page could run code."""
    if parts := unsafe_parts(html):
        raise PluginError(f"docs/{page.file.src_uri} rummer noget, der kan køre kode: {', '.join(parts)}")
    return page_body.framed_tables(html)


def _put_back(now: building.Building, files: Files) -> None:
    """Put what the macros made and its headings into the hand-written pages."""
    for page in (file.page for file in files.documentation_pages()):
        if page and page.content is not None:
            page.content = now.put_back(page.content)
            page.toc = toc_of(page_body.contents(page_body.headings(page.content)))
            page.present_anchor_ids = (page.present_anchor_ids or set()) | page_body.anchors(page.content)


def on_env(env: Environment, files: Files, **_: Any) -> Environment:
    """Give the theme the policy of every page, the one inline script that it allows, and what machines read."""
    now = _now()
    now.make_parts()
    _put_back(now, files)
    made = [page.address for page in generated_pages(now.content, now.today)]
    addresses = [(now.site_url + address, page_date(now.content, address)) for address in made]
    heads = PageHeads(now.content, now.site_url)
    env.globals.update(
        content_security_policy=content_security_policy(),
        sheets=_state["sheets"],
        chosen_colours=Markup(chosen_colours()),
        generated_addresses=addresses,
        page_head=lambda *named: Markup(page_shell.HEAD if page_shell.ADDRESS in named[0] else heads.html(*named)),
    )
    env.bytecode_cache = TemplateCache(now.cache)
    _state.update(env=env, files=files)
    return env


def on_post_page(output: str, **_: Any) -> str:
    """Send no indentation, and the style sheets that the page needs."""
    linked: str = _state["sheets"].linked(page_shell.lean(output))
    return linked


def on_post_build(config: MkDocsConfig) -> None:
    """Write every generated page and file below the site's folder."""
    styles = minified_style(stylesheet(Path(config.docs_dir) / STYLES))
    _state["theme"] = theme = MaterialTheme(config, _state["env"], _state["files"], _state["nav"])
    site, staged = Path(_state["staged"][1]), Path(config.site_dir)
    own = {**_state["sheets"].files, "assets/menu.json": json.dumps(menu_of(_state["nav"]))}
    write_files(staged, own.items())
    others = (file for file in staged.rglob("*") if file.is_file())
    rows = write_files(site, ((file.relative_to(staged).as_posix(), file.read_bytes()) for file in others))
    page = staged / OFFLINE_PAGE
    html = page.read_text(encoding="utf-8") if page.is_file() else ""
    parts = site_parts(_now(), theme, styles)
    for written in share_out(parts, lambda part: write_part(site, part, _now().cache), few=2, at_a_time=1):
        rows |= written
    rows |= write_files(site, offline_files(rows, html, on=config.extra.get("offline") != "nej").items())
    remove_others(site, rows.keys())
    _unstage()
    missing_links(config)


def show_cases(config: MkDocsConfig, identifiers: list[str]) -> list[str]:
    """Write the pages of some cases again from what their files say now, after a whole build in this process.

    Nothing but cases has changed since: the cache is the whole build's. Returns the addresses; none where a case is
    new or gone, since that changes other pages too.
    """
    try:
        content = load_content(cache=(cache := _now().cache))
    except ContentError as error:
        raise PluginError(report(error.problems)) from None
    if not all(identifier in content.case_by_id for identifier in identifiers):
        return []
    building.begin(building.new_building(content, build_date(), config.site_url or "/", config.extra, cache))
    write_files(Path(config.site_dir), case_pages(_now(), _state["theme"], identifiers))
    return [content.case_by_id[identifier].url for identifier in identifiers]


def missing_links(config: MkDocsConfig) -> None:
    """Warn of every link from a hand-written page to a file that this build did not write."""
    site = Path(config.site_dir)
    for target, path in _state.pop("promised", {}).items():
        if not (site / target).is_file():
            _log.warning(f"En side i docs/ har et link til '{path}', som ikke findes.")


def _now() -> building.Building:
    now = building.current()
    assert now is not None, "on_config begins a build"
    return now
