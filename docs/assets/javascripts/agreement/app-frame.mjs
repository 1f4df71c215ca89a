/** What the builder and the form for a new case share as pages: how they open, fail, and change between their two views. */

/** @typedef {{find: (selector: string) => HTMLElement}} Frame an element with the parts of its own template */

/**
 * Open an app below its line of waiting; where that fails, the page without a script stands again, with the reason.
 * @param {Frame} frame
 * @param {() => Promise<void>} open
 * @param {string} failed what a person reads then
 */
export async function openApp(frame, open, failed) {
  const [plain, waiting, app, failure] = ["plain", "waiting", "app", "failure"].map((part) => frame.find(`.builder__${part}`));
  plain.hidden = true;
  waiting.hidden = false;
  try {
    await open();
  } catch {
    app.hidden = true;
    plain.hidden = false;
    failure.hidden = false;
    failure.textContent = failed;
  } finally {
    waiting.hidden = true;
  }
}

/** @param {ParentNode} host @param {string} selector @param {string} template @returns {HTMLElement} a part that the template has */
export function partOf(host, selector, template) {
  const found = host.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`${template} mangler ${selector}`);
  return found;
}

/** Let the two buttons change the view. @param {Frame & ParentNode} frame */
export function listenToViews(frame) {
  for (const button of frame.querySelectorAll("button[data-view]"))
    button.addEventListener("click", () => showView(frame, button.getAttribute("data-view") ?? ""));
}

/** @param {Frame & ParentNode} frame @param {string} view "skriv" or "aftale", where there is room for only one */
export function showView(frame, view) {
  frame.find(".builder__app").dataset.view = view;
  for (const button of frame.querySelectorAll("button[data-view]"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === view));
}

/** Bring a control into sight, however it is folded away, and move the focus there. @param {HTMLElement | null} target */
export function reveal(target) {
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  (target?.closest(".builder__field") ?? target)?.scrollIntoView({ block: "center" });
  target?.focus();
}
