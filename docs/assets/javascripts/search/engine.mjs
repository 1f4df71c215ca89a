/** Finds documents by Danish words and says why each was found. Pure: no page, no network. */

import { allowedSlips, slips, stem, words } from "./danish.mjs";
import { parseQuery } from "./query.mjs";

/** @typedef {{art: string, url: string, titel: string, kort: string, laering: string, tekst: string}} SearchDocument */
/** @typedef {{document: number, score: number, met: number, words: Set<string>}} Hit */
/** @typedef {{synonymer?: string[][]}} Settings */
/** @typedef {{text: string, words: string[]}} Synonym */

const FIELDS = /** @type {const} */ ([["titel", 8], ["kort", 4], ["laering", 3], ["tekst", 1]]);
const EXACT = 1;
const SAME_STEM = 0.9;
const BEGINS = 0.7;
const INSIDE = 0.55;
const SYNONYM = 0.15;
const SLIP = 0.35;
const SHORTEST_PART = 4;

export class SearchEngine {
  /**
   * @param {SearchDocument[]} documents
   * @param {Settings} [settings]
   */
  constructor(documents, settings = {}) {
    this.documents = documents;
    /** @type {Map<string, Map<number, number>>} word -> document -> weight */
    this.postings = new Map();
    /** @type {string[][]} each document's words in order, for phrases */
    this.sequences = documents.map((document, number) => this.#index(document, number));
    this.vocabulary = [...this.postings.keys()].map((word) => ({ word, stem: stem(word) }));
    /** @type {Synonym[][]} */
    this.synonyms = (settings.synonymer ?? []).map((group) => group.map((text) => ({ text, words: words(text).map((item) => item.word) })));
    /** @type {Map<string, Map<string, number>>} */
    this.matches = new Map();
  }

  /** @param {SearchDocument} document @param {number} number */
  #index(document, number) {
    const sequence = [];
    for (const [field, weight] of FIELDS) {
      for (const { word } of words(document[field])) {
        const row = this.postings.get(word) ?? new Map();
        row.set(number, Math.max(row.get(number) ?? 0, weight) + (row.has(number) ? 0.1 : 0));
        this.postings.set(word, row);
        sequence.push(word);
      }
      sequence.push("");
    }
    return sequence;
  }

  /**
   * The words of the vocabulary that a typed word can mean, each with how well it fits.
   * @param {string} word @param {boolean} open
   * @returns {Map<string, number>}
   */
  meanings(word, open) {
    const key = `${open} ${word}`;
    const known = this.matches.get(key);
    if (known) return known;
    const root = stem(word);
    const found = new Map();
    for (const entry of this.vocabulary) {
      const fit = this.#fit(word, root, entry, open);
      if (fit) found.set(entry.word, fit);
    }
    if (!found.size) for (const entry of this.vocabulary) this.#addSlip(found, word, entry);
    if (!found.size) for (const entry of this.vocabulary) this.#addPart(found, word, entry);
    this.matches.set(key, found);
    return found;
  }

  /** @param {string} word @param {string} root @param {{word: string, stem: string}} entry @param {boolean} open */
  #fit(word, root, entry, open) {
    if (entry.word === word) return EXACT;
    if (entry.stem === root) return SAME_STEM;
    if (word.length >= (open ? 2 : 3) && entry.word.startsWith(word)) return BEGINS;
    if (this.#isPart(word, root, entry)) return INSIDE;
    if (word.length === 3 && entry.word.endsWith(word) && entry.word.length > 5) return INSIDE;
    return 0;
  }

  /** Whether the word is a part of a compound; a short root only at either end, so that "elev" is not in "relevant". @param {string} word @param {string} root @param {{word: string, stem: string}} entry */
  #isPart(word, root, entry) {
    if (root.length > SHORTEST_PART) return entry.word.includes(root);
    if (root.length < SHORTEST_PART) return false;
    return entry.stem.startsWith(root) || entry.stem.endsWith(root) || (word.length > SHORTEST_PART && entry.word.includes(word));
  }

  /** A long word that is nowhere may begin with one that is: robotteknologi, robot. @param {Map<string, number>} found @param {string} word @param {{word: string, stem: string}} entry */
  #addPart(found, word, entry) {
    if (entry.stem.length > SHORTEST_PART && word.startsWith(entry.stem)) found.set(entry.word, SLIP);
  }

  /** @param {Map<string, number>} found @param {string} word @param {{word: string}} entry */
  #addSlip(found, word, entry) {
    const limit = allowedSlips(word);
    if (!limit) return;
    let fewest = Math.min(slips(word, entry.word, limit), slips(stem(word), stem(entry.word), limit));
    const long = entry.word.length > word.length + limit;
    if (long) for (const more of [-1, 0, 1]) fewest = Math.min(fewest, slips(word, entry.word.slice(0, word.length + more), limit));
    if (fewest <= limit) found.set(entry.word, SLIP / Math.max(1, fewest));
  }

  /**
   * Other words for a typed word, from the list of synonyms.
   * @param {string} word
   * @returns {Synonym[]}
   */
  alternatives(word) {
    const root = stem(word);
    const same = (/** @type {Synonym} */ other) => other.words.length === 1 && stem(other.words[0]) === root;
    return this.synonyms.filter((group) => group.some(same)).flatMap((group) => group.filter((other) => !same(other)));
  }

  /**
   * Documents per wish: document -> weight, and the words that matched.
   * @param {import("./query.mjs").Term} term
   */
  #row(term) {
    /** @type {Map<number, number>} */
    const row = new Map();
    /** @type {Map<number, Set<string>>} */
    const seen = new Map();
    const add = (/** @type {string[]} */ sought, /** @type {number} */ worth, /** @type {boolean} */ open) => {
      for (const [document, weight, found] of this.#documents(sought, open)) {
        row.set(document, Math.max(row.get(document) ?? 0, weight * worth));
        const marked = seen.get(document) ?? new Set();
        for (const word of found) marked.add(word);
        seen.set(document, marked);
      }
    };
    add(term.words, 1, term.open);
    if (!term.not && term.words.length === 1) for (const other of this.alternatives(term.words[0])) add(other.words, SYNONYM, false);
    return { row, seen };
  }

  /** @param {string[]} sought @param {boolean} open @returns {[number, number, string[]][]} */
  #documents(sought, open) {
    if (sought.length > 1) return this.#phrase(sought);
    const rows = [];
    for (const [word, fit] of this.meanings(sought[0], open)) {
      const postings = this.postings.get(word) ?? new Map();
      const rare = Math.log(1 + this.documents.length / postings.size);
      for (const [document, weight] of postings) rows.push([document, weight * fit * rare, [word]]);
    }
    return /** @type {[number, number, string[]][]} */ (rows);
  }

  /** @param {string[]} sought @returns {[number, number, string[]][]} */
  #phrase(sought) {
    const rows = [];
    this.sequences.forEach((sequence, document) => {
      const at = sequence.findIndex((_, start) =>
        sought.every((word, k) => stem(sequence[start + k] ?? "") === stem(word) || (sequence[start + k] ?? "").startsWith(word)));
      if (at >= 0) rows.push([document, 6 * sought.length, sequence.slice(at, at + sought.length)]);
    });
    return /** @type {[number, number, string[]][]} */ (rows);
  }

  /**
   * Every document that meets all wishes, best first; and how many wishes each of the others meets.
   * @param {string} text
   * @returns {{terms: import("./query.mjs").Term[], hits: Hit[], partial: Hit[], also: string[]}}
   */
  search(text) {
    const terms = parseQuery(text);
    const wanted = terms.filter((term) => !term.not);
    const rows = wanted.map((term) => this.#row(term));
    const banned = new Set(terms.filter((term) => term.not).flatMap((term) => [...this.#row(term).row.keys()]));
    /** @type {Hit[]} */
    const found = [];
    this.documents.forEach((_, document) => {
      if (banned.has(document)) return;
      const hit = { document, score: 0, met: 0, words: new Set() };
      for (const { row, seen } of rows) {
        if (!row.has(document)) continue;
        hit.score += row.get(document) ?? 0;
        hit.met += 1;
        for (const word of seen.get(document) ?? []) hit.words.add(word);
      }
      if (hit.met || !rows.length) found.push(hit);
    });
    found.sort((a, b) => b.met - a.met || b.score - a.score || a.document - b.document);
    const hits = found.filter((hit) => hit.met === rows.length);
    const also = [...new Set(wanted.filter((term) => term.words.length === 1)
      .flatMap((term) => this.alternatives(term.words[0]).map((other) => other.text)))];
    return { terms, hits, partial: found.filter((hit) => hit.met < rows.length), also };
  }
}
