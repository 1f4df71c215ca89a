/** The ways to show the cases that were found. A view draws the rows it is given, in their order, into a place of its own. */

/** @typedef {import("./cards.mjs").Cards} Cards */
/** @typedef {import("./columns.mjs").Columns} Columns */
/** @typedef {import("./filter.mjs").Wish} Wish */
/**
 * @typedef {object} Found
 * @property {number[]} rows       the cases in order
 * @property {Wish[]} wishes       each wish with the cases that meet it
 * @property {string} order        the chosen order, "" for the best first
 * @property {{cards: Cards, columns: Columns, base: string}} data
 * @property {(row: number) => {titel: string, url: string} | undefined} known  what is known before a card is here
 * @property {(row: number, item: HTMLElement) => Promise<void>} why  writes under a card why its case was found
 * @property {(key: string, value: string) => string} name  a facet value's name
 * @property {(order: string) => void} sort  asks for another order
 * @property {(key: string) => string[]} chosen  a facet's chosen values
 * @property {(key: string, value: string) => void} choose  sets a facet value, or takes it away where it is set
 * @property {number} limit        how many may be drawn
 */
/** @typedef {{draw: (place: HTMLElement, found: Found) => Promise<void>}} View */

/** @type {Record<string, () => View | Promise<View>>} name in the address -> the view; "" is the one a reader meets first */
export const MAKERS = {
  "": () => ({ draw: drawCards }),
  tabel: () => import("./table-view.mjs"),
  danmark: () => import("./map-view.mjs"),
  tema: () => import("./theme-view.mjs"),
};

/** @param {HTMLElement} place  a list @param {Found} found */
export async function drawCards(place, { rows, data, known, why, limit }) {
  const shown = rows.slice(0, limit);
  const items = shown.map((row) => data.cards.item(row, known(row)));
  for (const [at, item] of items.entries()) if (place.children[at] !== item) place.insertBefore(item, place.children[at] ?? null);
  while (place.children.length > items.length) place.lastElementChild?.remove();
  await data.cards.filled(shown);
  await Promise.all(shown.map((row, at) => why(row, items[at])));
}
