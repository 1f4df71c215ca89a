/** The fields that the chosen clauses ask for, in groups: some on the page about the purpose, the rest on their own. */

import { answerProblem, isReadable, neededFields } from "./answers.mjs";
import { cloneTemplate, make } from "./dom.mjs";
import { LIMITS, answer } from "./draft.mjs";
import { controlId } from "./preview.mjs";
import { rowStep } from "./row-answers.mjs";
import { takesDays, textControl } from "./text-control.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./answers.mjs").NeededField} NeededField */
/** @typedef {{element: HTMLElement, sync: (field: NeededField) => void}} FieldRow */

/** Clauses whose fields are asked for together with the goals. */
const PURPOSE = new Set(["titel-og-indledning", "formaal"]);
/** @type {Record<string, string>} */
const STEPS = { maal: "Formål og mål", aktiviteter: "Aktiviteter", organer: "Organer", parter: "Parter" };

/**
 * @param {Builder} builder
 * @param {HTMLElement} place
 * @param {"maal" | "felter"} step
 */
export function fieldGroups(builder, place, step) {
  /** @type {Map<string, FieldRow>} */
  const rows = new Map();
  let shown = "";
  /** @type {NeededField[]} */
  let needed = [];
  const sync = () => {
    const all = neededFields(builder.draft, builder.data);
    needed = all.filter((item) => PURPOSE.has(item.clause.id) === (step === "maal"));
    // Rows say these better: they are asked for where the rows are, and here only shown.
    for (const item of needed) if (!rows.has(item.key)) rows.set(item.key, fieldRow(builder, item));
    // The groups are put up anew only when the set of fields changes, so that no one loses the caret while typing.
    const wanted = needed.map((item) => `${item.clause.id}/${item.key}/${item.given}`).join(" ");
    if (wanted !== shown) place.replaceChildren(...(step === "maal" ? plain() : folded()));
    shown = wanted;
    for (const item of needed) rows.get(item.key)?.sync(item);
    for (const group of place.querySelectorAll("details[data-clause]")) tellGroup(group);
  };
  const rowOf = (/** @type {NeededField} */ item) =>
    item.given ? givenRow(builder, item) : /** @type {FieldRow} */ (rows.get(item.key)).element;
  const plain = () => needed.map(rowOf);
  const folded = () => {
    const open = new Set([...place.querySelectorAll("details[open]")].map((item) => item.getAttribute("data-clause")));
    const clauses = [...new Map(needed.map((item) => [item.clause.id, item.clause])).values()];
    const groups = clauses.map((clause) => {
      const group = make(
        "details",
        { className: "builder__item builder__group", "data-clause": clause.id },
        make(
          "summary",
          {},
          make("span", { className: "builder__item-title" }, clause.title),
          make("span", { className: "builder__item-note" }),
        ),
        ...needed.filter((item) => item.clause.id === clause.id).map(rowOf),
      );
      group.open = open.has(clause.id);
      return group;
    });
    groups.slice(0, -1).forEach((group, index) => group.append(nextButton(groups[index], groups[index + 1])));
    return groups;
  };
  const tellGroup = (/** @type {Element} */ group) => {
    const own = needed.filter((item) => item.clause.id === group.getAttribute("data-clause"));
    const done = own.filter((item) => isDone(builder, item)).length;
    const note = /** @type {HTMLElement} */ (group.querySelector(".builder__item-note"));
    note.textContent = done === own.length ? "færdig" : `${done} af ${own.length}`;
    note.dataset.state = done === own.length ? "faerdig" : "igang";
  };
  const counts = () => ({ asked: needed.length, answered: needed.filter((item) => isDone(builder, item)).length });
  return { sync, counts };
}

/** Close one group and open the next. @param {HTMLDetailsElement} group @param {HTMLDetailsElement} next */
function nextButton(group, next) {
  const name = next.querySelector(".builder__item-title")?.textContent ?? "";
  const button = make("button", { type: "button", className: "builder__small" }, `Videre til ${name}`);
  button.addEventListener("click", () => {
    group.open = false;
    next.open = true;
    (next.querySelector("input, textarea") ?? next.querySelector("summary"))?.focus();
  });
  return button;
}

/** @param {Builder} builder @param {NeededField} item */
const isDone = ({ draft }, { key, field, given }) => Boolean(given) || isReadable(field, draft.svar[key] ?? "");

/** @param {Builder} builder @param {NeededField} item @returns {HTMLElement} a field that the rows answer */
function givenRow(builder, { key, field, given }) {
  const { element, slots } = cloneTemplate(builder, "given");
  slots.label.textContent = field.etiket;
  slots.says.textContent = "kommer fra det, du har skrevet under";
  slots.link.textContent = STEPS[given];
  slots.link.href = `#trin-${given}`;
  element.dataset.given = key;
  return element;
}

/** @param {Builder} builder @param {NeededField} item @returns {FieldRow} */
function fieldRow(builder, { key, field }) {
  const { element, slots } = cloneTemplate(builder, "field");
  const control = makeControl(field.art);
  slots.label.textContent = field.etiket;
  slots.help.append(field.hjaelp);
  if (field.eksempel) slots.help.append(" ", make("span", { className: "builder__example" }, `Fx ${field.eksempel}`));
  slots.help.after(control);
  const better = rowStep(key);
  if (better) {
    const link = make("a", { href: `#trin-${better}` }, STEPS[better]);
    slots.help.after(make("p", { className: "builder__hint" }, "Du kan også skrive det som rækker under ", link, "."));
  }
  const days = control instanceof HTMLInputElement && field.art === "dato" ? takesDays(control, field.etiket) : {};
  const bound = textControl(builder, control, {
    read: (draft) => draft.svar[key] ?? "",
    write: (draft, text) => answer(draft, key, text),
    problem: () => answerProblem(field, builder.draft.svar[key] ?? ""),
    key: () => key,
    ...days,
  });
  bound.name(controlId(key));
  const sync = (/** @type {NeededField} */ { also }) => {
    bound.sync();
    slots.also.textContent = also.length ? `Bruges også i: ${also.map((clause) => clause.title).join(", ")}.` : "";
    slots.also.hidden = !also.length;
  };
  return { element, sync };
}

/** @param {string} kind @returns {HTMLInputElement | HTMLTextAreaElement} */
function makeControl(kind) {
  const common = { autocomplete: "off", maxLength: LIMITS.text };
  if (kind === "afsnit" || kind === "liste") return make("textarea", { ...common, rows: 3 });
  return make("input", { ...common, type: "text", inputMode: kind === "tal" ? "numeric" : "text" });
}
