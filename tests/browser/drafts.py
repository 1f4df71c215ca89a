"""What the tests of drafts share: a written draft, its Word file, and modules run inside Chromium."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from playwright.sync_api import Page, expect

# Makes a draft with something of every kind in it: v is the data, m are the modules by name.
WRITTEN = """
  let draft = m.draft.startDraft(data, { id: "0123456789abcdef", wanted: data.klausuler.map((clause) => clause.id) });
  draft = m.draft.nameDraft(draft, "Udkast");
  draft = m.draft.changeRow(draft, "parter", 0, { navn: "Egeby Kommune", rolle: "Indkalder", underskriver: "borgmester" });
  draft = m.draft.changeRow(draft, "parter", 1, { navn: "Egeby Erhvervsskole & <venner>" });
  draft = m.draft.addRow(draft, "maal", { tekst: "Flere læreaftaler", maaltal: "antal", start: "40", maal: "60", frist: "31.12.2028", ansvarlig: "Egeby Kommune" });
  draft = m.draft.addRow(draft, "maal", { tekst: "Flere besøg", maaltal: "antal besøg" });
  draft = m.draft.addRow(draft, "aktiviteter", { tekst: "Åbent hus", hvem: "Skolen", hvornaar: "maj 2027" });
  draft = m.draft.addRow(draft, "organer", { navn: "Styregruppen", medlemmer: [{ rolle: "direktør", organisation: "Egeby Kommune" }], moeder_pr_aar: "4", indkalder: "Egeby Kommune", opgaver: "Følger målene\\nRetter kursen" });
  for (const [key, text] of [["startdato", "1/1-2027"], ["slutdato", "31.12.2029"], ["aftalens_titel", "Flere faglærte i Egeby"]])
    draft = m.draft.answer(draft, key, text);
  draft = m.draft.addOwnClause(draft);
  draft = m.draft.titleClause(m.draft.editClause(draft, data, "egen-1", "Se [§opsigelse]. Og **fed** tekst.\\n\\n- et\\n- to"), "egen-1", "Vores egen");
"""  # noqa: E501
MODULES = (
    "draft",
    "draft-file",
    "draft-load",
    "text",
    "word",
    "merge",
    "compare",
    "renew",
    "fragment",
    "clean",
)


def run(page: Page, body: str, *values: Any) -> Any:
    """Run code in the page's Chromium: it sees the modules as m, the builder's data as data, the values as v."""
    script = f"""async (v) => {{
      const m = {{}};
      for (const name of {json.dumps(MODULES)})
        m[name] = await import(`/assets/javascripts/agreement/${{name}}.mjs`);
      const data = await (await fetch("/data/byg.json")).json();
      const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const textOf = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      const open = (text, padding = 0) =>
        m["draft-file"].openFile(new Blob([bytesOf(text), new Uint8Array(padding)]), data);
      {body} }}"""
    return page.evaluate(script, list(values))


def at_drafts(page: Page, site: str) -> Page:
    """The page where drafts are opened, ready to be used."""
    page.goto(f"{site}aftaler/kladder/")
    expect(page.locator(".drafts__app")).to_be_visible()
    return page


def written_draft(page: Page) -> Any:
    """A draft with something of every kind in it."""
    return run(page, f"{WRITTEN} return draft;")


def word_file(page: Page) -> bytes:
    """The Word file of the written draft."""
    body = f"""{WRITTEN}
      const blob = await m.word.toWord(m.text.agreementDocument(draft, data), draft);
      return textOf(new Uint8Array(await blob.arrayBuffer()));"""
    return base64.b64decode(run(page, body))


def opened(page: Page, data: bytes) -> Any:
    """What opening a file gives; the zeros that a large one ends with are added in the browser, to spare the way."""
    sent = data.rstrip(b"\0") if len(data) > 1_000_000 else data
    return run(page, "return open(v[0], v[1]);", base64.b64encode(sent).decode(), len(data) - len(sent))


def with_parts(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """A package with some parts replaced, added or (None) taken out."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as result:
        kept = {name: source.read(name) for name in source.namelist()}
        for name, part in {**kept, **changes}.items():
            if part is not None:
                result.writestr(name, part)
    return target.getvalue()


def draft_file(draft: Any) -> bytes:
    """A draft as the JSON file that the builder gives."""
    return json.dumps({"format": "alliancebanken-kladde", "version": 2, "kladde": draft}).encode()
