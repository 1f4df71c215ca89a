/** The one draft of a case on this device. */

const KEY = "alliancebanken.ny-case";
const FORMAT = "alliancebanken-ny-case";
const VERSION = 1;

/** @returns {{value: unknown, when: Date} | null} null where there is none, or none that can be read */
export function readDraft() {
  try {
    const { format, version, gemt, value } = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    const when = new Date(gemt);
    if (format !== FORMAT || version !== VERSION || Number.isNaN(when.getTime())) return null;
    return value && typeof value === "object" ? { value, when } : null;
  } catch {
    return null;
  }
}

/** @param {import("./value.mjs").Group} value @param {Date} when @returns {"ok" | "full" | "blocked"} */
export function writeDraft(value, when) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, version: VERSION, gemt: when.toISOString(), value }));
    return "ok";
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** Take the draft away from this device. */
export function forgetDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing may be stored there is nothing to take away.
  }
}

/** @param {() => void} listener told when another window writes or deletes the draft */
export function watchDraft(listener) {
  window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && listener());
}
