"""Every generated file of the site as one pure function: content in, path and text out. Nothing touches the disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.agreement.blank_files import blank_files
from macros.agreement.builder_data import builder_data
from macros.editing.cms_configuration import admin_page, admin_policy, cms_configuration
from macros.editing.editor_files import editor_files, published_schemas
from macros.editing.new_case import new_case_data
from macros.finding.facet_pages import ROOT, facet_pages
from macros.finding.search_files import each_search_file
from macros.ground.build_cache import Keep, made_anew, packed, unpacked
from macros.html.rendering import render
from macros.html.security_policy import content_security_policy, header_files
from macros.html.standalone_styles import standalone_styles
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.model.case_model import Case
from macros.sharing.case_files import case_file, names, shared_files
from macros.sharing.data_files import database_files, sheet_files, text_files
from macros.sharing.feed import feed
from macros.sharing.open_data import compact_json
from macros.sharing.page_twins import MARKDOWN, case_twin, facet_twins, page_twins
from macros.sharing.partner_files import case_partner_files, partner_files
from macros.sharing.social_cards import card_files, card_name, case_card


@dataclass(frozen=True)
class SiteFile:
    """A generated file's content, and the file in the repository that an editor changes to change it."""

    content: str | bytes
    edit_path: str | None = None


class GeneratedPage(NamedTuple):
    """A page that nobody writes: what its head says, the macro that makes its body, and the file to edit."""

    path: str
    title: str
    summary: str
    macro: str
    identifier: str
    hide: tuple[str, ...]
    card: str
    edit_path: str

    @property
    def address(self) -> str:
        """The page's address below the site's root."""
        return self.path.removesuffix(".md") + "/"


def generated_pages(content: Content, today: date) -> Iterator[GeneratedPage]:
    """Every page that is made from an item."""
    return (GeneratedPage(*row) for row in (*_pages(content), *_facet_pages(content, today)))


def site_files(
    content: Content, today: date, site_url: str, styles: str, addresses: Mapping[str, str] | None = None
) -> dict[str, SiteFile]:
    """Path below docs/ to file: stub pages with one macro call each, and every other generated file.

    Addresses are those of mkdocs.yml's extra: where the repository is, and what logs editors in.
    """
    files = {
        page.path: SiteFile(stub(page.title, page.summary, page.macro, page.identifier, page.hide, page.card),
                            page.edit_path)
        for page in generated_pages(content, today)
    }  # fmt: skip
    return files | other_files(content, today, site_url, styles, addresses)


def other_files(
    content: Content, today: date, site_url: str, styles: str, addresses: Mapping[str, str] | None = None
) -> dict[str, SiteFile]:
    """Path to file of all that is no page of the theme's: short addresses, data files, pictures, the style sheet."""
    groups = file_groups(content, today, site_url, styles, addresses=addresses)
    files = {path: file for _, make in groups for path, file in make()}
    shared = shared_content(content)
    for case in content.cases:
        files |= own_files(shared, case, site_url)
    for page in facet_pages(content, today):
        files |= {path: SiteFile(text) for path, text in facet_twins(shared, page, site_url).items()}
    # A generator that reads the files from disk would take these texts for pages.
    return {path: file for path, file in files.items() if not path.endswith(f"/{MARKDOWN}")}


def file_groups(
    content: Content, today: date, site_url: str, styles: str, keep: Keep = made_anew,
    addresses: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Callable[[], Iterator[tuple[str, SiteFile]]]]]:  # fmt: skip
    """The files of other_files() that are no single page's own, in groups, those that take longest first."""

    def made(make: Callable[[], Mapping[str, str | bytes]]) -> Callable[[], Iterator[tuple[str, SiteFile]]]:
        return lambda: ((path, SiteFile(text)) for path, text in make().items())

    def named(make: Callable[[], Iterator[tuple[str, str | bytes]]]) -> Callable[[], Iterator[tuple[str, SiteFile]]]:
        return lambda: ((path, SiteFile(text)) for path, text in make())

    yield "soeg", named(lambda: each_search_file(content, today, keep))
    yield "database", named(lambda: _below_data(database_files(content, site_url)))
    yield "data", named(lambda: _data_files(content, site_url, keep))
    yield "regneark", named(lambda: _below_data(sheet_files(content, site_url, keep)))
    yield "partnere", made(lambda: partner_files(content, today, site_url, keep))
    yield "tvillinger", made(lambda: page_twins(content, site_url))
    yield "delekort", made(lambda: card_files(content, keep))
    yield "skabeloner", made(lambda: blank_files(content, keep))
    yield "trukket", lambda: (found for case in content.withdrawn for found in _entry(case).items())
    yield "redaktion", made(lambda: _editors_tool(content, addresses or {}))
    yield "stilark", made(lambda: {"assets/main.css": styles, **standalone_styles()})


def own_files(shared: Content, case: Case, site_url: str) -> dict[str, SiteFile]:
    """Path to file of all that a case has beside its page; shared comes from shared_content()."""
    texts = {
        **case_partner_files(shared, case, site_url),
        f"{case.url}{MARKDOWN}": case_twin(shared, case, site_url),
    }
    return _entry(case) | {path: SiteFile(text) for path, text in texts.items()}


def _entry(case: Case) -> dict[str, SiteFile]:
    """A case's short address and its data."""
    files = {f"{case.url}index.json": SiteFile(*case_file(case))}
    if address := case.short_url:
        policy = content_security_policy()
        page = render("redirect.html", address, title=case.titel, target=case.url, policy=policy)
        files[f"{address}index.html"] = SiteFile(page, f"cases/{case.id}.yml")
    return files


def _data_files(content: Content, site_url: str, keep: Keep) -> Iterator[tuple[str, str | bytes]]:
    """One by one, since together they are large."""
    yield from _below_data(text_files(content, site_url, keep=keep))
    yield from _below_data(shared_files(content).items())
    yield "data/ny-case.json", json.dumps(new_case_data(content), ensure_ascii=False, separators=(",", ":"))
    # Made of the names in the lists and nothing else, and slow to make.
    kept = keep(("redaktion", names(content)), lambda: packed(_for_programs(content)))
    yield from _below_data(unpacked(kept).items())
    yield "data/byg.json", compact_json(builder_data(content))
    yield "data/feed.xml", feed(content, site_url, keep)


def _below_data(files: Iterable[tuple[str, str | bytes]]) -> Iterator[tuple[str, str | bytes]]:
    return ((f"data/{name}", text) for name, text in files)


def _for_programs(content: Content) -> dict[str, str]:
    return {**published_schemas(content), "ny-case.yml": editor_files(content)["cases/_ny_case.yml"]}


def _editors_tool(content: Content, addresses: Mapping[str, str]) -> dict[str, str]:
    """The editors' tool: its page, its configuration (JSON, and so YAML too), and the headers of both kinds of page."""
    login = addresses.get("cms_login", "")
    configuration = cms_configuration(content, addresses.get("repository", ""), login)
    return {
        **header_files({"admin/": admin_policy(login, as_header=True)}),
        "admin/index.html": admin_page(login),
        "admin/config.yml": json.dumps(configuration, ensure_ascii=False, indent=1),
    }


def stub(title: str, summary: str, macro: str, identifier: str, hide: tuple[str, ...], card: str = "") -> str:
    """A page that is nothing but front matter and one macro call; card names the picture of a shared link."""
    front = {"title": title, "description": summary, "hide": list(hide)} | ({"delekort": card} if card else {})
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", f'{{{{ {macro}("{identifier}") }}}}', ""])


def _pages(content: Content) -> Iterator[tuple[str, str, str, str, str, tuple[str, ...], str, str]]:
    side = ("navigation",)
    for case in content.cases:
        path, card, edit = f"cases/{case.id}.md", case_card(content, case), f"cases/{case.id}.yml"
        yield path, case.titel, case.kort, "case_page", case.id, side, card, edit
    for case in content.withdrawn:
        title, summary = f"{case.titel} (trukket tilbage)", f"Casen {case.titel} vises ikke længere."
        yield (
            f"cases/{case.id}.md",
            title,
            summary,
            "withdrawn_case",
            case.id,
            (*side, "toc"),
            "",
            f"cases/{case.id}.yml",
        )
    for theme in content.terms("temaer"):
        path, card = f"temaer/{theme.id}.md", card_name("tema", theme.id)
        yield path, theme.navn, theme.beskrivelse, "theme_page", theme.id, side, card, "cases/_temaer.yml"
    for item in content.agreements:
        path, card, edit = f"aftaler/{item.id}.md", card_name("aftale", item.id), f"agreements/{item.id}.yml"
        yield path, item.titel, item.kort, "agreement_page", item.id, side, card, edit
    for clause in content.clauses:
        path, edit = f"aftaler/klausuler/{clause.id}.md", f"agreements/_klausuler/{clause.id}.md"
        card = card_name("klausul", clause.id)
        yield path, f"Klausul: {clause.titel}", clause.kort, "clause_page", clause.id, side, card, edit


def _facet_pages(content: Content, today: date) -> Iterator[tuple[str, str, str, str, str, tuple[str, ...], str, str]]:
    for page in facet_pages(content, today):
        summary = f"{page.value.antal} af {len(content.cases)} cases: {page.title}."
        edit = f"cases/_{page.facet.vocabulary}.yml"
        yield f"{ROOT}{page.id}.md", page.title, summary, "facet_page", page.id, ("navigation", "toc"), "cases", edit
