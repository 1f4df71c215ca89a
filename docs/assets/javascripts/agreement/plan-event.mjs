/** One thing in an agreement's calendar, and what every maker of such things needs. */

/** @typedef {import("./calendar-days.mjs").Day} Day */
/** @typedef {"moede" | "status" | "frist" | "aktivitet" | "maal"} EventKind */
/** @typedef {"skrevet" | "beregnet" | "foreslaaet"} Basis a person's own date, one that follows from answers, or our proposal */
/**
 * A month's event has the month's first day; the key tells it from all others, whatever the order.
 * @typedef {{key: string, day: Day, month: boolean, text: string, who: string, kind: EventKind, basis: Basis, why: string}} PlanEvent
 */
/**
 * What events are made from: lack says what must be answered first, and which field answers it.
 * @typedef {{draft: import("./draft.mjs").Draft, answers: Map<string, string>, first: Day, last: Day, meeting: Day,
 *   lack: (text: string, key: string) => void}} Scope
 */
/** @typedef {Partial<PlanEvent> & {key: string, day: Day, text: string, why: string}} GivenEvent */

export const MOST_YEARS = 10;

/** @param {GivenEvent} event @returns {PlanEvent} a computed deadline, but for what it says itself */
export const planEvent = (event) => ({ month: false, who: "", kind: "frist", basis: "beregnet", ...event });
