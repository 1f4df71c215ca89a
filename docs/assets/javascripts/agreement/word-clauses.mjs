/** The clauses of a Word document, found by their bookmarks, or by their heading where the bookmark is gone. */

import { blockText, plainText } from "./word-blocks.mjs";
import { MISSING_MARK, SIGNATURE_HEAD, TITLE_MARK, clauseMark } from "./word.mjs";

/** @typedef {import("./word-blocks.mjs").WordBlock} WordBlock */
/** @typedef {import("./word-blocks.mjs").WordEvent} WordEvent */
/** A clause as it stands in Word. One without an id is new there. @typedef {{id: string, title: string, blocks: WordBlock[], marked: boolean}} WordClause */
/**
 * "stray" is text that no clause owns, "lost" the ids of clauses that are not in the file, "signers" the signature tables' names.
 * @typedef {{title: string | null, clauses: WordClause[], stray: string[], lost: string[], signers: string[] | null}} WordAgreement
 */

/**
 * @param {WordEvent[]} events
 * @param {{id: string, title: string}[]} expected the draft's clauses, in its order
 * @returns {WordAgreement}
 */
export function wordAgreement(events, expected) {
  const byMark = new Map(expected.map(({ id }) => [clauseMark(id), id]));
  const present = new Set(events.flatMap((event) => ("start" in event && byMark.get(event.start)) || []));
  /** @type {WordAgreement} */
  const found = { title: null, clauses: [], stray: [], lost: [], signers: null };
  /** @type {{area: "" | "title" | "missing" | "clause", clause: WordClause | null, inside: boolean, opens: string}} */
  const now = { area: "", clause: null, inside: false, opens: "" };

  const open = (/** @type {string} */ id, /** @type {WordBlock} */ block, /** @type {boolean} */ marked) => {
    // Where a clause was copied in Word, the first is the one that was there.
    const again = found.clauses.some((clause) => id && clause.id === id);
    now.clause = { id: again ? "" : id, title: blockText(block), blocks: [], marked };
    now.area = "clause";
    now.inside = true;
    found.clauses.push(now.clause);
  };
  const take = (/** @type {WordBlock} */ block) => {
    const text = blockText(block);
    if (now.opens) {
      // A heading of nothing but soft hyphens is a heading all the same.
      if (!text && !(isHeading(block) && block.runs.length)) return;
      open(now.opens, block, true);
      now.opens = "";
    } else if (now.area === "title" && now.inside) found.title = [found.title, text].filter(Boolean).join(" ");
    else if (now.area === "missing" || !text) return;
    else if (isSignatures(block)) found.signers = [...(found.signers ?? []), ...signers(block)];
    else if (isHeading(block)) openHeading(block, text);
    else if (now.clause && (now.inside || !gapAfter(now.clause, expected, present))) now.clause.blocks.push(block);
    else found.stray.push(text);
  };
  const openHeading = (/** @type {WordBlock} */ block, /** @type {string} */ text) => {
    const known = expected.find(({ id, title }) => !present.has(id) && plainText(title) === text);
    if (known) present.add(known.id);
    open(known?.id ?? "", block, false);
  };
  for (const event of events) {
    if ("block" in event) take(event.block);
    else if ("end" in event) now.inside = endedInside(event.end, now, clauseMark);
    else if (byMark.has(event.start)) now.opens = byMark.get(event.start) ?? "";
    else if (event.start === TITLE_MARK) Object.assign(now, { area: "title", inside: true });
    else if (event.start === MISSING_MARK) Object.assign(now, { area: "missing", inside: true, clause: null });
  }
  const there = new Set(found.clauses.map(({ id }) => id));
  found.lost = expected.map(({ id }) => id).filter((id) => !there.has(id));
  return found;
}

/** @param {string} name @param {{area: string, clause: WordClause | null, inside: boolean}} now @param {(id: string) => string} mark */
function endedInside(name, now, mark) {
  const own = now.area === "title" ? TITLE_MARK : now.area === "missing" ? MISSING_MARK : mark(now.clause?.id ?? "");
  return name === own ? false : now.inside;
}

/**
 * Whether the clause that should follow is gone: then text behind this one may be what is left of it.
 * @param {WordClause} clause @param {{id: string}[]} expected @param {Set<string>} present
 */
function gapAfter(clause, expected, present) {
  const at = expected.findIndex(({ id }) => id === clause.id);
  return at >= 0 && at + 1 < expected.length && !present.has(expected[at + 1].id);
}

/** @param {WordBlock} block */
const isHeading = (block) => block.kind === "paragraph" && block.heading === 1;

/** @param {WordBlock} block */
const isSignatures = (block) =>
  block.kind === "table" && block.rows[0]?.map(plainText).join() === SIGNATURE_HEAD.join();

/** @param {WordBlock} block @returns {string[]} the first cell of each row: name and role */
const signers = (block) => (block.kind === "table" ? block.rows.slice(1).map(([first]) => plainText(first ?? "")) : []);
