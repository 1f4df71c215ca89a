/** What a beginning changed, said with a way back. */

import { make } from "./dom.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Draft} Draft */

/**
 * Say what a beginning did, with a way back for the one who had chosen by hand.
 * @param {Builder} builder @param {Draft} before @param {string} words @param {HTMLElement} pressed
 */
export function tellStart(builder, before, words, pressed) {
  const place = builder.find(".builder-start__done");
  const undo = make("button", { type: "button", className: "builder__small" }, "Fortryd");
  undo.addEventListener("click", () => {
    const { klausuler, maal, grundlag } = before;
    builder.change({ ...builder.draft, klausuler, maal, grundlag });
    place.replaceChildren(make("p", {}, "Dine egne valg er tilbage."));
    pressed.focus();
  });
  place.replaceChildren(make("p", {}, `${words} `, undo));
}
