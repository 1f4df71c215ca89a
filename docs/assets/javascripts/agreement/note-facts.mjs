/** What notes about an agreement need to know of it, read from the draft once. */

import { answerLines } from "./answers.mjs";
import { formatDate } from "./dates.mjs";
import { gap, given, joined, oneLine } from "./note-blocks.mjs";
import { answersInUse } from "./year-plan.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {{number: number, variant: string, own: boolean}} ChosenClause "own" where its words are not the model's */
/**
 * @typedef {{title: string, parties: {name: Run, kind: string, role: string, signer: string}[], municipalities: string[],
 *   clause: (id: string) => ChosenClause | null, answer: (key: string, ask: string) => Run, text: (key: string) => string,
 *   date: (key: string, ask: string) => Run, lines: (key: string) => string[]}} NoteFacts
 */

const TITLE = "Partnerskabsaftale";

/**
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {NoteFacts}
 */
export function noteFacts(draft, data) {
  const answers = answersInUse(draft, data);
  const text = (/** @type {string} */ key) => answers.get(key) ?? "";
  const kinds = new Map(data.aktoertyper.map(({ id, navn }) => [id, navn]));
  return {
    title: oneLine(text("aftalens_titel")) || TITLE,
    parties: draft.parter.map((party, at) => ({
      name: given(party.navn, `Part ${at + 1}`),
      kind: kinds.get(party.art) ?? "",
      role: oneLine(party.rolle),
      signer: oneLine(party.underskriver),
    })),
    municipalities: draft.parter.filter(isMunicipality).map((party) => party.navn.trim()),
    clause: (id) => {
      const at = draft.klausuler.findIndex((item) => item.id === id);
      const found = draft.klausuler[at];
      return found ? { number: at + 1, variant: found.variant, own: found.tekst !== null } : null;
    },
    text,
    answer: (key, ask) => given(text(key).replace(/\.\s*$/, ""), ask),
    date: (key, ask) => given(formatDate(text(key)), ask),
    lines: (key) => answerLines(text(key)),
  };
}

/** @param {Draft["parter"][number]} party named as one where its kind is not said */
const isMunicipality = ({ navn, art }) =>
  navn.trim() !== "" && (art === "kommune" || (!art && /\bkommune$/i.test(navn.trim())));

/** @param {NoteFacts} facts @param {string} [without] a party's name @returns {Run[]} the parties, joined */
export function partyNames({ parties }, without = "") {
  const names = parties.filter(({ name }) => name.text !== without).map(({ name }) => name);
  return names.length ? joined(names) : [gap("de øvrige parter")];
}
