/** <lesson-filter>: hides the lessons that are not asked for. The address is the state; the list is the server's own.
 *
 * Where the page holds only the first of many (data-all), the rest is fetched when the reader asks, and what is found is drawn. */

import { countOf, readChoices, unmet, writeChoices } from "./lessons/choices.mjs";
import { searchTexts } from "./search/in-page.mjs";

const TYPING_PAUSE = 150;
const SETTLED = 700;
/** So many of those found are drawn. */
const DRAWN = 100;

class LessonFilter extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.selects = [...this.form.querySelectorAll("select")];
    this.fields = new Map(this.selects.map((select) => [select.name, new Set([...select.options].map((option) => option.value).filter(Boolean))]));
    this.items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-lesson]")]);
    this.rows = new Map(this.items.map((item) => [this.name(item), this.row(item)]));
    this.total = Number(this.querySelector("[data-count]")?.textContent) || this.items.length;
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
    this.clearButton.hidden = !q && !choices.size;
    if (this.dataset.all) return this.showOfMany(q, choices);
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
    this.notice(number ? this.unknownText() : "Intet punkt passer på det hele. Fjern et ord eller et filter.");
    this.tell(number);
  }

  /** The same where the page holds only the first. @param {string} q @param {import("./lessons/choices.mjs").Choices} choices */
  async showOfMany(q, choices) {
    const asked = Boolean(q || choices.size);
    if (asked && !this.whole) {
      this.notice("Vi henter alle punkter …");
      this.asking = [q, choices];
      try {
        await this.fetchAll();
      } catch {
        this.notice("Alle punkter kunne ikke hentes. Prøv igen om lidt.");
        return;
      }
      if (this.asking?.[0] !== q || this.asking[1] !== choices) return;
    }
    this.asking = null;
    const { whole } = this;
    const fitting = whole && q ? new Set(this.findOfMany(q)) : null;
    const reached = (whole?.entries ?? []).filter((_, number) => !fitting || fitting.has(number));
    const found = asked ? reached.filter(({ row }) => !unmet(row, choices).length) : [];
    for (const group of this.querySelectorAll(".lesson-group")) /** @type {HTMLElement} */ (group).hidden = asked;
    this.draw(found);
    if (whole) this.showCounts(reached.map(({ row }) => row), choices);
    const number = asked ? found.length : this.total;
    const cut = found.length > DRAWN ? `Her står de første ${DRAWN} punkter. Vælg flere filtre for at se resten.` : "";
    this.notice(number ? cut || this.unknownText() : "Intet punkt passer på det hele. Fjern et ord eller et filter.");
    this.tell(number);
  }

  async fetchAll() {
    const [{ loadJson }, list] = await Promise.all([import("./cases/load.mjs"), import("./lessons/whole-list.mjs")]);
    const data = await loadJson(/** @type {string} */ (this.dataset.all));
    this.whole ??= { entries: list.entriesOf(data), draw: list.drawLesson };
  }

  /** @param {string} q */
  findOfMany(q) {
    const texts = () => this.whole.entries.map(({ text, source, row }) => [text, ...row.emne.map((id) => this.nameOf("emne", id)), source].join(" · "));
    this.searchAll ??= searchTexts(texts());
    return this.searchAll(q);
  }

  /** @param {string} field @param {string} id */
  nameOf(field, id) {
    const options = this.selects.find((select) => select.name === field)?.options ?? [];
    return [...options].find((option) => option.value === id)?.dataset.navn ?? id;
  }

  /** @param {import("./lessons/whole-list.mjs").Entry[]} found */
  draw(found) {
    if (!this.list) {
      this.list = document.createElement("ul");
      this.list.className = "lessons";
      this.querySelector(".lesson-group")?.before(this.list);
    }
    const label = this.querySelector(".lesson .knowledge");
    const items = found.slice(0, DRAWN).map((entry) => this.whole.draw(entry, this.dataset.root ?? "", (field, id) => this.nameOf(field, id), label));
    this.list.hidden = !items.length;
    this.list.replaceChildren(...items);
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
    const name = location.hash.slice(1);
    const target = name ? document.getElementById(name) : null;
    if (!target && name && this.dataset.all) this.leadTo(name);
    if (!target || !this.contains(target)) return;
    if (target.closest("[hidden]")) this.clear();
    target.scrollIntoView();
  }

  /** A lesson that is not on the page has an address of its own. @param {string} name */
  async leadTo(name) {
    await this.fetchAll().catch(() => {});
    const entry = this.whole?.entries.find((/** @type {import("./lessons/whole-list.mjs").Entry} */ one) => one.name === name);
    if (entry) location.replace(this.dataset.root + entry.path);
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
    const { total } = this;
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
