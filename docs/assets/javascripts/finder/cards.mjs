/** The cases' cards: those that the page holds, and those made from data as they come into view. */

import { fetchJson } from "../search/files.mjs";
import { element } from "./view.mjs";

/**
 * @typedef {object} Card  as macros/search_files.py writes it; what a case lacks is left out
 * @property {string} id
 * @property {string} titel
 * @property {string} kort
 * @property {string} tema
 * @property {string} [sted]
 * @property {number} [nummer]
 * @property {[string, string, string, string]} [tal]  caveat, number, unit, year
 */

const CARDS_A_FILE = 4; // CARDS_A_FILE in macros/search_files.py

export class Cards {
  /** @param {HTMLElement} finder @param {string} base  address of the search's files */
  constructor(finder, base) {
    this.base = base;
    /** @type {Map<number, HTMLElement>} */
    this.items = new Map();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (finder.querySelectorAll("[data-row]"))) this.items.set(Number(item.dataset.row), item);
    this.served = [...this.items.values()];
  }

  /** What a case's card says. @param {number} row @returns {Promise<Card>} */
  async card(row) {
    const cards = await fetchJson(`${this.base}kort/${Math.floor(row / CARDS_A_FILE)}.json`);
    return cards[row % CARDS_A_FILE];
  }

  /**
   * A case's list item, filled as soon as its data are here.
   * @param {number} row @param {{titel: string, url: string}} [known]  what is known of it before
   * @returns {HTMLElement}
   */
  item(row, known) {
    const item = this.items.get(row) ?? this.#blank(row);
    if (known && !item.dataset.case) fillTitle(item, known.titel, `${known.url.split("/")[1]}/`);
    return item;
  }

  /** Waits until cases' cards are filled. @param {number[]} rows */
  async filled(rows) {
    await Promise.all(rows.map(async (row) => {
      const item = this.item(row);
      if (item.ariaBusy) fill(item, await this.card(row));
    }));
  }

  /** @param {number} row */
  #blank(row) {
    const item = element("li", "");
    item.dataset.row = String(row);
    item.ariaBusy = "true";
    const card = element("article", "case-card");
    const title = element("h3", "case-card__title");
    title.append(document.createElement("a"));
    const top = element("p", "case-card__top");
    top.append(element("span", "case-card__number"), " ", element("span", "case-card__place"));
    card.append(top, title, element("p", "case-card__summary"));
    item.append(card);
    this.items.set(row, item);
    return item;
  }
}

/** @param {HTMLElement} item @param {string} title @param {string} address  from the finder */
function fillTitle(item, title, address) {
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".case-card__title a"));
  link.textContent = title;
  link.href = address;
  item.dataset.case = address.slice(0, -1);
}

/** @param {HTMLElement} item @param {Card} card */
function fill(item, card) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(`.case-card__${name}`));
  fillTitle(item, card.titel, `${card.id}/`);
  /** @type {HTMLElement} */ (item.firstElementChild).dataset.tema = card.tema;
  part("number").textContent = card.nummer ? `Case ${card.nummer}` : "Case";
  part("place").textContent = card.sted ?? "";
  part("summary").textContent = card.kort;
  if (card.tal) {
    const [caveat, number, unit, year] = card.tal;
    const figure = element("p", "case-card__figure", caveat && `${caveat} `);
    figure.append(element("strong", "", number), ` ${unit}`, year ? element("span", "figure__year", ` (${year.replace("-", "–")})`) : "");
    part("summary").after(figure);
  }
  item.firstElementChild?.append(document.createElement("list-button")); // it finds its case on the item around it
  item.ariaBusy = null;
}
