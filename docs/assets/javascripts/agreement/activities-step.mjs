/** What the parties do, who does it, and when. */

import { isWritten } from "./row-answers.mjs";
import { rowList } from "./row-list.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Activity} Activity */

/** @type {[key: "tekst" | "hvem" | "hvornaar", what: string][]} */
const PARTS = [
  ["tekst", "aktiviteten"],
  ["hvem", "hvem"],
  ["hvornaar", "hvornår"],
];

/** @param {Activity} activity @returns {string[]} what an activity still lacks */
export const activityLacks = (activity) => PARTS.filter(([key]) => !activity[key].trim()).map(([, what]) => what);

/** @param {Builder} builder */
export function activitiesStep(builder) {
  const { sync } = rowList(builder, {
    list: "aktiviteter",
    part: "activity",
    noun: "aktivitet",
    one: "aktivitet",
    place: ".builder__activities",
    add: '[data-do="add-activity"]',
    title: (activity) => activity.tekst.trim().split("\n")[0],
    lacks: activityLacks,
  });
  const state = () => {
    const rows = builder.draft.aktiviteter.filter(isWritten);
    return !rows.length ? "tom" : rows.every((row) => !activityLacks(row).length) ? "faerdig" : "igang";
  };
  return { sync, state };
}
