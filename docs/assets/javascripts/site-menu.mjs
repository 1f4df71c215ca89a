/** <site-menu>: the theme's menu button is a label, which no keyboard reaches; this makes it a button that one can. */

class SiteMenu extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLLabelElement} */ (this.querySelector("label"));
    const drawer = /** @type {HTMLInputElement} */ (document.getElementById(button.htmlFor));
    const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
    button.tabIndex = 0;
    button.setAttribute("role", "button");
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // the theme presses a label with focus on Enter, which would close the menu again
      drawer.click();
    });
    drawer.addEventListener("change", () => {
      tell();
      if (drawer.checked) this.enter();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
    tell();
  }

  /** Moves focus to the first place in the menu that can be seen, once it can be. */
  enter() {
    requestAnimationFrame(() => {
      const link = document.querySelector(".md-sidebar--primary a.md-nav__link");
      /** @type {HTMLElement | null} */ (link)?.focus({ preventScroll: true });
    });
  }
}

customElements.define("site-menu", SiteMenu);
