/** The calendar half of "Det videre arbejde": one year as a wheel and a table, and all years as files. */

import { download, fileName } from "../codec/file.mjs";
import { partsOf } from "./calendar-days.mjs";
import { BASES, KINDS, eventDate, toCalendar } from "./calendar-file.mjs";
import { parseDate } from "./dates.mjs";
import { make, showProblem } from "./dom.mjs";
import { controlId } from "./preview.mjs";
import { noteToWord } from "./word-note.mjs";
import { yearNote } from "./year-note.mjs";
import { kindMark, yearWheel } from "./year-wheel.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./next-step.mjs").Scene} Scene */
/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */
/** @typedef {import("./year-plan.mjs").YearPlan} YearPlan */

const WORD_FAILED = "Word-filen kunne ikke laves. Prøv igen senere.";
const BAD_DATE = "Datoen findes ikke eller kan ikke læses. Skriv den sådan: 15. januar 2027 eller 15/1-2027.";

/**
 * @param {Builder} builder
 * @param {() => Scene} scene
 * @returns {{sync: () => void}}
 */
export function calendarPart(builder, scene) {
  const meeting = /** @type {HTMLInputElement} */ (builder.find("#next-meeting"));
  let year = 0;
  const sync = () => {
    const { plan, title } = scene();
    if (!plan.years.includes(year)) year = plan.years[0] ?? 0;
    builder.find(".builder-next__lacking").replaceChildren(...lackingList(plan));
    builder.find(".builder-next__calendar").hidden = !plan.first;
    builder.find(".builder-next__undated").replaceChildren(...undatedList(plan));
    builder.find(".builder-next__years").replaceChildren(...plan.years.map((item) => yearButton(item)));
    if (plan.first) drawYear(builder, plan, year, title);
  };
  const yearButton = (/** @type {number} */ item) => {
    const button = make("button", {
      type: "button",
      className: "builder__small",
      "aria-pressed": String(item === year),
    });
    button.textContent = String(item);
    button.addEventListener("click", () => {
      year = item;
      sync();
      /** @type {HTMLElement} */ (builder.find(".builder-next__years [aria-pressed='true']")).focus();
    });
    return button;
  };
  const problem = builder.find("#next-meeting-error");
  const judge = (/** @type {boolean} */ leaving) => {
    const bad = meeting.value.trim() !== "" && !parseDate(meeting.value);
    if (leaving || !bad) showProblem(meeting, problem, bad ? BAD_DATE : "");
  };
  meeting.addEventListener("input", () => judge(false));
  meeting.addEventListener("blur", () => judge(true));
  const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
    builder.find(`[data-do="${name}"]`).addEventListener("click", act);
  on("print-year", () => printYear(builder));
  on("year-picture", () => downloadPicture(builder, year, scene().title));
  on("year-word", async () => {
    const { plan, title } = scene();
    try {
      download(await noteToWord(yearNote(plan, title)), fileName(`årsplan ${title}`, "aarsplan", "docx"));
      builder.say("Årsplanen er hentet som Word.");
    } catch {
      builder.say(WORD_FAILED);
    }
  });
  on("calendar", () => {
    const { plan, title } = scene();
    const text = toCalendar(plan, builder.draft.id, title);
    download(new Blob([text], { type: "text/calendar;charset=utf-8" }), fileName(`kalender ${title}`, "kalender", "ics"));
    builder.say(`Kalenderfilen er hentet med ${plan.events.length} datoer. Åbn den for at lægge dem i kalenderen.`);
  });
  return { sync };
}

/** @param {Builder} builder @param {YearPlan} plan @param {number} year @param {string} title */
function drawYear(builder, plan, year, title) {
  const rows = plan.events
    .filter(({ day }) => partsOf(day).year === year)
    .map((event, at) => ({ event, number: at + 1 }));
  const told = `Årshjul for ${year}: ${rows.length} datoer fordelt på månederne. Tabellen under hjulet viser dem alle.`;
  builder.find(".builder-next__wheel").replaceChildren(yearWheel(year, rows, told));
  builder.find(".builder-next__caption").textContent = `${title}: årshjul ${year}`;
  const kinds = Object.keys(KINDS).filter((kind) => rows.some(({ event }) => event.kind === kind));
  builder
    .find(".builder-next__key")
    .replaceChildren(...kinds.map((kind) => make("li", {}, kindMark(kind), ` ${KINDS[kind]}`)));
  builder.find(".builder-next__rows").replaceChildren(...rows.map(({ event, number }) => eventRow(event, number)));
  const running = "Aftalen har ingen slutdato, så planen viser de første tre år.";
  builder.find(".builder-next__running").textContent = plan.running ? running : "";
}

/** @param {PlanEvent} event @param {number} number @returns {HTMLElement} */
function eventRow(event, number) {
  const about = [KINDS[event.kind], event.who, `${basisText(event)}: ${event.why}`].filter(Boolean).join(" · ");
  return make(
    "tr",
    {},
    make(
      "td",
      {},
      kindMark(event.kind, String(number)),
      make("span", { className: "visually-hidden" }, String(number)),
    ),
    make("td", {}, eventDate(event)),
    make("td", {}, event.text, make("small", { className: "builder-next__about" }, about)),
  );
}

/** @param {PlanEvent} event @returns {string} */
const basisText = ({ basis }) => BASES[basis].charAt(0).toUpperCase() + BASES[basis].slice(1);

/** @param {YearPlan} plan @returns {HTMLElement[]} */
function lackingList({ lacking, first }) {
  if (!lacking.length) return [];
  const links = lacking.map(({ text, key }) =>
    make("li", {}, make("a", { href: key.startsWith("trin-") ? `#${key}` : `#${controlId(key)}` }, text)),
  );
  const lead = first
    ? "Årshjulet bliver bedre, når du svarer på dette:"
    : "Årshjulet kan først laves, når du svarer på dette:";
  return [make("p", {}, lead), make("ul", {}, ...links)];
}

/** @param {YearPlan} plan @returns {HTMLElement[]} */
function undatedList({ undated }) {
  if (!undated.length) return [];
  const items = undated.map(({ text, who, when }) => make("li", {}, [text, who, when].filter(Boolean).join(" · ")));
  return [make("h4", {}, "Uden en dato, der kan læses"), make("ul", {}, ...items)];
}

/** Print the wheel and its table alone. @param {Builder} builder */
function printYear(builder) {
  const app = builder.find(".builder__app");
  app.dataset.print = "aarshjul";
  window.addEventListener("afterprint", () => delete app.dataset.print, { once: true });
  window.print();
}

/** @param {Builder} builder @param {number} year @param {string} title */
function downloadPicture(builder, year, title) {
  const wheel = /** @type {Element} */ (builder.find(".builder-next__wheel").querySelector("svg")?.cloneNode(true));
  wheel.setAttribute("width", "880");
  wheel.setAttribute("height", "880");
  const text = new XMLSerializer().serializeToString(wheel);
  download(new Blob([text], { type: "image/svg+xml" }), fileName(`årshjul ${year} ${title}`, "aarshjul", "svg"));
  builder.say("Årshjulet er hentet som et billede. Du kan sætte det ind i Word.");
}
