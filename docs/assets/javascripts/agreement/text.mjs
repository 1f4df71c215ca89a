/** The agreement as a document: title, numbered sections and what is still missing. Every output is made from it. */

import { PLACEHOLDER, answerLines, chosenClauses, formatDate, isReadable, neededFields } from "./answers.mjs";

/** @typedef {import("./draft.mjs").Clause} Clause */
/** @typedef {import("./draft.mjs").Draft} Draft */
/**
 * A run of text. One that is open still waits for an answer, and its key says where it is given.
 * @typedef {{text: string, bold: boolean, key: string, open: boolean}} Run
 */
/** @typedef {{kind: "paragraph", runs: Run[]}} Paragraph */
/** @typedef {{kind: "list", ordered: boolean, items: Run[][]}} List */
/** @typedef {{kind: "signatures", parties: {name: Run, role: string}[]}} Signatures */
/** @typedef {Paragraph | List | Signatures} Block */
/** @typedef {{id: string, number: number, title: string, blocks: Block[]}} Section */
/** @typedef {{key: string, label: string, where: string}} Missing */
/** @typedef {{title: Run, sections: Section[], missing: Missing[], answered: number, asked: number}} AgreementDocument */
/** @typedef {{draft: Draft, clause: Clause}} Scope */

const TITLE_FIELD = "aftalens_titel";
const TITLE = "Partnerskabsaftale";
const BOLD = /\*\*(.+?)\*\*/;
const BULLET = /^- +/;
const NUMBERED = /^\d+\. +/;

/**
 * The document that a draft makes.
 * @param {Draft} draft
 * @param {Clause[]} clauses
 * @returns {AgreementDocument}
 */
export function agreementDocument(draft, clauses) {
  const needed = neededFields(draft, clauses);
  const parties = draft.parter.map((party, index) => ({
    key: partyKey(index),
    label: `Part ${index + 1}`,
    where: "Parter",
    text: party.navn,
  }));
  const fields = needed.filter(({ key, field }) => !isReadable(field, draft.svar[key] ?? ""));
  const missing = [
    ...parties.filter((party) => !party.text.trim()).map(({ key, label, where }) => ({ key, label, where })),
    ...fields.map(({ key, field, clause }) => ({ key, label: field.etiket, where: clause.titel })),
  ];
  const titled = needed.find((item) => item.key === TITLE_FIELD);
  const asked = parties.length + needed.length;
  return {
    title: titled ? answerRun({ draft, clause: titled.clause }, TITLE_FIELD, false) : plainRun(TITLE),
    sections: chosenClauses(draft, clauses).map(({ clause, variant }, index) => ({
      id: clause.id,
      number: index + 1,
      title: clause.titel,
      blocks: sourceBlocks(variant.tekst).flatMap((block) => filledBlocks({ draft, clause }, block)),
    })),
    missing,
    answered: asked - missing.length,
    asked,
  };
}

/** @param {number} index @returns {string} the key of a party's name among the fields */
export const partyKey = (index) => `part-${index + 1}`;

/** @param {Run[]} runs @returns {string} */
export const runsText = (runs) => runs.map((run) => run.text).join("");

/** @param {string} text @param {boolean} [bold] @returns {Run} */
const plainRun = (text, bold = false) => ({ text, bold, key: "", open: false });

/**
 * Paragraphs and lists of a model text; soft-wrapped lines are joined as Markdown does.
 * @param {string} text
 * @returns {({kind: "paragraph", text: string} | {kind: "list", ordered: boolean, items: string[]})[]}
 */
export function sourceBlocks(text) {
  /** @type {ReturnType<typeof sourceBlocks>} */
  const blocks = [];
  let open = false;
  for (const line of text.split("\n").map((item) => item.trim())) {
    const last = blocks.at(-1);
    const mark = BULLET.test(line) ? BULLET : NUMBERED.test(line) ? NUMBERED : null;
    if (mark) {
      const ordered = mark === NUMBERED;
      const list = last?.kind === "list" && last.ordered === ordered ? last : null;
      if (list) list.items.push(line.replace(mark, ""));
      else blocks.push({ kind: "list", ordered, items: [line.replace(mark, "")] });
    } else if (line && open && last?.kind === "list") last.items[last.items.length - 1] += ` ${line}`;
    else if (line && open && last?.kind === "paragraph") last.text += ` ${line}`;
    else if (line) blocks.push({ kind: "paragraph", text: line });
    open = line !== "";
  }
  return blocks;
}

/**
 * A model text's block with the answers in it.
 * @param {Scope} scope
 * @param {ReturnType<typeof sourceBlocks>[number]} block
 * @returns {Block[]}
 */
function filledBlocks(scope, block) {
  if (block.kind === "list") return [{ ...block, items: block.items.map((item) => filledRuns(scope, item)) }];
  const alone = /^\[([a-z0-9_]+)\]$/.exec(block.text)?.[1] ?? "";
  const kind = scope.clause.felter[alone]?.art;
  if (kind === "underskrifter") return [signatures(scope.draft)];
  const lines = answerLines(scope.draft.svar[alone] ?? "");
  if (kind === "liste" && lines.length)
    return [{ kind: "list", ordered: false, items: lines.map((line) => [given(line, alone)]) }];
  if (kind === "afsnit" && lines.length)
    return lines.map((line) => ({ kind: "paragraph", runs: [given(line, alone)] }));
  return [{ kind: "paragraph", runs: filledRuns(scope, block.text) }];
}

/** @param {string} text @param {string} key @param {boolean} [bold] @returns {Run} */
const given = (text, key, bold = false) => ({ text, bold, key, open: false });

/**
 * @param {Scope} scope
 * @param {string} text
 * @returns {Run[]}
 */
function filledRuns(scope, text) {
  const runs = text.split(BOLD).flatMap((part, index) => partRuns(scope, part, index % 2 === 1));
  return oneFullStop(runs.filter((run) => run.text)).filter((run) => run.text);
}

/** @param {Scope} scope @param {string} text @param {boolean} bold @returns {Run[]} */
function partRuns(scope, text, bold) {
  // Splitting on a pattern with one group puts the placeholders' names at the odd places.
  return text.split(PLACEHOLDER).flatMap((part, index) => {
    if (index % 2 === 0) return [plainRun(part, bold)];
    const kind = scope.clause.felter[part]?.art;
    if (kind === "parter") return partyRuns(scope.draft, bold);
    return [kind ? answerRun(scope, part, bold) : plainRun(`[${part}]`, bold)];
  });
}

/** An answer that ends with a full stop ("150.000 kr.") takes the model text's own with it. @param {Run[]} runs @returns {Run[]} */
function oneFullStop(runs) {
  return runs.map((run, index) => {
    const before = runs[index - 1];
    const doubled = before?.key && !before.open && before.text.endsWith(".") && run.text.startsWith(".");
    return doubled ? { ...run, text: run.text.slice(1) } : run;
  });
}

/** @param {Scope} scope @param {string} key @param {boolean} bold @returns {Run} */
function answerRun({ draft, clause }, key, bold) {
  const field = clause.felter[key];
  const text = draft.svar[key] ?? "";
  if (!text.trim()) return { text: `[${field.etiket}]`, bold, key, open: true };
  if (!isReadable(field, text)) return { text: answerLines(text).join(" "), bold, key, open: true };
  if (field.art === "dato") return given(formatDate(text), key, bold);
  return given(field.art === "liste" ? danishList(answerLines(text)) : answerLines(text).join(" "), key, bold);
}

/** @param {string[]} items @returns {string} "a, b og c" */
const danishList = (items) =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} og ${items.at(-1)}` : items.join("");

/** @param {Draft} draft @param {boolean} bold @returns {Run[]} */
function partyRuns(draft, bold) {
  const names = draft.parter.map((_, index) => ({ ...partyName(draft, index), bold }));
  const between = (/** @type {number} */ index) => (index === 0 ? "" : index === names.length - 1 ? " og " : ", ");
  return names.flatMap((name, index) => [plainRun(between(index), bold), name]);
}

/** @param {Draft} draft @param {number} index @returns {Run} */
function partyName(draft, index) {
  const name = draft.parter[index].navn.trim();
  return { text: name || `[Part ${index + 1}]`, bold: false, key: partyKey(index), open: !name };
}

/** @param {Draft} draft @returns {Signatures} */
function signatures(draft) {
  const parties = draft.parter.map((party, index) => ({
    name: partyName(draft, index),
    role: party.underskriver.trim(),
  }));
  return { kind: "signatures", parties };
}
