/** <color-switch>: light or dark, as the device says until the reader chooses; the choice stays on the device. */

const KEY = "alliancebanken.farver";
const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  dark: "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10",
  light: "M7 12a5 5 0 1 0 10 0 5 5 0 1 0-10 0m4-11h2v3h-2zm0 19h2v3h-2zM1 11h3v2H1zm19 0h3v2h-3z",
};
const NAMES = { lys: "Skift til lyse farver", moerk: "Skift til mørke farver" };

class ColorSwitch extends HTMLElement {
  connectedCallback() {
    if (this.firstElementChild) return;
    const button = document.createElement("button");
    const name = document.createElement("span");
    button.type = "button";
    button.className = "color-switch__button md-icon";
    name.className = "visually-hidden";
    button.append(sign("dark"), sign("light"), name);
    const device = matchMedia("(prefers-color-scheme: dark)");
    const root = document.documentElement;
    const other = () => (root.dataset.farver ?? (device.matches ? "moerk" : "lys")) === "moerk" ? "lys" : "moerk";
    const tell = () => {
      this.dataset.til = other();
      button.title = NAMES[other()];
      name.textContent = NAMES[other()];
    };
    button.addEventListener("click", () => {
      root.dataset.farver = other();
      tell();
      keep(root.dataset.farver);
    });
    device.addEventListener("change", tell);
    tell();
    this.append(button);
  }
}

/** @param {"dark" | "light"} which @returns {HTMLSpanElement} the drawn sign of what the switch leads to */
function sign(which) {
  const frame = document.createElement("span");
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  frame.className = `color-switch__${which}`;
  drawing.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", SIGNS[which]);
  drawing.append(path);
  frame.append(drawing);
  return frame;
}

/** A browser that keeps nothing still shows the colours on this page. @param {string} choice */
function keep(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be blocked or full; the choice then lasts as long as the page.
  }
}

customElements.define("color-switch", ColorSwitch);
