/** Starts each component that the page holds, once the page is seen; a component's code travels only to pages that have it. */

// In the order in which they take their turns: what a reader sees first, first.
const COMPONENTS = {
  "color-switch": () => import("./color-switch.mjs"),
  "site-menu": () => import("./site-menu.mjs"),
  "site-search": () => import("./site-search.mjs"),
  "list-count": () => import("./list-count.mjs"),
  "case-finder": () => import("./case-finder.mjs"),
  "list-button": () => import("./list-button.mjs"),
  "case-comparison": () => import("./case-comparison.mjs"),
  "situation-finder": () => import("./situation-finder.mjs"),
  "offline-keeper": () => import("./offline-keeper.mjs"),
  "offline-page": () => import("./offline-page.mjs"),
  "card-chooser": () => import("./card-chooser.mjs"),
  "copy-links": () => import("./copy-links.mjs"),
  "copy-text": () => import("./copy-text.mjs"),
  "figure-table": () => import("./figure-table.mjs"),
  "link-check": () => import("./link-check.mjs"),
  "partner-pairs": () => import("./partner-pairs.mjs"),
  "lesson-filter": () => import("./lesson-filter.mjs"),
  "print-button": () => import("./print-button.mjs"),
  "reader-list": () => import("./reader-list.mjs"),
  "agreement-builder": () => import("./agreement-builder.mjs"),
  "agreement-matrix": () => import("./agreement-matrix.mjs"),
  "new-case": () => import("./new-case.mjs"),
  "agreement-drafts": () => import("./agreement-drafts.mjs"),
};

// A page that nothing is painted of, such as a tab opened behind, waits no longer than this.
const LONGEST = 3000;

// How long a part waits for the browser to have nothing else to do.
const PATIENCE = 400;
// From a reader's first press no part waits any more. A key reaches parts that have started. A part that started in the midst of
// a pointer's press could move what is pressed: until it is over the page answers as it does without scripts, and the parts see it.
const BY_KEY = ["keydown", "focusin"];
const BY_POINTER = ["pointerup", "pointercancel", "click"];
const PRESS_OVER = 60;

/** @type {(() => void)[]} */
const waiting = [];
let hurried = Boolean(location.search || location.hash);
let pressed = false;

const FIRST = { capture: true, once: true };
for (const sign of BY_KEY) addEventListener(sign, () => pressed || hurry(), FIRST);
addEventListener("pointerdown", () => {
  pressed = !hurried;
  setTimeout(hurry, LONGEST); // a press that ends outside the page is never told
}, FIRST);
for (const sign of BY_POINTER) addEventListener(sign, () => setTimeout(hurry, PRESS_OVER), FIRST);
painted().then(() => {
  for (const [name, load] of Object.entries(COMPONENTS)) {
    if (document.querySelector(name)) load().then(inTurn).catch(tellMissing);
  }
});

/**
 * Reading comes first: what the parts fetch and do would delay the first sight of the page. Where the address asks for
 * something, the parts must answer before there is anything to see.
 * @returns {Promise<void>}
 */
function painted() {
  if (hurried || !PerformanceObserver.supportedEntryTypes?.includes("paint")) return Promise.resolve();
  return new Promise((done) => {
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe({ type: "paint", buffered: true });
    setTimeout(done, LONGEST);
  });
}

/**
 * A module that travels with others comes as a function that runs it. Each is a task of its own in a moment when the
 * browser has nothing else to do; those that fit before the next picture are drawn with it. A module with a file of its
 * own has run when it is here.
 * @param {unknown} part
 * @returns {Promise<void> | undefined}
 */
function inTurn(part) {
  if (typeof part !== "function") return undefined;
  return new Promise((done, fail) => {
    waiting.push(() => {
      try {
        done(part());
      } catch (fault) {
        fail(fault);
      }
    });
    if (waiting.length === 1) wait();
  });
}

function wait() {
  if (hurried || !("requestIdleCallback" in globalThis)) setTimeout(startNext);
  else requestIdleCallback(startNext, { timeout: PATIENCE });
}

function startNext() {
  if (pressed) return;
  waiting.shift()?.();
  if (waiting.length) wait();
}

/** The parts that are here start now, and the rest when they come. */
function hurry() {
  hurried = true;
  pressed = false;
  for (const start of waiting.splice(0)) start();
}

/** A part that cannot be fetched is told once; the words of the page stand, and the other parts run. */
function tellMissing() {
  if (document.querySelector(".missing-part")) return;
  const told = document.createElement("p");
  told.className = "notice missing-part";
  told.setAttribute("role", "status");
  told.textContent = "En del af siden kunne ikke hentes. Du kan læse det hele, men ikke alt virker. Genindlæs siden, når du har net.";
  document.getElementById("indhold")?.after(told);
}
