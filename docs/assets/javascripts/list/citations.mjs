/** The list as references: one for each of our pages, which names its source, and one for each source itself. The same kinds
 * and keys as in the files that a case has beside its page (macros/sharing/citations.py). */

import { fullSource } from "./document.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./document.mjs").ListEntry} ListEntry */
/** @typedef {{key: string, title: string, year: string, date: string, address: string, abstract: string, note: string, remark: string}} PageReference */
/** @typedef {{key: string, title: string, author: string, year: string, edition: string, isbn: string[], note: string}} SourceReference */

const SITE = "Alliancebanken";
const GENERAL = "Læring på tværs";
const RIS_END = "ER  - \r\n";

/**
 * @param {ListDocument} made
 * @returns {{pages: PageReference[], sources: SourceReference[]}} a case once, however many of its lessons are on the list
 */
export function references(made) {
  /** @type {Map<string, PageReference>} */
  const pages = new Map();
  for (const entry of made.entries) {
    const address = entry.address.split("#")[0];
    const known = pages.get(address) ?? pageReference(entry, address);
    const remark = entry.kind === "laering" && entry.note ? `Om et læringspunkt: ${entry.note}` : entry.note;
    known.remark = [known.remark, remark].filter(Boolean).join(" / ");
    known.abstract ||= entry.summary;
    pages.set(address, known);
  }
  const sources = made.sources.map(({ id, publication }) => ({
    key: `kilde-${id}`,
    title: publication.titel,
    author: publication.udgiver,
    year: /^\d{4}$/.test(publication.aar) ? publication.aar : "",
    edition: publication.oplag ?? "",
    isbn: publication.isbn ?? [],
    note: /^\d{4}$/.test(publication.aar) ? "" : publication.aar,
  }));
  return { pages: [...pages.values()], sources };
}

/** @param {ListEntry} entry @param {string} address @returns {PageReference} */
function pageReference(entry, address) {
  const own = entry.caseId !== "";
  return {
    key: `alliancebanken-${entry.caseId || "laering"}`,
    title: own ? entry.title : GENERAL,
    year: entry.reviewed.slice(0, 4),
    date: entry.reviewed,
    address,
    abstract: "",
    note: `Selvstændigt referat. Kilde: ${fullSource(entry.source)}.`,
    remark: "",
  };
}

/**
 * RIS: two letters, two spaces, a hyphen, a space; TY first, ER last; every record ends with an empty line.
 * @param {ListDocument} made
 * @returns {string}
 */
export function toRis(made) {
  const { pages, sources } = references(made);
  const records = [
    ...pages.map((page) => [
      ["TY", "ELEC"],
      ["ID", page.key],
      ["AU", SITE],
      ["TI", page.title],
      ["T2", SITE],
      ["PY", page.year],
      ["DA", page.date.replaceAll("-", "/")],
      ["AB", page.abstract],
      ["LA", "da"],
      ["UR", page.address],
      ["N1", page.note],
      ["N1", page.remark && `Egen note: ${page.remark}`],
    ]),
    ...sources.map((source) => [
      ["TY", source.isbn.length ? "BOOK" : "GEN"],
      ["ID", source.key],
      ["AU", source.author],
      ["TI", source.title],
      ["PY", source.year],
      ["ET", source.edition],
      ["PB", source.author],
      ...source.isbn.map((number) => ["SN", number]),
      ["LA", "da"],
      ["N1", source.note],
    ]),
  ];
  const line = ([tag, text]) => `${tag}  - ${flat(text)}\r\n`;
  return records.map((record) => `${record.filter(([, text]) => text).map(line).join("")}${RIS_END}\r\n`).join("");
}

/** @param {ListDocument} made @returns {string} BibTeX in UTF-8 */
export function toBibtex(made) {
  const { pages, sources } = references(made);
  const records = [
    ...pages.map((page) =>
      bibtexRecord("online", page.key, [
        ["title", page.title],
        ["author", SITE],
        ["year", page.year],
        ["date", page.date],
        ["url", page.address],
        ["abstract", page.abstract],
        ["note", page.note],
        ["annote", page.remark],
        ["langid", "danish"],
      ]),
    ),
    ...sources.map((source) =>
      bibtexRecord("book", source.key, [
        ["title", source.title],
        ["author", source.author],
        ["publisher", source.author],
        ["year", source.year],
        ["edition", source.edition],
        ["isbn", source.isbn.join(", ")],
        ["note", source.note],
        ["langid", "danish"],
      ]),
    ),
  ];
  return records.join("\n");
}

/** CSL-JSON: what Zotero, Word and Pandoc read. @param {ListDocument} made @returns {string} */
export function toCsl(made) {
  const { pages, sources } = references(made);
  const items = [
    ...pages.map((page) => ({
      id: page.key,
      type: "webpage",
      title: page.title,
      author: [{ literal: SITE }],
      issued: { "date-parts": [page.date.split("-").map(Number)] },
      URL: page.address,
      "container-title": SITE,
      abstract: page.abstract,
      language: "da-DK",
      note: [page.note, page.remark && `Egen note: ${page.remark}`].filter(Boolean).join(" "),
    })),
    ...sources.map((source) => ({
      id: source.key,
      type: "report",
      title: source.title,
      author: [{ literal: source.author }],
      publisher: source.author,
      issued: source.year ? { "date-parts": [[Number(source.year)]] } : "",
      edition: source.edition,
      ISBN: source.isbn.join(", "),
      language: "da-DK",
      note: source.note,
    })),
  ];
  const filled = items.map((item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value)));
  return `${JSON.stringify(filled, null, 1)}\n`;
}

const BRACED = new Set(["title", "author", "publisher"]); // kept as they are written: no lower case, no first and last name

/** @param {string} kind @param {string} key @param {[string, string][]} fields */
function bibtexRecord(kind, key, fields) {
  const lines = fields
    .filter(([, text]) => text)
    .map(([name, text]) => {
      const value = name === "url" ? text : escapeBibtex(flat(text));
      return `  ${name} = {${BRACED.has(name) ? `{${value}}` : value}},\n`;
    });
  return `@${kind}{${key},\n${lines.join("")}}\n`;
}

/** @type {Record<string, string>} */
const BIBTEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}", // a brace must not stand alone, not even behind a backslash
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** @param {string} text */
export const escapeBibtex = (text) => text.replace(/[\\{}~^$&#%_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`);

/** One line: neither format has line breaks inside a field. @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();
