/** A note as elements of a page, to be read before it is taken home. */

import { make } from "./dom.mjs";

/** @typedef {import("./note-blocks.mjs").Note} Note */
/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */
/** @typedef {import("./text.mjs").Run} Run */

/** @param {Note} note @returns {HTMLElement[]} */
export const noteElements = ({ title, blocks }) => [make("h4", {}, title), ...blocks.map(blockElement)];

/** @param {NoteBlock} block @returns {HTMLElement} */
function blockElement(block) {
  if (block.kind === "heading") return make("h5", {}, block.text);
  if (block.kind === "paragraph") return make("p", {}, ...block.runs.map(runElement));
  if (block.kind === "list")
    return make(block.ordered ? "ol" : "ul", {}, ...block.items.map((item) => make("li", {}, ...item.map(runElement))));
  const head = make("tr", {}, ...block.head.map((text) => make("th", { scope: "col" }, text)));
  const rows = block.rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, ...cell.map(runElement)))));
  return make(
    "div",
    { className: "table-scroll", tabIndex: 0, role: "region", "aria-label": block.head.join(", ") },
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)),
  );
}

/** @param {Run} run @returns {Node} */
const runElement = ({ text, open }) =>
  open ? make("mark", { className: "blank" }, text) : document.createTextNode(text);
