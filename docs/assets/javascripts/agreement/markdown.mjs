/** The agreement as Markdown and as plain text. */

import { runsText, sectionHeading } from "./text.mjs";

/** @typedef {import("./text.mjs").AgreementDocument} AgreementDocument */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Table} Table */

const LINE = "________________________";

/**
 * The document as Markdown in which nothing a person typed can open a heading, a link, HTML or a template.
 * @param {AgreementDocument} agreement
 * @returns {string}
 */
export function toMarkdown(agreement) {
  const sections = agreement.sections.map((section) => [
    `## ${escapeInline(sectionHeading(section))}`,
    ...section.blocks.map((block) =>
      block.kind === "table" ? markdownTable(block) : blockText(block, markdownRuns, markdownSignature),
    ),
  ]);
  return `${[`# ${markdownRuns([agreement.title])}`, ...sections.flat()].join("\n\n")}\n`;
}

/**
 * The document as plain text.
 * @param {AgreementDocument} agreement
 * @returns {string}
 */
export function toPlainText(agreement) {
  const sections = agreement.sections.map((section) => [
    sectionHeading(section),
    ...section.blocks.map((block) =>
      block.kind === "table" ? plainTable(block) : blockText(block, runsText, plainSignature),
    ),
  ]);
  return `${[agreement.title.text, ...sections.flat()].join("\n\n")}\n`;
}

/**
 * @param {Exclude<Block, Table>} block
 * @param {(runs: Run[]) => string} write
 * @param {(name: string, role: string) => string} sign
 * @returns {string}
 */
function blockText(block, write, sign) {
  if (block.kind === "paragraph") return write(block.runs);
  if (block.kind === "signatures")
    return block.parties
      .map(({ name, role }) => sign(write([name]), write(role ? [{ ...name, text: role }] : [])))
      .join("\n\n");
  return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${write(item)}`).join("\n");
}

/** @param {Table} block @returns {string} */
function markdownTable({ head, rows }) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [
    line(head.map(escapeInline)),
    line(head.map(() => "---")),
    ...rows.map((row) => line(row.map(markdownRuns))),
  ].join("\n");
}

/** @param {Table} block @returns {string} one row a paragraph, each cell with its heading */
const plainTable = ({ head, rows }) =>
  rows.map((row) => row.map((cell, at) => `${at ? "  " : "- "}${head[at]}: ${runsText(cell)}`).join("\n")).join("\n");

/** @param {string} name @param {string} role */
const markdownSignature = (name, role) =>
  `**${name}**${role ? `, ${role}` : ""}\n\nDato: ${LINE}\n\nUnderskrift: ${LINE}`;

/** @param {string} name @param {string} role */
const plainSignature = (name, role) => `${name}${role ? `, ${role}` : ""}\n\nDato: ${LINE}\n\nUnderskrift: ${LINE}`;

/** @param {Run[]} runs @returns {string} */
function markdownRuns(runs) {
  const text = runs.map((run) => (run.bold ? `**${escapeInline(run.text)}**` : escapeInline(run.text))).join("");
  return escapeStart(text.trim());
}

/** @param {string} text */
export const escapeInline = (text) =>
  text
    .replace(/[\\`*_[\]{}~|]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/!(?=\\\[)/g, "\\!")
    .replace(/\\\{(?=\\\{|[%#])/g, "&#123;"); // a backslash does not stop a template engine

/** What opens a block only at the start of a line. @param {string} text */
const escapeStart = (text) => text.replace(/^([#+=-])/, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
