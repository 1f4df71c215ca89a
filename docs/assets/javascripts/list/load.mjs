/** Fetches what a list points at: each case that is listed by itself, and the names of what they are marked with. */

import { loadCase, loadJson, loadNames } from "../cases/load.mjs";
import { CATALOGUE, splitRef } from "./state.mjs";

/** @typedef {import("../cases/load.mjs").Case} Case */
/** @typedef {import("../cases/load.mjs").Names} Names */
/** @typedef {{titel: string, udgiver: string, aar: string, oplag?: string, isbn?: string[], rettigheder?: string}} Publication */
/** @typedef {{id: string, tekst: string, klausuler: string[], side: string, adresse: string}} GeneralLesson */
/** @typedef {{udgivelser: Record<string, Publication>, katalog: {udgivelse: string, laering: GeneralLesson[]}}} ListFile */
/** @typedef {ListFile & {names: Names, cases: Map<string, Case>}} ListData */

/**
 * @param {string} root the way to the site's root
 * @param {string[]} refs
 * @returns {Promise<ListData>} with the cases that exist
 * @throws {Error} when the network or an answer fails
 */
export async function loadListData(root, refs) {
  const ids = [...new Set(refs.map((ref) => splitRef(ref).id))].filter((id) => id !== CATALOGUE);
  const [file, names, ...found] = await Promise.all([
    loadJson(`${root}data/liste.json`),
    loadNames(root),
    ...ids.map((id) => loadCase(root, id)),
  ]);
  const cases = found.filter((item) => item !== null).map((item) => /** @type {const} */ ([item.id, item]));
  return { ...file, names, cases: new Map(cases) };
}
