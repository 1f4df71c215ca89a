/** Danish words made comparable: spelling folded (æ/ae, ø/oe, å/aa), endings cut. Pure functions. */

const ENDINGS = [
  "erernes", "erendes", "erne", "ernes", "ende", "ene", "enes", "erens", "eren", "erer", "eret", "else", "elser",
  "elsen", "isk", "iske", "ets", "ens", "ers", "ede", "er", "en", "et", "es", "te", "nt", "e", "s", "t",
].sort((a, b) => b.length - a.length);

const SHORTEST_STEM = 4;

/** Words that say nothing of what is sought. */
export const STOP_WORDS = new Set(
  ("af alle at blive da de den der deres det dig disse du eller en er et flere for fra få får gør han har have hos hvad " +
    "hvem hvor hvordan hun i ikke ind jeg jer jeres kan man mange med mellem mere mig mod når og om op os over på sammen sig " +
    "skal som så til ud under var ved vi vil vores være").split(" ").map(fold),
);

/**
 * A text in the spelling that all ways of writing Danish letters share.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/æ|ae|ä/g, "a")
    .replace(/ø|oe|ö/g, "o")
    .replace(/å|aa/g, "a")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/**
 * A folded word without its ending.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM) return word.slice(0, -ending.length);
  }
  return word;
}

/**
 * The words of a text with their places in it.
 * @param {string} text
 * @returns {{word: string, start: number, end: number}[]}
 */
export function words(text) {
  const found = [];
  for (const match of text.normalize("NFC").matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    found.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
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

/**
 * How many slips a word of this length may have and still be meant.
 * @param {string} word
 * @returns {number}
 */
export function allowedSlips(word) {
  if (word.length >= 8) return 2;
  return word.length >= 4 ? 1 : 0;
}
