/** Who the parties are. */

import { partyProblem } from "./answers.mjs";
import { cvrAdvice, cvrProblem, tidyCvr } from "./cvr.mjs";
import { cloneTemplate, make } from "./dom.mjs";
import { FEWEST_PARTIES, LIMITS, addRow, changeRow, removeRow } from "./draft.mjs";
import { controlId } from "./preview.mjs";
import { partyKey } from "./text.mjs";
import { textControl } from "./text-control.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {{element: HTMLElement, slots: Record<string, any>, sync: () => void, clear: () => void}} Row */
/** @typedef {"navn" | "art" | "rolle" | "cvr" | "underskriver"} Field */

/** @type {[field: Field, what: string][]} */
const MORE = [
  ["rolle", "opgaver"],
  ["cvr", "CVR"],
  ["underskriver", "underskriver"],
];

/** @param {Builder} builder */
export function partiesStep(builder) {
  const list = builder.find(".builder__parties");
  const names = builder.find("#builder-parties");
  const add = builder.find('[data-do="add-party"]');
  /** @type {Row[]} */
  const rows = [];

  const sync = () => {
    const { parter } = builder.draft;
    while (rows.length > parter.length) rows.pop()?.element.remove();
    while (rows.length < parter.length) {
      rows.push(partyRow(builder, rows.length, remove));
      list.append(rows[rows.length - 1].element);
    }
    for (const row of rows) row.sync();
    add.hidden = parter.length >= LIMITS.parties;
    const known = [...new Set(parter.map((party) => party.navn.trim()).filter(Boolean))];
    names.replaceChildren(...known.map((value) => make("option", { value })));
  };
  const remove = (/** @type {number} */ index) => {
    const name = partyName(builder, index);
    for (const row of rows) row.clear();
    builder.change(removeRow(builder.draft, "parter", index));
    document.getElementById(controlId(partyKey(Math.min(index, rows.length - 1))))?.focus();
    builder.say(`${name} er fjernet.`);
  };
  add.addEventListener("click", () => {
    builder.change(addRow(builder.draft, "parter"));
    document.getElementById(controlId(partyKey(rows.length - 1)))?.focus();
    builder.say(`Part ${rows.length} er tilføjet.`);
  });
  const state = () => {
    const named = builder.draft.parter.filter((party) => party.navn.trim()).length;
    return !named ? "tom" : named === builder.draft.parter.length ? "faerdig" : "igang";
  };
  return { sync, state };
}

/** @param {Builder} builder @param {number} index */
const partyName = (builder, index) => builder.draft.parter[index].navn.trim() || `Part ${index + 1}`;

/**
 * @param {Builder} builder
 * @param {number} index
 * @param {(index: number) => void} remove
 * @returns {Row}
 */
function partyRow(builder, index, remove) {
  const { element, slots } = cloneTemplate(builder, "party");
  const id = controlId(partyKey(index));
  const hidden = () => make("span", { className: "visually-hidden" }, ` (part ${index + 1})`);
  const controls = [...element.querySelectorAll("[data-field]")].map((item) => {
    const control = /** @type {HTMLInputElement} */ (item);
    const field = /** @type {Field} */ (control.dataset.field);
    const bound = textControl(builder, control, { ...meaning(builder, index, field), key: () => partyKey(index) });
    bound.name(field === "navn" ? id : `${id}-${field}`);
    const label = control.closest(".builder__field")?.querySelector("label");
    if (field === "navn") label?.append(`Part ${index + 1}`);
    else if (field === "art") label?.append(make("span", {}, "Slags"), hidden());
    else label?.append(hidden());
    return bound;
  });
  const kinds = builder.data.aktoertyper.map(({ id: value, navn }) => make("option", { value }, navn));
  element.querySelector("select")?.append(...kinds);
  slots.remove.addEventListener("click", () => remove(index));
  const sync = () => {
    const party = builder.draft.parter[index];
    for (const control of controls) control.sync();
    const filled = MORE.filter(([field]) => party[field].trim()).map(([, what]) => what);
    slots.summary.textContent = filled.length ? `Udfyldt: ${filled.join(", ")}` : "Opgaver, CVR og underskriver";
    slots.summary.append(hidden());
    slots.remove.textContent = `Fjern ${partyName(builder, index)}`;
    slots.remove.hidden = builder.draft.parter.length <= FEWEST_PARTIES;
  };
  const clear = () => {
    for (const control of element.querySelectorAll("[data-refused]")) control.removeAttribute("data-refused");
  };
  return { element, slots, sync, clear };
}

/** @param {Builder} builder @param {number} index @param {Field} field @returns {import("./text-control.mjs").Meaning} */
function meaning(builder, index, field) {
  const read = (/** @type {import("./draft.mjs").Draft} */ draft) => draft.parter[index]?.[field] ?? "";
  const own = {
    navn: { problem: () => partyProblem(builder.draft, index) },
    cvr: {
      problem: () => cvrProblem(read(builder.draft)),
      advice: () => cvrAdvice(read(builder.draft)),
      tidy: tidyCvr,
    },
  };
  return {
    read,
    write: (draft, text) => changeRow(draft, "parter", index, { [field]: text }),
    ...(field === "navn" || field === "cvr" ? own[field] : {}),
  };
}
