/** The agreement draft, version 2, and every change that can be made to it. All functions but newId are pure. */

import { cleanLine, cleanText, record } from "./clean.mjs";
import { draftClause } from "./draft-clauses.mjs";
import { FEWEST_PARTIES, ROW_LISTS, cleanRow } from "./draft-rows.mjs";

export { LIMITS, cleanLine, cleanText } from "./clean.mjs";
export {
  acceptModel,
  addClause,
  addOwnClause,
  chooseVariant,
  chosenClause,
  clauseType,
  dropClause,
  editClause,
  isOwn,
  modelChanged,
  moveClause,
  resetClause,
  titleClause,
  variantOf,
} from "./draft-clauses.mjs";
export { loadDraft } from "./draft-load.mjs";
export { FEWEST_PARTIES, addRow, changeMembers, changeRow, moveRow, mostRows, removeRow } from "./draft-rows.mjs";

/** @typedef {{etiket: string, hjaelp: string, eksempel: string, art: string}} ClauseField */
/** @typedef {{id: string, titel: string, passer_naar: string, tekst: string}} Variant */
/** @typedef {{id?: string, tekst: string, adresse: string, case: string | null}} ClauseLesson */
/** @typedef {{tekst: string, variant: string, aftaler: string[]}} Statistic */
/**
 * One clause type as it stands in byg.json.
 * @typedef {{id: string, nummer: number, titel: string, kort: string, hjaelp: string, uundvaerlig: boolean, adresse: string,
 *   felter: Record<string, ClauseField>, varianter: Variant[], laering: ClauseLesson[], aftaler: Record<string, boolean>,
 *   statistik: Statistic[]}} Clause
 */
/** @typedef {[clause: string, variant: string][]} Choices */
/** @typedef {{id: string, navn: string, hjaelp: string, valg: Choices}} Starter */
/** @typedef {{id: string, titel: string, adresse: string, valg: Choices}} RealAgreement */
/** @typedef {{id: string, tekst: string, adresse: string, klausuler: string[]}} Lesson */
/** @typedef {{id: string, nummer?: number, titel: string, adresse: string, laering: Lesson[]}} CaseData */
/**
 * What byg.json holds.
 * @typedef {{klausuler: Clause[], skabeloner: Starter[], aktoertyper: {id: string, navn: string}[], cases: CaseData[],
 *   laering: Lesson[], aftaler: RealAgreement[], tjek: unknown[]}} BuilderData
 */
/** @typedef {import("./draft-rows.mjs").Party} Party */
/** @typedef {import("./draft-rows.mjs").Goal} Goal */
/** @typedef {import("./draft-rows.mjs").Activity} Activity */
/** @typedef {import("./draft-rows.mjs").Body} Body */
/**
 * A clause of the draft. `tekst` is null where the model text stands; `model` is the mark of the model text that it was
 * chosen or edited from, so that a later change of that text can be told.
 * @typedef {{id: string, variant: string, titel: string, tekst: string | null, model: string, fra: string[]}} DraftClause
 */
/** @typedef {{skabelon: string, aftale: string, cases: string[], laering: string[]}} Basis */
/**
 * @typedef {{id: string, navn: string, parter: Party[], maal: Goal[], aktiviteter: Activity[], organer: Body[],
 *   klausuler: DraftClause[], svar: Record<string, string>, grundlag: Basis, forgaenger: string}} Draft
 */

/** @returns {string} a new draft's id: 16 hexadecimal digits */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A new draft with what every agreement should have, and the clauses that were asked for.
 * @param {BuilderData} data
 * @param {{id?: string, wanted?: string[]}} [start]
 * @returns {Draft}
 */
export function startDraft(data, { id = "0".repeat(16), wanted = [] } = {}) {
  const chosen = data.klausuler.filter((clause) => clause.uundvaerlig || wanted.includes(clause.id));
  return {
    id,
    navn: "",
    parter: Array.from({ length: FEWEST_PARTIES }, () => cleanRow("parter")),
    maal: [],
    aktiviteter: [],
    organer: [],
    klausuler: chosen.map((clause) => draftClause(clause, clause.varianter[0].id)),
    svar: record(),
    grundlag: { skabelon: "", aftale: "", cases: [], laering: [] },
    forgaenger: "",
  };
}

/** @param {Draft} draft @param {string} key @param {string} text @returns {Draft} */
export const answer = (draft, key, text) => ({ ...draft, svar: record({ ...draft.svar, [key]: cleanText(text) }) });

/** @param {Draft} draft @param {string} name @returns {Draft} */
export const nameDraft = (draft, name) => ({ ...draft, navn: cleanLine(name) });

/** @param {Draft} draft @returns {string[]} every text that a person may have written in it */
export const draftTexts = (draft) => [
  draft.navn,
  ...ROW_LISTS.flatMap((name) => draft[name].flatMap((row) => rowTexts(row))),
  ...draft.klausuler.flatMap((entry) => [entry.titel, entry.tekst ?? ""]),
  ...Object.values(draft.svar),
];

/** @param {object} row @returns {string[]} */
const rowTexts = (row) =>
  Object.entries(row).flatMap(([key, value]) =>
    Array.isArray(value) ? value.flatMap(rowTexts) : ["art", "status", "fra"].includes(key) ? [] : [value],
  );

/** @param {Draft} draft @returns {boolean} whether anything has been written */
export const hasText = (draft) => draftTexts(draft).some((text) => text.trim());
