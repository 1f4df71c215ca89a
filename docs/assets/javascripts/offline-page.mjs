/** <offline-page>: what is kept on this device, the whole site on request, and everything away again. */

import { canKeep, fetchList, isRefused, keepAll, keptFiles, keptPages, megabytes, sizeOf, startKeeping, stopKeeping } from "./offline/kept.mjs";

/** @typedef {import("./offline/kept.mjs").FileList} FileList */

const WORDS = {
  blocked: "Browseren lader ikke siden gemme noget på denne enhed. Brug måske et almindeligt vindue i stedet for et privat.",
  full: "Der er ikke plads til mere på denne enhed. Det, der er hentet, bliver liggende. Slet noget, eller fjern det igen her.",
  net: "Forbindelsen røg. Det, der er hentet, bliver liggende. Tryk igen for at hente resten.",
  gone: "Alt er fjernet fra denne enhed. Siden gemmer ikke mere, før du selv beder om det.",
  done: "Hele siden er gemt. Du kan læse den uden net.",
};

class OfflinePage extends HTMLElement {
  async connectedCallback() {
    this.root = new URL(this.dataset.root ?? "", location.href).href;
    this.missed();
    try {
      if (!canKeep()) throw new Error("intet lager");
      await caches.has("");
      this.list = await fetchList(this.root);
    } catch {
      this.say(WORDS.blocked);
      return;
    }
    this.part(".offline__app").hidden = false;
    this.button("all").addEventListener("click", () => this.keepAll());
    this.button("remove").addEventListener("click", () => this.remove());
    await this.show();
    if (isRefused()) this.say(WORDS.gone);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do="${name}"]`));
  }

  /** @param {string} text */
  say(text) {
    this.part(".offline__status").textContent = text;
  }

  /** The page that someone asked for without the net, when it was not kept. */
  missed() {
    const path = new URLSearchParams(location.search).get("savnet");
    if (path === null) return;
    const target = new URL(path, this.root);
    if (!target.href.startsWith(this.root ?? "")) return;
    this.part(".offline__missed").hidden = false;
    this.part(".offline__missed-path").textContent = `/${path}`;
    /** @type {HTMLAnchorElement} */ (this.part(".offline__retry")).href = target.href;
  }

  async show() {
    const { root = "", list } = this;
    const pages = await keptPages(root);
    this.part(".offline__pages").replaceChildren(...pages.map((page) => this.row(page)));
    this.part(".offline__kept").hidden = !pages.length;
    const many = `${pages.length} ${pages.length === 1 ? "side" : "sider"}`;
    this.part(".offline__here").textContent = `På denne enhed ligger ${many}.`;
    this.button("all").hidden = !list;
    this.part(".offline__meter").hidden = !list;
    if (list) await this.showSize(list, many);
  }

  /** @param {FileList} list @param {string} many */
  async showSize(list, many) {
    const here = await keptFiles(this.root ?? "", list);
    const [size, whole] = [sizeOf(here), sizeOf(list.filer)];
    const all = here.length === list.filer.length;
    this.part(".offline__whole").textContent = megabytes(whole);
    this.part(".offline__here").textContent = all
      ? `Hele siden ligger på denne enhed: ${megabytes(size)}.`
      : `På denne enhed ligger ${many}. Det fylder ${megabytes(size)}.`;
    this.button("all").hidden = all;
    this.meter(size);
  }

  /** @param {{path: string, title: string}} page */
  row({ path, title }) {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = this.root + path;
    link.textContent = title;
    item.append(link);
    return item;
  }

  /** @param {number} bytes */
  meter(bytes) {
    Object.assign(this.part(".offline__meter"), { max: sizeOf(this.list?.filer ?? []) || 1, value: bytes });
  }

  async keepAll() {
    const { root = "", list } = this;
    if (!list) return;
    const button = this.button("all");
    button.disabled = true;
    const whole = megabytes(sizeOf(list.filer));
    let told = "";
    try {
      await startKeeping(this.dataset.worker ?? "");
      const stopped = await keepAll(root, list, (bytes) => {
        this.meter(bytes);
        this.part(".offline__here").textContent = `Henter: ${megabytes(bytes)} af ${whole}.`;
      });
      told = WORDS[stopped || "done"];
    } catch {
      told = WORDS.blocked;
    }
    button.disabled = false;
    await this.show();
    this.say(told);
    if (button.hidden) this.button("remove").focus();
    else button.focus();
  }

  async remove() {
    await stopKeeping();
    await this.show();
    this.say(WORDS.gone);
  }
}

customElements.define("offline-page", OfflinePage);
