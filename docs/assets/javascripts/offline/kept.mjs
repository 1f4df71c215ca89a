/** What is kept on this device for reading without the net: whether it may be, what lies there, and all or nothing of it. */

/** @typedef {[path: string, bytes: number, hash: string]} FileRow */
/** @typedef {{udgave: string, filer: FileRow[]}} FileList */

const REFUSED = "alliancebanken.offline";
const PREFIX = "alliancebanken-";
const AT_ONCE = 6;
const LIST = "data/offline.json";

/** What the whole site is, fetched only for one who asks. @param {string} root @returns {Promise<FileList | null>} nothing without the net */
export async function fetchList(root) {
  const answer = await fetch(root + LIST, { cache: "no-cache" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** @returns {boolean} whether the browser can keep pages for this site */
export function canKeep() {
  try {
    return Boolean(navigator.serviceWorker) && "caches" in globalThis;
  } catch {
    return false;
  }
}

/** @returns {boolean} whether the reader has said no */
export function isRefused() {
  try {
    return localStorage.getItem(REFUSED) === "nej";
  } catch {
    return false;
  }
}

/** Start keeping what is read. @param {string} address of the worker @returns {Promise<ServiceWorkerRegistration>} */
export async function startKeeping(address) {
  try {
    localStorage.removeItem(REFUSED);
  } catch {
    // Where nothing is stored, nothing was refused.
  }
  await navigator.serviceWorker.register(address, { updateViaCache: "none" });
  return navigator.serviceWorker.ready;
}

/** Take everything away and keep nothing from now on. */
export async function stopKeeping() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  try {
    localStorage.setItem(REFUSED, "nej");
  } catch {
    // Then it is asked again next time.
  }
}

/** @param {string} root @param {FileList} list @returns {Promise<FileRow[]>} the files that lie here, in the list's order */
export async function keptFiles(root, { udgave, filer }) {
  if (!(await caches.has(PREFIX + udgave))) return [];
  const requests = await (await caches.open(PREFIX + udgave)).keys();
  const paths = new Set(requests.map(({ url }) => url.slice(root.length)));
  return filer.filter(([path]) => paths.has(path));
}

/** @param {string} root @returns {Promise<{path: string, title: string}[]>} the kept pages by their titles, whatever build they are of */
export async function keptPages(root) {
  /** @type {Map<string, string>} */
  const titles = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const path = url.slice(root.length);
      if (path !== "" && !path.endsWith("/")) continue;
      const text = (await (await cache.match(url))?.text()) ?? "";
      const page = new DOMParser().parseFromString(text, "text/html");
      titles.set(path, page.querySelector("h1")?.firstChild?.textContent?.trim() ?? "");
    }
  }
  const pages = [...titles].map(([path, title]) => ({ path, title })).filter(({ title }) => title);
  return pages.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * Fetch what is not here yet.
 * @param {string} root @param {FileList} list @param {(bytes: number) => void} tell how much lies here now
 * @returns {Promise<"" | "full" | "net">} why it stopped, or nothing when all is here
 */
export async function keepAll(root, list, tell) {
  const cache = await caches.open(PREFIX + list.udgave);
  const here = await keptFiles(root, list);
  const left = list.filer.filter((row) => !here.includes(row));
  let bytes = sizeOf(here);
  try {
    // The list lies with the files, so that the next build fetches only those that changed.
    await cache.add(new Request(root + LIST, { cache: "no-cache" }));
    for (let at = 0; at < left.length; at += AT_ONCE) {
      const rows = left.slice(at, at + AT_ONCE);
      await Promise.all(rows.map(([path]) => cache.add(new Request(root + path, { cache: "no-cache" }))));
      bytes += sizeOf(rows);
      tell(bytes);
    }
    return "";
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "net";
  }
}

/** @param {FileRow[]} rows @returns {number} bytes */
export const sizeOf = (rows) => rows.reduce((sum, [, bytes]) => sum + bytes, 0);

/** @param {number} bytes @returns {string} "5,3 MB" */
export const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString("da-DK", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
