/** <list-count>: the way to the reader's list with the number on it, in the header of every page; unseen while there is none. */

// The same names as in list/store.mjs, which travels only when there is a list to count.
const KEY = "alliancebanken.liste";
const CHANGED = "listeaendret";

class ListCount extends HTMLElement {
  connectedCallback() {
    for (const name of [CHANGED, "storage", "pageshow"]) addEventListener(name, () => this.show());
    this.show();
  }

  async show() {
    const number = stored() ? (await import("./list/store.mjs")).readList().list.poster.length : 0;
    const place = /** @type {HTMLElement} */ (this.querySelector(".list-count__number"));
    if (number || place.textContent) place.textContent = String(number);
    this.toggleAttribute("data-any", number > 0);
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

customElements.define("list-count", ListCount);
