/** <list-button>: puts a case or a lesson on the reader's list and takes it off again. What it points at is its data-ref, or
 * the case of the card around it, so that a card drawn or copied later needs nothing more; a lesson is named by the link beside
 * it, and what a page is about by its heading. The list itself travels when there is one, or when a reader comes near a button. */

import { isKept, onListChange } from "./list/changes.mjs";

// Of the many on a list of cases so many are made at once, when the browser has nothing else to do.
const AT_ONCE = 4;
const PATIENCE = 200;
/** @type {ListButton[]} */
const waiting = [];

function makeSome() {
  for (const one of waiting.splice(0, AT_ONCE)) if (one.isConnected) one.start();
  if (waiting.length) makeSoon();
}

function makeSoon() {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(makeSome, { timeout: PATIENCE });
  else setTimeout(makeSome);
}

class ListButton extends HTMLElement {
  connectedCallback() {
    if (waiting.push(this) === 1) makeSoon();
  }

  start() {
    if (!this.button) this.make(); // a card that moves in the page takes its button along
    this.stop?.();
    this.stop = onListChange(() => this.show());
    this.show();
  }

  make() {
    this.label = part("span", "list-button__label");
    this.about = part("span", "visually-hidden");
    this.button = part("button", "list-button__button");
    this.button.setAttribute("type", "button");
    this.button.append(this.label, this.about);
    this.said = part("span", "list-button__said");
    this.said.setAttribute("role", "status");
    this.replaceChildren(this.button, this.said);
    this.button.addEventListener("click", () => this.toggle());
    for (const near of ["pointerenter", "focus"]) this.button.addEventListener(near, () => import("./list/toggle.mjs").catch(() => {}), { once: true });
  }

  disconnectedCallback() {
    this.stop?.();
  }

  get ref() {
    const card = /** @type {HTMLElement | null} */ (this.closest("[data-case], [data-near]"));
    return this.dataset.ref ?? card?.dataset.case ?? card?.dataset.near ?? "";
  }

  get subject() {
    const beside = this.previousElementSibling?.matches(".lesson__build") ? this.previousElementSibling.ariaLabel : null;
    const card = this.closest(".case-card")?.querySelector(".case-card__title");
    const page = this.closest(".case-lead") ? document.querySelector("h1") : null;
    return this.dataset.subject ?? beside?.replace(/^.*?: /, "") ?? card?.textContent ?? page?.firstChild?.textContent ?? "";
  }

  async show() {
    this.hidden = !this.ref; // a specimen on a page about design
    const about = this.subject ? `: ${this.subject}` : "";
    if (this.about && this.about.textContent !== about) this.about.textContent = about;
    if (!isKept() || !this.label?.textContent) this.draw(false);
    if (isKept()) this.draw((await import("./list/store.mjs")).isListed(this.ref));
  }

  /** @param {boolean} listed */
  draw(listed) {
    this.button?.setAttribute("aria-pressed", String(listed));
    if (this.label) this.label.textContent = listed ? "På min liste" : "Læg på min liste";
  }

  async toggle() {
    const { toggle } = await import("./list/toggle.mjs");
    toggle(this.ref, (...words) => this.said?.replaceChildren(...words), () => this.button?.focus());
  }
}

/** @param {string} name @param {string} className */
function part(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

customElements.define("list-button", ListButton);
