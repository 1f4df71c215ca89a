/** The finder's form: reads and writes the wishes that the reader has set, and shows counts, chips and badges. */

import { readState } from "./state.mjs";
import { chip, element, write } from "./views.mjs";

/** @typedef {import("./state.mjs").FinderState} FinderState */
/** @typedef {{box: HTMLInputElement, label: HTMLElement, name: HTMLElement, place: HTMLElement, all: number, shown: number}} Value */

export class Wishes {
  /**
   * @param {HTMLElement} finder  the element that holds form, order and chips
   * @param {() => void} changed  called when a wish is set or taken away by hand
   * @param {(act: () => void) => void} drop  called to take a wish away from outside the form
   */
  constructor(finder, changed, drop) {
    this.finder = finder;
    this.changed = changed;
    this.drop = drop;
    this.form = /** @type {HTMLFormElement} */ (finder.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.order = /** @type {HTMLSelectElement} */ (finder.querySelector("[name=orden]"));
    this.views = /** @type {HTMLInputElement[]} */ ([...finder.querySelectorAll("[name=visning]")]);
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[type=checkbox]")]);
    /** @type {Map<string, Set<string>>} */
    this.facets = new Map();
    /** @type {Map<string, Value[]>} */
    this.values = new Map();
    for (const box of this.boxes) {
      const label = /** @type {HTMLElement} */ (box.parentElement);
      const name = /** @type {HTMLElement} */ (box.nextElementSibling);
      const place = /** @type {HTMLElement} */ (label.lastElementChild);
      const all = Number(place.textContent);
      this.facets.set(box.name, (this.facets.get(box.name) ?? new Set()).add(box.value));
      this.values.set(box.name, [...(this.values.get(box.name) ?? []), { box, label, name, place, all, shown: all }]);
    }
    this.groups = /** @type {HTMLDetailsElement[]} */ ([...this.form.querySelectorAll("[data-facet]")]);
    // A task of its own, so that the page answers before it.
    setTimeout(() => this.groups.forEach((group) => group.open && this.#addExcludeButtons(group)));
    /** @type {Set<string>} the facets that are in the window, or were when it was last asked */
    this.seen = new Set(this.openFacets());
    const watcher = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.seen[isIntersecting ? "add" : "delete"](/** @type {HTMLElement} */ (target).dataset.facet ?? "");
    });
    for (const group of this.groups) watcher.observe(group);
    this.form.addEventListener("toggle", (event) => this.#addExcludeButtons(/** @type {HTMLDetailsElement} */ (event.target)), true);
  }

  /** The facets whose values a reader sees. */
  openFacets() {
    return this.groups.filter((group) => group.open).map((group) => group.dataset.facet ?? "");
  }

  /** A button beside each of a facet's values that asks for the cases without it. @param {HTMLDetailsElement} group */
  #addExcludeButtons(group) {
    if (group.querySelector(".facet__not")) return;
    for (const { box, label, name } of this.values.get(group.dataset.facet ?? "") ?? []) {
      const button = /** @type {HTMLButtonElement} */ (element("button", "facet__not", "ikke"));
      button.type = "button";
      button.setAttribute("aria-label", `Ikke ${name.textContent}`);
      button.addEventListener("click", () => {
        box.checked = false;
        this.#setNot(box, !box.dataset.not);
        this.changed();
      });
      label.after(button);
      this.#setNot(box, Boolean(box.dataset.not));
    }
  }

  /** @param {HTMLInputElement} box @param {boolean} not */
  #setNot(box, not) {
    if (not) box.dataset.not = "ja";
    else delete box.dataset.not;
    box.parentElement?.nextElementSibling?.setAttribute("aria-pressed", String(not));
  }

  /** @param {string} search  the part of an address from "?" @returns {FinderState & {unknown: [string, string][]}} */
  fromAddress(search) {
    const state = readState(search, this.facets);
    this.input.value = state.q;
    this.order.value = state.order;
    for (const view of this.views) view.checked = view.value === state.view;
    for (const box of this.boxes) {
      box.checked = state.chosen.get(box.name)?.includes(box.value) ?? false;
      this.#setNot(box, state.excluded.get(box.name)?.includes(box.value) ?? false);
    }
    return state;
  }

  /** @returns {FinderState} */
  read() {
    /** @type {Map<string, string[]>} */
    const chosen = new Map();
    /** @type {Map<string, string[]>} */
    const excluded = new Map();
    for (const box of this.boxes) {
      const wishes = box.checked ? chosen : box.dataset.not ? excluded : null;
      wishes?.set(box.name, [...(wishes.get(box.name) ?? []), box.value]);
    }
    return { q: this.input.value.trim(), chosen, excluded, order: this.order.value, view: this.views.find((view) => view.checked)?.value ?? "" };
  }

  /** A box that is ticked is no longer unwanted. @param {HTMLInputElement} box */
  ticked(box) {
    if (box.checked) this.#setNot(box, false);
  }

  /** @param {HTMLInputElement} box */
  untick(box) {
    box.checked = false;
    this.#setNot(box, false);
  }

  forgetText() {
    this.input.value = "";
  }

  /** @param {string} key */
  forgetFacet(key) {
    this.values.get(key)?.forEach(({ box }) => this.untick(box));
  }

  forgetAll() {
    this.forgetText();
    this.boxes.forEach((box) => this.untick(box));
  }

  /** Sets a facet value, or takes it away where it is set. @param {string} key @param {string} value */
  toggle(key, value) {
    const box = this.values.get(key)?.find((item) => item.box.value === value)?.box;
    if (!box) return;
    box.checked = !box.checked;
    this.ticked(box);
  }

  /** @param {string} key @param {string} value @returns {string} the value's name as the reader sees it */
  valueName(key, value) {
    return this.values.get(key)?.find((item) => item.box.value === value)?.name.textContent ?? value;
  }

  /** @param {string} key @returns {string} the facet's name as the reader sees it */
  facetName(key) {
    return this.finder.querySelector(`[data-facet="${key}"] summary`)?.firstChild?.textContent?.trim() ?? key;
  }

  /**
   * Shows how many cases each value of some facets would leave; without counts, how many have it in all.
   * @param {Map<string, Map<string, number>>} [counts] @param {(key: string) => boolean} [which]
   */
  showCounts(counts, which = () => true) {
    for (const [key, values] of this.values) {
      if ((counts && !counts.has(key)) || !which(key)) continue;
      for (const value of values) {
        const number = counts ? (counts.get(key)?.get(value.box.value) ?? 0) : value.all;
        if (number === value.shown) continue;
        write(value.place, String(number));
        if (!number !== !value.shown) value.name.classList.toggle("facet__name--none", !number);
        value.shown = number;
      }
    }
  }

  /** Shows the wishes as chips that take them away, and how many each facet holds. @param {FinderState} state */
  showChips(state) {
    const items = [];
    if (state.q) items.push(chip(`»${state.q}«`, `Fjern søgeordet »${state.q}«`, () => this.drop(() => this.forgetText())));
    for (const box of this.boxes) {
      if (!box.checked && !box.dataset.not) continue;
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
    for (const group of this.groups) this.#badge(group, state);
  }

  /** @param {HTMLElement} group @param {FinderState} state */
  #badge(group, state) {
    const key = group.dataset.facet ?? "";
    const number = (state.chosen.get(key)?.length ?? 0) + (state.excluded.get(key)?.length ?? 0);
    const badge = /** @type {HTMLElement} */ (group.querySelector(".facet__chosen"));
    if (badge.hidden && !number) return;
    badge.hidden = !number;
    write(badge, number ? `${number} valgt` : "");
  }
}
