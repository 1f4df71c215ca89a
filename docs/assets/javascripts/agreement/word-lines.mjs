/** A clause as lines that can be set side by side: as the builder would write it, and as it stands in Word. */

import { blockText, plainText } from "./word-blocks.mjs";

/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Section} Section */
/** @typedef {import("./word-blocks.mjs").WordBlock} WordBlock */
/** One line as the builder writes it; a table is one line with its cells. @typedef {{text: string, runs: Run[], table: Run[][][] | null}} WrittenLine */
/** One line as it stands in Word. @typedef {{text: string, block: WordBlock}} WordLine */
/** Rows that a table in Word gives: the values by column, and the row of the draft they belong to, -1 for a new one. @typedef {{list: string, rows: {from: number, values: Record<string, string>}[]}} TableRows */

// "maal-2-frist": what the row is, its number in the draft, and its field.
const CELL_KEY = /^(maal|aktivitet)-(\d+)-([a-z_]+)$/;
/** @type {Record<string, string>} */
const LISTS = { maal: "maal", aktivitet: "aktiviteter" };
const OPEN_CELL = /^\[[^\]]*\]$/;

/** @param {Section} section @returns {WrittenLine[]} signatures are not lines: nobody writes them */
export const writtenLines = (section) =>
  section.blocks
    .flatMap((block) => {
      if (block.kind === "paragraph") return [line(block.runs)];
      if (block.kind === "list") return block.items.map(line);
      if (block.kind !== "table") return [];
      const rows = [block.head, ...block.rows.map((row) => row.map(runText))];
      return [{ text: tableText(rows), runs: [], table: block.rows }];
    })
    .filter(({ text }) => text);

/** @param {Run[]} runs @returns {WrittenLine} */
const line = (runs) => ({ text: plainText(runText(runs)), runs, table: null });

/** @param {Run[]} runs */
const runText = (runs) => runs.map((run) => run.text).join("");

/** @param {WordBlock[]} blocks @returns {WordLine[]} */
export const wordLines = (blocks) =>
  blocks
    .map((block) => ({ text: block.kind === "table" ? tableText(block.rows) : blockText(block), block }))
    .filter(({ text }) => text);

/** A cell that waits for its answer reads as an empty one. @param {string[][]} rows */
const tableText = (rows) =>
  rows.map((row) => row.map((cell) => plainText(cell).replace(OPEN_CELL, "")).join("\t")).join("\n");

/** @param {{text: string}[]} one @param {{text: string}[]} other */
export const sameLines = (one, other) =>
  one.length === other.length && one.every(({ text }, at) => text === other[at].text);

/**
 * What the answers must be for the written lines to read as they do in Word: filled-in blanks, changed answers, rows of tables.
 * @param {WrittenLine[]} written
 * @param {WordLine[]} word
 * @returns {{answers: Map<string, string>, tables: TableRows[]} | null} answers by the runs' keys, only those that changed;
 *   null where more than answers changed
 */
export function changedAnswers(written, word) {
  if (written.length !== word.length) return null;
  /** @type {Map<string, string>} */
  const answers = new Map();
  const tables = [];
  for (const [at, { text, runs, table }] of written.entries()) {
    if (text === word[at].text) continue;
    const { block } = word[at];
    const rows = table && block.kind === "table" ? tableRows(table, block.rows) : null;
    if (rows) tables.push(rows);
    else if (table || !takeAnswers(runs, word[at].text, answers)) return null;
  }
  return { answers, tables };
}

/** @param {Run[]} runs @param {string} text @param {Map<string, string>} answers @returns {boolean} whether only answers changed */
function takeAnswers(runs, text, answers) {
  const values = keyedValues(runs, text);
  if (!values) return false;
  for (const [index, run] of runs.filter(({ key }) => key).entries()) {
    if (values[index] === plainText(run.text)) continue;
    if (answers.has(run.key) && answers.get(run.key) !== values[index]) return false;
    answers.set(run.key, values[index]);
  }
  return true;
}

/**
 * What stands in the places of the keyed runs, when everything between them is as it was written. Each place ends where the
 * next fixed words first come: that is one walk through the text, whatever somebody wrote in it.
 * @param {Run[]} runs
 * @param {string} text
 * @returns {string[] | null} null where the fixed words are not all there, or a place is empty
 */
function keyedValues(runs, text) {
  const fixed = [""];
  for (const run of runs) {
    if (run.key) fixed.push("");
    else fixed[fixed.length - 1] += run.text;
  }
  const [first, ...others] = fixed.map((words) => words.replace(/[\s\u00a0]+/g, " "));
  if (!others.length || !text.startsWith(first.trimStart())) return null;
  const values = [];
  let at = first.trimStart().length;
  for (const [index, words] of others.entries()) {
    const last = index === others.length - 1;
    const end = last ? text.length - words.trimEnd().length : text.indexOf(words, at + 1);
    if (end <= at || (last && !text.endsWith(words.trimEnd())) || (!last && !words)) return null;
    values.push(text.slice(at, end).trim());
    at = end + words.length;
  }
  return values.every(Boolean) ? values : null;
}

/**
 * The rows of a table in Word, each known by its first cell, or by its place where no row came or went.
 * @param {Run[][][]} written
 * @param {string[][]} word with the heading row first
 * @returns {TableRows | null} null for another table than the builder's own
 */
function tableRows(written, word) {
  const keys = written[0]?.map(([run]) => CELL_KEY.exec(run?.key ?? "")) ?? [];
  const list = LISTS[keys[0]?.[1] ?? ""];
  const rows = word.slice(1);
  if (!list || keys.some((key) => !key) || rows.some((row) => row.length !== keys.length)) return null;
  const free = written.map((row, index) => ({
    index,
    first: plainText(runText(row[0])),
    from: Number(CELL_KEY.exec(row[0][0].key)?.[2]) - 1,
  }));
  return {
    list,
    rows: rows
      .filter((cells) => cells.some((cell) => plainText(cell)))
      .map((cells, at) => {
        const same = free.findIndex(
          ({ index, first }) => first === plainText(cells[0]) || (rows.length === written.length && index === at),
        );
        const [base] = same < 0 ? [] : free.splice(same, 1);
        const changed = cells.map((cell, column) => {
          const old = base ? plainText(runText(written[base.index][column])) : "";
          const now = plainText(cell);
          return now === old ? null : [keys[column]?.[3] ?? "", OPEN_CELL.test(now) ? "" : now];
        });
        return { from: base?.from ?? -1, values: Object.fromEntries(changed.filter((pair) => pair !== null)) };
      }),
  };
}
