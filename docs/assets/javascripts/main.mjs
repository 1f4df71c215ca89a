/** Starts each component that the page holds; a component's code travels only to pages that have it. */

const COMPONENTS = {
  "case-finder": () => import("./case-finder.mjs"),
  "color-switch": () => import("./color-switch.mjs"),
  "site-menu": () => import("./site-menu.mjs"),
  "site-search": () => import("./site-search.mjs"),
  "copy-links": () => import("./copy-links.mjs"),
  "copy-text": () => import("./copy-text.mjs"),
  "figure-table": () => import("./figure-table.mjs"),
  "link-check": () => import("./link-check.mjs"),
  "partner-pairs": () => import("./partner-pairs.mjs"),
  "lesson-filter": () => import("./lesson-filter.mjs"),
  "print-button": () => import("./print-button.mjs"),
  "agreement-builder": () => import("./agreement-builder.mjs"),
};

for (const [name, load] of Object.entries(COMPONENTS)) {
  if (document.querySelector(name)) load();
}
