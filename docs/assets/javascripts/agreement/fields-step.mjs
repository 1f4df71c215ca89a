/** The fields that the chosen variants ask for, each once; one clause's fields stand open at a time. */

import { fieldGroups } from "./field-groups.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */

/** @param {Builder} builder */
export function fieldsStep(builder) {
  const place = builder.find(".builder__fields");
  const none = builder.find(".builder__no-fields");
  const groups = fieldGroups(builder, place, "felter");
  const sync = () => {
    groups.sync();
    none.hidden = groups.counts().asked > 0;
  };
  const state = () => {
    const { asked, answered } = groups.counts();
    return answered === asked ? "faerdig" : answered ? "igang" : "tom";
  };
  /** Begin at the first group that is not done. */
  const enter = () => {
    if (place.querySelector("details[open]")) return;
    const first = place.querySelector('details:has([data-state="igang"])') ?? place.querySelector("details");
    if (first instanceof HTMLDetailsElement) first.open = true;
  };
  return { sync, state, enter };
}
