/** The found cases as a table with their strongest figure; a heading sorts. */

import { viewStyle } from "./view-style.mjs";
import { element } from "./views.mjs";

/** @typedef {import("./views.mjs").Found} Found */
/** @typedef {import("./views.mjs").Card} Card */

const HEADINGS = /** @type {const} */ ([["Nr.", "nummer"], ["Case", ""], ["Sted", "kommune"], ["Tema", null], ["Stærkeste tal", "tal"]]);

/** @param {HTMLElement} place @param {Found} found */
export async function draw(place, found) {
  const { rows, data, limit, why } = found;
  const shown = rows.slice(0, limit);
  const [cards] = await Promise.all([Promise.all(shown.map((row) => data.cards.card(row))), viewStyle(place)]);
  const lines = cards.map((card, at) => line(card, shown[at], found));
  const body = document.createElement("tbody");
  body.append(...lines);
  const table = element("table", "finder-table");
  table.append(head(found), body);
  const scroll = element("div", "table-scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Fundne cases");
  scroll.append(table);
  const sorting = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.orden : undefined;
  place.replaceChildren(scroll);
  if (sorting !== undefined) /** @type {HTMLElement | null} */ (place.querySelector(`[data-orden="${sorting}"]`))?.focus();
  await Promise.all(shown.map((row, at) => why?.(row, lines[at])));
}

/** @param {Found} found */
function head({ order, sort }) {
  const row = document.createElement("tr");
  for (const [text, key] of HEADINGS) {
    const cell = document.createElement("th");
    cell.scope = "col";
    if (key) {
      const button = /** @type {HTMLButtonElement} */ (element("button", "finder-table__sort", text));
      button.type = "button";
      button.dataset.orden = key;
      button.addEventListener("click", () => sort(order === key ? "" : key));
      cell.append(button);
      cell.setAttribute("aria-sort", order === key ? (key === "tal" ? "descending" : "ascending") : "none");
    } else cell.textContent = text;
    row.append(cell);
  }
  const made = document.createElement("thead");
  made.append(row);
  return made;
}

/** @param {Card} card @param {number} row @param {Found} found */
function line(card, row, { name }) {
  const made = document.createElement("tr");
  made.dataset.case = card.id;
  made.dataset.row = String(row);
  made.dataset.tema = card.tema;
  const title = document.createElement("th");
  title.scope = "row";
  title.dataset.why = "";
  const link = document.createElement("a");
  link.href = `${card.id}/`;
  link.textContent = card.titel;
  title.append(link);
  made.append(element("td", "finder-table__number", card.nummer ? String(card.nummer) : "–"), title, element("td", "", card.sted ?? "–"), element("td", "", name("tema", card.tema)), figure(card));
  return made;
}

/** @param {Card} card */
function figure({ tal }) {
  const cell = element("td", "finder-table__figure");
  if (!tal) {
    cell.append(element("span", "unknown", "Ikke oplyst"));
    return cell;
  }
  const [caveat, number, unit, year] = tal;
  cell.append(caveat && `${caveat} `, element("strong", "", number), ` ${unit}`, year ? ` (${year.replace("-", "–")})` : "");
  return cell;
}
