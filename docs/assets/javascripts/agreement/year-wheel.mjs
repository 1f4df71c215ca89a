/** A year of an agreement as a wheel: twelve months, and a numbered mark for each thing that happens, shaped by its kind. */

import { partsOf } from "./calendar-days.mjs";
import { MONTHS } from "./dates.mjs";

/** @typedef {import("./plan-event.mjs").PlanEvent} PlanEvent */

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 440;
const MIDDLE = SIZE / 2;
const RIM = { outer: 214, inner: 178, text: 196 };
const HUB = 62;
/**
 * Where a month's marks stand, by how many there are: how far from the middle, and degrees from the month's own middle.
 * @type {[number, number][][]}
 */
const PLACES = [
  [],
  [[142, 0]],
  [[146, -6.5], [146, 6.5]],
  [[158, -8.5], [158, 8.5], [126, 0]],
  [[160, -9.5], [160, 0], [160, 9.5], [126, 0]],
  [[160, -9.5], [160, 0], [160, 9.5], [128, -7.5], [128, 7.5]],
  [[160, -9.5], [160, 0], [160, 9.5], [128, -7.5], [128, 7.5], [96, 0]],
]; // prettier-ignore
const MOST_MARKS = PLACES.length - 1;
/** Colours of the printed and the fetched picture; on the page the style sheet has its own. */
const INK = "#17262b";
const LINE = "#78827f";
const PAPER = "#ffffff";
const BAND = "#e9e5db";

/** The outline of a mark by kind, around nothing. @type {Record<string, [string, Record<string, number | string>]>} */
const SHAPES = {
  moede: ["circle", { r: 12.5 }],
  status: ["path", { d: "M0-15 15 0 0 15-15 0Z" }],
  frist: ["rect", { x: -12, y: -12, width: 24, height: 24, rx: 2 }],
  aktivitet: ["rect", { x: -13.5, y: -10.5, width: 27, height: 21, rx: 10.5 }],
  maal: ["path", { d: "M0-14 12-7V7L0 14-12 7V-7Z" }],
};
/** @type {Record<string, string>} */
const COLOURS = { moede: "#0d5c63", status: "#7a2e63", frist: "#a4161a", aktivitet: "#234e9c", maal: "#8a5a00" };

/**
 * The wheel of one year.
 * @param {number} year
 * @param {{event: PlanEvent, number: number}[]} rows that year's events with their numbers in the table
 * @param {string} description what the picture shows, for those who do not see it
 * @returns {SVGElement}
 */
export function yearWheel(year, rows, description) {
  const wheel = draw("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img", class: "year-wheel" });
  wheel.setAttribute("aria-label", description);
  wheel.setAttribute("font-family", "Calibri, 'Segoe UI', 'Liberation Sans', Arial, sans-serif");
  const background = { cx: MIDDLE, cy: MIDDLE, stroke: LINE };
  wheel.append(
    draw("circle", { ...background, r: RIM.outer, fill: BAND, class: "year-wheel__band" }),
    draw("circle", { ...background, r: RIM.inner, fill: PAPER, class: "year-wheel__field" }),
    ...MONTHS.flatMap((name, at) => monthParts(name, at)),
    draw("circle", { ...background, r: HUB, fill: BAND, class: "year-wheel__band" }),
    words(String(year), MIDDLE, MIDDLE, { "font-size": 30, "font-weight": 700 }),
  );
  for (const [at] of MONTHS.entries())
    wheel.append(
      ...monthMarks(
        at,
        rows.filter(({ event }) => partsOf(event.day).month === at + 1),
      ),
    );
  return wheel;
}

/** @param {string} kind @returns {SVGElement} the mark of a kind alone, for the key and the table */
export function kindMark(kind, number = "") {
  const mark = draw("svg", { viewBox: "-16 -16 32 32", class: "year-wheel__sign" });
  mark.setAttribute("aria-hidden", "true");
  mark.append(...shape(kind, 0, 0, number));
  return mark;
}

/** @param {number} at the month from 0 @param {number} radius @param {number} [turn] degrees from the month's middle */
function place(at, radius, turn = 0) {
  const angle = ((at * 30 + 15 + turn - 90) * Math.PI) / 180;
  return [MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle)].map(
    (value) => Math.round(value * 10) / 10,
  );
}

/** @param {string} name @param {number} at @returns {SVGElement[]} */
function monthParts(name, at) {
  const [x1, y1] = place(at, HUB, -15);
  const [x2, y2] = place(at, RIM.outer, -15);
  const [x, y] = place(at, RIM.text);
  return [
    draw("line", { x1, y1, x2, y2, stroke: LINE, class: "year-wheel__line" }),
    words(name.slice(0, 3), x, y, { "font-size": 17, "font-weight": 600 }),
  ];
}

/** @param {number} at @param {{event: PlanEvent, number: number}[]} rows @returns {SVGElement[]} */
function monthMarks(at, rows) {
  const crowded = rows.length > MOST_MARKS;
  const shown = rows.slice(0, crowded ? MOST_MARKS - 1 : MOST_MARKS);
  const places = PLACES[Math.min(rows.length, MOST_MARKS)];
  const marks = shown.flatMap(({ event, number }, index) => {
    const [x, y] = place(at, ...places[index]);
    return shape(event.kind, x, y, String(number));
  });
  if (!crowded) return marks;
  const [x, y] = place(at, ...places[MOST_MARKS - 1]);
  return [...marks, words(`+${rows.length - shown.length}`, x, y, { "font-size": 15, "font-weight": 700 })];
}

/** @param {string} kind @param {number} x @param {number} y @param {string} number @returns {SVGElement[]} */
function shape(kind, x, y, number) {
  const [tag, outline] = SHAPES[kind];
  const mark = {
    fill: COLOURS[kind],
    transform: `translate(${x} ${y})`,
    class: `year-wheel__mark year-wheel__mark--${kind}`,
  };
  const text = words(number, x, y, { "font-size": 14, "font-weight": 700, fill: PAPER, class: "year-wheel__number" });
  return number ? [draw(tag, { ...outline, ...mark }), text] : [draw(tag, { ...outline, ...mark })];
}

/** @param {string} text @param {number} x @param {number} y @param {Record<string, string | number>} look */
function words(text, x, y, look) {
  const place = { x, y, "text-anchor": "middle", "dominant-baseline": "central", fill: INK, class: "year-wheel__text" };
  const element = draw("text", { ...place, ...look });
  element.textContent = text;
  return element;
}

/** @param {string} tag @param {Record<string, string | number>} attributes @returns {SVGElement} */
function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
