/** A small button beside a text field: the browser's own date picker, whose day is written in Danish in the field. */

import { formatDate, isoDate, parseDate } from "./dates.mjs";
import { make } from "./dom.mjs";

/**
 * @param {HTMLInputElement} control a text field that stands in the page's template or has a parent
 * @param {string} what what the day is, for those who hear the button
 */
export function datePicker(control, what) {
  const day = make("input", { type: "date", className: "builder__day", tabIndex: -1, "aria-hidden": "true" });
  const button = make("button", { type: "button", className: "builder__small builder__pick", title: "Vælg dato" });
  button.append(make("span", { className: "visually-hidden" }, `Vælg dato for ${what}`));
  const box = make("div", { className: "builder__date" });
  control.replaceWith(box);
  box.append(control, day, button);
  button.addEventListener("click", () => {
    const date = parseDate(control.value);
    day.value = date ? isoDate(date) : "";
    try {
      day.showPicker();
    } catch {
      // Without a picker (or inside a frame) the field itself is the way.
      control.focus();
    }
  });
  day.addEventListener("change", () => {
    if (!day.value) return;
    control.value = formatDate(day.value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("blur"));
  });
}
