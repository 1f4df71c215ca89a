/** Step 3: the fields that the chosen variants ask for, each once. */

import { answerProblem, formatDate, neededFields } from "./answers.mjs";
import { cloneTemplate, make, setValue, showProblem } from "./dom.mjs";
import { LIMITS, answer } from "./draft.mjs";
import { controlId } from "./preview.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./answers.mjs").NeededField} NeededField */
/** @typedef {{element: HTMLElement, sync: (field: NeededField) => void}} FieldRow */

/**
 * @param {Builder} builder
 * @returns {{sync: () => void}}
 */
export function fieldsStep(builder) {
  const place = builder.find(".builder__fields");
  const none = builder.find(".builder__no-fields");
  /** @type {Map<string, FieldRow>} */
  const rows = new Map();
  let shown = "";

  const sync = () => {
    const needed = neededFields(builder.draft, builder.clauses);
    for (const item of needed) if (!rows.has(item.key)) rows.set(item.key, fieldRow(builder, item));
    // The groups are put up anew only when the set of fields changes, so that no one loses the caret while typing.
    const wanted = needed.map((item) => `${item.clause.id}/${item.key}`).join(" ");
    if (wanted !== shown) place.replaceChildren(...groups(needed, rows));
    shown = wanted;
    none.hidden = needed.length > 0;
    for (const item of needed) rows.get(item.key)?.sync(item);
  };
  return { sync };
}

/** @param {NeededField[]} needed @param {Map<string, FieldRow>} rows @returns {HTMLElement[]} one group for each clause */
function groups(needed, rows) {
  return [...new Set(needed.map((item) => item.clause))].map((clause) => {
    const own = needed
      .filter((item) => item.clause === clause)
      .map((item) => /** @type {FieldRow} */ (rows.get(item.key)).element);
    const heading = make("h3", { id: `felter-${clause.id}` }, clause.titel);
    return make("div", { className: "builder__group", role: "group", "aria-labelledby": heading.id }, heading, ...own);
  });
}

/**
 * @param {Builder} builder
 * @param {NeededField} item
 * @returns {FieldRow}
 */
function fieldRow(builder, { key, field }) {
  const { element, slots } = cloneTemplate(builder, "field");
  const control = makeControl(field.art);
  control.id = slots.label.htmlFor = controlId(key);
  slots.help.id = `${control.id}-hjaelp`;
  slots.error.id = `${control.id}-fejl`;
  slots.label.textContent = field.etiket;
  slots.help.append(field.hjaelp, " ", make("span", { className: "builder__example" }, `Fx ${field.eksempel}`));
  control.setAttribute("aria-describedby", `${slots.help.id} ${slots.error.id}`);
  slots.help.after(control);

  const check = () => showProblem(control, slots.error, answerProblem(field, builder.draft.svar[key] ?? ""));
  control.addEventListener("input", () => {
    builder.change(answer(builder.draft, key, control.value));
    builder.showPlace({ key });
    if (control.hasAttribute("aria-invalid")) check();
  });
  control.addEventListener("focus", () => builder.showPlace({ key }));
  control.addEventListener("blur", () => {
    if (field.art === "dato" && control.value !== formatDate(control.value)) {
      control.value = formatDate(control.value);
      builder.change(answer(builder.draft, key, control.value));
    }
    check();
  });
  const sync = (/** @type {NeededField} */ { also }) => {
    const text = builder.draft.svar[key] ?? "";
    if (control.value !== text && control !== document.activeElement) {
      setValue(control, text);
      check();
    }
    slots.also.textContent = also.length ? `Bruges også i: ${also.map((clause) => clause.titel).join(", ")}.` : "";
    slots.also.hidden = !also.length;
  };
  return { element, sync };
}

/** @param {string} kind @returns {HTMLInputElement | HTMLTextAreaElement} */
function makeControl(kind) {
  const common = { autocomplete: "off", maxLength: LIMITS.answer };
  if (kind === "afsnit" || kind === "liste") return make("textarea", { ...common, rows: 3 });
  return make("input", { ...common, type: "text", inputMode: kind === "tal" ? "numeric" : "text" });
}
