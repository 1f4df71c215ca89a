/** <case-comparison>: two to five cases side by side. The address is the state; each case is fetched by itself. */

import { make } from "./agreement/dom.mjs";
import { danishList } from "./cases/danish.mjs";
import { loadCase, loadNames } from "./cases/load.mjs";
import { MOST, readAddress, remarks, sortAsked, writeAddress } from "./comparison/address.mjs";
import { CaseChooser } from "./comparison/chooser.mjs";
import { listAll } from "./comparison/list-all.mjs";
import { comparisonGroups, sameLabels } from "./comparison/rows.mjs";
import { comparisonTable } from "./comparison/view.mjs";

const PAGE_TITLE = document.title;
/** Pixels that the fields' names and each case need to stand side by side. */
const NARROWEST = { names: 130, column: 180 };

class CaseComparison extends HTMLElement {
  connectedCallback() {
    this.root = this.dataset.root ?? "";
    /** @type {string[]} */
    this.ids = [];
    this.chooser = new CaseChooser(this.part(".comparison__add"), this.root, (id) => this.add(id));
    this.switch = /** @type {HTMLInputElement} */ (this.querySelector("[name=kun]"));
    this.switch.addEventListener("change", () => this.go(this.ids));
    this.part(".comparison__list").addEventListener("click", () => {
      this.part(".comparison__listed").replaceChildren(...listAll(this.ids ?? [], this.root ?? ""));
    });
    this.pick();
    new ResizeObserver(() => this.fit()).observe(this);
    addEventListener("popstate", () => this.fromAddress());
    this.fromAddress();
  }

  /** Lets the reader tick cases in the table of all of them; the form's own address does the rest. */
  pick() {
    for (const box of this.querySelectorAll(".comparison__tick, .comparison__pick-help")) /** @type {HTMLElement} */ (box).hidden = false;
    const form = /** @type {HTMLFormElement | null} */ (this.querySelector(".comparison__pick"));
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = /** @type {string[]} */ (new FormData(form).getAll("c"));
      if (chosen.length) this.go(chosen).then(() => this.part(".comparison__result").scrollIntoView());
      else /** @type {HTMLElement} */ (form.querySelector("input"))?.focus();
    });
  }

  /** @param {string} id */
  async add(id) {
    await this.go([...this.ids, id]);
  }

  /** @param {string[]} ids @returns {Promise<void>} done when the comparison is shown */
  go(ids) {
    const address = writeAddress(ids, this.switch?.checked ?? false) || location.pathname;
    if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
    return this.fromAddress();
  }

  async fromAddress() {
    const asked = readAddress(location.search);
    this.asked = asked;
    if (this.switch) this.switch.checked = asked.onlyDifferences;
    /** @type {Map<string, import("./cases/load.mjs").Case>} */
    const found = new Map();
    /** @type {string[]} */
    const failed = [];
    const names = asked.ids.length ? await loadNames(this.root ?? "").catch(() => null) : {};
    await Promise.all(asked.ids.map(async (id) => {
      const one = await loadCase(this.root ?? "", id).catch(() => failed.push(id));
      if (one && typeof one === "object") found.set(id, one);
    }));
    if (this.asked === asked) this.show(asked, found, failed, names ?? {});
  }

  /**
   * @param {import("./comparison/address.mjs").Asked} asked @param {Map<string, import("./cases/load.mjs").Case>} found
   * @param {string[]} failed @param {import("./cases/load.mjs").Names} names
   */
  show(asked, found, failed, names) {
    const sorted = sortAsked(asked, found, failed);
    this.ids = sorted.shown;
    this.part(".comparison__listed").replaceChildren();
    const cases = this.ids.map((id) => /** @type {import("./cases/load.mjs").Case} */ (found.get(id)));
    const title = (/** @type {string} */ id) => found.get(id)?.titel ?? this.chooser?.title(id) ?? `»${id}«`;
    this.notices(remarks(asked, sorted, failed, title));
    this.part(".comparison__result").hidden = !cases.length;
    this.part(".comparison__start").hidden = cases.length > 0;
    this.table(cases, names, asked.onlyDifferences);
    this.chooser?.show(this.ids, MOST);
    /** @type {HTMLAnchorElement} */ (this.part("[data-way=build]")).search = new URLSearchParams(this.ids.map((id) => ["case", id])).toString();
    this.part(".comparison__address").textContent = location.href;
    this.part(".comparison__address").hidden = !cases.length;
    const told = danishList(cases.map((one) => one.titel));
    document.title = cases.length ? `${told} – ${PAGE_TITLE}` : PAGE_TITLE;
    this.part("[data-announce]").textContent = cases.length ? `Sammenligner ${told}` : "";
  }

  /** @param {import("./cases/load.mjs").Case[]} cases @param {import("./cases/load.mjs").Names} names @param {boolean} onlyDifferences */
  table(cases, names, onlyDifferences) {
    const place = this.part(".comparison__place");
    const groups = comparisonGroups(cases, names);
    const setting = { root: this.root ?? "", names };
    place.replaceChildren(...(cases.length ? [comparisonTable(cases, groups, setting, (id, act) => this.act(id, act))] : []));
    place.toggleAttribute("data-kun-forskelle", onlyDifferences && cases.length > 1);
    this.fit();
    const several = cases.length > 1;
    this.part(".comparison__switch").hidden = !several;
    this.part(".comparison__legend").hidden = !several;
    const same = several && onlyDifferences ? sameLabels(groups) : [];
    const told = this.part(".comparison__left-out");
    told.hidden = !onlyDifferences || !several;
    told.textContent = same.length ? `Skjult, fordi casene er ens: ${danishList(same)}. Det, alle har, er også skjult i de andre rækker.` : "Ingen række er helt ens. Det, alle har, er skjult.";
  }

  /** Puts the cases under each other where they are too narrow beside each other. */
  fit() {
    const needed = NARROWEST.names + NARROWEST.column * (this.ids?.length ?? 0);
    this.part(".comparison__place").toggleAttribute("data-stacked", this.clientWidth < needed);
  }

  /** @param {string} id @param {"foer" | "efter" | "fjern"} act */
  async act(id, act) {
    const at = this.ids?.indexOf(id) ?? 0;
    const ids = (this.ids ?? []).toSpliced(at, 1);
    if (act !== "fjern") ids.splice(at + (act === "foer" ? -1 : 1), 0, id);
    await this.go(ids);
    this.focusAfter(act === "fjern" ? ids[Math.min(at, ids.length - 1)] : id, act);
  }

  /** The pressed button is made anew; focus goes to the one that does the same, or to its neighbour. @param {string | undefined} id @param {string} act */
  focusAfter(id, act) {
    const tools = [.../** @type {NodeListOf<HTMLButtonElement>} */ (this.querySelectorAll(`th[data-case="${id}"] button:not(:disabled)`))];
    (tools.find((tool) => tool.dataset.act === act) ?? tools[0] ?? this.chooser?.control)?.focus();
  }

  /** @param {string[]} texts */
  notices(texts) {
    const list = this.part(".comparison__notices");
    list.hidden = !texts.length;
    list.replaceChildren(...texts.map((text) => make("li", {}, text)));
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define("case-comparison", CaseComparison);
