/** <list-button>: puts a case or a lesson on the reader's list and takes it off again. What it points at is its data-ref, or
 * the case of the card around it, so that a card drawn or copied later needs nothing more. */

import { make } from "./agreement/dom.mjs";
import { add, remove } from "./list/state.mjs";
import { changeList, isListed, onListChange, readList, REFUSALS } from "./list/store.mjs";

const FIRST = "Listen gemmes kun på denne enhed.";
const FULL_LIST = "Der er ikke plads til flere på listen.";
const NOTE_GONE = "Din note er fjernet med.";

class ListButton extends HTMLElement {
  connectedCallback() {
    this.label = make("span", { className: "list-button__label" });
    this.about = make("span", { className: "visually-hidden" });
    this.button = make("button", { type: "button", className: "list-button__button" }, this.label, this.about);
    this.said = make("span", { className: "list-button__said", role: "status" });
    this.replaceChildren(this.button, this.said);
    this.button.addEventListener("click", () => this.toggle());
    this.stop = onListChange(() => this.show());
    this.show();
  }

  disconnectedCallback() {
    this.stop?.();
  }

  get ref() {
    const card = /** @type {HTMLElement | null} */ (this.closest("[data-case], [data-near]"));
    return this.dataset.ref ?? card?.dataset.case ?? card?.dataset.near ?? "";
  }

  get subject() {
    return this.dataset.subject ?? this.closest(".case-card")?.querySelector(".case-card__title")?.textContent ?? "";
  }

  show() {
    const listed = isListed(this.ref);
    this.hidden = !this.ref; // a specimen on a page about design
    this.button?.setAttribute("aria-pressed", String(listed));
    if (this.label) this.label.textContent = listed ? "På min liste" : "Læg på min liste";
    if (this.about) this.about.textContent = this.subject ? `: ${this.subject}` : "";
  }

  toggle() {
    const { list } = readList();
    const at = list.poster.findIndex((entry) => entry.ref === this.ref);
    const refused = changeList((now) => (at < 0 ? add(now, this.ref) : remove(now, this.ref)));
    if (refused) this.say(REFUSALS[refused]);
    else if (at >= 0) this.sayRemoved(list.poster[at].note, at);
    else if (!isListed(this.ref)) this.say(FULL_LIST);
    else this.say(list.poster.length ? "" : FIRST);
  }

  /** A note took work to write, so it can be had back. @param {string} note @param {number} at */
  sayRemoved(note, at) {
    const undo = make("button", { type: "button", className: "list-button__undo" }, "Fortryd");
    undo.addEventListener("click", () => {
      changeList((now) => add(now, this.ref, at, note));
      this.say("");
      this.button?.focus();
    });
    if (note) this.said?.replaceChildren(`${NOTE_GONE} `, undo);
    else this.say("");
  }

  /** @param {string} text */
  say(text) {
    if (this.said) this.said.textContent = text;
  }
}

customElements.define("list-button", ListButton);
