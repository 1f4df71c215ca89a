/** One control for each kind of field, made from what the model says of it. */

import { datePicker } from "../agreement/date-picker.mjs";
import { formatDate, isoDate, parseDate } from "../agreement/dates.mjs";
import { make, setValue, showProblem } from "../agreement/dom.mjs";
import { hasCpr } from "../codec/cpr.mjs";
import { CPR, adviceOn, problemText } from "./checks.mjs";
import { choiceList } from "./choices.mjs";
import { picker } from "./picker.mjs";
import { rowList } from "./rows.mjs";
import { derivedId, isDerived } from "./value.mjs";

/** @typedef {import("./value.mjs").Field} Field */
/** @typedef {import("./value.mjs").Path} Path */
/** @typedef {{element: HTMLElement, sync: () => void}} Part */
/**
 * What a control needs of the form around it.
 * @typedef {{data: import("./value.mjs").FormData, get: (path: Path) => any, set: (path: Path, value: any) => void,
 *   problem: (path: Path) => (import("./checks.mjs").Problem & {shown: boolean}) | undefined, say: (text: string) => void}} Form
 */

/** The list that grows by itself: boxes for all its values would be thousands. */
const ENDLESS = "cases";
const KEYBOARDS = new Map([
  ["number", "decimal"],
  ["whole", "numeric"],
]);

/** @param {Path} path @returns {string} the id of the control at a path */
export const controlId = (path) => `ny-${path.join("-").replaceAll("_", "-")}`;

/** @param {Form} form @param {Field} field @param {Path} path @returns {Part} */
export function fieldPart(form, field, path) {
  if (field.kind === "rows") return rowList(form, field, path, fieldPart);
  if (field.kind === "group") return groupPart(form, field, path);
  if (field.kind === "list" && field.item?.list === ENDLESS) return picker(form, field, path);
  if (field.kind === "list" && field.item?.choices) return choiceList(form, field, path);
  if (field.kind === "choice") return selectPart(form, field, path);
  const part = field.kind === "list" ? linesPart(form, field, path) : textPart(form, field, path);
  return isDerived(field) ? folded(form, part, path) : part;
}

/** @param {Form} form @param {Field} field @param {Path} path @returns {Part} */
function groupPart(form, field, path) {
  const parts = (field.fields ?? []).map((inner) => fieldPart(form, inner, [...path, inner.key]));
  const element = make("div", { className: "new-case__group" }, ...parts.map((part) => part.element));
  return { element, sync: () => parts.forEach((part) => part.sync()) };
}

/** @param {Field} field @returns {HTMLElement[]} what stands after the name of a field that may be left out */
export const optionalMark = ({ required, orElse }) =>
  required ? [] : [make("span", { className: "new-case__optional" }, orElse ? ` (eller skriv: ${orElse.toLowerCase()})` : " (kan udelades)")];

/**
 * A field with its label, help, example and what is said of it.
 * @param {Form} form
 * @param {Field} field
 * @param {Path} path
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
function framed(form, field, path, control) {
  const id = controlId(path);
  const hint = make("p", { className: "builder__hint", id: `${id}-hjaelp` }, field.help);
  if (field.example && control.localName !== "select")
    hint.append(field.help ? " " : "", make("span", { className: "builder__example" }, `Fx ${field.kind === "date" ? formatDate(field.example) : field.example}`));
  const error = make("p", { className: "builder__error", id: `${id}-fejl`, hidden: true });
  const note = make("p", { className: "builder__advice", id: `${id}-note`, hidden: true });
  const label = make("label", { htmlFor: id }, field.label);
  label.append(...optionalMark(field));
  control.id = id;
  control.setAttribute("aria-describedby", [hint, error, note].map((part) => part.id).join(" "));
  if (field.required) control.setAttribute("aria-required", "true");
  const element = make("div", { className: "builder__field" }, label, hint, control, error, note);
  const check = () => {
    const refused = control.dataset.refused !== undefined;
    const found = form.problem(path);
    showProblem(control, error, refused ? `${CPR} Det, du skriver her, kommer først med, når nummeret er væk.` : found ? problemText(found) : "");
    note.textContent = error.hidden && control.localName !== "select" ? adviceOn(field, control.value) : "";
    note.hidden = !note.textContent;
  };
  control.addEventListener("blur", check);
  return { element, check };
}

/** @param {Form} form @param {Field} field @param {Path} path @returns {Part} */
function textPart(form, field, path) {
  const isDate = field.kind === "date";
  const control =
    field.kind === "text"
      ? make("textarea", { rows: 4, maxLength: 20000 })
      : make("input", { type: "text", autocomplete: "off", maxLength: 500, inputMode: KEYBOARDS.get(field.kind) ?? "" });
  const shown = (/** @type {string} */ text) => (isDate ? formatDate(text) : text);
  const { element, check } = framed(form, field, path, control);
  if (isDate && control instanceof HTMLInputElement) datePicker(control, field.label);
  control.addEventListener("input", () => {
    if (hasCpr(control.value)) control.dataset.refused = "";
    else {
      delete control.dataset.refused;
      const day = isDate ? parseDate(control.value) : null;
      form.set(path, day ? isoDate(day) : control.value);
    }
    if (control.dataset.refused !== undefined || control.hasAttribute("aria-invalid")) check();
  });
  if (isDate) control.addEventListener("blur", () => (control.value = formatDate(control.value)));
  const sync = () => {
    if (control.dataset.refused !== undefined) return;
    setValue(control, shown(form.get(path) ?? ""));
    if (control.hasAttribute("aria-invalid") || form.problem(path)?.shown) check();
  };
  return { element, sync };
}

/** Several texts, one on each line. @param {Form} form @param {Field} field @param {Path} path @returns {Part} */
function linesPart(form, field, path) {
  const control = make("textarea", { rows: 3, maxLength: 20000 });
  const { element, check } = framed(form, { ...field, help: `${field.help} Én på hver linje.`.trim() }, path, control);
  control.addEventListener("input", () => {
    form.set(path, control.value.split("\n"));
    if (control.hasAttribute("aria-invalid")) check();
  });
  return { element, sync: () => setValue(control, (form.get(path) ?? []).join("\n")) };
}

/** @param {Form} form @param {Field} field @param {Path} path @returns {Part} */
function selectPart(form, field, path) {
  const control = make("select", {});
  if (!field.default) control.append(make("option", { value: "" }, "Vælg"));
  const own = field.list === "udgivelser" ? [{ id: form.data.nyKilde.id, name: "Kilden er ikke på listen" }] : [];
  control.append(...[...own, ...(field.choices ?? [])].map(({ id, name }) => make("option", { value: id }, name)));
  const { element, check } = framed(form, field, path, control);
  const about = make("p", { className: "builder__hint new-case__about", hidden: true });
  control.after(about);
  control.addEventListener("change", () => {
    form.set(path, control.value);
    check();
  });
  const sync = () => {
    control.value = form.get(path) ?? "";
    about.textContent = form.data.om[field.list ?? ""]?.[control.value] ?? "";
    about.hidden = !about.textContent;
    if (control.hasAttribute("aria-invalid")) check();
  };
  return { element, sync };
}

/** An id that is made of the words beside it, folded away, for whoever wants another. @param {Form} form @param {Part} part @param {Path} path */
function folded(form, part, path) {
  const summary = make("summary", {});
  const element = make("details", { className: "builder__more new-case__id" }, summary, part.element);
  const sync = () => {
    part.sync();
    const around = form.get(path.slice(0, -1)) ?? {};
    const made = form.get(path) || derivedId(around);
    summary.textContent = made ? `Fast adresse: ${made}` : "Fast adresse (bliver lavet for dig)";
  };
  return { element, sync };
}
