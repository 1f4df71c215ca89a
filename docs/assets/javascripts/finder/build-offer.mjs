/** The way from what was found to an agreement: the builder takes the first few cases and what they argue for. */

/** @typedef {import("./views.mjs").Cards} Cards */

const MOST = 5;
/** @type {WeakMap<HTMLElement, number[]>} the rows that each place was asked about last */
const asked = new WeakMap();

/**
 * Points the link in a place at the builder with the first cases; hides the place where there are none.
 * @param {HTMLElement} place @param {number[]} rows @param {Cards} cards
 */
export async function offerToBuild(place, rows, cards) {
  asked.set(place, rows);
  place.hidden = !rows.length;
  const ids = await Promise.all(rows.slice(0, MOST).map((row) => cards.id(row) ?? cards.card(row).then(({ id }) => id)));
  const link = place.querySelector("a");
  if (!link || asked.get(place) !== rows) return;
  link.search = new URLSearchParams(ids.map((id) => ["case", id])).toString();
  link.textContent = ids.length < rows.length ? `Byg en aftale ud fra de første ${ids.length}` : "Byg en aftale ud fra disse";
}
