/** The list as a Word file: the same list gives the same bytes. The library is fetched when the first file is asked for. */

import { wordFile } from "../codec/word-look.mjs";
import { fullSource, UNKNOWN, UNTITLED } from "./document.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./document.mjs").ListEntry} ListEntry */
/** @typedef {import("./prose.mjs").Block} Block */

const FACT_COLUMNS = [2100, 6926];
const FIGURE_COLUMNS = [2700, 1500, 4826];
const SOFT = "4A5A60";

/**
 * @param {ListDocument} made
 * @returns {Promise<Blob>}
 */
export function toWord(made) {
  const title = made.title || UNTITLED;
  return wordFile({
    title,
    description: "Cases og læring",
    children: (docx) => [...opening(docx, made, title), ...made.entries.flatMap((entry) => entryParts(docx, entry)), ...sources(docx, made)],
  });
}

/** @param {any} docx @param {ListDocument} made @param {string} title */
const opening = ({ HeadingLevel, Paragraph, TextRun }, made, title) => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
  ...lines(made.introduction).map((text) => new Paragraph({ children: [new TextRun(text)] })),
];

/** @param {any} docx @param {ListEntry} entry */
function entryParts(docx, entry) {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(`${entry.number}. ${entry.title}`)] });
  const about = softParagraph(docx, `${entry.label} · ${fullSource(entry.source)}`);
  const link = new Paragraph({ children: [linkTo(docx, entry.address)] });
  const body = entry.kind === "laering" ? blockParagraphs(docx, entry.text) : caseParts(docx, entry);
  return [head, about, ...body, ...noteParts(docx, entry.note), link];
}

/** @param {any} docx @param {ListEntry} entry */
function caseParts(docx, entry) {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  const heading = (/** @type {string} */ text) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] });
  const unknown = () => softParagraph(docx, UNKNOWN);
  return [
    new Paragraph({ children: [new TextRun({ text: entry.summary, bold: true })] }),
    table(docx, FACT_COLUMNS, null, entry.facts),
    heading("Nøgletal"),
    ...(entry.figures.length
      ? [table(docx, FIGURE_COLUMNS, ["Tal", "År", "Hvad"], entry.figures.map(({ number, year, what }) => [number, year, what]))]
      : [unknown()]),
    heading("Læring"),
    ...(entry.lessons.length ? entry.lessons.flatMap((lesson) => lessonParagraphs(docx, lesson)) : [unknown()]),
  ];
}

/** A lesson as one point; what it lists comes as points after it. @param {any} docx @param {Block[]} lesson */
const lessonParagraphs = (docx, lesson) =>
  lesson.flatMap((block) => (block.kind === "list" ? block.items : [block.text])).map((text) => point(docx, text));

/** @param {any} docx @param {Block[]} parts */
const blockParagraphs = (docx, parts) =>
  parts.flatMap((block) =>
    block.kind === "list"
      ? block.items.map((item) => point(docx, item))
      : [new docx.Paragraph({ children: [new docx.TextRun(block.text)] })],
  );

/** @param {any} docx @param {string} text */
const point = ({ Paragraph, TextRun }, text) =>
  new Paragraph({ numbering: { reference: "punkter", level: 0 }, spacing: { after: 60 }, children: [new TextRun(text)] });

/** @param {any} docx @param {string} note */
const noteParts = ({ Paragraph, TextRun }, note) =>
  lines(note).map(
    (text, at) => new Paragraph({ children: [...(at ? [] : [new TextRun({ text: "Note: ", bold: true })]), new TextRun({ text, italics: true })] }),
  );

/** @param {any} docx @param {string} text */
const softParagraph = ({ Paragraph, TextRun }, text) => new Paragraph({ children: [new TextRun({ text, color: SOFT })] });

/** A field, because the library gives every hyperlink a random name. @param {any} docx @param {string} address */
const linkTo = ({ SimpleField }, address) => new SimpleField(`HYPERLINK "${address}"`, address);

/** @param {any} docx @param {number[]} widths @param {string[] | null} head without one the first column is the heading @param {string[][]} rows */
function table(docx, widths, head, rows) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const cell = (/** @type {string} */ text, /** @type {number} */ column, /** @type {boolean} */ bold) =>
    new TableCell({
      width: { size: widths[column], type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 100, right: 100 },
      children: [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold: bold || undefined })] })],
    });
  const row = (/** @type {string[]} */ texts, /** @type {boolean} */ isHead) =>
    new TableRow({
      tableHeader: isHead || undefined,
      cantSplit: true,
      children: texts.map((text, column) => cell(text, column, isHead || column === 0)),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...(head ? [row(head, true)] : []), ...rows.map((texts) => row(texts, false))],
  });
}

/** @param {any} docx @param {ListDocument} made */
function sources(docx, made) {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("Kilder")] }),
    ...made.sources.flatMap((source) => [
      new Paragraph({ children: [new TextRun({ text: `${fullSource({ ...source, pages: "" })}.`, bold: true })] }),
      ...(source.publication.rettigheder ? [softParagraph(docx, source.publication.rettigheder.replace(/\s+/g, " "))] : []),
      ...source.uses.map((use) => point(docx, `${use.title}${use.pages ? `, side ${use.pages}` : ""}`)),
    ]),
  ];
}

/** @param {string} text @returns {string[]} */
const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
