/** The agreement as a Word file: the same draft gives the same bytes. The library is fetched when the first file is asked for. */

/** @typedef {import("./text.mjs").AgreementDocument} AgreementDocument */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Signatures} Signatures */

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
  const parts = [{ path: "docProps/core.xml", data: coreProperties(title) }];
  const blob = await docx.Packer.toBlob(document, undefined, parts);
  return new Blob([withoutTimes(await blob.arrayBuffer())], { type: blob.type });
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
      numbering: { reference: "paragraffer", level: 0 },
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

/** @param {string} text */
const xml = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");

/** The file's properties without dates: the library would write the present moment. @param {string} title */
const coreProperties = (title) =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${xml(title)}</dc:title><dc:creator>${CREATOR}</dc:creator><dc:description>Partnerskabsaftale</dc:description>` +
  `<dc:language>da-DK</dc:language><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy><cp:revision>1</cp:revision></cp:coreProperties>`;

const ZIP_END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 };
const ZIP_ENTRY = { size: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 };
const ZIP_LOCAL_TIME = 10;
const FIRST_DAY = 0x00210000; // 1 January 1980, 00:00: the earliest that a ZIP can say

/**
 * The same ZIP with every entry's time set to the first day a ZIP knows.
 * @param {ArrayBuffer} buffer a ZIP without a comment, as the library writes it
 */
function withoutTimes(buffer) {
  const view = new DataView(buffer);
  const end = buffer.byteLength - ZIP_END.size;
  if (view.getUint32(end, true) !== ZIP_END.signature) throw new Error("the Word file is no plain ZIP");
  let at = view.getUint32(end + ZIP_END.directory, true);
  for (let left = view.getUint16(end + ZIP_END.entries, true); left > 0; left -= 1) {
    view.setUint32(at + ZIP_ENTRY.time, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + ZIP_ENTRY.local, true) + ZIP_LOCAL_TIME, FIRST_DAY, true);
    const tail = [ZIP_ENTRY.name, ZIP_ENTRY.extra, ZIP_ENTRY.comment].map((place) => view.getUint16(at + place, true));
    at += ZIP_ENTRY.size + tail.reduce((sum, length) => sum + length, 0);
  }
  return buffer;
}
