/** Makes the card of a case that the page itself does not hold; fetched only where there is one. Same parts as _case_card.html. */

import { element } from "./views.mjs";

/**
 * @typedef {object} Card  as macros/finding/search_files.py writes it; what a case lacks is left out
 * @property {string} id
 * @property {string} titel
 * @property {string} kort
 * @property {string} tema
 * @property {string} [sted]
 * @property {number} [nummer]
 * @property {[string, string, string, string]} [tal]  caveat, number, unit, year
 */

/** An empty card in its list item. @param {number} row */
export function blankItem(row) {
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
  return item;
}

/** Writes what is known before the card itself is here. @param {HTMLElement} item @param {string} title @param {string} id */
export function fillTitle(item, title, id) {
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".case-card__title a"));
  link.textContent = title;
  link.href = `${id}/`;
  item.dataset.case = id;
}

/** @param {HTMLElement} item @param {Card} card */
export function fillCard(item, card) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(`.case-card__${name}`));
  fillTitle(item, card.titel, card.id);
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
