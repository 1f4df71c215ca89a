/** What a person typed, as wishes: words, "phrases" and -exclusions. Pure functions. */

import { STOP_WORDS, words } from "./danish.mjs";

const LONGEST = 200;
const MOST_TERMS = 12;

/**
 * @typedef {object} Term
 * @property {string[]} words  folded words; more than one is a phrase
 * @property {string} text     as it was typed
 * @property {boolean} not     true where it must not be there
 * @property {boolean} open    true for the last word, which may be unfinished
 */

/**
 * The wishes in a line of text; words that say nothing are left out where others are there.
 * @param {string} text
 * @returns {Term[]}
 */
export function parseQuery(text) {
  const terms = [];
  const typed = text.slice(0, LONGEST).normalize("NFC");
  for (const match of typed.matchAll(/(?<![\p{L}\p{N}])(-?)(?:["»“”]([^"«“”]*)(?:["«“”]|$)|([^\s"»“”]+))/gu)) {
    const raw = match[2] ?? match[3];
    const found = words(raw).map((item) => item.word);
    if (!found.length) continue;
    const not = match[1] === "-";
    if (match[2] !== undefined || not) terms.push({ words: found, text: raw, not, open: false });
    else for (const word of words(raw)) terms.push({ words: [word.word], text: raw.slice(word.start, word.end), not, open: false });
  }
  const telling = terms.filter((term) => term.words.length > 1 || !STOP_WORDS.has(term.words[0]));
  const kept = (telling.some((term) => !term.not) ? telling : terms).slice(0, MOST_TERMS);
  const last = kept.at(-1);
  if (last && !last.not && last.words.length === 1 && /[\p{L}\p{N}]$/u.test(typed)) last.open = true;
  return kept;
}
