/** What the reader asks for, and its form in the address. Pure functions. */

/**
 * @typedef {object} FinderState
 * @property {string} q
 * @property {Map<string, string[]>} chosen    facet key -> values that are wished for, in the facets' order
 * @property {Map<string, string[]>} excluded  facet key -> values that must not be there; "-value" in the address
 * @property {string} order                    "" for the best first, else a name from ORDERS
 * @property {string} view                     "" for cards, else a name from VIEWS
 */

/** The orders a reader can choose; the address names them. */
export const ORDERS = ["nummer", "kommune", "tal"];

/** The ways to show the cases beside cards; each has its module in finder/views.mjs, and the address names it. */
export const VIEWS = ["tabel", "danmark", "tema"];

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
  /** @type {Map<string, string[]>} */
  const excluded = new Map();
  /** @type {[string, string][]} */
  const unknown = [];
  for (const [key, values] of facets) {
    for (const written of new Set(parameters.getAll(key))) {
      const value = written.replace(/^-/, "");
      const wishes = written === value ? chosen : excluded;
      if (values.has(value)) wishes.set(key, [...(wishes.get(key) ?? []), value]);
      else unknown.push([key, value]);
    }
  }
  const order = parameters.get("orden") ?? "";
  const view = parameters.get("visning") ?? "";
  return {
    q: (parameters.get("q") ?? "").trim().slice(0, 200),
    chosen,
    excluded,
    order: ORDERS.includes(order) ? order : "",
    view: VIEWS.includes(view) ? view : "",
    unknown,
  };
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
  for (const [key, values] of state.excluded) for (const value of values) parameters.append(key, `-${value}`);
  if (state.order) parameters.set("orden", state.order);
  if (state.view) parameters.set("visning", state.view);
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * Whether nothing is asked for.
 * @param {FinderState} state
 * @returns {boolean}
 */
export function isEmpty(state) {
  return !state.q && !state.chosen.size && !state.excluded.size && !state.order && !state.view;
}
