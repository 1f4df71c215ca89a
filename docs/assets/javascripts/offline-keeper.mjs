/** <offline-keeper>: lets the service worker keep what is read, once the page itself is done. */

import { canKeep, isRefused, startKeeping } from "./offline/kept.mjs";

class OfflineKeeper extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.worker || !canKeep() || isRefused()) return;
    if (document.readyState === "complete") this.start();
    else addEventListener("load", () => this.start(), { once: true });
  }

  /** A browser that lets no worker in reads on as before. */
  async start() {
    try {
      const first = !navigator.serviceWorker.controller;
      const { active } = await startKeeping(this.dataset.worker ?? "");
      const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
      if (first) active?.postMessage({ read: [location.href, ...fetched] });
    } catch {
      this.dataset.state = "afvist";
    }
  }
}

customElements.define("offline-keeper", OfflineKeeper);
