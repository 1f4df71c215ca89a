/** Small hands for building elements. Text a person typed is only ever set as text or value. */

/**
 * An element with properties and children; a text child becomes a text node.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties] set as properties; "role" and names with a dash are set as attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "role" || name.includes("-")) element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children);
  return element;
}

/**
 * A copy of one of the builder's templates, with its slots by name.
 * @param {ParentNode} root the builder
 * @param {string} part the template's data-part
 * @returns {{element: HTMLElement, slots: Record<string, any>}} a slot is whichever element the template says
 */
export function cloneTemplate(root, part) {
  const template = /** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-part="${part}"]`));
  const element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  /** @type {Record<string, any>} */
  const slots = {};
  for (const slot of element.querySelectorAll("[data-slot]")) slots[slot.getAttribute("data-slot") ?? ""] = slot;
  return { element, slots };
}

/**
 * Say what is wrong at a control, in words and to assistive technology; an empty text takes it away.
 * @param {HTMLElement} control
 * @param {HTMLElement} place
 * @param {string} text
 */
export function showProblem(control, place, text) {
  place.textContent = text;
  place.hidden = !text;
  if (text) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/**
 * Put an answer in a control without moving the caret of the one who is typing in it.
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {string} text
 */
export function setValue(control, text) {
  if (control.value !== text && control !== document.activeElement) control.value = text;
}

/**
 * Ask before something is lost, next to the button that was pressed. Answers false on "no" and on Escape.
 * @param {HTMLElement} button
 * @param {string} question
 * @param {string} yes
 * @param {string} no
 * @returns {Promise<boolean>}
 */
export function ask(button, question, yes, no) {
  const row = button.closest(".builder__actions, .builder__variant, .notice") ?? button;
  if (row.nextElementSibling?.classList.contains("builder__ask")) row.nextElementSibling.remove();
  return new Promise((resolve) => {
    const text = make("p", {}, question);
    const refuse = make("button", { type: "button", className: "button" }, no);
    const accept = make("button", { type: "button", className: "button button--quiet" }, yes);
    const box = make(
      "div",
      { className: "notice builder__ask", role: "group", "aria-label": question },
      text,
      refuse,
      accept,
    );
    const finish = (/** @type {boolean} */ answer) => {
      box.remove();
      button.focus();
      resolve(answer);
    };
    refuse.addEventListener("click", () => finish(false));
    accept.addEventListener("click", () => finish(true));
    box.addEventListener("keydown", (event) => event.key === "Escape" && finish(false));
    row.after(box);
    refuse.focus();
  });
}
