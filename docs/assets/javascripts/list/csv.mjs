/** The list as a table for Danish Excel: semicolons, a byte order mark, no formulas. */

import { shortSource } from "./document.mjs";
import { oneLine } from "./prose.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./document.mjs").ListEntry} ListEntry */

const FACTS = ["Sted", "Tema", "Periode", "Branche", "Målgruppe", "Virkemiddel", "Parter"];
const HEAD = ["Nr.", "Slags", "Titel", "Kort", ...FACTS, "Nøgletal", "Læring", "Note", "Kilde", "Adresse"];
const FORMULA = /^ *[=+\-@\t\r\0＝＋－＠]/;

/** @param {ListDocument} made @returns {string} */
export const toCsv = (made) =>
  `\ufeff${[HEAD, ...made.entries.map(row)].map((cells) => `${cells.map(cell).join(";")}\r\n`).join("")}`;

/** @param {ListEntry} entry @returns {string[]} */
function row(entry) {
  const facts = new Map(entry.facts);
  const lessons = entry.kind === "case" ? entry.lessons : [entry.text];
  return [
    String(entry.number),
    entry.label,
    entry.title,
    entry.summary,
    ...FACTS.map((name) => facts.get(name) ?? ""),
    entry.figures.map(({ number, what, year }) => `${number} (${year}): ${what}`).join(" | "),
    lessons.map(oneLine).join(" | "),
    entry.note,
    shortSource(entry.source),
    entry.address,
  ];
}

/** @param {string} text a cell that no spreadsheet takes for a formula, quoted where it must be */
export function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
