/** Rows of a list (actors, key figures, lessons): one stands open at a time; rows are added, moved and removed. */

import { make } from "../agreement/dom.mjs";
import { onlyOneOpen } from "../agreement/row-list.mjs";
import { problemText } from "./checks.mjs";
import { controlId } from "./controls.mjs";
import { emptyGroup, isDerived } from "./value.mjs";

/** @typedef {import("./controls.mjs").Form} Form */
/** @typedef {import("./controls.mjs").Part} Part */
/** @typedef {import("./value.mjs").Field} Field */
/** @typedef {import("./value.mjs").Path} Path */
/** @typedef {(form: Form, field: Field, path: Path) => Part} MakePart */

/** What a person calls one row. @type {Record<string, string>} */
const ONE = { aktoerer: "aktør", noegletal: "nøgletal", laering: "læringspunkt" };

/** @param {Form} form @param {Field} field @param {Path} path @param {MakePart} makePart @returns {Part} */
export function rowList(form, field, path, makePart) {
  const one = ONE[field.key] ?? "række";
  const list = make("ol", { className: "builder__items" });
  const add = make("button", { type: "button", className: "button button--quiet" }, `Tilføj ${one}`);
  const error = make("p", { className: "builder__error", hidden: true });
  const element = make("div", { className: "new-case__rows", id: controlId(path), tabIndex: -1 });
  const heading = make("h3", {}, field.label);
  element.append(heading, make("p", { className: "builder__hint" }, field.help), error, list);
  element.append(make("div", { className: "builder__actions" }, add));
  /** @type {{element: HTMLDetailsElement, sync: () => void}[]} */
  let rows = [];

  const build = () => {
    rows = (form.get(path) ?? []).map((/** @type {any} */ _, /** @type {number} */ index) =>
      row(form, field, [...path, index], { one, makePart, act }),
    );
    list.replaceChildren(...rows.map((each) => make("li", {}, each.element)));
    for (const each of rows) each.sync();
  };
  const open = (/** @type {number} */ index) => {
    rows.forEach((each, at) => (each.element.open = at === index));
    /** @type {HTMLElement | null} */ (rows[index]?.element.querySelector("input, textarea, select"))?.focus();
  };
  const act = (/** @type {"up" | "down" | "remove"} */ what, /** @type {number} */ index) => {
    const values = [...form.get(path)];
    const [taken] = values.splice(index, 1);
    const to = index + (what === "up" ? -1 : 1);
    if (what !== "remove") values.splice(to, 0, taken);
    form.set(path, values);
    build();
    if (what === "remove") {
      (/** @type {HTMLElement | null} */ (rows[Math.min(index, rows.length - 1)]?.element.querySelector("summary")) ?? add).focus();
      form.say(`${one.charAt(0).toUpperCase()}${one.slice(1)} ${index + 1} er fjernet.`);
      return;
    }
    rows[to].element.open = true;
    /** @type {HTMLElement} */ (rows[to].element.querySelector("summary")).focus();
    form.say(`${one.charAt(0).toUpperCase()}${one.slice(1)} er nu nummer ${to + 1}.`);
  };
  add.addEventListener("click", () => {
    form.set(path, [...(form.get(path) ?? []), emptyGroup(field.fields ?? [])]);
    build();
    open(rows.length - 1);
  });
  onlyOneOpen(list);
  const sync = () => {
    if (rows.length !== (form.get(path) ?? []).length) build();
    else for (const each of rows) each.sync();
    const found = form.problem(path);
    error.textContent = found?.shown ? problemText(found) : "";
    error.hidden = !error.textContent;
  };
  return { element, sync };
}

/**
 * @param {Form} form
 * @param {Field} field
 * @param {Path} path
 * @param {{one: string, makePart: MakePart, act: (what: "up" | "down" | "remove", index: number) => void}} ways
 */
function row(form, field, path, { one, makePart, act }) {
  const index = Number(path.at(-1));
  // What the form makes of the words stands below the words.
  const fields = [...(field.fields ?? [])].sort((one, other) => Number(isDerived(one)) - Number(isDerived(other)));
  const parts = fields.map((inner) => makePart(form, inner, [...path, inner.key]));
  const title = make("span", { className: "builder__item-title" });
  const note = make("span", { className: "builder__item-note" });
  const hidden = () => make("span", { className: "visually-hidden" }, ` ${one} ${index + 1}`);
  const button = (/** @type {string} */ words, /** @type {"up" | "down" | "remove"} */ what) => {
    const made = make("button", { type: "button", className: "builder__small" }, words, hidden());
    made.addEventListener("click", () => act(what, index));
    return made;
  };
  const [up, down, remove] = [button("Flyt op", "up"), button("Flyt ned", "down"), button("Fjern", "remove")];
  const element = make(
    "details",
    { className: "builder__item" },
    make("summary", {}, title, note),
    ...parts.map((part) => part.element),
    make("div", { className: "builder__item-actions" }, up, down, remove),
  );
  const sync = () => {
    const value = form.get(path);
    if (!value) return;
    const lacks = (field.fields ?? []).filter(({ key }) => form.problem([...path, key])).map(({ label }) => label.toLowerCase());
    title.textContent = rowTitle(value) || `${one.charAt(0).toUpperCase()}${one.slice(1)} ${index + 1}`;
    note.textContent = lacks.length ? `mangler ${lacks.join(", ")}` : "færdig";
    note.dataset.state = lacks.length ? "igang" : "faerdig";
    up.disabled = index === 0;
    down.disabled = index === form.get(path.slice(0, -1)).length - 1;
    for (const part of parts) part.sync();
  };
  return { element, sync };
}

/** @param {Record<string, any>} value @returns {string} what a row is called */
const rowTitle = (value) =>
  String(value.navn || [value.tal, value.enhed].filter(Boolean).join(" ") || value.tekst || "").slice(0, 70);
