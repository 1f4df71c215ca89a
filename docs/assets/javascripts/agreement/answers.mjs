/** What a person answers: which fields the draft needs, how an answer reads in the agreement, and what is wrong with it. */

import { hasCpr } from "../codec/cpr.mjs";
import { formatDate, parseDate } from "./dates.mjs";
import { clauseType, variantOf } from "./draft-clauses.mjs";
import { draftTexts } from "./draft.mjs";
import { givenAnswer, givenStep } from "./row-answers.mjs";

export { formatDate, parseDate } from "./dates.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").ClauseField} ClauseField */
/** @typedef {import("./draft.mjs").Draft} Draft */
/**
 * A clause of the draft as it stands in the agreement. `clause` is undefined for the user's own.
 * @typedef {{id: string, number: number, title: string, text: string, entry: import("./draft.mjs").DraftClause, clause: Clause | undefined}} StandingClause
 */
/**
 * A field that is asked for. `given` names the step whose rows answer it, or is empty.
 * @typedef {{key: string, field: ClauseField, clause: StandingClause, also: StandingClause[], given: string}} NeededField
 */

export const PLACEHOLDER = /\[([a-z0-9_]+)\](?!\()/g;
/** The kinds that the builder fills in itself. */
export const AUTOMATIC = new Set(["parter", "underskrifter"]);

const NUMBER_WORDS = new Set([
  "en",
  "én",
  "et",
  "ét",
  "to",
  "tre",
  "fire",
  "fem",
  "seks",
  "syv",
  "otte",
  "ni",
  "ti",
  "elleve",
  "tolv",
]);
const NUMBER = /^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/;

/**
 * The draft's clauses in their order, each with its number, heading and text: the model's, or the user's own.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {StandingClause[]}
 */
export const chosenClauses = (draft, data) =>
  draft.klausuler.map((entry, index) => {
    const clause = clauseType(data, entry.id);
    return {
      id: entry.id,
      number: index + 1,
      title: entry.titel.trim() || clause?.titel || "Egen klausul",
      text: entry.tekst ?? variantOf(clause, entry.variant)?.tekst ?? "",
      entry,
      clause,
    };
  });

/**
 * What a placeholder asks for: the clause's own field, another clause's of that name, or one that the user made up.
 * @param {BuilderData} data
 * @param {Clause | undefined} clause
 * @param {string} key
 * @returns {ClauseField}
 */
export function fieldOf(data, clause, key) {
  const holder = [clause, ...data.klausuler].find((item) => item && Object.hasOwn(item.felter, key));
  if (holder) return holder.felter[key];
  const name = key.replaceAll("_", " ").trim() || key;
  const etiket = name.charAt(0).toLocaleUpperCase("da") + name.slice(1);
  return { etiket, hjaelp: "Et felt, som du selv har skrevet i en klausul.", eksempel: "", art: "tekst" };
}

/**
 * Every field that the agreement's texts ask for, in the agreement's order, each once.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {NeededField[]}
 */
export function neededFields(draft, data) {
  /** @type {Map<string, NeededField>} */
  const needed = new Map();
  for (const clause of chosenClauses(draft, data)) {
    for (const key of new Set([...clause.text.matchAll(PLACEHOLDER)].map((found) => found[1]))) {
      const field = fieldOf(data, clause.clause, key);
      if (AUTOMATIC.has(field.art)) continue;
      const known = needed.get(key);
      if (known) known.also.push(clause);
      else needed.set(key, { key, field, clause, also: [], given: givenStep(draft, key) });
    }
  }
  return [...needed.values()];
}

/** @param {Draft} draft @param {string} key @returns {string} what was typed, or what the rows say when nothing was */
export const answerOf = (draft, key) => {
  const typed = draft.svar[key] ?? "";
  return typed.trim() ? typed : givenAnswer(draft, key);
};

/**
 * What is wrong with an answer, as a sentence; empty when nothing is. An empty answer is not wrong, only missing.
 * @param {ClauseField} field
 * @param {string} text
 * @returns {string}
 */
export function answerProblem(field, text) {
  const plain = text.trim();
  if (!plain) return "";
  if (hasCpr(plain)) return CPR_PROBLEM;
  return isReadable(field, plain) ? "" : KIND_PROBLEMS[field.art];
}

/** @type {Record<string, string>} */
const KIND_PROBLEMS = {
  dato: "Datoen findes ikke eller kan ikke læses. Skriv den sådan: 1. januar 2027 eller 1/1-2027.",
  tal: "Skriv et tal, fx 2.",
};

export const CPR_PROBLEM = "Det ligner et CPR-nummer. Skriv ikke CPR-numre i en aftale.";

export { hasCpr };

/** @param {Draft} draft @returns {boolean} whether any text in it seems to hold a CPR number */
export const draftHasCpr = (draft) => draftTexts(draft).some(hasCpr);

/**
 * Whether an answer can be read as its field's kind.
 * @param {ClauseField} field
 * @param {string} text
 */
export function isReadable(field, text) {
  const plain = text.trim();
  if (field.art === "dato") return parseDate(plain) !== null;
  if (field.art === "tal") return NUMBER.test(plain) || NUMBER_WORDS.has(plain.toLowerCase());
  return plain !== "";
}

/** @param {string} text @returns {string[]} the lines of an answer, without the bullets a person may have typed */
export const answerLines = (text) =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/^[-*•–]\s+/, ""))
    .filter(Boolean);

/**
 * What is wrong with a party's name; the same party twice is wrong at the second.
 * @param {Draft} draft
 * @param {number} index
 * @returns {string}
 */
export function partyProblem(draft, index) {
  const name = draft.parter[index].navn.trim();
  if (!name) return "";
  if (hasCpr(name)) return CPR_PROBLEM;
  const folded = name.toLocaleLowerCase("da");
  const before = draft.parter.slice(0, index).some((party) => party.navn.trim().toLocaleLowerCase("da") === folded);
  return before ? `${name} står på listen to gange.` : "";
}
