/** What is wrong with a case, in the words of the command line: the checks come with the fields, and none is added here but CPR. */

import { hasCpr } from "../codec/cpr.mjs";
import { SOURCE_KEY, cleanText, finished, isDerived, proposal } from "./value.mjs";

/** @typedef {import("./value.mjs").Field} Field */
/** @typedef {import("./value.mjs").Group} Group */
/** @typedef {import("./value.mjs").FormData} FormData */
/** @typedef {import("./value.mjs").Path} Path */
/** @typedef {{path: Path, message: string, expected: string, tip: string}} Problem */

export const CPR = "Teksten ligner et CPR-nummer. Casen er offentlig, så slet nummeret.";
const CUT = 40;

/** @param {string} text @returns {string} the text as a message quotes it */
export function quoted(text) {
  const line = [...text.split(/\s+/).filter(Boolean).join(" ")];
  return `»${line.length <= CUT ? line.join("") : `${line.slice(0, CUT - 1).join("")}…`}«`;
}

/** What no pattern can tell. @type {Record<string, (text: string) => boolean>} */
const RULES = {
  kalenderdag: (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && !text.startsWith("0000");
  },
  raekkefoelge: (text) => {
    const [first, last] = text.replace("–", "-").split("-");
    return !last || first < last;
  },
};

/**
 * The first check that a text does not pass.
 * @param {{checks: import("./value.mjs").Check[], choices?: {id: string}[]}} field
 * @param {string} text clean and not empty
 */
function broken(field, text) {
  return field.checks.find(({ id, pattern }) => {
    if (id === "mangler" || id === "mindst-en" || id === "gentaget") return false;
    if (id === "ukendt") return !field.choices?.some((choice) => choice.id === text);
    return pattern ? !new RegExp(pattern, "u").test(text) : RULES[id] && !RULES[id](text);
  });
}

/** @param {Path} path @param {{message: string, expected: string, tip: string}} words @param {string} [text] @returns {Problem} */
const problem = (path, { message, expected, tip }, text = "") => ({
  path,
  message: message.replace("{value}", quoted(text)).replace("{bare}", text),
  expected,
  tip,
});

/** @param {Field} field @param {any} value @param {Path} path @returns {Problem[]} */
function fieldProblems(field, value, path) {
  const missing = field.checks.find(({ id }) => id === "mangler");
  if (field.kind === "group") return value ? groupProblems(field.fields ?? [], value, path) : [];
  if (value === undefined) return missing ? [problem(path, { ...missing, tip: "" })] : [];
  if (field.kind === "rows")
    return value.flatMap((/** @type {Group} */ row, /** @type {number} */ index) =>
      groupProblems(field.fields ?? [], row, [...path, index]),
    );
  if (field.kind === "list" && field.item) {
    const { item } = field;
    return value.flatMap((/** @type {string} */ text, /** @type {number} */ index) => textProblems(item, text, [...path, index]));
  }
  return textProblems(field, value, path);
}

/** @param {{checks: import("./value.mjs").Check[], choices?: {id: string}[]}} field @param {string} text @param {Path} path */
function textProblems(field, text, path) {
  if (hasCpr(text)) return [{ path, message: CPR, expected: "", tip: "" }];
  const found = broken(field, text);
  return found ? [problem(path, found, text)] : [];
}

/** @param {Field[]} fields @param {Group} group @param {Path} path @returns {Problem[]} */
const groupProblems = (fields, group, path) =>
  fields.flatMap((field) => (waits(field, group) ? [] : fieldProblems(field, group[field.key], [...path, field.key])));

/** An id is made of the words beside it, so where these are missing there is one thing to mend. @param {Field} field @param {Group} group */
const waits = (field, group) => isDerived(field) && !group[field.key] && !group.titel && !group.tekst;

/**
 * Everything that is wrong, in the order of the fields.
 * @param {FormData} data
 * @param {Group} value
 * @param {string} today as YYYY-MM-DD
 * @returns {Problem[]}
 */
export function problems(data, value, today) {
  const { source } = proposal(data, value);
  const fields = source ? withNewSource(data) : data.felter;
  const found = groupProblems(fields, finished(data.felter, value), []);
  const more = source ? groupProblems(data.nyKilde.felter, source, [SOURCE_KEY]) : [];
  return [...found, ...more, ...ruleProblems(data, proposal(data, value).case, today)];
}

/** @param {FormData} data @returns {Field[]} the fields, where the new source is one of the choices */
function withNewSource(data) {
  const choice = { id: data.nyKilde.id, name: "" };
  const inside = (/** @type {Field} */ field) => ({ ...field, choices: [...(field.choices ?? []), choice] });
  return data.felter.map((field) =>
    field.key === "kilde"
      ? { ...field, fields: field.fields?.map((one) => (one.key === "udgivelse" ? inside(one) : one)) }
      : field,
  );
}

/** The rules over several fields. @param {FormData} data @param {any} made @param {string} today @returns {Problem[]} */
function ruleProblems(data, made, today) {
  const { regler } = data;
  /** @type {Problem[]} */
  const found = [];
  if (!made.kommuner && !made.omraade) found.push(problem(["kommuner"], regler.sted));
  if (made.kommuner && made.regioner) found.push(problem(["regioner"], regler.regioner));
  if (made.finansieringsform && !made.finansiering) found.push(problem(["finansieringsform"], regler.finansiering));
  if (/^\d{4}-\d{2}-\d{2}$/.test(made.gennemgaaet) && made.gennemgaaet > today)
    found.push(problem(["gennemgaaet"], regler.fremtid, made.gennemgaaet));
  for (const [index, text] of repeated((made.laering ?? []).map((/** @type {Group} */ row) => row.id)))
    found.push(problem(["laering", index, "id"], regler["laering-id"], text));
  const cases = data.felter.find(({ key }) => key === "se_ogsaa")?.item?.choices ?? [];
  const same = cases.find(({ name }) => name.toLowerCase() === String(made.titel ?? "").toLowerCase());
  const taken = cases.find(({ id }) => id === made.id);
  if (same) {
    const words = regler["titel-brugt"];
    found.push(problem(["titel"], { ...words, message: words.message.replace("{id}", same.id) }, String(made.titel)));
  } else if (taken) found.push({ path: ["id"], message: `${quoted(taken.id)} bruges af »${taken.name}«`, expected: "et nyt id", tip: "Ret titlen eller adressen." });
  return found;
}

/** @param {(string | undefined)[]} texts @returns {[number, string][]} those that have been before */
const repeated = (texts) =>
  texts.flatMap((text, index) => (text && texts.indexOf(text) < index ? [/** @type {[number, string]} */ ([index, text])] : []));

/** @param {Field} field @param {string} text @returns {string} friendly advice on a text that is right */
export function adviceOn(field, text) {
  const { length } = [...cleanText(text)];
  const found = field.advice.find(({ longest }) => length > longest);
  return found ? `${found.message.replace("{length}", String(length))} (${found.expected}). ${found.tip}` : "";
}

/** @param {Problem} found @returns {string} a sentence */
export const problemText = ({ message, expected, tip }) =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${expected ? ` (forventet: ${expected.replace(/\.$/, "")})` : ""}. ${tip}`
    .replace("..", ".")
    .trim();

