/** What tasks on the desk share: a choice among its drafts, and whether there are drafts enough for the task. */

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

/**
 * Shows the task where there are two drafts to work on, and otherwise what is missing.
 * @param {DeskDraft[]} drafts
 * @param {Element} panel
 * @returns {boolean} whether there are enough
 */
export function enoughDrafts(drafts, panel) {
  const enough = drafts.length > 1;
  panel.querySelector(".drafts__too-few")?.toggleAttribute("hidden", enough);
  panel.querySelector(".drafts__work")?.toggleAttribute("hidden", !enough);
  return enough;
}
