/** What the builder's address asks for: a beginning in the query, a shared draft in the fragment. */

import { loadDraft } from "./draft.mjs";
import { fromFragment } from "./fragment.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{clauses: string[], cases: string[], lessons: string[], starter: string, agreement: string, unknown: string[]}} Wishes */

const MOST_UNKNOWN = 5;
const LONGEST_UNKNOWN = 60;
const UNTOUCHED = "Din egen tekst og en gemt kladde er ikke rørt.";

/** @type {Record<string, string>} */
const FAULTS = {
  foreign: `Adressen slutter med noget, som byggeren ikke kan læse. ${UNTOUCHED}`,
  newer: `Linket er lavet med en nyere udgave af byggeren. Genindlæs siden, og prøv igen. ${UNTOUCHED}`,
  large: `Kladden i linket er for stor og er ikke åbnet. ${UNTOUCHED}`,
  broken: `Linket til kladden er beskadiget, måske fordi det er skåret over. Bed om et nyt. ${UNTOUCHED}`,
};

/**
 * What ?klausul=id&case=id&laering=case%23lesson&skabelon=id&aftale=id names, each once, and what it names in vain.
 * @param {string} search
 * @param {BuilderData} data
 * @returns {Wishes}
 */
export function wishesInQuery(search, data) {
  const query = new URLSearchParams(search);
  /** @type {string[]} */
  const unknown = [];
  const known = (/** @type {string} */ name, /** @type {Set<string>} */ ids) =>
    [...new Set(query.getAll(name))].filter((id) => ids.has(id) || (unknown.push(id) && false));
  const idsOf = (/** @type {{id: string}[]} */ items) => new Set(items.map(({ id }) => id));
  const lessons = new Set([
    ...data.cases.flatMap((item) => item.laering.map((lesson) => `${item.id}#${lesson.id}`)),
    ...data.laering.map((lesson) => `katalog#${lesson.id}`),
  ]);
  const wishes = {
    clauses: known("klausul", idsOf(data.klausuler)),
    cases: known("case", idsOf(data.cases)),
    lessons: known("laering", lessons),
    starter: known("skabelon", idsOf(data.skabeloner))[0] ?? "",
    agreement: known("aftale", idsOf(data.aftaler))[0] ?? "",
  };
  return { ...wishes, unknown: unknown.slice(0, MOST_UNKNOWN).map((id) => id.slice(0, LONGEST_UNKNOWN)) };
}

/**
 * The draft that a fragment holds, or what is wrong with it in Danish. An anchor on the page is neither.
 * @param {string} fragment
 * @param {BuilderData} data
 * @returns {Promise<{shared: {draft: Draft, left: number, faults: string[]} | null, fault: string}>}
 */
export async function draftInFragment(fragment, data) {
  const found = await fromFragment(fragment);
  if (found.state === "none" || (found.state === "foreign" && isAnchor(fragment))) return { shared: null, fault: "" };
  const shared = found.state === "ok" ? loadDraft(found.value, data) : null;
  return { shared, fault: shared ? "" : (FAULTS[found.state] ?? FAULTS.broken) };
}

/** @param {string} fragment */
function isAnchor(fragment) {
  const id = fragment.replace(/^#/, "");
  return document.getElementById(id) !== null;
}
