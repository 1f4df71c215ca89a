/** Several values from a list: boxes to tick, what is ticked told in one line, and a filter where the list is long. */

import { make } from "../agreement/dom.mjs";
import { problemText } from "./checks.mjs";
import { controlId, optionalMark } from "./controls.mjs";

const LONG = 12;

/**
 * @param {import("./controls.mjs").Form} form
 * @param {import("./value.mjs").Field} field
 * @param {import("./value.mjs").Path} path
 * @returns {import("./controls.mjs").Part}
 */
export function choiceList(form, field, path) {
  const id = controlId(path);
  const about = form.data.om[field.item?.list ?? ""] ?? {};
  const rows = (field.item?.choices ?? []).map((choice) => row(choice, about[choice.id] ?? ""));
  const chosen = make("p", { className: "new-case__chosen", id: `${id}-valgt` });
  const error = make("p", { className: "builder__error", id: `${id}-fejl`, hidden: true });
  const legend = make("legend", {}, field.label);
  legend.append(...optionalMark(field));
  const box = make("div", { className: "new-case__choices" }, ...rows.map(({ element }) => element));
  const element = make("fieldset", { className: "builder__field new-case__list-field", id, tabIndex: -1 }, legend);
  if (field.help) element.append(make("p", { className: "builder__hint" }, field.help));
  element.setAttribute("aria-describedby", `${chosen.id} ${error.id}`);
  if (rows.length > LONG) {
    element.append(filter(field.label, `${id}-filter`, rows, form.say));
    oneStop(box, rows);
  }
  element.append(chosen, box, error);
  const check = () => {
    const found = form.problem(path);
    error.textContent = found ? problemText(found) : "";
    error.hidden = !found;
  };
  box.addEventListener("change", () => {
    form.set(path, rows.filter(({ input }) => input.checked).map(({ input }) => input.value));
    check();
  });
  const sync = () => {
    const values = form.get(path) ?? [];
    for (const { input } of rows) input.checked = values.includes(input.value);
    const names = rows.filter(({ input }) => input.checked).map(({ name }) => name);
    chosen.textContent = names.length ? `Valgt: ${names.join(", ")}` : "Intet valgt endnu.";
    if (!error.hidden) check();
  };
  return { element, sync };
}

/** A long list is one stop for the Tab key, and the arrows move inside it. @param {HTMLElement} box @param {ReturnType<typeof row>[]} rows */
function oneStop(box, rows) {
  const stop = (/** @type {HTMLInputElement | undefined} */ wanted) => {
    for (const { input } of rows) input.tabIndex = input === wanted ? 0 : -1;
  };
  stop(rows[0]?.input);
  box.addEventListener("focusin", ({ target }) => stop(/** @type {HTMLInputElement} */ (target)));
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const seen = rows.filter(({ element }) => !element.hidden).map(({ input }) => input);
    const next = seen[seen.indexOf(/** @type {HTMLInputElement} */ (event.target)) + step];
    next?.focus();
  });
}

/** @param {{id: string, name: string}} choice @param {string} about */
function row({ id, name }, about) {
  const input = make("input", { type: "checkbox", value: id });
  const words = make("span", {}, name);
  if (about) words.append(make("span", { className: "builder__fits" }, about));
  return { input, name, about, element: make("label", { className: "builder__choice" }, input, words) };
}

/** @param {string} label @param {string} id @param {ReturnType<typeof row>[]} rows @param {(text: string) => void} say */
function filter(label, id, rows, say) {
  const input = make("input", { type: "search", id, autocomplete: "off", maxLength: 60 });
  const none = make("p", { className: "builder__hint", role: "status" });
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    // The name counts first; a description is only asked when no name fits.
    const named = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
    const fits = named.length ? named : rows.filter(({ about }) => about.toLowerCase().includes(wanted));
    for (const one of rows) one.element.hidden = !fits.includes(one) && !one.input.checked;
    // The one stop of the Tab key is always among those in sight.
    const first = rows.find(({ element }) => !element.hidden);
    for (const one of rows) one.input.tabIndex = one === first ? 0 : -1;
    none.textContent = fits.length ? "" : "Intet på listen passer.";
  });
  input.addEventListener("keydown", (event) => {
    const seen = rows.filter(({ element }) => !element.hidden);
    if (event.key === "ArrowDown") {
      event.preventDefault();
      seen[0]?.input.focus();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    const fits = seen.filter(({ input: box }) => !box.checked);
    // Enter takes the one that is meant; where several fit, it leads to them.
    if (!input.value.trim() || fits.length !== 1) return seen[0]?.input.focus();
    fits[0].input.click();
    input.value = "";
    input.dispatchEvent(new Event("input"));
    say(`${fits[0].name} er valgt.`);
  });
  const keys = make("span", { className: "new-case__keys" }, " (Enter vælger, piletaster flytter)");
  return make("div", { className: "new-case__filter" }, make("label", { htmlFor: id }, `Find i listen: ${label.toLowerCase()}`, keys), input, none);
}
