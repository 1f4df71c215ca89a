/** Step 1: who the parties are. */

import { CPR_PROBLEM, hasCpr, partyProblem } from "./answers.mjs";
import { cloneTemplate, make, setValue, showProblem } from "./dom.mjs";
import { FEWEST_PARTIES, LIMITS, addParty, changeParty, removeParty } from "./draft.mjs";
import { controlId } from "./preview.mjs";
import { partyKey } from "./text.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {{element: HTMLElement, slots: Record<string, any>}} Row */

/**
 * @param {Builder} builder
 * @returns {{sync: () => void}}
 */
export function partiesStep(builder) {
  const list = /** @type {HTMLElement} */ (builder.find(".builder__parties"));
  const add = /** @type {HTMLButtonElement} */ (builder.find('[data-do="add-party"]'));
  /** @type {Row[]} */
  let rows = [];

  const sync = () => {
    const { parter } = builder.draft;
    while (rows.length > parter.length) rows.pop()?.element.remove();
    while (rows.length < parter.length) {
      rows.push(partyRow(builder, rows.length, remove));
      list.append(rows[rows.length - 1].element);
    }
    rows.forEach((row, index) => syncRow(builder, row, index));
    add.hidden = parter.length >= LIMITS.parties;
  };
  const remove = (/** @type {number} */ index) => {
    const name = partyName(builder, index);
    builder.change(removeParty(builder.draft, index));
    rows.forEach((row, at) => checkRow(builder, row, at));
    rows[Math.min(index, rows.length - 1)].slots.name.focus();
    builder.say(`${name} er fjernet.`);
  };
  add.addEventListener("click", () => {
    builder.change(addParty(builder.draft));
    rows[rows.length - 1].slots.name.focus();
    builder.say(`Part ${rows.length} er tilføjet.`);
  });
  return { sync };
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
  const row = cloneTemplate(builder, "party");
  const { slots } = row;
  const id = controlId(partyKey(index));
  slots.name.id = slots["name-label"].htmlFor = id;
  slots.role.id = slots["role-label"].htmlFor = `${id}-rolle`;
  slots["name-label"].textContent = `Part ${index + 1}`;
  slots["role-label"].append(
    "Underskriver",
    make("span", { className: "visually-hidden" }, ` for part ${index + 1}`),
    " (valgfrit)",
  );
  slots["name-error"].id = `${id}-fejl`;
  slots["role-error"].id = `${id}-rolle-fejl`;
  slots["role-hint"].id = `${id}-rolle-hjaelp`;
  slots.name.setAttribute("aria-describedby", `${id}-fejl`);
  slots.role.setAttribute("aria-describedby", `${id}-rolle-hjaelp ${id}-rolle-fejl`);
  slots.name.addEventListener("input", () =>
    builder.change(changeParty(builder.draft, index, { navn: slots.name.value })),
  );
  slots.role.addEventListener("input", () =>
    builder.change(changeParty(builder.draft, index, { underskriver: slots.role.value })),
  );
  slots.name.addEventListener("focus", () => builder.showPlace({ key: partyKey(index) }));
  for (const control of [slots.name, slots.role])
    control.addEventListener("change", () => checkRow(builder, row, index));
  slots.remove.addEventListener("click", () => remove(index));
  return row;
}

/** @param {Builder} builder @param {Row} row @param {number} index */
function syncRow(builder, row, index) {
  const { element, slots } = row;
  const party = builder.draft.parter[index];
  const typing = [slots.name, slots.role].includes(document.activeElement);
  setValue(slots.name, party.navn);
  setValue(slots.role, party.underskriver);
  slots.remove.textContent = `Fjern ${partyName(builder, index)}`;
  slots.remove.hidden = builder.draft.parter.length <= FEWEST_PARTIES;
  // A problem is told when a person leaves the control; while they mend it, it goes as soon as it is mended.
  if (!typing || element.querySelector("[aria-invalid]")) checkRow(builder, row, index);
}

/** @param {Builder} builder @param {Row} row @param {number} index */
function checkRow(builder, { slots }, index) {
  showProblem(slots.name, slots["name-error"], partyProblem(builder.draft, index));
  const role = builder.draft.parter[index].underskriver;
  showProblem(slots.role, slots["role-error"], hasCpr(role) ? CPR_PROBLEM : "");
}
