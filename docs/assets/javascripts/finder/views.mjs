/** The ways to show the cases that were found, and the small pieces of page they are built of. A view draws the rows it is given, in their order, into a place of its own. */

import { fetchJson } from "../search/files.mjs";
import { behind } from "./behind.mjs";

/** @typedef {import("./card-maker.mjs").Card} Card */
/** @typedef {import("./columns.mjs").Columns} Columns */
/** @typedef {import("./columns.mjs").Wish} Wish */
/**
 * @typedef {object} Found
 * @property {number[]} rows       the cases in order
 * @property {Wish[]} wishes       each wish with the cases that meet it
 * @property {string} order        the chosen order, "" for the best first
 * @property {{cards: Cards, columns: Columns, base: string}} data
 * @property {(row: number) => {titel: string, url: string} | undefined} known  what is known before a card is here
 * @property {((row: number, item: HTMLElement) => Promise<void>) | null} why  writes under a card why its case was found; null where there is nothing to say
 * @property {(key: string, value: string) => string} name  a facet value's name
 * @property {(order: string) => void} sort  asks for another order
 * @property {(key: string) => string[]} chosen  a facet's chosen values
 * @property {(key: string, value: string) => void} choose  sets a facet value, or takes it away where it is set
 * @property {number} limit        how many may be drawn
 * @property {number} first        how many of them a reader sees, and so are drawn at once; the others come a frame later
 */
/** @typedef {{draw: (place: HTMLElement, found: Found) => Promise<void>}} View  done when the rows stand there, if not yet whole */

/** @type {Record<string, () => View | Promise<View>>} name in the address -> the view; "" is the one a reader meets first */
export const MAKERS = {
  "": () => ({ draw: drawCards }),
  tabel: () => import("./table-view.mjs"),
  danmark: () => import("./map-view.mjs"),
  tema: () => import("./theme-view.mjs"),
};

/** How many of those that nobody sees yet are drawn in a frame, so that a slow processor has time for the reader between them. */
const A_FRAME = 4;
/** So many are never skipped: it costs more to find out that they are in the window than to lay them out. */
const ALWAYS = 20;

/** @type {WeakMap<HTMLElement, Found>} what was drawn in a place last */
const drawn = new WeakMap();

/** Cards in a list; what a card says and why it is there is fetched as it comes near the window. @param {HTMLElement} place @param {Found} found */
export async function drawCards(place, found) {
  const { rows, data, known, why, limit, first } = found;
  const shown = rows.slice(0, limit);
  if (!data.cards.drawable(shown)) await data.cards.ready(shown);
  drawn.set(place, found);
  const wanted = () => drawn.get(place) === found && place.isConnected && !place.closest("[hidden]");
  const draw = (/** @type {number} */ row, /** @type {number} */ at) => {
    const item = data.cards.item(row, known(row));
    if (place.children[at] !== item) place.insertBefore(item, place.children[at] ?? null);
    item.className = at < ALWAYS ? "finder__early" : "";
    if (!why) item.querySelector(".case-card__why")?.remove();
    if (why || item.ariaBusy) import("./card-finisher.mjs").then(({ finishNear }) => finishNear(item, found));
  };
  // What stays is not moved: a card that is put anywhere is laid out anew. Below what a reader sees, cards come and go later.
  const seen = shown.slice(0, first);
  const items = new Set(seen.map((row) => data.cards.item(row, known(row))));
  const others = /** @type {HTMLElement[]} */ ([...place.children]).filter((item) => !items.has(item));
  const clear = () => {
    const stay = new Set(shown.map(String));
    for (const item of others) if (!stay.has(item.dataset.row ?? "")) item.remove();
  };
  for (const item of others) item.className = "finder__later";
  if (seen.length < first) clear();
  seen.forEach(draw);
  const rest = shown.slice(first).map((row, at) => () => draw(row, first + at));
  behind([clear, ...rest], A_FRAME, (act) => act(), wanted);
}

/**
 * @param {string} name @param {string} className @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Changes a text in its place: a new node for each costs more than all the counting. @param {HTMLElement} place @param {string} text */
export function write(place, text) {
  if (place.textContent === text) return;
  if (place.firstChild instanceof Text) place.firstChild.data = text;
  else place.textContent = text;
}

/**
 * A button that takes a wish away, or sets another.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function chipButton(label, spoken, act) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "finder__chip", label));
  button.type = "button";
  button.setAttribute("aria-label", spoken);
  button.addEventListener("click", act);
  return button;
}

/**
 * A button that takes away what it names; its cross is drawn, not written, so that the name can be spoken.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function dropButton(label, spoken, act) {
  const button = chipButton(label, spoken, act);
  button.classList.add("finder__chip--drop");
  return button;
}

/**
 * A wish as a chip in a list.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function chip(label, spoken, act) {
  const item = document.createElement("li");
  item.append(dropButton(label, spoken, act));
  return item;
}

const CARDS_A_FILE = 4; // CARDS_A_FILE in macros/finding/search_files.py

export class Cards {
  /** @param {HTMLElement} finder @param {string} base  address of the search's files */
  constructor(finder, base) {
    this.base = base;
    /** @type {Map<number, HTMLElement>} the page's own items, which stay where they are */
    this.served = new Map();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (finder.querySelectorAll("[data-row]"))) this.served.set(Number(item.dataset.row), item);
    /** @type {Map<number, HTMLElement>} what is drawn among what was found */
    this.items = new Map();
    /** @type {typeof import("./card-maker.mjs") | null} */
    this.maker = null;
  }

  /** Whether cases can be drawn without more code. @param {number[]} rows */
  drawable(rows) {
    return this.maker !== null || rows.every((row) => this.items.has(row) || this.served.has(row));
  }

  /** Waits until cases can be drawn; a case that is not in the page needs more code. @param {number[]} rows */
  async ready(rows) {
    if (!this.drawable(rows)) this.maker = await import("./card-maker.mjs");
  }

  /** @param {number} row @returns {string | undefined} a case's id, where the page knows it */
  id(row) {
    return (this.items.get(row) ?? this.served.get(row))?.dataset.case;
  }

  /**
   * A case's list item, perhaps with no more than its title yet; ready() must have been waited for.
   * @param {number} row @param {{titel: string, url: string}} [known]  what is known of it before
   * @returns {HTMLElement}
   */
  item(row, known) {
    const item = this.items.get(row) ?? this.#copy(row) ?? /** @type {NonNullable<typeof this.maker>} */ (this.maker).blankItem(row);
    this.items.set(row, item);
    if (known && !item.dataset.case) this.maker?.fillTitle(item, known.titel, known.url.split("/")[1]);
    return item;
  }

  /** The item of the page once more. @param {number} row */
  #copy(row) {
    const copy = /** @type {HTMLElement | undefined} */ (this.served.get(row)?.cloneNode(true));
    copy?.querySelector(".finder__tick")?.remove();
    return copy;
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
