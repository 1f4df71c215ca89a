/** The status meetings and deadlines of an agreement: what follows from its dates and stretches of time. */

import {
  addMonths,
  before,
  dayAt,
  dayOf,
  meetingDay,
  parseDuration,
  parseWhen,
  yearsBetween,
} from "./calendar-days.mjs";
import { planEvent } from "./plan-event.mjs";

/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */
/** @typedef {import("./plan-event.mjs").Scope} Scope */

const STATUS_DATE = 15;
const STATUS = "Status på målene";
/** What lies a stretch of time before the end: the answer's key, the event's key, its words, what to say when it cannot be read. */
const BEFORE_THE_END = /** @type {const} */ ([
  ["slutevaluering_frist", "evaluering", "Den samlede evaluering ligger klar", "fristen for slutevalueringen"],
  [
    "droeftelsesfrist",
    "droeftelse",
    "Senest nu drøfter parterne, om de vil fortsætte",
    "fristen for at drøfte en fortsættelse",
  ],
  ["varsel", "opsigelse", "Sidste dag for en opsigelse, der virker før udløbet", "opsigelsesvarslet"],
]);

/** @param {Scope} scope @returns {PlanEvent[]} the yearly look at goals and cooperation */
export function statuses(scope) {
  const { draft, answers, first, last, lack } = scope;
  const variant = draft.klausuler.find((item) => item.id === "evaluering")?.variant;
  const text = variant === "aarlig-evaluering" ? `${STATUS} og årlig evaluering` : STATUS;
  const named = answers.get("statusmaaned") ?? "";
  const when = parseWhen(named);
  const own = /** @type {const} */ ({ text, who: answers.get("tovholder") ?? "", kind: "status", basis: "foreslaaet" });
  if (when?.kind === "yearly")
    return yearsBetween(scope.first, scope.last)
      .map((year) => meetingDay(dayAt(year, when.month, when.date || STATUS_DATE)))
      .filter((day) => day >= first && day <= last)
      .map((day) =>
        planEvent({ ...own, key: `status-${day.slice(0, 4)}`, day, why: `Måned for årlig status: ${named}` }),
      );
  if (answers.has("statusmaaned")) lack("Skriv måneden for den årlige status, fx november.", "statusmaaned");
  return yearsBetween(scope.first, scope.last)
    .map((_, index) => ({ number: index + 1, day: meetingDay(addMonths(first, 12 * (index + 1) - 1)) }))
    .filter(({ day }) => day <= last)
    .map(({ number, day }) =>
      planEvent({ ...own, key: `status-aar-${number}`, day, why: "En måned før aftalen har gældt et helt år" }),
    );
}

/** @param {Scope} scope @returns {PlanEvent[]} start, approval, plan, evaluation, notice and expiry */
export function deadlines(scope) {
  const end = dayOf(scope.answers.get("slutdato") ?? "");
  return [...writtenDays(scope), ...yearlyPlan(scope), ...(end ? atTheEnd(scope, end) : everyYearsEnd(scope))];
}

/** @param {Scope} scope @returns {PlanEvent[]} */
function writtenDays({ answers }) {
  const written = [
    ["startdato", "start", "Aftalen begynder at gælde", "Startdatoen"],
    ["godkendelsesfrist", "godkendelse", "Sidste dag for politisk godkendelse", "Frist for godkendelse"],
    ["slutdato", "udloeb", "Aftalen udløber", "Slutdatoen"],
  ];
  return written.flatMap(([key, name, text, why]) => {
    const day = dayOf(answers.get(key) ?? "");
    return day ? [planEvent({ key: name, day, text, basis: "skrevet", why })] : [];
  });
}

/** @param {Scope} scope @returns {PlanEvent[]} */
function yearlyPlan(scope) {
  const when = parseWhen(scope.answers.get("handlingsplan_frist") ?? "");
  if (when?.kind !== "yearly") return [];
  return yearsBetween(scope.first, scope.last)
    .map((year) => dayAt(year, when.month, when.date || 1))
    .filter((day) => day >= scope.first && day <= scope.last)
    .map((day) =>
      planEvent({
        key: `handlingsplan-${day.slice(0, 4)}`,
        day,
        month: !when.date,
        text: "Næste års handlingsplan er vedtaget",
        basis: "skrevet",
        why: "Frist for handlingsplan",
      }),
    );
}

/** @param {Scope} scope @param {string} end @returns {PlanEvent[]} */
function atTheEnd({ answers, first, last, lack }, end) {
  return BEFORE_THE_END.flatMap(([key, name, text, what]) => {
    const written = answers.get(key);
    if (written === undefined) return [];
    const period = parseDuration(written);
    if (!period) lack(`Skriv ${what} som et antal dage, uger eller måneder.`, key);
    const day = period ? before(end, period) : "";
    if (day < first || day > last) return [];
    const own =
      name === "evaluering" ? /** @type {const} */ ({ kind: "status", who: answers.get("tovholder") ?? "" }) : {};
    return [planEvent({ key: name, day, text, why: `${sentenceStart(written)} før slutdatoen`, ...own })];
  });
}

/** @param {Scope} scope @returns {PlanEvent[]} a running agreement has no end to count from, but each year has one */
function everyYearsEnd(scope) {
  const written = scope.answers.get("varsel") ?? "";
  const period = parseDuration(written);
  if (!period) return [];
  return yearsBetween(scope.first, scope.last)
    .map((year) => ({ year, day: before(dayAt(year, 12, 31), period) }))
    .filter(({ day }) => day >= scope.first && day <= scope.last)
    .map(({ year, day }) =>
      planEvent({
        key: `opsigelse-${year}`,
        day,
        text: "Sidste dag for en opsigelse, der virker fra årets udgang",
        why: `${sentenceStart(written)} før 31. december`,
      }),
    );
}

/** @param {string} text */
const sentenceStart = (text) => text.charAt(0).toLocaleUpperCase("da") + text.slice(1);
