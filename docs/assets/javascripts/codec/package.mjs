/** An Office file as a package of parts: read without unfolding more than is wanted, written without the hour of the day. */

/** @typedef {Map<string, Uint8Array>} Parts by their path in the package */

/** The package unfolds to more than this page is willing to hold. */
export class PackageTooLarge extends Error {}

// One push unfolds at most a thousand times its size before it is counted, so that a bomb is met while it is small.
const STEP = 16_384;
const FIRST_DAY = "1980-01-01T00:00:00"; // the earliest that a ZIP can say, in the reader's own time zone

/**
 * The parts that are wanted; the first of two with the same name.
 * @param {Uint8Array} bytes
 * @param {(name: string) => boolean} wanted
 * @param {number} most bytes, all wanted parts together
 * @returns {Promise<Parts>}
 * @throws {PackageTooLarge} and an ordinary error for what is no ZIP
 */
export async function readParts(bytes, wanted, most) {
  const { Unzip, UnzipInflate } = await import("../../vendor/fflate.mjs");
  /** @type {Parts} */
  const parts = new Map();
  const seen = new Set();
  let size = 0;
  const unzip = new Unzip((/** @type {any} */ file) => {
    if (seen.has(file.name) || !wanted(file.name)) return;
    seen.add(file.name);
    /** @type {Uint8Array[]} */
    const chunks = [];
    file.ondata = (/** @type {Error | null} */ fault, /** @type {Uint8Array} */ chunk, /** @type {boolean} */ last) => {
      if (fault) throw fault;
      size += chunk.length;
      if (size > most) throw new PackageTooLarge();
      chunks.push(chunk);
      if (last) parts.set(file.name, joined(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += STEP) unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  return parts;
}

/** @param {Uint8Array[]} chunks */
function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * The same parts always give the same bytes.
 * @param {Parts} parts
 * @returns {Promise<Uint8Array>}
 */
export async function writeParts(parts) {
  const { zipSync } = await import("../../vendor/fflate.mjs");
  return zipSync(Object.fromEntries(parts), { mtime: new Date(FIRST_DAY), level: 9 });
}

/** @param {Uint8Array} bytes @returns {string} @throws for what is not UTF-8 */
export const partText = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/**
 * A part as a document tree. A part that declares a document type could ask for entities without end; Office never writes one.
 * @param {Uint8Array} bytes
 * @returns {Document}
 * @throws for what is not plain, well-formed XML
 */
export function partXml(bytes) {
  const text = partText(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Error("a document type");
  const tree = new DOMParser().parseFromString(text, "application/xml");
  if (tree.querySelector("parsererror")) throw new Error("not well-formed");
  return tree;
}

/** @param {string} text @returns {string} text as it may stand in XML, in an element or an attribute */
export const xmlText = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");
