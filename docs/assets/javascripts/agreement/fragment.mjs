/** A draft in the address fragment. It never reaches a server. */

import { pack, unpack } from "../codec/packed.mjs";

export { TooLarge } from "../codec/packed.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("../codec/packed.mjs").FragmentState} FragmentState */

const DRAFT = { name: "kladde", version: 2, oldest: 1, characters: 100_000, bytes: 1_000_000 };

/**
 * @param {Draft} draft
 * @returns {Promise<string>} the fragment without its "#"
 * @throws {TooLarge}
 */
export const toFragment = (draft) => pack(DRAFT, draft);

/**
 * What stands in a fragment. Only "ok" has a value, and that value is still a stranger's: give it to loadDraft.
 * @param {string} fragment with or without its "#"
 * @returns {Promise<{state: FragmentState, value?: unknown}>}
 */
export const fromFragment = (fragment) => unpack(DRAFT, fragment);
