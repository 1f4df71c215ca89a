/** <agreement-drafts>: drafts from files and from this device, to be compared, merged and renewed. */

import { compareView } from "./agreement/compare-view.mjs";
import { toJson } from "./agreement/draft-file.mjs";
import { copyText, draftLink } from "./agreement/file-out.mjs";
import { mergeView } from "./agreement/merge-view.mjs";
import { openedView } from "./agreement/opened-view.mjs";
import { renewView } from "./agreement/renew-view.mjs";
import { download, fileName } from "./codec/file.mjs";

/** @typedef {AgreementDrafts} Desk */
/** @typedef {import("./agreement/draft.mjs").Draft} Draft */
/** @typedef {import("./agreement/draft-file.mjs").OpenedDraft} OpenedDraft */
/**
 * A draft on the desk: "name" tells it from the others, "when" is the file's or the saving's time.
 * @typedef {OpenedDraft & {key: string, name: string, when: Date | null, source: "fil" | "enhed" | "lavet"}} DeskDraft
 */

const FAILED = "Siden kunne ikke hente klausulerne. Genindlæs siden for at prøve igen.";

class AgreementDrafts extends HTMLElement {
  /** @type {DeskDraft[]} */
  drafts = [];
  /** @type {any} */
  data = null;
  /** @type {{sync: () => void}[]} */
  #views = [];
  /** @type {ReturnType<typeof compareView> | null} */
  #compare = null;
  #made = 0;

  connectedCallback() {
    if (!this.data) this.#start();
  }

  async #start() {
    this.find(".drafts__plain").hidden = true;
    try {
      const answer = await fetch(this.dataset.source ?? "");
      if (!answer.ok) throw new Error(`byg.json: ${answer.status}`);
      this.data = await answer.json();
      this.#compare = compareView(this);
      this.#views = [openedView(this), this.#compare, mergeView(this), renewView(this)];
      for (const button of this.querySelectorAll("[data-task]"))
        button.addEventListener("click", () => this.showTask(button.getAttribute("data-task") ?? ""));
      for (const button of this.querySelectorAll("[data-do=print]"))
        button.addEventListener("click", () => window.print());
      this.find(".drafts__app").hidden = false;
      this.sync();
    } catch {
      this.find(".drafts__failure").hidden = false;
      this.find(".drafts__failure").textContent = FAILED;
    }
  }

  /** @param {string} selector @returns {HTMLElement} a part of the page's own template */
  find(selector) {
    const found = this.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`agreement_drafts.html mangler ${selector}`);
    return found;
  }

  /** Show every view as the drafts on the desk now are. */
  sync() {
    for (const view of this.#views) view.sync();
  }

  /**
   * Put a draft on the desk under a name that no other has.
   * @param {OpenedDraft} opened @param {{name: string, when: Date | null, source: DeskDraft["source"]}} about @returns {DeskDraft}
   */
  add(opened, { name, when, source }) {
    const names = this.drafts.map((draft) => draft.name);
    let [unique, number] = [name, 1];
    while (names.includes(unique)) unique = `${name} (${(number += 1)})`;
    this.#made += 1;
    const draft = { ...opened, key: String(this.#made), name: unique, when, source };
    this.drafts = [...this.drafts, draft];
    return draft;
  }

  /** @param {string} key */
  remove(key) {
    this.drafts = this.drafts.filter((draft) => draft.key !== key);
    this.sync();
  }

  /** @param {string} key @returns {DeskDraft | undefined} */
  draft(key) {
    return this.drafts.find((draft) => draft.key === key);
  }

  /** @param {string} task "sammenlign", "saml" or "forny" */
  showTask(task) {
    for (const button of this.querySelectorAll("[data-task]"))
      button.setAttribute("aria-pressed", String(button.getAttribute("data-task") === task));
    for (const panel of this.querySelectorAll("[data-panel]"))
      if (panel instanceof HTMLElement) panel.hidden = panel.dataset.panel !== task;
  }

  /** Set two drafts against each other and go there. @param {string} before @param {string} after */
  compare(before, after) {
    this.showTask("sammenlign");
    this.#compare?.choose(before, after);
    this.find("#sammenlign").focus();
  }

  /** Say something politely; the same words twice are said twice. @param {string} text */
  say(text) {
    const status = this.find(".drafts__status");
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = text));
  }

  /** Put text on the clipboard, or show it to be copied by hand. @param {string} text @param {string} done */
  async copy(text, done) {
    const manual = this.find(".drafts__manual");
    this.say(await copyText(text, manual, done));
  }

  /** Go to the builder with a draft, or hand it over as a file where a link cannot carry it. @param {Draft} draft @param {string} name */
  async openInBuilder(draft, name) {
    const { address, fault } = await draftLink(draft, new URL(this.dataset.builder ?? "", document.baseURI));
    if (address) return location.assign(address);
    this.saveJson(draft, name);
    this.say(`${fault} Kladden er hentet som JSON i stedet. Åbn byggeren, og åbn filen dér.`);
  }

  /** @param {Draft} draft @param {string} name */
  saveJson(draft, name) {
    download(new Blob([toJson(draft)], { type: "application/json" }), fileName(name, "kladde", "json"));
  }
}

customElements.define("agreement-drafts", AgreementDrafts);
