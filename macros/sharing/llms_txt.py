"""The site told to language models: what it is, how to cite it, and where each page lies as Markdown (llmstxt.org)."""

from __future__ import annotations

from macros.html.rendering import render
from macros.library.content import Content


def llms_txt(content: Content, site_url: str) -> str:
    """The file at the site's root; site_url ends with a slash."""
    return render("llms_txt.md", "", content=content, site_url=site_url, publication=content.term(
        "udgivelser", content.catalogue.udgivelse)).strip() + "\n"  # fmt: skip
