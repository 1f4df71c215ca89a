/** What all Word files of the site share: styles, numbers, language and page numbers. */

import { finishedWord } from "./word-file.mjs";

/** @typedef {import("./package.mjs").Parts} Parts */

const CREATOR = "Alliancebanken";
const A4 = { width: 11906, height: 16838 };
/** The style of a table's text, a little smaller than the rest. */
export const TABLE_STYLE = "Tabel";
const LANGUAGE = { value: "da-DK", eastAsia: "da-DK", bidirectional: "da-DK" };

/**
 * A Word file. The library is fetched when the first file is asked for.
 * @param {{title: string, description: string, children: (docx: any) => unknown[], add?: (parts: Parts) => void}} content
 *   "children" makes the body; "add" may change the finished parts
 * @returns {Promise<Blob>} the same for the same content
 */
export async function wordFile({ title, description, children, add }) {
  const docx = await import("../../vendor/docx.mjs");
  const document = new docx.Document({
    title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    description,
    styles: styles(),
    numbering: numbering(docx),
    sections: [{ properties: { page: { size: A4 } }, footers: { default: footer(docx) }, children: children(docx) }],
  });
  return finishedWord(docx, document, { title, creator: CREATOR, description }, add);
}

const styles = () => ({
  default: {
    document: {
      run: { font: "Calibri", size: 22, language: LANGUAGE },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    title: {
      run: { font: "Calibri", size: 44, bold: true },
      paragraph: { spacing: { after: 360, line: 276, lineRule: "auto" } },
    },
    heading1: {
      run: { font: "Calibri", size: 27, bold: true },
      paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { font: "Calibri", size: 24, bold: true, color: "000000" },
      paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
    },
  },
  paragraphStyles: [
    { id: TABLE_STYLE, name: TABLE_STYLE, basedOn: "Normal", run: { size: 20 }, paragraph: { spacing: { after: 0 } } },
  ],
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
