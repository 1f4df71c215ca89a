/** A clause from Word as the builder's own text: what still stands keeps its placeholders, what was written anew is words. */

import { fieldOf } from "./answers.mjs";
import { clauseType } from "./draft-clauses.mjs";
import { clauseSource } from "./draft-parts.mjs";
import { sourceBlocks } from "./model-text.mjs";
import { agreementDocument } from "./text.mjs";
import { plainText } from "./word-blocks.mjs";
import { wordLines, writtenLines } from "./word-lines.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./word-blocks.mjs").WordBlock} WordBlock */
/** @typedef {import("./word-lines.mjs").WordLine} WordLine */
/** @typedef {import("./word-lines.mjs").WrittenLine} WrittenLine */
/** A stretch of the source and the lines that it becomes. @typedef {{source: string, lines: WrittenLine[]}} SourceGroup */
/** @typedef {{text: string, bold: boolean}} Word */
/** @typedef {{text: string, source: string}} Piece a run, and the placeholder that says the same, or nothing */

const PARTY_KEY = /^part-\d+$/;
const FIELD_KEY = /^[a-z0-9_]+$/;

/**
 * @param {WordBlock[]} blocks
 * @param {SourceGroup[]} groups what the builder's text for the clause is made of; none for a clause that is new in Word
 * @param {(runs: import("./text.mjs").Run[]) => Piece[]} [piecesOf]
 * @returns {Promise<string>}
 */
export async function clauseText(blocks, groups, piecesOf = () => []) {
  const lines = wordLines(blocks);
  const kept = keptGroups(groups, lines);
  const loose = groups.filter((group) => !kept.some((item) => item.group === group)).flatMap((group) => group.lines);
  const texts = [];
  for (let at = 0; at < lines.length;) {
    const whole = kept.find(({ from }) => from === at);
    texts.push(...(whole ? [whole.group.source] : await looseText(lines[at], loose, piecesOf)));
    at += whole ? whole.group.lines.length : 1;
  }
  const item = (/** @type {string} */ text) => /^(- |1\. )/.exec(text)?.[1] ?? "";
  return texts
    .map((text, at) => (at ? (item(text) && item(text) === item(texts[at - 1]) ? "\n" : "\n\n") : "") + text)
    .join("");
}

/**
 * A clause's source, cut where a paragraph or an item ends, with the lines that each stretch becomes in the agreement.
 * @param {Draft} draft @param {any} data @param {string} id @returns {SourceGroup[]}
 */
export function sourceGroups(draft, data, id) {
  const entry = draft.klausuler.find((item) => item.id === id);
  const stretches = sourceBlocks(entry ? clauseSource(entry, data) : "", { typed: entry?.tekst !== null }).flatMap(
    (block) =>
      block.kind === "list" ? block.items.map((text) => `${block.ordered ? "1. " : "- "}${text}`) : [block.text],
  );
  return stretches.map((source) => {
    const klausuler = draft.klausuler.map((item) => (item.id === id ? { ...item, tekst: source } : item));
    const section = agreementDocument({ ...draft, klausuler }, data).sections.find((item) => item.id === id);
    return { source, lines: section ? writtenLines(section) : [] };
  });
}

/**
 * Which placeholder each run came from: a field, a reference, or all the parties in a row.
 * @param {any} data @param {string} id
 * @returns {(runs: import("./text.mjs").Run[]) => Piece[]}
 */
export function runPieces(data, id) {
  const clause = clauseType(data, id);
  const parties = Object.keys(clause?.felter ?? {}).find((key) => fieldOf(data, clause, key).art === "parter");
  return (runs) => {
    const first = runs.findIndex(({ key }) => PARTY_KEY.test(key));
    const last = runs.findLastIndex(({ key }) => PARTY_KEY.test(key));
    const piece = (/** @type {import("./text.mjs").Run} */ run) => ({
      text: run.text,
      source: run.ref ? `[§${run.ref}]` : FIELD_KEY.test(run.key) || run.key.startsWith("§") ? `[${run.key}]` : "",
    });
    if (first < 0 || !parties) return runs.map(piece);
    const all = {
      text: runs
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(""),
      source: `[${parties}]`,
    };
    return [...runs.slice(0, first).map(piece), all, ...runs.slice(last + 1).map(piece)];
  };
}

/** The stretches that stand in Word word for word, in their order. @param {SourceGroup[]} groups @param {WordLine[]} lines */
function keptGroups(groups, lines) {
  /** @type {{group: SourceGroup, from: number}[]} */
  const kept = [];
  let next = 0;
  for (const group of groups.filter((item) => item.lines.length)) {
    const from = lines.findIndex(
      (_, at) => at >= next && group.lines.every(({ text }, step) => lines[at + step]?.text === text),
    );
    if (from < 0) continue;
    kept.push({ group, from });
    next = from + group.lines.length;
  }
  return kept;
}

/** A line that was written anew. @param {WordLine} line @param {WrittenLine[]} written @param {(runs: any[]) => Piece[]} piecesOf @returns {Promise<string[]>} */
async function looseText({ block, text }, written, piecesOf) {
  if (block.kind === "table") return block.rows.map((row) => `- ${row.map(plainText).filter(Boolean).join(", ")}`);
  const words = joinedRuns(block.runs).flatMap((run) => splitWords(run.text, run.bold));
  const mark = { punkter: "- ", tal: "1. ", "": "" }[block.list];
  const pieces = written.filter(({ table }) => !table).map(({ runs }) => piecesOf(runs));
  const { diffArrays } = await import("../../vendor/diff.mjs");
  // The written line that shares the most words is the one that was changed.
  const found = pieces
    .map((line) => keptPieces(line, words, diffArrays))
    .sort((one, other) => other.shared - one.shared)[0];
  return text ? [mark + lineText(words, found?.kept ?? [])] : [];
}

/** Runs that a program cut in two are made whole. @param {{text: string, bold: boolean}[]} runs */
function joinedRuns(runs) {
  /** @type {{text: string, bold: boolean}[]} */
  const whole = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && (last.bold === run.bold || !run.text.trim())) last.text += run.text;
    else whole.push({ ...run });
  }
  return whole;
}

/** @param {string} text @param {boolean} bold @returns {Word[]} each with the space before it */
const splitWords = (text, bold) =>
  (
    text
      .normalize("NFC")
      .replace(/\u00ad/g, "")
      .replace(/[\s\u00a0]+/g, " ")
      .match(/\s?[\p{L}\p{M}\p{N}]+|\s?[^\p{L}\p{M}\p{N}\s]|\s/gu) ?? []
  ).map((part) => ({ text: part, bold }));

/**
 * The placeholders whose words all stand in Word, in a row.
 * @param {Piece[]} pieces @param {Word[]} words @param {(one: string[], other: string[]) => any[]} diffArrays
 * @returns {{shared: number, kept: {from: number, to: number, source: string}[]}}
 */
function keptPieces(pieces, words, diffArrays) {
  const before = pieces.flatMap((piece) =>
    splitWords(piece.text, false).map(({ text }) => ({ text: text.trim(), piece })),
  );
  /** @type {Map<Piece, number[]>} */
  const places = new Map();
  let [from, to, shared] = [0, 0, 0];
  for (const { added, removed, value } of diffArrays(
    before.map(({ text }) => text),
    words.map(({ text }) => text.trim()),
  )) {
    if (!added && !removed) {
      shared += value.length;
      for (let step = 0; step < value.length; step += 1) {
        const { piece } = before[from + step];
        places.set(piece, [...(places.get(piece) ?? []), to + step]);
      }
    }
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  const whole = [...places].filter(([piece, found]) => {
    const row = found.every((place, index) => index === 0 || place === found[index - 1] + 1);
    return piece.source && row && found.length === splitWords(piece.text, false).length;
  });
  return {
    shared,
    kept: whole.map(([piece, found]) => ({ from: found[0], to: found[found.length - 1], source: piece.source })),
  };
}

/** @param {Word[]} words @param {{from: number, to: number, source: string}[]} kept */
function lineText(words, kept) {
  let text = "";
  let bold = false;
  for (const [index, word] of words.entries()) {
    const place = kept.find(({ from, to }) => index >= from && index <= to);
    if (place && place.from !== index) continue;
    const space = /^\s*/.exec(word.text)?.[0] ?? "";
    const body = place ? place.source : word.text.slice(space.length);
    const turns = word.bold !== bold && body !== "";
    text += turns ? (word.bold ? `${space}**${body}` : `**${space}${body}`) : `${space}${body}`;
    if (turns) bold = word.bold;
  }
  return `${text}${bold ? "**" : ""}`.trim();
}
