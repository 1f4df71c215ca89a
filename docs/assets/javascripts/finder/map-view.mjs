/** The found cases on a map of the 98 municipalities, with the same choice as a list of buttons. */

import { fetchJson } from "../search/files.mjs";
import { count, facetCounts, meeting, noCases } from "./columns.mjs";
import { viewStyle } from "./view-style.mjs";
import { element } from "./views.mjs";

/** @typedef {import("./views.mjs").Found} Found */
/** @typedef {{bredde: number, hoejde: number, kommuner: Record<string, [string, string]>}} Outlines  id -> name and SVG path */
/** @typedef {{id: string, name: string, number: number, chosen: boolean}} Place */

const SVG = "http://www.w3.org/2000/svg";
/** In a small library, so many cases at most has each colour but the darkest. */
const USUAL = [1, 2];

/**
 * The largest number of each colour but the darkest, by the same rule as macros/insight/shades.py.
 * @param {number[]} numbers @returns {number[]}
 */
export function shadeBounds(numbers) {
  const found = numbers.filter(Boolean).sort((one, other) => one - other);
  if (found.filter((number) => number > USUAL[1]).length * 2 <= found.length) return USUAL;
  const share = (/** @type {number} */ part) => found[Math.max(0, Math.floor((found.length * part) / 3) - 1)];
  return [share(1), Math.max(share(2), share(1) + 1)];
}

/** 0 for none, 3 for the darkest. @param {number} number @param {number[]} bounds */
const shade = (number, bounds) => (number ? 1 + bounds.filter((bound) => number > bound).length : 0);

/** @param {HTMLElement} place @param {Found} found */
export async function draw(place, found) {
  const { columns, base, cards } = found.data;
  const [outlines] = await Promise.all([/** @type {Promise<Outlines>} */ (fetchJson(`${base}danmark.json`)), columns.load(["kommune"]), viewStyle(place)]);
  const counts = facetCounts(found.wishes, columns, ["kommune"]).get("kommune") ?? new Map();
  const chosen = new Set(found.chosen("kommune"));
  const places = [...counts].map(([id, number]) => ({ id, name: outlines.kommuner[id][0], number, chosen: chosen.has(id) }));
  const shown = found.rows.slice(0, found.limit);
  const list = resultList(await Promise.all(shown.map((row) => cards.card(row))));
  const focused = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.kommune : undefined;
  const made = element("div", "finder-map");
  made.append(picture(outlines, places, found), choices(places, found));
  place.replaceChildren(made, list);
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`button[data-kommune="${focused}"]`))?.focus();
}

/** The picture is for the eye and the pointer; the buttons beside it say and do the same. @param {Outlines} outlines @param {Place[]} places @param {Found} found */
function picture(outlines, places, found) {
  const byId = new Map(places.map((place) => [place.id, place]));
  const bounds = shadeBounds(places.map((place) => place.number));
  const drawing = svg("svg", { viewBox: `0 0 ${outlines.bredde} ${outlines.hoejde}`, class: "finder-map__picture", "aria-hidden": "true" });
  for (const [id, [name, path]] of Object.entries(outlines.kommuner)) {
    const place = byId.get(id);
    const shape = svg("path", { d: path, "data-trin": String(shade(place?.number ?? 0, bounds)) });
    const title = svg("title", {});
    title.textContent = place?.number ? `${name}: ${caseCount(place.number)}` : name;
    shape.append(title);
    if (place?.chosen) shape.setAttribute("data-valgt", "");
    if (place?.number || place?.chosen) shape.addEventListener("click", () => found.choose("kommune", id));
    drawing.append(shape);
  }
  return drawing;
}

/** @param {Place[]} places @param {Found} found */
function choices(places, found) {
  const box = element("div", "finder-map__choices");
  const heading = element("h2", "", "Vælg en kommune");
  const list = element("ul", "");
  const there = places.filter((place) => place.number || place.chosen);
  for (const place of there) {
    const button = /** @type {HTMLButtonElement} */ (element("button", "finder-map__choice", place.name));
    button.type = "button";
    button.dataset.kommune = place.id;
    button.setAttribute("aria-pressed", String(place.chosen));
    button.setAttribute("aria-label", `${place.name}: ${caseCount(place.number)}`);
    button.append(" ", element("span", "facet__count", String(place.number)));
    button.addEventListener("click", () => found.choose("kommune", place.id));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  box.append(heading, there.length ? list : element("p", "", "Ingen af de fundne cases nævner en kommune."));
  const unplaced = found.rows.length - placed(found);
  if (unplaced) box.append(element("p", "finder-map__note", `${caseCount(unplaced)} uden en bestemt kommune står kun i listen.`));
  return box;
}

/** How many of the found cases name a municipality. @param {Found} found */
function placed({ wishes, data: { columns } }) {
  const any = noCases(columns.size);
  for (const bits of columns.loaded.get("kommune")?.values() ?? []) for (let at = 0; at < any.length; at += 1) any[at] |= bits[at];
  return count(meeting(wishes, columns.size), any);
}

/** @param {import("./views.mjs").Card[]} cards */
function resultList(cards) {
  const list = element("ol", "finder-map__results");
  for (const card of cards) {
    const item = document.createElement("li");
    item.dataset.case = card.id;
    const link = document.createElement("a");
    link.href = `${card.id}/`;
    link.textContent = card.titel;
    item.append(link, " ", element("span", "finder-map__place", card.sted ?? ""));
    list.append(item);
  }
  return list;
}

/** @param {number} number */
const caseCount = (number) => (number === 1 ? "1 case" : `${number} cases`);

/** @param {string} name @param {Record<string, string>} attributes */
function svg(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
