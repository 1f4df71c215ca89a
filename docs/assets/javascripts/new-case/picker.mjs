/** Several values from a list that grows without end: a field with suggestions as one writes, and what is chosen below it. */

import { make, showProblem } from "../agreement/dom.mjs";
import { suggestions } from "../comparison/chooser.mjs";
import { problemText } from "./checks.mjs";
import { controlId, optionalMark } from "./controls.mjs";

const SUGGESTED = 20;
const NOT_FOUND = "Ingen case hedder det. Vælg et af forslagene, der kommer frem, mens du skriver.";

/**
 * @param {import("./controls.mjs").Form} form
 * @param {import("./value.mjs").Field} field
 * @param {import("./value.mjs").Path} path
 * @returns {import("./controls.mjs").Part}
 */
export function picker(form, field, path) {
  const id = controlId(path);
  const choices = field.item?.choices ?? [];
  const names = new Map(choices.map((choice) => [choice.id, choice.name]));
  const titles = choices.map((choice) => /** @type {[string, string, string]} */ ([choice.id, choice.name, ""]));
  const list = make("datalist", { id: `${id}-forslag` });
  const input = make("input", { type: "text", id: `${id}-find`, autocomplete: "off", maxLength: 120 });
  input.setAttribute("list", list.id);
  const error = make("p", { className: "builder__error", id: `${id}-fejl`, hidden: true });
  input.setAttribute("aria-describedby", error.id);
  const chosen = make("ul", { className: "new-case__picked" });
  const legend = make("legend", {}, field.label);
  legend.append(...optionalMark(field));
  const element = make("fieldset", { className: "builder__field new-case__list-field", id, tabIndex: -1 }, legend);
  if (field.help) element.append(make("p", { className: "builder__hint" }, field.help));
  const label = make("label", { htmlFor: input.id }, "Skriv nogle ord af titlen, og vælg et forslag");
  element.append(make("div", { className: "new-case__filter" }, label, input, list), error, chosen);

  const values = () => /** @type {string[]} */ (form.get(path) ?? []);
  const say = (/** @type {string} */ text) => showProblem(input, error, text);
  const left = () => titles.filter(([value]) => !values().includes(value));
  const take = (/** @type {string} */ value) => {
    input.value = "";
    list.replaceChildren();
    say("");
    form.set(path, [...values(), value]);
    form.say(`${names.get(value)} er valgt.`);
    sync();
  };
  input.addEventListener("input", () => {
    const written = input.value.trim();
    const exact = left().find(([, name]) => name === written);
    // A browser puts the whole of a suggestion in the field when it is chosen.
    if (exact) return take(exact[0]);
    list.replaceChildren(...suggestions(left(), written, SUGGESTED).map(([, name]) => make("option", { value: name })));
    say("");
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const near = suggestions(left(), input.value, 2);
    if (near.length === 1) take(near[0][0]);
    else if (input.value.trim()) say(NOT_FOUND);
  });
  input.addEventListener("blur", () => input.value.trim() && say(NOT_FOUND));
  const row = (/** @type {string} */ value) => {
    const name = names.get(value) ?? value;
    const remove = make("button", { type: "button", className: "builder__small" }, "Fjern", make("span", { className: "visually-hidden" }, ` ${name}`));
    remove.addEventListener("click", () => {
      form.set(path, values().filter((one) => one !== value));
      sync();
      input.focus();
      form.say(`${name} er fjernet.`);
    });
    return make("li", {}, make("span", {}, name), remove);
  };
  let drawn = "";
  const sync = () => {
    const now = JSON.stringify(values());
    if (now !== drawn) chosen.replaceChildren(...values().map(row));
    drawn = now;
    const found = form.problem(path);
    if (found?.shown) say(problemText(found));
  };
  return { element, sync };
}
