"""The list's pure core in Chromium: random and hostile states through a link and back, and every edit's promise."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.list_steps import run_module

# A small seeded generator: the same states on every machine.
RANDOM = """
  let seed = v[0];
  const next = () => ((seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32);
  const pick = (items) => items[Math.floor(next() * items.length)];
  const nasty = ["", "a", "æøå", "\\u202e", "\\ud800", "😀", "e\\u0301", "\\0", "\\r\\n", "<b>", "{{x}}", "__proto__",
    "010190-1234", "=1", "\\u2028", "ﬁ", "x".repeat(1999) + "😀"];
  const text = () => Array.from({ length: Math.floor(next() * 5) }, () => pick(nasty)).join(pick(["", " ", "\\n"]));
  const ref = () => pick(["a", "b-2", "case-" + Math.floor(next() * 50), "katalog#x", "a#b", "katalog", "A", "a#",
    "#a", "a b", "../x", "__proto__", "a#b#c", text(), 7, null]);
  const junk = () => pick([null, 7, "x", [], {}, true, text(), [text()], { a: text() }]);
  const entry = () => (next() < 0.15 ? junk() : { ref: ref(), note: next() < 0.1 ? junk() : text(), mere: 1 });
  const entries = () => Array.from({ length: Math.floor(next() * 20) }, entry);
  const raw = () => ({ titel: next() < 0.1 ? junk() : text(), indledning: text(),
    poster: next() < 0.05 ? junk() : entries(), ekstra: junk() });
"""


def run(page: Page, site: str, body: str) -> Any:
    """Run a property with the generator in reach."""
    page.goto(f"{site}liste/")
    return run_module(page, site, "list/state", RANDOM + body, 20261122)


def test_any_state_comes_back_the_same_through_a_link(page: Page, site: str) -> None:
    faults = run(page, site, """
      const { toFragment, listInFragment } = await more("list/fragment");
      const { toPlainText } = await more("list/text");
      const faults = [];
      for (let round = 0; round < 300; round += 1) {
        const value = raw();
        const loaded = m.loadList(value);
        if (!Array.isArray(value.poster)) { if (loaded) faults.push(["ingen liste", value]); continue; }
        const { list } = loaded;
        const refs = list.poster.map((entry) => entry.ref);
        if (new Set(refs).size !== refs.length || !refs.every(m.isRef)) faults.push(["ref", refs]);
        if (/\\d{6}-?\\d{4}|[\\u202e\\0]/.test(JSON.stringify(list))) faults.push(["tekst", list]);
        const keys = Object.keys(list).join();
        if (!JSON.stringify(list).isWellFormed() || keys !== "titel,indledning,poster") faults.push(["form", list]);
        const again = m.loadList(list);
        if (!m.same(again.list, list) || again.left) faults.push(["igen", list, again]);
        const { shared, fault } = await listInFragment("#" + (await toFragment(list)));
        if (fault || shared.left || !m.same(shared.list, list)) faults.push(["link", list, shared]);
      }
      return faults.slice(0, 3);""")  # fmt: skip
    assert faults == []


def test_a_damaged_link_never_throws_and_never_grows(page: Page, site: str) -> None:
    faults = run(page, site, """
      const { toFragment, listInFragment } = await more("list/fragment");
      const good = await toFragment(m.add(m.setTitle(m.emptyList(), "Titel"), "a-case", 0, "note"));
      const signs = "AZaz09-_=.#%&?+/ <\\u00e6";
      const faults = [];
      for (let round = 0; round < 400; round += 1) {
        const at = Math.floor(next() * good.length);
        const sign = pick([...signs]);
        const cut = pick([good.slice(0, at), good.slice(0, at) + sign + good.slice(at + 1), good.slice(at),
          good + sign.repeat(9), good.slice(0, at) + good]);
        try {
          const { shared, fault } = await listInFragment(cut);
          if (shared && (fault || !m.same(m.loadList(shared.list).list, shared.list))) faults.push(cut);
        } catch (error) { faults.push([cut, String(error)]); }
      }
      return faults.slice(0, 3);""")  # fmt: skip
    assert faults == []


def test_mail_programs_do_not_break_a_link(page: Page, site: str) -> None:
    states = run(page, site, """
      const { toFragment, listInFragment } = await more("list/fragment");
      const list = m.add(m.add(m.emptyList(), "a-case", 0, "Note med æøå ".repeat(20)), "katalog#x");
      const good = await toFragment(list);
      const folded = good.slice(0, 40) + "=\\r\\n" + good.slice(40);
      const sent = [good, `#${good}`, encodeURIComponent(good), good.replace("=", "=3D"), folded,
        `${good}.`, `${good}>`, `${good})`];
      const right = async (text) => m.same((await listInFragment(text)).shared?.list ?? {}, list);
      return Promise.all(sent.map(right));""")  # fmt: skip
    assert states == [True] * 8


def test_edits_keep_their_promises(page: Page, site: str) -> None:
    faults = run(page, site, """
      const faults = [];
      const check = (name, right, ...what) => right || faults.push([name, ...what]);
      for (let round = 0; round < 200; round += 1) {
        const eight = (note) => Array.from({ length: 8 }, () => ({ ref: "case-" + Math.floor(next() * 12), note }));
        const { list } = m.loadList({ ...raw(), poster: eight("n") });
        const other = m.loadList({ poster: eight("o") }).list;
        const before = JSON.stringify(list);
        const refs = (one) => one.poster.map((entry) => entry.ref);
        const some = pick(list.poster).ref, target = pick(list.poster).ref;
        const back = m.add(m.remove(list, some), some, refs(list).indexOf(some), "n");
        check("fortryd", m.same(back, list), list, back);
        const moved = m.place(list, some, target, pick(["foer", "efter"]));
        check("flyt", refs(moved).toSorted().join() === refs(list).toSorted().join(), list, moved);
        if (some !== target) {
          const [x, y] = [some, target].map((ref) => refs(m.place(list, some, target, "foer")).indexOf(ref));
          check("foer", x + 1 === y, list, some, target);
        }
        const merged = m.merge(list, other);
        const first = merged.poster.slice(0, list.poster.length);
        check("flet", refs({ poster: first }).join() === refs(list).join(), merged);
        check("alle med", refs(other).every((ref) => m.has(merged, ref)), merged);
        check("egne ord", merged.titel === list.titel && first.every((entry) => entry.note === "n"), merged);
        check("uroert", JSON.stringify(list) === before, list);
        check("to gange", m.add(list, some) === list, list);
      }
      let full = m.emptyList();
      for (let number = 0; number < 150; number += 1) full = m.add(full, `case-${number}`);
      check("loft", full.poster.length === m.LIMITS.entries, full.poster.length);
      check("note", m.setNote(full, "case-1", "x".repeat(5000)).poster[1].note.length === 2000);
      check("cpr", m.setNote(full, "case-1", "nr. 010190 1234").poster[1].note === "");
      check("ingen", m.countText(m.emptyList()) === "0 cases");
      check("ental", m.countText(m.add(m.emptyList(), "a#b")) === "1 læringspunkt");
      return faults.slice(0, 3);""")  # fmt: skip
    assert faults == []
