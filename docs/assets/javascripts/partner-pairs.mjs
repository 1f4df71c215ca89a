/** <partner-pairs>: opens the pair that the address points at, so that a number in the table leads to its cases. */

class PartnerPairs extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent() {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement && this.contains(target)) target.open = true;
  }
}

customElements.define("partner-pairs", PartnerPairs);
