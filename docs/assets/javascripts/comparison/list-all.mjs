/** Puts all the compared cases on the reader's list, and says what became of it. */

import { make } from "../agreement/dom.mjs";
import { danishCount } from "../cases/danish.mjs";
import { add } from "../list/state.mjs";
import { changeList, isListed, REFUSALS } from "../list/store.mjs";

/**
 * @param {string[]} ids @param {string} root
 * @returns {(Node | string)[]} what to tell the reader
 */
export function listAll(ids, root) {
  const refused = changeList((list) => ids.reduce((now, id) => add(now, id), list));
  if (refused) return [REFUSALS[refused]];
  const left = ids.filter((id) => !isListed(id)).length;
  const full = left ? ` Der var ikke plads til ${left} af dem.` : "";
  const link = make("a", { href: `${root}liste/` }, "Se min liste");
  return [`${danishCount(ids.length - left, "case", "cases")} ligger på din liste. Den gemmes kun på denne enhed.${full} `, link];
}
