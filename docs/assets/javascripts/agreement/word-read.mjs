/** A Word file opened again: its draft, and what people have written in Word since, clause by clause. */

import { fromJson, refused } from "./draft-file.mjs";
import { PackageTooLarge, partXml, readParts } from "../codec/package.mjs";
import { wordEvents } from "./word-blocks.mjs";
import { withWordChanges } from "./word-changes.mjs";
import { draftPartText, isDraftPart } from "./word-part.mjs";

/** @typedef {import("./draft-file.mjs").Opened} Opened */

const MOST_UNFOLDED = 40_000_000;
const DOCUMENT = /^word\/document\d*\.xml$/i;
const STYLES = /^word\/styles\d*\.xml$/i;
const NUMBERING = /^word\/numbering\d*\.xml$/i;

const REASONS = {
  broken: "Word-filen er beskadiget eller skåret over og kan ikke læses.",
  large: "Word-filen folder sig ud til langt mere, end en aftale fylder, og er ikke åbnet.",
  kind: "Filen er pakket som en Word-fil, men er det ikke.",
  none: "Word-filen rummer ingen kladde. Den er lavet et andet sted, eller et program har fjernet kladden. Brug JSON-filen eller linket til kladden.",
  unreadable: "Kladden i Word-filen kan ikke læses.",
};

const TRACKED =
  "Word-filen har ændringer, som ingen har taget stilling til. Det indsatte er taget med, det slettede er udeladt.";
const PICTURES = "Billeder og tekstfelter i Word-filen er ikke taget med.";
const CHANGED_BODY =
  "Teksten i Word-filen kan ikke læses. Kladdens egne svar er hentet, men ikke det, der er rettet i Word.";

/**
 * @param {Uint8Array} bytes
 * @param {any} data data/byg.json
 * @returns {Promise<Opened>}
 */
export async function fromWord(bytes, data) {
  let parts;
  let names = 0;
  try {
    const wanted = (/** @type {string} */ name) => {
      names += 1;
      return isDraftPart(name) || [DOCUMENT, STYLES, NUMBERING].some((pattern) => pattern.test(name));
    };
    parts = await readParts(bytes, wanted, MOST_UNFOLDED);
  } catch (fault) {
    return refused(fault instanceof PackageTooLarge ? REASONS.large : REASONS.broken);
  }
  const part = (/** @type {RegExp} */ pattern) => [...parts].find(([name]) => pattern.test(name))?.[1] ?? null;
  if (!part(DOCUMENT)) return refused(names ? REASONS.kind : REASONS.broken);
  const document = xmlOrNull(part(DOCUMENT));
  if (!document) return refused(REASONS.broken);
  const text = draftPartText(parts);
  if (text === null) return refused(REASONS.none);
  const found = fromJson(text, data);
  if (found.state !== "ok") return found.reason.includes("nyere") ? found : refused(REASONS.unreadable);
  const [opened] = found.drafts;
  try {
    const tree = (/** @type {RegExp} */ pattern) => xmlOrNull(part(pattern));
    const { events, traits } = wordEvents({ document, styles: tree(STYLES), numbering: tree(NUMBERING) });
    const { draft, changes, notes } = await withWordChanges(opened.draft, events, data);
    const told = [...notes, ...(traits.tracked ? [TRACKED] : []), ...(traits.pictures ? [PICTURES] : [])];
    return { state: "ok", drafts: [{ ...opened, draft, changes, notes: told }] };
  } catch {
    return { state: "ok", drafts: [{ ...opened, notes: [CHANGED_BODY] }] };
  }
}

/** @param {Uint8Array | null} bytes */
function xmlOrNull(bytes) {
  try {
    return bytes && partXml(bytes);
  } catch {
    return null;
  }
}
