/** Numbers, years, days and lists as a Danish reader writes them. Pure functions. */

const MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

/**
 * @param {string} number  as the data files have it: "9000", "42.5"
 * @returns {string} "9.000", "42,5"
 */
export function danishNumber(number) {
  const [whole, rest] = number.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return rest ? `${grouped},${rest}` : grouped;
}

/** @param {string} day  "2026-11-22" @returns {string} "22. november 2026" */
export function danishDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}. ${MONTHS[month - 1]} ${year}`;
}

/** @param {string} pages  years or pages, "2015-2016" @returns {string} with a dash between them */
export const danishRange = (pages) => pages.replace("-", "–");

/** @param {string[]} items @returns {string} "a, b og c" */
export const danishList = (items) =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} og ${items.at(-1)}` : items.join("");

/** @param {number} number @param {string} one @param {string} many @returns {string} "1 case", "22 cases" */
export const danishCount = (number, one, many) => `${danishNumber(String(number))} ${number === 1 ? one : many}`;
