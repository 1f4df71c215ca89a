/** <agreement-builder>: holds the draft, tells the steps when it changes, and shows the agreement as it grows. */

import { clausesInQuery, draftInFragment } from "./agreement/address.mjs";
import { clausesStep } from "./agreement/clauses-step.mjs";
import { make } from "./agreement/dom.mjs";
import { hasText, startDraft } from "./agreement/draft.mjs";
import { draftsStep } from "./agreement/drafts-step.mjs";
import { fieldsStep } from "./agreement/fields-step.mjs";
import { outputStep } from "./agreement/output-step.mjs";
import { partiesStep } from "./agreement/parties-step.mjs";
import { controlId, documentElements, showPlace } from "./agreement/preview.mjs";
import { readSaved } from "./agreement/storage.mjs";
import { agreementDocument } from "./agreement/text.mjs";

/** @typedef {AgreementBuilder} Builder */
/** @typedef {import("./agreement/draft.mjs").Clause} Clause */
/** @typedef {import("./agreement/draft.mjs").Draft} Draft */
/** @typedef {import("./agreement/text.mjs").AgreementDocument} AgreementDocument */

const FAILED =
  "Byggeren kunne ikke hente klausulerne. Genindlæs siden for at prøve igen. Modelteksterne står herunder, så du kan kopiere dem.";

class AgreementBuilder extends HTMLElement {
  /** @type {Clause[]} */
  clauses = [];
  /** @type {Draft} */
  draft = startDraft([]);
  /** @type {AgreementDocument} */
  agreement = agreementDocument(this.draft, []);
  /** @type {{sync: () => void}[]} */
  #steps = [];
  /** @type {ReturnType<typeof draftsStep> | null} */
  #drafts = null;
  #started = false;
  #drawn = 0;
  /** @type {HTMLElement | null} */
  #queryNotice = null;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#start();
  }

  async #start() {
    this.find(".builder__plain").hidden = true;
    this.find(".builder__waiting").hidden = false;
    try {
      await this.#open();
    } catch {
      this.find(".builder__app").hidden = true;
      this.find(".builder__plain").hidden = false;
      this.find(".builder__failure").hidden = false;
      this.find(".builder__failure").textContent = FAILED;
    } finally {
      this.find(".builder__waiting").hidden = true;
    }
  }

  async #open() {
    const answer = await fetch(this.dataset.clauses ?? "");
    if (!answer.ok) throw new Error(`klausuler.json: ${answer.status}`);
    this.clauses = /** @type {Clause[]} */ (await answer.json()).sort((one, other) => one.nummer - other.nummer);
    const { known, unknown } = clausesInQuery(location.search, this.clauses);
    const { shared, fault } = await draftInFragment(location.hash, this.clauses);
    this.draft =
      shared?.draft ??
      startDraft(
        this.clauses,
        known.map((clause) => clause.id),
      );
    this.#drafts = draftsStep(this);
    this.#steps = [partiesStep(this), clausesStep(this), fieldsStep(this), outputStep(this), this.#drafts];
    this.find(".builder__app").hidden = false;
    this.change(this.draft);
    this.#listen();
    if (fault) this.notice(fault);
    if (shared) this.#tellShared(shared.left);
    else this.#tellStart(known, unknown);
  }

  #listen() {
    this.addEventListener("click", (event) => this.#follow(event));
    for (const button of this.querySelectorAll("button[data-view]"))
      button.addEventListener("click", () => this.#show(button.getAttribute("data-view") ?? ""));
    window.addEventListener("hashchange", () => this.#offerShared());
    window.addEventListener("beforeprint", () => this.#draw());
  }

  /** @param {string} selector @returns {HTMLElement} a part of the builder's own template */
  find(selector) {
    const found = this.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`agreement_builder.html mangler ${selector}`);
    return found;
  }

  /** @param {string} path below the site's root @returns {string} */
  siteAddress(path) {
    return `${this.dataset.root ?? ""}${path}`;
  }

  /** Take a new draft and show it everywhere. @param {Draft} draft */
  change(draft) {
    if (draft.valg !== this.draft.valg) this.#forgetQuery();
    this.draft = draft;
    this.agreement = agreementDocument(draft, this.clauses);
    for (const step of this.#steps) step.sync();
    const { answered, asked } = this.agreement;
    this.find(".builder__progress").textContent = `${answered} af ${asked} felter udfyldt`;
    Object.assign(this.find(".builder__meter"), { max: Math.max(asked, 1), value: answered });
    cancelAnimationFrame(this.#drawn);
    this.#drawn = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.find(".builder__document").replaceChildren(documentElements(this.agreement, { level: 3, link: true }));
  }

  /** Let the paper follow what a person works on. @param {{key?: string, clause?: string}} place */
  showPlace(place) {
    requestAnimationFrame(() => showPlace(this.find(".builder__paper"), place));
  }

  /** Say something politely; the same words twice are said twice. @param {string} text */
  say(text) {
    const status = this.find(".builder__status");
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = text));
  }

  /** @param {string} text @param {...HTMLButtonElement} buttons @returns {HTMLElement} a notice above the steps */
  notice(text, ...buttons) {
    const close = make("button", { type: "button", className: "builder__small" }, "Luk");
    const box = make("div", { className: "notice builder__notice" }, make("p", {}, text), ...buttons, close);
    close.addEventListener("click", () => {
      box.remove();
      this.find("#trin-parter").focus();
    });
    this.find(".builder__notices").append(box);
    return box;
  }

  clearNotices() {
    this.find(".builder__notices").replaceChildren();
  }

  /** @param {number} count @returns {string} */
  leftText(count) {
    const which = count === 1 ? "1 klausul i kladden findes" : `${count} klausuler i kladden findes`;
    return `${which} ikke længere i samme form. Se efter under trin 2, om valget passer.`;
  }

  /** Put text on the clipboard, or show it to be copied by hand. @param {string} text @param {string} done */
  async copyText(text, done) {
    const manual = this.find(".builder__manual");
    try {
      await navigator.clipboard.writeText(text);
      manual.hidden = true;
      this.say(done);
    } catch {
      const area = /** @type {HTMLTextAreaElement} */ (this.find("#builder-manual"));
      manual.hidden = false;
      area.value = text;
      area.focus();
      area.select();
      this.say("Browseren lod ikke siden kopiere. Teksten er markeret, så du selv kan kopiere den.");
    }
  }

  /** @param {Clause[]} known @param {string[]} unknown */
  #tellStart(known, unknown) {
    if (known.length) {
      const names = known.map((clause) => clause.titel).join(", ");
      this.#queryNotice = this.notice(
        `Valgt fra den side, du kom fra: ${names}. De klausuler, som enhver aftale bør have, er valgt med.`,
      );
    }
    if (unknown.length) this.notice(`Adressen nævner klausuler, som ikke findes: ${unknown.join(", ")}.`);
    if (readSaved().state === "ok") this.notice("Du har en gemt kladde på denne enhed.", this.#restoreButton());
  }

  /** @param {number} left how many choices could not be followed */
  #tellShared(left) {
    const saved = readSaved().state === "ok";
    const own = saved ? " Din egen gemte kladde er ikke rørt." : "";
    this.notice(
      `Du ser en kladde fra et link. Den er ikke gemt på denne enhed.${own}`,
      ...(saved ? [this.#restoreButton()] : []),
    );
    if (left) this.notice(this.leftText(left));
  }

  #restoreButton() {
    const button = make("button", { type: "button", className: "builder__small" }, "Hent gemt kladde");
    button.addEventListener("click", () => this.#drafts?.restore(button));
    return button;
  }

  /** A link opened while the page stands: one's own text goes only when one says so. */
  async #offerShared() {
    const { shared, fault } = await draftInFragment(location.hash, this.clauses);
    if (fault) this.notice(fault);
    if (!shared) return;
    const open = () => {
      this.clearNotices();
      this.change(shared.draft);
      this.#tellShared(shared.left);
    };
    if (!hasText(this.draft)) return open();
    const button = make("button", { type: "button", className: "builder__small" }, "Åbn kladden fra linket");
    button.addEventListener("click", open);
    this.notice("Linket rummer en anden kladde. Åbner du den, forsvinder det, du har skrevet her på siden.", button);
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
    this.#show("skriv");
    const target = document.getElementById(link.dataset.key ? controlId(link.dataset.key) : id.slice(1));
    target?.closest(".builder__field")?.scrollIntoView({ block: "center" });
    target?.focus();
  }

  /** @param {string} view "skriv" or "aftale", where there is room for only one */
  #show(view) {
    this.find(".builder__app").dataset.view = view;
    for (const button of this.querySelectorAll("button[data-view]"))
      button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === view));
  }
}

customElements.define("agreement-builder", AgreementBuilder);
