/** The step that checks the draft while it is written: what to mend, with why and a way there, and what looks well. */

import { CPR_PROBLEM, hasCpr } from "./answers.mjs";
import { checkAgreement, findings } from "./check.mjs";
import { cloneTemplate, make, showProblem } from "./dom.mjs";
import { addClause, clauseType, hasText } from "./draft.mjs";
import { draftFacts } from "./facts.mjs";
import { controlId } from "./preview.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./check.mjs").Facts} Facts */
/** @typedef {import("./check.mjs").Outcome} Outcome */
/** @typedef {import("./check.mjs").Rule} Rule */
/** @typedef {{element: HTMLElement, slots: Record<string, any>, shown: string}} Entry */
/** @typedef {{builder: Builder, entries: Map<string, Entry>, aside: Map<string, string>, draw: () => void}} Step */

const MOST_PLACES = 8;
const LONGEST_REASON = 500;
/** Where a row begins. @type {Record<string, string>} */
const FIRST_FIELDS = { part: "navn", maal: "tekst", aktivitet: "tekst", organ: "navn" };
const CHECK_STATES = ["boer", "overvej", "aside", "unseen", "well"];

/**
 * @param {Builder} builder
 * @returns {{sync: () => void, state: () => string, words: () => string}}
 */
export function checkStep(builder) {
  let outcomes = /** @type {Outcome[]} */ ([]);
  let facts = draftFacts(builder.draft, builder.data);
  let draft = builder.draft.id;
  const draw = () => {
    // What is settled in one draft is not settled in another.
    if (builder.draft.id !== draft) for (const kept of [step.entries, step.aside]) kept.clear();
    draft = builder.draft.id;
    facts = draftFacts(builder.draft, builder.data);
    outcomes = checkAgreement(/** @type {Rule[]} */ (builder.data.tjek), facts);
    show(step, outcomes, facts);
  };
  /** @type {Step} */
  const step = { builder, entries: new Map(), aside: new Map(), draw };
  const toMend = () => outcomes.filter((outcome) => groupOf(step, outcome) === "boer").length;
  builder
    .find('[data-do="copy-check"]')
    .addEventListener("click", () => builder.copyText(asText(step, outcomes, facts), "Listen er kopieret."));
  return {
    sync: draw,
    state: () => (!hasText(builder.draft) ? "tom" : toMend() ? "igang" : "faerdig"),
    words: () => (!hasText(builder.draft) ? "" : toMend() ? `${toMend()} at rette` : "intet at rette"),
  };
}

/** @param {Step} step @param {Outcome[]} outcomes @param {Facts} facts */
function show(step, outcomes, facts) {
  const { builder } = step;
  const lists = Object.fromEntries(CHECK_STATES.map((name) => [name, /** @type {HTMLElement[]} */ ([])]));
  for (const outcome of outcomes) {
    const group = groupOf(step, outcome);
    if (group === "well" || group === "unseen") lists[group].push(make("li", {}, outcome.rule.spoergsmaal));
    else if (group) lists[group].push(entryElement(step, outcome, facts));
  }
  for (const [name, items] of Object.entries(lists)) {
    const box = builder.find(`[data-check="${name}"]`);
    box.hidden = items.length === 0;
    replace(/** @type {HTMLElement} */ (box.querySelector("ul")), items);
    /** @type {HTMLElement} */ (box.querySelector("[data-slot=count]")).textContent = `(${items.length})`;
  }
  const written = hasText(builder.draft);
  const open = lists.boer.length + lists.overvej.length;
  const missing = written ? builder.agreement.missing.length : 0;
  const empty = missing === 1 ? " 1 felt er ikke udfyldt." : ` ${missing} felter er ikke udfyldt.`;
  builder.find(".check__summary").textContent =
    summary(written, lists.boer.length, lists.overvej.length) + (missing ? empty : "");
  builder.find(".check__findings").hidden = !written;
  builder.find('[data-do="copy-check"]').hidden = !written || open === 0;
}

/** @param {boolean} written @param {number} should @param {number} consider */
function summary(written, should, consider) {
  if (!written) return "Du er ikke begyndt endnu. Skriv parter og mål, så viser tjekket, hvad der mangler.";
  if (should + consider === 0) return "Tjekket finder intet at rette.";
  const first = should === 1 ? "1 ting bør rettes" : `${should} ting bør rettes`;
  const second = consider === 1 ? "1 er værd at overveje" : `${consider} er værd at overveje`;
  return [should ? first : "", consider ? second : ""].filter(Boolean).join(", og ") + ".";
}

/** @param {Step} step @param {Outcome} outcome @returns {string} the list it stands in; nothing when it has no bearing */
function groupOf({ aside }, { rule, state }) {
  if (state === "fund") return aside.has(rule.id) ? "aside" : rule.alvor;
  return state === "godt" ? "well" : state === "ukendt" ? "unseen" : "";
}

/** Put the items in a list, and touch nothing when they stand there already: a person may be in one of them. @param {HTMLElement} list @param {HTMLElement[]} items */
function replace(list, items) {
  const old = [...list.children];
  const same =
    old.length === items.length && old.every((item, at) => item === items[at] || item.isEqualNode(items[at]));
  if (!same) list.replaceChildren(...items);
}

/** @param {Step} step @param {Outcome} outcome @param {Facts} facts @returns {HTMLElement} */
function entryElement(step, outcome, facts) {
  const { rule } = outcome;
  const entry = step.entries.get(rule.id) ?? newEntry(step, rule);
  step.entries.set(rule.id, entry);
  const found = findings(outcome, facts);
  const places = found.map(({ text, row }) => ({ text, key: keyOf(rule, row < 0 ? null : facts[rule.hver ?? ""][row]) }));
  const reachable = places.map(({ key }) => document.getElementById(targetId(key)) !== null);
  const shown = JSON.stringify([places, reachable]);
  if (shown !== entry.shown) {
    const items = places
      .slice(0, MOST_PLACES)
      .map(({ text, key }, at) => make("li", {}, `${text} `, wayTo(step, rule, reachable[at] ? key : "")));
    const left = places.length - items.length;
    entry.slots.places.replaceChildren(...items, ...(left > 0 ? [make("li", {}, `Og ${left} til.`)] : []));
    entry.shown = shown;
  }
  showAside(step, rule, entry);
  return entry.element;
}

/** The key of the control that answers a finding. @param {Rule} rule @param {import("./check.mjs").Row | null} row */
function keyOf({ hver, felt = "" }, row) {
  const place = String(row?.place ?? "");
  if (!place) return felt;
  const noun = /^([a-z]+)-\d+$/.exec(place)?.[1] ?? "";
  const field = hver === "tekster" ? FIRST_FIELDS[noun] : felt;
  return !noun || !field || (noun === "part" && field === "navn") ? place : `${place}-${field}`;
}

/** @param {string} key @returns {string} the id of its control, as the builder's own links find it */
const targetId = (key) => (key.startsWith("§") ? `klausul-${key.slice(1)}-med` : controlId(key));

/** A link to the place, or to its step where the place has no control of its own. @param {Step} step @param {Rule} rule @param {string} key */
function wayTo({ builder }, rule, key) {
  const missing = rule.tilfoej && !builder.draft.klausuler.some(({ id }) => id === rule.tilfoej);
  if (missing) return addButton(builder, rule);
  const attributes = key ? { href: `#${targetId(key)}`, "data-key": key } : { href: `#trin-${rule.trin}` };
  return make("a", attributes, "Ret det", make("span", { className: "visually-hidden" }, `: ${rule.navn}`));
}

/** @param {Builder} builder @param {Rule} rule */
function addButton(builder, rule) {
  const clause = clauseType(builder.data, rule.tilfoej ?? "");
  const button = make("button", { type: "button", className: "builder__small" }, `Tag klausulen »${clause?.titel}« med`);
  button.addEventListener("click", () => {
    builder.change(addClause(builder.draft, builder.data, rule.tilfoej ?? ""));
    builder.find("#trin-tjek").focus();
    builder.say(`Klausulen »${clause?.titel}« er taget med.`);
  });
  return button;
}

/** @param {Step} step @param {Rule} rule @returns {Entry} */
function newEntry(step, rule) {
  const { builder, aside } = step;
  const { element, slots } = cloneTemplate(builder, "check-entry");
  element.dataset.alvor = rule.alvor;
  slots.name.textContent = rule.navn;
  slots.why.textContent = rule.hvorfor;
  slots.advice.textContent = rule.raad;
  const clause = clauseType(builder.data, rule.klausul);
  slots.clause.textContent = `Se modelteksterne til ${clause?.titel.toLocaleLowerCase("da")}`;
  slots.clause.href = builder.siteAddress(clause?.adresse ?? "aftaler/klausuler/");
  slots.sources.append(...rule.kilder.map((source) => sourceItem(builder, source)));
  slots.reason.id = `tjek-grund-${rule.id}`;
  slots.reason.maxLength = LONGEST_REASON;
  slots["reason-label"].htmlFor = slots.reason.id;
  slots["reason-error"].id = `${slots.reason.id}-fejl`;
  slots.reason.setAttribute("aria-describedby", slots["reason-error"].id);
  slots.reason.addEventListener("input", () => {
    const cpr = hasCpr(slots.reason.value);
    showProblem(slots.reason, slots["reason-error"], cpr ? CPR_PROBLEM : "");
    aside.set(rule.id, cpr ? "" : slots.reason.value);
  });
  slots.aside.addEventListener("click", () => (aside.has(rule.id) ? takeBack(step, rule) : putAside(step, rule, slots)));
  return { element, slots, shown: "" };
}

/** @param {Step} step @param {Rule} rule @param {Record<string, any>} slots */
function putAside({ builder, aside, draw }, rule, slots) {
  aside.set(rule.id, "");
  draw();
  builder.find('[data-check="aside"]').setAttribute("open", "");
  slots.reason.focus();
  builder.say(`»${rule.navn}« er lagt til side.`);
}

/** @param {Step} step @param {Rule} rule */
function takeBack({ builder, aside, draw }, rule) {
  aside.delete(rule.id);
  draw();
  builder.find("#trin-tjek").focus();
  builder.say(`»${rule.navn}« er taget frem igen.`);
}

/** @param {Step} step @param {Rule} rule @param {Entry} entry */
function showAside({ aside }, rule, { slots }) {
  const put = aside.has(rule.id);
  slots.form.hidden = !put;
  slots.aside.replaceChildren(
    put ? "Tag det frem igen" : "Det har vi taget stilling til",
    make("span", { className: "visually-hidden" }, `: ${rule.navn}`),
  );
}

/** @param {Builder} builder @param {Rule["kilder"][number]} source */
function sourceItem(builder, { slags, tekst, adresse }) {
  const words = adresse ? make("a", { href: builder.siteAddress(adresse) }, tekst) : tekst;
  return make("li", {}, `${slags}: `, words);
}

/** The findings as plain text, for a mail or an agenda. @param {Step} step @param {Outcome[]} outcomes @param {Facts} facts */
function asText(step, outcomes, facts) {
  const lines = (/** @type {string} */ group) =>
    outcomes
      .filter((outcome) => groupOf(step, outcome) === group)
      .flatMap((outcome) => {
        const reason = step.aside.get(outcome.rule.id)?.trim();
        return findings(outcome, facts).map(({ text }) => `- ${text}${reason ? ` (${reason})` : ""}`);
      });
  const parts = [
    ["Det bør rettes", lines("boer")],
    ["Det er værd at overveje", lines("overvej")],
    ["Det har vi taget stilling til", lines("aside")],
  ];
  return parts.flatMap(([title, items]) => (items.length ? [`${title}:`, ...items, ""] : [])).join("\n");
}
