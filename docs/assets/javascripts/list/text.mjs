/** The list as text for a mail, and as Markdown in which nothing that a reader typed can open a heading, a link or HTML. */

import { escapeInline } from "../agreement/markdown.mjs";
import { fullSource, UNKNOWN, UNTITLED } from "./document.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./document.mjs").ListEntry} ListEntry */
/** @typedef {import("./prose.mjs").Block} Block */

/** @param {ListDocument} made @returns {string} */
export function toPlainText(made) {
  const parts = made.entries.map((entry) =>
    [
      `${entry.number}. ${entry.title} (${entry.label})`,
      entry.summary || entry.text.map(plainBlock).join("\n"),
      ...entry.figures.map(({ number, what, year }) => `- ${number} (${year}): ${what}`),
      entry.note && `Note: ${entry.note}`,
      entry.address,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  return `${[made.title || UNTITLED, made.introduction, ...parts, plainSources(made)].filter(Boolean).join("\n\n")}\n`;
}

/** @param {ListDocument} made */
const plainSources = (made) =>
  made.sources.map((source) => `Kilde: ${fullSource({ ...source, pages: "" })}. Teksterne er selvstændige referater.`).join("\n");

/** @param {Block} block */
const plainBlock = (block) => (block.kind === "list" ? block.items.map((item) => `- ${item}`).join("\n") : block.text);

/** @param {ListDocument} made @returns {string} */
export function toMarkdown(made) {
  const parts = [
    `# ${inline(made.title || UNTITLED)}`,
    ...typed(made.introduction),
    ...made.entries.flatMap(entryMarkdown),
    "## Kilder",
    ...made.sources.flatMap((source) => [
      `${inline(fullSource({ ...source, pages: "" }))}. ${inline(source.publication.rettigheder ?? "")}`.trim(),
      source.uses.map((use) => `- [${inline(use.title)}](${use.address})${use.pages ? `, side ${use.pages}` : ""}`).join("\n"),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** @param {ListEntry} entry @returns {string[]} */
function entryMarkdown(entry) {
  const heading = `## ${entry.number}. [${inline(entry.title)}](${entry.address})`;
  const about = `${entry.label} · ${inline(fullSource(entry.source))}`;
  const note = entry.note ? ["**Note**", ...typed(entry.note)] : [];
  if (entry.kind === "laering") return [heading, about, ...entry.text.map(markdownBlock), ...note];
  return [
    heading,
    about,
    inline(entry.summary),
    entry.facts.map(([name, value]) => `- ${name}: ${inline(value)}`).join("\n"),
    "### Nøgletal",
    entry.figures.map(({ number, what, year }) => `- **${inline(number)}** (${year}): ${inline(what)}`).join("\n") || UNKNOWN,
    "### Læring",
    entry.lessons.map(markdownLesson).join("\n") || UNKNOWN,
    ...note,
  ];
}

/** A lesson as one point of a list, what it lists as points below it. @param {Block[]} parts */
const markdownLesson = (parts) =>
  parts
    .flatMap((part, at) => (part.kind === "list" ? part.items.map((item) => `    - ${inline(item)}`) : `${at ? "    " : "- "}${inline(part.text)}`))
    .join("\n");

/** @param {Block} block */
const markdownBlock = (block) =>
  block.kind === "list" ? block.items.map((item) => `- ${inline(item)}`).join("\n") : inline(block.text);

/** What a reader typed, paragraph by paragraph, its line breaks kept. @param {string} text */
const typed = (text) =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => part.trim().split("\n").map((line) => inline(line.trim())).join("  \n"));

/** @param {string} text */
const inline = (text) =>
  escapeInline(text.replace(/\s+/g, " ").trim())
    .replace(/^([#+=-])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
