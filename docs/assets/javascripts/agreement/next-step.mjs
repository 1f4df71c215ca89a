/** The step "Det videre arbejde": the year wheel, the calendar file, the committee's case and the first invitation. */

import { calendarPart } from "./next-calendar.mjs";
import { notesPart } from "./next-notes.mjs";
import { yearPlan } from "./year-plan.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./year-plan.mjs").YearPlan} YearPlan */
/** @typedef {{plan: YearPlan, title: string}} Scene what both halves of the step are drawn from */

/**
 * @param {Builder} builder
 * @returns {{sync: () => void, enter: () => void}}
 */
export function nextStep(builder) {
  const step = builder.find(".builder-next");
  const meeting = /** @type {HTMLInputElement} */ (builder.find("#next-meeting"));
  const scene = () => ({
    plan: yearPlan(builder.draft, builder.data, meeting.value),
    title: builder.agreement.title.open ? "Partnerskabsaftale" : builder.agreement.title.text,
  });
  const parts = [calendarPart(builder, scene), notesPart(builder, scene)];
  const draw = () => {
    for (const part of parts) part.sync();
  };
  meeting.addEventListener("input", draw);
  // The step is large and the draft changes with every key, so it is drawn only while it is shown.
  return { sync: () => step.hidden || draw(), enter: draw };
}
