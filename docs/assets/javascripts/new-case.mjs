/** <new-case>: the form for a new case. It holds what is written, keeps it on the device and shows the page as it grows. */

import { listenToViews, openApp, partOf, reveal, showView } from "./agreement/app-frame.mjs";
import { ask, make } from "./agreement/dom.mjs";
import { timeText } from "./agreement/file-out.mjs";
import { stepsNav } from "./agreement/steps-nav.mjs";
import { problems } from "./new-case/checks.mjs";
import { controlId, fieldPart } from "./new-case/controls.mjs";
import { casePage } from "./new-case/page.mjs";
import { sendStep } from "./new-case/send.mjs";
import { labelOf, stepOf, stepState, today } from "./new-case/steps.mjs";
import { forgetDraft, readDraft, watchDraft, writeDraft } from "./new-case/store.mjs";
import { SOURCE_KEY, proposal, readValue, startValue, valueAt, withValue } from "./new-case/value.mjs";

/** @typedef {NewCaseForm} NewCase */
/** @typedef {import("./new-case/value.mjs").Path} Path */
/** @typedef {import("./new-case/value.mjs").FormData} FormData */
/** @typedef {import("./new-case/value.mjs").Group} Group */

const FAILED = "Formularen kunne ikke åbne. Genindlæs siden for at prøve igen, eller brug filen herunder.";
const KEPT = {
  none: "Det, du skriver, bliver gemt på denne enhed. Ingen andre kan se det, før du sender det.",
  ok: "Kladden er gemt på denne enhed",
  full: "Der er ikke plads til kladden på enheden. Hent filen, før du lukker siden.",
  blocked: "Browseren lader ikke siden gemme. Hent filen, før du lukker siden.",
};
const WAIT = 400;
const LAST = "send";

class NewCaseForm extends HTMLElement {
  data = /** @type {FormData} */ ({ trin: [], felter: [], nyKilde: { id: "", felter: [] }, regler: {}, om: {} });
  /** @type {Group} */
  value = {};
  /** @type {import("./new-case/checks.mjs").Problem[]} */
  found = [];
  /** @type {{sync: () => void}[]} */
  #parts = [];
  /** @type {ReturnType<typeof stepsNav> | null} */
  #nav = null;
  /** Steps that a person has been through: what lacks there may be told. */
  #seen = new Set();
  #started = false;
  #timer = 0;
  #drawn = 0;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    openApp(this, () => this.#open(), FAILED);
  }

  async #open() {
    const [answer, yaml] = await Promise.all([fetch(this.dataset.source ?? ""), import("./new-case/yaml.mjs")]);
    if (!answer.ok) throw new Error(`ny-case.json: ${answer.status}`);
    this.data = await answer.json();
    const draft = readDraft();
    this.value = draft ? readValue(this.data, draft.value, today()) : startValue(this.data, today());
    this.#current = this.data.trin[0].id;
    const steps = this.#makeSteps();
    const send = sendStep(this, yaml);
    const all = { ...steps, [LAST]: { ...send, enter: () => this.#leave(LAST) } };
    this.find(".builder__app").hidden = false;
    this.#nav = stepsNav(/** @type {any} */ (this), all);
    this.#parts.push(send, this.#nav);
    this.#listen();
    this.#kept(draft ? KEPT.ok : KEPT.none);
    this.#refresh();
    if (draft) this.#notice(`Din kladde fra ${timeText(draft.when, new Date())} er åbnet.`);
  }

  /** A section for each step, with its fields; the new source's fields stand below the choice of a source. */
  #makeSteps() {
    const fields = new Map(this.data.felter.map((field) => [field.key, field]));
    const steps = this.data.trin.map(({ id, navn, intro, felter }) => {
      const parts = felter.flatMap((key) => fields.get(key) ?? []).map((field) => fieldPart(this.#form, field, [field.key]));
      this.#parts.push(...parts);
      if (felter[0] === "kilde") {
        const source = this.#newSource();
        parts[0].element.firstElementChild?.after(source.element);
        this.#parts.push(source);
      }
      const heading = make("h2", { id: `trin-${id}`, tabIndex: -1 }, navn);
      const section = make("section", { className: "builder__step", "aria-labelledby": heading.id }, heading, make("p", {}, intro));
      section.append(...parts.map(({ element }) => element));
      this.find(".new-case__steps").append(section);
      return [id, { sync: () => {}, enter: () => this.#leave(id), ...stepState(this, felter) }];
    });
    return Object.fromEntries(steps);
  }

  #newSource() {
    const group = /** @type {any} */ ({ kind: "group", key: SOURCE_KEY, fields: this.data.nyKilde.felter });
    const part = fieldPart(this.#form, group, [SOURCE_KEY]);
    const element = make("div", { className: "new-case__new-source" }, make("h3", {}, "Den nye kilde"), part.element);
    const isNew = () => valueAt(this.value, ["kilde", "udgivelse"]) === this.data.nyKilde.id;
    return { element, sync: () => ((element.hidden = !isNew()), part.sync()) };
  }

  /** What the fields may ask of this form. @type {import("./new-case/controls.mjs").Form} */
  #form = (() => {
    const form = this;
    return {
      get data() {
        return form.data;
      },
      get: (path) => valueAt(form.value, path),
      set: (path, value) => form.#change(withValue(form.value, path, value)),
      problem: (path) => form.#problem(path),
      say: (text) => form.say(text),
    };
  })();

  /** @param {Path} path @returns {(import("./new-case/checks.mjs").Problem & {shown: boolean}) | undefined} what is wrong just there */
  #problem(path) {
    const fits = (/** @type {Path} */ other) =>
      path.every((step, index) => other[index] === step) &&
      (other.length === path.length || (other.length === path.length + 1 && typeof other.at(-1) === "number"));
    const found = this.found.find((one) => fits(one.path));
    return found && { ...found, shown: this.#seen.has(this.stepOf(found.path)) };
  }

  /** @param {Path} path @returns {string} the step that a field stands in */
  stepOf(path) {
    return stepOf(this.data, path);
  }

  /** Whoever goes on has been through the step; at the end all is told. @param {string} to */
  #leave(to) {
    const from = this.#current;
    this.#current = to;
    if (from !== to) {
      this.#seen.add(from);
      this.#toTop(to);
    }
    if (to === LAST) for (const { id } of this.data.trin) this.#seen.add(id);
    this.#sync();
  }

  #current = "";

  /** What is told above the form stands on every step; whoever goes on has read it. @param {string} step */
  #toTop(step) {
    requestAnimationFrame(() => {
      const heading = document.getElementById(`trin-${step}`);
      if (heading && heading === document.activeElement && heading.getBoundingClientRect().top > innerHeight / 3) heading.scrollIntoView();
    });
  }

  /** @param {Group} value */
  #change(value) {
    this.value = value;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#save(), WAIT);
    this.#refresh();
  }

  #refresh() {
    this.found = problems(this.data, this.value, today());
    this.#sync();
    cancelAnimationFrame(this.#drawn);
    this.#drawn = requestAnimationFrame(() => this.#draw());
  }

  #sync() {
    for (const part of this.#parts) part.sync();
  }

  #draw() {
    const made = proposal(this.data, this.value);
    this.find(".new-case__page").replaceChildren(...casePage(this.data, made.case, made.source));
  }

  #save() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const now = new Date();
    const state = writeDraft(this.value, now);
    this.#kept(state === "ok" ? `${KEPT.ok}, ${timeText(now, now)}.` : KEPT[state]);
  }

  /** @param {string} text */
  #kept(text) {
    this.find(".new-case__kept").textContent = text;
  }

  #listen() {
    listenToViews(this);
    this.find(".builder__nav-list").addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link) return;
      event.preventDefault();
      this.#nav?.show((link.getAttribute("href") ?? "").slice("#trin-".length));
    });
    const discard = /** @type {HTMLButtonElement} */ (this.find('[data-do="discard"]'));
    discard.addEventListener("click", async () => {
      const question = "Vil du slette det, du har skrevet? Det kan ikke fortrydes.";
      if (await ask(discard, question, "Ja, slet det", "Nej, behold det")) this.#discard();
    });
    window.addEventListener("pagehide", () => this.#timer && this.#save());
    watchDraft(() => {
      const button = make("button", { type: "button", className: "builder__small" }, "Hent den udgave");
      button.addEventListener("click", () => location.reload());
      this.#notice("Kladden er ændret i et andet vindue. Skriver du videre her, bliver den udgave overskrevet.", button);
    });
  }

  #discard() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    forgetDraft();
    this.#seen.clear();
    for (const control of this.querySelectorAll("[data-refused]")) control.removeAttribute("data-refused");
    this.value = startValue(this.data, today());
    this.#refresh();
    this.#kept(KEPT.none);
    this.find(".builder__notices").replaceChildren();
    this.#nav?.show(this.data.trin[0].id);
    this.say("Kladden er slettet fra denne enhed.");
  }

  /** @param {string} text @param {...HTMLButtonElement} buttons */
  #notice(text, ...buttons) {
    const notice = make("div", { className: "notice builder__notice" }, make("p", {}, text), ...buttons);
    this.find(".builder__notices").replaceChildren(notice);
  }

  /** @param {string} selector @returns {HTMLElement} a part of the form's own template */
  find(selector) {
    return partOf(this, selector, "new_case.html");
  }

  /** @param {string} text said politely */
  say(text) {
    this.find(".builder__status").textContent = text;
  }

  /** @param {Path} path @returns {string} what a field is called: "Aktører 2: Navn" */
  labelOf(path) {
    return labelOf(this.data, path);
  }

  /** Show the control of a field, however it is folded away, and move the focus there. @param {Path} path */
  goTo(path) {
    showView(this, "skriv");
    this.#nav?.show(this.stepOf(path), { focus: false });
    let target = null;
    for (let length = path.length; length && !target; length--) target = document.getElementById(controlId(path.slice(0, length)));
    reveal(target);
  }
}

customElements.define("new-case", NewCaseForm);
