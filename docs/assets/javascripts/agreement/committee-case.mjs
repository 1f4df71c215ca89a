/** A draft of the case for a political committee, written from the answers: what is known is said, what is missing is marked. */

import { answerLines } from "./answers.mjs";
import { eventDate } from "./calendar-file.mjs";
import { formatDate } from "./dates.mjs";
import {
  gap,
  genitive,
  given,
  heading,
  joined,
  list,
  oneLine,
  paragraph,
  say,
  table,
} from "./note-blocks.mjs";
import { noteFacts, partyNames } from "./note-facts.mjs";
import { economy, law, personalData, telling } from "./committee-clauses.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./note-blocks.mjs").Note} Note */
/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */
/** @typedef {import("./note-facts.mjs").NoteFacts} NoteFacts */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./year-plan.mjs").YearPlan} YearPlan */

const COMMITTEE = "det udvalg, der skal behandle sagen";
const MOST_DATES = 12;

/**
 * @param {Draft} draft
 * @param {import("./draft.mjs").BuilderData} data
 * @param {YearPlan} plan
 * @param {string} [municipality] whose committee it is for; "" for one text that all municipalities use
 * @returns {Note}
 */
export function committeeCase(draft, data, plan, municipality = "") {
  const facts = noteFacts(draft, data);
  const whose = facts.municipalities.length === 1 ? facts.municipalities[0] : municipality;
  const blocks = [
    paragraph(
      "Udkast. Teksten er skrevet ud fra svarene i kladden. Det i kantede parenteser skal I selv skrive eller bekræfte.",
    ),
    head(facts, whose),
    heading("Resumé"),
    ...summary(facts, whose),
    heading("Baggrund"),
    ...background(draft, data, facts),
    heading("Parter"),
    table(
      ["Part", "Opgave", "Underskriver"],
      facts.parties.map(({ name, role, signer }) => [
        name,
        given(role, "partens opgave"),
        given(signer, "hvem der underskriver"),
      ]),
    ),
    heading("Formål og mål"),
    ...purpose(draft, facts),
    heading("Organisering"),
    ...organisation(draft, facts),
    heading("Økonomi"),
    ...economy(facts, whose),
    ...law(facts, whose),
    ...personalData(facts),
    heading("Kommunikation"),
    ...telling(facts),
    heading("Tidsplan"),
    ...timetable(plan),
    heading("Indstilling"),
    ...recommendation(draft, facts, whose),
    heading("Bilag"),
    list(["Udkast til aftalen", ...facts.lines("bilagsliste"), "Årshjul for samarbejdet"], true),
  ];
  const title = `Sagsfremstilling: ${facts.title}`;
  return { title, description: "Sagsfremstilling", file: "sagsfremstilling", blocks };
}

/** @param {NoteFacts} facts @param {string} whose @returns {NoteBlock} */
function head(facts, whose) {
  const several = facts.municipalities.length > 1 && !whose;
  const municipality = several ? joined(facts.municipalities) : given(whose, "kommunens navn");
  return table(
    ["Om sagen", "Oplysning"],
    [
      [several ? "Kommuner" : "Kommune", municipality],
      ["Udvalg", facts.answer("udvalg", COMMITTEE)],
      ["Mødedato", gap("dato")],
      ["Sagsnummer", gap("nummer")],
    ],
  );
}

/** @param {NoteFacts} facts @param {string} whose @returns {NoteBlock[]} */
function summary(facts, whose) {
  const aim = say` Formålet er, at ${facts.answer("formaal", "formålet med aftalen")}.`;
  const several = facts.municipalities.length > 1 && !whose;
  const parties = several
    ? say`${partyNames(facts)} vil indgå aftalen »${facts.title}«.`
    : say`${given(whose, "kommunens navn")} kan indgå aftalen »${facts.title}« med ${partyNames(facts, whose)}.`;
  const shared =
    "Sagen forelægges i hver kommune. Teksten er den samme; det, der kun gælder den ene kommune, skrives til.";
  return [
    paragraph(parties, aim, " ", term(facts)),
    ...(several ? [paragraph(shared)] : []),
    paragraph(
      facts.clause("politisk-godkendelse")?.variant === "orientering"
        ? "Sagen er en orientering."
        : "Sagen lægger op til, at der tages stilling til aftalen.",
    ),
  ];
}

/** @param {NoteFacts} facts @returns {Run[]} how long the agreement lasts */
function term(facts) {
  const variant = facts.clause("loebetid")?.variant ?? "";
  if (variant === "fra-sidste-underskrift") return say`Aftalen gælder fra sidste underskrift og indtil opsigelse.`;
  const start = facts.date("startdato", "startdato");
  if (variant === "indtil-opsigelse") return say`Aftalen gælder fra den ${start} og indtil opsigelse.`;
  return say`Aftalen gælder fra den ${start} til og med den ${facts.date("slutdato", "slutdato")}.`;
}

/** @param {Draft} draft @param {import("./draft.mjs").BuilderData} data @param {NoteFacts} facts @returns {NoteBlock[]} */
function background(draft, data, facts) {
  const own = facts.lines("baggrund").map((line) => paragraph(line));
  const former = facts.text("tidligere_aftale");
  const cases = draft.grundlag.cases.flatMap((id) => data.cases.find((item) => item.id === id)?.titel ?? []);
  return [
    ...(own.length ? own : [paragraph(gap("den udfordring eller anledning, der fører til aftalen"))]),
    ...(former ? [paragraph(say`Aftalen afløser »${oneLine(former)}«.`)] : []),
    ...(cases.length ? [paragraph("Aftalen er lavet med erfaringer fra disse cases:"), list(cases)] : []),
  ];
}

/** @param {Draft} draft @param {NoteFacts} facts @returns {NoteBlock[]} */
function purpose(draft, facts) {
  const group = facts.text("maalgruppe");
  const parts = facts.lines("delformaal");
  return [
    paragraph(say`Formålet er, at ${facts.answer("formaal", "formålet med aftalen")}.`),
    ...(group ? [paragraph(say`Samarbejdet skal gavne ${oneLine(group).replace(/\.$/, "")}.`)] : []),
    ...(parts.length ? [paragraph("Det sker ved at:"), list(parts)] : []),
    ...goals(draft, facts),
  ];
}

/** @param {Draft} draft @param {NoteFacts} facts @returns {NoteBlock[]} */
function goals(draft, facts) {
  const rows = draft.maal.filter((goal) => goal.tekst.trim());
  const lines = facts.lines("maal");
  if (!rows.length && lines.length) return [paragraph("Målene er:"), list(lines)];
  if (!rows.length && facts.clause("maal")?.variant === "maal-i-bilag")
    return [paragraph("Målene står i et bilag til aftalen og fornys undervejs: ", gap("de første mål"))];
  if (!rows.length) return [paragraph(gap("målene med tal, frist og ansvarlig"))];
  const common = facts.text("maalfrist");
  return [
    table(
      ["Mål", "Tælles på", "Fra", "Til", "Frist", "Ansvarlig"],
      rows.map((goal) => [
        oneLine(goal.tekst),
        given(goal.maaltal, "hvad der tælles"),
        given(goal.start, "udgangspunkt"),
        given(goal.maal, "mål"),
        given(formatDate(goal.frist || common), "frist"),
        given(goal.ansvarlig, "part"),
      ]),
    ),
  ];
}

/** @param {Draft} draft @param {NoteFacts} facts @returns {NoteBlock[]} */
function organisation(draft, facts) {
  const bodies = draft.organer.filter((body) => body.navn.trim());
  const secretariat = facts.text("tovholder");
  const members = (/** @type {Draft["organer"][number]} */ body) =>
    body.medlemmer.map(({ rolle, organisation }) => [rolle, organisation].filter(Boolean).join(", ")).join("; ");
  const rows = bodies.map((body) => [
    oneLine(body.navn),
    given(members(body), "medlemmer"),
    given(body.moeder_pr_aar, "antal"),
    given(answerLines(body.opgaver).join("; "), "opgaver"),
  ]);
  const lead =
    facts.clause("sekretariat") || secretariat
      ? [paragraph(say`${facts.answer("tovholder", "Den part, der er tovholder,")} er tovholder.`)]
      : [];
  if (rows.length) return [table(["Organ", "Medlemmer", "Møder om året", "Opgaver"], rows), ...lead];
  return lead.length ? lead : [paragraph(gap("hvem der leder samarbejdet, og hvor ofte parterne mødes"))];
}

/** @param {YearPlan} plan @returns {NoteBlock[]} each thing the first time it happens */
function timetable(plan) {
  const seen = new Set();
  const once = plan.events.filter(({ text, kind }) => (kind === "maal" || seen.has(text) ? false : seen.add(text)));
  if (!once.length) return [paragraph(gap("start, første møde, status og udløb"))];
  const rows = once
    .slice(0, MOST_DATES)
    .map((event) => [
      eventDate(event),
      event.basis === "foreslaaet" ? `${event.text} (første gang, forslag)` : event.text,
    ]);
  return [table(["Hvornår", "Hvad"], rows)];
}

/** @param {Draft} draft @param {NoteFacts} facts @param {string} whose @returns {NoteBlock[]} */
function recommendation(draft, facts, whose) {
  const approval = facts.clause("politisk-godkendelse");
  const committee = facts.answer("udvalg", COMMITTEE);
  const signer = draft.parter.find((party) => party.navn.trim() === whose)?.underskriver ?? "";
  const council = ["forbehold-for-godkendelse", "godkendelse-hos-flere-parter"].includes(approval?.variant ?? "");
  const main = council
    ? "anbefaler kommunalbestyrelsen at godkende aftalen"
    : approval?.variant === "orientering"
      ? "tager orienteringen om aftalen til efterretning"
      : "godkender aftalen";
  const month = oneLine(facts.text("statusmaaned"));
  const items = [
    main,
    ...(approval?.variant === "godkendelse-af-maal" ? ["godkender målene for den første periode"] : []),
    ...(approval?.variant === "orientering"
      ? []
      : [say`giver ${given(signer, "den, der underskriver,")} bemyndigelse til at underskrive aftalen`]),
    say`får en skriftlig status på målene hvert år i ${given(month, "måned")}`,
  ];
  return [
    paragraph(say`${whose ? `${genitive(whose)} forvaltning` : "Forvaltningen"} indstiller, at ${committee}:`),
    list(items, true),
    ...(approval && !approval.own ? [] : [paragraph(gap("Afklar, hvem i kommunen der må godkende aftalen"))]),
  ];
}
