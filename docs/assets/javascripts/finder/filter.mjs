/** Which cases meet the chosen facet values, and how many each value would leave. Pure functions. */

/** @typedef {Record<string, string[]>} FacetRow */

/**
 * The facets of which a case meets none of the chosen values; several values of one facet mean "or".
 * @param {FacetRow} row @param {Map<string, string[]>} chosen
 * @returns {string[]}
 */
export function unmetFacets(row, chosen) {
  return [...chosen].filter(([key, values]) => values.length && !values.some((value) => row[key]?.includes(value))).map(([key]) => key);
}

/**
 * For each value of each facet: how many cases it leaves together with the text and all other facets.
 * @param {Map<string, FacetRow>} rows  the cases that the text leaves
 * @param {Map<string, string[]>} chosen
 * @param {Map<string, Set<string>>} facets
 * @returns {Map<string, Map<string, number>>}
 */
export function facetCounts(rows, chosen, facets) {
  const counts = new Map([...facets].map(([key, values]) => [key, new Map([...values].map((value) => [value, 0]))]));
  for (const row of rows.values()) {
    const unmet = unmetFacets(row, chosen);
    for (const [key, count] of counts) {
      if (unmet.some((other) => other !== key)) continue;
      for (const value of row[key] ?? []) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
