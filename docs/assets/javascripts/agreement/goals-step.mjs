/** The agreement's name, purpose and goals; lessons that were chosen can become goals. */

import { answerLines } from "./answers.mjs";
import { make } from "./dom.mjs";
import { addRow, answer } from "./draft.mjs";
import { fieldGroups } from "./field-groups.mjs";
import { originNode, originOf } from "./origins.mjs";
import { isWritten } from "./row-answers.mjs";
import { rowList } from "./row-list.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Goal} Goal */

/** @type {[key: "tekst" | "maaltal" | "start" | "maal" | "frist" | "ansvarlig", what: string][]} */
const PARTS = [
  ["tekst", "målet"],
  ["maaltal", "det, I tæller"],
  ["start", "udgangspunkt"],
  ["maal", "hvad I vil nå"],
  ["frist", "frist"],
  ["ansvarlig", "ansvarlig"],
];

/** @param {Goal} goal @returns {string[]} what a goal still lacks */
export const goalLacks = (goal) => PARTS.filter(([key]) => !goal[key].trim()).map(([, what]) => what);

/** @param {Builder} builder */
export function goalsStep(builder) {
  const purpose = fieldGroups(builder, builder.find(".builder__purpose"), "maal");
  const goals = rowList(builder, {
    list: "maal",
    part: "goal",
    noun: "maal",
    one: "mål",
    place: ".builder__goals",
    add: '[data-do="add-goal"]',
    title: (goal) => goal.tekst.trim().split("\n")[0],
    lacks: goalLacks,
  });
  const asText = builder.find(".builder__text-goals");
  builder.find('[data-do="split-goals"]').addEventListener("click", () => {
    const lines = answerLines(builder.draft.svar.maal ?? "");
    const draft = lines.reduce((so, tekst) => addRow(so, "maal", { tekst, fra: "egen" }), builder.draft);
    builder.change(answer(draft, "maal", ""));
    goals.open(draft.maal.length - lines.length);
  });
  const lessons = lessonsLeft(builder, goals);
  const sync = () => {
    purpose.sync();
    goals.sync();
    lessons.sync();
    asText.hidden = !builder.draft.svar.maal?.trim() || builder.draft.maal.some(isWritten);
  };
  const state = () => {
    const rows = builder.draft.maal.filter(isWritten);
    const { asked, answered } = purpose.counts();
    const withGoals = rows.length > 0 || Boolean(builder.draft.svar.maal?.trim());
    if (!rows.length && !answered && !withGoals) return "tom";
    return answered === asked && withGoals && rows.every((goal) => !goalLacks(goal).length) ? "faerdig" : "igang";
  };
  return { sync, state };
}

/** The chosen lessons that are not goals yet, each with a way to become one. @param {Builder} builder @param {{open: (index: number) => void}} goals */
function lessonsLeft(builder, goals) {
  const box = builder.find(".builder__lessons-left");
  let shown = "";
  const sync = () => {
    const used = new Set(builder.draft.maal.map((goal) => goal.fra));
    const left = builder.draft.grundlag.laering.filter((id) => !used.has(`laering:${id}`));
    const wanted = left.join(" ");
    box.hidden = !left.length;
    if (wanted === shown) return;
    shown = wanted;
    /** @type {HTMLElement} */ (box.querySelector("summary")).textContent =
      left.length === 1 ? "1 læringspunkt mere, du har valgt" : `${left.length} læringspunkter mere, du har valgt`;
    box.querySelector("ul")?.replaceChildren(...left.flatMap((id) => lessonItem(id)));
  };
  const lessonItem = (/** @type {string} */ id) => {
    const origin = originOf(builder.data, `laering:${id}`);
    if (!origin) return [];
    const button = make("button", { type: "button", className: "builder__small" }, "Gør til et mål");
    button.append(make("span", { className: "visually-hidden" }, ` ${origin.lesson}`));
    button.addEventListener("click", () => {
      builder.change(addRow(builder.draft, "maal", { tekst: origin.lesson, fra: `laering:${id}` }));
      goals.open(builder.draft.maal.length - 1);
    });
    return [make("li", {}, `${origin.lesson} (`, originNode(builder, origin), ") ", button)];
  };
  return { sync };
}
