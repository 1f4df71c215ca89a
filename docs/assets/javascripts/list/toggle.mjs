/** What a press on a button of the reader's list does, and what is said about it. */

import { make } from "../agreement/dom.mjs";
import { add, remove } from "./state.mjs";
import { changeList, isListed, readList, REFUSALS } from "./store.mjs";

/** @typedef {(...words: (Node | string)[]) => void} Say */

const FIRST = "Listen gemmes kun på denne enhed.";
const FULL_LIST = "Der er ikke plads til flere på listen.";
const NOTE_GONE = "Din note er fjernet med.";

/** Puts an entry on the list, or takes it off. @param {string} ref @param {Say} say @param {() => void} focus */
export function toggle(ref, say, focus) {
  const { list } = readList();
  const at = list.poster.findIndex((entry) => entry.ref === ref);
  const refused = changeList((now) => (at < 0 ? add(now, ref) : remove(now, ref)));
  if (refused) say(REFUSALS[refused]);
  else if (at >= 0 && list.poster[at].note) sayRemoved(ref, list.poster[at].note, at, say, focus);
  else if (at < 0 && !isListed(ref)) say(FULL_LIST);
  else say(at >= 0 || list.poster.length ? "" : FIRST);
}

/** A note took work to write, so it can be had back. @param {string} ref @param {string} note @param {number} at @param {Say} say @param {() => void} focus */
function sayRemoved(ref, note, at, say, focus) {
  const undo = make("button", { type: "button", className: "list-button__undo" }, "Fortryd");
  undo.addEventListener("click", () => {
    changeList((now) => add(now, ref, at, note));
    say("");
    focus();
  });
  say(`${NOTE_GONE} `, undo);
}
