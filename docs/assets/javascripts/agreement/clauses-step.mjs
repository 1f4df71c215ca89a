/** Step 2: which clauses the agreement has, and in which variant. */

import { cloneTemplate, make } from "./dom.mjs";
import { STARTERS, applyStarter, chooseVariant, dropClause } from "./draft.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").Starter} Starter */

/**
 * @param {Builder} builder
 * @returns {{sync: () => void}}
 */
export function clausesStep(builder) {
  const starters = STARTERS.map((starter) => ({ starter, button: starterButton(builder, starter) }));
  builder.find(".builder__starter-list").append(...starters.map(({ button }) => button));
  const items = builder.clauses.map((clause) => clauseItem(builder, clause));
  builder.find(".builder__clauses").append(...items.map((item) => item.element));
  const count = builder.find(".builder__count");
  const sync = () => {
    const { valg } = builder.draft;
    for (const item of items) item.sync();
    for (const { starter, button } of starters)
      button.setAttribute("aria-pressed", String(sameChoices(valg, starter.valg)));
    count.textContent = `${Object.keys(valg).length} af ${builder.clauses.length} klausuler er valgt.`;
  };
  return { sync };
}

/** @param {Record<string, string>} one @param {Record<string, string>} other */
const sameChoices = (one, other) =>
  Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((id) => one[id] === other[id]);

/** @param {Builder} builder @param {Starter} starter */
function starterButton(builder, starter) {
  const button = make(
    "button",
    { type: "button", className: "builder__starter", "aria-pressed": "false" },
    make("strong", {}, starter.navn),
    make("span", {}, starter.hjaelp),
  );
  button.addEventListener("click", () => {
    const before = builder.draft.valg;
    builder.change(applyStarter(builder.draft, starter, builder.clauses));
    offerUndo(builder, starter, before, button);
  });
  return button;
}

/**
 * Say what the starter did, with a way back for the one who had chosen by hand.
 * @param {Builder} builder
 * @param {Starter} starter
 * @param {Record<string, string>} before
 * @param {HTMLButtonElement} button
 */
function offerUndo(builder, starter, before, button) {
  const place = builder.find(".builder__undo");
  const undo = make("button", { type: "button", className: "builder__small" }, "Fortryd");
  undo.addEventListener("click", () => {
    builder.change({ ...builder.draft, valg: before });
    place.replaceChildren(make("p", {}, "Dine egne valg er tilbage."));
    button.focus();
  });
  place.replaceChildren(make("p", {}, `Klausulerne følger nu skabelonen »${starter.navn}«. `, undo));
}

/**
 * @param {Builder} builder
 * @param {Clause} clause
 * @returns {{element: HTMLElement, sync: () => void}}
 */
function clauseItem(builder, clause) {
  const { element, slots } = cloneTemplate(builder, "clause");
  const agreements = Object.values(clause.aftaler);
  slots.title.textContent = clause.titel;
  slots.short.textContent = clause.kort;
  slots.receipt.textContent = `${agreements.filter(Boolean).length} af ${agreements.length} aftaler har den`;
  slots.essential.hidden = !clause.uundvaerlig;
  slots.legend.textContent = `Variant af ${clause.titel}`;
  slots.link.textContent = `Læs om ${clause.titel}${lessons(clause.laering.length)}`;
  slots.link.href = builder.siteAddress(clause.adresse);
  const radios = clause.varianter.map((variant) => variantRadio(builder, clause, variant));
  slots.variants.append(...radios.map((radio) => radio.element));
  // The variant a person had picked comes back when the clause is chosen again.
  let last = clause.varianter[0].id;
  slots.chosen.addEventListener("change", () => {
    builder.change(
      slots.chosen.checked ? chooseVariant(builder.draft, clause.id, last) : dropClause(builder.draft, clause.id),
    );
    builder.showPlace({ clause: clause.id });
  });
  const sync = () => {
    const chosen = builder.draft.valg[clause.id];
    last = chosen ?? last;
    slots.chosen.checked = Boolean(chosen);
    element.classList.toggle("builder__clause--chosen", Boolean(chosen));
    for (const { variant, radio } of radios) radio.checked = variant.id === chosen;
    const name = clause.varianter.find((variant) => variant.id === chosen)?.titel;
    const hidden = make("span", { className: "visually-hidden" }, ` af ${clause.titel}`);
    slots.summary.replaceChildren(
      ...(name ? [`Variant: ${name}`, hidden] : [`Se ${clause.varianter.length} varianter`, hidden]),
    );
  };
  return { element, sync };
}

/** @param {number} count */
const lessons = (count) => (count === 0 ? "" : count === 1 ? " (1 læringspunkt)" : ` (${count} læringspunkter)`);

/** @param {Builder} builder @param {Clause} clause @param {import("./draft.mjs").Variant} variant */
function variantRadio(builder, clause, variant) {
  const { element, slots } = cloneTemplate(builder, "variant");
  slots.title.textContent = variant.titel;
  slots.fits.textContent = `Passer når ${variant.passer_naar}`;
  slots.radio.name = `variant-${clause.id}`;
  slots.radio.value = variant.id;
  slots.radio.addEventListener("change", () => {
    builder.change(chooseVariant(builder.draft, clause.id, variant.id));
    builder.showPlace({ clause: clause.id });
  });
  return { element, variant, radio: slots.radio };
}
