"""A draft to make plans and notes from, and how a test runs the modules that make them."""

from __future__ import annotations

import copy
from typing import Any

from playwright.sync_api import Page

MODULES = (
    "draft", "text", "year-plan", "calendar-days", "calendar-file", "note-blocks", "committee-case", "invitation",
    "year-note", "word-note",
)  # fmt: skip
SCHOOL_AND_MUNICIPALITY: dict[str, Any] = {
    "id": "0123456789abcdef",
    "parter": [
        {"navn": "Egeby Kommune", "art": "kommune", "rolle": "åbner skolerne", "underskriver": "borgmesteren"},
        {"navn": "Egeby Erhvervsskole", "art": "erhvervsskole", "underskriver": "direktøren"},
    ],
    "maal": [
        {"tekst": "Flere unge i lære", "maaltal": "nye lærlinge", "start": "40", "maal": "60", "frist": "31/12-2029",
         "ansvarlig": "Egeby Erhvervsskole"},
        {"tekst": "Hver klasse besøger en virksomhed"},
    ],
    "aktiviteter": [
        {"tekst": "Åbent værksted", "hvem": "Egeby Erhvervsskole", "hvornaar": "marts 2027"},
        {"tekst": "Besøg", "hvem": "", "hvornaar": "løbende"},
    ],
    "organer": [
        {"navn": "Styregruppen", "moeder_pr_aar": "4", "indkalder": "Jobcenter Egeby", "opgaver": "- sætter retning",
         "medlemmer": [{"rolle": "chefen for jobcentret", "organisation": "Egeby Kommune"}]},
        {"navn": "Skolegruppen", "moeder_pr_aar": "to"},
    ],
    "klausuler": [
        {"id": "titel-og-indledning", "variant": "kort-indledning"},
        {"id": "formaal", "variant": "et-faelles-formaal"},
        {"id": "maal", "variant": "maal-med-frist"},
        {"id": "moeder", "variant": "aarsmoede"},
        {"id": "sekretariat", "variant": "en-tovholder"},
        {"id": "oekonomi", "variant": "egne-udgifter"},
        {"id": "evaluering", "variant": "loebende-og-afsluttende"},
        {"id": "loebetid", "variant": "fast-periode-med-forlaengelse"},
        {"id": "opsigelse", "variant": "gensidigt-varsel"},
    ],
    "svar": {
        "aftalens_titel": "Flere faglærte i Egeby", "formaal": "flere unge vælger en erhvervsuddannelse.",
        "startdato": "1/1-2027", "slutdato": "31.12.2029", "varsel": "tre måneder", "droeftelsesfrist": "et halvt år",
        "slutevaluering_frist": "90 dage", "statusmaaned": "november", "tovholder": "Jobcenter Egeby",
        "indkaldelsesfrist": "14 dage",
    },
}  # fmt: skip


def changed(**changes: Any) -> dict[str, Any]:
    """The draft with other values; a dotted key such as svar__slutdato goes one level down."""
    draft = copy.deepcopy(SCHOOL_AND_MUNICIPALITY)
    for key, value in changes.items():
        first, _, second = key.partition("__")
        if second:
            draft[first][second] = value
        else:
            draft[first] = value
    return draft


def with_variant(draft: dict[str, Any], clause: str, variant: str, tekst: str | None = None) -> dict[str, Any]:
    """The draft with a clause in a variant, added where it has none."""
    others = [item for item in draft["klausuler"] if item["id"] != clause]
    return {**draft, "klausuler": [*others, {"id": clause, "variant": variant, "tekst": tekst}]}


def run_next(page: Page, site: str, raw: Any, body: str, *values: Any) -> Any:
    """Run body inside Chromium with the cleaned draft, its data and plan; `m` holds the modules, `v` the values."""
    script = f"""async ([site, raw, names, v]) => {{
        const load = (name) => import(`${{site}}assets/javascripts/agreement/${{name}}.mjs`);
        const m = Object.assign({{}}, ...(await Promise.all(names.map(load))));
        const data = await (await fetch(`${{site}}data/byg.json`)).json();
        const draft = raw ? m.loadDraft(raw, data).draft : null;
        const plan = draft && m.yearPlan(draft, data, v[0] ?? "");
        {body}
    }}"""
    return page.evaluate(script, [site, raw, list(MODULES), list(values)])


def events(page: Page, site: str, raw: Any, first_meeting: str = "") -> list[dict[str, Any]]:
    """The plan's events."""
    found: list[dict[str, Any]] = run_next(page, site, raw, "return plan.events", first_meeting)
    return found
