/** The cases' list items: those that the page holds, and those made from data when they come into view. */

import { fetchJson } from "../search/files.mjs";

/** @typedef {import("./card-maker.mjs").Card} Card */

const CARDS_A_FILE = 4; // CARDS_A_FILE in macros/search_files.py

export class Cards {
  /** @param {HTMLElement} finder @param {string} base  address of the search's files */
  constructor(finder, base) {
    this.base = base;
    /** @type {Map<number, HTMLElement>} */
    this.items = new Map();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (finder.querySelectorAll("[data-row]"))) this.items.set(Number(item.dataset.row), item);
    this.served = [...this.items.values()];
    /** @type {typeof import("./card-maker.mjs") | null} */
    this.maker = null;
  }

  /** Waits until cases can be drawn; a case that is not in the page needs more code. @param {number[]} rows */
  async ready(rows) {
    if (!this.maker && rows.some((row) => !this.items.has(row))) this.maker = await import("./card-maker.mjs");
  }

  /**
   * A case's list item, perhaps with no more than its title yet; ready() must have been waited for.
   * @param {number} row @param {{titel: string, url: string}} [known]  what is known of it before
   * @returns {HTMLElement}
   */
  item(row, known) {
    const item = this.items.get(row) ?? /** @type {NonNullable<typeof this.maker>} */ (this.maker).blankItem(row);
    this.items.set(row, item);
    if (known && !item.dataset.case) this.maker?.fillTitle(item, known.titel, known.url.split("/")[1]);
    return item;
  }

  /** What a case's card says. @param {number} row @returns {Promise<Card>} */
  async card(row) {
    const cards = await fetchJson(`${this.base}kort/${Math.floor(row / CARDS_A_FILE)}.json`);
    return cards[row % CARDS_A_FILE];
  }

  /** Waits until a case's item is whole. @param {number} row @returns {Promise<HTMLElement>} */
  async whole(row) {
    await this.ready([row]);
    const item = this.item(row);
    if (!item.ariaBusy) return item;
    const card = await this.card(row);
    if (item.ariaBusy) this.maker?.fillCard(item, card);
    return item;
  }
}
