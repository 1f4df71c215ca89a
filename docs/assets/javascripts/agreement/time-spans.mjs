/** Lengths of time counted in months, as the agreement check asks for them. */

import { parseDuration } from "./calendar-days.mjs";

const DAYS_A_MONTH = 30;

/**
 * Months from the first day to the last, both counted.
 * @param {string | null} start ISO date, "" for none, null for one that cannot be read
 * @param {string | null} slut
 * @returns {number | "" | null}
 */
export function monthsBetween(start, slut) {
  if (start === "" || slut === "") return "";
  if (start === null || slut === null) return null;
  const [from, last] = [new Date(`${start}T00:00:00Z`), new Date(`${slut}T00:00:00Z`)];
  const end = new Date(last.getTime() + 86_400_000);
  const months = (end.getUTCFullYear() - from.getUTCFullYear()) * 12 + end.getUTCMonth() - from.getUTCMonth();
  return months + (end.getUTCDate() - from.getUTCDate()) / 31;
}

/**
 * The months in a text such as "tre måneder", "14 dage" or "et halvt år".
 * @param {string | null} text
 * @returns {number | "" | null} null for what cannot be read
 */
export function monthsIn(text) {
  if (!text?.trim()) return text === null ? null : "";
  const span = parseDuration(text);
  return span && span.months + span.days / DAYS_A_MONTH;
}
