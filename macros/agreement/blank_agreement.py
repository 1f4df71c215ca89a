"""A blank agreement as a Word file: the clauses of a starter with yellow fields, and a list of what goes in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.agreement.word_document import Run, WordDocument
from macros.ground.danish import join_list
from macros.model.clause_model import Chosen, ClauseField

TITLE = "Partnerskabsaftale"
PARTIES = 3
_TITLE_FIELD = "aftalens_titel"
_MARK = re.compile(r"\[([a-z0-9_]+|§[a-z0-9-]+)\](?!\()")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITEM = re.compile(r"^(- +|\d+\. +)")
_SIGNATURE_WIDTHS = (6.4, 3.5, 6.0)
_FIELD_WIDTHS = (4.0, 5.2, 4.7, 2.0)


@dataclass
class TextBlock:
    """A paragraph or a list of a model text, as one line for each paragraph or item."""

    kind: str
    lines: list[str] = field(default_factory=list)


def blank_agreement(chosen: Chosen, name: str, day: date) -> bytes:
    """The Word file of the chosen clauses in order; name is the starter's, day what the file says it was made on."""
    titled = next((clause.felter[_TITLE_FIELD] for clause, _ in chosen if _TITLE_FIELD in clause.felter), None)
    heading = Run(f"[{titled.etiket}]", blank=True) if titled else Run(TITLE)
    document = WordDocument(heading, f"{TITLE}: {name}", "Tom aftale med gule felter", day)
    use = "Udfyld det gule, og slet denne linje. Sidst i filen står, hvad der skal i hvert felt. Slet også den liste."
    document.hint(f"{name}. {use}")
    numbers = {clause.id: number for number, (clause, _) in enumerate(chosen, 1)}
    for clause, variant in chosen:
        document.heading(clause.titel, bookmark(clause.id))
        for block in text_blocks(variant.tekst):
            _add(document, block, clause.felter, numbers)
    _field_list(document, chosen, numbers)
    return document.to_bytes()


def bookmark(clause: str) -> str:
    """A clause's bookmark in the file."""
    return f"klausul_{clause.replace('-', '_')}"


def text_blocks(text: str) -> list[TextBlock]:
    """Paragraphs and lists of a model text; soft-wrapped lines are joined as Markdown does."""
    blocks: list[TextBlock] = []
    open_line = False
    for line in (item.strip() for item in text.split("\n")):
        mark = _ITEM.match(line)
        if mark:
            kind = "bullets" if line.startswith("-") else "steps"
            if not blocks or blocks[-1].kind != kind:
                blocks.append(TextBlock(kind))
            blocks[-1].lines.append(line[mark.end() :])
        elif line and open_line:
            blocks[-1].lines[-1] += f" {line}"
        elif line:
            blocks.append(TextBlock("paragraph", [line]))
        open_line = bool(line)
    return blocks


def _add(
    document: WordDocument, block: TextBlock, fields: Mapping[str, ClauseField], numbers: Mapping[str, int]
) -> None:
    if block.kind != "paragraph":
        items = [list(_runs(line, fields, numbers)) for line in block.lines]
        document.items(items, ordered=block.kind == "steps")
        return
    alone = re.fullmatch(_MARK, block.lines[0])
    kind = fields[alone[1]].art if alone and alone[1] in fields else ""
    runs = list(_runs(block.lines[0], fields, numbers))
    if kind == "underskrifter":
        _signatures(document)
    elif kind == "liste":
        document.items([runs])
    else:
        document.paragraph(runs)


def _runs(text: str, fields: Mapping[str, ClauseField], numbers: Mapping[str, int]) -> Iterator[Run]:
    for at, part in enumerate(_BOLD.split(text)):
        bold = at % 2 == 1
        for place, piece in enumerate(_MARK.split(part)):
            if place % 2 == 0:
                if piece:
                    yield Run(piece, bold)
            elif piece.startswith("§"):
                yield _reference(piece[1:], numbers)
            elif fields[piece].art == "parter":
                yield from _parties()
            else:
                yield Run(f"[{fields[piece].etiket}]", bold, blank=True)


def _reference(clause: str, numbers: Mapping[str, int]) -> Run:
    if clause in numbers:
        return Run(f"§ {numbers[clause]}", bookmark=bookmark(clause))
    return Run("[§ mangler]", blank=True)


def _parties() -> Iterator[Run]:
    names = [f"[Part {number}]" for number in range(1, PARTIES + 1)]
    for part in re.split(r"(\[Part \d\])", join_list(names)):
        if part:
            yield Run(part, blank=part in names)


def _signatures(document: WordDocument) -> None:
    rows = [[[Run(f"[Part {number}]", blank=True)], [], []] for number in range(1, PARTIES + 1)]
    document.table(("Part", "Dato", "Underskrift"), rows, _SIGNATURE_WIDTHS, row_height=1.6)


def _field_list(document: WordDocument, chosen: Chosen, numbers: Mapping[str, int]) -> None:
    asked: dict[str, tuple[ClauseField, list[int]]] = {}
    for clause, variant in chosen:
        for name in variant.placeholders:
            item = clause.felter[name]
            if item.art not in ("parter", "underskrifter"):
                asked.setdefault(name, (item, []))[1].append(numbers[clause.id])
    document.heading("Felterne i aftalen", numbered=False)
    rows = [
        [[Run(f"[{item.etiket}]", blank=True)], [Run(item.hjaelp)], [Run(item.eksempel)],
         [Run("§ " + ", ".join(map(str, places)))]]
        for item, places in asked.values()
    ]  # fmt: skip
    document.table(("Felt", "Hvad skal der stå?", "Eksempel", "Står i"), rows, _FIELD_WIDTHS)
