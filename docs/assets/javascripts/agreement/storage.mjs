/** The one saved draft on this device. Nothing is written unless a person asked for it. */

/** @typedef {import("./draft.mjs").Draft} Draft */
/**
 * What lies saved: "text" is the raw entry, "value" its draft (a stranger's: give it to loadDraft), "when" the time it was saved.
 * @typedef {{state: "blocked"} | {state: "empty"} | {state: "broken", text: string} | {state: "newer", text: string}
 *   | {state: "ok", text: string, value: unknown, when: Date | null}} Saved
 */

const KEY = "alliancebanken.kladde";
const FORMAT = "alliancebanken-kladde";
const VERSION = 2;

/** @returns {Saved} */
export function readSaved() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { state: "blocked" };
  }
  if (text === null) return { state: "empty" };
  try {
    const entry = JSON.parse(text);
    if (Number(entry?.version) > VERSION) return { state: "newer", text };
    const when = new Date(entry.gemt);
    return { state: "ok", text, value: entry.kladde, when: Number.isNaN(when.getTime()) ? null : when };
  } catch {
    return { state: "broken", text };
  }
}

/**
 * @param {Draft} draft
 * @param {Date} when
 * @returns {string | null} the raw entry as it was written, or null when the browser refused
 */
export function writeSaved(draft, when) {
  const text = JSON.stringify({ format: FORMAT, version: VERSION, gemt: when.toISOString(), kladde: draft });
  try {
    localStorage.setItem(KEY, text);
    return text;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether the saved draft is gone */
export function forgetSaved() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
