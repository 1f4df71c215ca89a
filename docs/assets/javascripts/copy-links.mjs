/** <copy-links>: makes every anchor beside a heading or a lesson copy its full address, by pointer and by keyboard. */

import { copied } from "./clipboard.mjs";

const ANCHORS = ".headerlink, .lesson__anchor";
const SHOWN = 2500;

class CopyLinks extends HTMLElement {
  connectedCallback() {
    this.told = document.createElement("p");
    this.told.className = "copy-links__told";
    this.told.setAttribute("role", "status");
    this.append(this.told);
    for (const anchor of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(ANCHORS))) {
      anchor.title = "Kopiér link";
      anchor.addEventListener("click", () => this.copy(anchor));
    }
  }

  /** The address also stands in the address line afterwards, because the link is followed too. @param {HTMLAnchorElement} anchor */
  async copy(anchor) {
    const done = await copied(anchor.href);
    this.tell(done ? "Linket er kopieret" : "Linket står nu i adresselinjen");
  }

  /** @param {string} text */
  tell(text) {
    const told = /** @type {HTMLElement} */ (this.told);
    told.textContent = text;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (told.textContent = ""), SHOWN);
  }
}

customElements.define("copy-links", CopyLinks);
