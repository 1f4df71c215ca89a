/** An agreement's calendar as a file for Outlook and other calendars (iCalendar, RFC 5545): the same draft, the same bytes. */

import { addDays, partsOf } from "./calendar-days.mjs";
import { MONTHS, formatDate } from "./dates.mjs";

/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */
/** @typedef {import("./year-plan.mjs").YearPlan} YearPlan */

const MOST_OCTETS = 75;
/** How sure a date is, in words. @type {Record<string, string>} */
export const BASES = { skrevet: "skrevet i kladden", beregnet: "beregnet af svarene", foreslaaet: "forslag" };

/**
 * The whole calendar as all-day events.
 * @param {YearPlan} plan
 * @param {string} draftId so that the same event keeps its mark when the file is fetched again
 * @param {string} title the agreement's
 * @returns {string} lines ended by CRLF and folded at 75 octets
 */
export function toCalendar(plan, draftId, title) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Alliancebanken//Aftalebygger//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(title)}`,
    // When the entry was made is not the same as now: the clock would give new bytes each time.
    ...plan.events.flatMap((event) => eventLines(event, draftId, title, `${compact(plan.first)}T000000Z`)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** @param {PlanEvent} event @param {string} draftId @param {string} title @param {string} stamp @returns {string[]} */
function eventLines(event, draftId, title, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${event.key}-${draftId}@alliancebanken`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(event.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(event.day, 1))}`,
    `SUMMARY:${escapeText(summary(event))}`,
    `DESCRIPTION:${escapeText(description(event, title))}`,
    `CATEGORIES:${escapeText(KINDS[event.kind])}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** @type {Record<string, string>} */
export const KINDS = {
  moede: "Møde",
  status: "Status og evaluering",
  frist: "Dato og frist",
  aktivitet: "Aktivitet",
  maal: "Frist for mål",
};

/** @param {PlanEvent} event @returns {string} */
const summary = ({ text, basis }) => (basis === "foreslaaet" ? `${text} (forslag)` : text);

/** @param {PlanEvent} event @param {string} title @returns {string} */
function description({ who, why, basis, month, day }, title) {
  const lines = [`Aftale: ${title}`, `Grundlag: ${why} (${BASES[basis]})`];
  if (month) lines.push(`Tidspunkt: i løbet af ${monthText(day)}`);
  if (who) lines.push(`Ansvarlig: ${who}`);
  return lines.join("\n");
}

/** @param {PlanEvent} event @returns {string} "15. januar 2027", or "januar 2027" where only the month is known */
export const eventDate = ({ day, month }) => (month ? monthText(day) : formatDate(day));

/** @param {string} day @returns {string} */
function monthText(day) {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** @param {string} text */
const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** No line above 75 octets, and no character cut in two. @param {string} line @returns {string} */
function folded(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += sign;
    octets += size;
  }
  return lines.join("\r\n");
}
