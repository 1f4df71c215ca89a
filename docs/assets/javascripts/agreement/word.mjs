/** The agreement as a Word file that carries its draft: the same draft gives the same bytes. */

import { fileName as nameOf } from "../codec/file.mjs";
import { toJson } from "./draft-file.mjs";
import { wordFile } from "./word-look.mjs";
import { addDraftPart } from "./word-part.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./text.mjs").AgreementDocument} AgreementDocument */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Signatures} Signatures */

/** The bookmarks by which a clause is known again when the file comes back. */
export const TITLE_MARK = "aftalens_titel";
export const MISSING_MARK = "mangler";
export const SIGNATURE_HEAD = ["Part", "Dato", "Underskrift"];
const CLAUSE_MARK = "klausul_";
const PAGE_WIDTH = 9026;
// In characters.
const [NARROWEST, WIDEST_WORD, WIDEST_TEXT] = [6, 20, 26];
const SIGNATURE_COLUMNS = [3600, 2000, 3426];

/** A bookmark's name takes letters, digits and underscores. @param {string} id @returns {string} */
export const clauseMark = (id) => CLAUSE_MARK + id.replaceAll("-", "_");

/**
 * @param {AgreementDocument} agreement
 * @param {Draft} draft the draft that the document was made from
 * @returns {Promise<Blob>}
 */
export const toWord = (agreement, draft) =>
  wordFile({
    title: agreement.title.text,
    description: "Partnerskabsaftale",
    children: (docx) => children(docx, agreement),
    add: (parts) => addDraftPart(parts, toJson(draft)),
  });

/** @param {AgreementDocument} agreement @param {string} extension @returns {string} a file name from the title */
export const fileName = (agreement, extension) =>
  nameOf(agreement.title.open ? "" : agreement.title.text, "partnerskabsaftale", extension);

/** @param {any} docx @param {AgreementDocument} agreement */
function children(docx, agreement) {
  const { HeadingLevel, Paragraph } = docx;
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(docx, [agreement.title]) });
  const sections = agreement.sections.flatMap((section, at) => {
    // An annex has a heading, but no number among the clauses.
    const numbering = section.number ? { reference: "paragraffer", level: 0 } : undefined;
    const heading = new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1, numbering });
    const blocks = section.blocks.flatMap((block, index) => blockParagraphs(docx, block, at * 1000 + index));
    return marked(docx, [heading, ...blocks], clauseMark(section.id), at + 2);
  });
  return [...marked(docx, [title], TITLE_MARK, 1), ...sections, ...missingList(docx, agreement)];
}

/** Paragraphs inside a bookmark; the first and last are never tables. @param {any} docx @param {any[]} blocks @param {string} name @param {number} id */
function marked({ BookmarkEnd, BookmarkStart }, blocks, name, id) {
  blocks[0].addChildElement(new BookmarkStart(name, id));
  blocks[blocks.length - 1].addChildElement(new BookmarkEnd(id));
  return blocks;
}

/** What is still to be filled in, on a page of its own at the end. @param {any} docx @param {AgreementDocument} agreement */
function missingList(docx, { missing }) {
  const { HeadingLevel, Paragraph } = docx;
  if (!missing.length) return [];
  const list = missing.map(
    ({ label, where }) => new Paragraph({ ...listItem("punkter", 0), text: `${label} (${where})` }),
  );
  return marked(
    docx,
    [
      new Paragraph({ text: "Det mangler i aftalen", heading: HeadingLevel.HEADING_2, pageBreakBefore: true }),
      new Paragraph({ text: "Stederne er markeret med gult i aftalen. Slet denne side, når alt er udfyldt." }),
      ...list,
    ],
    MISSING_MARK,
    9999,
  );
}

/** @param {string} reference @param {number} instance */
const listItem = (reference, instance) => ({ numbering: { reference, level: 0, instance }, spacing: { after: 60 } });

/**
 * @param {any} docx
 * @param {Block} block
 * @param {number} instance tells one numbered list from the next, so that each begins at 1
 */
function blockParagraphs(docx, block, instance) {
  // Between a table and what follows there is always a paragraph: two tables in a row would become one.
  if (block.kind === "signatures") return [signatureTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "table") return [rowTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "paragraph") return [new docx.Paragraph({ children: textRuns(docx, block.runs) })];
  const look = listItem(block.ordered ? "trin" : "punkter", block.ordered ? instance : 0);
  return block.items.map((item) => new docx.Paragraph({ ...look, children: textRuns(docx, item) }));
}

/** A reference is a field, so that Word finds the number anew when clauses are moved there. @param {any} docx @param {Run[]} runs @param {boolean} [bold] */
const textRuns = ({ SimpleField, TextRun }, runs, bold = false) =>
  runs.map((run) =>
    run.ref
      ? new SimpleField(` REF ${clauseMark(run.ref)} \\r \\h `, run.text)
      : new TextRun({
          text: run.text,
          bold: run.bold || bold || undefined,
          highlight: run.open ? "yellow" : undefined,
        }),
  );

/**
 * A table whose first row is repeated on every page it reaches.
 * @param {any} docx @param {{head: unknown[][], rows: unknown[][][], columns: number[], height?: number}} table cells hold paragraphs
 */
function headedTable({ HeightRule, Table, TableCell, TableRow, WidthType }, { head, rows, columns, height }) {
  const cell = (/** @type {unknown[]} */ paragraphs, /** @type {number} */ column) =>
    new TableCell({
      width: { size: columns[column], type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      children: paragraphs,
    });
  const first = new TableRow({ tableHeader: true, cantSplit: true, children: head.map(cell) });
  const look = height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {};
  const others = rows.map((cells) => new TableRow({ cantSplit: true, ...look, children: cells.map(cell) }));
  const width = columns.reduce((sum, size) => sum + size, 0);
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: columns, rows: [first, ...others] });
}

/** @param {any} docx @param {string} text */
const bold = ({ Paragraph, TextRun }, text) => [
  new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold: true })] }),
];

/** @param {any} docx @param {Signatures} block */
function signatureTable(docx, block) {
  const { Paragraph } = docx;
  const rows = block.parties.map(({ name, role }) => [
    [new Paragraph({ children: textRuns(docx, [name], true) }), ...(role ? [new Paragraph({ text: role })] : [])],
    [new Paragraph({})],
    [new Paragraph({})],
  ]);
  const head = SIGNATURE_HEAD.map((text) => bold(docx, text));
  return headedTable(docx, { head, rows, columns: SIGNATURE_COLUMNS, height: 1000 });
}

/** @param {any} docx @param {import("./text.mjs").Table} block */
function rowTable(docx, block) {
  const { Paragraph } = docx;
  const look = { spacing: { after: 0 } };
  return headedTable(docx, {
    head: block.head.map((text) => bold(docx, text)),
    rows: block.rows.map((row) => row.map((runs) => [new Paragraph({ ...look, children: textRuns(docx, runs) })])),
    columns: columnWidths([
      block.head,
      ...block.rows.map((row) => row.map((runs) => runs.map(({ text }) => text).join(""))),
    ]),
  });
}

/** Room for the longest word of each column, and more for those that say more. @param {string[][]} rows @returns {number[]} */
function columnWidths(rows) {
  const weights = rows[0].map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const words = cells.flatMap((cell) => cell.split(/\s+/)).map((word) => Math.min(word.length, WIDEST_WORD));
    return Math.max(NARROWEST, ...words, Math.min(WIDEST_TEXT, Math.max(...cells.map((cell) => cell.length)))) + 2;
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((PAGE_WIDTH * weight) / whole));
}
