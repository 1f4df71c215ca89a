"""Every item brings its citations and its code; every theme with cases its feed."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

from macros.library.content import Content
from macros.sharing.partner_files import case_partner_files, partner_files

SITE = "https://alliancebanken.example/"
TODAY = date(2026, 11, 22)


def all_files(content: Content) -> dict[str, str | bytes]:
    """Those of each case, and all others."""
    files = partner_files(content, TODAY, SITE)
    for case in content.cases:
        own = case_partner_files(content, case, SITE)
        assert not own.keys() & files.keys()
        files |= own
    return files


def test_every_item_has_its_files(content: Content) -> None:
    files = all_files(content)
    for item in (*content.cases, *content.agreements):
        assert {f"{item.url}{name}" for name in ("citat.ris", "citat.bib", "citat.csl.json", "qr.svg")} <= files.keys()
        assert len(json.loads(files[f"{item.url}citat.csl.json"])) == 2


def test_a_code_leads_to_the_shortest_address(content: Content) -> None:
    files = all_files(content)
    assert f"{SITE}c/1/" in str(files["cases/kube-ringkoebing-skjern/qr.svg"])
    assert f"{SITE}aftaler/partnerskabsaftale-lejre/" in str(files["aftaler/partnerskabsaftale-lejre/qr.svg"])


def test_each_theme_has_a_feed_of_its_own_cases(content: Content) -> None:
    files = partner_files(content, TODAY, SITE)
    for theme in content.terms("temaer"):
        root = ET.fromstring(str(files[f"temaer/{theme.id}/feed.xml"]))
        ids = {entry.text for entry in root.iterfind(".//{*}entry/{*}id")}
        assert ids == {SITE + case.url for case in content.cases if case.tema == theme.id}
