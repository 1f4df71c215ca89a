/**
 * Danish words made comparable: spelling folded (æ/ae, ø/oe, å/aa), endings cut, and what a person typed as wishes.
 * Pure functions. macros/finding/search_words.py is the other half of the first part; a test holds the two equal.
 */

const ENDINGS = [
  "elserne", "elsers", "elsens", "elser", "elsen", "elses", "endes", "ende", "else", "erer", "eret", "eren", "ens",
  "ets", "ers", "enes", "ene", "ede", "es", "er", "en", "et",
];
const SHORTEST_ROOT = 4;
const SHORTEST_OF_ALL = 3;
/** What may also be cut from a word of three letters, so that "faget" is "fag"; "er" may not, or "maler" would be "mål". */
const OF_SHORT = /^([b-df-hj-np-tv-xz][aeiouy][b-df-hj-np-tv-xz])(enes|ene|ens|ets|en|et)$/;
const NO_ENDING = ["vejen", "viden", "siden", "noget", "meget"];
const LONGEST_QUESTION = 200;
const MOST_TERMS = 12;

/** Words that say nothing of what is sought. */
export const STOP_WORDS = new Set(
  ("af alle andre at blive bliver brug bruge bruger da de den der deres det dig disse du eller en er " +
    "erfaring erfaringer et finde finder flere folk for fra følge få fået får gør gøre han har have hjælp " +
    "hjælpe hos hun hvad hvem hvilke hvilken hvilket hvor hvordan hvorfor i ikke ind ingen jeg jer jeres kan " +
    "lave laver man mange med mellem mere mig mod nogen noget nok ny nye nyt når og om op os over på sammen " +
    "sig skaffe skaffer skal som så til ud under undgå undgår var ved vi vil vores være").split(" ").map(fold),
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
    .replace(/æ|ae|ä|(ø|oe|ö)|å|aa/g, (_, o) => (o ? "o" : "a"))
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/**
 * The root of a folded word: "laerlingene" and "laerlinge" end at one.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  let root = single(word.replace(/(?<=^\p{L}{2}[bdfgkmnptv])s$/u, "")); // "jobs", but not "kurs" or "pris"
  for (let shorter = cut(root); shorter !== root; shorter = cut(root)) root = single(shorter);
  return root;
}

/** Whether letters at a word's end may be an ending that is not yet finished. @param {string} letters */
export function isEnding(letters) {
  return [...ENDINGS, "ernes", "erede"].some((ending) => ending.startsWith(letters));
}

/** @param {string} word */
function cut(word) {
  const room = (/** @type {string} */ ending, /** @type {number} */ lost, /** @type {number} */ least) =>
    word.endsWith(ending) && length - lost >= least;
  const length = [...word].length;
  if (room("rnes", 3, SHORTEST_ROOT)) return word.slice(0, -3);
  if (room("rne", 2, SHORTEST_ROOT)) return word.slice(0, -2);
  const ending = ENDINGS.find((item) => room(item, item.length, SHORTEST_ROOT));
  if (ending) return word.slice(0, -ending.length);
  const short = OF_SHORT.exec(word);
  if (short && !NO_ENDING.includes(word)) return short[1];
  if (room("gt", 1, SHORTEST_ROOT) || room("e", 1, SHORTEST_OF_ALL) || room("s", 1, SHORTEST_ROOT)) return word.slice(0, -1);
  return word;
}

/** The word with one consonant at its end: "jobb" (of "jobbet") is "job". @param {string} word */
function single(word) {
  return word.replace(/(?<=\p{L}{2})([bdfgklmnprst])\1$/u, "$1");
}

/**
 * Whether a root is a part of a compound's root; a short one only at either end: "elev" is not in "relevant".
 * @param {string} part @param {string} word
 */
export function isPart(part, word) {
  if (part.length >= word.length) return false;
  if (part.length >= 5) return word.includes(part);
  return (word.startsWith(part) || word.endsWith(part)) && (part.length === 4 || (part.length === 3 && word.length >= 6));
}

/**
 * The words of a text with their places in it.
 * @param {string} text  in NFC
 * @returns {{word: string, start: number, end: number}[]}
 */
export function words(text) {
  const found = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    found.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

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
  /** @type {Term[]} */
  const terms = [];
  const typed = text.slice(0, LONGEST_QUESTION).normalize("NFC");
  for (const match of typed.matchAll(/(?<![\p{L}\p{N}])(-?)(?:["»“”]([^"«“”]*)(?:["«“”]|$)|([^\s"»“”]+))/gu)) {
    const raw = match[2] ?? match[3];
    const found = words(raw);
    if (!found.length) continue;
    const not = match[1] === "-";
    if (match[2] !== undefined || not) terms.push({ words: found.map((item) => item.word), text: raw, not, open: false });
    else for (const word of found) terms.push({ words: [word.word], text: raw.slice(word.start, word.end), not, open: false });
  }
  const telling = terms.filter((term) => term.words.length > 1 || !STOP_WORDS.has(term.words[0]));
  const kept = (telling.some((term) => !term.not) ? telling : terms).slice(0, MOST_TERMS);
  const last = kept.at(-1);
  if (last && !last.not && last.words.length === 1 && /[\p{L}\p{N}]$/u.test(typed)) last.open = true;
  return kept;
}
