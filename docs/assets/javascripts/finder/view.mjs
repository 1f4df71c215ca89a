/** Builds the finder's small pieces of page; what a person typed is only ever written as text. */

import { snippet, writeSnippet } from "../search/snippet.mjs";

/**
 * @param {string} name @param {string} className @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * A button that takes one wish away.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function chip(label, spoken, act) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "finder__chip", `${label} ×`));
  button.type = "button";
  button.setAttribute("aria-label", spoken);
  button.addEventListener("click", act);
  const item = document.createElement("li");
  item.append(button);
  return item;
}

/**
 * Writes why a case was found under its card, or takes it away.
 * @param {HTMLElement} item @param {import("../search/engine.mjs").SearchDocument | undefined} found @param {Set<string>} words
 */
export function explain(item, found, words) {
  item.querySelector(".case-card__why")?.remove();
  if (!found || !words.size) return;
  const names = /** @type {const} */ ([["laering", "Læring: "], ["tekst", ""], ["kort", ""], ["titel", "I titlen: "]]);
  for (const [field, name] of names) {
    const pieces = snippet(found[field], words);
    if (!pieces.length) continue;
    const why = element("p", "case-card__why");
    const text = element("span", "");
    writeSnippet(text, pieces);
    why.append(name, text);
    item.querySelector(".case-card")?.append(why);
    return;
  }
}

/** @typedef {{name: string, drop: () => void}} Missing */

/**
 * A case that nearly fits, with what it misses; a press drops that wish.
 * @param {HTMLElement} item @param {Missing[]} missing
 */
export function nearMiss(item, missing) {
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  copy.dataset.near = copy.dataset.case;
  delete copy.dataset.case;
  copy.hidden = false;
  copy.querySelector(".case-card__why")?.remove();
  const why = element("p", "case-card__why", "Passer ikke på: ");
  for (const wish of missing) {
    const button = /** @type {HTMLButtonElement} */ (element("button", "finder__chip", `${wish.name} ×`));
    button.type = "button";
    button.setAttribute("aria-label", `Fjern ønsket: ${wish.name}`);
    button.addEventListener("click", wish.drop);
    why.append(button, " ");
  }
  copy.querySelector(".case-card")?.append(why);
  return copy;
}

/**
 * A button beside a facet value that asks for the cases without it.
 * @param {HTMLInputElement} box @param {() => void} changed
 */
export function excludeButton(box, changed) {
  const label = /** @type {HTMLElement} */ (box.parentElement);
  const button = /** @type {HTMLButtonElement} */ (element("button", "facet__not", "ikke"));
  button.type = "button";
  const show = () => button.setAttribute("aria-pressed", String(Boolean(box.dataset.not)));
  button.setAttribute("aria-label", `Ikke ${label.querySelector(".facet__name")?.textContent}`);
  button.addEventListener("click", () => {
    if (box.dataset.not) delete box.dataset.not;
    else box.dataset.not = "ja";
    box.checked = false;
    changed();
  });
  new MutationObserver(show).observe(box, { attributeFilter: ["data-not"] });
  show();
  label.after(button);
}

/**
 * Cards in the order that was asked for; "" leaves the best first.
 * @param {HTMLElement[]} items @param {string} order
 */
export function inOrder(items, order) {
  const place = (/** @type {HTMLElement} */ item) => item.querySelector(".case-card__place")?.textContent ?? "";
  const number = (/** @type {HTMLElement} */ item, /** @type {string} */ name) => Number(item.dataset[name] ?? 0);
  const sorted = [...items];
  if (order === "nummer") sorted.sort((a, b) => number(a, "nummer") - number(b, "nummer"));
  if (order === "kommune") sorted.sort((a, b) => place(a).localeCompare(place(b), "da"));
  if (order === "tal") sorted.sort((a, b) => number(b, "tal") - number(a, "tal"));
  return sorted;
}
