/** The drafts saved on this device as a list: open, rename, copy, delete with a way back, take all home. */

import { download } from "../codec/file.mjs";
import { cloneTemplate, make } from "./dom.mjs";
import { manyToJson } from "./draft-file.mjs";
import { loadDraft, nameDraft } from "./draft.mjs";
import { sizeText, timeText } from "./file-out.mjs";
import { forgetSaved, listSaved, newKey, writeSaved, writeText } from "./storage.mjs";
import { agreementDocument } from "./text.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./storage.mjs").SavedDraft} SavedDraft */
/** @typedef {import("./draft-load.mjs").Loaded} Loaded */
/**
 * What the list needs of the page it stands on. "host" holds the template "saved"; "open" says what the first button does,
 * "changed" hears of every change made in the list, "current" is the key of the draft that is open.
 * @typedef {{host: ParentNode, place: HTMLElement, data: any, say: (text: string) => void, openLabel: string,
 *   open: (saved: SavedDraft, loaded: Loaded, button: HTMLButtonElement) => void, changed?: (key: string, text: string | null) => void,
 *   current?: () => string}} SavedListOptions
 */

const BLOCKED = "Browseren lader ikke siden gemme kladder på enheden.";
const NEWER = "Den er lavet med en nyere udgave af byggeren. Den er ikke rørt.";
const UNREADABLE = "Den kan ikke læses. Den er ikke rørt.";
export const FULL = "Der er ikke plads til flere kladder på enheden. Slet en gammel, eller hent kladden som fil.";

/**
 * @param {SavedListOptions} options
 * @returns {{sync: () => void}}
 */
export function savedList(options) {
  const { place, say } = options;
  /** The last deletion, so that it can be taken back. @type {{key: string, text: string, name: string} | null} */
  let gone = null;

  const sync = () => {
    const saved = listSaved();
    if (!saved) return place.replaceChildren(make("p", { className: "empty" }, BLOCKED));
    const items = saved.map((item) => savedItem(options, item, { remove, sync }));
    const list = make("ul", { className: "saved-drafts__list" }, ...items);
    const none = make("p", { className: "empty" }, "Der er ingen gemte kladder på denne enhed.");
    place.replaceChildren(saved.length ? list : none, ...undo(), ...(saved.length ? [allButton(saved, say)] : []));
  };
  const remove = (/** @type {SavedDraft} */ item, /** @type {string} */ name) => {
    if (!forgetSaved(item.key)) return say(BLOCKED);
    gone = { key: item.key, text: item.text, name };
    options.changed?.(item.key, null);
    sync();
    say(`${name} er slettet fra denne enhed.`);
    /** @type {HTMLElement | null} */ (place.querySelector(".saved-drafts__undo button"))?.focus();
  };
  const undo = () => {
    if (!gone) return [];
    const { key, text, name } = gone;
    const button = make("button", { type: "button", className: "builder__small" }, "Fortryd sletningen");
    button.addEventListener("click", () => {
      // Another draft may have been saved there meanwhile; then the deleted one gets a place of its own.
      const free = listSaved()?.some((item) => item.key === key) ? newKey() : key;
      const state = writeText(free, text);
      if (state === "ok") gone = null;
      options.changed?.(free, text);
      sync();
      say(state === "ok" ? `${name} er tilbage.` : FULL);
    });
    return [make("p", { className: "notice saved-drafts__undo" }, `${name} er slettet. `, button)];
  };
  return { sync };
}

/** @param {SavedDraft[]} saved @param {(text: string) => void} say */
function allButton(saved, say) {
  const readable = saved.filter(({ state }) => state === "ok");
  const button = make("button", { type: "button", className: "button button--quiet" }, "Hent alle kladder som én fil");
  button.addEventListener("click", () => {
    download(
      new Blob([manyToJson(readable.map(({ value }) => value))], { type: "application/json" }),
      "alle-kladder.json",
    );
    const left = saved.length - readable.length;
    say(
      left
        ? `${readable.length} kladder er hentet. ${left} kan ikke læses og er ikke med.`
        : "Alle kladder er hentet som én fil.",
    );
  });
  return make("div", { className: "builder__actions" }, button);
}

/**
 * @param {SavedListOptions} options
 * @param {SavedDraft} item
 * @param {{remove: (item: SavedDraft, name: string) => void, sync: () => void}} act
 */
function savedItem(options, item, { remove, sync }) {
  const { element, slots } = cloneTemplate(options.host, "saved");
  const loaded = item.state === "ok" ? loadDraft(item.value, options.data) : null;
  const name = item.name || (loaded && titleOf(loaded.draft, options.data)) || "Kladde uden navn";
  slots.name.textContent = name;
  slots.about.textContent = [item.when ? `gemt ${timeText(item.when, new Date())}` : "", sizeText(item.size)]
    .filter(Boolean)
    .join(" · ");
  slots.current.hidden = options.current?.() !== item.key;
  slots.fault.hidden = loaded !== null;
  if (!loaded) slots.fault.textContent = item.state === "newer" ? NEWER : UNREADABLE;
  for (const button of ["open", "rename", "copy"]) slots[button].hidden = loaded === null;
  slots.raw.hidden = loaded !== null;
  slots.open.prepend(options.openLabel);
  for (const button of element.querySelectorAll("button"))
    button.append(make("span", { className: "visually-hidden" }, ` ${name}`));
  slots.delete.addEventListener("click", () => remove(item, name));
  slots.raw.addEventListener("click", () =>
    download(new Blob([item.text], { type: "text/plain" }), "kladde-der-ikke-kan-laeses.txt"),
  );
  if (loaded) connect(options, item, loaded, { slots, name, sync });
  return element;
}

/** @param {SavedListOptions} options @param {SavedDraft} item @param {Loaded} loaded @param {{slots: Record<string, any>, name: string, sync: () => void}} row */
function connect(options, item, loaded, { slots, name, sync }) {
  const keep = (
    /** @type {string} */ key,
    /** @type {Draft} */ draft,
    /** @type {Date} */ when,
    /** @type {string} */ done,
  ) => {
    const { state, text } = writeSaved(key, draft, when);
    if (state === "ok") options.changed?.(key, text);
    sync();
    options.say(state === "ok" ? done : state === "full" ? FULL : BLOCKED);
  };
  slots.open.addEventListener("click", () => options.open(item, loaded, slots.open));
  slots.copy.addEventListener("click", () =>
    keep(newKey(), nameDraft(loaded.draft, `Kopi af ${name}`), new Date(), `${name} er kopieret.`),
  );
  slots.rename.addEventListener("click", () => {
    slots.form.hidden = !slots.form.hidden;
    slots.input.value = item.name;
    if (!slots.form.hidden) slots.input.focus();
  });
  slots.form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    const fresh = nameDraft(loaded.draft, slots.input.value.trim());
    keep(item.key, fresh, item.when ?? new Date(), `Kladden hedder nu ${fresh.navn || "ingenting"}.`);
  });
}

/** @param {Draft} draft @param {any} data @returns {string} the agreement's title, where it has one */
export function titleOf(draft, data) {
  const { title } = agreementDocument(draft, data);
  return title.open ? "" : title.text;
}
