/** The agreement as a document: title, numbered sections, annexes and what is still missing. Every output is made from it. */

import {
  PLACEHOLDER,
  answerLines,
  answerOf,
  chosenClauses,
  fieldOf,
  formatDate,
  isReadable,
  neededFields,
} from "./answers.mjs";
import { clauseType } from "./draft-clauses.mjs";
import { pieces, sourceBlocks } from "./model-text.mjs";
import { annexes, partyKey, rowBlocks } from "./row-answers.mjs";

export { sourceBlocks } from "./model-text.mjs";
export { partyKey } from "./row-answers.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./answers.mjs").StandingClause} StandingClause */
/**
 * A run of text. One that is open still waits for an answer, and its key says where it is given. `ref` is the id of the
 * section that a cross reference ("§ 4") points at, else empty.
 * @typedef {{text: string, bold: boolean, key: string, open: boolean, ref: string}} Run
 */
/** @typedef {{kind: "paragraph", runs: Run[]}} Paragraph */
/** @typedef {{kind: "list", ordered: boolean, items: Run[][]}} List */
/** @typedef {{kind: "table", head: string[], rows: Run[][][]}} Table a cell is runs */
/** @typedef {{kind: "signatures", parties: {name: Run, role: string}[]}} Signatures */
/** @typedef {Paragraph | List | Table | Signatures} Block */
/** @typedef {{id: string, number: number, title: string, blocks: Block[]}} Section number 0 is an annex, which has no § */
/** @typedef {{key: string, label: string, where: string}} Missing */
/** @typedef {{title: Run, sections: Section[], missing: Missing[], answered: number, asked: number}} AgreementDocument */
/** @typedef {{draft: Draft, data: BuilderData, clause: StandingClause, numbers: Map<string, number>, annexes: string[]}} Scope */

const TITLE_FIELD = "aftalens_titel";
const TITLE = "Partnerskabsaftale";

/**
 * The document that a draft makes.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {AgreementDocument}
 */
export function agreementDocument(draft, data) {
  const clauses = chosenClauses(draft, data);
  const numbers = new Map(clauses.map(({ id, number }) => [id, number]));
  const placed = new Set(clauses.flatMap(({ text }) => [...text.matchAll(PLACEHOLDER)].map((found) => found[1])));
  const extra = annexes(draft, placed);
  const scopes = clauses.map((clause) => ({ draft, data, clause, numbers, annexes: extra.map(({ title }) => title) }));
  const sections = [
    ...scopes.map((scope) => ({
      id: scope.clause.id,
      number: scope.clause.number,
      title: scope.clause.title,
      blocks: sourceBlocks(scope.clause.text, { typed: scope.clause.entry.tekst !== null }).flatMap((block) =>
        filledBlocks(scope, block),
      ),
    })),
    ...extra.map((annex) => ({ ...annex, number: 0 })),
  ];
  const titled = neededFields(draft, data).some((item) => item.key === TITLE_FIELD);
  const title = titled && scopes[0] ? answerRun(scopes[0], TITLE_FIELD, false) : run(TITLE);
  const { missing, answered } = openPlaces(draft, data, sections);
  return { title, sections, missing, answered, asked: answered + missing.length };
}

/** @param {Section} section @returns {string} "§ 4 Formål", or an annex's own heading */
export const sectionHeading = ({ number, title }) => (number ? `§ ${number} ${title}` : title);

/** @param {Run[]} runs @returns {string} */
export const runsText = (runs) => runs.map((item) => item.text).join("");

/**
 * What the agreement still waits for, in the order a person meets it, and how much is answered.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @param {Section[]} sections
 */
function openPlaces(draft, data, sections) {
  const parties = draft.parter.map((party, index) => ({
    key: partyKey(index),
    label: `Part ${index + 1}`,
    where: "Parter",
    open: !party.navn.trim(),
  }));
  const fields = neededFields(draft, data).filter(({ given }) => !given);
  const asked = fields.map(({ key, field, clause }) => ({
    key,
    label: field.etiket,
    where: clause.title,
    open:
      key === "bilagsliste" && sections.some(({ number }) => !number)
        ? false
        : !isReadable(field, answerOf(draft, key)),
  }));
  const known = new Set([...parties, ...asked].map(({ key }) => key));
  const places = new Map();
  for (const section of sections)
    for (const item of section.blocks.flatMap(blockRuns))
      if (item.key && !known.has(item.key) && (item.open || item.key.includes("-")))
        places.set(item.key, {
          key: item.key,
          label: item.open ? placeLabel(item) : "",
          where: section.title,
          open: item.open,
        });
  const all = [...parties, ...asked, ...places.values()];
  const missing = all.filter(({ open }) => open).map(({ key, label, where }) => ({ key, label, where }));
  return { missing, answered: all.length - missing.length };
}

/** @type {Record<string, string>} */
const ROW_NOUNS = { maal: "mål", aktivitet: "aktivitet", organ: "organ" };

/** @param {Run} place an open one @returns {string} "Frist (mål 2)", or what stands in the brackets */
function placeLabel({ key, text }) {
  const label = text.replace(/^\[|\]$/g, "");
  const [noun, number] = key.split("-");
  return ROW_NOUNS[noun]
    ? `${label} (${ROW_NOUNS[noun]} ${number})`
    : key.startsWith("§")
      ? `Henvisning til ${label}`
      : label;
}

/** @param {Block} block @returns {Run[]} */
export function blockRuns(block) {
  if (block.kind === "paragraph") return block.runs;
  if (block.kind === "list") return block.items.flat();
  if (block.kind === "table") return block.rows.flat(2);
  return block.parties.map(({ name }) => name);
}

/**
 * A model text's block with the answers in it.
 * @param {Scope} scope
 * @param {import("./model-text.mjs").SourceBlock} block
 * @returns {Block[]}
 */
function filledBlocks(scope, block) {
  if (block.kind === "list") return [{ ...block, items: block.items.map((item) => filledRuns(scope, item)) }];
  const alone = /^\[([a-z0-9_]+)\]$/.exec(block.text)?.[1] ?? "";
  const rows = rowBlocks(scope.draft, alone);
  if (rows) return rows;
  const kind = alone ? fieldOf(scope.data, scope.clause.clause, alone).art : "";
  if (kind === "underskrifter") return [signatures(scope.draft)];
  const lines = answerLines(answerOf(scope.draft, alone)).map((line) => [run(line, alone)]);
  if (alone === "bilagsliste") lines.unshift(...scope.annexes.map((title) => [run(title)]));
  if (kind === "liste" && lines.length) return [{ kind: "list", ordered: false, items: lines }];
  if (kind === "afsnit" && lines.length) return lines.map((runs) => ({ kind: "paragraph", runs }));
  return [{ kind: "paragraph", runs: filledRuns(scope, block.text) }];
}

/** @param {string} text @param {string} [key] @param {boolean} [bold] @returns {Run} */
const run = (text, key = "", bold = false) => ({ text, bold, key, open: false, ref: "" });

/** @param {Scope} scope @param {string} text @returns {Run[]} */
function filledRuns(scope, text) {
  const runs = pieces(text).flatMap((piece) => {
    if (piece.kind === "text") return [run(piece.text, "", piece.bold)];
    if (piece.kind === "reference") return [referenceRun(scope, piece.text, piece.bold)];
    const kind = fieldOf(scope.data, scope.clause.clause, piece.text).art;
    return kind === "parter" ? partyRuns(scope, piece.bold) : [answerRun(scope, piece.text, piece.bold)];
  });
  return oneFullStop(runs).filter((item) => item.text);
}

/** A clause that is not in the agreement leaves the reference open. @param {Scope} scope @param {string} id @param {boolean} bold @returns {Run} */
function referenceRun({ data, numbers }, id, bold) {
  const number = numbers.get(id);
  if (number) return { ...run(`§ ${number}`, "", bold), ref: id };
  return { ...run(`[§ ${clauseType(data, id)?.titel ?? id}]`, `§${id}`, bold), open: true };
}

/** An answer that ends with a full stop ("150.000 kr.") takes the model text's own with it. @param {Run[]} runs @returns {Run[]} */
function oneFullStop(runs) {
  return runs.map((item, index) => {
    const before = runs[index - 1];
    const doubled = before?.key && !before.open && before.text.endsWith(".") && item.text.startsWith(".");
    return doubled ? { ...item, text: item.text.slice(1) } : item;
  });
}

/** @param {Scope} scope @param {string} key @param {boolean} bold @returns {Run} */
function answerRun({ draft, data, clause }, key, bold) {
  const field = fieldOf(data, clause.clause, key);
  const text = answerOf(draft, key);
  if (!text.trim()) return { ...run(`[${field.etiket}]`, key, bold), open: true };
  if (!isReadable(field, text)) return { ...run(answerLines(text).join(" "), key, bold), open: true };
  if (field.art === "dato") return run(formatDate(text), key, bold);
  return run(field.art === "liste" ? danishList(answerLines(text)) : answerLines(text).join(" "), key, bold);
}

/** @param {string[]} items @returns {string} "a, b og c" */
const danishList = (items) =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} og ${items.at(-1)}` : items.join("");

/** The clause about the parties names them in full, with CVR. @param {Scope} scope @param {boolean} bold @returns {Run[]} */
function partyRuns({ draft, clause }, bold) {
  const last = draft.parter.length - 1;
  return draft.parter.flatMap(({ cvr }, index) => [
    run(index === 0 ? "" : index === last ? " og " : ", ", "", bold),
    { ...partyName(draft, index), bold },
    run(clause.id === "parter" && cvr.trim() ? ` (CVR-nummer ${cvr.trim()})` : "", "", bold),
  ]);
}

/** @param {Draft} draft @param {number} index @returns {Run} */
function partyName(draft, index) {
  const name = draft.parter[index].navn.trim();
  return { ...run(name || `[Part ${index + 1}]`, partyKey(index)), open: !name };
}

/** @param {Draft} draft @returns {Signatures} */
function signatures(draft) {
  const parties = draft.parter.map((party, index) => ({
    name: partyName(draft, index),
    role: party.underskriver.trim(),
  }));
  return { kind: "signatures", parties };
}
