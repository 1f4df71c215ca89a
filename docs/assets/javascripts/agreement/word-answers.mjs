/** Answers that were given in Word: blanks filled in, names and dates changed, rows written into the tables. */

import { cleanLine, cleanText } from "./clean.mjs";
import { changeRow } from "./draft.mjs";
import { cleanRow, mostRows } from "./draft-rows.mjs";
import { changedAnswers, wordLines, writtenLines } from "./word-lines.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./word-lines.mjs").TableRows} TableRows */
/** @typedef {{answers: Map<string, string>, tables: TableRows[]}} WordAnswers */

// Places outside the fields that a line of text can answer: a party's name and task, and a body's few words.
const ROW_KEY = /^(part|organ)-(\d+)(?:-(rolle|navn|moeder_pr_aar|indkalder))?$/;
/** @type {Record<string, import("./draft-rows.mjs").RowList>} */
const ROW_LISTS = { part: "parter", organ: "organer" };

/**
 * An answer that another clause still gives otherwise is left to the text.
 * @param {import("./text.mjs").AgreementDocument} document
 * @param {import("./word-clauses.mjs").WordAgreement} word
 * @returns {WordAnswers}
 */
export function wordAnswers(document, word) {
  /** @type {Map<string, string | null>} */
  const found = new Map();
  const kept = new Set();
  const tables = [];
  const settle = (/** @type {string} */ key, /** @type {string} */ value) =>
    found.set(key, found.has(key) && found.get(key) !== value ? null : value);
  for (const { id, blocks } of word.clauses) {
    const section = document.sections.find((item) => item.id === id);
    if (!section) continue;
    const written = writtenLines(section);
    const changed = changedAnswers(written, wordLines(blocks)) ?? { answers: new Map(), tables: [] };
    for (const [key, value] of changed.answers) settle(key, value);
    for (const { runs } of written) for (const { key } of runs) if (key && !changed.answers.has(key)) kept.add(key);
    tables.push(...changed.tables);
  }
  const { title } = document;
  const titled =
    word.title === null
      ? null
      : changedAnswers([{ text: title.text, runs: [title], table: null }], titleLines(word.title));
  for (const [key, value] of titled?.answers ?? []) settle(key, value);
  const answers = [...found].flatMap(([key, value]) =>
    value === null || kept.has(key) ? [] : [/** @type {[string, string]} */ ([key, value])],
  );
  return { answers: new Map(answers), tables };
}

/** @param {string} text @returns {import("./word-lines.mjs").WordLine[]} */
const titleLines = (text) => [
  { text, block: { kind: "paragraph", runs: [{ text, bold: false }], heading: 0, list: "" } },
];

/**
 * @param {Draft} draft
 * @param {WordAnswers} found
 * @param {any} data
 * @returns {Draft}
 */
export function withAnswers(draft, { answers, tables }, data) {
  const fields = new Set(data.klausuler.flatMap((/** @type {any} */ clause) => Object.keys(clause.felter)));
  const svar = Object.assign(Object.create(null), draft.svar);
  let next = draft;
  for (const [key, value] of answers) {
    const [, noun, number, field = "navn"] = ROW_KEY.exec(key) ?? [];
    const list = ROW_LISTS[noun ?? ""];
    const at = Number(number) - 1;
    if (list && next[list][at])
      next = changeRow(next, list, at, { [field]: field === "rolle" ? cleanText(value) : cleanLine(value) });
    else if (fields.has(key)) svar[key] = cleanText(value);
  }
  for (const table of tables) next = withRows(next, table);
  return { ...next, svar };
}

/** @param {Draft} draft @param {TableRows} table @returns {Draft} */
function withRows(draft, { list, rows }) {
  const name = /** @type {"maal" | "aktiviteter"} */ (list);
  const fresh = rows
    .slice(0, mostRows(name))
    .map(({ from, values }) => cleanRow(name, { fra: from < 0 ? "egen" : "", ...draft[name][from], ...values }));
  return { ...draft, [name]: fresh };
}

/** @param {Draft} before @param {Draft} after @returns {string[]} rows that were taken out in Word, in words */
export function removedRows(before, after) {
  const gone = (/** @type {"maal" | "aktiviteter"} */ list) => {
    const count = before[list].length - after[list].length;
    const left = new Set(after[list].map(({ tekst }) => tekst));
    return count > 0 ? before[list].map(({ tekst }) => tekst).filter((text) => text.trim() && !left.has(text)) : [];
  };
  return [...gone("maal"), ...gone("aktiviteter")].map(
    (text) => `Rækken »${text.slice(0, 100)}« er slettet i Word og er taget ud af kladden.`,
  );
}
