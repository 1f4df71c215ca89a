/** What a Word document says, in its order: paragraphs, list items and tables, with the bookmarks between them. */

/** A piece of a paragraph. @typedef {{text: string, bold: boolean}} WordRun */
/** @typedef {{kind: "paragraph", runs: WordRun[], heading: number, list: "" | "punkter" | "tal"}} WordParagraph heading 0 is none */
/** @typedef {{kind: "table", rows: string[][]}} WordTable */
/** @typedef {WordParagraph | WordTable} WordBlock */
/** @typedef {{start: string} | {end: string} | {block: WordBlock}} WordEvent a bookmark by its name, or a block */
/** What the text alone cannot tell. @typedef {{tracked: boolean, pictures: boolean}} WordTraits */

const TRANSPARENT = new Set([
  "sdt",
  "sdtContent",
  "ins",
  "moveTo",
  "customXml",
  "smartTag",
  "hyperlink",
  "fldSimple",
  "dir",
  "bdo",
]);
const GONE = new Set(["del", "moveFrom"]);
const PICTURES = new Set(["drawing", "pict", "object"]);
const SPACES = new Set(["tab", "br", "cr", "ptab"]);

/**
 * @param {{document: Document, styles: Document | null, numbering: Document | null}} parts
 * @returns {{events: WordEvent[], traits: WordTraits}}
 */
export function wordEvents({ document, styles, numbering }) {
  const body = [...document.documentElement.children].find((child) => child.localName === "body");
  /** @type {WordEvent[]} */
  const events = [];
  const reader = {
    events,
    traits: { tracked: false, pictures: false },
    names: new Map(),
    headings: headingStyles(styles),
    lists: listKinds(numbering),
  };
  if (body) walkBlocks(body, reader);
  return { events, traits: reader.traits };
}

/** @typedef {{events: WordEvent[], traits: WordTraits, names: Map<string, string>, headings: Map<string, number>, lists: Map<string, string>}} Reader */

/** @param {Element} parent @param {Reader} reader */
function walkBlocks(parent, reader) {
  for (const child of parent.children) {
    const name = child.localName;
    if (name === "p") readParagraph(child, reader);
    else if (name === "tbl") reader.events.push({ block: { kind: "table", rows: tableRows(child, reader) } });
    else if (name === "bookmarkStart" || name === "bookmarkEnd") readBookmark(child, reader);
    else if (GONE.has(name)) reader.traits.tracked = true;
    else if (name === "AlternateContent") walkBlocks(child.children[0] ?? child, reader);
    else if (TRANSPARENT.has(name)) walkBlocks(child, reader);
  }
}

/** @param {Element} element @param {Reader} reader */
function readBookmark(element, reader) {
  const id = attribute(element, "id");
  const name = attribute(element, "name");
  if (element.localName === "bookmarkStart") {
    reader.names.set(id, name);
    reader.events.push({ start: name });
  } else reader.events.push({ end: reader.names.get(id) ?? "" });
}

/** @param {Element} element @param {Reader} reader */
function readParagraph(element, reader) {
  /** @type {WordRun[]} */
  const runs = [];
  const marks = /** @type {Element[]} */ ([]);
  readRuns(element, runs, marks, reader);
  for (const mark of marks) if (mark.localName === "bookmarkStart") readBookmark(mark, reader);
  reader.events.push({ block: { kind: "paragraph", runs, ...paragraphKind(element, reader) } });
  for (const mark of marks) if (mark.localName === "bookmarkEnd") readBookmark(mark, reader);
}

/** @param {Element} element @param {Reader} reader @returns {{heading: number, list: "" | "punkter" | "tal"}} */
function paragraphKind(element, reader) {
  const properties = childOf(element, "pPr");
  const heading = reader.headings.get(attribute(childOf(properties, "pStyle"), "val")) ?? 0;
  const numbers = childOf(properties, "numPr");
  const list = reader.lists.get(
    `${attribute(childOf(numbers, "numId"), "val")}:${attribute(childOf(numbers, "ilvl"), "val") || "0"}`,
  );
  return { heading, list: heading || !list ? "" : list === "bullet" ? "punkter" : "tal" };
}

/**
 * The text of a paragraph as it would read with every tracked change accepted.
 * @param {Element} parent @param {WordRun[]} runs @param {Element[]} marks the bookmarks met on the way @param {Reader} reader
 */
function readRuns(parent, runs, marks, reader) {
  for (const child of parent.children) {
    const name = child.localName;
    if (name === "r") addRun(child, runs, reader);
    else if (name === "bookmarkStart" || name === "bookmarkEnd") marks.push(child);
    else if (GONE.has(name)) reader.traits.tracked = true;
    else if (TRANSPARENT.has(name)) {
      if (name === "ins" || name === "moveTo") reader.traits.tracked = true;
      readRuns(child, runs, marks, reader);
    }
  }
}

/** @param {Element} run @param {WordRun[]} runs @param {Reader} reader */
function addRun(run, runs, reader) {
  const bold = childOf(childOf(run, "rPr"), "b");
  let text = "";
  for (const child of run.children) {
    if (child.localName === "t") text += child.textContent ?? "";
    else if (SPACES.has(child.localName)) text += " ";
    else if (child.localName === "noBreakHyphen") text += "-";
    else if (PICTURES.has(child.localName) || child.localName === "AlternateContent") reader.traits.pictures = true;
  }
  if (text) runs.push({ text, bold: bold !== null && !["0", "false", "off"].includes(attribute(bold, "val")) });
}

/** @param {Element} table @param {Reader} reader @returns {string[][]} the text of each cell */
function tableRows(table, reader) {
  const rows = [...table.children].flatMap((child) =>
    child.localName === "sdt" ? [...(childOf(child, "sdtContent")?.children ?? [])] : [child],
  );
  return rows
    .filter((row) => row.localName === "tr")
    .map((row) => [...row.children].filter((cell) => cell.localName === "tc").map((cell) => cellText(cell, reader)));
}

/** @param {Element} cell @param {Reader} reader */
function cellText(cell, reader) {
  /** @type {Reader} */
  const inner = { ...reader, events: [] };
  walkBlocks(cell, inner);
  return inner.events
    .flatMap((event) => ("block" in event ? [blockText(event.block)] : []))
    .filter(Boolean)
    .join("\n");
}

/** @param {WordBlock} block @returns {string} its text in one piece */
export const blockText = (block) =>
  block.kind === "table"
    ? block.rows.map((row) => row.join("\t")).join("\n")
    : plainText(block.runs.map((run) => run.text).join(""));

/** Text as it is compared: one kind of space, no soft hyphens. @param {string} text */
export const plainText = (text) =>
  text
    .normalize("NFC")
    .replace(/\u00ad/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/**
 * The styles that are headings, by their id: programs translate the ids, but not the names.
 * @param {Document | null} styles
 * @returns {Map<string, number>} levels
 */
function headingStyles(styles) {
  /** @type {Map<string, number>} */
  const found = new Map([1, 2, 3].map((level) => [`Heading${level}`, level]));
  for (const style of styles?.documentElement.children ?? []) {
    const level = /^heading ([1-9])$/i.exec(attribute(childOf(style, "name"), "val"))?.[1];
    if (level) found.set(attribute(style, "styleId"), Number(level));
  }
  return found;
}

/** @param {Document | null} numbering @returns {Map<string, string>} "numId:level" to "bullet", "decimal" … */
function listKinds(numbering) {
  const all = [...(numbering?.documentElement.children ?? [])];
  const abstracts = new Map(
    all.filter((item) => item.localName === "abstractNum").map((item) => [attribute(item, "abstractNumId"), item]),
  );
  const found = new Map();
  for (const item of all.filter((child) => child.localName === "num")) {
    const abstract = abstracts.get(attribute(childOf(item, "abstractNumId"), "val"));
    for (const level of abstract?.children ?? [])
      if (level.localName === "lvl")
        found.set(
          `${attribute(item, "numId")}:${attribute(level, "ilvl")}`,
          attribute(childOf(level, "numFmt"), "val"),
        );
  }
  return found;
}

/** @param {Element | null} parent @param {string} name @returns {Element | null} */
const childOf = (parent, name) => [...(parent?.children ?? [])].find((child) => child.localName === name) ?? null;

/** An attribute whatever prefix it has. @param {Element | null} element @param {string} name @returns {string} */
const attribute = (element, name) =>
  [...(element?.attributes ?? [])].find((item) => item.localName === name)?.value ?? "";
