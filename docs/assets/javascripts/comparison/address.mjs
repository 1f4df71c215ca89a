/** Which cases an address asks to compare, and what is to be said of it. Pure functions. */

import { danishList } from "../cases/danish.mjs";

export const MOST = 5;
/** So many are asked for at most, however many an address names. */
const TRIED = 10;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 100;
const LONGEST_QUOTE = 40;
const QUOTED = 3;

/**
 * @typedef {object} Asked
 * @property {string[]} ids  well-formed and each once, in order, no more than are tried
 * @property {string[]} repeated
 * @property {string[]} odd  what cannot be a case's id
 * @property {string[]} beyond  well-formed, but more than are tried
 * @property {boolean} onlyDifferences
 */

/**
 * @param {string} search  the part of an address from "?"
 * @returns {Asked}
 */
export function readAddress(search) {
  const parameters = new URLSearchParams(search);
  const written = parameters.getAll("c").flatMap((text) => text.split(",")).map((text) => text.trim()).filter(Boolean);
  const distinct = [...new Set(written)];
  const formed = distinct.filter((text) => text.length <= LONGEST_ID && ID.test(text));
  return {
    ids: formed.slice(0, TRIED),
    repeated: distinct.filter((text) => written.indexOf(text) !== written.lastIndexOf(text)),
    odd: distinct.filter((text) => !formed.includes(text)),
    beyond: formed.slice(TRIED),
    onlyDifferences: parameters.get("kun") === "forskelle",
  };
}

/**
 * The address of a comparison, "" for none.
 * @param {string[]} ids @param {boolean} onlyDifferences
 * @returns {string}
 */
export function writeAddress(ids, onlyDifferences) {
  if (!ids.length) return "";
  return `?c=${ids.join(",")}${onlyDifferences ? "&kun=forskelle" : ""}`;
}

/**
 * What was asked for, sorted by what can be shown.
 * @param {Asked} asked @param {Map<string, import("../cases/load.mjs").Case>} found @param {string[]} failed  could not be fetched
 * @returns {{shown: string[], surplus: string[], unknown: string[]}}
 */
export function sortAsked(asked, found, failed = []) {
  const there = asked.ids.filter((id) => found.has(id));
  const missing = asked.ids.filter((id) => !found.has(id) && !failed.includes(id));
  return { shown: there.slice(0, MOST), surplus: [...there.slice(MOST), ...asked.beyond], unknown: [...asked.odd, ...missing] };
}

/**
 * What the reader is told of an address, in plain sentences; nothing when all is well.
 * @param {Asked} asked @param {ReturnType<typeof sortAsked>} sorted @param {string[]} failed
 * @param {(id: string) => string} title
 * @returns {string[]}
 */
export function remarks(asked, sorted, failed, title) {
  const { shown, surplus, unknown } = sorted;
  const said = [];
  if (surplus.length) said.push(`Du kan sammenligne højst ${MOST} cases ad gangen. Vi viser de første ${MOST}. ${named(surplus, title)} er ikke med.`);
  if (unknown.length) said.push(`Vi kender ingen case med adressen ${named(unknown, quote, "eller")}. Vi ser bort fra det.`);
  if (asked.repeated.length) said.push(`${named(asked.repeated, (id) => (shown.includes(id) ? title(id) : quote(id)))} står flere gange i adressen. Vi bruger kun det første sted.`);
  if (failed.length) said.push(`${named(failed, quote)} kunne ikke hentes. Prøv igen om lidt.`);
  if (shown.length === 1) said.push("Her er kun én case. Tilføj mindst én til, så er der noget at sammenligne.");
  return said;
}

/** @param {string[]} items @param {(item: string) => string} name @param {string} [last] */
function named(items, name, last = "og") {
  const shown = items.slice(0, QUOTED).map(name);
  const more = items.length - shown.length;
  if (more) return `${shown.join(", ")} og ${more} andre`;
  return last === "og" ? danishList(shown) : shown.join(` ${last} `);
}

/** @param {string} text */
const quote = (text) => `»${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)} …` : text}«`;
