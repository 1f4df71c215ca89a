/**
 * What a draft answers, in the shape that the rules of the agreement check ask about (macros/checking/agreement_facts.py).
 * A value is a text, "" where the draft says nothing, or null where we cannot see it, because a person has written in
 * prose what the rows would say, or rewritten the clause that would say it. Months are numbers; dates are ISO texts.
 * A row's `place` is the key of the controls that answer it.
 */

import { answerLines, answerOf, chosenClauses, neededFields } from "./answers.mjs";
import { isoDate, parseDate } from "./dates.mjs";
import { isWritten } from "./row-answers.mjs";
import { monthsBetween, monthsIn } from "./time-spans.mjs";

/** @typedef {import("./answers.mjs").StandingClause} StandingClause */
/** @typedef {import("./check.mjs").Facts} Facts */
/** @typedef {import("./check.mjs").Row} Row */
/** @typedef {import("./check.mjs").Value} Value */
/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {{draft: Draft, data: BuilderData, clauses: StandingClause[]}} Whole */

const GOALS_IN_ANNEX = "maal-i-bilag";
const NAME_LENGTH = 70;
const ANNEX = /(?<![A-Za-zÆØÅæøå])[Bb]ilag ([0-9]{1,2}|[A-ZÆØÅ])(?![0-9A-Za-zÆØÅæøå])/g;

/**
 * The facts of a draft.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {Facts}
 */
export function draftFacts(draft, data) {
  const whole = { draft, data, clauses: chosenClauses(draft, data) };
  const texts = writtenTexts(whole);
  return {
    aftale: agreementFacts(whole),
    klausuler: whole.clauses.map(({ id, title, entry }) => ({ id, navn: title, variant: entry.variant })),
    parter: draft.parter.map((party, index) => partyFacts(whole, party, index)),
    maal: goalRows(whole),
    aktiviteter: rows("aktivitet", draft.aktiviteter, ({ tekst, hvem, hvornaar }) => ({
      navn: short(tekst),
      tekst,
      hvem,
      hvornaar,
    })),
    organer: rows("organ", draft.organer, (body) => ({
      navn: body.navn,
      medlemmer: body.medlemmer.map(({ rolle, organisation }) => `${rolle} ${organisation}`.trim()).join(", "),
      moeder_pr_aar: body.moeder_pr_aar,
      indkalder: body.indkalder,
      opgaver: body.opgaver,
    })),
    bilag: annexes(texts, draft.svar.bilagsliste ?? ""),
    tekster: texts,
  };
}

/**
 * The rows that hold anything, with the key of their controls.
 * @template T
 * @param {string} noun @param {T[]} items @param {(item: T) => Row} facts
 * @returns {Row[]}
 */
const rows = (noun, items, facts) =>
  items.flatMap((item, index) =>
    isWritten(/** @type {object} */ (item)) ? [{ ...facts(item), place: `${noun}-${index + 1}` }] : [],
  );

/** @param {Whole} whole @param {Draft["parter"][number]} party @param {number} index @returns {Row} */
function partyFacts({ draft, clauses }, { navn, art, rolle, underskriver }, index) {
  const place = `part-${index + 1}`;
  if (rolle.trim() || !navn.trim()) return { navn, art: art || null, rolle, underskriver, place };
  const inProse = ["ansvarsfordeling", "ansvar_paa_trin"]
    .filter((key) => asks(clauses, "roller-og-ansvar", key))
    .flatMap((key) => answerLines(draft.svar[key] ?? ""));
  const own = inProse.filter((line) => line.toLowerCase().includes(navn.trim().toLowerCase()));
  return { navn, art: art || null, rolle: own.join("\n"), underskriver, place };
}

/** The goals of the rows, or the lines of the field where a person wrote them instead. @param {Whole} whole @returns {Row[]} */
function goalRows(whole) {
  const { draft } = whole;
  const written = rows("maal", draft.maal, ({ tekst, maaltal, start, maal, frist, ansvarlig }) => ({
    navn: short(tekst || maaltal),
    tekst: tekst || maaltal,
    maaltal,
    start,
    maal,
    frist,
    frist_dato: dayOf(frist),
    ansvarlig,
  }));
  if (written.length || !asks(whole.clauses, "maal", "maal")) return written;
  const frist = answerIn(whole, "maal", "maalfrist");
  return answerLines(draft.svar.maal ?? "").map((tekst) => ({
    navn: short(tekst),
    tekst,
    maaltal: null,
    start: null,
    maal: null,
    frist: frist || null,
    frist_dato: dayOf(frist),
    ansvarlig: null,
    place: "maal",
  }));
}

/** @param {Whole} whole @returns {Row} */
function agreementFacts(whole) {
  const ask = (/** @type {string} */ kind, /** @type {string} */ field) => answerIn(whole, kind, field);
  const [start, slut, varsel] = [ask("loebetid", "startdato"), ask("loebetid", "slutdato"), ask("opsigelse", "varsel")];
  const month = ask("evaluering", "statusmaaned");
  return {
    loebetid: termKind(whole),
    loebetid_maaneder: monthsBetween(dayOf(start), dayOf(slut)),
    start: dayOf(start),
    slut: dayOf(slut),
    opfoelgning: ask("loebetid", "droeftelsesfrist"),
    varsel,
    varsel_maaneder: monthsIn(varsel),
    sekretariat: ask("sekretariat", "tovholder"),
    evaluering_hvornaar: month || ask("evaluering", "slutevaluering_frist"),
    status_aarlig: month === null ? null : month.trim() ? "ja" : "",
    persondata_kontakt: ask("persondata", "persondatakontakt"),
    maal_i_bilag: whole.clauses.some(({ id, entry }) => id === "maal" && entry.variant === GOALS_IN_ANNEX) ? "ja" : "",
  };
}

/** @param {StandingClause[]} clauses @param {string} kind @param {string} field */
const asks = (clauses, kind, field) => clauses.some(({ id, text }) => id === kind && text.includes(`[${field}]`));

/**
 * What the agreement says at a field of a clause.
 * @param {Whole} whole @param {string} kind @param {string} field
 * @returns {string | null} null where the clause has been rewritten and the field is gone
 */
function answerIn({ draft, clauses }, kind, field) {
  const clause = clauses.find(({ id }) => id === kind);
  if (!clause) return "";
  if (asks(clauses, kind, field)) return answerOf(draft, field);
  return clause.entry.tekst === null ? "" : null;
}

/** @param {Whole} whole @returns {string | null} "fast", "loebende", or "" without a clause */
function termKind({ clauses }) {
  const clause = clauses.find(({ id }) => id === "loebetid");
  if (!clause) return "";
  if (asks(clauses, "loebetid", "slutdato")) return "fast";
  return clause.entry.tekst === null ? "loebende" : null;
}

/** @param {string | null} text @returns {string | null} "2027-01-01"; null for what is no date */
function dayOf(text) {
  if (!text?.trim()) return text === null ? null : "";
  const day = parseDate(text);
  return day && isoDate(day);
}

/**
 * Every text that a person has written, with the name of its place and the key of its control.
 * @param {Whole} whole
 * @returns {Row[]}
 */
function writtenTexts({ draft, data, clauses }) {
  const all = [
    ...texts("Part", "part", draft.parter, ({ navn, rolle, underskriver }) => [navn, rolle, underskriver]),
    ...texts("Mål", "maal", draft.maal, (goal) => [
      goal.tekst,
      goal.maaltal,
      goal.start,
      goal.maal,
      goal.frist,
      goal.ansvarlig,
    ]),
    ...texts("Aktivitet", "aktivitet", draft.aktiviteter, ({ tekst, hvem, hvornaar }) => [tekst, hvem, hvornaar]),
    ...texts("Gruppe", "organ", draft.organer, (body) => [
      body.navn,
      body.indkalder,
      body.opgaver,
      ...body.medlemmer.flatMap(({ rolle, organisation }) => [rolle, organisation]),
    ]),
    ...clauses.map(({ id, title, entry }) => ({ navn: title, tekst: entry.tekst ?? "", place: `§${id}` })),
    ...neededFields(draft, data)
      .filter(({ given }) => !given)
      .map(({ key, field }) => ({ navn: field.etiket, tekst: draft.svar[key] ?? "", place: key })),
  ];
  return all.filter(({ tekst }) => tekst.trim());
}

/**
 * @template T
 * @param {string} name @param {string} noun @param {T[]} items @param {(item: T) => string[]} parts
 * @returns {{navn: string, tekst: string, place: string}[]}
 */
const texts = (name, noun, items, parts) =>
  items.map((item, index) => ({
    navn: `${name} ${index + 1}`,
    tekst: parts(item)
      .filter((part) => part.trim())
      .join("\n"),
    place: `${noun}-${index + 1}`,
  }));

/** The annexes that the texts name, and whether they stand on the list. @param {Row[]} written @param {string} list @returns {Row[]} */
function annexes(written, list) {
  const marks = (/** @type {string} */ text) => [...text.matchAll(ANNEX)].map((found) => found[1]);
  const listed = new Set(answerLines(list).flatMap(marks));
  const named = new Set(written.flatMap(({ tekst }) => marks(String(tekst))));
  return [...named].sort().map((mark) => ({ navn: `Bilag ${mark}`, vedlagt: listed.has(mark) ? "ja" : "" }));
}

/** @param {string} text */
function short(text) {
  const line = text.trim().split(/\s+/).join(" ");
  if (line.length <= NAME_LENGTH) return line.replace(/\.+$/, "");
  const cut = line.slice(0, NAME_LENGTH).replace(/ [^ ]*$/, "");
  return `${cut.replace(/[,;:.]+$/, "")} …`;
}
