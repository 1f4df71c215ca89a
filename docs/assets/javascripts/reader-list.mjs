/** <reader-list>: one's own list with notes, or another's from a link, and all that it can become. */

import { make, showProblem } from "./agreement/dom.mjs";
import { bookletParts } from "./list/booklet.mjs";
import { listDocument } from "./list/document.mjs";
import { Row, watchText } from "./list/entries.mjs";
import { listInFragment } from "./list/fragment.mjs";
import { loadListData } from "./list/load.mjs";
import { showNotices } from "./list/notices.mjs";
import { showLinks, wireOutputs } from "./list/outputs.mjs";
import * as edits from "./list/state.mjs";
import { changeList, forgetList, onListChange, readList, REFUSALS } from "./list/store.mjs";

/** @typedef {import("./list/document.mjs").ListDocument} ListDocument */
/** @typedef {import("./list/state.mjs").ReaderList} ReaderList */

/** @type {ListDocument} */
const NOTHING = { title: "", introduction: "", entries: [], missing: [], sources: [] };

class ReaderListElement extends HTMLElement {
  connectedCallback() {
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** @type {{list: ReaderList, left: number} | null} */
    this.foreign = null;
    this.fault = "";
    this.made = NOTHING;
    this.turn = 0;
    this.undoRow = this.part(".reader-list__undo");
    this.wire();
    this.fromAddress();
  }

  wire() {
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.part(`#reader-list-${name}`));
    this.fields = { title: field("title"), introduction: field("introduction") };
    watchText(this.fields.title, this.part("#reader-list-title-fejl"), (text) => this.change((list) => edits.setTitle(list, text)));
    watchText(this.fields.introduction, this.part("#reader-list-introduction-fejl"), (text) =>
      this.change((list) => edits.setIntroduction(list, text)),
    );
    wireOutputs({ root: this, list: () => this.list, document: () => this.made, say: (text) => this.say(text) });
    this.part('[data-do="clear"]').addEventListener("click", () => this.clear());
    this.part('[data-do="merge"]').addEventListener("click", () => this.take((own, other) => edits.merge(own, other)));
    this.part('[data-do="replace"]').addEventListener("click", () => this.take((_, other) => other));
    this.part('[data-do="own"]').addEventListener("click", () => this.toOwn());
    this.part('[data-do="retry"]').addEventListener("click", () => this.show());
    this.part('[data-do="forget"]').addEventListener("click", () => forgetList());
    this.part('[data-do="drop-missing"]').addEventListener("click", () => {
      const gone = this.made.missing;
      this.change((list) => gone.reduce(edits.remove, list));
    });
    onListChange(() => this.show());
    addEventListener("hashchange", () => this.fromAddress());
  }

  /** The list on the screen: another's where a link brought one, else one's own. */
  get list() {
    return this.foreign?.list ?? readList().list;
  }

  async fromAddress() {
    const { shared, fault } = await listInFragment(location.hash);
    this.fault = fault;
    const own = shared !== null && edits.same(shared.list, readList().list);
    this.foreign = own ? null : shared;
    if (own) this.forgetAddress();
    this.chosen.clear();
    this.say("");
    await this.show();
  }

  forgetAddress() {
    history.replaceState(null, "", location.pathname);
  }

  /** @param {(list: ReaderList) => ReaderList} edit @returns {boolean} */
  change(edit) {
    const refused = changeList(edit);
    if (refused) this.say(REFUSALS[refused]);
    return !refused;
  }

  /** @param {(own: ReaderList, other: ReaderList) => ReaderList} edit */
  async take(edit) {
    if (!this.foreign) return;
    const other = this.foreign.list;
    const before = readList().list;
    if (!this.change((own) => edit(own, other))) return;
    await this.toOwn();
    this.offerUndo("Listen er gemt på denne enhed.", () => before);
  }

  async toOwn() {
    this.foreign = null;
    this.fault = "";
    this.forgetAddress();
    await this.show();
    this.restFocus();
  }

  /** Focus on what tells where one is, when the button that was pressed is gone. */
  restFocus() {
    this.part(this.made.entries.length ? ".reader-list__count" : ".reader-list__empty h2").focus();
  }

  clear() {
    const before = readList().list;
    if (this.change(() => edits.emptyList())) this.offerUndo("Listen er tømt.", () => before);
  }

  /** @param {string} ref */
  remove(ref) {
    const { list } = readList();
    const at = list.poster.findIndex((entry) => entry.ref === ref);
    const entry = this.made.entries.find((item) => item.ref === ref);
    if (at < 0 || !this.change((now) => edits.remove(now, ref))) return;
    const { note } = list.poster[at];
    this.offerUndo(`»${entry?.title}« er fjernet.`, (now) => edits.add(now, ref, at, note), at);
  }

  /**
   * One press brings back what was lost. The offer stands where it happened, with the focus.
   * @param {string} text @param {(now: ReaderList) => ReaderList} back @param {number} [at] the row it stands before
   */
  async offerUndo(text, back, at = 0) {
    await this.shown;
    const told = make("p", { id: "reader-list-undo" }, text);
    const button = make("button", { type: "button", className: "button button--quiet", "aria-describedby": told.id }, "Fortryd");
    const row = this.undoRow;
    row.replaceChildren(told, button);
    row.hidden = false;
    const entries = this.part(".reader-list__entries");
    const next = entries.children[at] ?? null;
    if (readList().list.poster.length) entries.insertBefore(row, next);
    else this.part(".reader-list__empty").before(row);
    button.addEventListener("click", async () => {
      row.hidden = true;
      this.change(back);
      await this.shown;
      this.restFocus();
    });
    this.say("");
    button.focus();
  }

  /** @param {string} ref @param {-1 | 1} by */
  async move(ref, by) {
    const at = this.made.entries.findIndex((entry) => entry.ref === ref);
    const other = this.made.entries[at + by];
    if (!other) {
      this.say(by < 0 ? "Den står allerede først." : "Den står allerede sidst.");
      return;
    }
    const held = document.activeElement;
    if (!this.change((list) => edits.place(list, ref, other.ref, by < 0 ? "foer" : "efter"))) return;
    await this.shown;
    if (held instanceof HTMLElement) held.focus(); // a row that moves in the page loses it
    this.say(`»${this.made.entries[at + by]?.title}« er nu nummer ${at + by + 1} af ${this.made.entries.length}.`);
  }

  show() {
    this.shown = this.draw();
    return this.shown;
  }

  async draw() {
    const list = this.list;
    this.turn += 1;
    const turn = this.turn;
    const failure = this.part(".reader-list__failure");
    try {
      const refs = list.poster.map((entry) => entry.ref);
      const made = refs.length ? listDocument(list, await loadListData(this.dataset.root ?? "", refs), this.site) : NOTHING;
      if (turn !== this.turn) return; // the list has changed meanwhile, and is being drawn again
      this.made = made;
      failure.hidden = true;
    } catch {
      failure.hidden = turn !== this.turn;
      return;
    }
    const any = this.made.entries.length > 0;
    this.part(".reader-list__app").hidden = !any;
    this.part(".reader-list__empty").hidden = any || this.made.missing.length > 0 || Boolean(this.foreign);
    showNotices((selector) => this.part(selector), { foreign: this.foreign, fault: this.fault, missing: this.made.missing });
    this.drawWords(list);
    this.drawRows(this.foreign === null);
    showLinks(this, this.made, this.chosen);
    this.part(".list-booklet").replaceChildren(...(any ? bookletParts(this, this.made, new Date()) : []));
  }

  /** The site's own address, as every page names it; a list is cited by it wherever it is read. */
  get site() {
    const own = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    return own ? own.replace(/liste\/$/, "") : new URL(this.dataset.root ?? "", location.href).href;
  }

  /** @param {ReaderList} list */
  drawWords(list) {
    const own = !this.foreign;
    const { title, introduction } = /** @type {{title: HTMLInputElement, introduction: HTMLInputElement}} */ (this.fields);
    this.part(".reader-list__words").hidden = !own;
    for (const [control, text] of /** @type {[HTMLInputElement, string][]} */ ([[title, list.titel], [introduction, list.indledning]])) {
      if (control === document.activeElement || control.hasAttribute("aria-invalid")) continue;
      control.value = text;
      showProblem(control, this.part(`#${control.id}-fejl`), "");
    }
    this.part(".reader-list__read-title").textContent = own ? "" : this.made.title;
    this.part(".reader-list__read-introduction").textContent = own ? "" : this.made.introduction;
    const known = { ...list, poster: list.poster.filter((entry) => !this.made.missing.includes(entry.ref)) };
    this.part(".reader-list__count").textContent = edits.countText(known);
    this.part('[data-do="clear"]').hidden = !own;
  }

  /** @param {boolean} own */
  drawRows(own) {
    const rows = this.rows;
    const place = this.part(".reader-list__entries");
    const held = document.activeElement;
    const shown = this.made.entries.map((entry) => {
      const row = rows.get(entry.ref) ?? this.newRow(entry.ref);
      rows.set(entry.ref, row);
      row.show(entry, { own, last: entry.number === this.made.entries.length, chosen: this.chosen.has(entry.ref) });
      return row;
    });
    const there = [...place.children].filter((item) => item.matches("[data-ref]"));
    if (shown.some((row, at) => row.element !== there[at]) || shown.length !== there.length) {
      this.undoRow.hidden = true;
      place.replaceChildren(...shown.map((row) => row.element));
      if (held instanceof HTMLElement && place.contains(held)) held.focus();
    }
    for (const ref of [...rows.keys()]) if (!shown.some((row) => row.ref === ref)) rows.delete(ref);
  }

  /** @param {string} ref */
  newRow(ref) {
    return new Row(this, ref, {
      note: (at, text) => this.change((list) => edits.setNote(list, at, text)),
      move: (at, by) => this.move(at, by),
      remove: (at) => this.remove(at),
      choose: (at, chosen) => {
        if (chosen) this.chosen.add(at);
        else this.chosen.delete(at);
        showLinks(this, this.made, this.chosen);
      },
    });
  }

  /** @param {string} text */
  say(text) {
    this.part(".reader-list__status").textContent = text;
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("reader-list", ReaderListElement);
