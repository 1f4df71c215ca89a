/** What leaves the page by a person's own hand: text on the clipboard, a link that carries a draft; and how times and sizes read. */

import { draftHasCpr } from "./answers.mjs";
import { TooLarge, toFragment } from "./fragment.mjs";

const CPR = "Teksten ser ud til at rumme et CPR-nummer, så der bliver ikke lavet et link.";
const TOO_LARGE = "Kladden er for lang til et link.";
const NO_LINK = "Linket kunne ikke laves i denne browser.";
const REFUSED = "Browseren lod ikke siden kopiere. Teksten er markeret, så du selv kan kopiere den.";

/**
 * Put text on the clipboard, or show it in a box to be copied by hand.
 * @param {string} text
 * @param {HTMLElement} manual the box, with a text area in it
 * @param {string} done
 * @returns {Promise<string>} what to say
 */
export async function copyText(text, manual, done) {
  try {
    await navigator.clipboard.writeText(text);
    manual.hidden = true;
    return done;
  } catch {
    const area = /** @type {HTMLTextAreaElement} */ (manual.querySelector("textarea"));
    manual.hidden = false;
    area.value = text;
    area.focus();
    area.select();
    return REFUSED;
  }
}

/**
 * The builder's address with a draft in its fragment; or, where that cannot be, why.
 * @param {import("./draft.mjs").Draft} draft
 * @param {URL} builder
 * @returns {Promise<{address: string, fault: string}>}
 */
export async function draftLink(draft, builder) {
  if (draftHasCpr(draft)) return { address: "", fault: CPR };
  try {
    const address = new URL(builder);
    address.search = "";
    address.hash = await toFragment(draft);
    return { address: address.href, fault: "" };
  } catch (fault) {
    return { address: "", fault: fault instanceof TooLarge ? TOO_LARGE : NO_LINK };
  }
}

/** @param {Date} when @param {Date} now @returns {string} "kl. 14.02", with the day when it is not today */
export function timeText(when, now) {
  const time = `kl. ${String(when.getHours()).padStart(2, "0")}.${String(when.getMinutes()).padStart(2, "0")}`;
  if (when.toDateString() === now.toDateString()) return time;
  return `${when.toLocaleDateString("da-DK", { day: "numeric", month: "long", year: "numeric" })} ${time}`;
}

/** @param {number} bytes @returns {string} "12 kB" */
export const sizeText = (bytes) => (bytes < 1000 ? `${bytes} byte` : `${Math.round(bytes / 1000)} kB`);
