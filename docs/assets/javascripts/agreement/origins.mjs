/** Where a goal, a clause or a starting point comes from, in words and with an address. */

import { make } from "./dom.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").BuilderData} BuilderData */
/** @typedef {{text: string, address: string, lesson: string}} Origin */

/** @param {{nummer?: number, titel: string}} item @returns {string} "case 12: Robotakademiet" */
export const caseName = ({ nummer, titel }) => (nummer ? `case ${nummer}: ${titel}` : `casen ${titel}`);

/**
 * @param {BuilderData} data
 * @param {string} origin as the draft keeps it
 * @returns {Origin | null} null for what is no longer there, and for the user's own
 */
export function originOf(data, origin) {
  const at = origin.indexOf(":");
  const [kind, rest] = [origin.slice(0, at), origin.slice(at + 1)];
  if (kind === "skabelon") {
    const starter = data.skabeloner.find((item) => item.id === rest);
    return starter ? { text: `skabelonen »${starter.navn}«`, address: "", lesson: "" } : null;
  }
  if (kind === "aftale") {
    const agreement = data.aftaler.find((item) => item.id === rest);
    return agreement ? { text: agreement.titel, address: agreement.adresse, lesson: "" } : null;
  }
  const [caseId, lessonId] = rest.split("#");
  if (caseId === "katalog") {
    const lesson = data.laering.find((item) => item.id === lessonId);
    return lesson ? { text: "katalogets generelle læring", address: lesson.adresse, lesson: lesson.tekst } : null;
  }
  const item = data.cases.find((one) => one.id === caseId);
  const lesson = item?.laering.find((one) => one.id === lessonId);
  if (!item || (lessonId && !lesson)) return null;
  return { text: caseName(item), address: lesson?.adresse ?? item.adresse, lesson: lesson?.tekst ?? "" };
}

/** @param {Builder} builder @param {Origin} origin @returns {Node} its name, as a link where it has an address */
export const originNode = (builder, { text, address }) =>
  address ? make("a", { href: builder.siteAddress(address) }, text) : document.createTextNode(text);

/**
 * "Fra case 12: …", linked.
 * @param {Builder} builder
 * @param {string[]} origins
 * @returns {Node[]} nothing where nothing is known
 */
export function originNodes(builder, origins) {
  const known = origins.flatMap((origin) => originOf(builder.data, origin) ?? []);
  const once = [...new Map(known.map((origin) => [origin.text, origin])).values()];
  return once.flatMap((origin, index) => [
    document.createTextNode(index === 0 ? "Fra " : index === once.length - 1 ? " og " : ", "),
    originNode(builder, origin),
  ]);
}
