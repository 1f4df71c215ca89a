/** Choosing two to five of the found cases to put side by side. Fetched when a reader wants to; the choice lasts as long as the page. */

import { MOST, writeAddress } from "../comparison/address.mjs";
import { viewStyle } from "./view-style.mjs";
import { element } from "./views.mjs";

const LEAST = 2;
const PAGE = "sammenlign/"; // beside the finder

export class ComparisonChoice {
  /** @param {HTMLElement} finder */
  constructor(finder) {
    this.results = /** @type {HTMLElement} */ (finder.querySelector(".finder__results"));
    this.bar = element("div", "finder__choice");
    this.bar.setAttribute("role", "region");
    this.bar.setAttribute("aria-label", "Cases at sammenligne");
    this.said = element("p", "");
    this.said.setAttribute("role", "status");
    this.link = /** @type {HTMLAnchorElement} */ (element("a", "button"));
    this.bar.append(this.said, this.link);
    this.bar.hidden = true;
    this.results.append(this.bar);
    /** @type {Map<string, string>} id -> title, in the order of choosing */
    this.chosen = new Map();
    /** @type {Set<HTMLElement>} every box, also on a card that is not shown just now */
    this.labels = new Set();
    // What a view draws later gets its box too.
    this.watcher = new MutationObserver(() => this.addBoxes());
    this.results.addEventListener("change", (event) => this.changed(event), true);
  }

  /** @param {boolean} on  whether the reader is choosing */
  async set(on) {
    this.on = on;
    if (on) await viewStyle(this.results);
    if (this.on !== on) return;
    if (on) this.watcher.observe(this.results, { childList: true, subtree: true, attributeFilter: ["data-case"] });
    else {
      this.watcher.disconnect();
      this.chosen.clear();
      for (const label of this.labels) {
        label.parentElement?.removeAttribute("data-chosen");
        label.remove();
      }
      this.labels.clear();
    }
    this.bar.hidden = !on;
    if (on) this.addBoxes();
    this.tell();
  }

  addBoxes() {
    const bare = this.results.querySelectorAll("[data-case]:not(:has(.finder__tick))");
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (bare)) {
      const label = element("label", "finder__tick");
      const box = document.createElement("input");
      box.type = "checkbox";
      const title = titleOf(item);
      box.setAttribute("aria-label", `Vælg til sammenligning: ${title}`);
      label.append(box, "Vælg");
      this.labels.add(label);
      (item.querySelector(".case-card, [data-why]") ?? item).append(label);
    }
    this.mark();
  }

  /** Sets each box as the choice says; a full choice takes no more. */
  mark() {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.results.querySelectorAll(".finder__tick input"))) {
      box.checked = this.chosen.has(idOf(box));
      box.closest(".case-card")?.toggleAttribute("data-chosen", box.checked);
      box.disabled = !box.checked && this.chosen.size >= MOST;
    }
  }

  /** A box here is no filter, so the finder must not hear of it. @param {Event} event */
  changed(event) {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (!box.closest(".finder__tick")) return;
    event.stopPropagation();
    const id = idOf(box);
    if (!box.checked) this.chosen.delete(id);
    else if (this.chosen.size < MOST) this.chosen.set(id, titleOf(/** @type {HTMLElement} */ (box.closest("[data-case]"))));
    this.mark();
    this.tell();
  }

  tell() {
    const number = this.chosen.size;
    this.said.textContent = number ? `${number} valgt: ${[...this.chosen.values()].join(", ")}.${number < MOST ? "" : " Flere er der ikke plads til."}` : "Sæt kryds ved to til fem cases.";
    this.link.hidden = number < LEAST;
    this.link.href = PAGE + writeAddress([...this.chosen.keys()], false);
    this.link.textContent = `Sammenlign ${number} cases`;
  }
}

/** @param {HTMLElement} box */
const idOf = (box) => /** @type {HTMLElement | null} */ (box.closest("[data-case]"))?.dataset.case ?? "";

/** @param {HTMLElement} item */
const titleOf = (item) => item.querySelector("a")?.textContent ?? "";
