/** The rows of a draft: parties, goals, activities and bodies; what each holds, and how each is changed. */

import { LIMITS, cleanLine, cleanText, list, own, plainObject } from "./clean.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {"parter" | "maal" | "aktiviteter" | "organer"} RowList */
/** @typedef {{navn: string, art: string, rolle: string, cvr: string, underskriver: string}} Party */
/** @typedef {{tekst: string, maaltal: string, start: string, maal: string, frist: string, ansvarlig: string, status: string, fra: string}} Goal */
/** @typedef {{tekst: string, hvem: string, hvornaar: string, fra: string}} Activity */
/** @typedef {{rolle: string, organisation: string}} Member */
/** @typedef {{navn: string, medlemmer: Member[], moeder_pr_aar: string, indkalder: string, opgaver: string, fra: string}} Body */

export const FEWEST_PARTIES = 2;
export const GOAL_STATES = ["", "naaet", "delvist", "ikke"];
const ORIGIN =
  /^(egen|(skabelon|aftale|case):[a-z0-9]+(-[a-z0-9]+)*|laering:[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*)$/;

/** @param {unknown} value @returns {string} where something comes from, or nothing */
export const cleanOrigin = (value) => {
  const text = cleanLine(value);
  return ORIGIN.test(text) ? text : "";
};

/** @param {unknown} value */
const cleanState = (value) => (GOAL_STATES.includes(/** @type {string} */ (value)) ? value : "");
/** @param {unknown} value */
const cleanMembers = (value) => list(value).slice(0, LIMITS.members).map(cleanMember);
/** @param {unknown} value */
const cleanBlock = (value) => cleanText(value);

/** @param {unknown} raw @returns {Member} */
function cleanMember(raw) {
  const source = plainObject(raw);
  return { rolle: cleanLine(own(source, "rolle")), organisation: cleanLine(own(source, "organisation")) };
}

/** @type {Record<RowList, {most: number, fields: Record<string, (value: unknown) => unknown>}>} */
const SHAPES = {
  parter: {
    most: LIMITS.parties,
    fields: { navn: cleanLine, art: cleanLine, rolle: cleanBlock, cvr: cleanLine, underskriver: cleanLine },
  },
  maal: {
    most: LIMITS.goals,
    fields: {
      tekst: cleanBlock,
      maaltal: cleanLine,
      start: cleanLine,
      maal: cleanLine,
      frist: cleanLine,
      ansvarlig: cleanLine,
      status: cleanState,
      fra: cleanOrigin,
    },
  },
  aktiviteter: {
    most: LIMITS.activities,
    fields: { tekst: cleanBlock, hvem: cleanLine, hvornaar: cleanLine, fra: cleanOrigin },
  },
  organer: {
    most: LIMITS.bodies,
    fields: {
      navn: cleanLine,
      medlemmer: cleanMembers,
      moeder_pr_aar: cleanLine,
      indkalder: cleanLine,
      opgaver: cleanBlock,
      fra: cleanOrigin,
    },
  },
};
export const ROW_LISTS = /** @type {RowList[]} */ (Object.keys(SHAPES));

/** @param {RowList} name @returns {number} how many rows it may have */
export const mostRows = (name) => SHAPES[name].most;

/** @param {RowList} name @param {unknown} [raw] @returns {any} a row with every key, whatever the source holds */
export function cleanRow(name, raw = {}) {
  const source = plainObject(raw);
  const pairs = Object.entries(SHAPES[name].fields).map(([key, clean]) => [key, clean(own(source, key))]);
  return Object.fromEntries(pairs);
}

/** @param {RowList} name @param {unknown} raw @returns {any[]} */
export function cleanRows(name, raw) {
  const rows = list(raw)
    .slice(0, mostRows(name))
    .map((row) => cleanRow(name, row));
  while (name === "parter" && rows.length < FEWEST_PARTIES) rows.push(cleanRow(name));
  return rows;
}

/** @param {Draft} draft @param {RowList} name @param {Record<string, unknown>} [row] @returns {Draft} with one row more, where there is room */
export const addRow = (draft, name, row = {}) =>
  draft[name].length < mostRows(name) ? { ...draft, [name]: [...draft[name], cleanRow(name, row)] } : draft;

/** @param {Draft} draft @param {RowList} name @param {number} index @param {Record<string, unknown>} change @returns {Draft} */
export const changeRow = (draft, name, index, change) => ({
  ...draft,
  [name]: draft[name].map((row, at) => (at === index ? cleanRow(name, { ...row, ...change }) : row)),
});

/** @param {Draft} draft @param {RowList} name @param {number} index @returns {Draft} */
export const removeRow = (draft, name, index) =>
  name === "parter" && draft.parter.length <= FEWEST_PARTIES
    ? draft
    : { ...draft, [name]: /** @type {unknown[]} */ (draft[name]).filter((_, at) => at !== index) };

/** @param {Draft} draft @param {RowList} name @param {number} index @param {number} by -1 is up, 1 is down @returns {Draft} */
export const moveRow = (draft, name, index, by) => ({
  ...draft,
  [name]: moved(/** @type {any[]} */ (draft[name]), index, by),
});

/** @template T @param {T[]} items @param {number} index @param {number} by @returns {T[]} */
export function moved(items, index, by) {
  const to = index + by;
  if (!(index in items) || !(to in items)) return items;
  const next = [...items];
  next.splice(to, 0, ...next.splice(index, 1));
  return next;
}

/** @param {Draft} draft @param {number} body @param {(members: Member[]) => Member[]} change @returns {Draft} */
export const changeMembers = (draft, body, change) =>
  changeRow(draft, "organer", body, { medlemmer: change(draft.organer[body].medlemmer) });
