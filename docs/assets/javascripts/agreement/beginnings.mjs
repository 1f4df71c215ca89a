/** The draft that a visit begins with: what the address wishes for, said in a notice until one chooses oneself. */

import { newId, startDraft } from "./draft.mjs";
import { applyAgreement, applyLessons, applyStarter, lessonsOfCases } from "./draft-start.mjs";
import { make } from "./dom.mjs";
import { caseName } from "./origins.mjs";

/** @typedef {import("./address.mjs").Wishes} Wishes */
/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Draft} Draft */

/** @param {BuilderData} data @param {Wishes} wishes @returns {Draft} */
export function beginningOf(data, wishes) {
  let draft = startDraft(data, { id: newId(), wanted: wishes.clauses });
  const starter = data.skabeloner.find(({ id }) => id === wishes.starter);
  const agreement = data.aftaler.find(({ id }) => id === wishes.agreement);
  if (agreement) draft = applyAgreement(draft, agreement, data);
  else if (starter) draft = applyStarter(draft, starter, data);
  return applyLessons(draft, [...wishes.lessons, ...lessonsOfCases(wishes.cases, data)], data, wishes.cases);
}

/**
 * What the beginning holds because of the address, in words; empty where the address wished for nothing.
 * @param {BuilderData} data @param {Wishes} wishes @param {Draft} draft @returns {Node[]}
 */
export function beginningWords(data, wishes, draft) {
  const clauses = data.klausuler.filter(({ id }) => wishes.clauses.includes(id)).map(({ titel }) => titel);
  const cases = data.cases.filter(({ id }) => draft.grundlag.cases.includes(id)).map(caseName);
  const whole = [
    ...data.skabeloner.filter(({ id }) => id === wishes.starter).map(({ navn }) => `skabelonen »${navn}«`),
    ...data.aftaler.filter(({ id }) => id === wishes.agreement).map(({ titel }) => `opbygningen fra ${titel}`),
  ];
  const sources = [...new Set(wishes.lessons.map((id) => id.split("#")[0]))];
  const lessons = sources.map((id) => {
    const item = data.cases.find((one) => one.id === id);
    return `læring fra ${item ? caseName(item) : "katalogets generelle del"}`;
  });
  const chosen = [...whole, ...clauses, ...cases, ...lessons];
  const words = [];
  if (chosen.length)
    words.push(
      `Valgt fra den side, du kom fra: ${chosen.join(", ")}. De klausuler, som enhver aftale bør have, er valgt med.`,
    );
  const goals = draft.maal.length;
  if (goals === 1) words.push("1 læringspunkt er blevet forslag til et mål. Gør det målbart under Formål og mål.");
  else if (goals) words.push(`${goals} læringspunkter er blevet forslag til mål. Gør dem målbare under Formål og mål.`);
  else if (draft.grundlag.laering.length) words.push("Ved hver klausul står, hvilken læring der taler for den.");
  return words.map((text) => make("p", {}, text));
}
