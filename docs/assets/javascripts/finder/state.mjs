/** What the reader asks for, and its form in the address. Pure functions. */

/**
 * @typedef {object} FinderState
 * @property {string} q
 * @property {Map<string, string[]>} chosen  facet key -> chosen values, in the facets' order
 */

/**
 * The state in an address; values that no facet has are told in unknown.
 * @param {string} search  the part of an address from "?"
 * @param {Map<string, Set<string>>} facets  facet key -> its values
 * @returns {FinderState & {unknown: [string, string][]}}
 */
export function readState(search, facets) {
  const parameters = new URLSearchParams(search);
  /** @type {Map<string, string[]>} */
  const chosen = new Map();
  /** @type {[string, string][]} */
  const unknown = [];
  for (const [key, values] of facets) {
    for (const value of new Set(parameters.getAll(key))) {
      if (values.has(value)) chosen.set(key, [...(chosen.get(key) ?? []), value]);
      else unknown.push([key, value]);
    }
  }
  return { q: (parameters.get("q") ?? "").trim().slice(0, 200), chosen, unknown };
}

/**
 * The address of a state, "" for the empty one.
 * @param {FinderState} state
 * @returns {string}
 */
export function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set("q", state.q);
  for (const [key, values] of state.chosen) for (const value of values) parameters.append(key, value);
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * Whether nothing is asked for.
 * @param {FinderState} state
 * @returns {boolean}
 */
export function isEmpty(state) {
  return !state.q && ![...state.chosen.values()].some((values) => values.length);
}
