/** Searches the short texts that a page itself holds, with the same words as the site's index. Pure functions. */

import { isPart, parseQuery, stem, words } from "./danish.mjs";
import { likely } from "./spelling.mjs";

/**
 * A search over texts: asked for a line of words, it answers with the numbers of the texts that meet every wish.
 * @param {string[]} texts
 * @returns {(query: string) => number[]}
 */
export function searchTexts(texts) {
  const read = texts.map((text) => words(text.normalize("NFC")).map(({ word }) => ({ word, root: stem(word) })));
  const counts = new Map();
  for (const { root } of read.flat()) counts.set(root, (counts.get(root) ?? 0) + 1);
  const known = [...counts].map(([root, count]) => ({ root, count, form: root }));

  /** @param {string} word @returns {string[]} */
  const roots = (word) => {
    const root = stem(word);
    const found = known.filter((item) => item.root === root || isPart(root, item.root) || (word.length > 2 && item.root.startsWith(word)));
    return (found.length ? found : likely(word, root, known).found).map((item) => item.root);
  };
  return (query) => {
    const wishes = parseQuery(query).map((term) => ({ not: term.not, words: term.words.map((word) => new Set(roots(word))) }));
    const meets = (/** @type {{root: string}[]} */ text, /** @type {Set<string>[]} */ sought) =>
      text.some((_, at) => sought.every((set, next) => set.has(text[at + next]?.root)));
    return read.flatMap((text, number) => (wishes.every((wish) => meets(text, wish.words) !== wish.not) ? [number] : []));
  };
}
