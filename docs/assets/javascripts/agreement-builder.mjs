/** <agreement-builder>: holds the draft, tells the steps when it changes, and shows the agreement as it grows. */

import { activitiesStep } from "./agreement/activities-step.mjs";
import { draftInFragment, wishesInQuery } from "./agreement/address.mjs";
import { listenToViews, openApp, partOf, reveal, showView } from "./agreement/app-frame.mjs";
import { arrivals } from "./agreement/arrivals.mjs";
import { beginningOf } from "./agreement/beginnings.mjs";
import { bodiesStep } from "./agreement/bodies-step.mjs";
import { builderWords } from "./agreement/builder-words.mjs";
import { checkStep } from "./agreement/check-step.mjs";
import { clausesStep } from "./agreement/clauses-step.mjs";
import { startDraft } from "./agreement/draft.mjs";
import { draftsStep } from "./agreement/drafts-step.mjs";
import { fieldsStep } from "./agreement/fields-step.mjs";
import { goalsStep } from "./agreement/goals-step.mjs";
import { nextStep } from "./agreement/next-step.mjs";
import { outputStep } from "./agreement/output-step.mjs";
import { partiesStep } from "./agreement/parties-step.mjs";
import { controlId, documentElements, showPlace } from "./agreement/preview.mjs";
import { startStep } from "./agreement/start-step.mjs";
import { stepsNav } from "./agreement/steps-nav.mjs";
import { agreementDocument } from "./agreement/text.mjs";

/** @typedef {AgreementBuilder} Builder */
/** @typedef {import("./agreement/draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./agreement/draft.mjs").Draft} Draft */
/** @typedef {import("./agreement/text.mjs").AgreementDocument} AgreementDocument */

const FAILED =
  "Byggeren kunne ikke hente klausulerne. Genindlæs siden for at prøve igen. Modelteksterne står herunder, så du kan kopiere dem.";
/** @type {BuilderData} */
const NO_DATA = { klausuler: [], skabeloner: [], aktoertyper: [], cases: [], laering: [], aftaler: [], tjek: [] };

class AgreementBuilder extends HTMLElement {
  data = NO_DATA;
  /** @type {Draft} */
  draft = startDraft(NO_DATA);
  /** @type {AgreementDocument} */
  agreement = agreementDocument(this.draft, NO_DATA);
  #words = builderWords(this);
  /** @type {{sync: () => void}[]} */
  #steps = [];
  /** @type {ReturnType<typeof stepsNav> | null} */
  #nav = null;
  #arrivals = arrivals(this, () => this.#drafts);
  /** @type {ReturnType<typeof draftsStep> | null} */
  #drafts = null;
  #started = false;
  #drawn = 0;
  #siteTitle = "";
  /** @type {HTMLElement | null} */
  #queryNotice = null;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    openApp(this, () => this.#open(), FAILED);
  }

  async #open() {
    const answer = await fetch(this.dataset.source ?? "");
    if (!answer.ok) throw new Error(`byg.json: ${answer.status}`);
    this.data = /** @type {BuilderData} */ (await answer.json());
    if (!this.data.klausuler.length) throw new Error("byg.json: ingen klausuler");
    const wishes = wishesInQuery(location.search, this.data);
    const { shared, fault } = await draftInFragment(location.hash, this.data);
    this.draft = shared?.draft ?? beginningOf(this.data, wishes);
    const steps = this.#makeSteps();
    this.#nav = stepsNav(this, steps);
    this.find(".builder__app").hidden = false;
    this.change(this.draft);
    this.#listen();
    if (fault) this.notice(fault);
    if (shared) this.#arrivals.tellShared(shared);
    else this.#queryNotice = this.#arrivals.tellStart(wishes);
  }

  #makeSteps() {
    this.#drafts = draftsStep(this);
    const steps = {
      begynd: startStep(this),
      parter: partiesStep(this),
      maal: goalsStep(this),
      aktiviteter: activitiesStep(this),
      organer: bodiesStep(this),
      klausuler: clausesStep(this),
      felter: fieldsStep(this),
      tjek: checkStep(this),
      hent: outputStep(this),
      videre: nextStep(this),
    };
    this.#steps = [...Object.values(steps), this.#drafts];
    return steps;
  }

  #listen() {
    this.addEventListener("click", (event) => this.#follow(event));
    listenToViews(this);
    window.addEventListener("hashchange", () => this.#arrivals.offerShared());
    window.addEventListener("beforeprint", () => this.#printed(true));
    window.addEventListener("afterprint", () => this.#printed(false));
  }

  /** @param {string} selector @returns {HTMLElement} a part of the builder's own template */
  find(selector) {
    return partOf(this, selector, "agreement_builder.html");
  }

  /** @param {string} path below the site's root @returns {string} */
  siteAddress(path) {
    return `${this.dataset.root ?? ""}${path}`;
  }

  /** Take a new draft and show it everywhere. @param {Draft} draft */
  change(draft) {
    if (draft.klausuler !== this.draft.klausuler) this.#forgetQuery();
    // What was refused in a control belongs to the draft that stood there.
    if (draft.id !== this.draft.id)
      for (const control of this.querySelectorAll("[data-refused]")) control.removeAttribute("data-refused");
    this.draft = draft;
    this.agreement = agreementDocument(draft, this.data);
    for (const step of this.#steps) step.sync();
    this.#nav?.sync();
    const { answered, asked } = this.agreement;
    this.find(".builder__progress").textContent = `${answered} af ${asked} felter udfyldt`;
    Object.assign(this.find(".builder__meter"), { max: Math.max(asked, 1), value: answered });
    cancelAnimationFrame(this.#drawn);
    this.#drawn = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.find(".builder__document").replaceChildren(documentElements(this.agreement, { level: 3, link: true }));
  }

  /** On paper, and in a PDF, the agreement is the whole document: its title is the first heading and names the file. @param {boolean} printing */
  #printed(printing) {
    this.#siteTitle ||= document.title;
    document.title = printing ? this.agreement.title.text : this.#siteTitle;
    if (printing)
      this.find(".builder__document").replaceChildren(documentElements(this.agreement, { level: 1, link: false }));
    else this.#draw();
  }

  /** Let the paper follow what a person works on. @param {{key?: string, clause?: string}} place */
  showPlace(place) {
    requestAnimationFrame(() => showPlace(this.find(".builder__paper"), place));
  }

  /** Show a step and move the focus to its heading. @param {string} id the last part of its heading's id */
  showStep(id) {
    showView(this, "skriv");
    this.#nav?.show(id);
  }

  /** Say something politely, with a way back where there is one. @param {string} text @param {...HTMLButtonElement} buttons */
  say(text, ...buttons) {
    this.#words.say(text, ...buttons);
  }

  /** @param {string | Node[]} text @param {...HTMLButtonElement} buttons @returns {HTMLElement} a notice above the steps */
  notice(text, ...buttons) {
    return this.#words.notice(text, ...buttons);
  }

  clearNotices() {
    this.find(".builder__notices").replaceChildren();
  }

  /** Say what a draft lost or found changed on its way in. @param {{left: number, faults: string[]}} loaded */
  tellLoaded(loaded) {
    this.#words.tellLoaded(loaded);
  }

  /** Put text on the clipboard, or show it to be copied by hand. @param {string} text @param {string} done */
  async copyText(text, done) {
    await this.#words.copyText(text, done);
  }

  /** The page one came from has had its say once the choices are one's own. */
  #forgetQuery() {
    this.#queryNotice?.remove();
    this.#queryNotice = null;
    if (location.search) history.replaceState(history.state, "", location.pathname + location.hash);
  }

  /** Links inside the builder move the focus and leave the address, which may hold a draft, alone. @param {MouseEvent} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const id = link?.getAttribute("href");
    if (!link || !id?.startsWith("#") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (link.dataset.section) return this.showPlace({ clause: link.dataset.section });
    if (this.#nav && id.startsWith("#trin-")) return this.showStep(id.slice("#trin-".length));
    if (link.dataset.key) this.goTo(link.dataset.key);
    else this.#reveal(document.getElementById(id.slice(1)));
  }

  /** Show the control where a key of the agreement is answered. @param {string} key */
  goTo(key) {
    this.#reveal(document.getElementById(key.startsWith("§") ? `klausul-${key.slice(1)}-med` : controlId(key)));
  }

  /** Show a place in the steps, however it is folded away, and move the focus there. @param {HTMLElement | null} target */
  #reveal(target) {
    if (!target) return;
    showView(this, "skriv");
    this.#nav?.show(this.#nav.stepOf(target), { focus: false });
    reveal(target);
  }
}

customElements.define("agreement-builder", AgreementBuilder);
