/** The facets' columns as sets of cases, one bit a case; each is fetched when its facet is first needed. */

import { fetchBinary } from "../search/files.mjs";

/** @typedef {import("../search/files.mjs").Reader} Reader */
/** @typedef {Uint32Array} Bits  bit n of word n / 32 is case n */
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
 * A facet's column; macros/search_columns.py writes it.
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
