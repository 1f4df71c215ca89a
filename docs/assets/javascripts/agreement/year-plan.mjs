/** What an agreement puts in the calendar: meetings, status, evaluation, deadlines, activities and goals, each with its reason. */

import { answerLines, answerOf, neededFields } from "./answers.mjs";
import { addDays, addMonths, dayAt, dayOf, parseWhen, partsOf, yearsBetween } from "./calendar-days.mjs";
import { mark } from "./clean.mjs";
import { deadlines, statuses } from "./plan-deadlines.mjs";
import { MOST_YEARS, planEvent } from "./plan-event.mjs";
import { meetings } from "./plan-meetings.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {import("./calendar-days.mjs").Day} Day */
/** @typedef {import("./plan-event.mjs").EventKind} EventKind */
/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */
/** @typedef {import("./plan-event.mjs").Scope} Scope */
/** @typedef {{text: string, who: string, when: string}} Undated */
/** @typedef {{text: string, key: string}} Lack what must be answered first, and which field answers it */
/**
 * @typedef {{first: Day, last: Day, running: boolean, years: number[], events: PlanEvent[], undated: Undated[],
 *   lacking: Lack[]}} YearPlan
 */
/** @typedef {{text: string, who: string, when: string, kind: EventKind, why: string}} Timed */

export const RUNNING_YEARS = 3;

/**
 * The calendar of an agreement.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @param {string} [firstMeeting] the date of the first meeting as typed, or "" to have one proposed
 * @returns {YearPlan} with first "" and no events where neither a start nor a first meeting is known
 */
export function yearPlan(draft, data, firstMeeting = "") {
  const answers = answersInUse(draft, data);
  const meeting = dayOf(firstMeeting);
  const first = dayOf(answers.get("startdato") ?? "") || meeting;
  const end = dayOf(answers.get("slutdato") ?? "");
  /** @type {Lack[]} */
  const lacking = [];
  const lack = (/** @type {string} */ text, /** @type {string} */ key) => void lacking.push({ text, key });
  if (!first) lack("Skriv startdatoen eller datoen for det første møde.", "startdato");
  else if (end && end < first) lack("Slutdatoen ligger før startdatoen.", "slutdato");
  if (lacking.length) return { first: "", last: "", running: !end, years: [], events: [], undated: [], lacking };
  const longest = addDays(addMonths(first, MOST_YEARS * 12), -1);
  const last = [end || addDays(addMonths(first, RUNNING_YEARS * 12), -1), longest].sort()[0];
  const scope = { draft, answers, first, last, meeting, lack };
  const timed = [...activities(draft), ...goals(draft, answers)];
  const found = [
    ...meetings(scope),
    ...statuses(scope),
    ...deadlines(scope),
    ...timed.flatMap((item) => timedEvents(scope, item)),
  ];
  const events = withOwnKeys(found).sort((one, other) => (one.day + one.key < other.day + other.key ? -1 : 1));
  const undated = timed.filter(({ when }) => !parseWhen(when)).map(({ text, who, when }) => ({ text, who, when }));
  const years = [...new Set(events.map(({ day }) => partsOf(day).year))];
  return { first, last, running: !end, years, events, undated, lacking };
}

/**
 * The answers that the chosen texts ask for: an answer to a variant that was dropped says nothing.
 * @param {Draft} draft
 * @param {BuilderData} data
 * @returns {Map<string, string>}
 */
export function answersInUse(draft, data) {
  const keys = neededFields(draft, data).map(({ key }) => key);
  return new Map(keys.map((key) => /** @type {const} */ ([key, answerOf(draft, key).trim()])));
}

/** Two activities may have the same words. @param {PlanEvent[]} events @returns {PlanEvent[]} */
function withOwnKeys(events) {
  const seen = new Map();
  return events.map((event) => {
    const count = (seen.get(event.key) ?? 0) + 1;
    seen.set(event.key, count);
    return count === 1 ? event : { ...event, key: `${event.key}-nr${count}` };
  });
}

/** @param {Draft} draft @returns {Timed[]} */
const activities = (draft) =>
  draft.aktiviteter
    .filter((item) => item.tekst.trim())
    .map(({ tekst, hvem, hvornaar }) => ({
      text: answerLines(tekst).join(" "),
      who: hvem.trim(),
      when: hvornaar.trim(),
      kind: "aktivitet",
      why: "Aktivitet",
    }));

/** @param {Draft} draft @param {Map<string, string>} answers @returns {Timed[]} */
function goals(draft, answers) {
  const common = answers.get("maalfrist") ?? "";
  const own = draft.maal
    .filter((goal) => goal.tekst.trim())
    .map((goal) => ({
      text: `Mål: ${answerLines(goal.tekst).join(" ")}`,
      who: goal.ansvarlig.trim(),
      when: goal.frist.trim() || common,
    }));
  const all = own.length || !common ? own : [{ text: "Målene er nået", who: "", when: common }];
  return all.map((item) => ({ ...item, kind: "maal", why: "Frist for målet" }));
}

/** @param {Scope} scope @param {Timed} item @returns {PlanEvent[]} */
function timedEvents(scope, { text, who, when, kind, why }) {
  const found = parseWhen(when);
  if (!found) return [];
  const own = { text, who, kind, basis: /** @type {const} */ ("skrevet"), why: `${why}: ${when}` };
  const key = `${kind}-${mark(text)}`;
  if (found.kind !== "yearly") return [planEvent({ ...own, key, day: found.day, month: found.kind === "month" })];
  return yearsBetween(scope.first, scope.last)
    .map((year) => dayAt(year, found.month, found.date || 1))
    .filter((day) => day.slice(0, 7) >= scope.first.slice(0, 7) && day <= scope.last)
    .map((day) => planEvent({ ...own, key: `${key}-${day.slice(0, 4)}`, day, month: !found.date }));
}
