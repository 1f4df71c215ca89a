/** Why a document was found: the piece of its text that shows it, with marks, or the synonym that led to it. */

import { isPart, stem, words } from "./danish.mjs";

/** @typedef {{text: string, marked: boolean}} Piece */
/** @typedef {import("./engine.mjs").Mark} Mark */
/** @typedef {{field: string, pieces: Piece[], via: string[]}} Reason  via are the synonyms that led here */

const LENGTH = 130;
const LEAD = 40;

/**
 * @param {string} root  of a word in the text
 * @param {string[]} roots  that were sought
 */
function means(root, roots) {
  return roots.some((sought) => sought === root || isPart(sought, root));
}

/**
 * Why a document answers the wishes; null where its texts do not show it.
 * @param {[string, string][]} fields  each text with its name
 * @param {Mark[]} marks
 * @returns {Reason | null}
 */
export function reason(fields, marks) {
  const read = fields.map(([field, text]) => {
    const normal = text.normalize("NFC");
    return { field, text: normal, found: words(normal).map((word) => ({ ...word, root: stem(word.word) })) };
  });
  const has = (/** @type {string[]} */ roots) => roots.every((root) => read.some(({ found }) => found.some((word) => means(word.root, [root]))));
  const via = marks
    .filter((mark) => !mark.phrase && !mark.roots.some((root) => has([root])))
    .flatMap((mark) => mark.synonyms.filter((other) => has(other.roots)).slice(0, 1));
  const sought = [...marks.flatMap((mark) => mark.roots), ...via.flatMap((other) => other.roots)];
  let best = null;
  for (const { field, text, found } of read) {
    const matches = found.filter((word) => means(word.root, sought));
    const different = new Set(matches.map((word) => sought.find((root) => means(word.root, [root])))).size;
    if (different && (!best || different > best.different)) best = { field, text, matches, different };
  }
  return best && { field: best.field, pieces: snippet(best.text, best.matches), via: via.map((other) => other.text) };
}

/**
 * Pieces of text around the matching words; the marked ones are the matches.
 * @param {string} text @param {{start: number, end: number, root: string}[]} matches
 * @returns {Piece[]}
 */
function snippet(text, matches) {
  const best = densest(matches);
  const from = best.start <= LEAD ? 0 : text.indexOf(" ", best.start - LEAD) + 1;
  const rough = Math.min(text.length, from + LENGTH);
  const to = rough === text.length ? rough : Math.max(best.end, text.lastIndexOf(" ", rough));
  const pieces = from > 0 ? [{ text: "… ", marked: false }] : [];
  let at = from;
  for (const match of matches) {
    if (match.start < at || match.end > to) continue;
    if (match.start > at) pieces.push({ text: text.slice(at, match.start), marked: false });
    pieces.push({ text: text.slice(match.start, match.end), marked: true });
    at = match.end;
  }
  pieces.push({ text: text.slice(at, to) + (to < text.length ? " …" : ""), marked: false });
  return pieces;
}

/** @param {{start: number, end: number, root: string}[]} matches */
function densest(matches) {
  let best = matches[0];
  let most = 0;
  for (const match of matches) {
    const near = new Set(matches.filter((other) => other.start >= match.start && other.end <= match.start + LENGTH - LEAD).map((item) => item.root));
    if (near.size > most) [best, most] = [match, near.size];
  }
  return best;
}

/**
 * Writes a reason into an element as text and <mark>, behind the field's name or the synonym.
 * @param {HTMLElement} target
 * @param {Reason} why
 */
export function writeReason(target, { field, pieces, via }) {
  const lead = via.length ? `Via synonym: ${via.join(", ")}. ` : "";
  target.replaceChildren(lead, field ? `${field}: ` : "", ...pieces.map((piece) => {
    if (!piece.marked) return document.createTextNode(piece.text);
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    return mark;
  }));
}
