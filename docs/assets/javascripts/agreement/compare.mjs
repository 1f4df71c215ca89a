/** Two drafts set against each other, part by part, with the words that came and went. */

import { KIND_NAMES, draftParts, otherOrder } from "./draft-parts.mjs";
import { sameValue } from "./merge.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft-parts.mjs").PartKind} PartKind */
/** @typedef {"ny" | "slettet" | "aendret" | "ens"} Change */
/** @typedef {{key: string, kind: PartKind, label: string, change: Change, before: string, after: string}} ComparedPart */
/** A piece of text that stands in both, only before, or only after. @typedef {{text: string, state: "ens" | "slettet" | "ny"}} Words */

/** @type {Record<Change, string>} */
export const CHANGE_NAMES = { ny: "Ny", slettet: "Slettet", aendret: "Ændret", ens: "Ens" };

/**
 * Every part of two drafts, in the order of an agreement; the later draft's order where it has the part.
 * @param {Draft} before
 * @param {Draft} after
 * @param {any} data
 * @returns {ComparedPart[]}
 */
export function compareDrafts(before, after, data) {
  const old = draftParts(before, before, data);
  const now = draftParts(after, before, data);
  const kinds = Object.keys(KIND_NAMES);
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((key) => {
      const [one, other] = [old.get(key) ?? null, now.get(key) ?? null];
      const { kind, label } = /** @type {import("./draft-parts.mjs").DraftPart} */ (other ?? one);
      const [was, is] = [one?.text ?? "", other?.text ?? ""];
      return { key, kind, label, before: was, after: is, change: changeOf(one, other) };
    })
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

/** @param {import("./draft-parts.mjs").DraftPart | null} one @param {import("./draft-parts.mjs").DraftPart | null} other @returns {Change} */
function changeOf(one, other) {
  if (!one) return "ny";
  if (!other) return "slettet";
  if (one.kind === "raekkefoelge") return otherOrder(one.value, other.value) ? "aendret" : "ens";
  // A clause whose variant was renamed, or whose origin differs, reads the same: that is no change to a reader.
  return one.text === other.text && (one.label === other.label || sameValue(one, other)) ? "ens" : "aendret";
}

/**
 * The words of two texts, in reading order.
 * @param {string} before
 * @param {string} after
 * @returns {Promise<Words[]>}
 */
export async function markedWords(before, after) {
  const { diffWordsWithSpace } = await import("../../vendor/diff.mjs");
  const parts = diffWordsWithSpace(before, after).map((/** @type {any} */ part) => ({
    text: part.value,
    state: part.added ? "ny" : part.removed ? "slettet" : "ens",
  }));
  return joinedChanges(parts);
}

/** Changes with nothing but a space or a comma between them are one change: two words out, two words in. @param {Words[]} parts @returns {Words[]} */
function joinedChanges(parts) {
  /** @type {Words[]} */
  const joined = [];
  /** @type {{slettet: string, ny: string}} */
  let open = { slettet: "", ny: "" };
  const close = () => {
    for (const state of /** @type {const} */ (["slettet", "ny"]))
      if (open[state]) joined.push({ text: open[state], state });
    open = { slettet: "", ny: "" };
  };
  parts.forEach(({ text, state }, index) => {
    const between = state === "ens" && /^[ .,;:]+$/.test(text) && index > 0 && index < parts.length - 1;
    if (between) open = { slettet: open.slettet + text, ny: open.ny + text };
    else if (state !== "ens") open[state] += text;
    else {
      close();
      joined.push({ text, state });
    }
  });
  close();
  return joined;
}
