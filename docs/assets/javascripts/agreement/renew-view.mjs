/** Renewal: last period's draft, its dates moved, its goals reviewed, new parties; out come a draft and a status note. */

import { download } from "../codec/file.mjs";
import { CPR_PROBLEM, formatDate, hasCpr } from "./answers.mjs";
import { fillChoices } from "./desk-choices.mjs";
import { make, showProblem } from "./dom.mjs";
import { STATUS_NAMES } from "./draft-parts.mjs";
import { newId } from "./draft.mjs";
import { periodMonths, renewedDraft, rolledDates, yearsInClauses } from "./renew.mjs";
import { agreementDocument } from "./text.mjs";

/** @typedef {import("../agreement-drafts.mjs").Desk} Desk */
/** @typedef {import("./renew.mjs").GoalReview} GoalReview */
/** @typedef {import("./renew.mjs").RolledDate} RolledDate */

const MOST_MONTHS = 240;

/**
 * @param {Desk} desk
 * @returns {{sync: () => void}}
 */
export function renewView(desk) {
  const panel = desk.find("[data-panel=forny]");
  const select = /** @type {HTMLSelectElement} */ (desk.find("#renew-draft"));
  const months = /** @type {HTMLInputElement} */ (desk.find("#renew-months"));
  const parties = /** @type {HTMLTextAreaElement} */ (desk.find("#renew-parties"));
  /** @type {RolledDate[]} */
  let dates = [];
  /** @type {GoalReview[]} */
  let goals = [];
  let shown = "";
  let id = newId();
  let compared = "";

  const start = () => {
    const item = desk.draft(select.value);
    if (!item || shown === item.key) return;
    [shown, id, compared] = [item.key, newId(), ""];
    const period = periodMonths(item.draft);
    months.value = String(period.months);
    desk.find("#renew-months-hint").textContent = period.known
      ? "Det er aftalens egen længde."
      : "Kladden har ikke både en startdato og en slutdato, så vi foreslår et år.";
    goals = item.draft.maal.map((goal) => ({
      status: goalStatus(goal.status),
      line: "",
      keep: goal.status !== "naaet",
    }));
    showGoals(desk, item.draft, goals);
    showYears(desk, item.draft);
    roll();
  };
  const roll = () => {
    const item = desk.draft(select.value);
    const count = Number(months.value.trim());
    const good = Number.isInteger(count) && count > 0 && count <= MOST_MONTHS;
    if (good) months.removeAttribute("aria-invalid");
    else months.setAttribute("aria-invalid", "true");
    if (!item || !good) return;
    dates = rolledDates(item.draft, desk.data, count);
    desk.find("[data-slot=renew-dates]").replaceChildren(...dates.map(dateRow));
    desk.find("[data-slot=renew-no-dates]").hidden = dates.length > 0;
    desk.find(".drafts__dates").hidden = dates.length === 0;
  };
  const checkParties = () =>
    showProblem(parties, desk.find("#renew-parties-error"), hasCpr(parties.value) ? CPR_PROBLEM : "");
  const renewed = () => {
    const item = desk.draft(select.value);
    return item ? renewedDraft(item.draft, { dates, goals, parties: parties.value.split("\n"), id }) : null;
  };
  const about = () => {
    const item = desk.draft(select.value);
    const title = item ? agreementDocument(item.draft, desk.data).title : null;
    const { startdato = "", slutdato = "" } = item?.draft.svar ?? {};
    const period = startdato && slutdato ? `${formatDate(startdato)} til ${formatDate(slutdato)}` : "";
    return { item, title: !title || title.open ? (item?.name ?? "") : title.text, period };
  };
  const note = async () => {
    const { statusNote } = await import("./drafts-notes.mjs");
    const { item, ...rest } = about();
    return item ? statusNote(item.draft, goals, rest) : null;
  };
  const on = (/** @type {string} */ name, /** @type {() => unknown} */ act) =>
    desk.find(`[data-do=${name}]`).addEventListener("click", act);
  on("renew-build", () => {
    const draft = renewed();
    if (draft) desk.openInBuilder(draft, "ny-aftale");
  });
  on("renew-json", () => {
    const draft = renewed();
    if (draft) desk.saveJson(draft, "ny-aftale");
    desk.say("Den nye aftale er hentet som JSON.");
  });
  on("renew-compare", () => {
    const [item, draft] = [desk.draft(select.value), renewed()];
    if (!item || !draft) return;
    if (compared) desk.drafts = desk.drafts.filter(({ key }) => key !== compared);
    const fresh = desk.add(
      { draft, left: 0, faults: [], notes: [], changes: [] },
      { name: `Fornyet: ${item.name}`, when: new Date(), source: "lavet" },
    );
    compared = fresh.key;
    desk.sync();
    desk.compare(item.key, fresh.key);
  });
  on("status-word", async () => {
    const { noteToWord } = await import("./word-note.mjs");
    const made = await note();
    if (made) download(await noteToWord(made), "status-paa-maal.docx");
    desk.say("Statusnotatet er hentet som Word.");
  });
  on("status-copy", async () => {
    const { noteText } = await import("./note-blocks.mjs");
    const made = await note();
    if (made) desk.copy(noteText(made), "Statusnotatet er kopieret.");
  });
  select.addEventListener("change", start);
  months.addEventListener("input", roll);
  parties.addEventListener("change", checkParties);
  return {
    sync() {
      const own = desk.drafts.filter(({ source }) => source !== "lavet");
      panel.querySelector(".drafts__too-few")?.toggleAttribute("hidden", own.length > 0);
      panel.querySelector(".drafts__work")?.toggleAttribute("hidden", own.length === 0);
      if (!own.length) return;
      fillChoices(select, own, 0);
      start();
    },
  };
}

/** @param {string} status @returns {import("./renew.mjs").Status} */
const goalStatus = (status) => (status === "naaet" || status === "delvist" || status === "ikke" ? status : "");

/** @param {RolledDate} date @param {number} index */
function dateRow(date, index) {
  const input = make("input", {
    type: "text",
    value: date.after,
    autocomplete: "off",
    "aria-label": `Ny tid: ${date.label}`,
    id: `renew-date-${index}`,
  });
  input.addEventListener("input", () => (date.after = input.value));
  return make("tr", {}, make("th", { scope: "row" }, date.label), make("td", {}, date.before), make("td", {}, input));
}

/** @param {Desk} desk @param {import("./draft.mjs").Draft} draft @param {GoalReview[]} goals changed as a person writes */
function showGoals(desk, draft, goals) {
  const rows = draft.maal.map((goal, index) => {
    const review = goals[index];
    const status = make(
      "select",
      { id: `renew-status-${index}` },
      new Option("Vælg status", ""),
      ...["naaet", "delvist", "ikke"].map((key) => new Option(capital(STATUS_NAMES[key]), key)),
    );
    status.value = review.status;
    const line = make("input", { type: "text", id: `renew-line-${index}`, autocomplete: "off", maxLength: 500 });
    const keep = make("input", { type: "checkbox", checked: review.keep });
    const problem = make("p", { className: "builder__error", id: `renew-line-${index}-error`, hidden: true });
    status.addEventListener("change", () => {
      review.status = goalStatus(status.value);
      review.keep = keep.checked = review.status !== "naaet";
    });
    line.setAttribute("aria-describedby", problem.id);
    line.addEventListener("input", () => (review.line = line.value));
    line.addEventListener("change", () => showProblem(line, problem, hasCpr(line.value) ? CPR_PROBLEM : ""));
    keep.addEventListener("change", () => (review.keep = keep.checked));
    const about = [
      goal.maaltal,
      goal.start && `fra ${goal.start}`,
      goal.maal && `til ${goal.maal}`,
      goal.frist && `inden ${formatDate(goal.frist)}`,
    ];
    return make(
      "fieldset",
      { className: "drafts__part drafts__goal" },
      make("legend", {}, goal.tekst || `Mål ${index + 1}`),
      make("p", { className: "drafts__about" }, about.filter(Boolean).join(", ")),
      make("div", { className: "drafts__field" }, make("label", { htmlFor: status.id }, "Status"), status),
      make(
        "div",
        { className: "drafts__field" },
        make("label", { htmlFor: line.id }, "En linje om målet"),
        line,
        problem,
      ),
      make("label", { className: "drafts__check" }, keep, " Tag målet med i den nye aftale"),
    );
  });
  desk.find("[data-slot=renew-goals]").replaceChildren(...rows);
  desk.find("[data-slot=renew-no-goals]").hidden = rows.length > 0;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toLocaleUpperCase("da") + text.slice(1);

/** @param {Desk} desk @param {import("./draft.mjs").Draft} draft */
function showYears(desk, draft) {
  const found = yearsInClauses(draft, desk.data);
  const place = desk.find("[data-slot=renew-years]");
  place.hidden = found.length === 0;
  const items = found.map(({ title, years }) => make("li", {}, `${title}: ${years.join(", ")}`));
  place.replaceChildren(
    make("p", {}, "Klausulernes egen tekst nævner årstal. Ret dem selv i byggeren:"),
    make("ul", {}, ...items),
  );
}
