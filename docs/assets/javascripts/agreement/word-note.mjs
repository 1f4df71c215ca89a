/** A note as a Word file: headings, paragraphs, lists and tables; what is missing is yellow. The same note gives the same bytes. */

import { TABLE_STYLE, wordFile } from "../codec/word-look.mjs";

/** @typedef {import("./note-blocks.mjs").Note} Note */
/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */
/** @typedef {import("./note-blocks.mjs").Run} Run */

const TEXT_WIDTH = 9026; // A4 between the library's margins, in twentieths of a point
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
const EDGE = { style: "single", size: 4, color: "999999" };

/**
 * @param {Note} note
 * @returns {Promise<Blob>}
 */
export function noteToWord({ title, description, blocks }) {
  const children = (/** @type {any} */ docx) => [
    new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE }),
    ...blocks.flatMap((block, at) => blockElements(docx, block, at)),
  ];
  return wordFile({ title, description, children });
}

/** @param {any} docx @param {NoteBlock} block @param {number} instance tells one numbered list from the next */
function blockElements(docx, block, instance) {
  const { HeadingLevel, Paragraph } = docx;
  if (block.kind === "heading") return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
  if (block.kind === "paragraph") return [new Paragraph({ children: textRuns(docx, block.runs) })];
  if (block.kind === "table") return [tableElement(docx, block), new Paragraph({ spacing: { after: 60 } })];
  const numbers = { reference: block.ordered ? "trin" : "punkter", level: 0, instance: block.ordered ? instance : 0 };
  return block.items.map(
    (item) => new Paragraph({ numbering: numbers, spacing: { after: 60 }, children: textRuns(docx, item) }),
  );
}

/** What came is bold and underlined, what went is struck out. @type {Record<string, object>} */
const STATES = { ny: { bold: true, underline: {} }, slettet: { strike: true } };

/** @param {any} docx @param {Run[]} all */
const textRuns = ({ TextRun }, all) =>
  all.flatMap((run) => {
    const look = { bold: run.bold || undefined, highlight: run.open ? "yellow" : undefined, ...STATES[run.state ?? ""] };
    return run.text.split("\n").map((text, at) => new TextRun({ text, break: at ? 1 : undefined, ...look }));
  });

/** @param {any} docx @param {Extract<NoteBlock, {kind: "table"}>} block */
function tableElement(docx, { head, rows }) {
  const { Paragraph, Table, TableCell, TableRow, WidthType } = docx;
  const widths = columnWidths(head, rows);
  const row = (/** @type {Run[][]} */ cells, /** @type {boolean} */ first) =>
    new TableRow({
      tableHeader: first || undefined,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at], type: WidthType.DXA },
            margins: CELL_MARGINS,
            shading: first ? { fill: "EEEEEE" } : undefined,
            children: [
              new Paragraph({ style: TABLE_STYLE, children: textRuns(docx, cell), keepNext: first || undefined }),
            ],
          }),
      ),
    });
  const title = head.map((text) => [{ text, bold: true, key: "", open: false, ref: "" }]);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: [row(title, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Columns as wide as what stands in them asks for, within reason. @param {string[]} head @param {Run[][][]} rows */
function columnWidths(head, rows) {
  const length = (/** @type {Run[]} */ cell) => cell.reduce((sum, run) => sum + run.text.length, 0);
  const wishes = head.map((text, at) => Math.max(text.length, 8, ...rows.map((row) => Math.min(length(row[at]), 40))));
  const sum = wishes.reduce((total, wish) => total + wish);
  return wishes.map((wish) => Math.round((TEXT_WIDTH * wish) / sum));
}
