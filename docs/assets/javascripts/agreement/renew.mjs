/** Last period's agreement carried into the next: the dates rolled, each goal's status told, the new parties added. */

import { formatDate, parseDate } from "./answers.mjs";
import { clauseSource, clauseTitle, fieldLabel } from "./draft-parts.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{year: number, month: number, day: number}} Day */
/** Where a date stands in the draft. @typedef {{kind: "svar", key: string} | {kind: "maal" | "aktiviteter", index: number}} DatePlace */
/** @typedef {{place: DatePlace, label: string, before: string, after: string}} RolledDate */
/** @typedef {"" | "naaet" | "delvist" | "ikke"} Status */
/** What a person says of a goal. "keep" carries it into the new agreement. @typedef {{status: Status, line: string, keep: boolean}} GoalReview */

const PERIOD = { start: "startdato", end: "slutdato" };
const A_YEAR = 12;
const DAYS_A_MONTH = 30.44;
const DATES = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}|\d{1,2}\. ?[a-zæøå]{3,9}\.? \d{4}/gi;
// From 2015 on, so that an amount of 2000 is not taken for a year.
const YEAR = /(?<!\d)20(?:1[5-9]|[2-9]\d)(?!\d)/g;

/**
 * How many months the agreement runs; a year where it does not say.
 * @param {Draft} draft
 * @returns {{months: number, known: boolean}}
 */
export function periodMonths(draft) {
  const [start, end] = [PERIOD.start, PERIOD.end].map((key) => parseDate(draft.svar[key] ?? ""));
  const days = start && end ? (utc(end) - utc(start)) / 86_400_000 + 1 : 0;
  return days > 0
    ? { months: Math.max(1, Math.round(days / DAYS_A_MONTH)), known: true }
    : { months: A_YEAR, known: false };
}

/** @param {Day} day */
const utc = ({ year, month, day }) => Date.UTC(year, month - 1, day);

/**
 * A day moved by months. The last day of a month stays the last, so that 30 June becomes 31 December.
 * @param {Day} day @param {number} months @returns {Day}
 */
export function movedDay({ year, month, day }, months) {
  const last = day === daysIn(year, month);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const [newYear, newMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  const most = daysIn(newYear, newMonth);
  return { year: newYear, month: newMonth, day: last ? most : Math.min(day, most) };
}

/** @param {number} year @param {number} month */
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * A text with its dates moved; bare years too, when whole years are moved.
 * @param {string} text
 * @param {number} months
 * @returns {string}
 */
export function movedText(text, months) {
  const parts = text.split(DATES);
  const dates = (text.match(DATES) ?? []).map((found) => {
    const date = parseDate(found);
    const { year, month, day } = date ? movedDay(date, months) : { year: 0, month: 0, day: 0 };
    return date ? formatDate(`${year}-${month}-${day}`) : found;
  });
  const years = (/** @type {string} */ part) =>
    months % A_YEAR ? part : part.replace(YEAR, (year) => String(Number(year) + months / A_YEAR));
  return parts.map((part, index) => years(part) + (dates[index] ?? "")).join("");
}

/** @param {string} text @returns {boolean} */
const hasTime = (text) => text.search(DATES) >= 0 || text.search(YEAR) >= 0;

/**
 * Every answer, goal and activity that names a date or a year, with what it becomes.
 * @param {Draft} draft
 * @param {any} data
 * @param {number} months
 * @returns {RolledDate[]}
 */
export function rolledDates(draft, data, months) {
  const found = [
    ...Object.entries(draft.svar).map(([key, text]) => dated({ kind: "svar", key }, fieldLabel(key, data), text)),
    ...draft.maal.map((goal, index) =>
      dated({ kind: "maal", index }, `Frist for målet »${goal.tekst || index + 1}«`, goal.frist),
    ),
    ...draft.aktiviteter.map((item, index) =>
      dated({ kind: "aktiviteter", index }, `Tid for aktiviteten »${item.tekst || index + 1}«`, item.hvornaar),
    ),
  ];
  return found
    .filter(({ before }) => hasTime(before))
    .map((item) => ({ ...item, after: movedText(item.before, months) }));
}

/** @param {DatePlace} place @param {string} label @param {string} before @returns {RolledDate} */
const dated = (place, label, before) => ({ place, label, before, after: before });

/**
 * Clauses whose own text names a year: nobody but a person can say what becomes of it.
 * @param {Draft} draft
 * @param {any} data
 * @returns {{title: string, years: string[]}[]}
 */
export const yearsInClauses = (draft, data) =>
  draft.klausuler
    .map((clause) => ({
      title: clauseTitle(clause, data),
      years: [...new Set(clauseSource(clause, data).match(YEAR) ?? [])],
    }))
    .filter(({ years }) => years.length);

/**
 * The new period's draft.
 * @param {Draft} draft
 * @param {{dates: RolledDate[], goals: GoalReview[], parties: string[], id: string}} choices goals in the draft's order
 * @returns {Draft}
 */
export function renewedDraft(draft, { dates, goals, parties, id }) {
  const after = (/** @type {string} */ kind, /** @type {number} */ index, /** @type {string} */ old) =>
    dates.find(({ place }) => place.kind === kind && "index" in place && place.index === index)?.after ?? old;
  const svar = Object.assign(Object.create(null), draft.svar);
  for (const { place, after: text } of dates) if (place.kind === "svar") svar[place.key] = text;
  const maal = draft.maal
    .map((goal, index) => ({ ...goal, frist: after("maal", index, goal.frist), status: "" }))
    .filter((_, index) => goals[index]?.keep ?? true);
  const aktiviteter = draft.aktiviteter.map((item, index) => ({
    ...item,
    hvornaar: after("aktiviteter", index, item.hvornaar),
  }));
  const known = draft.parter.map(({ navn }) => navn.trim().toLocaleLowerCase("da"));
  const fresh = [...new Set(parties.map((name) => name.trim()).filter(Boolean))].filter(
    (name) => !known.includes(name.toLocaleLowerCase("da")),
  );
  const parter = [
    ...draft.parter.filter(({ navn }) => navn.trim()),
    ...fresh.map((navn) => ({ navn, art: "", rolle: "", cvr: "", underskriver: "" })),
  ];
  return /** @type {Draft} */ ({ ...draft, id, parter, maal, aktiviteter, svar, forgaenger: draft.id });
}
