"""The blank Word file of a starter: all its clauses, every field a marked blank, and a list of what goes in them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from macros.agreement.blank_agreement import (
    PARTIES,
    TextBlock,
    blank_agreement,
    bookmark,
    text_blocks,
)
from macros.library.content import Content
from macros.model.clause_model import ClauseType

DAY = date(2026, 11, 22)


def clause(identifier: str, text: str, **kinds: str) -> tuple[ClauseType, Any]:
    """A clause type with one variant, and that variant."""
    fields = {
        name: {"etiket": name.capitalize(), "hjaelp": "h", "eksempel": "e", "art": kind} for name, kind in kinds.items()
    }
    made = ClauseType.model_validate(
        {
            "id": identifier, "nummer": "1", "titel": identifier.capitalize(), "kort": "k", "hjaelp": "h",
            "felter": fields,
            "varianter": [{"id": "a", "titel": "A", "passer_naar": "altid.", "tekst": text}],
        }
    )  # fmt: skip
    return made, made.varianter[0]


def read(data: bytes) -> Any:
    """The file as python-docx has it."""
    return docx.Document(BytesIO(data))


def yellow(document: Any) -> set[str]:
    """Every marked blank outside tables."""
    runs = [run for item in document.paragraphs for run in item.runs]
    return {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("En linje\nbrudt i to.", [("paragraph", ["En linje brudt i to."])]),
        ("A:\n\n- en\n- to\n  så\n\nB", [("paragraph", ["A:"]), ("bullets", ["en", "to så"]), ("paragraph", ["B"])]),
        ("1. en\n2. to", [("steps", ["en", "to"])]),
        ("- en\n\n- to", [("bullets", ["en", "to"])]),
        ("-ikke et punkt", [("paragraph", ["-ikke et punkt"])]),
        ("", []),
    ],
)  # fmt: skip
def test_text_is_cut_as_markdown_is(text: str, blocks: list[tuple[str, list[str]]]) -> None:
    assert text_blocks(text) == [TextBlock(kind, lines) for kind, lines in blocks]


def test_fields_become_blanks_with_their_label() -> None:
    chosen = [clause("varsel", "Varslet er [varsel], og **[frist]** gælder.", varsel="tekst", frist="dato")]
    document = read(blank_agreement(chosen, "Prøve", DAY))
    assert yellow(document) == {"[Varsel]", "[Frist]"}
    assert "Varslet er [Varsel], og [Frist] gælder." in [item.text for item in document.paragraphs]
    assert [[cell.text for cell in row.cells] for row in document.tables[-1].rows][1:] == [
        ["[Varsel]", "h", "e", "§ 1"],
        ["[Frist]", "h", "e", "§ 1"],
    ]


def test_a_field_is_listed_once_with_every_place() -> None:
    chosen = [clause("a", "[varsel]", varsel="tekst"), clause("b", "Ingen."), clause("c", "[varsel]", varsel="tekst")]
    rows = read(blank_agreement(chosen, "Prøve", DAY)).tables[-1].rows
    assert [row.cells[3].text for row in rows] == ["Står i", "§ 1, 3"]


def test_lists_parties_and_signatures_have_their_own_form() -> None:
    chosen = [
        clause(
            "a",
            "Mellem [parter].\n\n[maal]\n\n[underskrifter]",
            parter="parter",
            maal="liste",
            underskrifter="underskrifter",
        )
    ]
    document = read(blank_agreement(chosen, "Prøve", DAY))
    assert "Mellem [Part 1], [Part 2] og [Part 3]." in [item.text for item in document.paragraphs]
    goal = next(item for item in document.paragraphs if item.text == "[Maal]")
    assert goal._p.pPr.numPr is not None
    rows = document.tables[0].rows
    assert [cell.text for cell in rows[0].cells] == ["Part", "Dato", "Underskrift"]
    assert [row.cells[0].text for row in rows[1:]] == [f"[Part {number}]" for number in range(1, PARTIES + 1)]


def test_references_follow_the_numbers_and_a_lost_one_is_marked() -> None:
    chosen = [clause("a", "Jf. [§b-c] og [§vaek]."), clause("b-c", "Tekst.")]
    document = read(blank_agreement(chosen, "Prøve", DAY))
    assert "Jf. § 2 og [§ mangler]." in [item.text for item in document.paragraphs]
    assert bookmark("b-c") in document.element.xml
    assert yellow(document) == {"[§ mangler]"}


def test_the_title_is_a_blank_only_where_it_is_asked_for() -> None:
    asked = read(blank_agreement([clause("a", "[aftalens_titel]", aftalens_titel="tekst")], "Prøve", DAY))
    plain = read(blank_agreement([clause("a", "Tekst.")], "Prøve", DAY))
    assert (asked.paragraphs[0].text, plain.paragraphs[0].text) == ("[Aftalens_titel]", "Partnerskabsaftale")
    assert plain.core_properties.title == "Partnerskabsaftale: Prøve"


def test_every_real_variant_can_stand_in_a_file(content: Content) -> None:
    """All model texts, one variant of each clause at a time: nothing is left as a bare [felt]."""
    for place in range(max(len(item.varianter) for item in content.clauses)):
        chosen = [(item, item.varianter[min(place, len(item.varianter) - 1)]) for item in content.clauses]
        document = read(blank_agreement(chosen, "Alle", DAY))
        headings = [item.text for item in document.paragraphs if item.style.name == "Heading 1"]
        assert headings == [*(item.titel for item, _ in chosen), "Felterne i aftalen"]
        labels = {field.etiket for item, _ in chosen for field in item.felter.values()}
        parties = {f"[Part {number}]" for number in range(1, PARTIES + 1)}
        assert yellow(document) <= parties | {f"[{label}]" for label in labels}
