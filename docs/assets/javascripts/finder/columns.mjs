/** The facets' columns as sets of cases, one bit a case, each fetched when its facet is first needed; and what the wishes leave of them. */

import { fetchBinary } from "../search/files.mjs";

/** @typedef {import("../search/files.mjs").Reader} Reader */
/** @typedef {Uint32Array} Bits  bit n of word n / 32 is case n */
/** @typedef {import("./state.mjs").FinderState} FinderState */
/** @typedef {{bits: Bits, key?: string, word?: string}} Wish  a facet's wishes or a word, and the cases that meet it */
/** @typedef {Map<string, Bits>} Column  value -> the cases that have it, in the facet's order */

const AS_SETS = 0;

/** @param {number} size  number of cases @returns {Bits} the empty set */
export function noCases(size) {
  return new Uint32Array(Math.ceil(size / 32));
}

/** @param {Bits} bits @param {number} row */
export function has(bits, row) {
  return (bits[row >>> 5] >>> (row & 31)) & 1;
}

/** @param {Bits} bits @param {number} row */
export function put(bits, row) {
  bits[row >>> 5] |= 1 << (row & 31);
}

/**
 * A facet's column; macros/finding/search_columns.py writes it.
 * @param {Reader} reader
 * @returns {Column}
 */
export function readColumn(reader) {
  const size = reader.number();
  const column = new Map(reader.text().split(" ").filter(Boolean).map((value) => [value, noCases(size)]));
  const bits = [...column.values()];
  const list = () => reader.rising(reader.number());
  if (reader.number() === AS_SETS) {
    const sets = Array.from({ length: reader.number() }, list);
    for (let row = 0; row < size; row += 1) for (const value of sets[reader.number()]) put(bits[value], row);
  } else {
    for (const set of bits) for (const row of list()) put(set, row);
  }
  return column;
}

export class Columns {
  /** @param {string} base  address of the search's files @param {number} size  number of cases */
  constructor(base, size) {
    this.base = base;
    this.size = size;
    /** @type {Map<string, Column>} */
    this.loaded = new Map();
  }

  /** Fetches the columns that are not here yet; rejects where one cannot be had. @param {Iterable<string>} keys */
  async load(keys) {
    await Promise.all([...keys].filter((key) => !this.loaded.has(key)).map(async (key) => {
      this.loaded.set(key, await fetchBinary(`${this.base}filtre/${key}.bin`, this.size, readColumn));
    }));
  }

  /** @param {string} key @param {string} value @returns {Bits} the cases that have a value; its column must be loaded */
  bits(key, value) {
    return this.loaded.get(key)?.get(value) ?? noCases(this.size);
  }

  /** How strong each case's figures are. @returns {Promise<Uint8Array>} */
  strengths() {
    return fetchBinary(`${this.base}filtre/styrke.bin`, this.size, (reader) => reader.bytes.subarray((reader.number(), reader.at)));
  }
}

/**
 * Each facet that something is wished of, with the cases that meet it: one of the chosen values, none of the excluded.
 * @param {FinderState} state @param {Columns} columns
 * @returns {Wish[]}
 */
export function facetWishes(state, columns) {
  return [...new Set([...state.chosen.keys(), ...state.excluded.keys()])].map((key) => {
    const bits = noCases(columns.size);
    const chosen = state.chosen.get(key);
    for (const value of chosen ?? []) columns.bits(key, value).forEach((word, at) => (bits[at] |= word));
    if (!chosen) bits.fill(-1);
    for (const value of state.excluded.get(key) ?? []) columns.bits(key, value).forEach((word, at) => (bits[at] &= ~word));
    return { bits, key };
  });
}

/**
 * The cases that meet all wishes but one.
 * @param {Wish[]} wishes @param {number} size @param {(wish: Wish) => boolean} [without]
 * @returns {Bits}
 */
export function meeting(wishes, size, without = () => false) {
  const bits = noCases(size).fill(-1);
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
  for (const wish of wishes) if (!without(wish)) for (let at = 0; at < bits.length; at += 1) bits[at] &= wish.bits[at];
  return bits;
}

/** How many cases two sets share. @param {Bits} one @param {Bits} [other] */
export function count(one, other = one) {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) {
    let word = one[at] & other[at];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

/**
 * For each value of some facets: how many cases it leaves together with the text and all other facets.
 * @param {Wish[]} wishes @param {Columns} columns @param {Iterable<string>} keys
 * @returns {Map<string, Map<string, number>>}
 */
export function facetCounts(wishes, columns, keys) {
  const all = meeting(wishes, columns.size);
  return new Map([...keys].map((key) => {
    const own = wishes.some((wish) => wish.key === key);
    const left = own ? meeting(wishes, columns.size, (wish) => wish.key === key) : all;
    return [key, new Map([...(columns.loaded.get(key) ?? [])].map(([value, bits]) => [value, count(left, bits)]))];
  }));
}

/**
 * The cases of a set, rising.
 * @param {Bits} bits @param {number} size
 * @returns {number[]}
 */
export function rowsOf(bits, size) {
  const rows = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let left = bits[at]; left; left &= left - 1) { // the lowest bit, then the next
      const row = at * 32 + 31 - Math.clz32(left & -left);
      if (row < size) rows.push(row);
    }
  }
  return rows;
}
