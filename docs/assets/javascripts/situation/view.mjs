/** Builds the ranked cases, each with the reasons for and against. What the data say is written as text. */

import { make } from "../agreement/dom.mjs";
import { danishList } from "../cases/danish.mjs";
import "../list-button.mjs";
import { evidence } from "./ranking.mjs";

/** @typedef {import("./ranking.mjs").Answer} Answer */
/** @typedef {import("./ranking.mjs").Ranked} Ranked */
/** @typedef {import("../cases/load.mjs").Case} Case */
/** @typedef {import("../cases/load.mjs").Names} Names */

const NAMED = 4;

/**
 * One case of the ranked list.
 * @param {Ranked} ranked @param {Case | null} one  null where its file could not be had
 * @param {{root: string, names: Names, asked: number}} setting  asked is the number of questions answered
 * @returns {HTMLLIElement}
 */
export function rankedItem(ranked, one, { root, names, asked }) {
  const item = make("li", { className: "situation__case", "data-case": ranked.id });
  if (!one) {
    item.append(make("p", {}, make("a", { href: `${root}cases/${ranked.id}/` }, ranked.id), " kunne ikke hentes."));
    return item;
  }
  item.dataset.tema = one.tema;
  const place = one.kommuner.length ? danishList(one.kommuner.map((id) => names.kommuner?.[id] ?? id)) : (one.omraade ?? "");
  item.append(
    make("p", { className: "situation__points" }, make("strong", {}, pointsText(ranked.points)), ` af ${asked} point`),
    make("h3", {}, make("a", { href: root + one.adresse }, one.titel)),
    make("p", { className: "situation__place" }, place),
    make("p", { className: "situation__summary" }, one.kort),
    ...reasons("situation__for", "Passer, fordi", ranked.fits, (answer) => withEvidence(answer, one, names)),
    ...reasons("situation__against", "Passer ikke, fordi", ranked.misses, (answer) => [sentence(answer.passer_ikke)]),
    make("list-button", { "data-subject": one.titel }),
  );
  return item;
}

/** @param {string} className @param {string} opening @param {Answer[]} answers @param {(answer: Answer) => (Node | string)[]} say */
function reasons(className, opening, answers, say) {
  if (!answers.length) return [];
  const list = make("ul", {}, ...answers.map((answer) => make("li", {}, ...say(answer))));
  return [make("div", { className }, make("p", {}, opening), list)];
}

/** @param {Answer} answer @param {Case} one @param {Names} names @returns {(Node | string)[]} */
function withEvidence(answer, one, names) {
  const found = evidence(answer, one, names);
  if (!found.length) return [sentence(answer.passer)];
  const shown = found.slice(0, NAMED);
  const more = found.length - shown.length;
  const told = shown.join(", ") + (more ? ` og ${more} mere` : "");
  return [`${answer.passer}: `, make("span", { className: "situation__evidence" }, told)];
}

/** @param {string} text */
const sentence = (text) => `${text}.`;

/** @param {number} points @returns {string} "2", "2,5" */
export const pointsText = (points) => String(Math.round(points * 100) / 100).replace(".", ",");
