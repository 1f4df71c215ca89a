/** A draft in the address fragment: JSON, deflated, in base64url. It never reaches a server. */

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {"none" | "foreign" | "newer" | "large" | "broken" | "ok"} FragmentState */

const NAME = "kladde";
const VERSION = 1;
const MOST_CHARACTERS = 100_000;
const MOST_BYTES = 200_000;
const PATTERN = new RegExp(`^${NAME}=(\\d{1,4})\\.([A-Za-z0-9_-]*)$`);

/** The draft is larger than a link can carry, or than this page is willing to unfold. */
export class TooLarge extends Error {}

/**
 * @param {Draft} draft
 * @returns {Promise<string>} the fragment without its "#"
 * @throws {TooLarge}
 */
export async function toFragment(draft) {
  const bytes = new TextEncoder().encode(JSON.stringify(draft));
  if (bytes.length > MOST_BYTES) throw new TooLarge();
  const packed = await throughStream(bytes, new CompressionStream("deflate-raw"), Infinity);
  const fragment = `${NAME}=${VERSION}.${toBase64Url(packed)}`;
  if (fragment.length > MOST_CHARACTERS) throw new TooLarge();
  return fragment;
}

/**
 * What stands in a fragment. Only "ok" has a value, and that value is still a stranger's: give it to loadDraft.
 * @param {string} fragment with or without its "#"
 * @returns {Promise<{state: FragmentState, value?: unknown}>}
 */
export async function fromFragment(fragment) {
  const text = decoded(fragment.replace(/^#/, ""));
  if (!text) return { state: "none" };
  if (!text.startsWith(`${NAME}=`)) return { state: "foreign" };
  if (text.length > MOST_CHARACTERS) return { state: "large" };
  const found = PATTERN.exec(text);
  if (!found) return { state: "broken" };
  if (Number(found[1]) > VERSION) return { state: "newer" };
  if (Number(found[1]) < VERSION) return { state: "broken" };
  try {
    const bytes = await throughStream(fromBase64Url(found[2]), new DecompressionStream("deflate-raw"), MOST_BYTES);
    return { state: "ok", value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { state: error instanceof TooLarge ? "large" : "broken" };
  }
}

/** Mail programs escape "=" and more; a cut escape is left as it stands. @param {string} text */
function decoded(text) {
  try {
    return text.length > MOST_CHARACTERS * 3 ? text : decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most stop as soon as more than this has come out
 * @returns {Promise<Uint8Array>}
 */
async function throughStream(bytes, stream, most) {
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
const fromBase64Url = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
