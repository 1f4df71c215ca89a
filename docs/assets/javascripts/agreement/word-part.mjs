/** The draft as a part of the Word file: a custom XML part with item properties, which Word and others carry along. */

import { partText, partXml, xmlText } from "../codec/package.mjs";

/** @typedef {import("../codec/package.mjs").Parts} Parts */

const NAMESPACE = "urn:alliancebanken:kladde";
const ITEM = "customXml/item1.xml";
const PROPERTIES = "customXml/itemProps1.xml";
const DOCUMENT = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";
// Tells this kind of part from others in the same file; any fixed GUID does.
const STORE_ID = "{6A1C2F3E-5B7D-4E8A-9C0B-1D2E3F4A5B6C}";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Put the draft's text into a finished Word package.
 * @param {Parts} parts
 * @param {string} text
 */
export function addDraftPart(parts, text) {
  const write = (/** @type {string} */ name, /** @type {string} */ xml) =>
    parts.set(name, new TextEncoder().encode(xml));
  const read = (/** @type {string} */ name) => partText(parts.get(name) ?? new Uint8Array());
  write(ITEM, `${HEAD}<kladde xmlns="${NAMESPACE}">${xmlText(text)}</kladde>`);
  write(
    PROPERTIES,
    `${HEAD}<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="${STORE_ID}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  const relation = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {string} */ target) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`;
  write(
    "customXml/_rels/item1.xml.rels",
    `${HEAD}<Relationships xmlns="${PACKAGE}">${relation("rId1", "customXmlProps", "itemProps1.xml")}</Relationships>`,
  );
  const related = relation("rIdKladde", "customXml", "../customXml/item1.xml");
  write(DOCUMENT, read(DOCUMENT).replace("</Relationships>", `${related}</Relationships>`));
  const override = `<Override PartName="/${PROPERTIES}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`;
  write(TYPES, read(TYPES).replace("</Types>", `${override}</Types>`));
}

/** @param {string} name @returns {boolean} whether a part may be the draft: other programs number them anew */
export const isDraftPart = (name) => /^customXml\/item\d*\.xml$/i.test(name);

/**
 * The text of the draft that a package carries; null where it carries none.
 * @param {Parts} parts
 * @returns {string | null}
 */
export function draftPartText(parts) {
  for (const [name, bytes] of parts) {
    if (!isDraftPart(name)) continue;
    try {
      const root = partXml(bytes).documentElement;
      if (root.namespaceURI === NAMESPACE && root.localName === "kladde") return root.textContent ?? "";
    } catch {
      continue; // some other program's part: not ours to judge
    }
  }
  return null;
}
