"""The same cases as a Hugo site: a page for each, a list for each value of each facet, more files if asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from macros.library.content import Content
from macros.model.case_model import Case
from scripts.measuring.plain_pages import PlainPage
from scripts.measuring.whole_site import Run, timed

FACETS = ("tema", "brancher", "maalgrupper", "virkemidler", "resultattyper", "kommuner")
_FRAME = """<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body>{{ block "main" . }}{{ end }}</body></html>
"""
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 60 .Pages }}<li><a href="{{ .RelPermalink }}">'
    "{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n"
)
_MORE = '{"titel": {{ .Title | jsonify }}, "kort": {{ .Description | jsonify }}, "tekst": {{ .Plain | jsonify }}}\n'
_PAGE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}\n'


def hugo_command() -> str | None:
    """The program, where the package is installed."""
    from shutil import which
    from sys import executable

    return which("hugo", path=str(Path(executable).parent)) or which("hugo")


def write_hugo_site(folder: Path, content: Content, pages: Sequence[PlainPage], files: int = 1) -> Path:
    """The site's sources in a new folder; each case becomes so many files: its page, and its words as data."""
    more = [f"fil{number}" for number in range(1, files)]
    taxonomies = {facet: facet for facet in FACETS}
    settings = {"baseURL": "https://a.example/", "title": "Cases", "languageCode": "da", "taxonomies": taxonomies}
    settings["outputFormats"] = {
        name: {"mediaType": "application/json", "baseName": name, "isPlainText": True} for name in more
    }
    settings["outputs"] = {"page": ["html", *more]}
    for path, text in {
        "hugo.json": json.dumps(settings | {"disableKinds": ["RSS"]}),
        "layouts/_default/baseof.html": _FRAME,
        "layouts/_default/list.html": _LIST,
        "layouts/_default/single.html": _PAGE,
        **{f"layouts/_default/single.{name}.json": _MORE for name in more},
    }.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "content" / "cases").mkdir(parents=True)
    for page, case in zip(pages, content.cases, strict=True):
        (folder / "content" / "cases" / f"{page.id}.md").write_text(_source(page, case), encoding="utf-8")
    return folder


def _source(page: PlainPage, case: Case) -> str:
    facets = {facet: getattr(case, facet) for facet in FACETS}
    front = {"title": page.title, "description": page.summary, **facets}
    return json.dumps(front, ensure_ascii=False) + "\n\n" + page.markdown.split("\n", 1)[1]


def build_hugo_site(folder: Path) -> Run:
    """Build it from nothing, as Hugo always does."""
    shutil.rmtree(folder / "public", ignore_errors=True)
    return timed([hugo_command() or "hugo", "--quiet"], folder)
