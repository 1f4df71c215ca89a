/** The piece of a document that shows why it was found, as text with marks. */

import { words } from "./danish.mjs";

const LENGTH = 130;

/**
 * Pieces of text around the matching words; the marked ones are the matches.
 * @param {string} text
 * @param {Set<string>} found  folded words that matched
 * @returns {{text: string, marked: boolean}[]}  empty where nothing matches
 */
export function snippet(text, found) {
  const normal = text.normalize("NFC");
  const matches = words(normal).filter((item) => found.has(item.word));
  if (!matches.length) return [];
  const best = densest(matches);
  const from = best.start <= 40 ? 0 : normal.indexOf(" ", best.start - 40) + 1;
  const rough = Math.min(normal.length, from + LENGTH);
  const to = rough === normal.length ? rough : Math.max(best.end, normal.lastIndexOf(" ", rough));
  const pieces = from > 0 ? [{ text: "… ", marked: false }] : [];
  let at = from;
  for (const match of matches) {
    if (match.start < at || match.end > to) continue;
    if (match.start > at) pieces.push({ text: normal.slice(at, match.start), marked: false });
    pieces.push({ text: normal.slice(match.start, match.end), marked: true });
    at = match.end;
  }
  pieces.push({ text: normal.slice(at, to) + (to < normal.length ? " …" : ""), marked: false });
  return pieces;
}

/** @param {{word: string, start: number, end: number}[]} matches */
function densest(matches) {
  let best = matches[0];
  let most = 0;
  for (const match of matches) {
    const near = new Set(matches.filter((other) => other.start >= match.start && other.end <= match.start + LENGTH - 40).map((item) => item.word));
    if (near.size > most) [best, most] = [match, near.size];
  }
  return best;
}

/**
 * Writes the pieces into an element as text and <mark>.
 * @param {HTMLElement} target
 * @param {{text: string, marked: boolean}[]} pieces
 */
export function writeSnippet(target, pieces) {
  target.replaceChildren(...pieces.map((piece) => {
    if (!piece.marked) return document.createTextNode(piece.text);
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    return mark;
  }));
}
