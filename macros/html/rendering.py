"""The one Jinja environment of ours: escapes everything, knows no undefined name, sees only what it is given."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from markupsafe import Markup, escape

from macros.ground import danish
from macros.html.clause_text import clause_text
from macros.html.long_lists import shown
from macros.html.prose import plain, prose, prose_line

TEMPLATES = Path(__file__).parent.parent / "templates"
# What Markdown lets a backslash stand before; & and < it does not.
_HEADING = re.compile(r"^#", re.MULTILINE)
_MARKDOWN_MARKS = re.compile(r"([\\`*_{}\[\]>#+!|])")


def relative(here: str, target: str) -> str:
    """The address of target as seen from the page at here, both below the site's root."""
    return "../" * here.count("/") + target or "./"


@pass_context
def _link(context: Context, target: str) -> str:
    return relative(context["here"], target)


@pass_eval_context
def _plain_value(context: EvalContext, value: Any) -> Any:
    """A text of the content, where a line may begin with # and still be no heading of the page's Markdown.

    A template that escapes nothing writes a text for programs, and is left alone.
    """
    if context.autoescape and isinstance(value, str) and not isinstance(value, Markup) and "#" in value:
        return Markup(_HEADING.sub("&#35;", str(escape(value))))
    return value


def markdown_text(text: str) -> Markup:
    """Plain text made safe to stand in a Markdown heading or paragraph of ours."""
    return Markup(_MARKDOWN_MARKS.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;")))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment with our filters; built once, because parsing templates takes time."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_plain_value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        prose=prose,
        prose_line=prose_line,
        plain=plain,
        number=danish.format_number,
        date=danish.format_date,
        sentence=danish.join_list,
        slug=danish.slug,
        clause_text=clause_text,
        markdown_text=markdown_text,
        shown=shown,
    )
    env.globals.update(link=_link, count=danish.count)
    return env


def render(template: str, here: str, **values: Any) -> str:
    """A template as text, for the page at the address here (below the site's root, "" for the front page)."""
    return environment().get_template(template).render(here=here, **values)


def render_part(template: str, part: str, here: str, *given: Any, **values: Any) -> Markup:
    """One macro of a template, for the page at the address here."""
    module = environment().get_template(template).make_module({"here": here})
    return Markup(getattr(module, part)(*given, **values))
