/** The clauses of a draft: chosen, edited, moved, left out, and the user's own. All functions are pure. */

import { LIMITS, cleanLine, cleanText, mark } from "./clean.mjs";
import { moved } from "./draft-rows.mjs";
import { unwrapped } from "./model-text.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft.mjs").DraftClause} DraftClause */
/** @typedef {import("./draft.mjs").Variant} Variant */

const OWN = /^egen-\d{1,3}$/;

/** @param {string} id @returns {boolean} whether a clause is the user's own */
export const isOwn = (id) => OWN.test(id);

/** @param {BuilderData} data @param {string} id @returns {Clause | undefined} */
export const clauseType = (data, id) => data.klausuler.find((clause) => clause.id === id);

/** @param {Clause | undefined} clause @param {string} variant @returns {Variant | undefined} the variant, or the clause's first */
export const variantOf = (clause, variant) =>
  clause?.varianter.find((item) => item.id === variant) ?? clause?.varianter[0];

/** @param {Clause} clause @param {string} variant @param {string[]} [fra] @returns {DraftClause} with the model text */
export function draftClause(clause, variant, fra = []) {
  const chosen = variantOf(clause, variant);
  return {
    id: clause.id,
    variant: chosen?.id ?? "",
    titel: "",
    tekst: null,
    model: mark(chosen?.tekst ?? ""),
    fra: fra.slice(0, LIMITS.origins),
  };
}

/** @param {Draft} draft @param {string} id @returns {DraftClause | undefined} */
export const chosenClause = (draft, id) => draft.klausuler.find((entry) => entry.id === id);

/**
 * With a clause more, at the place its number gives it among the others.
 * @param {Draft} draft @param {BuilderData} data @param {string} id @param {{variant?: string, fra?: string[]}} [choice]
 * @returns {Draft}
 */
export function addClause(draft, data, id, { variant = "", fra = [] } = {}) {
  const clause = clauseType(data, id);
  if (!clause || chosenClause(draft, id) || draft.klausuler.length >= LIMITS.clauses) return draft;
  const later = draft.klausuler.findIndex((entry) => (clauseType(data, entry.id)?.nummer ?? 0) > clause.nummer);
  const at = later < 0 ? draft.klausuler.length : later;
  return { ...draft, klausuler: draft.klausuler.toSpliced(at, 0, draftClause(clause, variant, fra)) };
}

/** @param {Draft} draft @param {string} id @returns {Draft} */
export const dropClause = (draft, id) => ({ ...draft, klausuler: draft.klausuler.filter((entry) => entry.id !== id) });

/** @param {Draft} draft @param {string} id @param {(entry: DraftClause) => DraftClause} change @returns {Draft} */
const changeClause = (draft, id, change) => ({
  ...draft,
  klausuler: draft.klausuler.map((entry) => (entry.id === id ? change(entry) : entry)),
});

/**
 * Another model text in place of the clause's text, an edited one too; a clause that was not there comes in.
 * @param {Draft} draft @param {BuilderData} data @param {string} id @param {string} variant @returns {Draft}
 */
export function chooseVariant(draft, data, id, variant) {
  const clause = clauseType(data, id);
  if (!clause) return draft;
  if (!chosenClause(draft, id)) return addClause(draft, data, id, { variant });
  return changeClause(draft, id, (entry) => ({ ...draftClause(clause, variant, entry.fra), titel: entry.titel }));
}

/**
 * A text of one's own in a clause. The model text itself is no edit, so typing it back takes the mark away.
 * @param {Draft} draft @param {BuilderData} data @param {string} id @param {string} text @returns {Draft}
 */
export const editClause = (draft, data, id, text) =>
  changeClause(draft, id, (entry) => {
    const model = variantOf(clauseType(data, id), entry.variant)?.tekst;
    const clean = cleanText(text);
    if (model !== undefined && sameText(clean, model)) return { ...entry, tekst: null, model: mark(model) };
    return { ...entry, tekst: clean, model: entry.tekst === null && model !== undefined ? mark(model) : entry.model };
  });

/** However their lines are broken. @param {string} text @param {string} model */
const sameText = (text, model) => text.trim() === model.trim() || text.trim() === cleanText(unwrapped(model)).trim();

/** @param {Draft} draft @param {BuilderData} data @param {string} id @returns {Draft} with the model text as it is now */
export const resetClause = (draft, data, id) =>
  changeClause(draft, id, (entry) => (isOwn(id) ? entry : { ...entry, tekst: null, model: currentMark(data, entry) }));

/** @param {Draft} draft @param {BuilderData} data @param {string} id @returns {Draft} where a change of the model text has been seen */
export const acceptModel = (draft, data, id) =>
  changeClause(draft, id, (entry) => ({ ...entry, model: currentMark(data, entry) }));

/** @param {BuilderData} data @param {DraftClause} entry @returns {string} */
const currentMark = (data, entry) =>
  isOwn(entry.id) ? "" : mark(variantOf(clauseType(data, entry.id), entry.variant)?.tekst ?? "");

/** @param {BuilderData} data @param {DraftClause} entry @returns {boolean} whether the model text is another than it was */
export const modelChanged = (data, entry) => entry.model !== currentMark(data, entry);

/** @param {Draft} draft @param {string} id @param {string} title @returns {Draft} */
export const titleClause = (draft, id, title) =>
  changeClause(draft, id, (entry) => ({ ...entry, titel: cleanLine(title) }));

/** @param {Draft} draft @param {string} id @param {number} by -1 is up, 1 is down @returns {Draft} */
export const moveClause = (draft, id, by) => ({
  ...draft,
  klausuler: moved(
    draft.klausuler,
    draft.klausuler.findIndex((entry) => entry.id === id),
    by,
  ),
});

/** @param {DraftClause[]} entries @returns {string} the first free id of a clause of one's own */
export function freeOwnId(entries) {
  let number = 1;
  while (entries.some((entry) => entry.id === `egen-${number}`)) number += 1;
  return `egen-${number}`;
}

/** @param {Draft} draft @returns {Draft} with an empty clause of one's own before the signatures, which end an agreement */
export function addOwnClause(draft) {
  if (draft.klausuler.length >= LIMITS.clauses) return draft;
  const entry = { id: freeOwnId(draft.klausuler), variant: "", titel: "", tekst: "", model: "", fra: ["egen"] };
  const last = draft.klausuler.at(-1)?.id === "underskrift" ? -1 : draft.klausuler.length;
  return { ...draft, klausuler: draft.klausuler.toSpliced(last, 0, entry) };
}
