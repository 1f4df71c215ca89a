/** The form that adds a case: a list of all of them, or a field with suggestions where they are many. */

import { make } from "../agreement/dom.mjs";
import { loadJson } from "../cases/load.mjs";

const SUGGESTED = 20;
const NO_CASE = "Vælg en case på listen først.";
const NOT_FOUND = "Ingen case hedder det. Vælg en af dem, der kommer frem, mens du skriver.";

/** @typedef {[id: string, title: string, place: string]} Title */

export class CaseChooser {
  /** @param {HTMLElement} form @param {string} root @param {(id: string) => void} add */
  constructor(form, root, add) {
    this.form = form;
    this.root = root;
    this.control = /** @type {HTMLSelectElement | HTMLInputElement} */ (form.querySelector("[name=c]"));
    this.help = /** @type {HTMLElement} */ (form.querySelector(".comparison__help"));
    this.usual = this.help.textContent ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(add);
    });
    this.control.addEventListener("input", () => this.suggest());
  }

  /** @param {(id: string) => void} add */
  async submit(add) {
    const id = this.control instanceof HTMLSelectElement ? this.control.value : await this.match(this.control.value);
    this.say(id ? "" : this.control.value ? NOT_FOUND : NO_CASE);
    if (!id) return;
    this.control.value = "";
    add(id);
  }

  /** @param {string} fault */
  say(fault) {
    this.help.textContent = fault || this.usual;
    this.control.toggleAttribute("aria-invalid", Boolean(fault));
  }

  /** @returns {Promise<Title[]>} */
  titles() {
    return loadJson(`${this.root}data/titler.json`).catch(() => []);
  }

  async suggest() {
    const list = this.form.querySelector("datalist");
    if (!list) return;
    const found = suggestions(await this.titles(), this.control.value, SUGGESTED);
    list.replaceChildren(...found.map((title) => make("option", { value: written(title) })));
  }

  /** @param {string} text @returns {Promise<string>} the id of the case that the text names, "" for none */
  async match(text) {
    const titles = await this.titles();
    const exact = titles.find((title) => written(title) === text.trim() || title[0] === text.trim());
    const near = exact ? [exact] : suggestions(titles, text, 2);
    return near.length === 1 ? near[0][0] : "";
  }

  /** @param {string} id @returns {string | undefined} */
  title(id) {
    return this.form.querySelector(`option[value="${CSS.escape(id)}"]`)?.textContent ?? undefined;
  }

  /** Takes the chosen cases out of the list, and shuts the form when no more can be had. @param {string[]} ids @param {number} most */
  show(ids, most) {
    for (const option of this.form.querySelectorAll("option")) option.disabled = ids.includes(option.value);
    const full = ids.length >= most;
    for (const control of this.form.querySelectorAll("select, input, button")) /** @type {HTMLButtonElement} */ (control).disabled = full;
    this.say("");
    if (full) this.help.textContent = `Du har ${most} cases side om side, og det er det højeste. Fjern en, før du tilføjer en ny.`;
  }
}

/** @param {Title} title @returns {string} what stands in the field when it is chosen */
const written = ([, title, place]) => (place ? `${title} (${place})` : title);

/**
 * The first titles in which every word of the text stands.
 * @param {Title[]} titles @param {string} text @param {number} most
 * @returns {Title[]}
 */
export function suggestions(titles, text, most) {
  const words = text.toLowerCase().split(/[\s()]+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const title of titles) {
    const whole = written(title).toLowerCase();
    if (words.every((word) => whole.includes(word))) found.push(title);
    if (found.length === most) break;
  }
  return found;
}
