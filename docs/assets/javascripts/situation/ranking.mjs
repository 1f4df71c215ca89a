/** How well each case fits the answers, and why. Pure functions; the page says in a sentence how points are given. */

/**
 * An answer as data/spoergsmaal.json has it.
 * @typedef {object} Answer
 * @property {string} passer  goes on after "Passer, fordi"
 * @property {string} passer_ikke
 * @property {string} liste  the list its values are from
 * @property {string} filter  the finder's name for that list, "" where the finder has none
 * @property {string[]} vaerdier
 * @property {string} traef  one digit a case: how many of the values it has
 */
/** @typedef {{cases: string[], spoergsmaal: Record<string, Record<string, Answer>>}} Situations */
/** @typedef {Map<string, string[]>} Chosen  question -> answers, in the page's order; a question without an answer is not there */
/** @typedef {{id: string, points: number, hits: number, fits: Answer[], misses: Answer[]}} Ranked */

/**
 * All cases, best first: a point a question, shared between its answers; then the most values hit; then the catalogue's order.
 * @param {Situations} data @param {Chosen} chosen
 * @returns {Ranked[]}
 */
export function rankedCases(data, chosen) {
  const questions = [...chosen].map(([question, answers]) => answers.map((answer) => data.spoergsmaal[question][answer]));
  return data.cases
    .map((id, place) => {
      const asked = questions.flat();
      const hit = (/** @type {Answer} */ answer) => Number(answer.traef[place] ?? 0);
      const shares = questions.map((answers) => answers.filter(hit).length / answers.length);
      return {
        id,
        points: shares.reduce((sum, share) => sum + share, 0),
        hits: asked.reduce((sum, answer) => sum + hit(answer), 0),
        fits: asked.filter(hit),
        misses: asked.filter((answer) => !hit(answer)),
        place,
      };
    })
    .sort((one, other) => other.points - one.points || other.hits - one.hits || one.place - other.place)
    .map(({ id, points, hits, fits, misses }) => ({ id, points, hits, fits, misses }));
}

/**
 * How many of the ranked cases come before the first that fits nothing; with no answers, none.
 * @param {Ranked[]} ranked
 */
export const fittingCount = (ranked) => ranked.filter((one) => one.points > 0).length;

/**
 * The finder's address for the same wishes, "" where it knows none of them. The area has no filter there.
 * @param {Situations} data @param {Chosen} chosen
 * @returns {string}
 */
export function finderAddress(data, chosen) {
  const pairs = [...chosen].flatMap(([question, answers]) =>
    answers.flatMap((name) => {
      const { filter, vaerdier } = data.spoergsmaal[question][name];
      return filter ? vaerdier.map((value) => [filter, value]) : [];
    }),
  );
  const text = new URLSearchParams(pairs).toString();
  return text && `?${text}`;
}

/**
 * What in a case makes it fit an answer: the names of its values, its parties, or its place.
 * @param {Answer} answer @param {import("../cases/load.mjs").Case} one @param {import("../cases/load.mjs").Names} names
 * @returns {string[]}
 */
export function evidence({ liste, vaerdier }, one, names) {
  if (liste === "aktoertyper") return [...new Set(one.aktoerer.filter(({ type }) => vaerdier.includes(type)).map(({ navn }) => navn))];
  if (liste === "raekkevidde") return one.kommuner.length ? one.kommuner.map((id) => names.kommuner?.[id] ?? id) : [one.omraade ?? ""].filter(Boolean);
  if (liste === "temaer") return [];
  const having = liste === "virkemidler" ? one.virkemidler : one.maalgrupper;
  return having.filter((id) => vaerdier.includes(id)).map((id) => lowerFirst(names[liste]?.[id] ?? id));
}

/** A name as it stands within a sentence; an abbreviation keeps its letters. @param {string} name */
const lowerFirst = (name) => (/^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
