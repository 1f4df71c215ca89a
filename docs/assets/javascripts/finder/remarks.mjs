/** What the finder says about words that it does not know, and about wishes that keep every case away. */

import { chipButton } from "./view.mjs";

/**
 * Each word that is nowhere, with the nearest spellings as buttons.
 * @param {HTMLElement} place @param {import("../search/engine.mjs").Spelling[]} spellings
 * @param {(typed: string, used: string) => void} take  called when a spelling is chosen
 */
export function showSpellings(place, spellings, take) {
  place.hidden = !spellings.length;
  place.replaceChildren(...spellings.flatMap(({ typed, used }) => {
    const offers = used.flatMap((word) => [chipButton(word, `Søg efter ${word} i stedet for ${typed}`, () => take(typed, word)), " "]);
    return [`Vi kender ikke ordet »${typed}«. `, ...(offers.length ? ["Mente du ", ...offers] : [])];
  }));
}

/**
 * The wishes that stand in the way, each with how many cases there are without it; a press drops it.
 * @param {HTMLElement} place @param {(import("./view.mjs").Missing & {left: number})[]} blocking
 */
export function showBlocking(place, blocking) {
  place.hidden = !blocking.length;
  const buttons = blocking.flatMap(({ name, drop, left }) => [" ", chipButton(`uden ${name}: ${left}`, `Fjern ønsket: ${name}. Så er der ${left}.`, drop)]);
  place.replaceChildren("Det spærrer:", ...buttons);
}
