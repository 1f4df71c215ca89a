/** What a word that is nowhere most likely means, from the list of all roots. Pure functions; fetched only when needed. */

import { fold } from "./danish.mjs";

/** @typedef {{root: string, count: number, form: string, letters?: number}} Known  letters are a note of our own, see lettersOf() */
/** @typedef {{found: Known[], told: boolean}} Meaning  told where the reader must be told what is shown instead */

const MOST_INSIDE = 12;
const MOST_SLIPS = 3;
const SHORTEST_INSIDE = 4;
const SHORTEST_BEGINNING = 5;
// A root is folded and its form is not; of those that fold to a letter, both are the same bit.
const [DANISH, FOLDED, FIRST_LETTER] = ["æåäøöé", "aaaooe", "a".charCodeAt(0)];

/**
 * The roots that a word can mean: those that hold it, else those it is a slip of, else the longest it begins with.
 * @param {string} word  folded, as it was typed
 * @param {string} root  its root
 * @param {Known[]} known
 * @returns {Meaning}
 */
export function likely(word, root, known) {
  const inside = known.filter((item) => root.length >= SHORTEST_INSIDE && item.root.includes(root));
  if (inside.length) return { found: best(inside, MOST_INSIDE), told: false };
  const near = slipsOf(word, root, known);
  if (near.length) return { found: best(near, MOST_SLIPS), told: true };
  const beginnings = known.filter((item) => item.root.length >= SHORTEST_BEGINNING && word.startsWith(item.root));
  const longest = Math.max(...beginnings.map((item) => item.root.length));
  return { found: beginnings.filter((item) => item.root.length === longest), told: true };
}

/** The commonest first; of equals the first by letter. @param {Known[]} items @param {number} most */
function best(items, most) {
  return [...items].sort((a, b) => b.count - a.count || (a.root < b.root ? -1 : 1)).slice(0, most);
}

/** The roots with the fewest slips that the word's length allows. @param {string} word @param {string} root @param {Known[]} known */
function slipsOf(word, root, known) {
  let fewest = allowedSlips(word);
  const ofRoot = allowedSlips(root);
  const letters = lettersOf(word);
  const rootLetters = lettersOf(root);
  /** @type {Known[]} */
  let found = [];
  for (const item of fewest ? known : []) {
    const there = (item.letters ??= lettersOf(item.root) | lettersOf(item.form));
    // Each slip brings at most one letter that the other word has not; most words are passed over by this alone.
    const far = count(letters & ~there) > fewest;
    const rootFar = count(rootLetters & ~there) > fewest;
    if ((far && rootFar) || !/^\p{L}/u.test(item.root)) continue;
    const limit = word[0] === item.root[0] ? fewest : Math.min(1, fewest); // two slips seldom spare the first letter
    const inRoot = Math.min(limit, ofRoot);
    const ways = far ? [] : [slipsInForm(word, item, limit), slipsInBeginning(word, item.root, limit)];
    const ofRoots = rootFar ? inRoot + 1 : slips(root, item.root, inRoot);
    const here = Math.min(ofRoots > inRoot ? limit + 1 : ofRoots, ...ways);
    if (here > limit) continue;
    if (here < fewest) found = [];
    fewest = here;
    found.push(item);
  }
  return found;
}

/** The letters of a word as bits, all that are not a to z as one. @param {string} word */
function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    const danish = DANISH.indexOf(word[at]);
    const place = (danish < 0 ? word.charCodeAt(at) : FOLDED.charCodeAt(danish)) - FIRST_LETTER;
    bits |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return bits;
}

/** @param {number} bits  at most 27 of them */
function count(bits) {
  let number = 0;
  for (let left = bits; left; left &= left - 1) number += 1;
  return number;
}

/** Slips against the form in which a root stands most often. @param {string} word @param {Known} item @param {number} limit */
function slipsInForm(word, { root, form }, limit) {
  return form === root || Math.abs(form.length - word.length) > limit + 1 ? limit + 1 : slips(word, fold(form), limit);
}

/** Slips in a word that a longer compound begins with. @param {string} word @param {string} root @param {number} limit */
function slipsInBeginning(word, root, limit) {
  if (root.length <= word.length + limit || word[0] !== root[0]) return limit + 1;
  return Math.min(...[-1, 0, 1].map((more) => slips(word, root.slice(0, word.length + more), limit)));
}

/**
 * How many slips a word of this length may have and still be meant.
 * @param {string} word
 * @returns {number}
 */
export function allowedSlips(word) {
  if (word.length >= 8) return 2;
  return word.length >= 4 ? 1 : 0;
}

/**
 * The number of slips (added, lost, changed, swapped letters) between two words, or limit + 1 where it is more.
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 * @returns {number}
 */
export function slips(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
