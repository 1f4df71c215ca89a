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
    document.querySelector(".md-sidebar--primary")?.addEventListener("keydown", openSection);
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

/** A section of the menu opens by its label, which a pointer presses and Enter does not. @param {Event} event */
function openSection(event) {
  const label = /** @type {HTMLElement} */ (event.target).closest("label.md-nav__link");
  if (/** @type {KeyboardEvent} */ (event).key === "Enter") /** @type {HTMLElement | null} */ (label)?.click();
}

customElements.define("site-menu", SiteMenu);
