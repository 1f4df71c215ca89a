/** Which cases meet the wishes, how many each value would leave, and which cases come nearest. Pure functions on bits. */

import { noCases } from "./columns.mjs";

/** @typedef {import("./columns.mjs").Bits} Bits */
/** @typedef {import("./columns.mjs").Columns} Columns */
/** @typedef {import("./state.mjs").FinderState} FinderState */
/** @typedef {{bits: Bits, key?: string, word?: string}} Wish  a facet's wishes or a word, and the cases that meet it */

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
