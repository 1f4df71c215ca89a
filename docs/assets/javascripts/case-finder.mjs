/** <case-finder>: brings the server's form and list to life. The address is the state; the list is the server's own. */

import { facetCounts, unmetFacets } from "./finder/filter.mjs";
import { isEmpty, readState, writeState } from "./finder/state.mjs";
import { chip, element, explain, nearMiss } from "./finder/view.mjs";
import { loadSearch } from "./search/load.mjs";

const NEAR = 3;
const TYPING_PAUSE = 150;
const SETTLED = 700;

class CaseFinder extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.items = new Map([...this.querySelectorAll("[data-case]")].map((item) => [/** @type {HTMLElement} */ (item).dataset.case, item]));
    this.homes = [...this.querySelectorAll(".finder__group ol")].map((list) => [list, [...list.children]]);
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[type=checkbox]")]);
    this.facets = new Map();
    for (const box of this.boxes) this.facets.set(box.name, (this.facets.get(box.name) ?? new Set()).add(box.value));
    this.listen();
    this.fromAddress();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.changed(true);
    });
    this.form.addEventListener("change", (event) => {
      if (event.target !== this.input) this.changed(true);
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.changed(false), TYPING_PAUSE);
    });
    this.input.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
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
    const state = readState(location.search, this.facets);
    this.input.value = state.q;
    for (const box of this.boxes) box.checked = state.chosen.get(box.name)?.includes(box.value) ?? false;
    this.unknown = state.unknown;
    this.show(state);
  }

  /** @returns {import("./finder/state.mjs").FinderState} */
  state() {
    const chosen = new Map();
    for (const box of this.boxes) if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
    return { q: this.input.value.trim(), chosen };
  }

  /** @param {boolean} step  whether the reader should be able to go back to what was before */
  changed(step) {
    clearTimeout(this.typing);
    this.unknown = [];
    const state = this.state();
    const address = writeState(state) || location.pathname;
    if (address !== (location.search || location.pathname)) history[step ? "pushState" : "replaceState"](null, "", address);
    this.show(state);
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
    for (const box of this.boxes) this.count(box, Number(box.dataset.all ?? this.countOf(box).textContent));
    this.chips({ q: "", chosen: new Map() });
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
    const rows = new Map(texts.map((hit) => [ids[hit.document], data.facetter[ids[hit.document]]]));
    const hits = texts.filter((hit) => !unmetFacets(data.facetter[ids[hit.document]], state.chosen).length);
    const shown = hits.map((hit) => {
      const item = /** @type {HTMLElement} */ (this.items.get(ids[hit.document]));
      explain(item, data.dokumenter[hit.document], hit.words);
      item.hidden = false;
      return item;
    });
    for (const item of this.items.values()) if (!shown.includes(/** @type {HTMLElement} */ (item))) /** @type {HTMLElement} */ (item).hidden = true;
    this.part(".finder__flat").append(...shown);
    this.toggleGroups(false);
    this.showCounts(facetCounts(rows, state.chosen, this.facets ?? new Map()));
    this.chips(state);
    this.also(result.also);
    this.notice(hits.length ? this.unknownText() : "Ingen case passer på det hele. Drop et ønske, eller se dem, der ligger tættest på.");
    this.near(hits.length ? [] : this.nearest(state, data, result, ids));
    this.buildLink(shown);
    this.tell(hits.length);
  }

  /** @returns {[HTMLElement, import("./finder/view.mjs").Missing[]][]} the cases that meet most wishes, with what they miss */
  nearest(state, data, result, ids) {
    const asked = result.terms.filter((term) => !term.not).length;
    const met = new Map([...result.hits, ...result.partial].map((hit) => [ids[hit.document], hit]));
    const rows = Object.entries(data.facetter).map(([id, row]) => {
      const unmet = unmetFacets(row, state.chosen);
      const words = met.get(id)?.met ?? 0;
      const missing = unmet.map((key) => ({ name: this.facetName(key), drop: () => this.dropFacet(key) }));
      const lost = asked === 1 ? `ordet »${state.q}«` : `${asked - words} af de ${asked} ord`;
      if (words < asked) missing.push({ name: lost, drop: () => this.drop(() => (this.input.value = "")) });
      return { id, wishes: words - unmet.length, score: met.get(id)?.score ?? 0, any: words > 0 || unmet.length < state.chosen.size, missing };
    });
    return rows
      .filter((row) => row.any)
      .sort((a, b) => b.wishes - a.wishes || b.score - a.score)
      .slice(0, NEAR)
      .map((row) => [/** @type {HTMLElement} */ (this.items.get(row.id)), row.missing]);
  }

  /** @param {[HTMLElement, import("./finder/view.mjs").Missing[]][]} items */
  near(items) {
    const box = this.part(".finder__near");
    box.hidden = !items.length;
    box.querySelector("ol")?.replaceChildren(...items.map(([item, missing]) => nearMiss(item, missing)));
  }

  /** @param {Map<string, Map<string, number>>} counts */
  showCounts(counts) {
    for (const box of this.boxes) this.count(box, counts.get(box.name)?.get(box.value) ?? 0);
  }

  countOf(box) {
    return /** @type {HTMLElement} */ (box.parentElement.querySelector(".facet__count"));
  }

  count(box, number) {
    const place = this.countOf(box);
    box.dataset.all ??= place.textContent;
    place.textContent = String(number);
    box.parentElement.classList.toggle("facet__value--none", !number);
  }

  /** @param {import("./finder/state.mjs").FinderState} state */
  chips(state) {
    const items = [];
    if (state.q) items.push(chip(`»${state.q}«`, `Fjern søgeordet ${state.q}`, () => this.drop(() => (this.input.value = ""))));
    for (const box of this.boxes.filter((item) => state.chosen.get(item.name)?.includes(item.value))) {
      const name = box.parentElement.querySelector(".facet__name").textContent;
      items.push(chip(name, `Fjern filter: ${this.facetName(box.name)} ${name}`, () => this.drop(() => (box.checked = false))));
    }
    if (items.length > 1) {
      const clear = chip("Ryd alle", "Ryd alle filtre og søgeord", () => this.clear());
      clear.firstElementChild.classList.add("finder__chip--clear");
      items.push(clear);
    }
    const list = this.part(".finder__chips");
    list.hidden = !items.length;
    list.replaceChildren(...items);
    for (const facet of this.querySelectorAll("[data-facet]")) {
      const chosen = state.chosen.get(/** @type {HTMLElement} */ (facet).dataset.facet ?? "")?.length ?? 0;
      const badge = /** @type {HTMLElement} */ (facet.querySelector(".facet__chosen"));
      badge.hidden = !chosen;
      badge.textContent = chosen ? `${chosen} valgt` : "";
    }
  }

  /** @param {() => void} act */
  drop(act) {
    act();
    this.changed(true);
    /** @type {HTMLElement | null} */ (this.querySelector(".finder__chip") ?? this.input)?.focus();
  }

  /** @param {string} key */
  dropFacet(key) {
    this.drop(() => this.boxes.filter((box) => box.name === key).forEach((box) => (box.checked = false)));
  }

  clear() {
    this.drop(() => {
      this.input.value = "";
      for (const box of this.boxes) box.checked = false;
    });
  }

  facetName(key) {
    return this.querySelector(`[data-facet="${key}"] summary`)?.firstChild?.textContent?.trim() ?? key;
  }

  unknownText() {
    return (this.unknown ?? []).map(([key, value]) => `Adressen nævner »${value}« under ${this.facetName(key)}. Det findes ikke, så vi ser bort fra det.`).join(" ");
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
