"""Adapter 3, the only other importer of mkdocs: the theme's page as a shell, and its list of contents."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.html import page_body, page_shell
from macros.html.page_shell import Shell
from macros.site.generated_site import Theme


class MaterialTheme(Theme):
    """The theme's pages with room for a body."""

    def __init__(self, config: MkDocsConfig, env: Environment, files: Files, nav: Navigation) -> None:
        self.config, self.env, self.files, self.nav = config, env, files, nav
        self.contents_template = self.env.from_string('{% include "partials/toc.html" %}')

    def shell(self, depth: int, hide: tuple[str, ...], section: str) -> Shell:
        """The page of the theme that stands for all generated pages of a depth, a look and a top folder."""
        page = self._page(depth, hide)
        page.meta["afsnit"] = section_of(self.nav, section)
        context = get_context(self.nav, self.files, self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        html = self.config.plugins.on_post_page(html, page=page, config=self.config)
        empty = self._listed(page.toc)
        if html.count(empty) != 1:
            raise PluginError("Temaets indholdsfortegnelse findes ikke i temaets side.")
        return page_shell.cut_shell(html.replace(empty, page_shell.CONTENTS), depth)

    def _page(self, depth: int, hide: tuple[str, ...]) -> Page:
        path = page_shell.shell_address(depth).removesuffix("/") + ".md"
        file = File.generated(self.config, path, content="")
        file.edit_uri = "../" + page_shell.EDIT
        page = Page(None, file, self.config)
        page.markdown, page.content = "", page_shell.BODY_HTML
        page.meta = {
            "title": page_shell.TITLE,
            "description": page_shell.SUMMARY,
            "delekort": page_shell.CARD,
            "hide": list(hide),
        }
        page.toc = TableOfContents([AnchorLink("", page_shell.ANCHOR, 1)])
        plain_edit_link(page)
        return page

    def contents(self, entries: list[page_body.Entry]) -> str:
        """The list of a page's headings."""
        return self._listed(toc_of(entries))

    def _listed(self, toc: TableOfContents) -> str:
        return page_shell.lean(str(self.contents_template.render(page={"toc": toc}, config=self.config)).strip())


def menu_of(nav: Navigation) -> dict[str, list[tuple[str, str]]]:
    """Section's title -> title and address of each of its pages, for menus that fold out."""
    return {
        str(item.title): [(str(one.title), str(getattr(one, "url", ""))) for one in item.children or () if one.is_page]
        for item in nav.items
        if item.children
    }


def section_of(nav: Navigation, folder: str) -> str:
    """The title of what in the menu's top leads into a folder at the site's root; "" where nothing does."""
    tops = ((item, item.children[0] if item.children else item) for item in nav.items)
    return next((str(item.title) for item, page in tops if getattr(page, "url", "") == f"{folder}/"), "")


def toc_of(entries: Iterable[page_body.Entry]) -> TableOfContents:
    """Headings as the theme's templates read them."""

    def link(entry: page_body.Entry) -> AnchorLink:
        anchor = AnchorLink(entry.heading.name, entry.heading.id, entry.heading.level)
        anchor.children = [link(child) for child in entry.children]
        return anchor

    return TableOfContents([link(entry) for entry in entries])


def plain_edit_link(page: Page) -> None:
    """Make the link to a file beside docs/ an address without a way back in it."""
    if page.edit_url:
        page.edit_url = page.edit_url.replace("/docs/../", "/")
