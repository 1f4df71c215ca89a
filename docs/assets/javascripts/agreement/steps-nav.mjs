/** The way through the builder: one step is shown at a time, each with its state; the browser's Back leads to the step before. */

import { make } from "./dom.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {"tom" | "igang" | "faerdig"} StepState */
/** @typedef {{sync: () => void, state?: () => string, words?: () => string, enter?: () => void}} Step a step that has a state tells it, in its own words if need be */

/** @type {Record<string, string>} */
const STATE_WORDS = { tom: "tom", igang: "i gang", faerdig: "færdig" };

/**
 * @param {Builder} builder whose sections .builder__step have a heading with an id "trin-…" in the order of the steps
 * @param {Record<string, Step>} steps by that id's last part
 */
export function stepsNav(builder, steps) {
  const sections = /** @type {HTMLElement[]} */ ([...builder.querySelectorAll(".builder__step")]);
  const ids = sections.map((section) => (section.getAttribute("aria-labelledby") ?? "").replace(/^trin-/, ""));
  const names = sections.map((section) => section.querySelector("h2")?.textContent ?? "");
  const nav = builder.find(".builder__nav");
  const opener = builder.find(".builder__nav-open");
  const [back, on] = [builder.find('[data-do="step-back"]'), builder.find('[data-do="step-on"]')];
  const items = ids.map((id, index) => {
    const state = make("span", { className: "builder__nav-state" });
    const link = make(
      "a",
      { href: `#trin-${id}` },
      make("span", { className: "builder__nav-name" }, names[index]),
      state,
    );
    builder.find(".builder__nav-list").append(make("li", {}, link));
    return { link, state };
  });
  let current = 0;

  const draw = () => {
    sections.forEach((section, index) => (section.hidden = index !== current));
    items.forEach(({ link }, index) => {
      if (index === current) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    opener.textContent = `Trin ${current + 1} af ${ids.length}: ${names[current]}`;
    back.hidden = current === 0;
    on.hidden = current === ids.length - 1;
    back.textContent = `Tilbage: ${names[current - 1] ?? ""}`;
    on.textContent = `Videre: ${names[current + 1] ?? ""}`;
    fold(true);
  };
  const fold = (/** @type {boolean} */ folded) => {
    nav.toggleAttribute("data-open", !folded);
    opener.setAttribute("aria-expanded", String(!folded));
  };
  /** @param {string} id @param {{remember?: boolean, focus?: boolean}} [way] @returns {boolean} whether there is such a step */
  const show = (id, { remember = true, focus = true } = {}) => {
    const index = ids.indexOf(id);
    if (index < 0) return false;
    const moved = index !== current;
    current = index;
    draw();
    steps[id]?.enter?.();
    if (moved && remember) history.pushState({ ...history.state, trin: id }, "");
    if (focus) sections[index].querySelector("h2")?.focus({ preventScroll: !moved });
    return true;
  };
  const sync = () => {
    ids.forEach((id, index) => {
      const state = steps[id]?.state?.() ?? "";
      items[index].link.dataset.state = state;
      items[index].state.textContent = steps[id]?.words?.() ?? STATE_WORDS[state] ?? "";
    });
  };
  opener.addEventListener("click", () => fold(nav.hasAttribute("data-open")));
  back.addEventListener("click", () => show(ids[current - 1]));
  on.addEventListener("click", () => show(ids[current + 1]));
  window.addEventListener("popstate", ({ state }) => {
    // A new fragment (a link pasted over this page) comes without a state and is no way back.
    if (typeof state?.trin === "string") show(state.trin, { remember: false, focus: false });
  });
  history.replaceState({ ...history.state, trin: ids[0] }, "");
  draw();
  const stepOf = (/** @type {Element} */ element) =>
    ids[sections.findIndex((section) => section.contains(element))] ?? "";
  return { show, sync, stepOf, current: () => ids[current] };
}
