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

/**
 * The card of a case that an address asks for, where it may be one that the page does not list; else "".
 * @param {string} search an address's query
 */
export function unlisted(search) {
  const wanted = new URLSearchParams(search).get(NAME) ?? "";
  return /^case\/[a-z0-9-]+$/.test(wanted) ? wanted : "";
}

/**
 * A case's own card, and one for each of its lessons.
 * @param {{id: string, titel: string, laering: {id: string, tekst: string}[]}} found
 * @param {string} root the site's address
 * @returns {Card[]}
 */
export function cardsOfCase({ id, titel, laering }, root) {
  const card = (/** @type {string} */ name, /** @type {string} */ title) => ({ id: name, group: titel, title, address: `${root}indlejr/${name}/` });
  const short = (/** @type {string} */ text) => (text.length <= 80 ? text : `${text.slice(0, 79).replace(/\s\S*$/, "")} …`);
  return [card(`case/${id}`, titel), ...laering.map((lesson) => card(`laering/${id}-${lesson.id}`, short(lesson.tekst)))];
}
