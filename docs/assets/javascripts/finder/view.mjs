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
