/** One control of the builder: what is typed goes to the draft, what is wrong is said, and a CPR number is refused. */

import { CPR_PROBLEM, hasCpr } from "./answers.mjs";
import { datePicker } from "./date-picker.mjs";
import { formatDate } from "./dates.mjs";
import { make, setValue, showProblem } from "./dom.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/**
 * What a control stands for. `read` and `write` are pure; `problem` is a sentence or nothing; `advice` is friendlier: it
 * tells, but nothing is wrong. `tidy` says how a finished answer is written. `key` is its place on the paper.
 * @typedef {{read: (draft: Draft) => string, write: (draft: Draft, text: string) => Draft, problem?: () => string,
 *   advice?: () => string, tidy?: (text: string) => string, key?: () => string}} Meaning
 */

const REFUSED = `${CPR_PROBLEM} Det, du skriver her, kommer først med, når nummeret er væk.`;

/**
 * @param {Builder} builder
 * @param {Control} control inside its .builder__field
 * @param {Meaning} meaning
 * @returns {{sync: () => void, check: () => void}}
 */
export function textControl(builder, control, { read, write, problem = () => "", advice = () => "", tidy, key }) {
  const error = make("p", { className: "builder__error", hidden: true });
  const note = make("p", { className: "builder__advice", hidden: true });
  (control.closest(".builder__date") ?? control).after(error, note);
  const refused = () => control.dataset.refused !== undefined;
  const check = () => {
    showProblem(control, error, refused() ? REFUSED : problem());
    note.textContent = error.hidden ? advice() : "";
    note.hidden = !note.textContent;
  };
  control.addEventListener("input", () => {
    if (hasCpr(control.value)) {
      control.dataset.refused = "";
      check();
      return;
    }
    delete control.dataset.refused;
    builder.change(write(builder.draft, control.value));
    if (key) builder.showPlace({ key: key() });
    if (control.hasAttribute("aria-invalid")) check();
  });
  if (key) control.addEventListener("focus", () => builder.showPlace({ key: key() }));
  control.addEventListener("blur", () => {
    if (tidy && !refused() && control.value !== tidy(control.value)) {
      control.value = tidy(control.value);
      builder.change(write(builder.draft, control.value));
    }
    check();
  });
  const sync = () => {
    if (refused()) return;
    setValue(control, read(builder.draft));
    // A problem is told when a person leaves the control; while they mend it, it goes as soon as it is mended.
    if (control !== document.activeElement || control.hasAttribute("aria-invalid")) check();
  };
  return {
    check,
    sync,
    /** @param {string} id gives the control, its label and what is said of it their ids */
    name(id) {
      control.id = id;
      const field = /** @type {HTMLElement} */ (control.closest(".builder__field"));
      const hint = field.querySelector(".builder__hint");
      const label = field.querySelector("label");
      if (label) label.htmlFor = id;
      if (hint) hint.id = `${id}-hjaelp`;
      error.id = `${id}-fejl`;
      note.id = `${id}-note`;
      const told = [hint, error, note].flatMap((part) => (part ? [part.id] : []));
      control.setAttribute("aria-describedby", told.join(" "));
    },
  };
}

/**
 * Make a text control take days: typed the Danish way, or picked.
 * @param {HTMLInputElement} control
 * @param {string} what the day's name, for the button's label
 */
export function takesDays(control, what) {
  datePicker(control, what);
  return { tidy: formatDate };
}
