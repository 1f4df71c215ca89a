/** Fetches the small data files that a page asks for one by one; each is fetched once a page. */

/**
 * A case as /cases/<id>/index.json has it: the keys of data/cases.json.
 * @typedef {object} Case
 * @property {string} id
 * @property {number} [nummer]
 * @property {string} titel
 * @property {string} kort
 * @property {string} tema
 * @property {string[]} kommuner
 * @property {string} [omraade]
 * @property {{navn: string, type: string, rolle?: string}[]} aktoerer
 * @property {string[]} brancher
 * @property {string[]} maalgrupper
 * @property {string[]} virkemidler
 * @property {string[]} organiseringsform
 * @property {string[]} finansieringsform
 * @property {string} [finansiering]
 * @property {string} [periode]
 * @property {string} [formaal]
 * @property {string} [organisering]
 * @property {string} [resultater]
 * @property {Figure[]} noegletal
 * @property {string[]} resultattyper
 * @property {Lesson[]} laering
 * @property {{udgivelse: string, side?: string, note?: string}} kilde
 * @property {string[]} se_ogsaa
 * @property {string} gennemgaaet
 * @property {string} adresse
 */
/** @typedef {{tal: string, enhed: string, hvad: string, aar?: string, forbehold?: string, art: string}} Figure */
/** @typedef {{id: string, tekst: string, omraade: string, emner: string[], klausuler: string[]}} Lesson */
/** @typedef {Record<string, Record<string, string>>} Names  list -> id -> what the reader sees */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * What a file holds, null where there is no such file; rejects where it cannot be had, and may then be asked again.
 * @param {string} address
 * @returns {Promise<any>}
 */
export function loadJson(address) {
  const known = asked.get(address);
  if (known) return known;
  const promise = fetch(address).then((answer) => {
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  });
  asked.set(address, promise);
  promise.catch(() => asked.delete(address));
  return promise;
}

/**
 * @param {string} root  the way to the site's root
 * @param {string} id  of small letters, digits and dashes
 * @returns {Promise<Case | null>}
 */
export const loadCase = (root, id) => loadJson(`${root}cases/${id}/index.json`);

/** @param {string} root @returns {Promise<Names>} */
export const loadNames = (root) => loadJson(`${root}data/navne.json`);
