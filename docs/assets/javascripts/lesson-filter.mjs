/** <lesson-filter>: hides the lessons that are not asked for. The address is the state; the list is the server's own. */

import { countOf, readChoices, unmet, writeChoices } from "./lessons/choices.mjs";
import { searchTexts } from "./search/in-page.mjs";

const TYPING_PAUSE = 150;
const SETTLED = 700;

class LessonFilter extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.selects = [...this.form.querySelectorAll("select")];
    this.fields = new Map(this.selects.map((select) => [select.name, new Set([...select.options].map((option) => option.value).filter(Boolean))]));
    this.items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-lesson]")]);
    this.rows = new Map(this.items.map((item) => [this.name(item), this.row(item)]));
    this.clearButton = /** @type {HTMLButtonElement} */ (this.querySelector(".lesson-filter__clear"));
    this.listen();
    this.fromAddress();
    this.reveal();
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
    this.clearButton.addEventListener("click", () => {
      this.clear();
      this.input.focus();
    });
    addEventListener("popstate", () => this.fromAddress());
    addEventListener("hashchange", () => this.reveal());
  }

  /** @param {HTMLElement} item */
  name(item) {
    return /** @type {string} */ (item.dataset.lesson);
  }

  /** @param {HTMLElement} item @returns {import("./lessons/choices.mjs").Row} */
  row(item) {
    return Object.fromEntries([...this.fields.keys()].map((key) => [key, (item.dataset[key] ?? "").split(" ").filter(Boolean)]));
  }

  /** The numbers of the lessons whose text, topics or source hold the words. @param {string} q */
  find(q) {
    this.search ??= searchTexts(this.items.map((item) => [".lesson__text", ".lesson__topic", ".lesson__source"].map((part) => this.text(item, part)).join(" · ")));
    return this.search(q);
  }

  /** @param {HTMLElement} item @param {string} selector */
  text(item, selector) {
    return [...item.querySelectorAll(selector)].map((part) => part.textContent).join(" · ");
  }

  fromAddress() {
    const { q, choices, unknown } = readChoices(location.search, this.fields);
    this.input.value = q;
    for (const select of this.selects) select.value = choices.get(select.name) ?? "";
    this.unknown = unknown;
    this.show();
  }

  /** @returns {import("./lessons/choices.mjs").Choices} */
  choices() {
    const chosen = this.selects.filter((select) => select.value);
    return new Map(chosen.map((select) => [select.name, select.value]));
  }

  /** @param {boolean} step  whether the reader should be able to go back to what was before */
  changed(step) {
    clearTimeout(this.typing);
    this.unknown = [];
    const address = writeChoices(this.input.value.trim(), this.choices()) || location.pathname;
    if (address !== (location.search || location.pathname)) history[step ? "pushState" : "replaceState"](null, "", address);
    this.show();
  }

  clear() {
    this.input.value = "";
    for (const select of this.selects) select.value = "";
    this.changed(true);
  }

  show() {
    const q = this.input.value.trim();
    const choices = this.choices();
    const found = q ? new Set(this.find(q).map((number) => this.name(this.items[number]))) : null;
    const rows = new Map([...this.rows].filter(([name]) => !found || found.has(name)));
    let number = 0;
    for (const item of this.items) {
      const row = rows.get(this.name(item));
      item.hidden = !row || unmet(row, choices).length > 0;
      if (!item.hidden) number += 1;
    }
    for (const group of this.querySelectorAll(".lesson-group")) {
      /** @type {HTMLElement} */ (group).hidden = !group.querySelector("[data-lesson]:not([hidden])");
    }
    this.showCounts([...rows.values()], choices);
    this.clearButton.hidden = !q && !choices.size;
    this.notice(number ? this.unknownText() : "Intet punkt passer på det hele. Fjern et ord eller et filter.");
    this.tell(number);
  }

  /** @param {import("./lessons/choices.mjs").Row[]} rows @param {import("./lessons/choices.mjs").Choices} choices */
  showCounts(rows, choices) {
    for (const select of this.selects) {
      for (const option of [...select.options].filter((item) => item.value)) {
        const number = countOf(rows, choices, select.name, option.value);
        option.textContent = `${option.dataset.navn} (${number})`;
        option.disabled = !number && !option.selected;
      }
    }
  }

  /** Brings what the address points at into view, also where the filter hid it. */
  reveal() {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target || !this.contains(target)) return;
    if (target.closest("[hidden]")) this.clear();
    target.scrollIntoView();
  }

  unknownText() {
    return (this.unknown ?? []).map(([key, value]) => `Adressen nævner »${value}« under ${this.labelOf(key)}. Det findes ikke, så vi ser bort fra det.`).join(" ");
  }

  /** @param {string} key */
  labelOf(key) {
    return this.selects.find((select) => select.name === key)?.labels[0]?.textContent ?? key;
  }

  /** @param {string} text */
  notice(text) {
    const place = /** @type {HTMLElement} */ (this.querySelector(".lesson-filter__notice"));
    place.hidden = !text;
    place.textContent = text;
  }

  /** @param {number} number */
  tell(number) {
    const total = this.items.length;
    const text = number === total ? "læringspunkter" : `af ${total} læringspunkter`;
    /** @type {HTMLElement} */ (this.querySelector("[data-count]")).textContent = String(number);
    /** @type {HTMLElement} */ (this.querySelector(".lesson-filter__count-text")).textContent = text;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      /** @type {HTMLElement} */ (this.querySelector("[data-announce]")).textContent = `${number} ${text}`;
    }, SETTLED);
  }
}

customElements.define("lesson-filter", LessonFilter);
