/** <offline-keeper>: lets the service worker keep what is read, once the page itself is done and the reader at rest. */

// So long after the page is done: to start the worker and to keep what was read takes a processor that reading needs first.
const REST = 1000;

class OfflineKeeper extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.worker) return;
    if (document.readyState === "complete") this.rest();
    else addEventListener("load", () => this.rest(), { once: true });
  }

  rest() {
    setTimeout(() => this.start(), REST);
  }

  /** A browser that lets no worker in reads on as before. */
  async start() {
    try {
      const { canKeep, isRefused, startKeeping } = await import("./offline/kept.mjs");
      if (!canKeep() || isRefused()) return;
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
