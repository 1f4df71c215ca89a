/** A draft as a file: written as JSON, and opened from JSON or Word by what the file holds, not by what it is called. */

import { loadDraft } from "./draft.mjs";
import { FORMAT, VERSION } from "./storage.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** What became of one clause in Word. @typedef {{id: string, title: string, what: "svar" | "tekst" | "ny" | "uden-maerke" | "uden-tekst"}} WordChange */
/**
 * A draft out of a file: "left" counts what could not be followed, "notes" tells in words what happened on the way.
 * @typedef {{draft: Draft, left: number, faults: string[], notes: string[], changes: WordChange[]}} OpenedDraft
 */
/** @typedef {{state: "ok", drafts: OpenedDraft[]} | {state: "refused", reason: string}} Opened */

export const FORMAT_MANY = "alliancebanken-kladder";
export const MOST_FILE_BYTES = 20_000_000;
const MOST_DRAFTS = 200;
const UNTOUCHED = "Din egen kladde er ikke rørt.";

/** @param {string} reason @returns {{state: "refused", reason: string}} */
export const refused = (reason) => ({ state: "refused", reason: `${reason} ${UNTOUCHED}` });

const REASONS = {
  empty: "Filen er tom.",
  large: "Filen er over 20 MB, og så stor er en kladde aldrig.",
  unknown: "Filen er hverken en Word-fil eller en JSON-fil med en kladde.",
  old: "Filen er en gammel Word-fil eller er låst med adgangskode. Gem den som almindelig .docx uden adgangskode, og prøv igen.",
  pdf: "Filen er en PDF, og den rummer ingen kladde. Åbn Word-filen eller JSON-filen i stedet.",
  broken: "JSON-filen er beskadiget og kan ikke læses.",
  foreign: "JSON-filen rummer ingen kladde fra Alliancebanken.",
  newer: "Kladden er lavet med en nyere udgave af byggeren. Genindlæs siden, og prøv igen.",
};

/**
 * @param {Draft} draft
 * @returns {string} the same for the same draft
 */
export const toJson = (draft) => `${JSON.stringify({ format: FORMAT, version: VERSION, kladde: draft }, null, 1)}\n`;

/**
 * Several drafts in one file, as when all on the device are taken home.
 * @param {unknown[]} drafts as they were saved
 * @returns {string}
 */
export const manyToJson = (drafts) =>
  `${JSON.stringify({ format: FORMAT_MANY, version: VERSION, kladder: drafts.map((kladde) => ({ format: FORMAT, version: VERSION, kladde })) }, null, 1)}\n`;

/**
 * @param {string} text
 * @param {any} data data/byg.json
 * @returns {Opened}
 */
export function fromJson(text, data) {
  let raw;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return refused(REASONS.broken);
  }
  const own = (/** @type {string} */ key) =>
    raw && typeof raw === "object" && Object.hasOwn(raw, key) ? raw[key] : undefined;
  if (![FORMAT, FORMAT_MANY].includes(own("format"))) return refused(REASONS.foreign);
  if (!(Number(own("version")) <= VERSION)) return refused(REASONS.newer);
  const many = own("format") === FORMAT_MANY ? own("kladder") : [raw];
  if (!Array.isArray(many)) return refused(REASONS.foreign);
  const drafts = many.slice(0, MOST_DRAFTS).flatMap((item) => opened(item?.kladde, data) ?? []);
  return drafts.length ? { state: "ok", drafts } : refused(REASONS.foreign);
}

/** @param {unknown} raw @param {any} data @returns {OpenedDraft | null} */
function opened(raw, data) {
  const loaded = loadDraft(raw, data);
  return loaded && { draft: loaded.draft, left: loaded.left, faults: loaded.faults ?? [], notes: [], changes: [] };
}

/**
 * Open a file that a person chose.
 * @param {Blob} file
 * @param {any} data data/byg.json
 * @returns {Promise<Opened>}
 */
export async function openFile(file, data) {
  if (!file.size) return refused(REASONS.empty);
  if (file.size > MOST_FILE_BYTES) return refused(REASONS.large);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (/** @type {number[]} */ ...signs) => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0x50, 0x4b)) {
    const { fromWord } = await import("./word-read.mjs");
    return fromWord(bytes, data);
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return refused(REASONS.old);
  if (begins(0x25, 0x50, 0x44, 0x46)) return refused(REASONS.pdf);
  const text = textOf(bytes);
  return text !== null && /^\ufeff?\s*[{[]/.test(text) ? fromJson(text, data) : refused(REASONS.unknown);
}

/** @param {Uint8Array} bytes @returns {string | null} null for what is not UTF-8 text */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
