/** What a person answers: which fields the draft needs, how an answer reads in the agreement, and what is wrong with it. */

/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").ClauseField} ClauseField */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{key: string, field: ClauseField, clause: Clause, also: Clause[]}} NeededField */

export const PLACEHOLDER = /\[([a-z0-9_]+)\](?!\()/g;
/** The kinds that the builder fills in itself. */
export const AUTOMATIC = new Set(["parter", "underskrifter"]);

const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];
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
const DATES = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[./-] ?(?<month>\d{1,2})[./-] ?(?<year>\d{4})$/,
  /^(?<day>\d{1,2})\.? (?<name>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
];
const CPR = /(?<!\d)\d{6}[-–\u2011 \u00a0]?\d{4}(?!\d)/;

/**
 * A date as a person writes it in Danish.
 * @param {string} text "2027-01-01", "1/1-2027", "1.1.2027" or "1. januar 2027"
 * @returns {{day: number, month: number, year: number} | null} null for what is no day in the calendar
 */
export function parseDate(text) {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ").replace(/^den /, "");
  const found = DATES.map((pattern) => pattern.exec(plain)?.groups).find(Boolean);
  if (!found) return null;
  const [day, year] = [Number(found.day), Number(found.year)];
  const named = found.name ? MONTHS.findIndex((name) => name === found.name || name.slice(0, 3) === found.name) + 1 : 0;
  const month = named || Number(found.month);
  const inCalendar = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return inCalendar ? { day, month, year } : null;
}

/** @param {number} year @param {number} month */
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @param {string} text @returns {string} "1. januar 2027", or the text as it stands when it is no date */
export function formatDate(text) {
  const date = parseDate(text);
  return date ? `${date.day}. ${MONTHS[date.month - 1]} ${date.year}` : text.trim();
}

/**
 * Every field that the chosen variants ask for, in the agreement's order, each once.
 * @param {Draft} draft
 * @param {Clause[]} clauses
 * @returns {NeededField[]}
 */
export function neededFields(draft, clauses) {
  /** @type {Map<string, NeededField>} */
  const needed = new Map();
  for (const { clause, variant } of chosenClauses(draft, clauses)) {
    for (const key of new Set([...variant.tekst.matchAll(PLACEHOLDER)].map((found) => found[1]))) {
      const field = clause.felter[key];
      if (!field || AUTOMATIC.has(field.art)) continue;
      const known = needed.get(key);
      if (known) known.also.push(clause);
      else needed.set(key, { key, field, clause, also: [] });
    }
  }
  return [...needed.values()];
}

/**
 * The chosen clauses with their variants, in the agreement's order.
 * @param {Draft} draft
 * @param {Clause[]} clauses
 */
export function chosenClauses(draft, clauses) {
  return clauses
    .filter((clause) => draft.valg[clause.id])
    .map((clause) => ({
      clause,
      variant: clause.varianter.find((item) => item.id === draft.valg[clause.id]) ?? clause.varianter[0],
    }));
}

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

/** @param {string} text */
export const hasCpr = (text) => CPR.test(text);

/** @param {Draft} draft @returns {boolean} whether a party or an answer seems to hold a CPR number */
export const draftHasCpr = (draft) =>
  [...draft.parter.flatMap((party) => [party.navn, party.underskriver]), ...Object.values(draft.svar)].some(hasCpr);

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
