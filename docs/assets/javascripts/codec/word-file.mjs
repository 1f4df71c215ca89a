/** A Word file's last touch: the same document gives the same bytes, whenever it is made. */

/** @typedef {{title: string, creator: string, description: string}} Properties */

/**
 * @param {any} docx the library
 * @param {any} document its document
 * @param {Properties} properties
 * @returns {Promise<Blob>}
 */
export async function finishedWord(docx, document, properties) {
  const parts = [{ path: "docProps/core.xml", data: coreProperties(properties) }];
  const blob = await docx.Packer.toBlob(document, undefined, parts);
  return new Blob([withoutTimes(await blob.arrayBuffer())], { type: blob.type });
}

/** @param {string} text */
const xml = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");

/** The file's properties without dates: the library would write the present moment. @param {Properties} properties */
const coreProperties = ({ title, creator, description }) =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><dc:description>${xml(description)}</dc:description>` +
  `<dc:language>da-DK</dc:language><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision></cp:coreProperties>`;

const ZIP_END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 };
const ZIP_ENTRY = { size: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 };
const ZIP_LOCAL_TIME = 10;
const FIRST_DAY = 0x00210000; // 1 January 1980, 00:00: the earliest that a ZIP can say

/**
 * The same ZIP with every entry's time set to the first day a ZIP knows.
 * @param {ArrayBuffer} buffer a ZIP without a comment, as the library writes it
 */
function withoutTimes(buffer) {
  const view = new DataView(buffer);
  const end = buffer.byteLength - ZIP_END.size;
  if (view.getUint32(end, true) !== ZIP_END.signature) throw new Error("the Word file is no plain ZIP");
  let at = view.getUint32(end + ZIP_END.directory, true);
  for (let left = view.getUint16(end + ZIP_END.entries, true); left > 0; left -= 1) {
    view.setUint32(at + ZIP_ENTRY.time, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + ZIP_ENTRY.local, true) + ZIP_LOCAL_TIME, FIRST_DAY, true);
    const tail = [ZIP_ENTRY.name, ZIP_ENTRY.extra, ZIP_ENTRY.comment].map((place) => view.getUint16(at + place, true));
    at += ZIP_ENTRY.size + tail.reduce((sum, length) => sum + length, 0);
  }
  return buffer;
}
