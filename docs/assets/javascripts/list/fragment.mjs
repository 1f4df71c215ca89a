/** A list in the address fragment. It never reaches a server. */

import { pack, unpack } from "../codec/packed.mjs";
import { loadList } from "./state.mjs";

/** @typedef {import("./state.mjs").ReaderList} ReaderList */

const LIST = { name: "liste", version: 1, oldest: 1, characters: 100_000, bytes: 600_000 };
const UNTOUCHED = "Din egen liste er ikke rørt.";
/** @type {Record<string, string>} */
const FAULTS = {
  newer: `Linket er lavet med en nyere udgave af siden. Genindlæs siden, og prøv igen. ${UNTOUCHED}`,
  large: `Listen i linket er for stor og er ikke åbnet. ${UNTOUCHED}`,
  broken: `Linket til listen er beskadiget, måske fordi det er skåret over. Bed om et nyt. ${UNTOUCHED}`,
};

/**
 * @param {ReaderList} list
 * @returns {Promise<string>} the fragment without its "#"
 * @throws {import("../codec/packed.mjs").TooLarge}
 */
export const toFragment = (list) => pack(LIST, list);

/**
 * The list that a fragment holds, or what is wrong with it in Danish. An anchor on the page is neither.
 * @param {string} fragment with or without its "#"
 * @returns {Promise<{shared: {list: ReaderList, left: number} | null, fault: string}>}
 */
export async function listInFragment(fragment) {
  const found = await unpack(LIST, fragment);
  if (found.state === "none" || found.state === "foreign") return { shared: null, fault: "" };
  const shared = found.state === "ok" ? loadList(found.value) : null;
  return { shared, fault: shared ? "" : (FAULTS[found.state] ?? FAULTS.broken) };
}
