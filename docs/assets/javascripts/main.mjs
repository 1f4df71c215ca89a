/** Starts each component that the page holds; a component's code travels only to pages that have it. */

const COMPONENTS = {
  "case-finder": () => import("./case-finder.mjs"),
  "site-search": () => import("./site-search.mjs"),
  "agreement-builder": () => import("./agreement-builder.mjs"),
};

for (const [name, load] of Object.entries(COMPONENTS)) {
  if (document.querySelector(name)) load();
}
