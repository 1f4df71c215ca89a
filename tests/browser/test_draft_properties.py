"""What holds for any draft: it is cleaned once and for all, comes home unchanged, and no output falls over it.

A few hundred drafts by default, so that the suite stays quick. After a change to how drafts are kept, try thousands:
DRAFTS=2000 WORD_DRAFTS=2000 python -m pytest tests/browser/test_draft_properties.py (DRAFT_SEED=7 for others).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.random_drafts import DraftMaker

DRAFTS = int(os.environ.get("DRAFTS", "300"))
WORD_DRAFTS = int(os.environ.get("WORD_DRAFTS", "40"))
SEED = int(os.environ.get("DRAFT_SEED", "2026"))
BATCH = 50
NAMES = (
    "draft", "text", "markdown", "fragment", "year-plan", "calendar-file", "committee-case", "invitation",
    "note-blocks",
)  # fmt: skip
# The way in from files is a part of its own; where it is not built, what can be tried without it is tried.
FILE_NAMES = ("draft-file", "word", "word-read")
SETUP = """async ([site, names]) => {
    const load = (name) => import(`${site}assets/javascripts/agreement/${name}.mjs`);
    window.m = Object.assign({}, ...(await Promise.all(names.map(load))));
    window.data = await (await fetch(`${site}data/byg.json`)).json();
}"""
# Each draft is tried by itself, so that one fault does not hide the next. A fault tells which draft and which way.
TRY = """async ([text, through]) => {
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const ways = {
        cleaning: (draft) => m.loadDraft(JSON.parse(JSON.stringify(draft)), data)?.draft,
        fragment: async (draft) => {
            const found = await m.fromFragment(`#${await m.toFragment(draft)}`);
            return m.loadDraft(found.value, data)?.draft;
        },
        json: (draft) => m.fromJson(m.toJson(draft), data).drafts?.[0]?.draft,
        word: async (draft) => {
            const file = await m.toWord(m.agreementDocument(draft, data), draft);
            const found = (await m.fromWord(new Uint8Array(await file.arrayBuffer()), data)).drafts?.[0];
            // Nobody has written in the file, so nothing may be told about it either.
            return found && (found.changes.length || found.notes.length) ? found : found?.draft;
        },
        outputs: (draft) => {
            const agreement = m.agreementDocument(draft, data);
            const plan = m.yearPlan(draft, data);
            const texts = [
                m.toMarkdown(agreement), m.toPlainText(agreement),
                m.toCalendar(plan, draft.id, agreement.title.text),
                m.noteText(m.committeeCase(draft, data, plan)),
                m.noteText(m.invitation(draft, data, plan, agreement, 0)),
            ];
            return texts.every((item) => item.isWellFormed() && !item.includes("[object ")) ? draft : texts;
        },
    };
    const told = { tried: 0, refused: 0, large: 0, faults: [] };
    for (const [at, raw] of JSON.parse(text).entries()) {
        const draft = m.loadDraft(raw, data)?.draft;
        if (!draft) { told.refused += 1; continue; }
        told.tried += 1;
        for (const name of through) {
            try {
                if (!same(await ways[name](draft), draft)) told.faults.push([at, name, "kommer ikke uændret hjem"]);
            } catch (fault) {
                if (fault instanceof m.TooLarge) told.large += 1;
                else told.faults.push([at, name, String(fault?.stack ?? fault).slice(0, 300)]);
            }
        }
    }
    const polluted = Object.keys(Object.prototype).length > 0 || ({}).x !== undefined || ({}).forurenet !== undefined;
    return { ...told, polluted: polluted || window.__x !== undefined };
}"""


@pytest.fixture(scope="module")
def builder_data(built_site: Path) -> Any:
    """What the builder has fetched before it reads a draft."""
    return json.loads((built_site / "data" / "byg.json").read_text(encoding="utf-8"))


def modules(built_site: Path) -> list[str]:
    """The modules to try, with those for files where the site has them."""
    folder = built_site / "assets" / "javascripts" / "agreement"
    return [*NAMES, *(FILE_NAMES if all((folder / f"{name}.mjs").exists() for name in FILE_NAMES) else ())]


def run_through(
    page: Page, site: str, names: list[str], maker: DraftMaker, count: int, ways: list[str]
) -> dict[str, int]:
    """How many drafts were tried, refused and too large; fails at the first batch with a fault."""
    page.goto(f"{site}was/")
    page.evaluate(SETUP, [site, names])
    told = {"tried": 0, "refused": 0, "large": 0}
    for done in range(0, count, BATCH):
        text = maker.batch(min(BATCH, count - done))
        found = page.evaluate(TRY, [text, ways])
        assert not found["polluted"]
        for at, way, fault in found["faults"][:5]:
            print(f"kladde {done + at} ({way}): {fault}\n{json.dumps(json.loads(text)[at])[:2000]}")
        assert not found["faults"], f"{len(found['faults'])} fejl; den første er kladde {done + found['faults'][0][0]}"
        told = {key: told[key] + found[key] for key in told}
    return told


def test_any_draft_comes_home_through_cleaning_link_and_json(
    page: Page, site: str, built_site: Path, builder_data: Any
) -> None:
    names = modules(built_site)
    ways = ["cleaning", "fragment", *(["json"] if "draft-file" in names else []), "outputs"]
    told = run_through(page, site, names, DraftMaker(SEED, builder_data), DRAFTS, ways)
    assert told["tried"] + told["refused"] == DRAFTS
    assert told["tried"] > 0.9 * DRAFTS and told["large"] < 0.1 * DRAFTS


def test_any_draft_comes_home_through_word(page: Page, site: str, built_site: Path, builder_data: Any) -> None:
    names = modules(built_site)
    if "word-read" not in names:
        pytest.skip("Word-filer kan endnu ikke åbnes i byggeren")
    told = run_through(page, site, names, DraftMaker(SEED + 1, builder_data), WORD_DRAFTS, ["word"])
    assert told["tried"] > 0.9 * WORD_DRAFTS


def test_the_drafts_are_the_same_for_a_seed_and_hold_every_danger(builder_data: Any) -> None:
    """The maker is only worth something when it makes what it says."""
    text = DraftMaker(1, builder_data).batch(300)
    assert DraftMaker(1, builder_data).batch(300) == text != DraftMaker(2, builder_data).batch(300)
    for danger in ('"__proto__"', "\\u0000", "\\ud83d", "\\u202e", "<script>", "\\u0301", '"valg"', "lang lang"):
        assert danger in text, danger


def test_a_way_that_loses_something_is_found(page: Page, site: str) -> None:
    """The check itself: a link that drops an answer, and an output that throws, are both told."""
    page.goto(f"{site}was/")
    page.evaluate(SETUP, [site, list(NAMES)])
    page.evaluate("""() => {
        const good = m.loadDraft;
        m.loadDraft = (raw, data) => {
            const loaded = good(raw, data);
            if (loaded && window.second) loaded.draft.navn += "x";
            window.second = true;
            return loaded;
        };
        m.toMarkdown = () => { throw new Error("i stykker"); };
    }""")
    raw = json.dumps([{"parter": [], "klausuler": [], "svar": {}, "navn": "a"}])
    found = page.evaluate(TRY, [raw, ["cleaning", "outputs"]])
    assert [(way, fault[:15]) for _, way, fault in found["faults"]] == [
        ("cleaning", "kommer ikke uæn"),
        ("outputs", "Error: i stykke"),
    ]
