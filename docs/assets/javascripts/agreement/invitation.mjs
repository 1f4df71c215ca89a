/** The invitation to a first meeting: its agenda is made of the body's tasks, the goals that lack something, and the open points. */

import { answerLines } from "./answers.mjs";
import { eventDate } from "./calendar-file.mjs";
import { formatDate } from "./dates.mjs";
import { gap, given, heading, joined, list, oneLine, paragraph, say, table } from "./note-blocks.mjs";
import { noteFacts, partyNames } from "./note-facts.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./note-blocks.mjs").Note} Note */
/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */
/** @typedef {import("./note-facts.mjs").NoteFacts} NoteFacts */
/** @typedef {import("./year-plan.mjs").YearPlan} YearPlan */
/** @typedef {{title: string, kind: "Orientering" | "Drøftelse" | "Beslutning", blocks: NoteBlock[]}} Point */

const MOST_LISTED = 12;
const FIRST_MEETINGS = 4;

/**
 * @param {Draft} draft
 * @param {import("./draft.mjs").BuilderData} data
 * @param {YearPlan} plan
 * @param {import("./text.mjs").AgreementDocument} agreement
 * @param {number} [bodyIndex] which body meets, by its place in the draft; -1 for all parties
 * @returns {Note}
 */
export function invitation(draft, data, plan, agreement, bodyIndex = -1) {
  const facts = noteFacts(draft, data);
  const body = draft.organer[bodyIndex] ?? null;
  const name = oneLine(body?.navn ?? "") || "Parterne";
  const points = [
    welcome(facts),
    tasks(body, facts),
    goals(draft, facts),
    ...activities(draft),
    ...openPoints(agreement),
    meetingPlan(plan, name),
    nextSteps(),
  ];
  return {
    title: `Indkaldelse til første møde: ${name}`,
    description: "Indkaldelse med dagsorden",
    file: "indkaldelse",
    blocks: [
      practical(body, facts, plan, name),
      paragraph(
        say`Du indkaldes til det første møde om aftalen »${facts.title}«. Mødet skal få samarbejdet godt i gang.`,
      ),
      ...points.flatMap(({ title, kind, blocks }, at) => [
        heading(`${at + 1}. ${title} (${kind.toLowerCase()})`),
        ...blocks,
      ]),
      heading("Bilag"),
      list(["Aftalen eller udkastet til den", "Årshjul med forslag til møder og frister"]),
    ],
  };
}

/** @param {Draft["organer"][number] | null} body @param {NoteFacts} facts @param {YearPlan} plan @param {string} name @returns {NoteBlock} */
function practical(body, facts, plan, name) {
  const first = ownMeetings(plan, name)[0];
  const members = (body?.medlemmer ?? []).map((member) =>
    [member.rolle, member.organisation].filter(Boolean).join(", "),
  );
  const invited = members.filter(Boolean);
  const caller = body?.indkalder || facts.text("tovholder");
  const proposed = first && first.basis === "foreslaaet" ? " (forslag)" : "";
  return table(
    ["Om mødet", "Oplysning"],
    [
      ["Dato", first ? `${eventDate(first)}${proposed}` : gap("dato")],
      ["Klokken", gap("fra og til")],
      ["Sted", gap("sted")],
      ["Indkaldt", invited.length ? invited.join("; ") : partyNames(facts)],
      ["Indkalder", given(caller, "den, der indkalder")],
      ["Svar senest", gap("dato")],
    ],
  );
}

/** @param {YearPlan} plan @param {string} name */
const ownMeetings = (plan, name) =>
  plan.events.filter(({ kind, text }) => kind === "moede" && text === `Møde: ${name}`);

/** @param {NoteFacts} facts @returns {Point} */
function welcome(facts) {
  const roles = facts.parties.filter(({ role }) => role).map(({ name, role }) => say`${name}: ${role}`);
  return {
    title: "Velkomst, og hvem der er med",
    kind: "Orientering",
    blocks: [
      paragraph(say`Formålet med aftalen er, at ${facts.answer("formaal", "formålet med aftalen")}.`),
      ...(roles.length
        ? [paragraph("Det bidrager parterne med:"), list(roles)]
        : [paragraph("Hver part fortæller, hvad den kan bidrage med.")]),
    ],
  };
}

/** @param {Draft["organer"][number] | null} body @param {NoteFacts} facts @returns {Point} */
function tasks(body, facts) {
  const lines = answerLines(body?.opgaver ?? "");
  const lead = say`${facts.answer("tovholder", "Den part, der er tovholder,")} er tovholder. Aftal kontaktpersoner og stedfortrædere.`;
  return {
    title: body ? "Gruppens opgaver" : "Hvem der gør hvad",
    kind: "Beslutning",
    blocks: [
      ...(lines.length ? [paragraph("Opgaverne er:"), list(lines)] : []),
      ...(body && !lines.length ? [paragraph(gap("gruppens opgaver"))] : []),
      paragraph(lead),
    ],
  };
}

/** @param {Draft} draft @param {NoteFacts} facts @returns {Point} */
function goals(draft, facts) {
  const common = facts.text("maalfrist");
  const rows = draft.maal.filter((goal) => goal.tekst.trim());
  const lacking = rows.flatMap((goal) => {
    const missing = [
      ...(goal.maaltal.trim() ? [] : ["noget at tælle"]),
      ...(goal.start.trim() ? [] : ["et udgangspunkt"]),
      ...(goal.maal.trim() ? [] : ["et tal at nå"]),
      ...(goal.frist.trim() || common ? [] : ["en frist"]),
      ...(goal.ansvarlig.trim() ? [] : ["en ansvarlig"]),
    ];
    return missing.length ? [say`»${oneLine(goal.tekst)}« mangler ${joined(missing)}.`] : [];
  });
  const written = facts.lines("maal");
  const title = "Målene";
  if (lacking.length)
    return { title, kind: "Beslutning", blocks: [paragraph("Disse mål kan endnu ikke følges:"), list(lacking)] };
  if (rows.length)
    return { title, kind: "Drøftelse", blocks: [paragraph("Målene er på plads. Aftal, hvordan tallene samles ind.")] };
  if (written.length)
    return {
      title,
      kind: "Beslutning",
      blocks: [paragraph("Aftal for hvert mål, hvad der tælles, og hvem der følger det:"), list(written)],
    };
  return {
    title,
    kind: "Beslutning",
    blocks: [paragraph("Aftal mindst ét mål med et tal, en frist og en ansvarlig part.")],
  };
}

/** @param {Draft} draft @returns {Point[]} */
function activities(draft) {
  const rows = draft.aktiviteter.filter((item) => item.tekst.trim());
  if (!rows.length) return [];
  const items = rows
    .slice(0, MOST_LISTED)
    .map(
      (item) =>
        say`${oneLine(item.tekst)} (${given(item.hvem, "hvem")}, ${given(formatDate(item.hvornaar), "hvornår")})`,
    );
  return [
    {
      title: "De første aktiviteter",
      kind: "Beslutning",
      blocks: [paragraph("Hvem gør hvad, og hvornår?"), list(items)],
    },
  ];
}

/** @param {import("./text.mjs").AgreementDocument} agreement @returns {Point[]} */
function openPoints(agreement) {
  // What goals and activities lack has its own points above.
  const missing = agreement.missing.filter(({ key }) => !/^(maal|aktivitet)-/.test(key));
  if (!missing.length) return [];
  const items = missing.slice(0, MOST_LISTED).map(({ label, where }) => `${label} (${where})`);
  const more = missing.length - items.length;
  return [
    {
      title: "Åbne punkter i aftalen",
      kind: "Beslutning",
      blocks: [
        paragraph("Aftalen mangler endnu:"),
        list(items),
        ...(more > 0 ? [paragraph(`Og ${more} mere, som står i udkastet.`)] : []),
      ],
    },
  ];
}

/** @param {YearPlan} plan @param {string} name @returns {Point} */
function meetingPlan(plan, name) {
  const next = ownMeetings(plan, name)
    .slice(1, 1 + FIRST_MEETINGS)
    .map(eventDate);
  return {
    title: "De næste møder",
    kind: "Beslutning",
    blocks: next.length
      ? [paragraph("Forslag til datoer:"), list(next)]
      : [paragraph(gap("forslag til de næste møder"))],
  };
}

/** @returns {Point} */
const nextSteps = () => ({
  title: "Næste skridt og eventuelt",
  kind: "Drøftelse",
  blocks: [paragraph("Hvem gør hvad inden næste møde?")],
});
