/** A draft taken apart into what people talk about one by one: a party, a goal, a clause, an answer. Put together again too. */

import { formatDate } from "./dates.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {"navn" | "parter" | "maal" | "aktiviteter" | "organer" | "klausuler" | "raekkefoelge" | "svar"} PartKind */
/**
 * One part: the key is the same in every version that means the same thing, the text is for people, the value for the draft.
 * A clause also tells which clauses it follows.
 * @typedef {{key: string, kind: PartKind, label: string, text: string, value: any,
 *   follows?: string[]}} DraftPart
 */

/** What each kind is called above its parts. @type {Record<PartKind, string>} */
export const KIND_NAMES = {
  navn: "Kladdens navn",
  parter: "Parter",
  maal: "Mål",
  aktiviteter: "Aktiviteter",
  organer: "Organer",
  klausuler: "Klausuler",
  raekkefoelge: "Klausulernes rækkefølge",
  svar: "Svar i felterne",
};

/** The lists of rows, with what a row is known by. @type {Record<string, (row: any) => string>} */
const ROW_NAMES = {
  parter: (row) => row.navn,
  maal: (row) => row.tekst,
  aktiviteter: (row) => row.tekst,
  organer: (row) => row.navn,
};
export const ROW_KINDS = /** @type {PartKind[]} */ (Object.keys(ROW_NAMES));

/** @type {Record<string, [string, string][]>} */
const ROW_FIELDS = {
  parter: [
    ["rolle", "Opgave"],
    ["art", "Slags"],
    ["cvr", "CVR"],
    ["underskriver", "Underskriver"],
  ],
  maal: [
    ["maaltal", "Måles på"],
    ["start", "Nu"],
    ["maal", "Mål"],
    ["frist", "Frist"],
    ["ansvarlig", "Ansvarlig"],
    ["status", "Status"],
  ],
  aktiviteter: [
    ["hvem", "Hvem"],
    ["hvornaar", "Hvornår"],
  ],
  organer: [
    ["moeder_pr_aar", "Møder pr. år"],
    ["indkalder", "Indkalder"],
    ["opgaver", "Opgaver"],
  ],
};

/**
 * The parts of a draft, keyed after the draft it is seen from: a row keeps its base row's key, a new row is known by its name.
 * @param {Draft} draft
 * @param {Draft} base
 * @param {any} data data/byg.json
 * @returns {Map<string, DraftPart>}
 */
export function draftParts(draft, base, data) {
  const parts = [
    ...(draft.navn ? [namePart(draft.navn)] : []),
    ...ROW_KINDS.flatMap((kind) => rowParts(kind, draft, base, data)),
  ];
  draft.klausuler.forEach((clause, index) =>
    parts.push({ ...clausePart(clause, data), follows: draft.klausuler.slice(0, index).map((item) => item.id) }),
  );
  if (draft.klausuler.length) parts.push(orderPart(draft.klausuler, data));
  for (const [key, text] of Object.entries(draft.svar)) if (text.trim()) parts.push(answerPart(key, text, data));
  return new Map(parts.map((part) => [part.key, part]));
}

/** @param {string} text @returns {DraftPart} */
const namePart = (text) => ({ key: "navn", kind: "navn", label: KIND_NAMES.navn, text, value: text });

/** @param {PartKind} kind @param {any} draft @param {any} base @param {any} data @returns {DraftPart[]} */
function rowParts(kind, draft, base, data) {
  const name = ROW_NAMES[kind];
  const rows = draft[kind].filter((/** @type {any} */ row) => rowText(kind, row, data).trim());
  const baseRows = base[kind].filter((/** @type {any} */ row) => rowText(kind, row, data).trim());
  const places = matchRows(rows, baseRows, name);
  /** @type {Map<string, number>} */
  const again = new Map();
  return rows.map((/** @type {any} */ row, /** @type {number} */ index) => {
    const known = `${kind}:ny:${folded(name(row))}`;
    const count = (again.get(known) ?? 0) + 1;
    if (places[index] < 0) again.set(known, count);
    const key = places[index] >= 0 ? `${kind}:${places[index]}` : count > 1 ? `${known}:${count}` : known;
    return {
      key,
      kind,
      label: name(row) || `${KIND_NAMES[kind]} ${index + 1}`,
      text: rowText(kind, row, data),
      value: row,
    };
  });
}

/**
 * Which base row each row is: the one of the same name, else the one that stands at the same place and is nobody else's.
 * @param {any[]} rows @param {any[]} base @param {(row: any) => string} name
 * @returns {number[]} places in the base, -1 for a new row
 */
function matchRows(rows, base, name) {
  const free = new Set(base.keys());
  const places = rows.map((row) => {
    const same = [...free].find((at) => folded(name(base[at])) === folded(name(row)));
    if (same !== undefined) free.delete(same);
    return same ?? -1;
  });
  // Where rows were only renamed, as many stand on both sides; where some came or went, a place says nothing.
  if (rows.length !== base.length) return places;
  return places.map((place, index) => (place < 0 && free.delete(index) ? index : place));
}

/** @param {string} text */
const folded = (text) => text.trim().toLocaleLowerCase("da").replace(/\s+/g, " ");

/** @param {string} kind @param {any} row @param {any} data @returns {string} */
export function rowText(kind, row, data) {
  const lines = ROW_FIELDS[kind].map(([key, label]) => [label, fieldText(key, row[key], data)]);
  const members = (row.medlemmer ?? []).map((/** @type {any} */ item) =>
    [item.rolle, item.organisation].filter(Boolean).join(", "),
  );
  return [
    ROW_NAMES[kind](row),
    ...(members.length ? [`Medlemmer: ${members.join("; ")}`] : []),
    ...lines.filter(([, text]) => text).map(([label, text]) => `${label}: ${text}`),
  ].join("\n");
}

/** @type {Record<string, string>} */
export const STATUS_NAMES = { "": "", naaet: "nået", delvist: "delvist nået", ikke: "ikke nået" };

/** @param {string} key @param {string} value @param {any} data */
function fieldText(key, value, data) {
  if (key === "frist" || key === "hvornaar") return formatDate(value);
  if (key === "status") return STATUS_NAMES[value] ?? "";
  if (key === "art") return data.aktoertyper?.find((/** @type {any} */ item) => item.id === value)?.navn ?? value;
  return value;
}

/** @param {any} clause @param {any} data @returns {DraftPart} */
function clausePart(clause, data) {
  const label = clauseTitle(clause, data);
  const heading = clause.titel ? `Overskrift: ${clause.titel}\n\n` : "";
  const text = heading + readable(clauseSource(clause, data), data);
  return { key: `klausuler:${clause.id}`, kind: "klausuler", label, text, value: clause };
}

/** @param {any[]} clauses @param {any} data @returns {DraftPart} */
function orderPart(clauses, data) {
  const text = clauses.map((clause) => clauseTitle(clause, data)).join("\n");
  const value = clauses.map((clause) => clause.id);
  return { key: "raekkefoelge", kind: "raekkefoelge", label: KIND_NAMES.raekkefoelge, text, value };
}

/** @param {string} key @param {string} text @param {any} data @returns {DraftPart} */
const answerPart = (key, text, data) => ({
  key: `svar:${key}`,
  kind: "svar",
  label: fieldLabel(key, data),
  text: formatDate(text),
  value: text,
});

/** @param {any} clause @param {any} data @returns {string} the heading it stands under */
export const clauseTitle = (clause, data) => clause.titel || modelClause(clause.id, data)?.titel || "Egen klausul";

/** @param {any} clause @param {any} data @returns {string} its text in the Markdown subset: the edited one, or the model's */
export function clauseSource(clause, data) {
  if (clause.tekst !== null) return clause.tekst;
  const variants = modelClause(clause.id, data)?.varianter ?? [];
  return (variants.find((/** @type {any} */ item) => item.id === clause.variant) ?? variants[0])?.tekst ?? "";
}

/** @param {string} id @param {any} data */
const modelClause = (id, data) => data.klausuler.find((/** @type {any} */ item) => item.id === id);

/** @param {string} key @param {any} data @returns {string} what a field is called */
export function fieldLabel(key, data) {
  const owner = data.klausuler.find((/** @type {any} */ item) => Object.hasOwn(item.felter, key));
  return owner?.felter[key].etiket ?? key;
}

/** A clause's text with the fields and references called what people call them. @param {string} text @param {any} data */
const readable = (text, data) =>
  text
    .replace(/\[§([a-z0-9-]+)\]/g, (_, id) => `§ (${modelClause(id, data)?.titel ?? id})`)
    .replace(/\[([a-z0-9_]+)\](?!\()/g, (_, key) => `[${fieldLabel(key, data)}]`);

/**
 * Whether two orders differ for the clauses that both have: one that came or went moves nobody.
 * @param {string[]} one
 * @param {string[]} other
 */
export const otherOrder = (one, other) =>
  one.filter((id) => other.includes(id)).join() !== other.filter((id) => one.includes(id)).join();
