"""Adapter 1: registers the macros that pages may call. The work is done in pages.py and below."""

from __future__ import annotations

from functools import partial
from typing import Any


def define_env(env: Any) -> None:
    """Register one macro per function of Pages; called by mkdocs-macros (and by Zensical)."""
    from macros.ground.build_date import build_date
    from macros.html.page_body import page_body
    from macros.library.content import load_content
    from macros.pages.pages import MACROS, Pages
    from macros.site.building import current

    settings = getattr(env, "conf", {})
    building = current()
    if building is None:
        pages = Pages(load_content(), build_date(), settings.get("site_url") or "", settings.get("extra"))
        for name in MACROS:
            env.macro(partial(getattr(pages, name)), name)
        return
    pages = Pages(building.content, building.today, building.site_url, building.addresses, building.cache.keep)

    def body(name: str, *arguments: str) -> str:
        return building.leave(name, arguments, lambda: page_body(getattr(pages, name)(*arguments)))

    for name in MACROS:
        env.macro(partial(body, name), name)
