/** The finder's form: reads and writes the wishes that the reader has set, and shows counts, chips and badges. */

import { readState } from "./state.mjs";
import { chip, excludeButton } from "./view.mjs";

export class Wishes {
  /**
   * @param {HTMLElement} finder  the element that holds form, order and chips
   * @param {() => void} changed  called when a wish is set or taken away by hand
   * @param {(act: () => void) => void} drop  called to take a wish away from outside the form
   */
  constructor(finder, changed, drop) {
    this.finder = finder;
    this.drop = drop;
    this.form = /** @type {HTMLFormElement} */ (finder.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.order = /** @type {HTMLSelectElement} */ (finder.querySelector("[name=orden]"));
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[type=checkbox]")]);
    /** @type {Map<string, Set<string>>} */
    this.facets = new Map();
    for (const box of this.boxes) {
      this.facets.set(box.name, (this.facets.get(box.name) ?? new Set()).add(box.value));
      excludeButton(box, changed);
    }
  }

  /** @param {string} search  the part of an address from "?" @returns {import("./state.mjs").FinderState & {unknown: [string, string][]}} */
  fromAddress(search) {
    const state = readState(search, this.facets);
    this.input.value = state.q;
    this.order.value = state.order;
    for (const box of this.boxes) {
      box.checked = state.chosen.get(box.name)?.includes(box.value) ?? false;
      if (state.excluded.get(box.name)?.includes(box.value)) box.dataset.not = "ja";
      else delete box.dataset.not;
    }
    return state;
  }

  /** @returns {import("./state.mjs").FinderState} */
  read() {
    const chosen = new Map();
    const excluded = new Map();
    for (const box of this.boxes) {
      const wishes = box.checked ? chosen : box.dataset.not ? excluded : null;
      wishes?.set(box.name, [...(wishes.get(box.name) ?? []), box.value]);
    }
    return { q: this.input.value.trim(), chosen, excluded, order: this.order.value };
  }

  /** @param {HTMLInputElement} box */
  untick(box) {
    box.checked = false;
    delete box.dataset.not;
  }

  forgetText() {
    this.input.value = "";
  }

  /** @param {string} key */
  forgetFacet(key) {
    this.boxes.filter((box) => box.name === key).forEach((box) => this.untick(box));
  }

  forgetAll() {
    this.forgetText();
    this.boxes.forEach((box) => this.untick(box));
  }

  /** @param {string} key @returns {string} the facet's name as the reader sees it */
  facetName(key) {
    return this.finder.querySelector(`[data-facet="${key}"] summary`)?.firstChild?.textContent?.trim() ?? key;
  }

  /** Shows how many cases each value would leave; without counts, how many have it in all. @param {Map<string, Map<string, number>>} [counts] */
  showCounts(counts) {
    for (const box of this.boxes) {
      const label = /** @type {HTMLElement} */ (box.parentElement);
      const place = /** @type {HTMLElement} */ (label.querySelector(".facet__count"));
      box.dataset.all ??= place.textContent ?? "";
      const number = counts ? (counts.get(box.name)?.get(box.value) ?? 0) : Number(box.dataset.all);
      place.textContent = String(number);
      label.classList.toggle("facet__value--none", !number);
    }
  }

  /** Shows the wishes as chips that take them away, and how many each facet holds. @param {import("./state.mjs").FinderState} state */
  showChips(state) {
    const items = [];
    if (state.q) items.push(chip(`»${state.q}«`, `Fjern søgeordet ${state.q}`, () => this.drop(() => this.forgetText())));
    for (const box of this.boxes.filter((item) => item.checked || item.dataset.not)) {
      const name = `${box.dataset.not ? "ikke " : ""}${box.parentElement?.querySelector(".facet__name")?.textContent}`;
      items.push(chip(name, `Fjern filter: ${this.facetName(box.name)} ${name}`, () => this.drop(() => this.untick(box))));
    }
    if (items.length > 1) {
      const clear = chip("Ryd alle", "Ryd alle filtre og søgeord", () => this.drop(() => this.forgetAll()));
      clear.firstElementChild?.classList.add("finder__chip--clear");
      items.push(clear);
    }
    const list = /** @type {HTMLElement} */ (this.finder.querySelector(".finder__chips"));
    list.hidden = !items.length;
    list.replaceChildren(...items);
    for (const facet of this.finder.querySelectorAll("[data-facet]")) this.#badge(/** @type {HTMLElement} */ (facet), state);
  }

  /** @param {HTMLElement} facet @param {import("./state.mjs").FinderState} state */
  #badge(facet, state) {
    const key = facet.dataset.facet ?? "";
    const number = (state.chosen.get(key)?.length ?? 0) + (state.excluded.get(key)?.length ?? 0);
    const badge = /** @type {HTMLElement} */ (facet.querySelector(".facet__chosen"));
    badge.hidden = !number;
    badge.textContent = number ? `${number} valgt` : "";
  }
}
