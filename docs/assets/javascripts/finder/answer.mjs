/** What the finder answers to a state: which cases, in which order, and what stands in the way where there are none. */

import { facetWishes, meeting, noCases, put, rowsOf } from "./columns.mjs";

/** @typedef {import("./state.mjs").FinderState} FinderState */
/** @typedef {import("./columns.mjs").Columns} Columns */
/** @typedef {import("./columns.mjs").Wish} Wish */
/** @typedef {import("../search/engine.mjs").Result} Result */
/** @typedef {import("../search/engine.mjs").SearchEngine} SearchEngine */
/**
 * @typedef {object} Answer
 * @property {number[]} rows      the cases in order
 * @property {Wish[]} wishes      each wish with the cases that meet it
 * @property {Result | null} text
 * @property {SearchEngine | null} engine
 */

/**
 * The answer to a state, after fetching only what it needs; rejects where that cannot be had.
 * @param {FinderState} state @param {Columns} columns @param {string} base  address of the search's files
 * @returns {Promise<Answer>}
 */
export async function answer(state, columns, base) {
  const keys = new Set([...state.chosen.keys(), ...state.excluded.keys()]);
  if (state.order === "kommune") keys.add("kommune");
  const [engine, strengths, order] = await Promise.all([
    state.q ? loadEngine(base) : null,
    state.order === "tal" ? columns.strengths() : undefined,
    state.order ? import("./order.mjs") : null,
    columns.load(keys),
  ]);
  const text = engine && (await engine.search(state.q));
  const wishes = [...facetWishes(state, columns), ...(text ? textWishes(text, columns.size) : [])];
  const left = meeting(wishes, columns.size);
  const ranked = text?.hits.length ? text.hits.filter((row) => row < columns.size && (left[row >>> 5] >>> (row & 31)) & 1) : rowsOf(left, columns.size);
  return { rows: order?.inOrder(ranked, state.order, columns, strengths) ?? ranked, wishes, text, engine };
}

/** @type {Promise<SearchEngine> | null} */
let loading = null;

/**
 * The search engine, fetched once; rejects where it cannot be had, and may then be asked for again.
 * @param {string} base
 * @returns {Promise<SearchEngine>}
 */
export function loadEngine(base) {
  loading ??= import("../search/engine.mjs").then(({ openSearch }) => openSearch(base));
  loading.catch(() => (loading = null));
  return loading;
}

/** Each word or phrase as the cases that hold it; what must not be there is one wish more. @param {Result} text @param {number} size @returns {Wish[]} */
function textWishes(text, size) {
  const bitsOf = (/** @type {Float32Array} */ weights, /** @type {boolean} */ wanted) => {
    const bits = noCases(size);
    for (let row = 0; row < size; row += 1) if (weights[row] > 0 === wanted) put(bits, row);
    return bits;
  };
  return [
    ...text.wanted.map((term, at) => ({ word: term.text, bits: bitsOf(text.rows[at].weights, true) })),
    ...text.unwanted.map((term, at) => ({ word: `-${term.text}`, bits: bitsOf(text.others[at].weights, false) })),
  ];
}
