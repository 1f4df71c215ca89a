/** The meetings of an agreement, body by body, spread over its years. */

import { mark } from "./clean.mjs";
import { addDays, addMonths, meetingDay, parseCount, parseDuration } from "./calendar-days.mjs";
import { MOST_YEARS, planEvent } from "./plan-event.mjs";

/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */
/** @typedef {import("./plan-event.mjs").Scope} Scope */
/** @typedef {{name: string, count: number, who: string}} MeetingBody */

const FIRST_NOTICE = { months: 0, days: 14 };
/** Bodies meet this many days after each other, so that no one has two first meetings on a day. */
const BETWEEN_BODIES = 14;
const BODIES_IN_TURN = 4;

/** @param {Scope} scope @returns {PlanEvent[]} */
export function meetings(scope) {
  const bodies = bodiesThatMeet(scope);
  if (!bodies.length && !scope.draft.organer.length && !scope.answers.get("statusmaaned"))
    scope.lack("Skriv, hvor ofte I mødes.", scope.answers.has("moeder_pr_aar") ? "moeder_pr_aar" : "trin-organer");
  const notice = parseDuration(scope.answers.get("indkaldelsesfrist") ?? "") ?? FIRST_NOTICE;
  const start = scope.meeting || addMonths(addDays(scope.first, notice.days), notice.months);
  if (!bodies.length) return [firstMeeting(scope, start)];
  const taken = /** @type {Set<string>} */ (new Set());
  return bodies.flatMap((body, index) => {
    const own = addDays(start, (index % BODIES_IN_TURN) * BETWEEN_BODIES);
    const days = meetingDays(own, body.count, scope.last, taken);
    // The date that a person gave stands, on whatever day it falls.
    const given = index === 0 && scope.meeting !== "";
    return days.map((day, at) => meetingEvent(body, at, given && at === 0 ? scope.meeting : day, given && at === 0));
  });
}

/** Where no one has said how often to meet, there is still a first time. @param {Scope} scope @param {string} start */
function firstMeeting({ meeting, answers }, start) {
  const body = { name: "Parterne", count: 1, who: answers.get("tovholder") ?? "" };
  const proposed = meetingEvent(body, 0, meeting || meetingDay(start), meeting !== "");
  return meeting ? proposed : { ...proposed, why: "Et første møde, så samarbejdet kommer i gang" };
}

/** @param {Scope} scope @returns {MeetingBody[]} who meets, and how often in a year */
function bodiesThatMeet({ draft, answers, lack }) {
  for (const [at, body] of draft.organer.entries())
    if (body.navn.trim() && !parseCount(body.moeder_pr_aar))
      lack(`Skriv, hvor mange møder om året ${body.navn.trim()} holder.`, `organ-${at + 1}-moeder_pr_aar`);
  const named = draft.organer
    .filter((body) => body.navn.trim() && parseCount(body.moeder_pr_aar))
    .map((body) => ({ name: body.navn.trim(), count: parseCount(body.moeder_pr_aar), who: body.indkalder.trim() }));
  const all = parseCount(answers.get("moeder_pr_aar") ?? "");
  const groups = parseCount(answers.get("arbejdsgruppemoeder_pr_aar") ?? "");
  const asked = [
    ...(all ? [{ name: groups ? "Styregruppen" : "Parterne", count: all, who: "" }] : []),
    ...(groups ? [{ name: "Arbejdsgrupperne", count: groups, who: "" }] : []),
  ];
  const secretariat = answers.get("tovholder") ?? "";
  return (draft.organer.length ? named : asked).map((body) => ({ ...body, who: body.who || secretariat }));
}

/**
 * @param {string} first
 * @param {number} count in a year
 * @param {string} last
 * @param {Set<string>} taken days that already have a meeting; those found are added
 * @returns {string[]}
 */
function meetingDays(first, count, last, taken) {
  const step = 12 / Math.min(count, 12);
  const days = [];
  for (let number = 0; number < MOST_YEARS * 12; number += 1) {
    let day = meetingDay(addMonths(first, Math.round(number * step)));
    while (taken.has(day)) day = meetingDay(addDays(day, 1));
    if (day > last) break;
    taken.add(day);
    days.push(day);
  }
  return days;
}

/** @param {MeetingBody} body @param {number} at @param {string} day @param {boolean} given @returns {PlanEvent} */
function meetingEvent({ name, count, who }, at, day, given) {
  return planEvent({
    key: `moede-${mark(name)}-${at + 1}`,
    day,
    text: `Møde: ${name}`,
    who,
    kind: "moede",
    basis: given ? "skrevet" : "foreslaaet",
    why: given ? "Datoen har du skrevet" : timesAYear(count),
  });
}

/** @param {number} count */
function timesAYear(count) {
  if (count > 12) return "Over 12 møder om året, vist som ét i måneden";
  return count === 1 ? "Ét møde om året" : `${count} møder om året`;
}
