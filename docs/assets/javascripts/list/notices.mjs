/** What the page says above the list: whose it is, what was wrong with a link, what could not be read, what is not there any more. */

import { isEmpty } from "./state.mjs";
import { readList, REFUSALS } from "./store.mjs";

const LONGEST_MISSING = 5;

/**
 * @param {(selector: string) => HTMLElement} part finds a place on the page
 * @param {{foreign: {left: number} | null, fault: string, missing: string[]}} told
 */
export function showNotices(part, { foreign, fault, missing }) {
  const { state, list } = readList();
  say(part(".reader-list__stored"), state === "ok" ? "" : REFUSALS[state]);
  part('[data-do="forget"]').hidden = state !== "broken";
  say(part(".reader-list__fault"), fault);
  say(part(".reader-list__foreign"), foreign ? `Du ser en liste, som en anden har delt med dig.${lost(foreign.left)} Din egen liste er ikke rørt.` : "");
  part('[data-do="merge"]').hidden = state !== "ok";
  part('[data-do="replace"]').hidden = state !== "ok" || isEmpty(list);
  say(part(".reader-list__missing"), missing.length ? missingText(missing) : "");
  part('[data-do="drop-missing"]').hidden = foreign !== null;
}

/** @param {HTMLElement} box @param {string} text an empty one hides the box */
function say(box, text) {
  box.hidden = !text;
  /** @type {HTMLElement} */ (box.querySelector("p")).textContent = text;
}

/** @param {number} left */
const lost = (left) => (left ? ` ${left === 1 ? "Én ting" : `${left} ting`} i linket kunne ikke læses og er ikke med.` : "");

/** @param {string[]} missing */
function missingText(missing) {
  const names = missing.slice(0, LONGEST_MISSING).map((ref) => `»${ref}«`).join(", ");
  const more = missing.length > LONGEST_MISSING ? ` og ${missing.length - LONGEST_MISSING} til` : "";
  return `Listen nævner noget, som siden ikke har, måske fordi det er trukket tilbage: ${names}${more}. Det er ikke med her.`;
}
