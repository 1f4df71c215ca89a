/** Short notes made from drafts: the status of the goals, the open points for a meeting, and what changed. As text and as Word. */

import { CHANGE_NAMES } from "./compare.mjs";
import { KIND_NAMES, STATUS_NAMES } from "./draft-parts.mjs";
import { wordFile } from "./word-look.mjs";

/** @typedef {{text: string, state?: "ens" | "slettet" | "ny"}} NoteRun */
/** @typedef {{kind: "heading", text: string} | {kind: "paragraph", runs: NoteRun[]} | {kind: "table", head: string[], rows: string[][]}} NoteBlock */
/** @typedef {{title: string, blocks: NoteBlock[]}} Note */

/** @param {string} text @returns {NoteBlock} */
const heading = (text) => ({ kind: "heading", text });
/** @param {string} text @returns {NoteBlock} */
const paragraph = (text) => ({ kind: "paragraph", runs: [{ text }] });

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
  return {
    title: `Status på mål: ${title}`,
    blocks: [
      ...(period ? [paragraph(`Aftalens periode: ${period}.`)] : []),
      ...(parties.length ? [paragraph(`Parter: ${parties.join(", ")}.`)] : []),
      paragraph(
        rows.length
          ? `${rows.length} mål i alt: ${told.map((pair) => pair.join(" ")).join(", ")}.`
          : "Aftalen har ingen mål skrevet ind.",
      ),
      ...(rows.length
        ? [
            /** @type {NoteBlock} */ ({
              kind: "table",
              head: ["Mål", "Måles på", "Frist", "Status", "Bemærkning"],
              rows,
            }),
          ]
        : []),
    ],
  };
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
  return { title: `Åbne punkter: ${title}`, blocks: points.length ? blocks : [paragraph("Alle punkter er afgjort.")] };
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
    /** @type {NoteBlock} */ ({ kind: "paragraph", runs: words }),
  ]);
  return { title, blocks: changes.length ? blocks : [paragraph("De to kladder er ens.")] };
}

/** What came and went is told by signs too, for those who read it without colours. @param {NoteRun} run */
const signed = ({ text, state }) => (state === "ny" ? `[+${text}+]` : state === "slettet" ? `[-${text}-]` : text);

/** @param {Note} note @returns {string} */
export function noteText({ title, blocks }) {
  const lines = blocks.map((block) => {
    if (block.kind === "heading") return block.text.toLocaleUpperCase("da");
    if (block.kind === "paragraph") return block.runs.map(signed).join("");
    return block.rows.map((row) => row.map((cell, at) => `${block.head[at]}: ${cell || "-"}`).join("\n")).join("\n\n");
  });
  return `${[title, ...lines].join("\n\n")}\n`;
}

/**
 * The note as a Word file; the same note gives the same bytes.
 * @param {Note} note
 * @returns {Promise<Blob>}
 */
export const noteWord = (note) =>
  wordFile({ title: note.title, description: "Notat", children: (docx) => noteChildren(docx, note) });

/** @param {any} docx @param {Note} note */
function noteChildren(docx, { title, blocks }) {
  const { HeadingLevel, Paragraph } = docx;
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...blocks.flatMap((block) => {
      if (block.kind === "heading") return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
      if (block.kind === "table") return [noteTable(docx, block), new Paragraph({})];
      return [new Paragraph({ children: block.runs.flatMap((run) => noteRuns(docx, run)) })];
    }),
  ];
}

/** @param {any} docx @param {NoteRun} run */
const noteRuns = ({ TextRun }, { text, state }) =>
  text.split("\n").map((line, index) => {
    const look = state === "ny" ? { bold: true, underline: {} } : state === "slettet" ? { strike: true } : {};
    return new TextRun({ text: line, break: index ? 1 : undefined, ...look });
  });

/** @param {any} docx @param {{head: string[], rows: string[][]}} block */
function noteTable(docx, { head, rows }) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const row = (/** @type {string[]} */ cells, /** @type {boolean} */ first) =>
    new TableRow({
      tableHeader: first,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: first || undefined })] })] }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
