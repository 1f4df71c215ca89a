/** <print-button>: shows its button, which opens the browser's print dialogue; without a script there is none. */

class PrintButton extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button")?.addEventListener("click", () => print());
  }
}

customElements.define("print-button", PrintButton);
