/** Fetches what the search looks in, once a page, and only when somebody asks. */

import { SearchEngine } from "./engine.mjs";

/** @typedef {{dokumenter: import("./engine.mjs").SearchDocument[], facetter: Record<string, Record<string, string[]>>, synonymer?: string[][]}} SearchData */

/** @type {Map<string, Promise<{data: SearchData, engine: SearchEngine}>>} */
const loaded = new Map();

/**
 * The search data and an engine over it; rejects where it cannot be had, and may then be asked again.
 * @param {string} address
 */
export function loadSearch(address) {
  const known = loaded.get(address);
  if (known) return known;
  const promise = fetch(address)
    .then((answer) => {
      if (!answer.ok) throw new Error(`search data: ${answer.status}`);
      return answer.json();
    })
    .then((/** @type {SearchData} */ data) => ({ data, engine: new SearchEngine(data.dokumenter, data) }));
  loaded.set(address, promise);
  promise.catch(() => loaded.delete(address));
  return promise;
}
