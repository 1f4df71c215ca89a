/** Where each field stands among the steps, what it is called there, and how far a step is. */

import { isoDate } from "../agreement/dates.mjs";
import { SOURCE_KEY } from "./value.mjs";

/** @typedef {import("../new-case.mjs").NewCase} NewCase */
/** @typedef {import("./value.mjs").FormData} FormData */
/** @typedef {import("./value.mjs").Path} Path */

/** @param {FormData} data @param {Path} path @returns {string} the id of the step that a field stands in */
export function stepOf({ trin }, [key]) {
  const wanted = key === SOURCE_KEY ? "kilde" : key;
  return trin.find(({ felter }) => felter.includes(String(wanted)))?.id ?? "";
}

/** @param {FormData} data @param {Path} path @returns {string} what a field is called: "Aktører 2: Navn" */
export function labelOf({ felter, nyKilde }, path) {
  let fields = path[0] === SOURCE_KEY ? nyKilde.felter : felter;
  let label = path[0] === SOURCE_KEY ? "Den nye kilde" : "";
  for (const step of path) {
    const field = fields.find(({ key }) => key === step);
    if (typeof step === "number") label += ` ${step + 1}`;
    else if (field) label += `${label ? ": " : ""}${field.label}`;
    fields = field?.fields ?? fields;
  }
  return label;
}

/** @returns {string} the day on this device */
export function today() {
  const now = new Date();
  return isoDate({ day: now.getDate(), month: now.getMonth() + 1, year: now.getFullYear() });
}

/** @param {NewCase} form @param {string[]} keys @returns {{state: () => string, words: () => string}} how far a step is */
export function stepState(form, keys) {
  const left = () => form.found.filter(({ path }) => keys.includes(path[0] === SOURCE_KEY ? "kilde" : String(path[0]))).length;
  const begun = () => keys.some((key) => key !== "gennemgaaet" && JSON.stringify(form.value[key] ?? "").replace(/"\w+":|[^\p{L}\d]/gu, ""));
  return {
    state: () => (left() ? (begun() ? "igang" : "tom") : begun() ? "faerdig" : "tom"),
    words: () => (left() ? `${left()} tilbage` : begun() ? "færdig" : "kan springes over"),
  };
}
