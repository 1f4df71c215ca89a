/** Builds the finder's small pieces of page; what a person typed is only ever written as text. */

/**
 * @param {string} name @param {string} className @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/**
 * A button that takes a wish away, or sets another.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function chipButton(label, spoken, act) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "finder__chip", label));
  button.type = "button";
  button.setAttribute("aria-label", spoken);
  button.addEventListener("click", act);
  return button;
}

/**
 * A wish as a chip in a list.
 * @param {string} label @param {string} spoken @param {() => void} act
 */
export function chip(label, spoken, act) {
  const item = document.createElement("li");
  item.append(chipButton(`${label} ×`, spoken, act));
  return item;
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
  delete copy.dataset.row;
  copy.querySelector(".case-card__why")?.remove();
  const why = element("p", "case-card__why", "Passer ikke på: ");
  for (const wish of missing) why.append(chipButton(`${wish.name} ×`, `Fjern ønsket: ${wish.name}`, wish.drop), " ");
  copy.querySelector(".case-card")?.append(why);
  return copy;
}

/**
 * The place under a card where it says why its case was found; none where there is nothing to say.
 * @param {HTMLElement} item @param {boolean} wanted
 * @returns {HTMLElement | null}
 */
export function whyPlace(item, wanted) {
  const known = /** @type {HTMLElement | null} */ (item.querySelector(".case-card__why"));
  if (!wanted) known?.remove();
  if (!wanted || known) return wanted ? known : null;
  const made = element("p", "case-card__why");
  item.querySelector(".case-card, [data-why]")?.append(made);
  return made;
}
