"""Each starter as a finished blank Word file, made with the site, so that no one needs the builder to begin writing."""

from __future__ import annotations

from datetime import date
from functools import partial

from macros.ground.build_cache import Keep, made_anew
from macros.library.content import Content
from macros.model.clause_model import Chosen
from macros.model.starter_model import Starter


def blank_files(content: Content, keep: Keep = made_anew) -> dict[str, bytes]:
    """The Word file of each starter by its path below the site's root, dated by the newest agreement we have read."""
    day = max(item.gennemgaaet for item in content.agreements)
    files = {}
    for starter in content.terms("skabeloner"):
        parts = (starter_clauses(content, starter), starter.navn, day)
        files[blank_path(starter.id)] = keep(("skabelon", *parts), partial(_made, *parts))
    return files


def _made(chosen: Chosen, name: str, day: date) -> bytes:
    # Most builds keep every file as it was, and the library that writes Word takes longer to load than a page to make.
    from macros.agreement.blank_agreement import blank_agreement

    return blank_agreement(chosen, name, day)


def blank_path(starter: str) -> str:
    """Where a starter's Word file lies below the site's root; starter is its id."""
    return f"aftaler/skabeloner/{starter}.docx"


def starter_clauses(content: Content, starter: Starter) -> Chosen:
    """The starter's clause types, each with the variant it begins with."""
    clauses = [(content.clause_by_id[clause], variant) for clause, variant in starter.valg.items()]
    return [(clause, next(item for item in clause.varianter if item.id == wanted)) for clause, wanted in clauses]
