/** The agreement as a Word file that carries its draft: the same draft gives the same bytes. */

import { fileName as nameOf } from "../codec/file.mjs";
import { TABLE_STYLE, wordFile } from "../codec/word-look.mjs";
import { toJson } from "./draft-file.mjs";
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
// Twips: the text's width, a cell's margins, and a sign of a table's text, with room for a wider font.
const [PAGE_WIDTH, CELL_MARGIN, SIGN] = [9026, 90, 112];
// In characters.
const [NARROWEST, WIDEST_WORD, WIDEST_TEXT] = [4, 20, 30];
const SIGNATURE_COLUMNS = [3600, 2000, 3426];
// More signatures than this cannot all stand on one page.
const MOST_TOGETHER = 10;

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
    // An annex has a heading, but no number among the clauses; it is renewed by itself, so it has its own page.
    const look = section.number ? { numbering: { reference: "paragraffer", level: 0 } } : { pageBreakBefore: true };
    const heading = new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1, ...look });
    const blocks = section.blocks.flatMap((block, index) => {
      const leads = (section.blocks[index + 1]?.kind ?? "paragraph") !== "paragraph";
      return blockParagraphs(docx, block, at * 1000 + index, leads);
    });
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

/** The last item has a paragraph's own space after it. @param {string} reference @param {number} instance @param {boolean} [last] */
const listItem = (reference, instance, last = false) => ({
  numbering: { reference, level: 0, instance },
  ...(last ? {} : { spacing: { after: 60 } }),
});

/**
 * @param {any} docx
 * @param {Block} block
 * @param {number} instance tells one numbered list from the next, so that each begins at 1
 * @param {boolean} leads whether it introduces a list, a table or the signatures, and stays on their page
 */
function blockParagraphs(docx, block, instance, leads) {
  // Between a table and what follows there is always a paragraph: two tables in a row would become one.
  if (block.kind === "signatures") return [signatureTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "table") return [rowTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "paragraph")
    return [new docx.Paragraph({ keepNext: leads || undefined, children: textRuns(docx, block.runs) })];
  return block.items.map((item, at) => {
    const look = listItem(block.ordered ? "trin" : "punkter", block.ordered ? instance : 0, !block.items[at + 1]);
    return new docx.Paragraph({ ...look, children: textRuns(docx, item) });
  });
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
      margins: { top: 80, bottom: 80, left: CELL_MARGIN, right: CELL_MARGIN },
      children: paragraphs,
    });
  const first = new TableRow({ tableHeader: true, cantSplit: true, children: head.map(cell) });
  const look = height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {};
  const others = rows.map((cells) => new TableRow({ cantSplit: true, ...look, children: cells.map(cell) }));
  const width = columns.reduce((sum, size) => sum + size, 0);
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: columns, rows: [first, ...others] });
}

/** A heading never stands alone at the foot of a page. @param {any} docx @param {string} text */
const headCell = ({ Paragraph, TextRun }, text) => [
  new Paragraph({ style: TABLE_STYLE, keepNext: true, children: [new TextRun({ text, bold: true })] }),
];

/** @param {any} docx @param {Signatures} block */
function signatureTable(docx, block) {
  const { Paragraph } = docx;
  const rows = block.parties.map(({ name, role }, at) => {
    const keepNext = (block.parties.length <= MOST_TOGETHER && at < block.parties.length - 1) || undefined;
    const party = new Paragraph({ keepNext, children: textRuns(docx, [name], true) });
    return [role ? [party, new Paragraph({ keepNext, text: role })] : [party], [new Paragraph({})], [new Paragraph({})]];
  });
  const head = SIGNATURE_HEAD.map((text) => headCell(docx, text));
  return headedTable(docx, { head, rows, columns: SIGNATURE_COLUMNS, height: 1000 });
}

/** @param {any} docx @param {import("./text.mjs").Table} block */
function rowTable(docx, block) {
  const { Paragraph } = docx;
  const look = { style: TABLE_STYLE };
  return headedTable(docx, {
    head: block.head.map((text) => headCell(docx, text)),
    rows: block.rows.map((row) => row.map((runs) => [new Paragraph({ ...look, children: textRuns(docx, runs) })])),
    columns: columnWidths([
      block.head,
      ...block.rows.map((row) => row.map((runs) => runs.map(({ text }) => text).join(""))),
    ]),
  });
}

/** Room for the longest word of each column, and what is left for those that say more. @param {string[][]} rows @returns {number[]} */
function columnWidths(rows) {
  const columns = rows[0].map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const words = cells.flatMap((cell) => cell.split(/\s+/)).map((word) => Math.min(word.length, WIDEST_WORD));
    const least = Math.max(NARROWEST, ...words);
    return { least, more: Math.max(1, Math.min(WIDEST_TEXT, Math.max(...cells.map((cell) => cell.length))) - least) };
  });
  const sum = (/** @type {"least" | "more"} */ key) => columns.reduce((total, column) => total + column[key], 0);
  const room = (PAGE_WIDTH - columns.length * CELL_MARGIN * 2) / SIGN;
  const [needed, wished] = [sum("least"), sum("more")];
  return columns.map(({ least, more }) => {
    const signs = needed < room ? least + ((room - needed) * more) / wished : (room * least) / needed;
    return Math.floor(signs * SIGN) + CELL_MARGIN * 2;
  });
}
