/** What the finder says where nothing fits or a word is unknown; fetched only then. */

import { count, has, meeting } from "./columns.mjs";
import { viewStyle } from "./view-style.mjs";
import { chipButton, dropButton, element } from "./views.mjs";

/** @typedef {import("./columns.mjs").Wish} Wish */
/** @typedef {import("./answer.mjs").Answer} Answer */
/** @typedef {import("./views.mjs").Cards} Cards */
/** @typedef {import("./wishes.mjs").Wishes} Wishes */
/**
 * What is needed of the finder.
 * @typedef {object} Finder
 * @property {number} [total]
 * @property {Cards} [cards]
 * @property {Wishes} [wishes]
 * @property {(act: () => void) => Promise<void>} drop  takes a wish away and shows what is found then
 * @property {(selector: string) => HTMLElement} part
 * @property {() => string} unknownText
 * @property {(text: string) => void} notice
 */
/** @typedef {{name: string, drop: () => void}} Missing  a wish by its name; drop takes it away */

const NEAR = 3;
const NOTHING_FITS = "Ingen case passer på det hele. Fjern et ønske, eller se dem, der ligger tættest på.";

/**
 * Says all of it in the finder's places, if the answer is still the one that is asked for.
 * @param {Finder} finder @param {Answer} answer @param {() => boolean} current
 */
export async function showObstacles(finder, { rows, wishes, text }, current) {
  const total = finder.total ?? 0;
  const form = /** @type {Wishes} */ (finder.wishes);
  const named = (/** @type {Wish} */ wish) => missing(wish, form, (act) => finder.drop(act));
  const near = rows.length ? [] : nearestCases(wishes, total, text?.scores ?? [], NEAR);
  const items = await Promise.all(near.map(({ row }) => /** @type {Cards} */ (finder.cards).whole(row)));
  await viewStyle(finder.part(".finder__near"));
  if (!current()) return;
  showSpellings(finder.part(".finder__spelling"), text?.spellings ?? [], (typed, word) => finder.drop(() => replaceWord(form, typed, word)));
  const blocking = rows.length ? [] : blockingWishes(wishes, total);
  showBlocking(finder.part(".finder__blocking"), blocking.map(({ wish, left }) => ({ ...named(wish), left })));
  finder.part(".finder__near").hidden = !near.length;
  finder.part(".finder__near ol").replaceChildren(...near.map((found, at) => nearMiss(items[at], found.missing.map(named))));
  if (near.length) finder.notice([finder.unknownText(), NOTHING_FITS].filter(Boolean).join(" "));
}

/** A wish's name, and how to drop it. @param {Wish} wish @param {Wishes} form @param {(act: () => void) => void} drop @returns {Missing} */
function missing({ key, word }, form, drop) {
  if (key) return { name: form.facetName(key), drop: () => drop(() => form.forgetFacet(key)) };
  return { name: `ordet »${word}«`, drop: () => drop(() => replaceWord(form, /** @type {string} */ (word))) };
}

/** Takes one word out of the text, or puts another in its place. @param {Wishes} form @param {string} word @param {string} [other] */
function replaceWord({ input }, word, other = "") {
  const quoted = [`"${word}"`, `»${word}«`, `“${word}”`].find((item) => input.value.includes(item));
  input.value = input.value.normalize("NFC").replace(quoted ?? word, () => other).replace(/\s+/g, " ").trim();
}

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
  for (const part of copy.querySelectorAll(".case-card__why, .finder__tick")) part.remove();
  const why = element("p", "case-card__why", "Passer ikke på: ");
  for (const wish of missing) why.append(dropButton(wish.name, `Fjern ønsket: ${wish.name}`, wish.drop), " ");
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
  const buttons = blocking.flatMap(({ name, drop, left }) => [" ", chipButton(`uden ${name}: ${left}`, `Fjern et ønske. Cases uden ${name}: ${left}`, drop)]);
  place.replaceChildren("Det spærrer:", ...buttons);
}
