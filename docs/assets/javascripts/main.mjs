/** Starts each component that the page holds, once the page is seen; a component's code travels only to pages that have it. */

const COMPONENTS = {
  "case-finder": () => import("./case-finder.mjs"),
  "color-switch": () => import("./color-switch.mjs"),
  "case-comparison": () => import("./case-comparison.mjs"),
  "situation-finder": () => import("./situation-finder.mjs"),
  "site-menu": () => import("./site-menu.mjs"),
  "offline-keeper": () => import("./offline-keeper.mjs"),
  "offline-page": () => import("./offline-page.mjs"),
  "site-search": () => import("./site-search.mjs"),
  "card-chooser": () => import("./card-chooser.mjs"),
  "copy-links": () => import("./copy-links.mjs"),
  "copy-text": () => import("./copy-text.mjs"),
  "figure-table": () => import("./figure-table.mjs"),
  "link-check": () => import("./link-check.mjs"),
  "partner-pairs": () => import("./partner-pairs.mjs"),
  "lesson-filter": () => import("./lesson-filter.mjs"),
  "print-button": () => import("./print-button.mjs"),
  "list-button": () => import("./list-button.mjs"),
  "list-count": () => import("./list-count.mjs"),
  "reader-list": () => import("./reader-list.mjs"),
  "agreement-builder": () => import("./agreement-builder.mjs"),
  "agreement-matrix": () => import("./agreement-matrix.mjs"),
  "new-case": () => import("./new-case.mjs"),
  "agreement-drafts": () => import("./agreement-drafts.mjs"),
};

// A page that nothing is painted of, such as a tab opened behind, waits no longer than this.
const LONGEST = 3000;

painted().then(() => {
  for (const [name, load] of Object.entries(COMPONENTS)) {
    if (document.querySelector(name)) load().catch(tellMissing);
  }
});

/**
 * Reading comes first: what the parts fetch and do would delay the first sight of the page. Where the address asks for
 * something, the parts must answer before there is anything to see.
 * @returns {Promise<void>}
 */
function painted() {
  if (location.search || location.hash || !PerformanceObserver.supportedEntryTypes?.includes("paint")) return Promise.resolve();
  return new Promise((done) => {
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe({ type: "paint", buffered: true });
    setTimeout(done, LONGEST);
  });
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
