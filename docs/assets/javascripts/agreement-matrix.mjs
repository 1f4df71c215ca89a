/** <agreement-matrix>: chooses columns, shows only what differs, and puts one's own draft beside the real agreements. */

import { make } from "./agreement/dom.mjs";
import { draftChoices } from "./agreement/matrix-drafts.mjs";
import { hasSaved } from "./agreement/storage.mjs";
import { agreementDocument, runsText } from "./agreement/text.mjs";

/** @typedef {import("./agreement/draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./agreement/matrix-drafts.mjs").Choice} Choice */
/** @typedef {import("./agreement/text.mjs").Block} Block */
/** @typedef {import("./agreement/text.mjs").Section} Section */

const DRAFT = "kladde";
const UNREADABLE = "Kladden kan ikke vises lige nu. Genindlæs siden for at prøve igen.";

class AgreementMatrix extends HTMLElement {
  /** @type {Choice[]} */
  #choices = [];
  #started = false;
  #said = "";

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#part(".matrix__tools").hidden = false;
    this.#part('[data-tool="columns"]').addEventListener("change", () => this.#show());
    this.#part('[data-tool="differences"]').addEventListener("change", () => this.#show());
    this.#part('[data-tool="print"]').addEventListener("click", () => window.print());
    const linked = location.hash.startsWith("#kladde");
    if (linked || hasSaved()) this.#fetchDrafts(linked);
    this.#show();
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    const found = this.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`agreement_matrix.html mangler ${selector}`);
    return found;
  }

  /** @param {boolean} shown whether the draft is shown at once, because a link asked for it */
  async #fetchDrafts(shown) {
    try {
      const answer = await fetch(this.dataset.content ?? "");
      if (!answer.ok) throw new Error(`byg.json: ${answer.status}`);
      const data = /** @type {BuilderData} */ (await answer.json());
      const { choices, fault } = await draftChoices(location.hash, data);
      this.#choices = choices;
      this.#said = fault;
      if (choices.length) this.#offer(data, shown);
    } catch {
      this.#said = UNREADABLE;
    }
    this.#show();
  }

  /** A tick for the draft, and a choice between drafts where there are several. @param {BuilderData} data @param {boolean} shown */
  #offer(data, shown) {
    const tick = make("input", { type: "checkbox", value: DRAFT, checked: shown });
    const name = make("span", {}, this.#choices.length > 1 ? "Min kladde" : this.#choices[0].name);
    const pick = make("select", { "aria-label": "Hvilken kladde" });
    pick.append(...this.#choices.map((choice, at) => make("option", { value: String(at) }, choice.name)));
    pick.hidden = this.#choices.length < 2;
    pick.addEventListener("change", () => {
      tick.checked = true;
      this.#draw(data, this.#choices[Number(pick.value)]);
    });
    this.#part('[data-tool="draft"]').append(make("label", { className: "matrix__choice" }, tick, name), pick);
    this.#draw(data, this.#choices[0]);
  }

  /** Put a draft in the last column, and its own clauses in rows of their own. @param {BuilderData} data @param {Choice} choice */
  #draw(data, choice) {
    for (const old of this.querySelectorAll(`[data-column="${DRAFT}"], [data-own]`)) old.remove();
    const { sections } = agreementDocument(choice.draft, data);
    const heading = make("th", { scope: "col", "data-column": DRAFT }, make("a", { href: this.#builder(choice) }, choice.name));
    this.#part("thead tr").append(heading);
    for (const row of this.querySelectorAll("tbody tr")) {
      const id = row.getAttribute("data-clause") ?? "";
      const entry = choice.draft.klausuler.find((clause) => clause.id === id);
      const value = entry ? (entry.tekst === null ? entry.variant : `${DRAFT}-egen`) : "";
      const section = sections.find((item) => item.id === id);
      row.append(section ? sectionCell(section, choice, value, this.#builder(choice)) : this.#missingCell(choice, id));
    }
    const known = new Set([...this.querySelectorAll("tbody tr")].map((row) => row.getAttribute("data-clause")));
    const own = sections.filter(({ id }) => !known.has(id));
    this.#part("tbody").append(...own.map((section) => this.#ownRow(section, choice)));
    this.#show();
  }

  /** @param {Choice} choice @returns {string} where the draft is written */
  #builder({ tail }) {
    return `${this.dataset.builder ?? ""}${tail}`;
  }

  /** @param {Choice} choice @param {string} id */
  #missingCell(choice, id) {
    const href = choice.tail ? this.#builder(choice) : `${this.dataset.builder}?klausul=${id}`;
    const way = make("p", { className: "matrix__place" }, make("a", { href }, "Til byggeren"));
    return draftCell(choice, "", make("p", { className: "absent" }, "Findes ikke"), way);
  }

  /** A clause that only the draft has. @param {Section} section @param {Choice} choice */
  #ownRow(section, choice) {
    const row = make("tr", { "data-own": "", "data-clause": section.id });
    row.append(make("th", { scope: "row" }, section.title, make("span", { className: "matrix__receipt" }, "Kun i din kladde")));
    for (const head of this.querySelectorAll("thead th[data-column]")) {
      const column = head.getAttribute("data-column") ?? "";
      if (column === DRAFT) row.append(sectionCell(section, choice, `${DRAFT}-egen`, this.#builder(choice)));
      else {
        const attributes = { "data-column": column, "data-label": head.textContent ?? "", "data-value": "" };
        row.append(make("td", attributes, make("p", { className: "absent" }, "Findes ikke")));
      }
    }
    return row;
  }

  /** Hide the columns that are not ticked and, if asked, the rows where all that is shown is alike. */
  #show() {
    const ticks = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('[data-tool="columns"] input'));
    const shown = new Set([...ticks].filter(({ checked }) => checked).map(({ value }) => value));
    for (const cell of this.querySelectorAll("[data-column]"))
      /** @type {HTMLElement} */ (cell).hidden = !shown.has(cell.getAttribute("data-column") ?? "");
    const only = /** @type {HTMLInputElement} */ (this.#part('[data-tool="differences"]')).checked;
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("tbody tr")]);
    for (const row of rows) row.hidden = only && alike(row, shown);
    const left = rows.filter((row) => !row.hidden).length;
    this.#part("#matrix-said").textContent = [this.#said, countText(left, rows.length, shown.size)].filter(Boolean).join(" ");
  }
}

/** @param {number} left @param {number} all @param {number} columns */
function countText(left, all, columns) {
  if (columns === 0) return "Vælg mindst én aftale.";
  if (left === all) return "";
  return `Viser ${left} af ${all} klausultyper. De andre er ens: Ingen af de viste har dem, eller alle kommer nærmest samme modeltekst.`;
}

/**
 * Whether the columns shown say the same of a clause type: none has it, or all come nearest the same model text.
 * @param {HTMLElement} row
 * @param {Set<string>} shown
 */
function alike(row, shown) {
  const cells = [...row.querySelectorAll("td")].filter((cell) => shown.has(cell.dataset.column ?? ""));
  return new Set(cells.map((cell) => cell.dataset.value)).size <= 1;
}

/** @param {Choice} choice @param {string} value @param {...Node} children */
const draftCell = (choice, value, ...children) =>
  make("td", { "data-column": DRAFT, "data-label": choice.name, "data-value": value }, ...children);

/** @param {Section} section @param {Choice} choice @param {string} value @param {string} href */
function sectionCell(section, choice, value, href) {
  const text = make("div", { className: "matrix__long", tabIndex: 0 }, ...section.blocks.flatMap(blockElements));
  text.setAttribute("role", "region"); // a long text scrolls, and the keyboard must reach it
  text.setAttribute("aria-label", section.title);
  const way = make("p", { className: "matrix__place" }, make("a", { href }, "Til byggeren"));
  return draftCell(choice, value, text, way);
}

/** A block of the draft as plain elements. @param {Block} block @returns {HTMLElement[]} */
function blockElements(block) {
  if (block.kind === "paragraph") return [make("p", {}, runsText(block.runs))];
  if (block.kind === "list") return [make("ul", {}, ...block.items.map((item) => make("li", {}, runsText(item))))];
  if (block.kind === "signatures")
    return [make("ul", {}, ...block.parties.map(({ name }) => make("li", {}, runsText([name]))))];
  return [make("ul", {}, ...block.rows.map((row) => make("li", {}, row.map(runsText).filter(Boolean).join(" · "))))];
}

customElements.define("agreement-matrix", AgreementMatrix);
