/** A Word file's last touch: the same document gives the same bytes, whenever it is made. */

import { readParts, writeParts, xmlText } from "./package.mjs";

/** @typedef {{title: string, creator: string, description: string}} Properties */

const MOST_BYTES = 50_000_000;

/**
 * @param {any} docx the library
 * @param {any} document its document
 * @param {Properties} properties
 * @param {(parts: import("./package.mjs").Parts) => void} [add] may change the finished parts
 * @returns {Promise<Blob>}
 */
export async function finishedWord(docx, document, properties, add) {
  const blob = await docx.Packer.toBlob(document);
  const parts = await readParts(new Uint8Array(await blob.arrayBuffer()), () => true, MOST_BYTES);
  parts.set("docProps/core.xml", new TextEncoder().encode(coreProperties(properties)));
  add?.(parts);
  return new Blob([/** @type {BlobPart} */ (await writeParts(parts))], { type: blob.type });
}

/** The file's properties without dates: the library would write the present moment. @param {Properties} properties */
const coreProperties = ({ title, creator, description }) =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dc:description>${xmlText(description)}</dc:description>` +
  `<dc:language>da-DK</dc:language><cp:lastModifiedBy>${xmlText(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision></cp:coreProperties>`;
