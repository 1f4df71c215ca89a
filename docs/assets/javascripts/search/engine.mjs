/** Finds documents by Danish words in an index of small files, of which only those that a word needs are fetched. */

import { STOP_WORDS, isEnding, parseQuery, stem, words } from "./danish.mjs";
import { Reader, fetchBinary, fetchJson } from "./files.mjs";

/** @typedef {import("./danish.mjs").Term} Term */
/** @typedef {Map<string, {at: number, bytes: Uint8Array}>} Shard  root -> where its bytes begin */
/** @typedef {[number, Uint32Array][]} Postings  class and its documents */
/** @typedef {{text: string, roots: string[]}} Synonym */
/** @typedef {{roots: string[], phrase: boolean, synonyms: Synonym[]}} Mark  what a wish may look like in a text */
/** @typedef {{typed: string, used: string[]}} Spelling */
/** @typedef {{weights: Float32Array, mark: Mark, spelling?: Spelling}} Row  one wish: a weight for each document, 0 where it is not met */
/**
 * @typedef {object} Result
 * @property {number[]} hits        documents that meet every wish, best first
 * @property {Float32Array} scores  by document
 * @property {Term[]} wanted        the wishes
 * @property {Row[]} rows           the wishes' rows
 * @property {Term[]} unwanted      what must not be there
 * @property {Row[]} others         its rows
 * @property {string[]} also        synonyms that were searched for too
 * @property {Spelling[]} spellings words that are nowhere, with what was used in their place
 */

/** By class, see macros/finding/search_index.py: title, summary, lessons, text, labels, often in the text; the same as parts; synonyms. */
const FIELD_WEIGHTS = [8, 4, 3, 1, 0.5, 1.8];
const AS_PART = 0.55;
const WEIGHTS = [...FIELD_WEIGHTS, ...FIELD_WEIGHTS.map((weight) => weight * AS_PART), 0.8, 0.4];
const PART = 6;
const SYNONYM = 12;
const BEGINS = 0.7;
const SLIP = 0.35;
const PHRASE = 6;
const MOST_SHARDS = 3;
const MOST_BEGINNINGS = 60;
const LONGEST_ENDING = 4;

/**
 * The search over the files below an address that ends with "/".
 * @param {string} base
 * @returns {Promise<SearchEngine>}
 */
export function openSearch(base) {
  return fetchJson(`${base}start.json`, (start) => new SearchEngine(base, start));
}

/** The last part of an address from a title, as macros/ground/danish.py makes it. @param {string} title */
function slug(title) {
  const plain = title.normalize("NFC").toLowerCase().replace(/[æä]/g, "ae").replace(/[øö]/g, "oe").replace(/å/g, "aa").replace(/ü/g, "u");
  return plain.normalize("NFD").replace(/[^\x00-\x7f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The places of one row that another row holds some words later; both rise. @param {Uint32Array} places @param {Uint32Array} row @param {number} later */
function bothHold(places, row, later) {
  let at = 0;
  return places.filter((place) => {
    while (at < row.length && row[at] < place + later) at += 1;
    return row[at] === place + later;
  });
}

export class SearchEngine {
  /** @param {string} base @param {any} start  start.json */
  constructor(base, start) {
    this.base = base;
    this.start = start;
    this.size = start.titler.length;
    /** @type {Synonym[][]} */
    this.groups = start.synonymer.map((/** @type {string[]} */ group) => group.map((text) => ({ text, roots: words(text).map((item) => stem(item.word)) })));
    /** @type {Map<string, Postings>} */
    this.decoded = new Map();
  }

  /** What a reader sees of a document. @param {number} document @returns {{art: string, titel: string, url: string}} */
  document(document) {
    let first = 0;
    const [art, folder] = this.start.arter.find((/** @type {[string, string, number]} */ kind) => document < (first += kind[2]));
    const titel = this.start.titler[document];
    const end = this.start.adresser[document] || slug(titel);
    return { art, titel, url: folder + end + (folder.includes("#") ? "" : "/") };
  }

  /** The number of the shard in which a root would stand. @param {string[]} firsts @param {string} root */
  #place(firsts, root) {
    let low = 0;
    for (let high = firsts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= root) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @param {"ord" | "steder"} kind @param {number} number @returns {Promise<Shard>} */
  #shard(kind, number) {
    return fetchBinary(`${this.base}${kind}/${number}.bin`, this.start.stempel, (reader) => {
      const found = new Map();
      let root = "";
      for (let left = reader.number(); left; left -= 1) {
        root = root.slice(0, reader.number()) + reader.text();
        const length = reader.number();
        found.set(root, { at: reader.at, bytes: reader.bytes });
        reader.at += length;
      }
      return found;
    });
  }

  /** @param {"ord" | "steder"} kind @param {string[]} firsts  of its shards @param {string} root @returns {Promise<Reader | null>} where a root's bytes begin */
  async #entry(kind, firsts, root) {
    if (!firsts.length) return null;
    const entry = (await this.#shard(kind, this.#place(firsts, root))).get(root);
    return entry ? new Reader(entry.bytes, entry.at) : null;
  }

  /** @param {string} root @returns {Promise<Postings | null>} */
  async #postings(root) {
    const known = this.decoded.get(root);
    if (known) return known;
    const reader = await this.#entry("ord", this.start.ord, root);
    if (!reader) return null;
    /** @type {Postings} */
    const found = [];
    for (let mask = reader.number(), kind = 0; mask; mask >>= 1, kind += 1) if (mask & 1) found.push([kind, reader.rising(reader.number())]);
    this.decoded.set(root, found);
    return found;
  }

  /** Roots that begin with what was typed, the shortest first. @param {string} word */
  async #beginnings(word) {
    const firsts = this.start.ord;
    const found = [];
    for (let at = this.#place(firsts, word), left = MOST_SHARDS; left && at < firsts.length && (firsts[at] <= word || firsts[at].startsWith(word)); at += 1, left -= 1) {
      for (const root of (await this.#shard("ord", at)).keys()) if (root.startsWith(word)) found.push(root);
    }
    return found.sort((a, b) => a.length - b.length).slice(0, MOST_BEGINNINGS);
  }

  /**
   * The roots that a typed word can mean, and how well they fit.
   * @param {string} word @param {Term} term
   * @returns {Promise<{roots: string[], fit: number, spelling?: string[]}>}
   */
  async #meanings(word, { open, not }) {
    const root = stem(word);
    const known = await this.#postings(root);
    const finished = known && !(open && STOP_WORDS.has(word));
    if (finished) return { roots: [root], fit: 1 };
    const begun = word.length >= (open ? 2 : 3) ? await this.#beginnings(word) : [];
    if (begun.length || known) return { roots: known ? [root, ...begun] : begun, fit: BEGINS };
    for (let lost = 1; open && lost <= LONGEST_ENDING && word.length - lost >= LONGEST_ENDING; lost += 1) {
      const shorter = word.slice(0, -lost);
      if (isEnding(word.slice(-lost)) && await this.#postings(shorter)) return { roots: [shorter], fit: BEGINS };
    }
    return not ? { roots: [], fit: 0 } : this.#likely(word, root); // what must not be there is never guessed
  }

  /** @param {string} word @param {string} root */
  async #likely(word, root) {
    const [{ likely }, list] = await Promise.all([import("./spelling.mjs"), this.#allRoots()]);
    const { found, told } = likely(word, root, list);
    return { roots: found.map((item) => item.root), fit: SLIP, spelling: told ? found.map((item) => item.form) : undefined };
  }

  /** @returns {Promise<import("./spelling.mjs").Known[]>} */
  #allRoots() {
    return fetchBinary(`${this.base}alle-ord.bin`, this.start.stempel, (reader) => {
      let root = "";
      return Array.from({ length: reader.number() }, () => {
        root = root.slice(0, reader.number()) + reader.text();
        return { root, count: reader.number(), form: reader.text() || root };
      });
    });
  }

  /** @param {Term} term @returns {Promise<Row>} */
  async #row(term) {
    const weights = new Float32Array(this.size);
    if (term.words.length > 1) {
      const roots = term.words.map(stem);
      await this.#addPhrase(roots, weights);
      return { weights, mark: { roots, phrase: true, synonyms: [] } };
    }
    const [word] = term.words;
    const { roots, fit, spelling } = await this.#meanings(word, term);
    const synonyms = term.not ? [] : this.#synonyms(stem(word));
    const known = await Promise.all(roots.map((root) => this.#postings(root)));
    known.forEach((postings, at) => this.#add(postings ?? [], { fit, term, whole: roots[at].length < 4 && word.length > 4 }, weights));
    const row = { weights, mark: { roots, phrase: false, synonyms } };
    return spelling ? { ...row, spelling: { typed: term.text, used: spelling } } : row;
  }

  /** @param {Postings} postings @param {{fit: number, term: Term, whole: boolean}} how @param {Float32Array} weights */
  #add(postings, { fit, term, whole }, weights) {
    const meant = postings.filter(([kind]) => (term.not ? kind < SYNONYM : true) && !(whole && kind >= PART && kind < SYNONYM));
    const rare = Math.log(1 + this.size / meant.reduce((sum, [, documents]) => sum + documents.length, 0));
    for (const [kind, documents] of meant) {
      const worth = WEIGHTS[kind] * fit * rare;
      for (const document of documents) if (weights[document] < worth) weights[document] = worth;
    }
  }

  /** What phrases need beside the words' places; rejects where it belongs to another index. @returns {Promise<{foerste: string[], pladser: number[]}>} */
  #places() {
    return fetchJson(`${this.base}steder.json`, (found) => {
      if (found.stempel !== this.start.stempel) throw new Error("search file: of another index");
      return found;
    });
  }

  /** @param {string[]} roots @param {Float32Array} weights */
  async #addPhrase(roots, weights) {
    const { foerste, pladser } = await this.#places();
    const readers = await Promise.all(roots.map((root) => this.#entry("steder", foerste, root)));
    const [starts, ...rest] = readers.map((reader) => (reader ? reader.rising(reader.number()) : new Uint32Array()));
    const found = rest.reduce((places, row, at) => bothHold(places, row, at + 1), starts);
    for (let at = 0, document = 0, end = pladser[0]; at < found.length; at += 1) {
      while (found[at] >= end) end += pladser[(document += 1)];
      weights[document] = PHRASE * roots.length;
    }
  }

  /** Other words for a root, from the list of synonyms. @param {string} root */
  #synonyms(root) {
    const same = (/** @type {Synonym} */ other) => other.roots.length === 1 && other.roots[0] === root;
    return this.groups.filter((group) => group.some(same)).flatMap((group) => group.filter((other) => !same(other)));
  }

  /**
   * Every document that meets all wishes, best first; rejects where a file cannot be had.
   * @param {string} text
   * @returns {Promise<Result>}
   */
  async search(text) {
    const terms = parseQuery(text);
    const wanted = terms.filter((term) => !term.not);
    const unwanted = terms.filter((term) => term.not);
    const [rows, others] = await Promise.all([wanted, unwanted].map((some) => Promise.all(some.map((term) => this.#row(term)))));
    const banned = new Uint8Array(this.size);
    for (const { weights } of others) {
      for (let document = 0; document < this.size; document += 1) if (weights[document]) banned[document] = 1;
    }
    const scores = new Float32Array(this.size);
    const met = new Uint8Array(this.size);
    for (const { weights } of rows) {
      for (let document = 0; document < this.size; document += 1) {
        if (!weights[document]) continue;
        scores[document] += weights[document];
        met[document] += 1;
      }
    }
    const hits = [];
    for (let document = 0; document < this.size; document += 1) if (met[document] === rows.length && !banned[document]) hits.push(document);
    hits.sort((a, b) => scores[b] - scores[a] || a - b);
    const also = [...new Set(rows.flatMap((row) => row.mark.synonyms.map((other) => other.text)))];
    return { hits, scores, wanted, rows, unwanted, others, also, spellings: rows.flatMap((row) => row.spelling ?? []) };
  }
}
