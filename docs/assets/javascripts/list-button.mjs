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
    if (!this.button) this.make(); // a card that moves in the page takes its button along, and so does a copy of it
    this.stop?.();
    this.stop = onListChange(() => this.show());
    this.show();
  }

  make() {
    if (!this.firstElementChild) this.append(...parts());
    this.button = /** @type {HTMLButtonElement} */ (this.firstElementChild);
    this.said = /** @type {HTMLElement} */ (this.lastElementChild);
    this.said.textContent = "";
    this.label = /** @type {HTMLElement} */ (this.button.firstElementChild);
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
    if (!isKept() || !this.label?.textContent) this.draw(false);
    if (isKept()) this.draw((await import("./list/store.mjs")).isListed(this.ref));
  }

  /** @param {boolean} listed */
  draw(listed) {
    const label = listed ? "På min liste" : "Læg på min liste";
    const { button, label: place, subject } = this;
    if (!button || !place) return;
    button.ariaLabel = subject ? `${label}: ${subject}` : label;
    if (place.textContent === label) return; // as in a card that comes back
    button.ariaPressed = String(listed);
    place.textContent = label;
  }

  async toggle() {
    const { toggle } = await import("./list/toggle.mjs");
    toggle(this.ref, (...words) => this.said?.replaceChildren(...words), () => this.button?.focus());
  }
}

/** The button with its text, and the place for what is said. */
function parts() {
  const button = part("button", "list-button__button");
  button.setAttribute("type", "button");
  button.append(part("span", "list-button__label"));
  const said = part("span", "list-button__said");
  said.setAttribute("role", "status");
  return [button, said];
}

/** @param {string} name @param {string} className */
function part(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

customElements.define("list-button", ListButton);
