/** <site-search>: the header's search over the whole site, as a combobox; without a script it leads to the finder. */

import { fetchJson } from "./search/files.mjs";

const MOST = 8;

class SiteSearch extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    this.list = document.createElement("ul");
    this.list.id = "site-search-results";
    this.list.className = "site-search__results";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Forslag");
    this.list.hidden = true;
    this.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", this.list.id], ["aria-expanded", "false"]]) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("focus", () => this.load().catch(() => {}));
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => this.shortcut(event));
    // What one typed while the script was on its way is answered.
    if (document.activeElement === this.input) this.suggest();
  }

  /** The engine, fetched when the reader first asks; rejects where it cannot be had. @returns {Promise<import("./search/engine.mjs").SearchEngine>} */
  load() {
    this.engine ??= import("./search/engine.mjs").then(({ openSearch }) => openSearch(/** @type {string} */ (this.dataset.soeg)));
    this.engine.catch(() => (this.engine = undefined));
    return this.engine;
  }

  /** @param {KeyboardEvent} event */
  shortcut(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/" || event.key === "s") {
      event.preventDefault();
      this.input.focus();
      this.input.select();
    }
  }

  async suggest() {
    const asked = this.input.value;
    if (!asked.trim()) {
      this.close();
      return;
    }
    try {
      const engine = await this.load();
      const result = await engine.search(asked);
      if (asked !== this.input.value) return;
      const shown = result.hits.slice(0, MOST);
      const options = shown.map((document) => this.option(engine.document(document)));
      this.show(options, result.hits.length, result.spellings);
      const marks = result.rows.map((row) => row.mark);
      shown.forEach((document, at) => this.explain(options[at], document, marks, engine).catch(() => {}));
    } catch {
      if (asked === this.input.value) this.show([], 0, [], "Søgningen kunne ikke hentes. Tryk Enter for at søge i casene.");
    }
  }

  /** @param {{art: string, titel: string, url: string}} found */
  option({ art, titel, url }) {
    const item = document.createElement("li");
    item.className = "site-search__result";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = `${this.dataset.root}/${url}`;
    const kind = document.createElement("span");
    kind.className = "site-search__kind";
    kind.textContent = art;
    item.append(kind, titel);
    item.addEventListener("click", () => this.go(item));
    return item;
  }

  /** Writes under an option why it was found. @param {HTMLElement} item @param {number} document_ @param {import("./search/engine.mjs").Mark[]} marks @param {import("./search/engine.mjs").SearchEngine} engine */
  async explain(item, document_, marks, engine) {
    const [file, { reason, writeReason }] = await Promise.all([
      fetchJson(`${this.dataset.soeg}tekst/${Math.floor(document_ / engine.start.tekst)}.json`),
      import("./search/snippet.mjs"),
    ]);
    const said = reason(file[document_ % engine.start.tekst], marks);
    if (!said) return;
    const why = document.createElement("span");
    why.className = "site-search__snippet";
    writeReason(why, said);
    item.append(why);
  }

  /** @param {HTMLElement[]} options @param {number} total @param {import("./search/engine.mjs").Spelling[]} spellings @param {string} [message] */
  show(options, total, spellings, message = "Intet fundet. Tryk Enter for at se de cases, der ligger tættest på.") {
    const rows = [...options];
    options.forEach((option, index) => (option.id = `site-search-${index}`));
    for (const { typed, used } of spellings) if (used.length) rows.unshift(this.remark(`Vi kender ikke »${typed}«. Her er »${used.join("«, »")}«.`));
    if (!options.length) rows.push(this.remark(message));
    else if (total > options.length) rows.push(this.remark(`${total} i alt. Tryk Enter for at søge i casene.`));
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** A row that cannot be chosen. @param {string} text */
  remark(text) {
    const row = document.createElement("li");
    row.className = "site-search__snippet site-search__result";
    row.setAttribute("role", "option");
    row.setAttribute("aria-disabled", "true");
    row.textContent = text;
    return row;
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const options = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[data-url]")]);
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") {
      if (!this.list.hidden) event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length && !this.list.hidden) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? (at + 1) % options.length : (at <= 0 ? options.length : at) - 1;
      this.select(options, next);
    } else if (event.key === "Enter" && at >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.go(options[at]);
    }
  }

  /** @param {HTMLElement[]} options @param {number} at */
  select(options, at) {
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    this.input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} option */
  go(option) {
    this.close();
    location.href = /** @type {string} */ (option.dataset.url);
  }
}

customElements.define("site-search", SiteSearch);
