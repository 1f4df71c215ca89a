/** Which clauses the agreement has, in the draft's order, and those it does not have. */

import { chosenClauses } from "./answers.mjs";
import { clauseItem, receipt } from "./clause-item.mjs";
import { cloneTemplate, make } from "./dom.mjs";
import { addClause, addOwnClause, chosenClause, dropClause, isOwn, modelChanged, moveClause } from "./draft.mjs";
import { references } from "./model-text.mjs";
import { onlyOneOpen } from "./row-list.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {"up" | "down" | "remove"} Act */

/** @param {Builder} builder */
export function clausesStep(builder) {
  const place = builder.find(".builder__clauses");
  const out = builder.find(".builder__left-out");
  const count = builder.find(".builder__count");
  /** @type {Map<string, ReturnType<typeof clauseItem>>} */
  const items = new Map();
  const outItems = new Map(
    builder.data.klausuler.map((clause) => [clause.id, outItem(builder, clause, () => opened(clause.id))]),
  );
  out.append(...[...outItems.values()].map((item) => item.element));
  let shown = "";

  const sync = () => {
    const clauses = chosenClauses(builder.draft, builder.data);
    for (const { id } of clauses) if (!items.has(id)) items.set(id, clauseItem(builder, id, act));
    const wanted = clauses.map(({ id }) => id).join(" ");
    // Items are put up anew only when the order changes, so that no one loses the caret while editing.
    if (wanted !== shown) place.replaceChildren(...clauses.flatMap(({ id }) => items.get(id)?.element ?? []));
    shown = wanted;
    for (const clause of clauses) items.get(clause.id)?.sync(clause, clauses.length);
    for (const [id, item] of outItems) item.element.hidden = Boolean(chosenClause(builder.draft, id));
    const all = [...outItems.values()].every((item) => item.element.hidden);
    out.hidden = all;
    builder.find(".builder__all-in").hidden = !all;
    count.textContent = clauses.length === 1 ? "1 klausul er med." : `${clauses.length} klausuler er med.`;
  };
  const opened = (/** @type {string} */ id) => {
    for (const [other, item] of items) item.details.open = other === id;
    items.get(id)?.element.querySelector("summary")?.focus();
  };
  const act = (/** @type {Act} */ what, /** @type {string} */ id) => {
    const item = /** @type {ReturnType<typeof clauseItem>} */ (items.get(id));
    const title = item.slots.title.textContent;
    if (what === "remove") return remove(id, title);
    builder.change(moveClause(builder.draft, id, what === "up" ? -1 : 1));
    const button = item.slots[what];
    (button.disabled ? item.slots[what === "up" ? "down" : "up"] : button).focus();
    builder.showPlace({ clause: id });
    builder.say(`Klausulen er nu ${item.slots.title.textContent}.`);
  };
  const remove = (/** @type {string} */ id, /** @type {string} */ title) => {
    const before = builder.draft.klausuler;
    const at = before.findIndex((entry) => entry.id === id);
    builder.change(dropClause(builder.draft, id));
    const next = builder.draft.klausuler[Math.min(at, builder.draft.klausuler.length - 1)]?.id ?? "";
    (items.get(next)?.element.querySelector("summary") ?? builder.find('[data-do="own-clause"]')).focus();
    const undo = make("button", { type: "button", className: "builder__small" }, "Fortryd");
    undo.addEventListener("click", () => {
      builder.change({ ...builder.draft, klausuler: before });
      builder.say("Klausulen er tilbage.");
      opened(id);
    });
    builder.say(`${title} er taget ud.`, undo);
  };
  builder.find('[data-do="own-clause"]').addEventListener("click", () => {
    builder.change(addOwnClause(builder.draft));
    const own = builder.draft.klausuler.filter((entry) => isOwn(entry.id)).at(-1);
    if (!own) return;
    opened(own.id);
    items.get(own.id)?.write();
  });
  onlyOneOpen(place);
  const state = () => {
    const { klausuler } = builder.draft;
    if (!klausuler.length) return "tom";
    const texts = chosenClauses(builder.draft, builder.data);
    const dangling = texts.some(({ text }) => references(text).some((id) => !chosenClause(builder.draft, id)));
    const open = dangling || texts.some(({ text, entry }) => !text.trim() || modelChanged(builder.data, entry));
    return open ? "igang" : "faerdig";
  };
  return { sync, state };
}

/** @param {Builder} builder @param {Clause} clause @param {() => void} done */
function outItem(builder, clause, done) {
  const { element, slots } = cloneTemplate(builder, "left-out");
  slots.title.textContent = clause.titel;
  slots.short.textContent = clause.kort;
  slots.receipt.textContent = `${receipt(clause)}${clause.uundvaerlig ? " · bør stå i enhver aftale" : ""}`;
  slots.add.append("Tag med", make("span", { className: "visually-hidden" }, ` ${clause.titel}`));
  slots.add.id = `klausul-${clause.id}-med`;
  slots.add.addEventListener("click", () => {
    builder.change(addClause(builder.draft, builder.data, clause.id));
    builder.showPlace({ clause: clause.id });
    builder.say(`${clause.titel} er taget med.`);
    done();
  });
  return { element };
}
