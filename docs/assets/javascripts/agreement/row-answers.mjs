/** What the rows of a draft (parties, goals, activities, bodies) put in the agreement: tables, lists and single answers. */

import { formatDate, parseDate } from "./dates.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft-rows.mjs").Body} Body */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */

/** @param {string} text @param {string} [key] @param {boolean} [bold] @returns {Run} */
const run = (text, key = "", bold = false) => ({ text, bold, key, open: false, ref: "" });

/** @param {number} index @returns {string} the key of a party's name among the fields */
export const partyKey = (index) => `part-${index + 1}`;

/** A cell or line of a row: what was written, or an open place that leads to its control. @param {string} text @param {string} label @param {string} key @returns {Run[]} */
const cell = (text, label, key) => [
  text.trim() ? run(lines(text).join(" "), key) : { ...run(`[${label}]`, key), open: true },
];

/** @param {string} text @returns {string[]} */
const lines = (text) =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/^[-*•–]\s+/, ""))
    .filter(Boolean);

/** @param {object} row @returns {boolean} whether anything stands in it */
export const isWritten = (row) =>
  Object.entries(row).some(([key, value]) =>
    Array.isArray(value) ? value.some(isWritten) : !["fra", "status"].includes(key) && value.trim() !== "",
  );

/** @template T @param {T[]} rows @returns {{row: T, number: number}[]} those that hold anything, with their place among all */
const written = (rows) =>
  rows.map((row, index) => ({ row, number: index + 1 })).filter(({ row }) => isWritten(/** @type {object} */ (row)));

/** @type {[key: "tekst" | "maaltal" | "start" | "maal" | "frist" | "ansvarlig", label: string][]} */
const GOAL_COLUMNS = [
  ["tekst", "Mål"],
  ["maaltal", "Det tæller vi"],
  ["start", "Udgangspunkt"],
  ["maal", "Vi vil nå"],
  ["frist", "Frist"],
  ["ansvarlig", "Ansvarlig"],
];
/** @type {[key: "tekst" | "hvem" | "hvornaar", label: string][]} */
const ACTIVITY_COLUMNS = [
  ["tekst", "Aktivitet"],
  ["hvem", "Hvem"],
  ["hvornaar", "Hvornår"],
];

/** @param {Draft} draft @returns {Block[]} */
const goalBlocks = (draft) => table("maal", GOAL_COLUMNS, written(draft.maal));
/** @param {Draft} draft @returns {Block[]} */
const activityBlocks = (draft) => table("aktivitet", ACTIVITY_COLUMNS, written(draft.aktiviteter));

/** @param {string} noun @param {[string, string][]} columns @param {{row: any, number: number}[]} rows @returns {Block[]} */
const table = (noun, columns, rows) => [
  {
    kind: "table",
    head: columns.map(([, label]) => label),
    rows: rows.map(({ row, number }) =>
      columns.map(([key, label]) =>
        cell(
          key === "frist" || key === "hvornaar" ? formatDate(row[key]) : row[key],
          label,
          `${noun}-${number}-${key}`,
        ),
      ),
    ),
  },
];

/** @param {Draft} draft @returns {Block[]} */
const seatBlocks = (draft) => bodyBlocks(written(draft.organer)[0], { named: false });
/** @param {Draft} draft @returns {Block[]} */
const groupBlocks = (draft) =>
  written(draft.organer)
    .slice(1)
    .flatMap((body) => bodyBlocks(body, { named: true }));
/** @param {Draft} draft @returns {Block[]} */
const allBodyBlocks = (draft) => written(draft.organer).flatMap((body) => bodyBlocks(body, { named: true }));

/** @param {{row: Body, number: number}} body @param {{named: boolean}} look @returns {Block[]} its members, meetings and tasks */
function bodyBlocks({ row, number }, { named }) {
  const key = (/** @type {string} */ part) => `organ-${number}-${part}`;
  const members = row.medlemmer.filter(isWritten).map(({ rolle, organisation }) =>
    [organisation, rolle]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(", "),
  );
  const items = members.length
    ? members.map((member) => [run(member, key("medlemmer"))])
    : [cell("", "Medlemmer", key("medlemmer"))];
  const tasks = lines(row.opgaver);
  return [
    ...(named ? [paragraph({ ...cell(row.navn, "Organets navn", key("navn"))[0], bold: true })] : []),
    { kind: "list", ordered: false, items },
    paragraph(
      run(`${named ? "Gruppen" : row.navn.trim() || "Styregruppen"} holder mindst `),
      ...cell(row.moeder_pr_aar, "Møder om året", key("moeder_pr_aar")),
      run(row.moeder_pr_aar.trim() === "1" ? " møde om året. " : " møder om året. "),
      ...cell(row.indkalder, "Hvem indkalder", key("indkalder")),
      run(" indkalder."),
    ),
    ...(tasks.length
      ? [
          paragraph(run(`${named ? "Gruppen" : row.navn.trim() || "Styregruppen"} har disse opgaver:`)),
          /** @type {Block} */ ({
            kind: "list",
            ordered: false,
            items: tasks.map((task) => [run(task, key("opgaver"))]),
          }),
        ]
      : []),
  ];
}

/** @param {...Run} runs @returns {Block} */
const paragraph = (...runs) => ({ kind: "paragraph", runs });

/** @param {Draft} draft @returns {Block[]} */
const dutyBlocks = (draft) => [
  {
    kind: "list",
    ordered: false,
    items: draft.parter.flatMap((party, index) =>
      party.rolle.trim()
        ? [
            [
              ...cell(party.navn, `Part ${index + 1}`, partyKey(index)),
              run(`: ${lines(party.rolle).join("; ")}`, `part-${index + 1}-rolle`),
            ],
          ]
        : [],
    ),
  },
];

/** Fields whose place in the text the rows take over as blocks: key -> step, whether there are rows, and the blocks. */
/** @type {Record<string, {step: string, has: (draft: Draft) => boolean, blocks: (draft: Draft) => Block[]}>} */
const BLOCKS = {
  maal: { step: "maal", has: (draft) => draft.maal.some(isWritten), blocks: goalBlocks },
  aktiviteter: { step: "aktiviteter", has: (draft) => draft.aktiviteter.some(isWritten), blocks: activityBlocks },
  organer: { step: "organer", has: (draft) => draft.organer.some(isWritten), blocks: allBodyBlocks },
  styregruppens_pladser: { step: "organer", has: (draft) => draft.organer.some(isWritten), blocks: seatBlocks },
  arbejdsgrupper: { step: "organer", has: (draft) => draft.organer.filter(isWritten).length > 1, blocks: groupBlocks },
  ansvarsfordeling: {
    step: "parter",
    has: (draft) => draft.parter.some((party) => party.rolle.trim()),
    blocks: dutyBlocks,
  },
};

/** Single answers that the rows give when nothing is typed: key -> step and answer. */
/** @type {Record<string, {step: string, answer: (draft: Draft) => string}>} */
const ANSWERS = {
  maalfrist: { step: "maal", answer: (draft) => latest(draft.maal.filter(isWritten).map((goal) => goal.frist)) },
  moeder_pr_aar: { step: "organer", answer: (draft) => draft.organer.find(isWritten)?.moeder_pr_aar.trim() ?? "" },
  arbejdsgruppemoeder_pr_aar: {
    step: "organer",
    answer: (draft) =>
      fewest(
        draft.organer
          .filter(isWritten)
          .slice(1)
          .map((body) => body.moeder_pr_aar),
      ),
  },
};

/** @param {string[]} texts @returns {string} the latest day, when all are days */
function latest(texts) {
  const days = texts.map((text) => ({ text, day: parseDate(text) }));
  if (!days.length || days.some(({ day }) => !day)) return "";
  const order = ({ day }) => day.year * 10_000 + day.month * 100 + day.day;
  return days.sort((one, other) => order(other) - order(one))[0].text;
}

/** @param {string[]} texts @returns {string} the smallest number, when all are whole numbers */
const fewest = (texts) =>
  texts.length && texts.every((text) => /^\d+$/.test(text.trim())) ? String(Math.min(...texts.map(Number))) : "";

/** @param {Draft} draft @param {string} key @returns {Block[] | null} what the rows put in a field's place, if they do */
export function rowBlocks(draft, key) {
  const source = Object.hasOwn(BLOCKS, key) ? BLOCKS[key] : null;
  return source?.has(draft) ? source.blocks(draft) : null;
}

/** @param {Draft} draft @param {string} key @returns {string} the answer that the rows give, or nothing */
export const givenAnswer = (draft, key) => (Object.hasOwn(ANSWERS, key) ? ANSWERS[key].answer(draft) : "");

/** @param {Draft} draft @param {string} key @returns {string} the step whose rows answer a field, or nothing */
export function givenStep(draft, key) {
  if (rowBlocks(draft, key)) return BLOCKS[key].step;
  return !draft.svar[key]?.trim() && givenAnswer(draft, key) ? ANSWERS[key].step : "";
}

/** @param {string} key @returns {string} the step where a field is best answered in rows, or nothing */
export const rowStep = (key) => (Object.hasOwn(BLOCKS, key) ? BLOCKS[key].step : "");

/** @type {{key: string, title: string, places: string[]}[]} */
const ANNEXES = [
  { key: "maal", title: "Mål", places: ["maal"] },
  { key: "aktiviteter", title: "Aktiviteter", places: ["aktiviteter"] },
  { key: "organer", title: "Organer", places: ["organer", "styregruppens_pladser"] },
];

/**
 * Rows that no clause has a place for come as annexes, so that nothing written is lost.
 * @param {Draft} draft
 * @param {Set<string>} placed the fields that the agreement's texts have
 * @returns {{id: string, title: string, blocks: Block[]}[]}
 */
export function annexes(draft, placed) {
  const wanted = ANNEXES.filter(
    ({ key, places }) => BLOCKS[key].has(draft) && !places.some((place) => placed.has(place)),
  );
  return wanted.map(({ key, title }, index) => ({
    id: `bilag-${key}`,
    title: `Bilag ${index + 1}: ${title}`,
    blocks: BLOCKS[key].blocks(draft),
  }));
}
