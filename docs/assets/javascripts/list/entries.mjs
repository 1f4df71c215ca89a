/** The rows of the list on the screen: one's own can be noted on, moved and removed; another's can only be read. */

import { cloneTemplate, make, setValue, showProblem } from "../agreement/dom.mjs";
import { hasCpr } from "../codec/cpr.mjs";
import { blockElements, paragraphs } from "./booklet.mjs";
import { shortSource } from "./document.mjs";
import { LIMITS } from "./state.mjs";

/** @typedef {import("./document.mjs").ListEntry} ListEntry */
/**
 * What a row can ask for.
 * @typedef {{note: (ref: string, text: string) => void, move: (ref: string, by: -1 | 1) => void,
 *   remove: (ref: string) => void, choose: (ref: string, chosen: boolean) => void}} RowActions
 */

const TYPING_PAUSE = 300;
export const CPR_IN_LIST = "Det ligner et CPR-nummer. Skriv ikke CPR-numre på listen. Teksten er ikke gemt.";

/**
 * One row. It lives as long as its entry is on the list, so that nobody loses the caret.
 */
export class Row {
  /** @param {HTMLElement} root @param {string} ref @param {RowActions} actions */
  constructor(root, ref, actions) {
    this.site = root.dataset.root ?? "";
    const { element, slots } = cloneTemplate(root, "entry");
    this.ref = ref;
    this.element = element;
    this.slots = slots;
    this.id = `note-${ref.replace("#", "-")}`;
    this.element.dataset.ref = ref;
    slots.note.id = this.id;
    slots.noteLabel.htmlFor = this.id;
    slots.note.maxLength = LIMITS.note;
    slots.error.id = `${this.id}-fejl`;
    slots.note.setAttribute("aria-describedby", slots.error.id);
    slots.write.addEventListener("click", () => this.openNote());
    slots.up.addEventListener("click", () => actions.move(ref, -1));
    slots.down.addEventListener("click", () => actions.move(ref, 1));
    slots.remove.addEventListener("click", () => actions.remove(ref));
    slots.chosen.addEventListener("change", () => actions.choose(ref, slots.chosen.checked));
    for (const button of [slots.up, slots.down]) button.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.arrow(event, actions));
    watchText(slots.note, slots.error, (text) => actions.note(ref, text));
  }

  /** @param {KeyboardEvent} event @param {RowActions} actions */
  arrow(event, actions) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    actions.move(this.ref, event.key === "ArrowUp" ? -1 : 1);
  }

  openNote() {
    this.slots.noteField.hidden = false;
    this.slots.write.hidden = true;
    this.slots.note.focus();
  }

  /** @param {ListEntry} entry @param {{own: boolean, last: boolean, chosen: boolean}} state */
  show(entry, { own, last, chosen }) {
    const { slots } = this;
    if (entry.theme) this.element.dataset.tema = entry.theme;
    slots.number.textContent = String(entry.number);
    slots.kind.textContent = `${entry.label} · ${shortSource(entry.source)}`;
    slots.title.textContent = entry.title;
    slots.title.href = this.site + entry.path;
    slots.text.replaceChildren(...(entry.kind === "case" ? [make("p", {}, entry.summary)] : blockElements(entry.text)));
    for (const about of this.element.querySelectorAll(".visually-hidden")) about.textContent = `: ${entry.title}`;
    slots.actions.hidden = !own;
    slots.noteField.hidden = !own || (!entry.note && !slots.note.value && document.activeElement !== slots.note);
    slots.write.hidden = !slots.noteField.hidden;
    setValue(slots.note, entry.note);
    slots.read.hidden = own || !entry.note;
    slots.readText.replaceChildren(...paragraphs(entry.note));
    slots.up.setAttribute("aria-disabled", String(entry.number === 1));
    slots.down.setAttribute("aria-disabled", String(last));
    slots.choice.hidden = entry.kind !== "case";
    slots.chosen.checked = chosen;
  }
}

/**
 * Hands on what is typed when the typing rests or ends, and never a CPR number: then what stood before stands again.
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {HTMLElement} error
 * @param {(text: string) => void} changed
 */
export function watchText(control, error, changed) {
  let before = "";
  let timer = 0;
  const settle = () => {
    clearTimeout(timer);
    const refused = hasCpr(control.value);
    showProblem(control, error, refused ? CPR_IN_LIST : "");
    changed(refused ? before : control.value);
  };
  control.addEventListener("focus", () => {
    if (!hasCpr(control.value)) before = control.value;
  });
  control.addEventListener("input", () => {
    clearTimeout(timer);
    if (hasCpr(control.value)) settle();
    else timer = setTimeout(settle, TYPING_PAUSE);
  });
  control.addEventListener("change", settle);
  addEventListener("pagehide", () => timer && control.isConnected && settle());
}
