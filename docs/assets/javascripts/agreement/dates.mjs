/** Days as Danes write them. */

export const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];
const DATES = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[./-] ?(?<month>\d{1,2})[./-] ?(?<year>\d{4})$/,
  /^(?<day>\d{1,2})\.? (?<name>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
];

/**
 * A date as a person writes it in Danish.
 * @param {string} text "2027-01-01", "1/1-2027", "1.1.2027" or "1. januar 2027"
 * @returns {{day: number, month: number, year: number} | null} null for what is no day in the calendar
 */
export function parseDate(text) {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ").replace(/^den /, "");
  const found = DATES.map((pattern) => pattern.exec(plain)?.groups).find(Boolean);
  if (!found) return null;
  const [day, year] = [Number(found.day), Number(found.year)];
  const named = found.name ? MONTHS.findIndex((name) => name === found.name || name.slice(0, 3) === found.name) + 1 : 0;
  const month = named || Number(found.month);
  const inCalendar = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return inCalendar ? { day, month, year } : null;
}

/** @param {number} year @param {number} month */
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @param {string} text @returns {string} "1. januar 2027", or the text as it stands when it is no date */
export function formatDate(text) {
  const date = parseDate(text);
  return date ? `${date.day}. ${MONTHS[date.month - 1]} ${date.year}` : text.trim();
}

/** @param {{day: number, month: number, year: number}} date @returns {string} "2027-01-01", as a date picker has it */
export const isoDate = ({ day, month, year }) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
