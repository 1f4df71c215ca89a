/** <site-search>: the header's search over the whole site, as a combobox; without a script it leads to the finder. */

import { loadSearch } from "./search/load.mjs";
import { snippet, writeSnippet } from "./search/snippet.mjs";

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
  }

  load() {
    return loadSearch(/** @type {string} */ (this.dataset.documents));
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
      const { data, engine } = await this.load();
      if (asked !== this.input.value) return;
      const { hits } = engine.search(asked);
      this.show(hits.slice(0, MOST).map((hit) => this.option(data.dokumenter[hit.document], hit.words)), hits.length);
    } catch {
      this.show([], 0, "Søgningen kunne ikke hentes. Tryk Enter for at søge i casene.");
    }
  }

  /** @param {import("./search/engine.mjs").SearchDocument} found @param {Set<string>} words */
  option(found, words) {
    const item = document.createElement("li");
    item.className = "site-search__result";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = `${this.dataset.root}/${found.url}`;
    const kind = document.createElement("span");
    kind.className = "site-search__kind";
    kind.textContent = found.art;
    const why = document.createElement("span");
    why.className = "site-search__snippet";
    const pieces = snippet(found.kort, words);
    writeSnippet(why, pieces.length ? pieces : snippet(`${found.laering} ${found.tekst}`, words));
    item.append(kind, found.titel, why);
    item.addEventListener("click", () => this.go(item));
    return item;
  }

  /** @param {HTMLElement[]} options @param {number} total @param {string} [message] */
  show(options, total, message = "Intet fundet. Tryk Enter for at se de cases, der ligger tættest på.") {
    const rows = [...options];
    options.forEach((option, index) => (option.id = `site-search-${index}`));
    if (!options.length || total > options.length) {
      const rest = document.createElement("li");
      rest.className = "site-search__snippet site-search__result";
      rest.setAttribute("role", "option");
      rest.setAttribute("aria-disabled", "true");
      rest.textContent = options.length ? `${total} i alt. Tryk Enter for at søge i casene.` : message;
      rows.push(rest);
    }
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
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
