/** A value in the address fragment: name=version.JSON, deflated, in base64url. It never reaches a server. */

/** @typedef {"none" | "foreign" | "newer" | "large" | "broken" | "ok"} FragmentState */
/**
 * One kind of fragment: its name, the version that is written and the oldest that is read, and how much it may hold.
 * @typedef {{name: string, version: number, oldest: number, characters: number, bytes: number}} Kind
 */

/** The value is larger than a link can carry, or than this page is willing to unfold. */
export class TooLarge extends Error {}

/**
 * @param {Kind} kind
 * @param {unknown} value
 * @returns {Promise<string>} the fragment without its "#"
 * @throws {TooLarge}
 */
export async function pack(kind, value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > kind.bytes) throw new TooLarge();
  const packed = await throughStream(bytes, new CompressionStream("deflate-raw"), Infinity);
  const fragment = `${kind.name}=${kind.version}.${toBase64Url(packed)}`;
  if (fragment.length > kind.characters) throw new TooLarge();
  return fragment;
}

/**
 * What stands in a fragment. Only "ok" has a value, and that value is still a stranger's: clean it before use.
 * @param {Kind} kind
 * @param {string} fragment with or without its "#"
 * @returns {Promise<{state: FragmentState, value?: unknown}>}
 */
export async function unpack(kind, fragment) {
  const text = mended(kind, fragment.replace(/^#/, ""));
  if (!text) return { state: "none" };
  if (!text.startsWith(`${kind.name}=`)) return { state: "foreign" };
  if (text.length > kind.characters) return { state: "large" };
  const found = /^(\d{1,4})\.([A-Za-z0-9_-]*)$/.exec(text.slice(kind.name.length + 1));
  if (!found) return { state: "broken" };
  if (Number(found[1]) > kind.version) return { state: "newer" };
  if (Number(found[1]) < kind.oldest) return { state: "broken" };
  try {
    const bytes = await throughStream(fromBase64Url(found[2]), new DecompressionStream("deflate-raw"), kind.bytes);
    return { state: "ok", value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { state: error instanceof TooLarge ? "large" : "broken" };
  }
}

/**
 * What mail programs do to a long link is undone: escapes, "=3D", folded lines, and the full stop or bracket after it.
 * @param {Kind} kind
 * @param {string} text
 */
function mended(kind, text) {
  if (text.length > kind.characters * 3) return text;
  const plain = unescaped(text);
  if (!plain.startsWith(`${kind.name}=`)) return plain;
  return plain
    .replace(`${kind.name}=3D`, `${kind.name}=`)
    .replace(/=?\s+/g, "")
    .replace(/(?<=\.[A-Za-z0-9_-]+)[.,;:!?)\]>»"']+$/, "");
}

/** A cut escape is left as it stands. @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
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
