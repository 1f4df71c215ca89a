/** Days, durations and times of the year as Danes write them. A day is text, "2027-01-31", so that days sort as they fall. */

import { MONTHS, isoDate, parseDate } from "./dates.mjs";

/** @typedef {string} Day "2027-01-31" */
/** @typedef {{months: number, days: number}} Duration */
/**
 * When something happens: on a day, some time in a month, or every year in a month (on a day of it, where one is named).
 * @typedef {{kind: "day", day: Day} | {kind: "month", day: Day} | {kind: "yearly", month: number, date: number}} When
 */

const MONTH = `(${MONTHS.map((name) => (name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?` : name)).join("|")})`;
const NUMBERS = new Map(
  ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"].map((word, number) => [
    word,
    number,
  ]),
);
const SEASONS = new Map([
  ["forår", 3],
  ["sommer", 6],
  ["efterår", 9],
  ["vinter", 12],
]);
const UNITS = [
  { pattern: /^(dag|dage|dages|dags)$/, months: 0, days: 1 },
  { pattern: /^(uge|uger|ugers|uges)$/, months: 0, days: 7 },
  { pattern: /^(måned|måneder|måneders|måneds|mdr\.?|md\.?)$/, months: 1, days: 0 },
  { pattern: /^(kvartal|kvartals|kvartaler|kvartalers)$/, months: 3, days: 0 },
  { pattern: /^halvårs?$/, months: 6, days: 0 },
  { pattern: /^(år|års)$/, months: 12, days: 0 },
];

/** @param {string} text */
const plain = (text) => text.trim().toLowerCase().normalize("NFC").replaceAll("é", "e").replace(/\s+/g, " ");

/** @param {number} year @param {number} month 1 to 12, or beyond, which rolls the year @param {number} date @returns {Day} */
export const dayAt = (year, month, date) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** @param {string} text a date as a person types it @returns {Day | ""} */
export function dayOf(text) {
  const date = parseDate(text);
  return date ? isoDate(date) : "";
}

/** @param {Day} day @returns {{year: number, month: number, date: number}} */
export function partsOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, date };
}

/** @param {Day} first @param {Day} last @returns {number[]} every calendar year from the one to the other */
export function yearsBetween(first, last) {
  const [from, to] = [partsOf(first).year, partsOf(last).year];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** @param {Day} day @param {number} count may be negative @returns {Day} */
export function addDays(day, count) {
  const { year, month, date } = partsOf(day);
  return dayAt(year, month, date + count);
}

/** @param {Day} day @param {number} count may be negative @returns {Day} the same date in another month, or that month's last */
export function addMonths(day, count) {
  const { year, month, date } = partsOf(day);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayAt(year, month + count, Math.min(date, last));
}

/** @param {Day} day @param {Duration} duration @returns {Day} that much earlier */
export const before = (day, duration) => addDays(addMonths(day, -duration.months), -duration.days);

/**
 * A stretch of time as a person writes it.
 * @param {string} text "tre måneder", "14 dage", "et halvt år"
 * @returns {Duration | null} null for what is no plain stretch of time
 */
export function parseDuration(text) {
  const words = plain(text).replace(/^(mindst|senest|højst|cirka|ca\.) /, "");
  if (/^et halvt år$/.test(words)) return { months: 6, days: 0 };
  if (/^halvandet år$/.test(words)) return { months: 18, days: 0 };
  const [first, second, ...rest] = words.split(" ");
  const unit = UNITS.find(({ pattern }) => pattern.test(second ?? ""));
  const count = parseCount(first);
  if (!unit || !count || rest.length || count > 999) return null;
  return { months: unit.months * count, days: unit.days * count };
}

/** @param {string} text "2", "to" or "mindst 2" @returns {number} 0 for what is no whole number */
export function parseCount(text) {
  const word = plain(text).replace(/^(mindst|højst|cirka|ca\.) /, "");
  return /^\d{1,4}$/.test(word) ? Number(word) : (NUMBERS.get(word === "et" ? "en" : word) ?? 0);
}

/**
 * When something happens, as a person writes it.
 * @param {string} text "1/3-2027", "marts 2027", "1. kvartal 2027", "foråret 2027", "uge 12 2027", "1. december", "november"
 * @returns {When | null} null for what names no time, such as "løbende"
 */
export function parseWhen(text) {
  const day = dayOf(text);
  if (day) return { kind: "day", day };
  const words = plain(text)
    .replace(/^(i|inden|senest|den) /, "")
    .replace(/^(den|i) /, "");
  const bare = words.replace(/^(ultimo|primo|medio|udgangen af) /, "");
  const yearsEnd = /^(?:ultimo|udgangen af) ((?:19|20|21)\d\d)$/.exec(words)?.[1];
  const found = dayOf(words) || (yearsEnd ? `${yearsEnd}-12-31` : "");
  return found ? { kind: "day", day: found } : (monthOfYear(bare) ?? weekOfYear(bare) ?? everyYear(bare));
}

/** @param {string} words @returns {When | null} */
function monthOfYear(words) {
  const year = /(?:^|[ ,.-])(\d{4})$/.exec(words)?.[1];
  if (!year || Number(year) < 1900 || Number(year) > 2199) return null;
  const name = words.slice(0, -4).replace(/[ ,]+$/, "");
  const quarter = /^([1-4])\. ?kvartal$/.exec(name)?.[1];
  const season = [...SEASONS].find(([word]) => name === word || name === `${word}et` || name === `${word}en`)?.[1];
  const month = quarter ? Number(quarter) * 3 - 2 : (season ?? monthNumber(name.split(/ ?[-–] ?/)[0]));
  return month ? { kind: "month", day: dayAt(Number(year), month, 1) } : null;
}

/** @param {string} words @returns {When | null} the Monday of a week in a year */
function weekOfYear(words) {
  const found = /^uge (\d{1,2})(?: ?[-–] ?\d{1,2})?,? (?:i )?(\d{4})$/.exec(words);
  const [week, year] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || week < 1 || week > 53 || year < 1900 || year > 2199) return null;
  // The week with 4 January is the first of the year.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return { kind: "day", day: dayAt(year, 1, monday + (week - 1) * 7) };
}

/** @param {string} words @returns {When | null} */
function everyYear(words) {
  const found = new RegExp(`^(?:(\\d{1,2})\\. )?${MONTH}(?: (?:hvert år|årligt))?$`).exec(words);
  if (!found) return null;
  const month = monthNumber(found[2]);
  const date = Number(found[1] ?? 0);
  return date <= new Date(Date.UTC(2028, month, 0)).getUTCDate() ? { kind: "yearly", month, date } : null;
}

/** @param {string} name "november" or "nov." @returns {number} 1 to 12; 0 for what is no month */
function monthNumber(name) {
  const bare = name.replace(/\.$/, "");
  return MONTHS.findIndex((month) => month === bare || (bare.length === 3 && month.startsWith(bare))) + 1;
}

/**
 * The first day from this one on that people can be asked to meet: not a weekend, a holiday, in the summer holidays,
 * or in the days around Christmas and New Year.
 * @param {Day} day
 * @returns {Day}
 */
export function meetingDay(day) {
  let found = day;
  while (isClosed(found)) found = addDays(found, 1);
  return found;
}

/** @param {Day} day */
function isClosed(day) {
  const { year, month, date } = partsOf(day);
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  const aroundNewYear = (month === 12 && date >= 22) || (month === 1 && date <= 3);
  const summer = month === 7 || (month === 8 && date <= 9);
  const constitutionDay = month === 6 && date === 5;
  if (weekday === 0 || weekday === 6 || summer || aroundNewYear || constitutionDay) return true;
  const easter = easterSunday(year);
  // Maundy Thursday, Good Friday, Easter Monday, Ascension Day and the day after it, Whit Monday.
  return [-3, -2, 1, 39, 40, 50].some((after) => addDays(easter, after) === day);
}

/** @param {number} year @returns {Day} by the Gregorian computus */
function easterSunday(year) {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leaps + 19 * golden + 15) % 30;
  const full = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  const offset = full - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return dayAt(year, month, offset + 28 - 31 * Math.floor(month / 4));
}
