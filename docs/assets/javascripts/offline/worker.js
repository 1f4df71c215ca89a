/**
 * The service worker: keeps what was read, and answers with it when the net does not, always saying so in the page.
 * sw.js at the site's root names the build and starts this file. A build with no name is the kill switch: it takes
 * everything away, itself last. The editors' place, /admin/, is never touched.
 */

const { BUILD, CORE } = /** @type {{BUILD: string, CORE: string[]}} */ (/** @type {unknown} */ (self));
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PREFIX = "alliancebanken-";
const CACHE = PREFIX + BUILD;
const ROOT = worker.registration.scope;
const LIST = "data/offline.json";

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (!BUILD || request.method !== "GET" || path === null || path.startsWith("admin/") || path === "sw.js") return;
  event.respondWith(answer(event, path));
});
// What the very first page fetched before there was a worker.
worker.addEventListener("message", (event) => event.waitUntil(Promise.all(event.data.read.map(readBefore))));

/** @param {string} address @returns {string | null} the path below the site's root, or null for what lies elsewhere */
function pathOf(address) {
  const plain = address.split(/[?#]/)[0];
  return plain.startsWith(ROOT) ? plain.slice(ROOT.length) : null;
}

async function install() {
  await worker.skipWaiting();
  if (!BUILD) return;
  const cache = await caches.open(CACHE);
  await cache.addAll(CORE.map((path) => new Request(ROOT + path, { cache: "no-cache" })));
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of old) await carryOver(await caches.open(name), cache);
}

/**
 * What was kept of an older build is kept of this one. Where the whole site is kept its list lies here too, and tells
 * which files are the same; where a few pages are, the host is asked for each, which is less than the list.
 * @param {Cache} old @param {Cache} cache
 */
async function carryOver(old, cache) {
  const before = await hashes(await old.match(ROOT + LIST));
  const list = before.size ? await anew(ROOT + LIST) : null;
  if (list?.ok) await cache.put(ROOT + LIST, list.clone());
  const now = await hashes(list);
  for (const request of await old.keys()) {
    const path = pathOf(request.url) ?? "";
    if (path === LIST || (now.size && !now.has(path)) || (await cache.match(request))) continue;
    const same = now.size && before.get(path) === now.get(path);
    // A net that is lost halfway takes nothing away.
    const kept = (same ? null : await anew(request.url)) ?? (await old.match(request));
    if (kept?.ok) await cache.put(request.url, kept);
  }
}

/** From the host itself: the browser's own copy may be the old build's, and would then lie here as the new one's. @param {string} address */
const anew = (address) => fetch(address, { cache: "no-cache" }).catch(() => null);

/** @param {Response | null | undefined} list @returns {Promise<Map<string, string>>} path to mark of each file */
async function hashes(list) {
  const rows = list?.ok ? (await list.json()).filer : [];
  return new Map(rows.map((/** @type {[string, number, string]} */ [path, , hash]) => [path, hash]));
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && (name !== CACHE || !BUILD)) await caches.delete(name);
  if (!BUILD) await worker.registration.unregister();
  else await worker.clients.claim();
}

/** The net first, and for pages the host itself, so that nothing old is shown unsaid. @param {FetchEvent} event @param {string} path @returns {Promise<Response>} */
async function answer(event, path) {
  try {
    const fresh = await fetch(event.request, event.request.mode === "navigate" ? { cache: "no-cache" } : {});
    if (fresh.ok && fresh.type === "basic" && fresh.status === 200) event.waitUntil(keep(path, fresh.clone()));
    return fresh;
  } catch (fault) {
    const kept = await (await caches.open(CACHE)).match(ROOT + path);
    if (event.request.mode !== "navigate") {
      if (kept) return kept;
      throw fault;
    }
    return kept ? marked(kept) : Response.redirect(`${ROOT}offline/?savnet=${encodeURIComponent(event.request.url.slice(ROOT.length))}`);
  }
}

/** A full or blocked storage stops no reading. @param {string} path @param {Response} response */
async function keep(path, response) {
  if (path === LIST) return;
  try {
    await (await caches.open(CACHE)).put(ROOT + path, response);
  } catch {
    // The page is shown; only the copy is missing.
  }
}

/** @param {string} address */
async function readBefore(address) {
  const path = pathOf(address);
  if (path === null || path.startsWith("admin/")) return;
  const response = await fetch(address).catch(() => null);
  if (response?.ok) await keep(path, response);
}

/** A kept page says that it is one, and of when. @param {Response} kept @returns {Promise<Response>} */
async function marked(kept) {
  const made = new Date(kept.headers.get("date") ?? NaN);
  const when = Number.isNaN(made.getTime()) ? "før" : made.toLocaleString("da-DK", { dateStyle: "long", timeStyle: "short" });
  const notice = `<p class="notice offline-notice" role="status">Du er offline. Du ser siden, som den blev gemt ${when}.</p>`;
  const text = (await kept.text()).replace(/<div id="indhold"[^>]*><\/div>/, (place) => place + notice);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
