/** Text and records from anywhere, made safe to keep: what Word cannot hold, what is too long and what no one asked for goes. */

/** Names are one line; texts may have lines. Counts are of rows. */
export const LIMITS = {
  parties: 40,
  goals: 60,
  activities: 60,
  bodies: 20,
  members: 40,
  clauses: 60,
  answers: 400,
  origins: 20,
  sources: 60,
  name: 200,
  text: 5000,
};

// What XML 1.0 cannot hold (Word would not open it), lone surrogates, and marks that reverse the reading direction.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;
const KEY = /^[a-z0-9_]{1,60}$/;

/**
 * Text that every output can hold; cleaning it once more changes nothing.
 * @param {unknown} value anything; what is not text becomes empty
 * @param {number} [limit]
 * @returns {string}
 */
export function cleanText(value, limit = LIMITS.text) {
  if (typeof value !== "string") return "";
  const text = value
    .slice(0, limit * 4)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(UNWRITABLE, "");
  // Cutting may leave half a sign at the end.
  return text.normalize("NFC").slice(0, limit).replace(UNWRITABLE, "");
}

/** @param {unknown} value @returns {string} one line */
export const cleanLine = (value) =>
  // What is taken out may leave two spaces where there was one on each side of it, so spaces are joined last.
  cleanText(value, LIMITS.name).replace(/\s+/g, " ");

/**
 * @param {Record<string, string>} [from]
 * @returns {Record<string, string>} a record without a prototype, so that no name in it can be mistaken for a built-in
 */
export const record = (from = {}) => Object.assign(Object.create(null), from);

/** @param {unknown} value @returns {Record<string, unknown> | null} */
export const plainObject = (value) =>
  value && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : null;

/** @param {Record<string, unknown> | null} source @param {string} key @returns {unknown} the source's own value */
export const own = (source, key) => (source && Object.hasOwn(source, key) ? source[key] : undefined);

/** @param {unknown} value @returns {unknown[]} */
export const list = (value) => (Array.isArray(value) ? value : []);

/** @param {string} key @returns {boolean} whether a field may have that name */
export const isFieldName = (key) => KEY.test(key) && !(key in {});

/**
 * A short mark of a text, the same for the same text: eight hexadecimal digits (FNV-1a).
 * @param {string} text
 * @returns {string}
 */
export function mark(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}
