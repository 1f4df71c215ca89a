/** All figures of a table that is too long for its page, fetched when a reader first filters or sorts; found ones are drawn. */

import { loadJson } from "../cases/load.mjs";

/** @typedef {import("../figure-table.mjs").FigureRow} FigureRow */
/** @typedef {[string, string, string, number, string]} ListedCase  id, title, theme, number, page in the source */
/** @typedef {[number, number, string, string, string, string, string, string]} ListedFigure  case, number, as shown, unit, what, year, caveat, knowledge */
/** @typedef {{row: FigureRow, figure: ListedFigure, of: ListedCase}} Item */

/** So many of those found are drawn. */
const DRAWN = 100;

/**
 * @param {HTMLElement} table  the component, whose list of themes names and numbers them
 * @returns {Promise<{rows: Item[], drawn: (found: Item[]) => HTMLElement[]}>}
 */
export async function fetchFigures(table) {
  /** @type {{cases: ListedCase[], tal: ListedFigure[]}} */
  const data = await loadJson(/** @type {string} */ (table.dataset.all));
  const themes = themesOf(table);
  const rows = data.tal.map((figure, order) => itemOf(figure, data.cases[figure[0]], order + 1, themes));
  return { rows, drawn: (found) => found.slice(0, DRAWN).map((item) => drawn(item, table.dataset.root ?? "", themes)) };
}

/** Theme -> its number and name, from the choices ("2. Skole og virksomhed"). @param {HTMLElement} table */
function themesOf(table) {
  const options = /** @type {NodeListOf<HTMLOptionElement>} */ (table.querySelectorAll("select[name=tema] option"));
  return new Map([...options].map((option) => [option.value, /** @type {[string, string]} */ (option.text.split(/\. (.*)/))]));
}

/**
 * @param {ListedFigure} figure @param {ListedCase} of @param {number} order @param {Map<string, [string, string]>} themes
 * @returns {Item}
 */
function itemOf(figure, of, order, themes) {
  const [, tal, , , , year, caveat] = figure;
  const tema = of[2];
  const aar = year ? Number(year.slice(-4)) : null;
  return { figure, of, row: { order, tema, number: Number(themes.get(tema)?.[0]), tal, aar, forbehold: Boolean(caveat) } };
}

/** @param {string} name @param {string} className @param {...(string | Node)} parts */
function element(name, className, ...parts) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

/** @param {Item} item @param {string} root @param {Map<string, [string, string]>} themes */
function drawn({ figure, of, row }, root, themes) {
  const [, , shown, unit, what, year, caveat, kind] = figure;
  const [id, title, tema, , page] = of;
  const label = document.querySelector(`[data-viden="${CSS.escape(kind)}"]`)?.cloneNode(true);
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", title));
  link.href = `${root}cases/${id}/#noegletal`;
  const [number, name] = themes.get(tema) ?? ["", tema];
  const mark = element("span", "theme-badge__mark", number);
  mark.ariaHidden = "true";
  const theme = element("td", "", element("span", "figure-table__theme", mark, element("span", "figure-table__theme-name", name)));
  theme.dataset.tema = tema;
  const cells = [
    element("td", "figure-table__number", ...(caveat ? [element("span", "figure__caveat", caveat), " "] : []), element("strong", "", shown), ` ${unit}`),
    element("td", "", what),
    element("td", "figure-table__year", year ? year.replace("-", "–") : element("span", "unknown", "År ikke oplyst"), " ", ...(label ? [label] : [])),
    element("td", "", link, ...(page ? [" ", element("span", "figure-table__page", `Kilden, side ${page.replace("-", "–")}`)] : [])),
    theme,
  ];
  for (const cell of cells) cell.role = "cell";
  const made = element("tr", "", ...cells);
  made.role = "row";
  made.dataset.figure = String(row.order);
  return made;
}
