/** Completes cards as they come near the window: what a card says, and why its case was found. Fetched where something is missing. */

import { fetchJson } from "../search/files.mjs";
import { layOut } from "./behind.mjs";
import { element } from "./views.mjs";

/** @typedef {import("./views.mjs").Found} Found */

/** So many are filled in one go, and the next ones when the reader has had a turn. */
const AT_ONCE = 3;

/** @type {WeakMap<Found, IntersectionObserver>} */
const watchers = new WeakMap();

/** @param {HTMLElement} item  a card in a list @param {Found} found  what it was drawn for */
export function finishNear(item, found) {
  const watcher = watchers.get(found) ?? new IntersectionObserver((entries, observer) => {
    const near = /** @type {HTMLElement[]} */ (entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
    for (const one of near) observer.unobserve(one);
    finish(near, found);
  }, { rootMargin: "100px" });
  watchers.set(found, watcher);
  watcher.observe(item);
}

/** Filled a row or so together, so that the page is laid out as seldom; where one cannot be had, its title and link stand there all the same. @param {HTMLElement[]} items @param {Found} found */
async function finish(items, { data, why }) {
  const numbers = items.map((item) => Number(item.dataset.row));
  await Promise.allSettled(numbers.map((row) => data.cards.card(row)));
  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    if (at) await new Promise((done) => setTimeout(done));
    await Promise.allSettled(numbers.slice(at, at + AT_ONCE).map((row) => data.cards.whole(row)));
    layOut();
  }
  await Promise.allSettled(numbers.map((row, at) => why?.(row, items[at])));
}

/**
 * Writes under a card why its case was found.
 * @param {HTMLElement} item @param {number} row
 * @param {{base: string, perFile: number, marks: import("../search/engine.mjs").Mark[], wanted: () => boolean}} search
 */
export async function writeWhy(item, row, { base, perFile, marks, wanted }) {
  const file = await fetchJson(`${base}tekst/${Math.floor(row / perFile)}.json`);
  const { reason, writeReason } = await import("../search/snippet.mjs");
  if (!wanted()) return;
  const said = reason(file[row % perFile], marks);
  const place = whyPlace(item, said !== null);
  if (said && place) writeReason(place, said);
}

/**
 * The place under a card where it says why its case was found; none where there is nothing to say.
 * @param {HTMLElement} item @param {boolean} wanted
 * @returns {HTMLElement | null}
 */
function whyPlace(item, wanted) {
  const known = /** @type {HTMLElement | null} */ (item.querySelector(".case-card__why"));
  if (!wanted) known?.remove();
  if (!wanted || known) return wanted ? known : null;
  const made = element("p", "case-card__why");
  item.querySelector(".case-card, [data-why]")?.append(made);
  return made;
}
