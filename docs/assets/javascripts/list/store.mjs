/** The one list kept on this device, and word to all who show it when it changes, here or in another tab. */

import { CHANGED, KEY } from "./changes.mjs";
import { emptyList, has, isEmpty, loadList } from "./state.mjs";

/** @typedef {import("./state.mjs").ReaderList} ReaderList */
/** @typedef {"ok" | "blocked" | "broken" | "newer"} StoreState */

export { CHANGED, KEY, onListChange } from "./changes.mjs";
const VERSION = 1;

/** What to say where the list cannot be read or written. */
export const REFUSALS = {
  blocked: "Browseren lader ikke siden gemme på denne enhed, så du kan ikke have en liste her.",
  broken: "Den gemte liste kan ikke læses. Den er ikke rørt.",
  newer: "Den gemte liste er lavet med en nyere udgave af siden. Den er ikke rørt. Genindlæs siden.",
  full: "Der er ikke plads til mere på denne enhed. Den sidste ændring er ikke gemt.",
};

/** @type {{text: string | null, state: StoreState, list: ReaderList} | null} */
let known = null;

/** @returns {{state: StoreState, list: ReaderList}} an empty list where there is none that can be read */
export function readList() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { state: "blocked", list: emptyList() };
  }
  if (known?.text !== text) known = { text, ...parsed(text) };
  return known;
}

/** @param {string | null} text @returns {{state: StoreState, list: ReaderList}} */
function parsed(text) {
  if (text === null) return { state: "ok", list: emptyList() };
  try {
    const entry = JSON.parse(text);
    if (Number(entry?.version) > VERSION) return { state: "newer", list: emptyList() };
    const loaded = loadList(entry?.liste);
    return loaded ? { state: "ok", list: loaded.list } : { state: "broken", list: emptyList() };
  } catch {
    return { state: "broken", list: emptyList() };
  }
}

/** @param {string} ref */
export const isListed = (ref) => has(readList().list, ref);

/**
 * Change the list as it lies now, not as it was when the page opened: another tab may have been there.
 * @param {(list: ReaderList) => ReaderList} edit
 * @returns {keyof REFUSALS | ""} why it was refused, or nothing
 */
export function changeList(edit) {
  const { state, list } = readList();
  if (state !== "ok") return state;
  const changed = edit(list);
  if (changed === list) return "";
  const refused = write(changed);
  if (!refused) tell();
  return refused;
}

/** @param {ReaderList} list @returns {"full" | ""} */
function write(list) {
  try {
    if (isEmpty(list)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, liste: list }));
    return "";
  } catch {
    return "full";
  }
}

/** Throw away what lies there, readable or not. */
export function forgetList() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    return;
  }
  tell();
}

const tell = () => dispatchEvent(new Event(CHANGED));
