/** A lesson's Markdown as blocks of plain text: paragraphs and lists, for outputs that know no markup. */

import { proseBlocks } from "../cases/prose.mjs";

/** @typedef {{kind: "paragraph", text: string} | {kind: "list", items: string[]}} Block */

/** @param {string} markdown @returns {Block[]} */
export const blocks = (markdown) =>
  proseBlocks(markdown).map(({ kind, items }) =>
    kind === "p" ? { kind: "paragraph", text: plain(items[0]) } : { kind: "list", items: items.map(plain) },
  );

/** @param {Block[]} parts @returns {string} all of it on one line */
export const oneLine = (parts) =>
  parts.map((part) => (part.kind === "list" ? part.items.join("; ") : part.text)).join(" ");

// An escaped sign hides in the private use area while the marks around it are read.
const HIDDEN = 0xe000;

/** Links and emphasis give way to their words. @param {string} text */
const plain = (text) =>
  text
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, (_, sign) => String.fromCharCode(HIDDEN + sign.charCodeAt(0)))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|\*|(?<!\w)_|`)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - HIDDEN))
    .replace(/\s+/g, " ")
    .trim();
