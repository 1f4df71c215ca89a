/** A model text or an edited one (a small part of Markdown), cut into blocks and pieces. */

/** @typedef {{kind: "paragraph", text: string} | {kind: "list", ordered: boolean, items: string[]}} SourceBlock */
/** @typedef {{kind: "text" | "field" | "reference", text: string, bold: boolean}} Piece */

const BOLD = /\*\*(.+?)\*\*/;
const BULLET = /^[-*•] +/;
const NUMBERED = /^\d+\. +/;
const PIECE = /\[([a-z0-9_]+)\](?!\()|\[§([a-z0-9-]+)\]/;
const REFERENCE = /\[§([a-z0-9-]+)\]/g;

/**
 * Paragraphs and lists of a text. In a model text soft-wrapped lines are joined as Markdown does; in a text that a person
 * wrote each line is a paragraph, as it looks where it is written.
 * @param {string} text
 * @param {{typed?: boolean}} [how]
 * @returns {SourceBlock[]}
 */
export function sourceBlocks(text, { typed = false } = {}) {
  /** @type {SourceBlock[]} */
  const blocks = [];
  let open = false;
  for (const line of text.split("\n").map((item) => item.trim())) {
    const last = blocks.at(-1);
    const mark = BULLET.test(line) ? BULLET : NUMBERED.test(line) ? NUMBERED : null;
    if (mark) {
      const ordered = mark === NUMBERED;
      const list = last?.kind === "list" && last.ordered === ordered ? last : null;
      if (list) list.items.push(line.replace(mark, ""));
      else blocks.push({ kind: "list", ordered, items: [line.replace(mark, "")] });
    } else if (line && open && last?.kind === "list") last.items[last.items.length - 1] += ` ${line}`;
    else if (line && open && last?.kind === "paragraph") last.text += ` ${line}`;
    else if (line) blocks.push({ kind: "paragraph", text: line });
    open = line !== "" && !typed;
  }
  return blocks;
}

/**
 * A model text with each paragraph and each point on one line, as it is edited. Its meaning is the same.
 * @param {string} text
 * @returns {string}
 */
export const unwrapped = (text) =>
  sourceBlocks(text)
    .map((block) =>
      block.kind === "paragraph"
        ? block.text
        : block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${item}`).join("\n"),
    )
    .join("\n\n");

/**
 * The pieces of a line: words, fields ([felt], by name) and references to clauses ([§id], by the clause's id).
 * @param {string} text
 * @returns {Piece[]}
 */
export const pieces = (text) =>
  text
    .split(BOLD)
    .flatMap((part, index) => linePieces(part, index % 2 === 1))
    .filter((piece) => piece.text);

/** @param {string} text @param {boolean} bold @returns {Piece[]} */
function linePieces(text, bold) {
  const parts = text.split(PIECE);
  /** @type {Piece[]} */
  const found = [];
  // Splitting on a pattern with two groups puts both after each stretch of words; the one that did not match is undefined.
  for (let at = 0; at < parts.length; at += 3) {
    found.push({ kind: "text", text: parts[at], bold });
    if (parts[at + 1]) found.push({ kind: "field", text: parts[at + 1], bold });
    if (parts[at + 2]) found.push({ kind: "reference", text: parts[at + 2], bold });
  }
  return found;
}

/** @param {string} text @returns {string[]} the clauses that a text refers to, each once */
export const references = (text) => [...new Set([...text.matchAll(REFERENCE)].map((found) => found[1]))];
