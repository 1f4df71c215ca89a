/** <figure-table>: sorts and filters the server's own rows of key figures. The address is the state. */

const KEYS = ["case", "tal", "aar", "tema"];
const SETTLED = 700;

/**
 * @typedef {object} TableState
 * @property {string} tema  a theme's id, "" for all
 * @property {boolean} aar  only figures with a year
 * @property {boolean} forbehold  only figures with a caveat
 * @property {string} key  what the rows are sorted by
 * @property {boolean} falling
 */

/**
 * @typedef {object} FigureRow
 * @property {number} order  its place as the server wrote it
 * @property {string} tema
 * @property {number} number  the theme's number
 * @property {number} tal
 * @property {number | null} aar  the last year it holds for
 * @property {boolean} forbehold
 */

/** @type {Readonly<TableState>} */
export const EVERYTHING = { tema: "", aar: false, forbehold: false, key: "case", falling: false };

/**
 * The state in an address; what is not known there is left out.
 * @param {string} search  the part of an address from "?"
 * @param {Set<string>} themes
 * @returns {TableState}
 */
export function readState(search, themes) {
  const given = new URLSearchParams(search);
  const tema = given.get("tema") ?? "";
  // Not taken apart in the declaration: the minifier would move that before "given".
  const order = (given.get("sorter") ?? "").split("-");
  const sorted = KEYS.includes(order[0]) && (order[1] === "stigende" || order[1] === "faldende");
  return {
    tema: themes.has(tema) ? tema : "",
    aar: given.get("aar") === "ja",
    forbehold: given.get("forbehold") === "ja",
    key: sorted ? order[0] : EVERYTHING.key,
    falling: sorted && order[1] === "faldende",
  };
}

/**
 * The address of a state, "" for everything in the catalogue's order.
 * @param {TableState} state
 * @returns {string}
 */
export function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.tema) parameters.set("tema", state.tema);
  if (state.aar) parameters.set("aar", "ja");
  if (state.forbehold) parameters.set("forbehold", "ja");
  if (state.key !== EVERYTHING.key || state.falling) parameters.set("sorter", sortName(state));
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * The order's name in addresses and in the list of choices.
 * @param {TableState} state
 * @returns {string}
 */
export function sortName(state) {
  return `${state.key}-${state.falling ? "faldende" : "stigende"}`;
}

/**
 * Whether a row is asked for.
 * @param {FigureRow} row
 * @param {TableState} state
 * @returns {boolean}
 */
export function isShown(row, state) {
  return (!state.tema || row.tema === state.tema) && (!state.aar || row.aar !== null) && (!state.forbehold || row.forbehold);
}

/**
 * The order of two rows; those without a year come last both ways, and equals keep the catalogue's order.
 * @param {FigureRow} one
 * @param {FigureRow} other
 * @param {TableState} state
 * @returns {number}
 */
export function compare(one, other, state) {
  if (state.key === "aar" && (one.aar === null) !== (other.aar === null)) return one.aar === null ? 1 : -1;
  const value = { case: "order", tal: "tal", aar: "aar", tema: "number" }[state.key] ?? "order";
  const difference = (one[value] ?? 0) - (other[value] ?? 0);
  return (state.falling ? -difference : difference) || one.order - other.order;
}

class FigureTable extends HTMLElement {
  /** Where the table holds only the first of many (data-all), the rest is fetched when a reader filters or sorts. */
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.body = /** @type {HTMLElement} */ (this.querySelector("tbody"));
    this.items = /** @type {HTMLElement[]} */ ([...this.body.children]).map((element) => ({ element, row: rowOf(element) }));
    this.total = Number(this.querySelector("[data-count]")?.textContent) || this.items.length;
    const themes = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("tema"));
    this.themes = new Set([...themes.options].map((option) => option.value).filter(Boolean));
    for (const head of this.querySelectorAll("th[data-key]")) this.addButton(/** @type {HTMLElement} */ (head));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => this.go(this.chosen()));
    this.reset = /** @type {HTMLButtonElement} */ (this.querySelector(".figure-table__reset"));
    this.reset.addEventListener("click", () => {
      this.go({ ...EVERYTHING });
      /** @type {HTMLElement} */ (this.form.elements.namedItem("tema")).focus();
    });
    window.addEventListener("popstate", () => this.fromAddress());
    this.fromAddress();
  }

  /** @param {HTMLElement} head */
  addButton(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "figure-table__sort";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      const key = /** @type {string} */ (head.dataset.key);
      const { state } = this;
      const falling = state.key === key ? !state.falling : key === "tal" || key === "aar";
      this.go({ ...state, key, falling });
    });
    head.replaceChildren(button);
  }

  /** @returns {TableState} */
  chosen() {
    const data = new URLSearchParams(/** @type {any} */ (new FormData(this.form)));
    return readState(`?${data}`, this.themes);
  }

  /** @param {TableState} state */
  go(state) {
    history.pushState(null, "", `${writeState(state) || location.pathname}#noegletal`);
    this.show(state);
  }

  fromAddress() {
    this.show(readState(location.search, this.themes));
  }

  /** @param {TableState} state */
  show(state) {
    this.state = state;
    const field = (name) => /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
    field("tema").value = state.tema;
    field("sorter").value = sortName(state);
    field("aar").checked = state.aar;
    field("forbehold").checked = state.forbehold;
    for (const head of this.querySelectorAll("th[data-key]")) {
      const isKey = /** @type {HTMLElement} */ (head).dataset.key === state.key;
      head.setAttribute("aria-sort", isKey ? (state.falling ? "descending" : "ascending") : "none");
    }
    if (this.dataset.all) {
      this.showOfMany(state);
      return;
    }
    let shown = 0;
    for (const { element, row } of this.items) {
      element.hidden = !isShown(row, state);
      if (!element.hidden) shown += 1;
    }
    this.body.append(...[...this.items].sort((one, other) => compare(one.row, other.row, state)).map((item) => item.element));
    this.tell(shown, !writeState(state));
  }

  /** @param {TableState} state */
  async showOfMany(state) {
    const everything = !writeState(state);
    if (!everything && !this.whole) {
      try {
        const { fetchFigures } = await import("./figures/whole-table.mjs");
        this.whole ??= await fetchFigures(this);
      } catch {
        /** @type {HTMLElement} */ (this.querySelector("[data-announce]")).textContent = "Alle tal kunne ikke hentes. Prøv igen om lidt.";
        return;
      }
      if (this.state !== state) return;
    }
    const found = everything ? null : this.whole.rows.filter((item) => isShown(item.row, state)).sort((one, other) => compare(one.row, other.row, state));
    this.body.replaceChildren(...(found ? this.whole.drawn(found) : this.items.map((item) => item.element)));
    const rest = /** @type {HTMLElement | null} */ (this.parentElement?.querySelector(".rest"));
    if (rest) rest.hidden = Boolean(found && found.length <= this.items.length);
    this.tell(found ? found.length : this.total, everything);
  }

  /** @param {number} shown @param {boolean} everything */
  tell(shown, everything) {
    /** @type {HTMLElement} */ (this.querySelector("[data-count]")).textContent = String(shown);
    this.reset.hidden = everything;
    clearTimeout(this.settling);
    const place = /** @type {HTMLElement} */ (this.querySelector("[data-announce]"));
    const order = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("sorter")).selectedOptions[0].text;
    this.settling = setTimeout(() => (place.textContent = `${shown} af ${this.total} tal. Rækkefølge: ${order}.`), SETTLED);
  }
}

/**
 * What a row of the table says of itself.
 * @param {HTMLElement} element
 * @returns {FigureRow}
 */
function rowOf({ dataset }) {
  return {
    order: Number(dataset.figure),
    tema: dataset.theme ?? "",
    number: Number(dataset.themeNumber),
    tal: Number(dataset.tal),
    aar: dataset.aar ? Number(dataset.aar) : null,
    forbehold: "forbehold" in dataset,
  };
}

customElements.define("figure-table", FigureTable);
