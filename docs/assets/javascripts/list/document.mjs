/** The list as one document, from which every output is made: what stands on paper, in Word, in a spreadsheet, in a reference. */

import { danishList, danishNumber, danishRange } from "../cases/danish.mjs";
import { blocks } from "./prose.mjs";
import { CATALOGUE, splitRef } from "./state.mjs";

/** @typedef {import("../cases/load.mjs").Case} Case */
/** @typedef {import("../cases/load.mjs").Figure} Figure */
/** @typedef {import("./load.mjs").ListData} ListData */
/** @typedef {import("./load.mjs").Publication} Publication */
/** @typedef {import("./prose.mjs").Block} Block */
/** @typedef {import("./state.mjs").ReaderList} ReaderList */
/** @typedef {{id: string, publication: Publication, pages: string}} Source */
/**
 * One thing on the list; a lesson has only text, a case all but that. The path is the address below the site's root.
 * @typedef {{ref: string, number: number, kind: "case" | "laering", label: string, title: string, path: string, address: string,
 *   text: Block[], summary: string, facts: [string, string][], figures: FigureLine[], lessons: Block[][],
 *   note: string, source: Source, theme: string, caseId: string, reviewed: string, clauses: string[]}} ListEntry
 */
/** @typedef {{number: string, what: string, year: string}} FigureLine */
/** @typedef {{title: string, introduction: string, entries: ListEntry[], missing: string[], sources: SourceUse[]}} ListDocument */
/** @typedef {{id: string, publication: Publication, uses: {title: string, pages: string, address: string}[]}} SourceUse */

export const UNKNOWN = "Ikke oplyst i kilden";
export const UNTITLED = "Min liste";

/**
 * @param {ReaderList} list
 * @param {ListData} data
 * @param {string} site the site's own address, with its last slash
 * @returns {ListDocument} missing names what the site does not have, or no longer
 */
export function listDocument(list, data, site) {
  /** @type {ListEntry[]} */
  const entries = [];
  const missing = [];
  for (const { ref, note } of list.poster) {
    const made = entryOf(ref, data, site);
    if (made) entries.push({ ...made, number: entries.length + 1, note: note.trim() });
    else missing.push(ref);
  }
  return { title: list.titel.trim(), introduction: list.indledning.trim(), entries, missing, sources: sourcesOf(entries) };
}

/** @param {string} ref @param {ListData} data @param {string} site @returns {ListEntry | null} */
function entryOf(ref, data, site) {
  const { id, lesson } = splitRef(ref);
  if (id === CATALOGUE) return generalLesson(ref, lesson, data, site);
  const found = data.cases.get(id);
  if (!found) return null;
  return lesson ? caseLesson(ref, lesson, found, data, site) : wholeCase(ref, found, data, site);
}

const NOTHING = { number: 0, text: [], summary: "", facts: [], figures: [], lessons: [], note: "", theme: "", clauses: [] };

/** @param {string} ref @param {Case} item @param {ListData} data @param {string} site @returns {ListEntry} */
function wholeCase(ref, item, data, site) {
  return {
    ...NOTHING,
    ref,
    kind: "case",
    label: caseName(item),
    title: item.titel,
    path: item.adresse,
    address: site + item.adresse,
    summary: item.kort,
    facts: factsOf(item, data),
    figures: item.noegletal.map(figureLine),
    lessons: item.laering.map((lesson) => blocks(lesson.tekst)),
    source: sourceOf(item.kilde.udgivelse, item.kilde.side, data),
    theme: item.tema,
    caseId: item.id,
    reviewed: item.gennemgaaet,
    clauses: [...new Set(item.laering.flatMap((lesson) => lesson.klausuler))],
  };
}

/** @param {string} ref @param {string} lesson @param {Case} item @param {ListData} data @param {string} site */
function caseLesson(ref, lesson, item, data, site) {
  const found = item.laering.find((point) => point.id === lesson);
  if (!found) return null;
  return {
    ...wholeCase(ref, item, data, site),
    ...NOTHING,
    kind: /** @type {const} */ ("laering"),
    label: item.nummer ? `Læringspunkt fra case ${item.nummer}` : "Læringspunkt",
    path: `${item.adresse}#laering-${lesson}`,
    address: `${site}${item.adresse}#laering-${lesson}`,
    text: blocks(found.tekst),
    theme: item.tema,
    clauses: found.klausuler,
  };
}

/** @param {string} ref @param {string} lesson @param {ListData} data @param {string} site @returns {ListEntry | null} */
function generalLesson(ref, lesson, data, site) {
  const found = data.katalog.laering.find((point) => point.id === lesson);
  if (!found) return null;
  return {
    ...NOTHING,
    ref,
    kind: "laering",
    label: "Læringspunkt",
    title: "Kataloget på tværs af casene",
    path: found.adresse,
    address: site + found.adresse,
    text: blocks(found.tekst),
    source: sourceOf(data.katalog.udgivelse, found.side, data),
    caseId: "",
    reviewed: "",
    clauses: found.klausuler,
  };
}

/** @param {Case} item @param {ListData} data @returns {[string, string][]} */
function factsOf(item, { names }) {
  const known = (/** @type {string} */ vocabulary, /** @type {string[]} */ ids) =>
    ids.map((id) => names[vocabulary]?.[id] ?? id);
  const area = item.omraade ? `${item.omraade}. Kilden nævner ingen kommune.` : UNKNOWN;
  return [
    ["Sted", danishList(known("kommuner", item.kommuner)) || area],
    ["Tema", known("temaer", [item.tema])[0]],
    ["Periode", item.periode ?? UNKNOWN],
    ["Branche", known("brancher", item.brancher).join(", ") || UNKNOWN],
    ["Målgruppe", known("maalgrupper", item.maalgrupper).join(", ") || UNKNOWN],
    ["Virkemiddel", known("virkemidler", item.virkemidler).join(", ") || UNKNOWN],
    ["Parter", item.aktoerer.map((actor) => actor.navn).join(", ")],
  ];
}

/** @type {Record<string, string>} */
const NOT_COUNTED = { maal: "mål", skoen: "skøn" };

/** @param {Figure} figure @returns {FigureLine} */
function figureLine({ tal, enhed, hvad, aar, forbehold, art }) {
  const kind = NOT_COUNTED[art ?? ""];
  const said = !kind || `${enhed} ${hvad}`.toLowerCase().includes(kind);
  return {
    number: [forbehold, danishNumber(tal), enhed].filter(Boolean).join(" "),
    what: said ? hvad : `${hvad} (${kind})`,
    year: aar ? danishRange(aar) : "år ikke oplyst",
  };
}

/** @param {Case} item */
const caseName = (item) => (item.nummer ? `Case ${item.nummer}` : "Case");

/** @param {string} id @param {string | undefined} pages @param {ListData} data @returns {Source} */
const sourceOf = (id, pages, { udgivelser }) => ({ id, publication: udgivelser[id], pages: danishRange(pages ?? "") });

/** @param {Source} source @returns {string} "KL (2018), side 12–13" */
export const shortSource = ({ publication, pages }) =>
  `${publication.udgiver} (${publication.aar})${pages ? `, side ${pages}` : ""}`;

/** @param {Source} source @returns {string} the same with the publication's title */
export const fullSource = ({ publication, pages }) =>
  `${publication.udgiver} (${publication.aar}): ${publication.titel}${pages ? `, side ${pages}` : ""}`;

/** @param {ListEntry[]} entries @returns {SourceUse[]} every publication once, with what was taken from it */
function sourcesOf(entries) {
  /** @type {Map<string, SourceUse>} */
  const sources = new Map();
  for (const { source, title, address } of entries) {
    const { id, publication, pages } = source;
    const known = sources.get(id) ?? { id, publication, uses: [] };
    const page = address.split("#")[0];
    if (!known.uses.some((use) => use.address === page)) known.uses.push({ title, pages, address: page });
    sources.set(id, known);
  }
  return [...sources.values()];
}
