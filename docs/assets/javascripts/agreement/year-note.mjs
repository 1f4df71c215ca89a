/** The year plan as a note: one table for each year, with what each date rests on. */

import { partsOf } from "./calendar-days.mjs";
import { BASES, KINDS, eventDate } from "./calendar-file.mjs";
import { heading, list, paragraph, table } from "./note-blocks.mjs";

/** @typedef {import("./note-blocks.mjs").Note} Note */

/**
 * @param {import("./year-plan.mjs").YearPlan} plan
 * @param {string} title the agreement's
 * @returns {Note}
 */
export function yearNote(plan, title) {
  const years = plan.years.flatMap((year) => [
    heading(String(year)),
    table(
      ["Hvornår", "Hvad", "Hvem", "Grundlag"],
      plan.events
        .filter(({ day }) => partsOf(day).year === year)
        .map((event) => [
          eventDate(event),
          event.kind === "aktivitet" ? `${KINDS.aktivitet}: ${event.text}` : event.text,
          event.who || "Ikke aftalt",
          `${event.why} (${BASES[event.basis]})`,
        ]),
    ),
  ]);
  const undated = plan.undated.map(({ text, who, when }) => [text, who, when].filter(Boolean).join(", "));
  return {
    title: `Årsplan: ${title}`,
    description: "Årsplan",
    file: "aarsplan",
    blocks: [
      paragraph(
        "Datoer, der er mærket forslag, er lagt af byggeren uden om weekender, helligdage, sommerferien og dagene ved jul og nytår.",
      ),
      ...years,
      ...(undated.length ? [heading("Uden dato"), list(undated)] : []),
    ],
  };
}
