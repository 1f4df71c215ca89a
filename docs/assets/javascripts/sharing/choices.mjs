/** Which cards there are to choose among, and which one an address asks for. Knows no page. */

/** @typedef {{id: string, group: string, title: string, address: string}} Card */

/** What the choice is called in an address: "?kort=case/horsens-alliancen". */
export const NAME = "kort";

/**
 * @param {Card[]} cards
 * @param {string} kind
 * @returns {[string, Card[]][]} the kind's cards by group, in the page's order
 */
export function groupsOf(cards, kind) {
  /** @type {Map<string, Card[]>} */
  const groups = new Map();
  for (const card of cards) {
    if (!card.id.startsWith(`${kind}/`)) continue;
    groups.set(card.group, [...(groups.get(card.group) ?? []), card]);
  }
  return [...groups];
}

/**
 * @param {string} search an address's query
 * @param {Card[]} cards
 * @returns {Card | undefined} the card it asks for, if there is one
 */
export const choiceIn = (search, cards) => cards.find(({ id }) => id === new URLSearchParams(search).get(NAME));
