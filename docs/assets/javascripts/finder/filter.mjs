/** Which cases meet the wishes, how many each value would leave, and which cases come nearest. Pure functions. */

/** @typedef {Record<string, string[]>} FacetRow */
/** @typedef {import("./state.mjs").FinderState} FinderState */
/** @typedef {{id: string, facets: string[], words: number, score: number}} Near */

/**
 * The facets whose wishes a case does not meet: it has none of the chosen values, or one that must not be there.
 * @param {FacetRow} row @param {FinderState} state
 * @returns {string[]}
 */
export function unmetFacets(row, state) {
  const has = (/** @type {string} */ key, /** @type {string[]} */ values) => values.some((value) => row[key]?.includes(value));
  const lacking = [...state.chosen].filter(([key, values]) => !has(key, values));
  const banned = [...state.excluded].filter(([key, values]) => has(key, values));
  return [...new Set([...lacking, ...banned].map(([key]) => key))];
}

/**
 * For each value of each facet: how many cases it leaves together with the text and all other facets.
 * @param {Iterable<FacetRow>} rows  the cases that the text leaves
 * @param {FinderState} state
 * @param {Map<string, Set<string>>} facets
 * @returns {Map<string, Map<string, number>>}
 */
export function facetCounts(rows, state, facets) {
  const counts = new Map([...facets].map(([key, values]) => [key, new Map([...values].map((value) => [value, 0]))]));
  for (const row of rows) {
    const unmet = unmetFacets(row, state);
    for (const [key, count] of counts) {
      if (unmet.some((other) => other !== key)) continue;
      for (const value of row[key] ?? []) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The cases that meet most of the wishes, best first, each with the facets and the number of words it misses.
 * @param {Record<string, FacetRow>} rows  every case's facets
 * @param {Map<string, {met: number, score: number}>} found  what the text search said of a case
 * @param {number} asked  how many words were asked for
 * @param {FinderState} state
 * @param {number} most
 * @returns {Near[]}
 */
export function nearestCases(rows, found, asked, state, most) {
  const wishes = new Set([...state.chosen.keys(), ...state.excluded.keys()]).size;
  return Object.entries(rows)
    .map(([id, row]) => ({ id, facets: unmetFacets(row, state), words: asked - (found.get(id)?.met ?? 0), score: found.get(id)?.score ?? 0 }))
    .filter((near) => near.words < asked || near.facets.length < wishes)
    .sort((a, b) => a.words + a.facets.length - b.words - b.facets.length || b.score - a.score)
    .slice(0, most);
}
