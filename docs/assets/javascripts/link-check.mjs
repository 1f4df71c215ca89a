/** <link-check>: asks the site about each pasted link and tells where it leads now. */

import { nearestPath, pastedLinks } from "./links/addresses.mjs";

const AT_ONCE = 6;

class LinkCheck extends HTMLElement {
  connectedCallback() {
    this.root = new URL(this.dataset.root ?? "", location.href);
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check(/** @type {HTMLTextAreaElement} */ (this.querySelector("textarea")).value);
    });
  }

  /** @param {string} text */
  async check(text) {
    const links = pastedLinks(text, this.root.pathname);
    const table = /** @type {HTMLElement} */ (this.querySelector(".link-check__result"));
    const body = /** @type {HTMLElement} */ (this.querySelector("tbody"));
    table.hidden = !links.length;
    body.replaceChildren();
    if (!links.length) {
      this.tell("Vi fandt ingen links i teksten. Et link begynder med https:// eller med en skråstreg.");
      return;
    }
    let good = 0;
    for (let at = 0; at < links.length; at += AT_ONCE) {
      this.tell(`Tjekker ${Math.min(at + AT_ONCE, links.length)} af ${links.length} …`);
      for (const answer of await Promise.all(links.slice(at, at + AT_ONCE).map((link) => this.ask(link)))) {
        good += Number(answer.good);
        body.append(row(answer));
      }
    }
    this.tell(good === links.length ? `Alle ${links.length} links virker.` : `${good} af ${links.length} links virker. Se de andre herunder.`);
  }

  /** @param {import("./links/addresses.mjs").PastedLink} link @returns {Promise<Answer>} */
  async ask(link) {
    const page = await this.page(link.path);
    if (!page) return this.lost(link);
    const refresh = page.querySelector("meta[http-equiv=refresh]");
    const target = refresh?.getAttribute("content")?.split("url=")[1];
    const hash = link.anchor && `#${link.anchor}`;
    if (target) return { link: link.written, text: "Fører videre", now: new URL(target, new URL(link.path, this.root)).href + hash, good: true };
    const now = new URL(link.path, this.root).href;
    if (link.anchor && !page.getElementById(link.anchor)) {
      return { link: link.written, text: "Siden findes, men afsnittet gør ikke", now, good: false };
    }
    return { link: link.written, text: "Virker", now: now + hash, good: true };
  }

  /** @param {string} path @returns {Promise<Document | null>} */
  async page(path) {
    try {
      const answer = await fetch(new URL(path, this.root));
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      return null;
    }
  }

  /** @param {import("./links/addresses.mjs").PastedLink} link @returns {Promise<Answer>} */
  async lost(link) {
    const near = nearestPath(link.path, await this.known());
    const text = near === null ? "Findes ikke" : "Findes ikke. Mente du denne?";
    return { link: link.written, text, now: near === null ? "" : new URL(near, this.root).href, good: false };
  }

  /** @returns {Promise<string[]>} every page's path, from the site's map */
  known() {
    this.paths ??= fetch(this.dataset.map ?? "")
      .then((answer) => answer.text())
      .then((text) => [...new DOMParser().parseFromString(text, "text/xml").querySelectorAll("loc")])
      .then((places) => places.map((place) => new URL(place.textContent ?? "").pathname.slice(1)))
      .catch(() => []);
    return this.paths;
  }

  /** @param {string} text */
  tell(text) {
    /** @type {HTMLElement} */ (this.querySelector(".link-check__count")).textContent = text;
  }
}

/** @typedef {{link: string, text: string, now: string, good: boolean}} Answer */

/** @param {Answer} answer */
function row(answer) {
  const made = document.createElement("tr");
  const [link, text, now] = ["th", "td", "td"].map((name) => document.createElement(name));
  link.setAttribute("scope", "row");
  link.textContent = answer.link;
  text.textContent = answer.text;
  text.dataset.svar = answer.good ? "virker" : "virker-ikke";
  if (answer.now) {
    const anchor = document.createElement("a");
    anchor.href = answer.now;
    anchor.textContent = answer.now;
    now.append(anchor);
  }
  made.append(link, text, now);
  return made;
}

customElements.define("link-check", LinkCheck);
