/** Addresses in a pasted text, and the address nearest to one that is not there. Pure functions. */

export const MOST = 200;

/** @typedef {{written: string, path: string, anchor: string}} PastedLink path is below the site's root */

/**
 * The links in a text, each once: whole addresses of any host, or paths that begin with a slash.
 * @param {string} text
 * @param {string} root the site's path on this host, with its last slash
 * @returns {PastedLink[]}
 */
export function pastedLinks(text, root) {
  const found = new Map();
  for (const [written] of text.matchAll(/https?:\/\/[^\s<>"')\]]+|(?<![\w/.:])\/[^\s<>"')\]]*/g)) {
    const link = parsed(written.replace(/[.,;:!?]+$/, ""), root);
    if (link) found.set(link.written, link);
  }
  return [...found.values()].slice(0, MOST);
}

/** @param {string} written @param {string} root @returns {PastedLink | null} */
function parsed(written, root) {
  try {
    const url = new URL(written, "https://x.invalid");
    const path = url.pathname.startsWith(root) ? url.pathname.slice(root.length) : url.pathname.slice(1);
    return { written, path: path.replace(/index\.html$/, ""), anchor: decodeURIComponent(url.hash.slice(1)) };
  } catch {
    return null;
  }
}

/**
 * The known path that shares most with a lost one, or nothing where too little is shared.
 * @param {string} path
 * @param {string[]} known
 * @returns {string | null}
 */
export function nearestPath(path, known) {
  const words = (/** @type {string} */ text) => new Set(text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 2));
  const sought = words(path);
  let best = { path: /** @type {string | null} */ (null), share: 0.34 };
  for (const other of known) {
    const there = words(other);
    const both = [...sought].filter((word) => there.has(word)).length;
    const share = both / Math.max(1, sought.size + there.size - both);
    if (share > best.share) best = { path: other, share };
  }
  return best.path;
}
