/** <copy-text>: a button that copies the text marked data-copy, or marks it to be copied by hand. */

import { copied } from "./clipboard.mjs";

class CopyText extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const text = /** @type {HTMLElement} */ (this.querySelector("[data-copy]"));
    const button = document.createElement("button");
    const told = document.createElement("span");
    button.type = "button";
    button.className = "copy-text__button";
    button.textContent = "Kopiér";
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copied((text.textContent ?? "").trim());
      if (!done) getSelection()?.selectAllChildren(text);
      button.textContent = done ? "Kopieret" : "Teksten er markeret";
      told.textContent = done ? "Teksten er kopieret." : "Browseren lod ikke siden kopiere. Teksten er markeret, så du selv kan kopiere den.";
    });
    button.addEventListener("blur", () => (button.textContent = "Kopiér"));
    this.append(button, told);
  }
}

customElements.define("copy-text", CopyText);
