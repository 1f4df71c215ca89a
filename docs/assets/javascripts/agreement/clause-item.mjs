/** One clause of the agreement: its model texts, why it is there, what others have, and the user's own words. */

import { chosenClauses } from "./answers.mjs";
import { ask, cloneTemplate, make, setValue } from "./dom.mjs";
import {
  acceptModel,
  chooseVariant,
  chosenClause,
  clauseType,
  editClause,
  isOwn,
  modelChanged,
  resetClause,
  titleClause,
} from "./draft.mjs";
import { unwrapped } from "./model-text.mjs";
import { caseName, originNodes } from "./origins.mjs";
import { textControl } from "./text-control.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./answers.mjs").StandingClause} StandingClause */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {Record<string, any>} Slots */

const WRITTEN_BY_YOU = "Rettet af dig";

/**
 * @param {Builder} builder
 * @param {string} id
 * @param {(what: "up" | "down" | "remove", id: string) => void} act
 */
export function clauseItem(builder, id, act) {
  const { element, slots } = cloneTemplate(builder, "clause");
  const details = /** @type {HTMLDetailsElement} */ (element.querySelector("details"));
  const clause = clauseType(builder.data, id);
  const radios = clause ? tellClause(builder, clause, slots) : [];
  for (const part of ["choice", "why", "receipt"]) if (!clause) slots[part].hidden = true;
  for (const [what, words] of /** @type {const} */ ([
    ["up", "Flyt op"],
    ["down", "Flyt ned"],
    ["remove", "Tag ud"],
  ])) {
    const hidden = make("span", { className: "visually-hidden" });
    slots[what] = make("button", { type: "button", className: "builder__small" }, words, hidden);
    slots[`${what}-name`] = hidden;
    slots[what].addEventListener("click", () => act(what, id));
    slots.actions.append(slots[what]);
  }
  const edit = editPart(builder, id, slots);
  details.addEventListener("toggle", () => details.open && builder.showPlace({ clause: id }));

  const sync = (/** @type {StandingClause} */ standing, /** @type {number} */ last) => {
    const { entry, number, title } = standing;
    slots.title.textContent = `§ ${number} ${title}`;
    for (const what of ["up", "down", "remove"]) slots[`${what}-name`].textContent = ` ${title}`;
    slots.up.disabled = number === 1;
    slots.down.disabled = number === last;
    tellSummary(builder, slots, standing);
    for (const { variant, radio } of radios) radio.checked = variant.id === entry.variant && entry.tekst === null;
    slots.choice.dataset.edited = String(entry.tekst !== null);
    tellWhy(builder, clause, slots, entry.fra);
    edit.sync(standing);
  };
  return { element, details, slots, sync, write: edit.write };
}

/** @param {Builder} builder @param {Slots} slots @param {StandingClause} standing */
function tellSummary(builder, slots, { entry, clause, text }) {
  const changed = Boolean(clause) && modelChanged(builder.data, entry);
  const variant = clause?.varianter.find((item) => item.id === entry.variant)?.titel ?? "";
  const words = isOwn(entry.id) ? "Din egen klausul" : entry.tekst === null ? variant : WRITTEN_BY_YOU;
  slots.note.textContent = changed ? `${words} · modelteksten er ændret` : words;
  slots.note.dataset.state = changed || !text.trim() ? "igang" : entry.tekst !== null ? "rettet" : "";
  slots.changed.hidden = !changed;
  const edited = entry.tekst !== null;
  slots["changed-text"].textContent = edited
    ? "Modelteksten er ændret, siden du rettede klausulen. Din egen tekst står her stadig."
    : "Modelteksten er ændret, siden du valgte den. Læs klausulen igen på papiret.";
  slots["take-new"].textContent = edited ? "Brug den nye modeltekst" : "Jeg har set det";
  slots["keep-old"].hidden = !edited;
}

/** What never changes about a clause type. @param {Builder} builder @param {Clause} clause @param {Slots} slots */
function tellClause(builder, clause, slots) {
  slots.short.textContent = clause.kort;
  slots.receipt.textContent = receipt(clause);
  slots.essential.hidden = !clause.uundvaerlig;
  slots.help.append(
    ...unwrapped(clause.hjaelp)
      .split("\n\n")
      .map((text) => make("p", {}, text)),
  );
  slots.link.textContent = `Læs om ${clause.titel}`;
  slots.link.href = builder.siteAddress(clause.adresse);
  slots.statistics.hidden = !clause.statistik.length;
  slots.statistics.append(...clause.statistik.map((item) => statistic(builder, item)));
  slots.lessons.append(...clause.laering.map((lesson) => lessonItem(builder, lesson)));
  slots["no-lessons"].hidden = clause.laering.length > 0;
  const radios = clause.varianter.map((variant) => variantRadio(builder, clause, variant));
  slots.variants.append(...radios.map((radio) => radio.element));
  return radios;
}

/** @param {Builder} builder @param {import("./draft.mjs").Statistic} item */
function statistic(builder, { tekst, aftaler }) {
  const links = aftaler.flatMap((id) => {
    const agreement = builder.data.aftaler.find((one) => one.id === id);
    return agreement ? [" · ", make("a", { href: builder.siteAddress(agreement.adresse) }, agreement.titel)] : [];
  });
  return make("li", {}, tekst, ...links);
}

/** @param {Builder} builder @param {import("./draft.mjs").ClauseLesson} lesson */
function lessonItem(builder, { tekst, adresse, case: id }) {
  const item = builder.data.cases.find((one) => one.id === id);
  const name = item ? caseName(item) : "katalogets generelle læring";
  return make("li", {}, `${unwrapped(tekst)} (`, make("a", { href: builder.siteAddress(adresse) }, name), ")");
}

/** @param {Builder} builder @param {Clause | undefined} clause @param {Slots} slots @param {string[]} fra */
function tellWhy(builder, clause, slots, fra) {
  if (!clause || slots.why.dataset.fra === fra.join(" ")) return;
  slots.why.dataset.fra = fra.join(" ");
  const count = clause.laering.length;
  const lessons = count === 1 ? "1 læringspunkt" : `${count} læringspunkter`;
  slots["why-title"].textContent = count ? `Hvorfor? Hjælp og ${lessons}` : "Hvorfor? Hjælp";
  const from = originNodes(builder, fra);
  slots.why.querySelector(".builder__origin")?.remove();
  slots.why.previousElementSibling?.matches(".builder__origin") && slots.why.previousElementSibling.remove();
  if (from.length) slots.why.before(make("p", { className: "builder__origin" }, ...from));
}

/** @param {Builder} builder @param {Clause} clause @param {import("./draft.mjs").Variant} variant */
function variantRadio(builder, clause, variant) {
  const { element, slots } = cloneTemplate(builder, "variant");
  slots.title.textContent = variant.titel;
  slots.fits.textContent = `Passer når ${variant.passer_naar}`;
  slots.radio.name = `variant-${clause.id}`;
  slots.radio.value = variant.id;
  slots.radio.addEventListener("change", async () => {
    const edited = chosenClause(builder.draft, clause.id)?.tekst != null;
    const question = "Du har rettet klausulen. Skal modelteksten erstatte dine ord?";
    if (edited && !(await ask(slots.radio, question, "Ja, erstat dem", "Nej, behold dem"))) {
      slots.radio.checked = false;
      return;
    }
    builder.change(chooseVariant(builder.draft, builder.data, clause.id, variant.id));
    builder.showPlace({ clause: clause.id });
  });
  return { element, variant, radio: slots.radio };
}

/** The user's own words in the clause. @param {Builder} builder @param {string} id @param {Slots} slots */
function editPart(builder, id, slots) {
  const own = isOwn(id);
  slots["edit-title"].textContent = own ? "Overskrift og tekst" : "Ret teksten";
  slots.edit.open = own;
  const standing = () => chosenClauses(builder.draft, builder.data).find((item) => item.id === id);
  const shownText = () => {
    const clause = standing();
    return clause ? (clause.entry.tekst ?? unwrapped(clause.text)) : "";
  };
  const heading = textControl(builder, slots.heading, {
    read: () => standing()?.title ?? "",
    write: (draft, text) => titleClause(draft, id, text === clauseType(builder.data, id)?.titel ? "" : text),
  });
  heading.name(`klausul-${id}-overskrift`);
  const text = textControl(builder, slots.text, {
    read: shownText,
    write: (draft, typed) => editClause(draft, builder.data, id, typed),
  });
  text.name(`klausul-${id}-tekst`);
  slots.reset.addEventListener("click", () => {
    slots.text.removeAttribute("data-refused");
    builder.change(resetClause(builder.draft, builder.data, id));
    setValue(slots.text, shownText());
    slots.text.focus();
    builder.say("Modelteksten er tilbage.");
  });
  slots["take-new"].addEventListener("click", () => builder.change(resetClause(builder.draft, builder.data, id)));
  slots["keep-old"].addEventListener("click", () => builder.change(acceptModel(builder.draft, builder.data, id)));
  slots.reference.addEventListener("change", () => insertReference(slots));
  const sync = (/** @type {StandingClause} */ { entry }) => {
    heading.sync();
    text.sync();
    slots.reset.hidden = own || entry.tekst === null;
    if (slots.edit.open) fillReferences(builder, id, slots.reference);
  };
  slots.edit.addEventListener("toggle", () => fillReferences(builder, id, slots.reference));
  const write = () => {
    slots.edit.open = true;
    slots.heading.focus();
    slots.heading.select();
  };
  return { sync, write };
}

/** @param {Builder} builder @param {string} id @param {HTMLSelectElement} select */
function fillReferences(builder, id, select) {
  const others = chosenClauses(builder.draft, builder.data).filter((clause) => clause.id !== id);
  const options = others.map((clause) => make("option", { value: clause.id }, `§ ${clause.number} ${clause.title}`));
  select.replaceChildren(select.options[0], ...options);
}

/** Where the caret stands. @param {Slots} slots */
function insertReference({ text, reference }) {
  if (!reference.value) return;
  text.setRangeText(`[§${reference.value}]`, text.selectionStart, text.selectionEnd, "end");
  reference.value = "";
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

/** @param {Clause} clause @returns {string} "2 af 3 aftaler har den" */
export function receipt(clause) {
  const agreements = Object.values(clause.aftaler);
  return `${agreements.filter(Boolean).length} af ${agreements.length} aftaler har den`;
}
