/** <case-finder>: brings the server's form and list to life. The address is the state; nothing is fetched before it asks. */

import { answer, loadEngine } from "./finder/answer.mjs";
import { Cards, MAKERS, write } from "./finder/views.mjs";
import { Address } from "./finder/address.mjs";
import { behind, layOutNext } from "./finder/behind.mjs";
import { offerToBuild } from "./finder/build-offer.mjs";
import { Columns, facetCounts } from "./finder/columns.mjs";
import { SeenCards } from "./finder/seen-cards.mjs";
import { isEmpty, writeState } from "./finder/state.mjs";
import { Wishes } from "./finder/wishes.mjs";

/** @typedef {import("./finder/answer.mjs").Answer} Answer */
/** @typedef {import("./finder/state.mjs").FinderState} FinderState */

const WINDOW = 20;
const SETTLED = 700;
const NOTHING_FOUND = "Ingen case passer. Prøv et andet ord, eller vælg under filtrene.";
const NOT_FETCHED = "Søgningen kunne ikke hentes. Her er listen uden søgning og filtre. Prøv igen om lidt.";
const NO_WORDS = "Der er ingen ord i det, du har skrevet. Skriv et ord, fx lærling.";

class CaseFinder extends HTMLElement {
  connectedCallback() {
    this.base = /** @type {string} */ (this.dataset.soeg);
    this.total = Number(this.dataset.cases);
    this.limit = WINDOW;
    this.columns = new Columns(this.base, this.total);
    this.cards = new Cards(this, this.base);
    this.wishes = new Wishes(this, () => this.changed(true), (act) => this.drop(act));
    this.address = new Address();
    this.listen();
    // What one typed or ticked while the script was on its way stands; where nothing is asked for, the server's list does.
    if (location.search) this.fromAddress();
    else if (writeState(this.wishes.read())) this.changed(false);
  }

  listen() {
    const { form, input } = this.wishes;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.changed(true);
    });
    this.addEventListener("change", (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      if (box === input) return;
      if (box.type === "checkbox") this.wishes.ticked(box);
      this.changed(true);
    });
    input.addEventListener("input", () => this.changed(false));
    input.addEventListener("focus", () => loadEngine(this.base).catch(() => {}), { once: true });
    form.addEventListener("toggle", () => this.found && this.count(this.found), true);
    this.part(".finder__more button").addEventListener("click", () => this.more());
    const toggle = this.part(".finder__toggle");
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") === "false"));
    });
    const compare = this.part(".finder__compare button");
    compare.addEventListener("click", async () => {
      const on = compare.getAttribute("aria-pressed") === "false";
      compare.setAttribute("aria-pressed", String(on));
      const { ComparisonChoice } = await import("./finder/comparison-choice.mjs");
      this.comparison ??= new ComparisonChoice(this);
      this.comparison.set(on);
    });
    addEventListener("popstate", () => {
      this.address?.forget();
      this.fromAddress();
    });
    this.seen = new SeenCards(this.part(".finder__results"));
  }

  fromAddress() {
    const state = this.wishes.fromAddress(location.search);
    this.unknown = state.unknown;
    this.limit = WINDOW;
    this.show(state);
  }

  /**
   * @param {boolean} step  whether the reader should be able to go back to what was before
   * @returns {Promise<void>} done when the results are shown
   */
  changed(step) {
    this.unknown = [];
    this.limit = WINDOW;
    const state = this.wishes.read();
    this.address.write(writeState(state), step);
    return this.show(state).then(layOutNext);
  }

  /** @param {FinderState} state */
  async show(state) {
    this.current = state;
    if (isEmpty(state)) {
      this.showAll();
      return;
    }
    try {
      const found = await answer(state, this.columns, this.base);
      if (this.current !== state) return;
      this.found = found;
      this.showFound(found, state);
      await this.draw(found, state);
      await this.count(found); // what a text search needs for its counts is asked for behind the results themselves
      // The link leads to the builder all the same.
      behind([found], 1, () => this.offer(found).catch(() => {}), () => this.found === found);
    } catch {
      if (this.current === state) this.showAll(NOT_FETCHED);
    }
  }

  /** The server's own list. @param {string} [notice] */
  showAll(notice = this.unknownText()) {
    this.found = null;
    const all = this.part(".finder__all");
    if (all.hidden) this.seenFirst(all);
    this.showPlace(".finder__all");
    for (const part of [".finder__near", ".finder__also", ".finder__spelling", ".finder__blocking", ".finder__build", ".finder__more"]) this.part(part).hidden = true;
    this.showCounts();
    this.wishes.showChips(this.wishes.read());
    this.tell(this.total);
    this.notice(notice);
  }

  /** What nobody sees yet of the server's list comes behind what the reader sees. @param {HTMLElement} all */
  seenFirst(all) {
    let above = 0;
    const later = [];
    for (const group of all.querySelectorAll(".finder__group")) {
      if (above >= this.seen.number) later.push(group);
      above += group.querySelectorAll("[data-row]").length;
    }
    for (const group of later) group.classList.add("finder__later");
    behind(later, 1, (group) => group.classList.remove("finder__later"), () => true);
  }

  /** Shows one of the places where cases stand. @param {string} shown */
  showPlace(shown) {
    for (const place of [".finder__all", ".finder__flat", ".finder__view"]) this.part(place).hidden = place !== shown;
  }

  /** What is said about the answer; the cases themselves are drawn by the view. @param {Answer} found @param {FinderState} state */
  showFound(found, state) {
    const { rows, text } = found;
    this.showPlace(state.view ? ".finder__view" : ".finder__flat");
    this.wishes.showChips(state);
    this.also(text?.also ?? []);
    for (const part of [".finder__spelling", ".finder__blocking", ".finder__near"]) this.part(part).hidden = true;
    this.part(".finder__near ol").replaceChildren();
    const wordless = state.q && !text?.wanted.length && !text?.unwanted.length ? NO_WORDS : "";
    this.notice([this.unknownText(), wordless, rows.length ? "" : NOTHING_FOUND].filter(Boolean).join(" "));
    this.tell(rows.length);
    if (!rows.length || text?.spellings.length) this.obstacles(found, state).catch(() => {});
  }

  /** @param {Answer} found @param {FinderState} state */
  async draw(found, state) {
    const { rows, text, engine } = found;
    const made = (MAKERS[state.view] ?? MAKERS[""])();
    const view = made instanceof Promise ? await made : made; // without a wait, the list is there in the same frame
    const marks = text?.rows.map((row) => row.mark) ?? [];
    const search = { base: this.base, perFile: engine?.start.tekst ?? 1, marks, wanted: () => this.current === state };
    const why = (/** @type {number} */ row, /** @type {HTMLElement} */ item) => import("./finder/card-finisher.mjs").then(({ writeWhy }) => writeWhy(item, row, search));
    const known = (/** @type {number} */ row) => engine?.document(row);
    this.part(".finder__more").hidden = rows.length <= this.limit;
    if (rows.length > this.limit) write(this.part(".finder__more button"), `Vis ${Math.min(WINDOW, rows.length - this.limit)} flere`);
    if (this.current !== state) return;
    await view.draw(this.part(state.view ? ".finder__view" : ".finder__flat"), { rows, wishes: found.wishes, order: state.order, known, why: marks.length ? why : null, limit: this.limit, first: this.limit > WINDOW ? this.limit : this.seen.number, ...this.acts(state) });
  }

  /** The ways on from what was found. @param {Answer} found */
  async offer({ rows }) {
    await offerToBuild(this.part(".finder__build"), rows, this.cards);
  }

  /** What a view may look up and ask for. @param {FinderState} state */
  acts(state) {
    return {
      data: { cards: this.cards, columns: this.columns, base: this.base },
      name: (/** @type {string} */ key, /** @type {string} */ value) => this.wishes.valueName(key, value),
      chosen: (/** @type {string} */ key) => state.chosen.get(key) ?? [],
      choose: (/** @type {string} */ key, /** @type {string} */ value) => {
        this.wishes.toggle(key, value);
        this.changed(true);
      },
      sort: (/** @type {string} */ order) => {
        this.wishes.order.value = order;
        this.changed(true);
      },
    };
  }

  /** Brings the next cases into view, and focus to the first of them. */
  async more() {
    if (!this.found || !this.current) return;
    const first = this.found.rows[this.limit];
    this.limit += WINDOW;
    await this.draw(this.found, this.current);
    /** @type {HTMLElement | null} */ (this.querySelector(`.finder__flat:not([hidden]) > [data-row="${first}"] a, .finder__view:not([hidden]) [data-row="${first}"] a`))?.focus();
  }

  /** Shows how many cases each value of the unfolded facets would leave. @param {Answer} found */
  async count(found) {
    const keys = this.wishes.openFacets();
    await this.columns.load(keys);
    if (this.found === found) this.showCounts(facetCounts(found.wishes, this.columns, keys));
  }

  /** The counts that a reader sees now, and those that are out of the window a frame later. @param {Map<string, Map<string, number>>} [counts] */
  showCounts(counts) {
    const { current, wishes } = this;
    wishes.showCounts(counts, (key) => wishes.seen.has(key));
    behind([counts], 1, () => wishes.showCounts(counts, (key) => !wishes.seen.has(key)), () => this.current === current);
  }

  /** What is said where nothing fits or a word is unknown. @param {Answer} found @param {FinderState} state */
  async obstacles(found, state) {
    const { showObstacles } = await import("./finder/obstacles.mjs");
    await showObstacles(this, found, () => this.current === state);
  }

  /** @param {() => void} act */
  async drop(act) {
    act();
    await this.changed(true); // the chips are made anew, and focus must land on one that stays
    /** @type {HTMLElement | null} */ (this.querySelector(".finder__chips .finder__chip") ?? this.wishes.input)?.focus();
  }

  unknownText() {
    return (this.unknown ?? []).map(([key, value]) => `Adressen nævner »${value}« under ${this.wishes.facetName(key)}. Det findes ikke, så vi ser bort fra det.`).join(" ");
  }

  /** @param {string[]} words */
  also(words) {
    const place = this.part(".finder__also");
    place.hidden = !words.length;
    place.textContent = words.length ? `Søger også efter: ${words.join(", ")}` : "";
  }

  /** @param {string} text */
  notice(text) {
    const place = this.part(".finder__notice");
    place.hidden = !text;
    place.textContent = text;
  }

  /** @param {number} number */
  tell(number) {
    const text = number === this.total ? "cases" : `af ${this.total} cases`;
    // Also where it is the same as before, so that whoever watches it learns that the answer is here.
    /** @type {Text} */ (this.part("[data-count]").firstChild).data = String(number);
    write(this.part(".finder__count-text"), text);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => (this.part("[data-announce]").textContent = `${number} ${text}`), SETTLED);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("case-finder", CaseFinder);
