/** The agreement as a Word file: the same draft gives the same bytes. The library is fetched when the first file is asked for. */

import { finishedWord } from "../codec/word-file.mjs";

/** @typedef {import("./text.mjs").AgreementDocument} AgreementDocument */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Signatures} Signatures */
/** @typedef {import("./text.mjs").Table} Table */

const CREATOR = "Alliancebanken";
const A4 = { width: 11906, height: 16838 };
const SIGNATURE_COLUMNS = [3600, 2000, 3426];
const LANGUAGE = { value: "da-DK", eastAsia: "da-DK", bidirectional: "da-DK" };

/**
 * @param {AgreementDocument} agreement
 * @returns {Promise<Blob>}
 */
export async function toWord(agreement) {
  const docx = await import("../../vendor/docx.mjs");
  const title = agreement.title.text;
  const document = new docx.Document({
    title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    description: "Partnerskabsaftale",
    styles: styles(),
    numbering: numbering(docx),
    sections: [
      {
        properties: { page: { size: A4 } },
        footers: { default: footer(docx) },
        children: children(docx, agreement),
      },
    ],
  });
  return finishedWord(docx, document, { title, creator: CREATOR, description: "Partnerskabsaftale" });
}

/**
 * A file name from the agreement's title, in letters that every system takes.
 * @param {AgreementDocument} agreement
 * @param {string} extension
 */
export function fileName(agreement, extension) {
  const plain = agreement.title.open ? "" : agreement.title.text.toLowerCase();
  const ascii = plain.replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").normalize("NFD");
  const name = ascii
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return `${name || "partnerskabsaftale"}.${extension}`;
}

const styles = () => ({
  default: {
    document: {
      run: { font: "Calibri", size: 22, language: LANGUAGE },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    title: { run: { font: "Calibri", size: 44, bold: true }, paragraph: { spacing: { after: 360 } } },
    heading1: {
      run: { font: "Calibri", size: 27, bold: true },
      paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
    },
  },
});

/** @param {any} docx */
function numbering({ AlignmentType, LevelFormat, LevelSuffix }) {
  const level = { level: 0, alignment: AlignmentType.START };
  const indent = { style: { paragraph: { indent: { left: 567, hanging: 340 } } } };
  return {
    config: [
      {
        reference: "paragraffer",
        levels: [{ ...level, format: LevelFormat.DECIMAL, text: "§ %1", suffix: LevelSuffix.SPACE }],
      },
      { reference: "punkter", levels: [{ ...level, ...indent, format: LevelFormat.BULLET, text: "•" }] },
      { reference: "trin", levels: [{ ...level, ...indent, format: LevelFormat.DECIMAL, text: "%1." }] },
    ],
  };
}

/** @param {any} docx */
function footer({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }) {
  const pages = new TextRun({ children: ["Side ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES], size: 18 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })] });
}

/** @param {any} docx @param {AgreementDocument} agreement */
function children(docx, agreement) {
  const { HeadingLevel, Paragraph } = docx;
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(docx, [agreement.title]) });
  const sections = agreement.sections.flatMap((section, at) => [
    new Paragraph({
      text: section.title,
      heading: HeadingLevel.HEADING_1,
      ...(section.number ? { numbering: { reference: "paragraffer", level: 0 } } : {}),
    }),
    ...section.blocks.flatMap((block, index) => blockParagraphs(docx, block, at * 1000 + index)),
  ]);
  return [title, ...sections];
}

/**
 * @param {any} docx
 * @param {Block} block
 * @param {number} instance tells one numbered list from the next, so that each begins at 1
 */
function blockParagraphs(docx, block, instance) {
  if (block.kind === "signatures") return [signatureTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "table") return [rowTable(docx, block), new docx.Paragraph({})];
  if (block.kind === "paragraph") return [new docx.Paragraph({ children: textRuns(docx, block.runs) })];
  const numbers = { reference: block.ordered ? "trin" : "punkter", level: 0, instance: block.ordered ? instance : 0 };
  return block.items.map(
    (item) => new docx.Paragraph({ numbering: numbers, spacing: { after: 60 }, children: textRuns(docx, item) }),
  );
}

/** @param {any} docx @param {Run[]} runs */
const textRuns = ({ TextRun }, runs) =>
  runs.map(
    (run) => new TextRun({ text: run.text, bold: run.bold || undefined, highlight: run.open ? "yellow" : undefined }),
  );

/** @param {any} docx @param {Table} block */
function rowTable(docx, { head, rows }) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const width = Math.floor(SIGNATURE_COLUMNS.reduce((sum, column) => sum + column) / head.length);
  const cell = (/** @type {unknown[]} */ children) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ spacing: { after: 0 }, children })],
    });
  return new Table({
    width: { size: width * head.length, type: WidthType.DXA },
    columnWidths: head.map(() => width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text) => cell([new TextRun({ text, bold: true })])),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((runs) => cell(textRuns(docx, runs))) })),
    ],
  });
}

/** @param {any} docx @param {Signatures} block */
function signatureTable(docx, block) {
  const { HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const cell = (/** @type {unknown[]} */ paragraphs, /** @type {number} */ column) =>
    new TableCell({
      width: { size: SIGNATURE_COLUMNS[column], type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      children: paragraphs,
    });
  const heading = (/** @type {string} */ text, /** @type {number} */ column) =>
    cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })], column);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: ["Part", "Dato", "Underskrift"].map(heading),
  });
  const rows = block.parties.map(({ name, role }) => {
    const who = [
      new Paragraph({ children: textRuns(docx, [{ ...name, bold: true }]) }),
      ...(role ? [new Paragraph({ text: role })] : []),
    ];
    return new TableRow({
      cantSplit: true,
      height: { value: 1000, rule: HeightRule.ATLEAST },
      children: [cell(who, 0), cell([new Paragraph({})], 1), cell([new Paragraph({})], 2)],
    });
  });
  return new Table({
    width: { size: SIGNATURE_COLUMNS.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: SIGNATURE_COLUMNS,
    rows: [head, ...rows],
  });
}
