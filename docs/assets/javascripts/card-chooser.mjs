/** <card-chooser>: choose a card among the page's links, see it, and copy the code that shows it elsewhere. */

import { loadCase } from "./cases/load.mjs";
import { cardsOfCase, choiceIn, groupsOf, NAME, unlisted } from "./sharing/choices.mjs";

/** @typedef {import("./sharing/choices.mjs").Card} Card */

class CardChooser extends HTMLElement {
  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const links = /** @type {HTMLAnchorElement[]} */ ([...(this.parentElement ?? this).querySelectorAll("[data-card]")]);
    this.cards = links.map((link) => ({
      id: link.dataset.card ?? "",
      group: link.dataset.group ?? "",
      title: link.textContent ?? "",
      address: link.href,
    }));
    this.form = form;
    form.addEventListener("change", (event) => this.#changed(/** @type {HTMLInputElement} */ (event.target)));
    form.addEventListener("submit", (event) => event.preventDefault());
    const wanted = choiceIn(location.search, this.cards);
    const elsewhere = wanted ? "" : unlisted(location.search);
    if (elsewhere) this.#fetchCase(elsewhere);
    if (wanted) this.#radio("slags").value = wanted.id.split("/")[0];
    form.hidden = false;
    /** @type {HTMLElement} */ (this.querySelector(".card-chooser__result")).hidden = false;
    this.#fill(wanted?.id);
    this.#show();
  }

  /** The cards of a case that the page does not list: its own and its lessons'. @param {string} wanted the card that is asked for */
  async #fetchCase(wanted) {
    const root = this.dataset.root ?? "";
    try {
      const found = await loadCase(root, wanted.split("/")[1]);
      const cards = found ? cardsOfCase(found, new URL(root, location.href).href) : [];
      if (!cards.some(({ id }) => id === wanted)) return;
      this.cards = [...cards, ...(this.cards ?? [])];
      this.#radio("slags").value = wanted.split("/")[0];
      this.#fill(wanted);
      this.#show();
    } catch {
      this.#say("Kortet kunne ikke hentes. Prøv igen om lidt.");
    }
  }

  /** @param {string} name */
  #radio(name) {
    return /** @type {RadioNodeList} */ (this.form?.elements.namedItem(name));
  }

  get #select() {
    return /** @type {HTMLSelectElement} */ (this.form?.elements.namedItem(NAME));
  }

  /** @param {HTMLInputElement} field */
  #changed(field) {
    if (field.name === "bredde") {
      this.#frame().classList.toggle("card-chooser__frame--narrow", this.#radio("bredde").value === "smal");
      return;
    }
    if (field.name === "slags") this.#fill();
    history.replaceState(null, "", `?${new URLSearchParams({ [NAME]: this.#select.value })}`.replaceAll("%2F", "/"));
    this.#show();
  }

  #frame() {
    return /** @type {HTMLElement} */ (this.querySelector(".card-chooser__frame"));
  }

  /** The cards of the chosen kind as options. @param {string} [chosen] */
  #fill(chosen) {
    const groups = groupsOf(this.cards ?? [], this.#radio("slags").value);
    this.#select.replaceChildren(
      ...groups.map(([name, cards]) => {
        const group = document.createElement("optgroup");
        group.label = name;
        group.append(...cards.map((card) => new Option(card.title, card.id, false, card.id === chosen)));
        return group;
      }),
    );
  }

  async #show() {
    const card = this.cards?.find(({ id }) => id === this.#select.value);
    if (!card) return;
    const address = new URL("oembed.json", card.address).href;
    this.#say("");
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const made = await answer.json();
      if (this.#select.value === card.id) this.#present(card, made, address);
    } catch {
      this.#say("Kortet kunne ikke hentes. Prøv igen om lidt.");
    }
  }

  /** @param {Card} card @param {Record<string, string>} made the card's oEmbed document @param {string} address */
  #present(card, made, address) {
    const frame = document.createElement("iframe");
    frame.src = card.address;
    frame.title = `Kortet: ${card.title}`;
    frame.height = made.height;
    this.#frame().replaceChildren(frame);
    const texts = { ...made, oembed: address };
    for (const slot of this.querySelectorAll("[data-slot]")) {
      slot.textContent = texts[/** @type {HTMLElement} */ (slot).dataset.slot ?? ""] ?? "";
    }
  }

  /** @param {string} text */
  #say(text) {
    /** @type {HTMLElement} */ (this.querySelector(".card-chooser__status")).textContent = text;
  }
}

customElements.define("card-chooser", CardChooser);
