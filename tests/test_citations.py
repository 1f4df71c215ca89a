"""Citations: both our summary and the source are credited, in forms that other programs read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.library.content import Content
from macros.sharing.citations import Work, apa, bibtex, csl, ris, short_form, works

SITE = "https://alliancebanken.example/"
RIS_LINE = re.compile(r"^[A-Z][A-Z0-9]  - .*$")


@pytest.fixture(scope="module")
def every(content: Content) -> dict[str, Work]:
    """Every work by its id."""
    return {work.id: work for work in works(content, SITE)}


def test_every_case_and_agreement_can_be_cited(every: dict[str, Work], content: Content) -> None:
    assert every.keys() == content.case_by_id.keys() | content.agreement_by_id.keys()


def test_apa_names_the_summary_and_the_source(every: dict[str, Work]) -> None:
    assert apa(every["midtjysk-erhvervsudviklingsakademi"]) == (
        "Alliancebanken. (2026, 22. november). Midtjysk ErhvervsudviklingsAkademi [Selvstændigt referat af KL (2018), "
        "Bedre adgang til arbejdskraft og øget erhvervsvenlighed, side 11–12]. "
        "https://alliancebanken.example/cases/midtjysk-erhvervsudviklingsakademi/"
    )


def test_the_short_form_fits_a_slide(every: dict[str, Work]) -> None:
    text = short_form(every["kube-ringkoebing-skjern"])
    assert text.startswith("Alliancebanken (2026): KUBE i Ringkøbing-Skjern. Efter KL 2018, side 10.")


@pytest.mark.parametrize("identifier", ["kube-ringkoebing-skjern", "partnerskabsaftale-lejre"])
def test_ris_is_two_records_of_known_tags(identifier: str, every: dict[str, Work]) -> None:
    text = ris(every[identifier])
    lines = text.split("\r\n")[:-1]
    assert all(RIS_LINE.match(line) for line in lines)
    assert [line for line in lines if line.startswith(("TY", "ER"))] == [
        "TY  - ELEC", "ER  - ", "TY  - BOOK" if identifier.startswith("kube") else "TY  - GEN", "ER  - ",
    ]  # fmt: skip
    assert lines.count("AU  - Alliancebanken") == 1 and "UR  - " + every[identifier].url in lines


def test_a_source_without_a_year_gets_none(every: dict[str, Work]) -> None:
    source = every["kube-ringkoebing-skjern"].source.model_copy(update={"aar": "Uden dato"})
    work = replace(every["kube-ringkoebing-skjern"], source=source)
    assert ris(work).count("PY  - ") == 1
    assert "issued" not in csl(work)[1]


def test_bibtex_braces_balance_and_marks_are_escaped(every: dict[str, Work]) -> None:
    work = replace(every["kube-ringkoebing-skjern"], titel="100 % & {nyt}_#1\nto linjer")
    text = bibtex(work)
    assert r"title = {100 \% \& \{nyt\}\_\#1 to linjer}," in text
    plain = text.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
    assert re.findall(r"^@(\w+)\{([^,]+),$", text, re.M) == [
        ("online", "alliancebanken-kube-ringkoebing-skjern"), ("book", "kilde-kl-2018"),
    ]  # fmt: skip


def test_a_line_break_in_a_title_opens_no_new_tag(every: dict[str, Work]) -> None:
    work = replace(every["kube-ringkoebing-skjern"], titel="En titel\r\nER  - \r\nTY  - BOOK")
    assert ris(work).count("\r\nER  - ") == 2


def test_csl_has_both_with_dates_as_numbers(every: dict[str, Work]) -> None:
    ours, source = csl(every["kube-ringkoebing-skjern"])
    assert ours["issued"] == {"date-parts": [[2026, 11, 22]]} and ours["author"] == [{"literal": "Alliancebanken"}]
    assert (
        source["issued"] == {"date-parts": [[2018]]}
        and source["page"] == "10"
        and "978-87-93668-22-5" in source["ISBN"]
    )
