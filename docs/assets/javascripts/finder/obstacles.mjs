/** What the finder says where nothing fits or a word is unknown; fetched only then. */

import { has } from "./columns.mjs";
import { count, meeting } from "./filter.mjs";
import { chipButton, element } from "./view.mjs";

/** @typedef {import("./filter.mjs").Wish} Wish */
/** @typedef {{name: string, drop: () => void}} Missing  a wish by its name; drop takes it away */

/**
 * The cases that meet most of the wishes, best first, each with the wishes it misses; those that meet none are left out.
 * @param {Wish[]} wishes @param {number} size @param {ArrayLike<number>} scores  the text's @param {number} most
 * @returns {{row: number, missing: Wish[]}[]}
 */
export function nearestCases(wishes, size, scores, most) {
  const met = new Uint8Array(size);
  for (const { bits } of wishes) for (let row = 0; row < size; row += 1) met[row] += has(bits, row);
  const rows = Array.from(met.keys()).filter((row) => met[row]);
  rows.sort((a, b) => met[b] - met[a] || (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return rows.slice(0, most).map((row) => ({ row, missing: wishes.filter((wish) => !has(wish.bits, row)) }));
}

/**
 * How many cases each of several wishes keeps away by itself; those that keep none away are left out.
 * @param {Wish[]} wishes @param {number} size
 * @returns {{wish: Wish, left: number}[]}
 */
export function blockingWishes(wishes, size) {
  if (wishes.length < 2) return [];
  return wishes.map((wish) => ({ wish, left: count(meeting(wishes, size, (other) => other === wish)) })).filter(({ left }) => left);
}

/**
 * A case that nearly fits, with what it misses; a press drops that wish.
 * @param {HTMLElement} item @param {Missing[]} missing
 */
export function nearMiss(item, missing) {
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  copy.dataset.near = copy.dataset.case;
  delete copy.dataset.case;
  delete copy.dataset.row;
  copy.querySelector(".case-card__why")?.remove();
  const why = element("p", "case-card__why", "Passer ikke på: ");
  for (const wish of missing) why.append(chipButton(`${wish.name} ×`, `Fjern ønsket: ${wish.name}`, wish.drop), " ");
  copy.querySelector(".case-card")?.append(why);
  return copy;
}

/**
 * Each word that is nowhere, with the nearest spellings as buttons.
 * @param {HTMLElement} place @param {import("../search/engine.mjs").Spelling[]} spellings
 * @param {(typed: string, used: string) => void} take  called when a spelling is chosen
 */
export function showSpellings(place, spellings, take) {
  place.hidden = !spellings.length;
  place.replaceChildren(...spellings.flatMap(({ typed, used }) => {
    const offers = used.flatMap((word) => [chipButton(word, `Søg efter ${word} i stedet for ${typed}`, () => take(typed, word)), " "]);
    return [`Vi kender ikke ordet »${typed}«. `, ...(offers.length ? ["Mente du ", ...offers] : [])];
  }));
}

/**
 * The wishes that stand in the way, each with how many cases there are without it; a press drops it.
 * @param {HTMLElement} place @param {(Missing & {left: number})[]} blocking
 */
export function showBlocking(place, blocking) {
  place.hidden = !blocking.length;
  const buttons = blocking.flatMap(({ name, drop, left }) => [" ", chipButton(`uden ${name}: ${left}`, `Fjern ønsket: ${name}. Så er der ${left}.`, drop)]);
  place.replaceChildren("Det spærrer:", ...buttons);
}
