/** Which drafts can stand beside the real agreements: those saved on this device, and one that the address carries. */

import { draftInFragment } from "./address.mjs";
import { loadDraft } from "./draft.mjs";
import { listSaved } from "./storage.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{name: string, draft: Draft, tail: string}} Choice tail is what the builder's address needs to show it, or "" */

/**
 * Every draft that can be shown, the one in the address first.
 * @param {string} fragment
 * @param {BuilderData} data
 * @returns {Promise<{choices: Choice[], fault: string}>}
 */
export async function draftChoices(fragment, data) {
  const { shared, fault } = await draftInFragment(fragment, data);
  const linked = shared ? [{ name: "Kladden i linket", draft: shared.draft, tail: fragment }] : [];
  const saved = (listSaved() ?? []).flatMap(({ state, value, when }) => {
    const loaded = state === "ok" ? loadDraft(value, data) : null;
    return loaded ? [{ name: draftName(loaded.draft, when), draft: loaded.draft, tail: "" }] : [];
  });
  return { choices: [...linked, ...saved], fault };
}

/** @param {Draft} draft @param {Date | null | undefined} when */
function draftName({ navn }, when) {
  const day = when?.toLocaleDateString("da-DK", { day: "numeric", month: "long" });
  return `${navn.trim() || "Min kladde"}${day ? `, gemt ${day}` : ""}`;
}
