/** The orders that a reader can ask for instead of the best first; fetched when one is. */

import { rowsOf } from "./columns.mjs";

/** @typedef {import("./columns.mjs").Columns} Columns */

/**
 * Cases in the order that was asked for; "" leaves them as they are.
 * @param {number[]} rows @param {string} order @param {Columns} columns @param {Uint8Array} [strengths]  needed for "tal"
 * @returns {number[]}
 */
export function inOrder(rows, order, columns, strengths) {
  if (order === "nummer") return [...rows].sort((a, b) => a - b);
  if (order === "tal" && strengths) return [...rows].sort((a, b) => strengths[b] - strengths[a] || a - b);
  if (order !== "kommune") return rows;
  const place = new Uint16Array(columns.size).fill(-1); // a case without a municipality comes last
  let number = 0;
  for (const bits of columns.loaded.get("kommune")?.values() ?? []) { // in Danish order
    for (const row of rowsOf(bits, columns.size)) place[row] = Math.min(place[row], number);
    number += 1;
  }
  return [...rows].sort((a, b) => place[a] - place[b] || a - b);
}
