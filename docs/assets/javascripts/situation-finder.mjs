/** <situation-finder>: ranks the cases by the reader's answers. The address is the state. */

import "./list-button.mjs";
import { danishCount } from "./cases/danish.mjs";
import { loadCase, loadJson, loadNames } from "./cases/load.mjs";
import { readAnswers, writeAnswers } from "./situation/address.mjs";
import { finderAddress, fittingCount, rankedCases } from "./situation/ranking.mjs";
import { rankedItem } from "./situation/view.mjs";

const STEP = 5;
const TOP = 3;
const SETTLED = 700;
const NO_ANSWER = "Svar på mindst ét spørgsmål, så ordner vi casene efter, hvor godt de passer. Indtil da står de i katalogets rækkefølge.";
const NO_DATA = "Casene kunne ikke hentes. Prøv igen om lidt, eller brug søgningen.";

class SituationFinder extends HTMLElement {
  connectedCallback() {
    this.root = this.dataset.root ?? "";
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input")]);
    this.questions = [...this.form.querySelectorAll("[data-question]")].map((part) => this.question(/** @type {HTMLElement} */ (part)));
    this.wanted = STEP;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => this.changed(/** @type {HTMLInputElement} */ (event.target)));
    this.part(".situation__more button").addEventListener("click", () => this.more());
    addEventListener("popstate", () => this.fromAddress());
    this.fromAddress();
  }

  /** @param {HTMLElement} part @returns {import("./situation/address.mjs").Question} */
  question(part) {
    const boxes = /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll("input")]);
    return { id: part.dataset.question ?? "", answers: boxes.map((box) => box.value).filter(Boolean), several: boxes[0].type === "checkbox" };
  }

  /** Keeps "Ved ikke" apart from the answers: choosing either takes the other away. @param {HTMLInputElement} box */
  changed(box) {
    const group = this.boxes?.filter((other) => other.name === box.name) ?? [];
    const any = group.find((other) => !other.value);
    if (box === any) for (const other of group) other.checked = other === any;
    else if (any) any.checked = !group.some((other) => other.value && other.checked);
    const chosen = this.chosen();
    const address = writeAnswers(chosen) || location.pathname;
    if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
    this.wanted = STEP;
    this.show(chosen, []);
  }

  /** @returns {import("./situation/ranking.mjs").Chosen} */
  chosen() {
    const parameters = new URLSearchParams(this.boxes?.filter((box) => box.checked && box.value).map((box) => [box.name, box.value]));
    return readAnswers(`?${parameters}`, this.questions ?? []).chosen;
  }

  fromAddress() {
    const { chosen, unknown } = readAnswers(location.search, this.questions ?? []);
    for (const box of this.boxes ?? []) {
      const answers = chosen.get(box.name) ?? [];
      box.checked = box.value ? answers.includes(box.value) : !answers.length;
    }
    this.wanted = STEP;
    return this.show(chosen, unknown);
  }

  async more() {
    const before = this.part(".situation__list").children.length;
    this.wanted = (this.wanted ?? STEP) + STEP;
    await this.show(this.chosen(), []);
    /** @type {HTMLElement | null} */ (this.part(".situation__list").children[before]?.querySelector("a"))?.focus();
  }

  /** @param {import("./situation/ranking.mjs").Chosen} chosen @param {[string, string][]} unknown */
  async show(chosen, unknown) {
    this.current = chosen;
    try {
      const [data, names] = await Promise.all([loadJson(`${this.root}data/spoergsmaal.json`), loadNames(this.root ?? "")]);
      const ranked = rankedCases(data, chosen);
      const shown = ranked.slice(0, this.wanted);
      const cases = await Promise.all(shown.map((one) => loadCase(this.root ?? "", one.id).catch(() => null)));
      if (this.current !== chosen) return;
      const setting = { root: this.root ?? "", names, asked: chosen.size };
      this.part(".situation__list").replaceChildren(...shown.map((one, index) => rankedItem(one, cases[index], setting)));
      this.part(".situation__more").hidden = shown.length === ranked.length;
      this.tell(ranked, chosen);
      this.ways(data, ranked, chosen);
      this.notice(unknown.map(([question, value]) => `Adressen nævner »${value.slice(0, 40)}« under »${this.titleOf(question)}«. Det findes ikke, så vi ser bort fra det.`).join(" "));
    } catch {
      if (this.current === chosen) this.notice(NO_DATA);
    }
  }

  /** @param {import("./situation/ranking.mjs").Ranked[]} ranked @param {import("./situation/ranking.mjs").Chosen} chosen */
  tell(ranked, chosen) {
    this.toggleAttribute("data-answered", chosen.size > 0);
    const fitting = fittingCount(ranked);
    const full = ranked.filter((one) => one.points === chosen.size).length;
    const whole = full === fitting ? "" : ` ${full || "Ingen"} passer på det hele.`;
    this.part("#resultat").textContent = chosen.size ? "De ligner jer mest" : "Casene";
    this.part(".situation__jump").hidden = !chosen.size;
    this.part(".situation__jump a").textContent = `Se ${danishCount(fitting, "case", "cases")}`;
    const text = chosen.size ? `${danishCount(fitting, "case", "cases")} af ${ranked.length} passer på noget af det.${whole}` : NO_ANSWER;
    this.part(".situation__count").textContent = text;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => (this.part("[data-announce]").textContent = text), SETTLED);
  }

  /** Where one can go on from the cases that came out on top. */
  ways(data, ranked, chosen) {
    const top = ranked.slice(0, TOP).map((one) => one.id);
    const link = (/** @type {string} */ way) => /** @type {HTMLAnchorElement} */ (this.part(`[data-way="${way}"]`));
    this.part(".situation__next").hidden = !chosen.size;
    link("compare").search = `?c=${top.join(",")}`;
    link("build").search = new URLSearchParams(top.map((id) => ["case", id])).toString();
    const finder = finderAddress(data, chosen);
    /** @type {HTMLElement} */ (link("finder").parentElement).hidden = !finder;
    link("finder").search = finder;
  }

  /** @param {string} id */
  titleOf(id) {
    return this.form?.querySelector(`[data-question="${id}"] legend`)?.lastChild?.textContent?.trim() ?? id;
  }

  /** @param {string} text */
  notice(text) {
    const place = this.part(".situation__notice");
    place.hidden = !text;
    place.textContent = text;
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("situation-finder", SituationFinder);
