/** A list of rows (goals, activities, bodies) where one stands open at a time; rows are added, moved and removed. */

import { answerProblem } from "./answers.mjs";
import { formatDate } from "./dates.mjs";
import { cloneTemplate, make } from "./dom.mjs";
import { addRow, changeRow, moveRow, mostRows, removeRow } from "./draft.mjs";
import { originNodes } from "./origins.mjs";
import { controlId } from "./preview.mjs";
import { takesDays, textControl } from "./text-control.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {{element: HTMLElement, slots: Record<string, any>, sync: () => void, clear: () => void}} Row */
/**
 * `noun` is the key on the paper ("maal-1-frist"), `one` what a person calls a row ("mål"), `lacks` what a row still misses.
 * @typedef {{list: "maal" | "aktiviteter" | "organer", part: string, noun: string, one: string, place: string, add: string,
 *   title: (row: any) => string, lacks: (row: any) => string[], extra?: (row: Row, at: () => number) => {sync: () => void}}} Kind
 */

/**
 * @param {Builder} builder
 * @param {Kind} kind
 * @returns {{sync: () => void, open: (index: number) => void}}
 */
export function rowList(builder, kind) {
  const place = builder.find(kind.place);
  const add = builder.find(kind.add);
  /** @type {Row[]} */
  let rows = [];
  const sync = () => {
    const wanted = builder.draft[kind.list].length;
    while (rows.length > wanted) rows.pop()?.element.remove();
    while (rows.length < wanted) {
      rows.push(makeRow(builder, kind, rows.length, act));
      place.append(rows[rows.length - 1].element);
    }
    for (const row of rows) row.sync();
    add.hidden = wanted >= mostRows(kind.list);
  };
  const open = (/** @type {number} */ index) => {
    rows.forEach((row, at) => (details(row).open = at === index));
    rows[index]?.element.querySelector("textarea, input")?.focus();
  };
  const act = (/** @type {"up" | "down" | "remove"} */ what, /** @type {number} */ index) => {
    for (const row of rows) row.clear();
    const name = kind.title(builder.draft[kind.list][index]) || `${kind.one} ${index + 1}`;
    if (what === "remove") {
      builder.change(removeRow(builder.draft, kind.list, index));
      for (const row of rows) details(row).open = false;
      const next = rows[Math.min(index, rows.length - 1)];
      (next ? next.element.querySelector("summary") : add)?.focus();
      builder.say(`»${name}« er fjernet.`);
      return;
    }
    const to = index + (what === "up" ? -1 : 1);
    builder.change(moveRow(builder.draft, kind.list, index, to - index));
    rows.forEach((row, at) => (details(row).open = at === to));
    const button = rows[to].slots[what];
    (button.disabled ? rows[to].slots[what === "up" ? "down" : "up"] : button).focus();
    builder.say(`»${name}« er nu nummer ${to + 1}.`);
  };
  add.addEventListener("click", () => {
    builder.change(addRow(builder.draft, kind.list, { fra: "egen" }));
    open(rows.length - 1);
  });
  onlyOneOpen(place);
  return { sync, open };
}

/** @param {Row} row @returns {HTMLDetailsElement} */
const details = (row) => /** @type {HTMLDetailsElement} */ (row.element.querySelector("details"));

/** Opening one item of a list closes the others. @param {HTMLElement} place */
export function onlyOneOpen(place) {
  place.addEventListener(
    "toggle",
    (event) => {
      const opened = /** @type {HTMLDetailsElement} */ (event.target);
      if (!opened.open || opened.parentElement?.parentElement !== place) return;
      for (const other of place.querySelectorAll(":scope > li > details[open]"))
        if (other !== opened) /** @type {HTMLDetailsElement} */ (other).open = false;
    },
    true,
  );
}

/**
 * @param {Builder} builder
 * @param {Kind} kind
 * @param {number} index
 * @param {(what: "up" | "down" | "remove", index: number) => void} act
 * @returns {Row}
 */
function makeRow(builder, kind, index, act) {
  const { element, slots } = cloneTemplate(builder, kind.part);
  const at = () => index;
  const controls = [...element.querySelectorAll("[data-field]")].map((control) =>
    rowControl(builder, kind, /** @type {HTMLInputElement} */ (control), index),
  );
  for (const [what, words] of /** @type {const} */ ([
    ["up", "Flyt op"],
    ["down", "Flyt ned"],
    ["remove", "Fjern"],
  ])) {
    slots[what] = make("button", { type: "button", className: "builder__small" });
    slots[what].append(words, make("span", { className: "visually-hidden" }, ` ${kind.one} ${index + 1}`));
    slots[what].addEventListener("click", () => act(what, index));
    slots.actions.append(slots[what]);
  }
  /** @type {Row} */
  const row = { element, slots, sync: () => {}, clear: () => {} };
  const extra = kind.extra?.(row, at);
  row.clear = () => {
    for (const control of element.querySelectorAll("[data-refused]")) control.removeAttribute("data-refused");
  };
  row.sync = () => {
    const value = builder.draft[kind.list][index];
    const lacks = kind.lacks(value);
    const name = kind.title(value);
    slots.title.textContent = name || `${kind.one.charAt(0).toUpperCase()}${kind.one.slice(1)} ${index + 1}`;
    slots.note.textContent = lacks.length ? `mangler ${lacks.join(", ")}` : "færdig";
    slots.note.dataset.state = lacks.length ? "igang" : "faerdig";
    const from = originNodes(builder, [value.fra]);
    slots.origin.hidden = !from.length;
    if (slots.origin.dataset.fra !== value.fra) slots.origin.replaceChildren(...from);
    slots.origin.dataset.fra = value.fra;
    slots.up.disabled = index === 0;
    slots.down.disabled = index === builder.draft[kind.list].length - 1;
    for (const control of controls) control.sync();
    extra?.sync();
  };
  return row;
}

/** @param {Builder} builder @param {Kind} kind @param {HTMLInputElement} control @param {number} index */
function rowControl(builder, kind, control, index) {
  const field = control.dataset.field ?? "";
  const art = { dato: "dato", tal: "tal" }[control.dataset.kind ?? ""] ?? "tekst";
  const key = `${kind.noun}-${index + 1}-${field}`;
  const days = control.dataset.kind === "dato" ? takesDays(control, `frist for ${kind.one} ${index + 1}`) : {};
  const read = (/** @type {import("./draft.mjs").Draft} */ draft) =>
    /** @type {any} */ (draft[kind.list][index])?.[field] ?? "";
  const bound = textControl(builder, control, {
    read,
    write: (draft, text) => changeRow(draft, kind.list, index, { [field]: text }),
    problem: () => answerProblem({ etiket: "", hjaelp: "", eksempel: "", art }, read(builder.draft)),
    tidy: control.dataset.kind === "tid" ? formatDate : undefined,
    key: () => key,
    ...days,
  });
  bound.name(controlId(key));
  return bound;
}
