/** What people wrote in Word, taken into the draft: answers as answers, other words as an edited clause, and the rest is told. */

import { cleanLine, cleanText } from "./clean.mjs";
import { freeOwnId } from "./draft-clauses.mjs";
import { editClause, titleClause } from "./draft.mjs";
import { agreementDocument } from "./text.mjs";
import { removedRows, withAnswers, wordAnswers } from "./word-answers.mjs";
import { plainText } from "./word-blocks.mjs";
import { wordAgreement } from "./word-clauses.mjs";
import { sameLines, wordLines, writtenLines } from "./word-lines.mjs";
import { clauseText, runPieces, sourceGroups } from "./word-source.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft-file.mjs").WordChange} WordChange */
/** @typedef {import("./word-clauses.mjs").WordClause} WordClause */

const LONGEST_QUOTE = 160;

/**
 * The draft with Word's changes in it.
 * @param {Draft} draft as the file carries it
 * @param {import("./word-blocks.mjs").WordEvent[]} events
 * @param {any} data data/byg.json
 * @returns {Promise<{draft: Draft, changes: WordChange[], notes: string[]}>}
 */
export async function withWordChanges(draft, events, data) {
  const before = agreementDocument(draft, data);
  const word = wordAgreement(events, before.sections);
  const answered = withAnswers(draft, wordAnswers(before, word), data);
  const after = agreementDocument(answered, data);
  /** @type {WordChange[]} */
  const changes = [];
  const notes = removedRows(draft, answered);
  let next = answered;
  for (const clause of word.clauses) {
    const [old, now] = [before, after].map(({ sections }) => sections.find(({ id }) => id === clause.id));
    if (!old || !now) {
      next = withOwnClause(next, clause, word.clauses, await clauseText(clause.blocks, []));
      changes.push({ id: clause.id, title: clause.title, what: "ny" });
      continue;
    }
    const lines = wordLines(clause.blocks);
    const rewritten = !sameLines(lines, writtenLines(now));
    const titled = clause.title !== plainText(old.title);
    if (!old.number && (rewritten || titled)) {
      notes.push(`${old.title} er ændret i Word på en måde, der ikke kan læses. Kladdens egne rækker er beholdt.`);
    } else if (rewritten || titled) {
      if (titled) next = titleClause(next, clause.id, clause.title);
      if (rewritten) {
        const text = await clauseText(
          clause.blocks,
          sourceGroups(answered, data, clause.id),
          runPieces(data, clause.id),
        );
        next = editClause(next, data, clause.id, text);
      }
      changes.push({ id: clause.id, title: clause.title, what: "tekst" });
    } else if (!sameLines(lines, writtenLines(old))) changes.push({ id: clause.id, title: old.title, what: "svar" });
    if (!clause.marked) changes.push({ id: clause.id, title: clause.title, what: "uden-maerke" });
  }
  for (const id of word.lost)
    changes.push({ id, title: before.sections.find((section) => section.id === id)?.title ?? id, what: "uden-tekst" });
  return { draft: next, changes, notes: [...notes, ...strayNotes(word, before)] };
}

/** A clause that was written in Word, put where it stands there. @param {Draft} draft @param {WordClause} clause @param {WordClause[]} all @param {string} text @returns {Draft} */
function withOwnClause(draft, clause, all, text) {
  clause.id = freeOwnId(draft.klausuler);
  const before = all.slice(0, all.indexOf(clause)).map(({ id }) => id);
  const at = draft.klausuler.findLastIndex(({ id }) => before.includes(id)) + 1;
  const own = {
    id: clause.id,
    variant: "",
    titel: cleanLine(clause.title),
    tekst: cleanText(text),
    model: "",
    fra: ["egen"],
  };
  return { ...draft, klausuler: draft.klausuler.toSpliced(at, 0, own) };
}

/** @param {import("./word-clauses.mjs").WordAgreement} word @param {import("./text.mjs").AgreementDocument} before @returns {string[]} */
function strayNotes({ stray, signers }, before) {
  const notes = stray.map((text) => {
    const quote = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)} …` : text;
    return `Denne tekst i Word-filen hører ikke til en klausul og er ikke taget med: »${quote}«`;
  });
  const written = before.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "signatures" ? block.parties : [])),
  );
  const expected = written.map(({ name, role }) => plainText([name.text, role].filter(Boolean).join(" ")));
  const changed = signers?.length && signers.join("|") !== expected.join("|");
  return changed ? [...notes, "Underskrifterne er ændret i Word. Ret parterne i byggeren, så de passer."] : notes;
}
