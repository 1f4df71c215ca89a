/** <partner-pairs>: opens the pair that the address points at, so that a number in the table leads to its cases.
 *
 * Where a pair has more cases than the page names (data-first, data-second), they are fetched when it is opened. */

/** So many of a pair's cases are named. */
const NAMED = 100;

class PartnerPairs extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this);
    this.addEventListener("toggle", (event) => this.#opened(/** @type {HTMLDetailsElement} */ (event.target)), true);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent() {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement && this.contains(target)) target.open = true;
  }

  /** @param {HTMLDetailsElement} pair */
  async #opened(pair) {
    const { first, second } = pair.dataset;
    if (!pair.open || !first || !second || pair.dataset.whole) return;
    pair.dataset.whole = "";
    try {
      const cases = await this.#together(first, second);
      const items = cases.slice(0, NAMED).map(({ titel, url }) => {
        const link = document.createElement("a");
        link.textContent = titel;
        link.href = `${this.dataset.root}${url}#aktoerer`;
        const item = document.createElement("li");
        item.append(link);
        return item;
      });
      pair.querySelector("ul")?.replaceChildren(...items);
      const rest = pair.querySelector(".rest");
      if (cases.length <= NAMED) rest?.remove();
      else if (rest?.firstChild) rest.firstChild.textContent = `Her står de første ${NAMED} af ${cases.length.toLocaleString("da-DK")} cases. `;
    } catch {
      delete pair.dataset.whole; // what the page names stands, and to open the pair again asks again
    }
  }

  /** The cases that have both kinds. @param {string} first @param {string} second */
  async #together(first, second) {
    const base = this.dataset.base ?? "";
    const size = Number(this.dataset.cases);
    const [{ openSearch }, { Columns, rowsOf }] = await Promise.all([import("./search/engine.mjs"), import("./finder/columns.mjs")]);
    const columns = new Columns(base, size);
    const [engine] = await Promise.all([openSearch(base), columns.load(["aktoer"])]);
    const other = columns.bits("aktoer", second);
    const both = columns.bits("aktoer", first).map((word, at) => word & other[at]);
    return rowsOf(both, size).map((row) => engine.document(row));
  }
}

customElements.define("partner-pairs", PartnerPairs);
