/** What the builder says: politely at the bottom, in notices at the top, and as text to be copied by hand. */

import { make } from "./dom.mjs";
import { copyText as toClipboard } from "./file-out.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */

const MOST_FAULTS = 12;

/** @param {Builder} builder */
export function builderWords(builder) {
  /** The same words twice are said twice. @param {string} text @param {...HTMLButtonElement} buttons */
  const say = (text, ...buttons) => {
    const status = builder.find(".builder__status");
    status.replaceChildren();
    requestAnimationFrame(() => status.replaceChildren(text, ...buttons.flatMap((button) => [" ", button])));
  };
  /** @param {string | Node[]} text @param {...HTMLButtonElement} buttons @returns {HTMLElement} */
  const notice = (text, ...buttons) => {
    const close = make("button", { type: "button", className: "builder__small" }, "Luk");
    const words = typeof text === "string" ? [make("p", {}, text)] : text;
    const box = make("div", { className: "notice builder__notice" }, ...words, ...buttons, close);
    close.addEventListener("click", () => {
      box.remove();
      builder.find(".builder__step:not([hidden]) h2").focus();
    });
    builder.find(".builder__notices").append(box);
    return box;
  };
  /** @param {{left: number, faults: string[]}} loaded */
  const tellLoaded = ({ left, faults }) => {
    if (!faults.length) return;
    const which = left === 1 ? "1 klausul i kladden findes" : `${left} klausuler i kladden findes`;
    const first = left
      ? `${which} ikke længere i samme form. Se efter, om valget passer.`
      : "Noget er anderledes, siden kladden blev lavet:";
    const items = faults.slice(0, MOST_FAULTS).map((fault) => make("li", {}, fault));
    notice([make("p", {}, first), make("ul", {}, ...items)]);
  };
  /** @param {string} text @param {string} done */
  const copyText = async (text, done) => say(await toClipboard(text, builder.find(".builder__manual"), done));
  return { say, notice, tellLoaded, copyText };
}
