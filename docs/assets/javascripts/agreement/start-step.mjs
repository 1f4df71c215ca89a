/** Where the agreement begins: nothing, a starter, a real agreement's structure, or chosen cases and lessons. */

import { make } from "./dom.mjs";
import { applyAgreement, applyNothing, applyStarter } from "./draft-start.mjs";
import { lessonChooser } from "./lesson-chooser.mjs";
import { originNode, originOf } from "./origins.mjs";
import { tellStart } from "./start-undo.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{name: string, help: string, apply: (draft: Draft) => Draft, is: (draft: Draft) => boolean, address?: string}} Beginning */

/** @param {Builder} builder */
export function startStep(builder) {
  const { data } = builder;
  const begun = (/** @type {Draft} */ draft) => Boolean(draft.grundlag.skabelon || draft.grundlag.aftale);
  /** @type {Beginning[]} */
  const starters = [
    ...data.skabeloner.map((starter) => ({
      name: starter.navn,
      help: starter.hjaelp,
      apply: (/** @type {Draft} */ draft) => applyStarter(draft, starter, data),
      is: (/** @type {Draft} */ draft) => draft.grundlag.skabelon === starter.id,
    })),
    {
      name: "Fra bunden",
      help: "Kun de klausuler, som enhver aftale bør have.",
      apply: (draft) => applyNothing(draft, data),
      is: (draft) => !begun(draft),
    },
  ];
  const agreements = data.aftaler.map((agreement) => ({
    name: agreement.titel,
    help: `${agreement.valg.length} klausuler`,
    apply: (/** @type {Draft} */ draft) => applyAgreement(draft, agreement, data),
    is: (/** @type {Draft} */ draft) => draft.grundlag.aftale === agreement.id,
    address: agreement.adresse,
  }));
  const cards = [...starters, ...agreements].map((beginning) => startCard(builder, beginning));
  builder.find('[data-slot="starters"]').append(...cards.slice(0, starters.length).map(({ element }) => element));
  builder.find('[data-slot="agreements"]').append(...cards.slice(starters.length).map(({ element }) => element));
  const chooser = lessonChooser(builder);
  const basis = builder.find(".builder-start__basis");
  const sync = () => {
    for (const card of cards) card.sync();
    chooser.sync();
    basis.replaceChildren(...basisItems(builder));
  };
  const state = () => (begun(builder.draft) || builder.draft.grundlag.laering.length ? "faerdig" : "tom");
  return { sync, state };
}

/** @param {Builder} builder @returns {HTMLElement[]} the cases that the draft builds on, each linked */
function basisItems(builder) {
  const { cases, laering } = builder.draft.grundlag;
  return cases.flatMap((id) => {
    const origin = originOf(builder.data, `case:${id}`);
    const count = laering.filter((lesson) => lesson.startsWith(`${id}#`)).length;
    const words = count === 1 ? ": 1 læringspunkt" : count ? `: ${count} læringspunkter` : "";
    return origin ? [make("li", {}, "Bygger på ", originNode(builder, origin), words)] : [];
  });
}

/** @param {Builder} builder @param {Beginning} beginning */
function startCard(builder, { name, help, apply, is, address }) {
  const button = make(
    "button",
    { type: "button", className: "builder__starter", "aria-pressed": "false" },
    make("strong", {}, name),
    make("span", {}, help),
  );
  const element = make("div", { className: "builder-start__card" }, button);
  if (address) {
    const link = make("a", { href: builder.siteAddress(address) }, "Læs aftalen");
    link.append(make("span", { className: "visually-hidden" }, ` ${name}`));
    element.append(link);
  }
  button.addEventListener("click", () => {
    const before = builder.draft;
    builder.change(apply(builder.draft));
    const count = builder.draft.klausuler.length;
    tellStart(builder, before, `»${name}« er valgt. Aftalen har nu ${count} klausuler.`, button);
  });
  return { element, sync: () => button.setAttribute("aria-pressed", String(is(builder.draft))) };
}
