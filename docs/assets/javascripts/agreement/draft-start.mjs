/** Where a draft may begin: a starter, a real agreement's structure, chosen cases and lessons, clauses that a page named. */

import { LIMITS } from "./clean.mjs";
import { addClause, chosenClause, clauseType, draftClause } from "./draft-clauses.mjs";
import { addRow } from "./draft-rows.mjs";

/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./draft.mjs").Choices} Choices */
/** @typedef {import("./draft.mjs").Draft} Draft */

/**
 * The same parties, rows and answers with a starter's clauses.
 * @param {Draft} draft @param {import("./draft.mjs").Starter} starter @param {BuilderData} data @returns {Draft}
 */
export const applyStarter = (draft, starter, data) => ({
  ...draft,
  klausuler: withChoices(draft, starter.valg, data, `skabelon:${starter.id}`),
  grundlag: { ...draft.grundlag, skabelon: starter.id, aftale: "" },
});

/**
 * The same parties, rows and answers with the clauses that a real agreement has, each in the variant that comes closest.
 * @param {Draft} draft @param {import("./draft.mjs").RealAgreement} agreement @param {BuilderData} data @returns {Draft}
 */
export const applyAgreement = (draft, agreement, data) => ({
  ...draft,
  klausuler: withChoices(draft, agreement.valg, data, `aftale:${agreement.id}`),
  grundlag: { ...draft.grundlag, skabelon: "", aftale: agreement.id },
});

/** A clause of the user's own, or one that the user edited, is never lost. @param {Draft} draft @param {Choices} choices @param {BuilderData} data @param {string} origin */
function withChoices(draft, choices, data, origin) {
  const wanted = choices.flatMap(([id, variant]) => {
    const clause = clauseType(data, id);
    const old = chosenClause(draft, id);
    const lessons = (old?.fra ?? []).filter((item) => /^(laering|case):/.test(item));
    const fra = [...(origin ? [origin] : []), ...lessons];
    if (old?.tekst != null) return [{ ...old, fra: fra.slice(0, LIMITS.origins) }];
    return clause ? [draftClause(clause, variant, fra)] : [];
  });
  const ids = new Set(wanted.map(({ id }) => id));
  const kept = draft.klausuler.filter((entry) => !ids.has(entry.id) && entry.tekst !== null);
  const last = wanted.at(-1)?.id === "underskrift" ? -1 : wanted.length;
  return wanted.toSpliced(last, 0, ...kept).slice(0, LIMITS.clauses);
}

/**
 * The same parties, rows and answers with only the clauses that every agreement should have.
 * @param {Draft} draft @param {BuilderData} data @returns {Draft}
 */
export function applyNothing(draft, data) {
  const choices = /** @type {Choices} */ (
    data.klausuler.filter((clause) => clause.uundvaerlig).map((clause) => [clause.id, clause.varianter[0].id])
  );
  const klausuler = withChoices(draft, choices, data, "");
  return { ...draft, klausuler, grundlag: { ...draft.grundlag, skabelon: "", aftale: "" } };
}

/** What a lesson must argue for to be a proposal for a goal; one that argues for no clause can only be a goal. */
const GOAL_CLAUSES = new Set(["formaal", "maal", "evaluering", "indsatsomraader"]);
/** What an agreement that builds on cases always says something about. */
const ORGANISING = ["organisering", "moeder"];

/** @param {import("./draft.mjs").Lesson} lesson @returns {boolean} whether it is put up as a goal to be made measurable */
export const becomesGoal = ({ klausuler }) => !klausuler.length || klausuler.some((id) => GOAL_CLAUSES.has(id));

/**
 * The draft with lessons put to use: goals proposed, and each clause that a lesson argues for there and saying so.
 * @param {Draft} draft
 * @param {string[]} ids "<case>#<lesson>" or "katalog#<lesson>"; unknown ones and those already used are passed over
 * @param {BuilderData} data
 * @param {string[]} [more] cases to build on although none of their lessons may be among the chosen
 * @returns {Draft}
 */
export function applyLessons(draft, ids, data, more = []) {
  const used = new Set(draft.grundlag.laering);
  const lessons = [...new Set(ids)].filter((id) => !used.has(id)).flatMap((id) => foundLesson(id, data) ?? []);
  const chosen = [
    ...more.filter((id) => data.cases.some((item) => item.id === id)),
    ...lessons.flatMap(({ from }) => from || []),
  ];
  if (!chosen.length && !lessons.length) return draft;
  const cases = [...new Set([...draft.grundlag.cases, ...chosen])];
  const laering = [...draft.grundlag.laering, ...lessons.map(({ id }) => id)];
  let next = {
    ...draft,
    grundlag: { ...draft.grundlag, cases: cases.slice(0, LIMITS.sources), laering: laering.slice(0, LIMITS.sources) },
  };
  for (const { id, lesson } of lessons) {
    const origin = `laering:${id}`;
    if (becomesGoal(lesson)) next = addRow(next, "maal", { tekst: lesson.tekst, fra: origin });
    for (const clause of lesson.klausuler) next = withReason(next, data, clause, origin);
  }
  for (const id of new Set(chosen))
    for (const clause of ORGANISING) next = withReason(next, data, clause, `case:${id}`);
  return next;
}

/** @param {string} id @param {BuilderData} data */
function foundLesson(id, data) {
  const [from, lessonId] = id.split("#");
  const lessons = from === "katalog" ? data.laering : data.cases.find((item) => item.id === from)?.laering;
  const lesson = lessons?.find((item) => item.id === lessonId);
  return lesson ? { id, from: from === "katalog" ? "" : from, lesson } : null;
}

/** @param {Draft} draft @param {BuilderData} data @param {string} id @param {string} origin @returns {Draft} */
function withReason(draft, data, id, origin) {
  if (!chosenClause(draft, id)) return addClause(draft, data, id, { fra: [origin] });
  const klausuler = draft.klausuler.map((entry) =>
    entry.id === id && !entry.fra.includes(origin)
      ? { ...entry, fra: [...entry.fra, origin].slice(0, LIMITS.origins) }
      : entry,
  );
  return { ...draft, klausuler };
}

/** @param {string[]} cases @param {BuilderData} data @returns {string[]} the lessons of those cases, as ids */
export const lessonsOfCases = (cases, data) =>
  data.cases
    .filter((item) => cases.includes(item.id))
    .flatMap((item) => item.laering.map((lesson) => `${item.id}#${lesson.id}`));
