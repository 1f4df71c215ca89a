/** Short notes made from the drafts on the desk: the status of the goals, the open points for a meeting, and what changed. */

import { CHANGE_NAMES } from "./compare.mjs";
import { KIND_NAMES, STATUS_NAMES } from "./draft-parts.mjs";
import { heading, paragraph, plain, table } from "./note-blocks.mjs";

/** @typedef {import("./note-blocks.mjs").Note} Note */
/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */

/** @param {string} title @param {NoteBlock[]} blocks @param {string} file @returns {Note} */
const note = (title, blocks, file) => ({ title, description: "Notat", file, blocks });

/**
 * What became of each goal.
 * @param {import("./draft.mjs").Draft} draft last period's
 * @param {import("./renew.mjs").GoalReview[]} goals in the draft's order
 * @param {{title: string, period: string}} about
 * @returns {Note}
 */
export function statusNote(draft, goals, { title, period }) {
  const count = (/** @type {string} */ status) => goals.filter((goal) => goal.status === status).length;
  const told = [
    [count("naaet"), "nået"],
    [count("delvist"), "delvist nået"],
    [count("ikke"), "ikke nået"],
    [count(""), "uden status"],
  ].filter(([number]) => number);
  const rows = draft.maal.map((goal, index) => [
    goal.tekst,
    [goal.maaltal, goal.start && `fra ${goal.start}`, goal.maal && `til ${goal.maal}`].filter(Boolean).join(", "),
    goal.frist,
    STATUS_NAMES[goals[index]?.status ?? ""] || "ikke oplyst",
    goals[index]?.line ?? "",
  ]);
  const parties = draft.parter.map(({ navn }) => navn.trim()).filter(Boolean);
  return note(
    `Status på mål: ${title}`,
    [
      ...(period ? [paragraph(`Aftalens periode: ${period}.`)] : []),
      ...(parties.length ? [paragraph(`Parter: ${parties.join(", ")}.`)] : []),
      paragraph(
        rows.length
          ? `${rows.length} mål i alt: ${told.map((pair) => pair.join(" ")).join(", ")}.`
          : "Aftalen har ingen mål skrevet ind.",
      ),
      ...(rows.length ? [table(["Mål", "Måles på", "Frist", "Status", "Bemærkning"], rows)] : []),
    ],
    "status-paa-maal",
  );
}

/**
 * What is left to decide, with each proposal, for a meeting to go through.
 * @param {string} title
 * @param {import("./merge.mjs").Point[]} points
 * @returns {Note}
 */
export function pointsNote(title, points) {
  const blocks = points.flatMap((point, index) => [
    heading(`${index + 1}. ${KIND_NAMES[point.kind]}: ${point.label}`),
    paragraph(`Udgangspunktet: ${point.base?.text || "findes ikke"}`),
    ...point.proposals.map(({ who, part }) => paragraph(`${who.join(" og ")} foreslår: ${part?.text ?? "skal udgå"}`)),
    ...(point.standing.length ? [paragraph(`${point.standing.join(" og ")} har ikke ændret det.`)] : []),
    paragraph("Beslutning: "),
  ]);
  const told = points.length ? blocks : [paragraph("Alle punkter er afgjort.")];
  return note(`Åbne punkter: ${title}`, told, "aabne-punkter");
}

/**
 * What changed from one draft to another.
 * @param {string} title
 * @param {{part: import("./compare.mjs").ComparedPart, words: import("./compare.mjs").Words[]}[]} changes
 * @returns {Note}
 */
export function changesNote(title, changes) {
  const blocks = changes.flatMap(({ part, words }) => [
    heading(`${KIND_NAMES[part.kind]}: ${part.label} (${CHANGE_NAMES[part.change].toLowerCase()})`),
    paragraph(words.map(({ text, state }) => ({ ...plain(text), state }))),
  ]);
  return note(title, changes.length ? blocks : [paragraph("De to kladder er ens.")], "forskelle");
}
