/** A choice among the drafts on the desk that keeps what was chosen when the desk changes. */

/** @typedef {import("../agreement-drafts.mjs").DeskDraft} DeskDraft */

/**
 * @param {HTMLSelectElement} select
 * @param {DeskDraft[]} drafts
 * @param {number} standard which one is chosen at first
 */
export function fillChoices(select, drafts, standard) {
  const chosen = select.value;
  select.replaceChildren(...drafts.map(({ key, name }) => new Option(name, key)));
  const still = drafts.some(({ key }) => key === chosen);
  select.value = still && select.dataset.chosen ? chosen : (drafts[Math.min(standard, drafts.length - 1)]?.key ?? "");
  select.onchange ??= () => (select.dataset.chosen = "ja");
}
