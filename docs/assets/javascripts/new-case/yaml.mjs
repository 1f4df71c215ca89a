/** A case as the text of its file: lists of values on one line, prose as a block, and quotes where a text needs them. */

import { Document, Scalar, parseDocument, visit } from "../../vendor/yaml.mjs";

/** What needs no quotes anywhere, in no reader of YAML; all else has them. */
const PLAIN = /^[\p{L}\p{N}»(][\p{L}\p{N} .,;()/%&+–»«’'!?-]*$/u;
const WORDS = /^(true|false|yes|no|on|off|null)$/i;

/**
 * @param {any} value plain texts, lists and groups; a text of several lines becomes a block
 * @param {string[]} [prose] keys whose texts stand as blocks also when they have one line
 * @returns {string}
 */
export function toYaml(value, prose = []) {
  // Every value is text to our reader, so a number stands as it is written; only what others take for more is quoted.
  const document = new Document(value, { schema: "failsafe" });
  visit(document, {
    Scalar(_, text) {
      const said = String(text.value);
      if (text.type !== Scalar.BLOCK_LITERAL && (!PLAIN.test(said) || WORDS.test(said))) text.type = Scalar.QUOTE_DOUBLE;
    },
    Pair(_, pair) {
      const text = pair.value?.value;
      if (typeof text !== "string") return;
      if (!text.includes("\n") && !prose.includes(String(pair.key?.value))) return;
      pair.value.value = `${text.trim()}\n`;
      pair.value.type = Scalar.BLOCK_LITERAL;
    },
    Seq(_, list) {
      if (list.items.length && list.items.every((/** @type {any} */ item) => typeof item.value === "string")) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * A file's content where every value is the text that was written: 9.000 stays 9.000.
 * @param {string} text
 * @returns {any}
 */
export const fromYaml = (text) => parseDocument(text, { schema: "failsafe", version: "1.2" }).toJS({ maxAliasCount: 0 });

/** @param {import("./value.mjs").Field[]} fields @returns {string[]} the keys of all prose, however deep */
export const proseKeys = (fields) =>
  fields.flatMap((field) => [...(field.kind === "text" ? [field.key] : []), ...proseKeys(field.fields ?? [])]);
