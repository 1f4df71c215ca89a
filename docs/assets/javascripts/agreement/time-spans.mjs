/** Lengths of time as a person writes them in Danish, counted in months. */

const WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];
/** Months in one of each unit. @type {[RegExp, number][]} */
const UNITS = [
  [/^års?$/, 12],
  [/^halvårs?$/, 6],
  [/^kvartal(s|er|ers)?$/, 3],
  [/^(måned(s|er|ers)?|mdr\.?|md\.?)$/, 1],
  [/^uge(s|r|rs)?$/, 7 / 30],
  [/^dag(s|e|es)?$/, 1 / 30],
];

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
  if (text === null) return null;
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return "";
  const half = words.includes("halvt") ? 0.5 : 1;
  const [count, unit] = words.filter((word) => word !== "halvt");
  const spelled = WORDS.indexOf(count.replace("é", "e").replace(/^et$/, "en"));
  const number = /^\d{1,4}$/.test(count) ? Number(count) : spelled;
  const length = UNITS.find(([pattern]) => pattern.test(unit ?? ""))?.[1];
  return number < 0 || length === undefined ? null : number * length * half;
}
