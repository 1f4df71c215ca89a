/** <site-menu>: the theme opens its menu and its sections by labels, which no keyboard reaches; each gets a button. A section that
 * the page has as one link is folded out from data-list, the list of all sections, when the menu is opened. */

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
    drawer.addEventListener("change", () => {
      if (!drawer.checked) return;
      this.fill();
      this.enter();
    });
    if (drawer.checked) this.fill(); // opened while the script was on its way
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

  /** Puts the pages of each section in its list; where they cannot be had, the link to the section's first page stands. */
  async fill() {
    this.lists ??= [...document.querySelectorAll(`${MENU} a[data-section]`)].map((link) => section(/** @type {HTMLAnchorElement} */ (link)));
    const lists = this.lists.splice(0);
    if (!lists.length) return;
    const address = new URL(this.dataset.list ?? "", location.href);
    try {
      const pages = await (await fetch(address)).json();
      for (const list of lists) {
        const held = list.contains(document.activeElement);
        const entries = /** @type {[string, string][]} */ (pages[list.dataset.section ?? ""]);
        list.replaceChildren(...entries.map(([title, path]) => entry(title, new URL(`../${path}`, address).href)));
        if (held) this.enter();
      }
    } catch {
      this.lists = lists;
    }
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

/**
 * Puts a section that folds in the place of the link to it, with that link in it until the list is here.
 * @param {HTMLAnchorElement} link
 * @returns {HTMLUListElement} the section's list
 */
function section(link) {
  const name = link.textContent?.trim() ?? "";
  const id = `__section_${name.toLowerCase()}`;
  const box = made("input", "md-nav__toggle md-toggle");
  box.type = "checkbox";
  box.id = id;
  const label = made("label", "md-nav__link", name, made("span", "md-nav__icon md-icon"));
  const title = made("label", "md-nav__title", made("span", "md-nav__icon md-icon"), name);
  label.htmlFor = title.htmlFor = id;
  label.id = `${id}_label`;
  const list = made("ul", "md-nav__list", entry(name, link.href));
  list.dataset.section = name;
  const part = made("nav", "md-nav", title, list);
  part.dataset.mdLevel = "1";
  part.setAttribute("aria-labelledby", label.id);
  link.parentElement?.classList.add("md-nav__item--nested");
  link.replaceWith(box, label, part);
  opener(label);
  opener(title);
  return list;
}

/** @param {string} title @param {string} address @returns {HTMLLIElement} a page in a list */
function entry(title, address) {
  const link = made("a", "md-nav__link", title);
  link.href = address;
  return made("li", "md-nav__item", link);
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} className @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
function made(name, className, ...content) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

customElements.define("site-menu", SiteMenu);
