/** The editors' tool: gives Decap CMS our way of reading and writing files, its configuration, and, in a trial, three cases. */

import { fromYaml, toYaml } from "./new-case/yaml.mjs";

/** What the collections of macros/editing/cms_configuration.py choose by; it is never written. */
const MARK = "_slags";
const TRIAL_CASES = 3;
const FAILED = "Værktøjet kunne ikke åbne. Genindlæs siden for at prøve igen, eller ret siden med blyanten.";

/** @typedef {{name: string, widget?: string, fields?: CmsField[]}} CmsField */

/** @param {CmsField[]} fields @returns {string[]} the keys of all prose, however deep */
const proseKeys = (fields) =>
  fields.flatMap(({ name, widget, fields: inner }) => [...(widget === "text" ? [name] : []), ...proseKeys(inner ?? [])]);

/**
 * What an editor left empty is left out of the file.
 * @param {any} value
 * @returns {any} undefined for nothing
 */
export function pruned(value) {
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((one) => one !== undefined);
    return kept.length ? kept : undefined;
  }
  if (value && typeof value === "object") {
    const kept = Object.entries(value).map(([key, inner]) => /** @type {[string, any]} */ ([key, pruned(inner)]));
    const left = kept.filter(([, inner]) => inner !== undefined);
    return left.length ? Object.fromEntries(left) : undefined;
  }
  const text = value === null || value === undefined ? "" : String(value);
  return text.trim() ? text : undefined;
}

/**
 * A case of the data files as the file it came from would have it: only typed fields, and numbers as Danes write them.
 * @param {any} value
 * @param {CmsField[]} fields
 * @returns {any}
 */
export function typed(value, fields) {
  const known = fields.filter(({ name }) => value?.[name] !== undefined && value[name] !== null);
  return Object.fromEntries(
    known.map(({ name, fields: inner }) => {
      const one = value[name];
      if (Array.isArray(one)) return [name, one.map((row) => (inner ? typed(row, inner) : String(row)))];
      if (inner) return [name, typed(one, inner)];
      return [name, typeof one === "number" ? String(one).replace(".", ",") : String(one)];
    }),
  );
}

/** @param {{name: string, fields: CmsField[]}[]} collections @returns {{fromFile: (text: string) => any, toFile: (value: any) => string}} */
export function fileFormat(collections) {
  const prose = [...new Set(collections.flatMap(({ fields }) => proseKeys(fields)))];
  const order = collections.map(({ fields }) => fields.map(({ name }) => name));
  return {
    fromFile(text) {
      const value = fromYaml(text);
      // The shared lists lie beside the entries; the collections leave out what is not marked.
      return Array.isArray(value) || !value ? {} : { ...value, [MARK]: "post" };
    },
    toFile({ [MARK]: _, ...value }) {
      const kept = pruned(value) ?? {};
      const keys = order.find((names) => Object.keys(kept).every((key) => names.includes(key))) ?? [];
      const place = (/** @type {string} */ key) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
      return toYaml(Object.fromEntries(Object.entries(kept).sort(([one], [other]) => place(one) - place(other))), prose);
    },
  };
}

/** Three real cases in the tool's own memory. @param {{name: string, fields: CmsField[]}[]} collections @param {(value: any) => string} toFile */
async function trialFiles(collections, toFile) {
  const { fields } = collections.filter(({ name }) => name === "cases")[0];
  const answer = await (await fetch("../data/cases.json")).json();
  const cases = (Array.isArray(answer) ? answer : answer.cases).slice(0, TRIAL_CASES);
  const files = cases.map((/** @type {any} */ one) => [`${one.id}.yml`, { content: toFile(typed(one, fields)) }]);
  return { cases: Object.fromEntries(files), agreements: {} };
}

/** @param {string} address @returns {Promise<void>} when a program that is no module has run */
const run = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(address)));
    script.src = address;
    document.body.append(script);
  });

async function start() {
  const page = /** @type {any} */ (window);
  const answer = await fetch("config.yml");
  if (!answer.ok) throw new Error(`config.yml: ${answer.status}`);
  const config = await answer.json();
  const format = fileFormat(config.collections);
  if (config.backend.name === "test-repo") page.repoFiles = await trialFiles(config.collections, format.toFile);
  page.CMS_MANUAL_INIT = true;
  await run(new URL("../vendor/decap-cms.js", import.meta.url).href);
  page.CMS.registerCustomFormat("alliancebanken", "yml", format);
  page.CMS.init({ config: { ...config, load_config_file: false } });
  document.querySelector(".admin__waiting")?.remove();
}

if (document.body.classList.contains("admin")) {
  start().catch(() => {
    const place = document.querySelector(".admin__waiting");
    if (place) place.textContent = FAILED;
  });
}
