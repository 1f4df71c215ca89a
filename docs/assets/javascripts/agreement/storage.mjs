/** The drafts saved on this device, each under a key of its own. Nothing is written unless a person asked for it. */

import { newId } from "./draft.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/**
 * One saved draft: "text" is the raw entry, "value" its draft (a stranger's: give it to loadDraft), "when" the time it was
 * saved, "size" its bytes. Only "ok" has a value.
 * @typedef {{key: string, state: "ok" | "broken" | "newer", text: string, value: unknown, name: string, when: Date | null,
 *   size: number}} SavedDraft
 */
/** @typedef {"ok" | "full" | "blocked"} Written */

/** The one draft of the first edition lies under the bare name; all since have an ending of their own. */
const NAME = "alliancebanken.kladde";
const KEY = /^alliancebanken\.kladde(\.[0-9a-f]{16})?$/;
export const FORMAT = "alliancebanken-kladde";
export const VERSION = 2;

/** @param {string} key @returns {boolean} */
export const isDraftKey = (key) => KEY.test(key);

/** @returns {string} a key for a draft that is saved for the first time */
export const newKey = () => `${NAME}.${newId()}`;

/**
 * Every saved draft, the newest first; null where the browser lets nothing be stored.
 * @returns {SavedDraft[] | null}
 */
export function listSaved() {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "").filter(isDraftKey);
    const found = keys.map((key) => savedFrom(key, localStorage.getItem(key) ?? ""));
    return found.sort((one, other) => time(other) - time(one) || (one.key < other.key ? -1 : 1));
  } catch {
    return null;
  }
}

/** @param {SavedDraft} saved */
const time = (saved) => saved.when?.getTime() ?? 0;

/** @returns {boolean} whether a draft that can be opened lies on this device */
export const hasSaved = () => (listSaved() ?? []).some(({ state }) => state === "ok");

/** @param {string} key @returns {SavedDraft | null} null for what is gone or cannot be asked for */
export function readSaved(key) {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : savedFrom(key, text);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} text @returns {SavedDraft} */
function savedFrom(key, text) {
  const size = new TextEncoder().encode(text).length;
  /** @type {SavedDraft} */
  const saved = { key, state: "broken", text, value: null, name: "", when: null, size };
  try {
    const { version, gemt, kladde } = JSON.parse(text);
    const when = new Date(gemt);
    const name = typeof kladde?.navn === "string" ? kladde.navn.slice(0, 200) : "";
    const known = { ...saved, when: Number.isNaN(when.getTime()) ? null : when, name };
    if (Number(version) > VERSION) return { ...known, state: "newer" };
    return kladde && typeof kladde === "object" ? { ...known, state: "ok", value: kladde } : saved;
  } catch {
    return saved;
  }
}

/**
 * @param {string} key
 * @param {Draft} draft
 * @param {Date} when
 * @returns {{state: Written, text: string}} with the raw entry as it was written
 */
export function writeSaved(key, draft, when) {
  const text = JSON.stringify({ format: FORMAT, version: VERSION, gemt: when.toISOString(), kladde: draft });
  return { state: writeText(key, text), text };
}

/** Write a raw entry, as when a deletion is undone. @param {string} key @param {string} text @returns {Written} */
export function writeText(key, text) {
  try {
    localStorage.setItem(key, text);
    return "ok";
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** @param {string} key @returns {boolean} whether the saved draft is gone */
export function forgetSaved(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Hear when another tab saves or deletes a draft.
 * @param {(key: string, text: string | null) => void} listener given the key and the new entry, or null when it is gone
 */
export function watchSaved(listener) {
  window.addEventListener("storage", (event) => {
    // Without a key everything was cleared at once.
    if (event.storageArea !== localStorage) return;
    if (event.key === null) listener("", null);
    else if (isDraftKey(event.key)) listener(event.key, event.newValue);
  });
}
