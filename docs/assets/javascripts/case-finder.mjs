/** <case-finder>: brings the server's form and list to life. The address is the state; the list is the server's own. */

import { facetCounts, nearestCases, unmetFacets } from "./finder/filter.mjs";
import { isEmpty, writeState } from "./finder/state.mjs";
import { explain, inOrder, nearMiss } from "./finder/view.mjs";
import { Wishes } from "./finder/wishes.mjs";
import { loadSearch } from "./search/load.mjs";

const NEAR = 3;
const TYPING_PAUSE = 150;
const SETTLED = 700;
const NOTHING_FITS = "Ingen case passer på det hele. Fjern et ønske, eller se dem, der ligger tættest på.";
const NOTHING_FOUND = "Ingen case passer. Prøv et andet ord, eller vælg under filtrene.";

class CaseFinder extends HTMLElement {
  connectedCallback() {
    this.items = new Map([...this.querySelectorAll("[data-case]")].map((item) => [/** @type {HTMLElement} */ (item).dataset.case, item]));
    this.homes = [...this.querySelectorAll(".finder__group ol")].map((list) => [list, [...list.children]]);
    this.wishes = new Wishes(this, () => this.changed(true), (act) => this.drop(act));
    this.listen();
    this.fromAddress();
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
      if (box.checked) delete box.dataset.not;
      this.changed(true);
    });
    input.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.changed(false), TYPING_PAUSE);
    });
    input.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
    const toggle = /** @type {HTMLElement} */ (this.querySelector(".finder__toggle"));
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") === "false"));
    });
    addEventListener("popstate", () => this.fromAddress());
  }

  load() {
    return loadSearch(/** @type {string} */ (this.dataset.documents));
  }

  fromAddress() {
    const state = this.wishes.fromAddress(location.search);
    this.unknown = state.unknown;
    this.show(state);
  }

  /**
   * @param {boolean} step  whether the reader should be able to go back to what was before
   * @returns {Promise<void>} done when the results are shown
   */
  changed(step) {
    clearTimeout(this.typing);
    this.unknown = [];
    const state = this.wishes.read();
    const address = writeState(state) || location.pathname;
    if (address !== (location.search || location.pathname)) history[step ? "pushState" : "replaceState"](null, "", address);
    return this.show(state);
  }

  /** @param {import("./finder/state.mjs").FinderState} state */
  async show(state) {
    this.current = state;
    if (isEmpty(state)) {
      this.showAll();
      return;
    }
    try {
      const { data, engine } = await this.load();
      if (this.current === state) this.showFound(state, data, engine);
    } catch {
      this.showAll();
      this.notice("Søgningen kunne ikke hentes. Her er alle cases. Prøv igen om lidt.");
    }
  }

  showAll() {
    for (const [list, items] of this.homes ?? []) /** @type {Element} */ (list).append(.../** @type {Element[]} */ (items));
    for (const item of this.items.values()) {
      /** @type {HTMLElement} */ (item).hidden = false;
      explain(/** @type {HTMLElement} */ (item), undefined, new Set());
    }
    this.toggleGroups(true);
    this.part(".finder__near").hidden = true;
    this.part(".finder__also").hidden = true;
    this.part(".finder__build").hidden = true;
    this.wishes.showCounts();
    this.wishes.showChips(this.wishes.read());
    this.tell(this.items.size);
    this.notice(this.unknownText());
  }

  /** @param {boolean} grouped */
  toggleGroups(grouped) {
    for (const group of this.querySelectorAll(".finder__group")) /** @type {HTMLElement} */ (group).hidden = !grouped;
    this.part(".finder__flat").hidden = grouped;
  }

  /**
   * @param {import("./finder/state.mjs").FinderState} state
   * @param {import("./search/load.mjs").SearchData} data
   * @param {import("./search/engine.mjs").SearchEngine} engine
   */
  showFound(state, data, engine) {
    const ids = data.dokumenter.map((item) => (item.art === "Case" ? item.url.split("/")[1] : ""));
    const result = engine.search(state.q);
    const texts = result.hits.filter((hit) => ids[hit.document]);
    const row = (/** @type {{document: number}} */ hit) => data.facetter[ids[hit.document]];
    const hits = texts.filter((hit) => !unmetFacets(row(hit), state).length);
    const shown = inOrder(hits.map((hit) => {
      const item = /** @type {HTMLElement} */ (this.items.get(ids[hit.document]));
      explain(item, data.dokumenter[hit.document], hit.words);
      item.hidden = false;
      return item;
    }), state.order);
    for (const item of this.items.values()) if (!shown.includes(/** @type {HTMLElement} */ (item))) /** @type {HTMLElement} */ (item).hidden = true;
    this.part(".finder__flat").append(...shown);
    this.toggleGroups(false);
    this.wishes.showCounts(facetCounts(texts.map(row), state, this.wishes.facets));
    this.wishes.showChips(state);
    this.also(result.also);
    const near = hits.length ? [] : this.nearest(state, data, result, ids);
    this.near(near);
    this.notice(hits.length ? this.unknownText() : near.length ? NOTHING_FITS : NOTHING_FOUND);
    this.buildLink(shown);
    this.tell(hits.length);
  }

  /** @returns {[HTMLElement, import("./finder/view.mjs").Missing[]][]} the nearest cases with what they miss */
  nearest(state, data, result, ids) {
    const asked = result.terms.filter((term) => !term.not).length;
    const found = new Map([...result.hits, ...result.partial].map((hit) => [ids[hit.document], hit]));
    return nearestCases(data.facetter, found, asked, state, NEAR).map((near) => {
      const missing = near.facets.map((key) => ({ name: this.wishes.facetName(key), drop: () => this.drop(() => this.wishes.forgetFacet(key)) }));
      const lost = asked === 1 ? `ordet »${state.q}«` : `${near.words} af de ${asked} ord`;
      if (near.words) missing.push({ name: lost, drop: () => this.drop(() => this.wishes.forgetText()) });
      return [/** @type {HTMLElement} */ (this.items.get(near.id)), missing];
    });
  }

  /** @param {[HTMLElement, import("./finder/view.mjs").Missing[]][]} items */
  near(items) {
    const box = this.part(".finder__near");
    box.hidden = !items.length;
    box.querySelector("ol")?.replaceChildren(...items.map(([item, missing]) => nearMiss(item, missing)));
  }

  /** @param {() => void} act */
  async drop(act) {
    act();
    await this.changed(true); // the chips are made anew, and focus must land on one that stays
    /** @type {HTMLElement | null} */ (this.querySelector(".finder__chip") ?? this.wishes.input)?.focus();
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

  /** @param {HTMLElement[]} shown  the cases whose lessons choose the clauses */
  buildLink(shown) {
    const clauses = new Set(shown.flatMap((item) => (item.dataset.klausuler ?? "").split(" ").filter(Boolean)));
    const link = /** @type {HTMLAnchorElement} */ (this.part(".finder__build").querySelector("a"));
    link.search = new URLSearchParams([...clauses].map((id) => ["klausul", id])).toString();
    this.part(".finder__build").hidden = !clauses.size;
  }

  /** @param {string} text */
  notice(text) {
    const place = this.part(".finder__notice");
    place.hidden = !text;
    place.textContent = text;
  }

  /** @param {number} number */
  tell(number) {
    const total = this.items.size;
    const text = number === total ? "cases" : `af ${total} cases`;
    this.part("[data-count]").textContent = String(number);
    this.part(".finder__count-text").textContent = text;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => (this.part("[data-announce]").textContent = `${number} ${text}`), SETTLED);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("case-finder", CaseFinder);
