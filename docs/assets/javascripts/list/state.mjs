/** The reader's own list: cases and single lessons in an order, each with a note. Every function is pure and gives a new list. */

import { cleanText, own, plainObject } from "../agreement/clean.mjs";
import { hasCpr } from "../codec/cpr.mjs";

/**
 * What an entry points at: "<case>", "<case>#<lesson>", or "katalog#<lesson>" for the catalogue's general lessons.
 * @typedef {string} Ref
 */
/** @typedef {{ref: Ref, note: string}} Entry */
/** @typedef {{titel: string, indledning: string, poster: Entry[]}} ReaderList */

export const LIMITS = { entries: 100, title: 120, introduction: 1000, note: 2000 };
export const CATALOGUE = "katalog";
const REF = /^[a-z0-9-]{1,100}(#[a-z0-9-]{1,100})?$/;

/** @returns {ReaderList} */
export const emptyList = () => ({ titel: "", indledning: "", poster: [] });

/** @param {ReaderList} list @returns {boolean} whether there is nothing in it to keep */
export const isEmpty = (list) => !list.poster.length && !list.titel.trim() && !list.indledning.trim();

/** @param {unknown} ref @returns {boolean} whether it can point at something: "katalog" by itself cannot */
export const isRef = (ref) => typeof ref === "string" && REF.test(ref) && ref !== CATALOGUE && !hasCpr(ref);

/** @param {Ref} ref @returns {{id: string, lesson: string}} the case or "katalog", and the lesson or "" */
export function splitRef(ref) {
  const [id, lesson = ""] = ref.split("#");
  return { id, lesson };
}

/** @param {ReaderList} list @param {Ref} ref */
export const has = (list, ref) => list.poster.some((entry) => entry.ref === ref);

/**
 * @param {ReaderList} list @param {Ref} ref @param {number} [at] its place, last when it is left out @param {string} [note]
 * @returns {ReaderList} the same list when the entry is there already, is no ref, or the list is full
 */
export function add(list, ref, at = list.poster.length, note = "") {
  if (!isRef(ref) || has(list, ref) || list.poster.length >= LIMITS.entries) return list;
  return { ...list, poster: list.poster.toSpliced(at, 0, { ref, note: cleanNote(note) }) };
}

/** @param {ReaderList} list @param {Ref} ref @returns {ReaderList} */
export const remove = (list, ref) => ({ ...list, poster: list.poster.filter((entry) => entry.ref !== ref) });

/**
 * The entry put next to another one.
 * @param {ReaderList} list @param {Ref} ref @param {Ref} other @param {"foer" | "efter"} side
 * @returns {ReaderList}
 */
export function place(list, ref, other, side) {
  const entry = list.poster.find((item) => item.ref === ref);
  const rest = list.poster.filter((item) => item.ref !== ref);
  const at = rest.findIndex((item) => item.ref === other);
  if (!entry || at < 0) return list;
  return { ...list, poster: rest.toSpliced(side === "efter" ? at + 1 : at, 0, entry) };
}

/** @param {ReaderList} list @param {Ref} ref @param {string} note @returns {ReaderList} */
export const setNote = (list, ref, note) => ({
  ...list,
  poster: list.poster.map((entry) => (entry.ref === ref ? { ref, note: cleanNote(note) } : entry)),
});

/** @param {ReaderList} list @param {string} titel @returns {ReaderList} */
export const setTitle = (list, titel) => ({ ...list, titel: refusingCpr(cleanLine(titel, LIMITS.title)) });

/** @param {ReaderList} list @param {string} indledning @returns {ReaderList} */
export const setIntroduction = (list, indledning) => ({
  ...list,
  indledning: refusingCpr(cleanText(indledning, LIMITS.introduction)),
});

/** @param {ReaderList} list @returns {ReaderList} */
export const withoutNotes = (list) => ({ ...list, poster: list.poster.map(({ ref }) => ({ ref, note: "" })) });

/**
 * Another's entries after one's own. One's own words stand; where one has no note, the other's is taken.
 * @param {ReaderList} own @param {ReaderList} other
 * @returns {ReaderList}
 */
export function merge(own, other) {
  const notes = new Map(other.poster.map((entry) => [entry.ref, entry.note]));
  const kept = own.poster.map((entry) => ({ ...entry, note: entry.note || (notes.get(entry.ref) ?? "") }));
  return other.poster.reduce((list, entry) => add(list, entry.ref, undefined, entry.note), { ...own, poster: kept });
}

/** @param {ReaderList} one @param {ReaderList} other */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {ReaderList} list @returns {string} "3 cases og 1 læringspunkt" */
export function countText(list) {
  const lessons = list.poster.filter((entry) => splitRef(entry.ref).lesson).length;
  const cases = list.poster.length - lessons;
  const parts = [];
  if (cases || !lessons) parts.push(cases === 1 ? "1 case" : `${cases} cases`);
  if (lessons) parts.push(lessons === 1 ? "1 læringspunkt" : `${lessons} læringspunkter`);
  return parts.join(" og ");
}

/**
 * A list from a stranger: only refs and text, each ref once, only so much of it, nothing that looks like a CPR number.
 * @param {unknown} raw
 * @returns {{list: ReaderList, left: number} | null} with how many entries and texts were left out; null for what is no list
 */
export function loadList(raw) {
  const source = plainObject(raw);
  const entries = own(source, "poster");
  if (!Array.isArray(entries)) return null;
  const titel = cleanLine(own(source, "titel"), LIMITS.title);
  const indledning = cleanText(own(source, "indledning"), LIMITS.introduction);
  let list = setIntroduction(setTitle(emptyList(), titel), indledning);
  let left = [titel, indledning].filter(hasCpr).length;
  for (const entry of entries.slice(0, LIMITS.entries * 10)) {
    const ref = own(plainObject(entry), "ref");
    const note = cleanText(own(plainObject(entry), "note"), LIMITS.note);
    const longer = typeof ref === "string" ? add(list, ref, undefined, note) : list;
    if (longer === list || hasCpr(note)) left += 1;
    list = longer;
  }
  return { list, left: left + Math.max(0, entries.length - LIMITS.entries * 10) };
}

/** @param {unknown} text */
const cleanNote = (text) => refusingCpr(cleanText(text, LIMITS.note));

/** The last guard, behind the one that tells the reader. @param {string} text */
const refusingCpr = (text) => (hasCpr(text) ? "" : text);

/** Text on one line. @param {unknown} value @param {number} limit */
const cleanLine = (value, limit) => cleanText(value, limit).replace(/[\n\t]+/g, " ");
