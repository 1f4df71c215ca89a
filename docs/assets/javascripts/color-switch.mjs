/** <color-switch>: light or dark, as the device says until the reader chooses; the choice stays on the device. */

const KEY = "alliancebanken.farver";
const NAMES = { lys: "Skift til lyse farver", moerk: "Skift til mørke farver" };

class ColorSwitch extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector("button"));
    const device = matchMedia("(prefers-color-scheme: dark)");
    const root = document.documentElement;
    const other = () => (root.dataset.farver ?? (device.matches ? "moerk" : "lys")) === "moerk" ? "lys" : "moerk";
    const tell = () => {
      this.dataset.til = other();
      button.title = NAMES[other()];
      /** @type {HTMLElement} */ (button.lastElementChild).textContent = NAMES[other()];
    };
    button.addEventListener("click", () => {
      root.dataset.farver = other();
      tell();
      keep(root.dataset.farver);
    });
    device.addEventListener("change", tell);
    tell();
    button.hidden = false;
  }
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
