/** Where the reader's list lies on this device, and word to all who show it when it changes. Small, since every page with a card has it. */

export const KEY = "alliancebanken.liste";
/** The event on the window that says that this page has changed the list. */
export const CHANGED = "listeaendret";

/** @returns {boolean} whether something lies there, readable or not */
export function isKept() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/**
 * Hear of every change: here, in another tab, and on a page that the browser kept while another one changed the list.
 * @param {() => void} listener
 * @returns {() => void} what stops it again
 */
export function onListChange(listener) {
  const stored = (/** @type {StorageEvent} */ event) => (event.key === KEY || event.key === null) && listener();
  const shown = (/** @type {PageTransitionEvent} */ event) => event.persisted && listener();
  addEventListener(CHANGED, listener);
  addEventListener("storage", stored);
  addEventListener("pageshow", shown);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener("storage", stored);
    removeEventListener("pageshow", shown);
  };
}
