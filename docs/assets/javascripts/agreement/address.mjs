/** What the builder's address asks for: clauses in the query, a shared draft in the fragment. */

import { loadDraft } from "./draft.mjs";
import { fromFragment } from "./fragment.mjs";

/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").Draft} Draft */

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
 * The clauses that ?klausul=id&klausul=id names, and what it names in vain.
 * @param {string} search
 * @param {Clause[]} clauses
 * @returns {{known: Clause[], unknown: string[]}}
 */
export function clausesInQuery(search, clauses) {
  const ids = [...new Set(new URLSearchParams(search).getAll("klausul"))];
  const unknown = ids.filter((id) => !clauses.some((clause) => clause.id === id));
  return {
    known: clauses.filter((clause) => ids.includes(clause.id)),
    unknown: unknown.slice(0, MOST_UNKNOWN).map((id) => id.slice(0, LONGEST_UNKNOWN)),
  };
}

/**
 * The draft that a fragment holds, or what is wrong with it in Danish. An anchor on the page is neither.
 * @param {string} fragment
 * @param {Clause[]} clauses
 * @returns {Promise<{shared: {draft: Draft, left: number} | null, fault: string}>}
 */
export async function draftInFragment(fragment, clauses) {
  const found = await fromFragment(fragment);
  if (found.state === "none" || (found.state === "foreign" && isAnchor(fragment))) return { shared: null, fault: "" };
  const shared = found.state === "ok" ? loadDraft(found.value, clauses) : null;
  return { shared, fault: shared ? "" : (FAULTS[found.state] ?? FAULTS.broken) };
}

/** @param {string} fragment */
function isAnchor(fragment) {
  const id = fragment.replace(/^#/, "");
  return document.getElementById(id) !== null;
}
