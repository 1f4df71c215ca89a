/** What a person has written so far: plain texts, lists, rows and groups in the shape of the model's fields. All pure. */

import { fileName } from "../codec/file.mjs";

/** @typedef {{id: string, message: string, expected: string, tip: string, pattern: string}} Check */
/** @typedef {Check & {longest: number}} Advice */
/**
 * A field as macros/editing/form_fields.py tells of it.
 * @typedef {{key: string, label: string, help: string, example: string, required: boolean, kind: string, default: string, orElse?: string,
 *   checks: Check[], advice: Advice[], list?: string, choices?: {id: string, name: string}[],
 *   item?: {kind: string, list?: string, choices?: {id: string, name: string}[], checks: Check[]}, fields?: Field[]}} Field
 */
/** @typedef {{[key: string]: Value}} Group */
/** @typedef {string | string[] | Group | Group[]} Value */
/** @typedef {(string | number)[]} Path */
/**
 * All that the form is made from, as macros/editing/new_case.py writes it.
 * @typedef {{trin: {id: string, navn: string, intro: string, felter: string[]}[], felter: Field[],
 *   nyKilde: {id: string, felter: Field[]}, regler: Record<string, {message: string, expected: string, tip: string}>,
 *   om: Record<string, Record<string, string>>}} FormData
 */

/** Where the new source's fields stand in the value, beside the case's own. */
export const SOURCE_KEY = "ny_kilde";
const MOST_ROWS = 100;
const MOST_SIGNS = 20_000;
// Signs that the content's reader refuses; the ones that only hide are dropped, the others become a space or a line.
const HIDDEN = /[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** @param {string} text @returns {string} the text as the content may hold it: NFC, plain spaces and lines, no hidden signs */
export const cleanText = (text) =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\t]/g, " ")
    .replace(HIDDEN, "")
    .replace(/\p{Cs}/gu, "")
    .replace(/ +(?=\n)/g, "")
    .normalize("NFC")
    .trim();

/** @param {string} text @param {string} fallback @returns {string} an id of the text's words */
export const idOf = (text, fallback = "") => fileName(cleanText(text), fallback, "").slice(0, -1).slice(0, 60).replace(/-+$/, "");

/** @param {Field} field @returns {Value} what stands in a field nobody has written in */
export function emptyOf(field) {
  if (field.kind === "rows" || field.kind === "list") return [];
  return field.kind === "group" ? emptyGroup(field.fields ?? []) : (field.default ?? "");
}

/** @param {Field[]} fields @returns {Group} */
export const emptyGroup = (fields) => Object.fromEntries(fields.map((field) => [field.key, emptyOf(field)]));

/** @param {FormData} data @param {string} today as YYYY-MM-DD @returns {Group} */
export const startValue = (data, today) => ({
  ...emptyGroup(data.felter),
  gennemgaaet: today,
  [SOURCE_KEY]: emptyGroup(data.nyKilde.felter),
});

/** @param {FormData} data @param {unknown} stored a stranger's @param {string} today @returns {Group} what of it fits the fields */
export function readValue(data, stored, today) {
  const start = startValue(data, today);
  const source = { key: SOURCE_KEY, kind: "group", fields: data.nyKilde.felter };
  const fields = [...data.felter, /** @type {Field} */ (/** @type {unknown} */ (source))];
  return { ...start, ...readGroup(fields, stored) };
}

/** @param {Field[]} fields @param {unknown} stored @returns {Group} */
function readGroup(fields, stored) {
  const from = stored && typeof stored === "object" ? /** @type {Record<string, unknown>} */ (stored) : {};
  return Object.fromEntries(
    fields.filter(({ key }) => Object.hasOwn(from, key)).map((field) => [field.key, readField(field, from[field.key])]),
  );
}

/** @param {Field} field @param {unknown} stored @returns {Value} */
function readField(field, stored) {
  const inner = field.fields ?? [];
  if (field.kind === "group") return { ...emptyGroup(inner), ...readGroup(inner, stored) };
  const rows = Array.isArray(stored) ? stored.slice(0, MOST_ROWS) : [];
  if (field.kind === "rows") return rows.map((row) => ({ ...emptyGroup(inner), ...readGroup(inner, row) }));
  if (field.kind === "list") return rows.filter((one) => typeof one === "string").map((one) => one.slice(0, MOST_SIGNS));
  return typeof stored === "string" ? stored.slice(0, MOST_SIGNS) : emptyOf(field);
}

/** @param {Value | undefined} value @param {Path} path @returns {Value | undefined} */
export const valueAt = (value, path) =>
  path.reduce((/** @type {any} */ inner, step) => inner?.[step], /** @type {any} */ (value));

/** @param {Value} value @param {Path} path @param {Value} fresh @returns {any} the whole with a fresh value at the path */
export function withValue(value, [step, ...rest], fresh) {
  if (step === undefined) return fresh;
  const inner = withValue(/** @type {any} */ (value)[step], rest, fresh);
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? inner : one));
  return { .../** @type {Group} */ (value), [step]: inner };
}

/** @param {Group} group with a title or a text @returns {string} the id that its words give */
export const derivedId = (group) => idOf(String(group.titel ?? group.tekst ?? "").split(/\s+/).slice(0, 8).join(" "));

/**
 * The value as it is written: clean texts, ids made where none is given, empty fields left out.
 * @param {Field[]} fields
 * @param {Group} value
 * @returns {Group}
 */
export function finished(fields, value) {
  /** @type {Group} */
  const made = {};
  for (const field of fields) {
    const found = finishedField(field, value[field.key], value);
    const empty = found === "" || (Array.isArray(found) && !found.length);
    if (!empty && (field.kind !== "group" || field.required || Object.keys(found).length)) made[field.key] = found;
  }
  return made;
}

/** @param {Field} field @param {Value} value @param {Group} around @returns {Value} */
function finishedField(field, value, around) {
  const inner = field.fields ?? [];
  if (field.kind === "group") return finished(inner, /** @type {Group} */ (value ?? {}));
  if (field.kind === "rows") return /** @type {Group[]} */ (value ?? []).map((row) => withoutDefaults(inner, finished(inner, row)));
  if (field.kind === "list") return /** @type {string[]} */ (value ?? []).map(cleanText).filter(Boolean);
  const text = cleanText(String(value ?? ""));
  return !text && isDerived(field) ? derivedId(around) : text;
}

/** @param {Field[]} fields @param {Group} row @returns {Group} a row without choices that are what they are when nothing is said */
const withoutDefaults = (fields, row) =>
  Object.fromEntries(
    Object.entries(row).filter(([key, text]) => fields.every((field) => field.key !== key || field.required || !field.default || field.default !== text)),
  );

/** @param {Field} field @returns {boolean} whether the form makes the field of the words beside it */
export const isDerived = (field) => field.key === "id" && field.required;

/**
 * The case, and the new source where it has one.
 * @param {FormData} data
 * @param {Group} value
 * @returns {{case: Group, source: Group | null}}
 */
export function proposal(data, value) {
  const made = finished(data.felter, value);
  const cited = /** @type {Group} */ (made.kilde ?? {});
  if (cited.udgivelse !== data.nyKilde.id) return { case: made, source: null };
  const source = finished(data.nyKilde.felter, /** @type {Group} */ (value[SOURCE_KEY]));
  const identifier = String(source.id ?? "") || data.nyKilde.id;
  return { case: { ...made, kilde: { ...cited, udgivelse: identifier } }, source: { id: identifier, ...source } };
}
