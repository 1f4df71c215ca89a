/** Writes what is asked for into the address behind the answer: a browser takes longer to note it than to draw what was found. */

const BEHIND = 20; // milliseconds after the frame

export class Address {
  /** @type {[string, boolean][]} what is not written yet, oldest first */
  #waiting = [];

  /** @param {string} search  from "?", "" for nothing asked @param {boolean} step  whether the reader can go back to what was before */
  write(search, step) {
    this.#waiting.push([search, step]);
    if (this.#waiting.length === 1) requestAnimationFrame(() => setTimeout(() => this.#writeAll(), BEHIND));
  }

  /** The reader has gone elsewhere: what waits is not written. */
  forget() {
    this.#waiting = [];
  }

  #writeAll() {
    for (const [search, step] of this.#waiting.splice(0)) {
      if (search !== location.search) history[step ? "pushState" : "replaceState"](null, "", search || location.pathname);
    }
  }
}
