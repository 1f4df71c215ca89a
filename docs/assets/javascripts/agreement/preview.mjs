/** The agreement as elements of a page: live beside the form, printed, and copied with its headings. */

import { make } from "./dom.mjs";
import { sectionHeading } from "./text.mjs";

/** @typedef {import("./text.mjs").AgreementDocument} AgreementDocument */
/** @typedef {import("./text.mjs").Block} Block */
/** @typedef {import("./text.mjs").Run} Run */
/** @typedef {import("./text.mjs").Table} Table */
/** @typedef {{level: 1 | 3, link: boolean}} Look the title's heading level, and whether open fields lead to their control */

/** @param {string} key @returns {string} the id of the control that answers a key */
export const controlId = (key) => `felt-${key}`;

/**
 * The whole document.
 * @param {AgreementDocument} agreement
 * @param {Look} look
 * @returns {DocumentFragment}
 */
export function documentElements(agreement, look) {
  const [titleTag, headingTag] =
    look.level === 1 ? /** @type {const} */ (["h1", "h2"]) : /** @type {const} */ (["h3", "h4"]);
  const whole = document.createDocumentFragment();
  whole.append(make(titleTag, {}, runElement(agreement.title, look)));
  for (const section of agreement.sections) {
    const marks = { ...(look.link && { "data-clause": section.id }), ...(section.number ? {} : { "data-annex": "" }) };
    whole.append(make(headingTag, marks, sectionHeading(section)));
    whole.append(...section.blocks.map((block) => blockElement(block, look)));
  }
  return whole;
}

/** @param {Block} block @param {Look} look @returns {HTMLElement} */
function blockElement(block, look) {
  const runs = (/** @type {Run[]} */ items) => items.map((run) => runElement(run, look));
  if (block.kind === "paragraph") return make("p", {}, ...runs(block.runs));
  if (block.kind === "list")
    return make(block.ordered ? "ol" : "ul", {}, ...block.items.map((item) => make("li", {}, ...runs(item))));
  if (block.kind === "table") return tableElement(block, look);
  const rows = block.parties.map(({ name, role }) =>
    make(
      "li",
      { className: "builder__signature" },
      make("strong", {}, runElement(name, look)),
      ...(role ? [make("span", {}, role)] : []),
      make("span", { className: "builder__line" }, "Dato"),
      make("span", { className: "builder__line" }, "Underskrift"),
    ),
  );
  return make("ul", { className: "builder__signatures" }, ...rows);
}

/** @param {Table} block @param {Look} look @returns {HTMLElement} */
function tableElement({ head, rows }, look) {
  const headRow = make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)));
  const body = rows.map((row) =>
    make(
      "tr",
      {},
      ...row.map((cell, at) => make("td", { "data-head": head[at] }, ...cell.map((run) => runElement(run, look)))),
    ),
  );
  return make("table", { className: "builder__table" }, make("thead", {}, headRow), make("tbody", {}, ...body));
}

/** @param {Run} run @param {Look} look @returns {Node} */
function runElement(run, look) {
  const text = run.open ? openElement(run, look) : run.ref ? referenceElement(run, look) : givenElement(run, look);
  return run.bold ? make("strong", {}, text) : text;
}

/** @param {Run} run @param {Look} look */
const openElement = (run, look) =>
  look.link
    ? make("a", { className: "blank", href: `#${controlId(run.key)}`, "data-key": run.key }, run.text)
    : make("mark", {}, run.text);

/** A cross reference leads to its clause on the paper. @param {Run} run @param {Look} look @returns {Node} */
const referenceElement = (run, look) =>
  look.link
    ? make("a", { className: "builder__ref", href: "#", "data-section": run.ref }, run.text)
    : document.createTextNode(run.text);

/** @param {Run} run @param {Look} look @returns {Node} */
const givenElement = (run, look) =>
  look.link && run.key
    ? make("span", { className: "builder__given", "data-key": run.key }, run.text)
    : document.createTextNode(run.text);

/**
 * Bring the place that a key fills, or a whole section, into sight inside the paper, without moving the page.
 * @param {HTMLElement} paper
 * @param {{key?: string, clause?: string}} place
 */
export function showPlace(paper, { key, clause }) {
  for (const old of paper.querySelectorAll(".builder__now")) old.classList.remove("builder__now");
  const selector = key ? `[data-key="${key}"]` : `[data-clause="${clause}"]`;
  const place = paper.querySelector(selector);
  if (!place) return;
  place.classList.add("builder__now");
  const [inner, outer] = [place.getBoundingClientRect(), paper.getBoundingClientRect()];
  const hidden = inner.top < outer.top || inner.bottom > outer.bottom;
  if (hidden) paper.scrollTop += inner.top - outer.top - outer.height / 3;
}
