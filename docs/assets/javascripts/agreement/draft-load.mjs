/** A draft from a stranger (a link, a file, this device's storage), cleaned; version 1 is carried over to version 2. */

import { LIMITS, cleanLine, cleanText, isFieldName, list, mark, own, plainObject, record } from "./clean.mjs";
import { clauseType, freeOwnId, isOwn, modelChanged, variantOf } from "./draft-clauses.mjs";
import { ROW_LISTS, cleanOrigin, cleanRows, mostRows } from "./draft-rows.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft.mjs").DraftClause} DraftClause */
/** @typedef {{draft: Draft, left: number, faults: string[]}} Loaded left: clauses left out or changed; faults: what happened, in Danish */

const ID = /^[0-9a-f]{16}$/;
const MARK = /^[0-9a-f]{8}$/;
/** @type {Record<string, string>} */
const ROW_NAMES = { parter: "parter", maal: "mål", aktiviteter: "aktiviteter", organer: "organer" };

/**
 * Only known keys, clauses and variants, only text, only so much of it; no names that reach a prototype.
 * @param {unknown} raw the draft itself, without its envelope
 * @param {BuilderData} data
 * @returns {Loaded | null} null for what is no draft
 */
export function loadDraft(raw, data) {
  const source = carriedOver(plainObject(raw), data);
  if (!source || !Array.isArray(own(source, "klausuler")) || !Array.isArray(own(source, "parter"))) return null;
  /** @type {string[]} */
  const faults = [];
  const { klausuler, left } = loadClauses(list(own(source, "klausuler")), data, faults);
  const rows = Object.fromEntries(ROW_LISTS.map((name) => [name, loadRows(name, own(source, name), faults)]));
  for (const party of rows.parter) if (!data.aktoertyper.some((kind) => kind.id === party.art)) party.art = "";
  const id = cleanLine(own(source, "id"));
  const forgaenger = cleanLine(own(source, "forgaenger"));
  const draft = /** @type {Draft} */ ({
    id,
    navn: cleanLine(own(source, "navn")),
    ...rows,
    klausuler,
    svar: loadAnswers(plainObject(own(source, "svar")), data, faults),
    grundlag: loadBasis(plainObject(own(source, "grundlag")), data),
    forgaenger: ID.test(forgaenger) ? forgaenger : "",
  });
  // The same draft without an id gets the same id everywhere, so that its versions are known as kin.
  if (!ID.test(id)) draft.id = contentId({ ...draft, id: "" });
  return { draft, left, faults };
}

/** @param {Draft} draft @returns {string} 16 hexadecimal digits */
function contentId(draft) {
  const text = JSON.stringify(draft);
  return mark(text) + mark(`${text.length}:${text}`);
}

/**
 * Version 1 held `valg` (clause: variant) and parties with two keys; its clauses stood in the order of their numbers.
 * @param {Record<string, unknown> | null} source
 * @param {BuilderData} data
 */
function carriedOver(source, data) {
  const choices = plainObject(own(source, "valg"));
  if (!source || !choices || Array.isArray(own(source, "klausuler"))) return source;
  const place = (/** @type {string} */ id) => clauseType(data, id)?.nummer ?? Infinity;
  const ids = Object.keys(choices).sort((one, other) => place(one) - place(other) || 0);
  return { ...source, klausuler: ids.map((id) => ({ id, variant: own(choices, id) })) };
}

/** @param {import("./draft-rows.mjs").RowList} name @param {unknown} raw @param {string[]} faults */
function loadRows(name, raw, faults) {
  const count = list(raw).length;
  if (count > mostRows(name))
    faults.push(`Kladden havde ${count} ${ROW_NAMES[name]}. De første ${mostRows(name)} er med.`);
  return cleanRows(name, raw);
}

/**
 * @param {unknown[]} raws
 * @param {BuilderData} data
 * @param {string[]} faults
 */
function loadClauses(raws, data, faults) {
  /** @type {DraftClause[]} */
  const klausuler = [];
  let left = Math.max(0, raws.length - LIMITS.clauses);
  if (left) faults.push(`Kladden havde ${raws.length} klausuler. De første ${LIMITS.clauses} er med.`);
  for (const raw of raws.slice(0, LIMITS.clauses)) {
    const { entry, fault } = loadClause(plainObject(raw), klausuler, data);
    if (entry) klausuler.push(entry);
    if (fault) {
      left += 1;
      faults.push(fault);
    } else if (entry && modelChanged(data, entry))
      faults.push(`Modelteksten til ${clauseType(data, entry.id)?.titel} er ændret, siden kladden blev lavet.`);
  }
  return { klausuler, left };
}

/**
 * @param {Record<string, unknown> | null} source
 * @param {DraftClause[]} before
 * @param {BuilderData} data
 * @returns {{entry: DraftClause | null, fault: string}}
 */
function loadClause(source, before, data) {
  const id = cleanLine(own(source, "id"));
  const rawText = own(source, "tekst");
  const tekst = typeof rawText === "string" ? cleanText(rawText) : null;
  const titel = cleanLine(own(source, "titel"));
  const fra = [...new Set(list(own(source, "fra")).map(cleanOrigin))].filter(Boolean).slice(0, LIMITS.origins);
  const known = clauseType(data, id);
  const twice = before.some((entry) => entry.id === id);
  const shown = id.slice(0, 60);
  if (known && !twice) {
    const wanted = cleanLine(own(source, "variant"));
    const variant = /** @type {import("./draft.mjs").Variant} */ (variantOf(known, wanted));
    const moved = variant.id !== wanted;
    const model = cleanLine(own(source, "model"));
    const entry = { id, variant: variant.id, titel, tekst, model: mark(variant.tekst), fra };
    if (!moved && MARK.test(model)) entry.model = model;
    const kept = tekst === null ? "Den første variant er valgt i stedet." : "Din egen tekst er bevaret.";
    return { entry, fault: moved ? `Varianten af ${known.titel} findes ikke længere. ${kept}` : "" };
  }
  if (isOwn(id) && !twice)
    return {
      entry: { id, variant: "", titel, tekst: tekst ?? "", model: "", fra: fra.length ? fra : ["egen"] },
      fault: "",
    };
  if (tekst?.trim()) {
    const entry = { id: freeOwnId(before), variant: "", titel: titel || shown, tekst, model: "", fra: ["egen"] };
    return { entry, fault: `Klausulen »${shown}« findes ikke længere. Din tekst står nu som din egen klausul.` };
  }
  const why = twice ? "stod to gange" : "findes ikke længere";
  return { entry: null, fault: `Klausulen »${shown}« ${why} og er udeladt.` };
}

/**
 * Answers are kept also where no clause asks for them now: the field may come back, and the words are the user's.
 * @param {Record<string, unknown> | null} source
 * @param {BuilderData} data
 * @param {string[]} faults
 */
function loadAnswers(source, data, faults) {
  const svar = record();
  const keys = Object.keys(source ?? {})
    .filter(isFieldName)
    .slice(0, LIMITS.answers);
  const gone = [];
  for (const key of keys) {
    const text = cleanText(own(source, key));
    if (!text) continue;
    svar[key] = text;
    if (!data.klausuler.some((clause) => Object.hasOwn(clause.felter, key))) gone.push(key);
  }
  if (gone.length)
    faults.push(`Ingen klausul har længere disse felter: ${gone.join(", ")}. Svarene er gemt i kladden.`);
  return svar;
}

/** @param {Record<string, unknown> | null} source @param {BuilderData} data @returns {import("./draft.mjs").Basis} */
function loadBasis(source, data) {
  const one = (/** @type {string} */ key, /** @type {{id: string}[]} */ items) => {
    const id = own(source, key);
    return typeof id === "string" && items.some((item) => item.id === id) ? id : "";
  };
  const many = (/** @type {string} */ key, /** @type {Set<string>} */ known) =>
    [...new Set(list(own(source, key)))].filter((id) => known.has(/** @type {string} */ (id))).slice(0, LIMITS.sources);
  return {
    skabelon: one("skabelon", data.skabeloner),
    aftale: one("aftale", data.aftaler),
    cases: /** @type {string[]} */ (many("cases", new Set(data.cases.map((item) => item.id)))),
    laering: /** @type {string[]} */ (many("laering", lessonIds(data))),
  };
}

/** @param {BuilderData} data @returns {Set<string>} "<case>#<lesson>", and "katalog#<lesson>" for the general ones */
const lessonIds = (data) =>
  new Set([
    ...data.cases.flatMap((item) => item.laering.map((lesson) => `${item.id}#${lesson.id}`)),
    ...data.laering.map((lesson) => `katalog#${lesson.id}`),
  ]);
