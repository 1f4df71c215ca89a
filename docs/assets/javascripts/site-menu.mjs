/** <site-menu>: the theme opens its menu and its sections by labels, which no keyboard reaches; each gets a button. */

const MENU = ".md-sidebar--primary";

class SiteMenu extends HTMLElement {
  connectedCallback() {
    const menu = document.querySelector(MENU);
    const drawer = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
    const button = opener(/** @type {HTMLLabelElement} */ (this.querySelector("label")));
    for (const label of menu?.querySelectorAll("label[for]:not([for=__drawer])") ?? [])
      opener(/** @type {HTMLLabelElement} */ (label));
    // The theme says of each section that it is folded, and never says otherwise.
    for (const section of menu?.querySelectorAll("nav[aria-expanded]") ?? []) section.removeAttribute("aria-expanded");
    menu?.addEventListener("change", () => this.enter());
    drawer.addEventListener("change", () => drawer.checked && this.enter());
    const close = () => drawer.checked && drawer.click();
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      close();
      button.focus();
    });
    // The open menu covers the page, so that focus which leaves it must not stay under it.
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Node && target !== button && target !== drawer && !menu?.contains(target)) close();
    });
  }

  /** Moves focus to the first place in the menu that can be seen, once it can be. */
  enter() {
    requestAnimationFrame(() => {
      const links = [...document.querySelectorAll(`${MENU} a.md-nav__link`)];
      const first = links.find((link) => link.checkVisibility({ visibilityProperty: true }));
      /** @type {HTMLElement | undefined} */ (first)?.focus({ preventScroll: true });
    });
  }
}

/**
 * Puts what a label holds into a button that does the same and says whether it is open.
 * @param {HTMLLabelElement} label
 * @returns {HTMLButtonElement}
 */
function opener(label) {
  const box = /** @type {HTMLInputElement} */ (document.getElementById(label.htmlFor));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "site-menu__button";
  button.append(...label.childNodes);
  label.append(button);
  label.removeAttribute("tabindex");
  button.addEventListener("click", () => box.click());
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  box.addEventListener("change", tell);
  tell();
  return button;
}

customElements.define("site-menu", SiteMenu);
