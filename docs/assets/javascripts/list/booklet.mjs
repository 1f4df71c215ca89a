/** The list as a booklet for paper: a cover, the contents, a page for each case, the sources. Hidden on a screen. */

import { cloneTemplate, make } from "../agreement/dom.mjs";
import { fullSource, shortSource, UNKNOWN, UNTITLED } from "./document.mjs";
import { countText } from "./state.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./document.mjs").ListEntry} ListEntry */
/** @typedef {import("./prose.mjs").Block} Block */

/**
 * @param {HTMLElement} root the element that holds the templates
 * @param {ListDocument} made
 * @param {Date} today
 * @returns {HTMLElement[]}
 */
export function bookletParts(root, made, today) {
  return [cover(root, made, today), contents(made), ...groups(made.entries).map(page), sources(made)];
}

/** @param {HTMLElement} root @param {ListDocument} made @param {Date} today */
function cover(root, made, today) {
  const { element, slots } = cloneTemplate(root, "cover");
  slots.title.textContent = made.title || UNTITLED;
  slots.introduction.replaceChildren(...paragraphs(made.introduction));
  const poster = made.entries.map(({ ref }) => ({ ref, note: "" }));
  slots.count.textContent = countText({ titel: "", indledning: "", poster });
  slots.date.textContent = today.toLocaleDateString("da-DK", { day: "numeric", month: "long", year: "numeric" });
  return element;
}

/** @param {ListDocument} made */
function contents(made) {
  const items = made.entries.map((entry) =>
    make(
      "li",
      {},
      make("span", { className: "list-booklet__number" }, String(entry.number)),
      make("span", {}, entry.kind === "case" ? entry.title : firstWords(entry.text)),
      make("span", { className: "list-booklet__kind" }, entry.label),
    ),
  );
  return make(
    "section",
    { className: "list-booklet__contents" },
    make("h2", {}, "Indhold"),
    make("ul", {}, ...items, make("li", {}, make("span"), make("span", {}, "Kilder"))),
  );
}

/** A case has a page to itself; lessons that follow each other share one. @param {ListEntry[]} entries @returns {ListEntry[][]} */
function groups(entries) {
  /** @type {ListEntry[][]} */
  const found = [];
  for (const entry of entries) {
    const last = found.at(-1);
    if (entry.kind === "laering" && last?.[0].kind === "laering") last.push(entry);
    else found.push([entry]);
  }
  return found;
}

/** @param {ListEntry[]} entries */
function page(entries) {
  const whole = entries[0].kind === "case";
  const section = make("section", { className: "list-booklet__page" });
  section.append(...(whole ? casePage(entries[0]) : [make("h2", {}, "Læringspunkter"), ...entries.map(lesson)]));
  if (whole) section.dataset.tema = entries[0].theme;
  return section;
}

/** @param {ListEntry} entry */
function casePage(entry) {
  const facts = entry.facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  const figures = entry.figures.map(({ number, what, year }) => make("li", {}, make("strong", {}, number), ` (${year}): ${what}`));
  const lessons = entry.lessons.map((parts) => make("li", {}, ...blockElements(parts)));
  return [
    make("p", { className: "list-booklet__label" }, `${entry.number} · ${entry.label}`),
    make("h2", {}, entry.title),
    make("p", { className: "list-booklet__lead" }, entry.summary),
    make("dl", {}, ...facts),
    make("h3", {}, "Nøgletal"),
    figures.length ? make("ul", {}, ...figures) : make("p", {}, `${UNKNOWN}.`),
    make("h3", {}, "Læring"),
    lessons.length ? make("ol", {}, ...lessons) : make("p", {}, `${UNKNOWN}.`),
    ...note(entry),
    origin(entry),
  ];
}

/** @param {ListEntry} entry */
const lesson = (entry) =>
  make(
    "div",
    { className: "list-booklet__lesson" },
    make("p", { className: "list-booklet__label" }, `${entry.number} · Fra: ${entry.title}`),
    ...blockElements(entry.text),
    ...note(entry),
    origin(entry),
  );

/** @param {ListEntry} entry */
const note = (entry) =>
  entry.note ? [make("div", { className: "list-booklet__note" }, make("h3", {}, "Note"), ...paragraphs(entry.note))] : [];

/** @param {ListEntry} entry */
const origin = (entry) => make("p", { className: "list-booklet__origin" }, `Kilde: ${shortSource(entry.source)}. ${entry.address}`);

/** @param {ListDocument} made */
function sources(made) {
  const parts = made.sources.flatMap((source) => [
    make("p", {}, make("strong", {}, `${fullSource({ ...source, pages: "" })}.`)),
    make("p", {}, source.publication.rettigheder ?? ""),
    make("ul", {}, ...source.uses.map((use) => make("li", {}, `${use.title}${use.pages ? `, side ${use.pages}` : ""}. ${use.address}`))),
  ]);
  return make("section", { className: "list-booklet__sources" }, make("h2", {}, "Kilder"), ...parts);
}

/** @param {Block[]} parts @returns {HTMLElement[]} */
export const blockElements = (parts) =>
  parts.map((part) =>
    part.kind === "list" ? make("ul", {}, ...part.items.map((item) => make("li", {}, item))) : make("p", {}, part.text),
  );

/** @param {string} text @returns {HTMLElement[]} */
export const paragraphs = (text) =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => make("p", { className: "list-booklet__typed" }, part.trim()));

/** @param {Block[]} parts */
function firstWords(parts) {
  const first = parts[0];
  const text = !first ? "" : first.kind === "list" ? first.items[0] : first.text;
  return text.length <= 90 ? text : `${text.slice(0, 89).replace(/\s+\S*$/, "")} …`;
}
